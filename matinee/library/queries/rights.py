"""Who may do what with a list."""

from enum import IntEnum
from uuid import UUID

from matinee.core.errors import Forbidden, NotFound
from matinee.library.models import Watchlist, WatchlistMember

NO_SUCH_LIST = "There is no such list"


class Right(IntEnum):
    """Each includes those before it."""

    VIEW = 1
    EDIT = 2
    OWN = 3


_REFUSALS = {
    Right.EDIT: "You may look at this list and not change it. Ask its owner for more",
    Right.OWN: "Only the owner of this list may do this",
}


def right_in(row: Watchlist, user_id: UUID | None) -> Right | None:
    """What this person may do with it; None: it is not there for them."""
    if row.owner_id == user_id:
        return Right.OWN
    member = WatchlistMember.objects.filter(watchlist=row, user=user_id, joined_at__isnull=False).first()
    if member is None:
        return None
    return Right.EDIT if member.may_edit else Right.VIEW


def demand(row: Watchlist | None, user_id: UUID, needed: Right) -> tuple[Watchlist, Right]:
    """The list, and what this person may do with it. Raises NotFound to strangers, Forbidden to who may do less."""
    right = None if row is None else right_in(row, user_id)
    if row is None or right is None:
        raise NotFound(NO_SUCH_LIST)
    if right < needed:
        raise Forbidden(_REFUSALS[needed])
    return row, right
