"""Having a list for oneself while something in it changes."""

from uuid import UUID

from django.utils import timezone

from matinee.core.errors import MatineeError
from matinee.library.models import Watchlist
from matinee.library.queries.rights import Right, demand


class Full(MatineeError):
    """There is no room for more."""

    status = 409
    title = "Full"


def hold(user_id: UUID, watchlist_id: int, needed: Right) -> Watchlist:
    """The list, locked until the deed's end. Raises NotFound, Forbidden."""
    row = Watchlist.objects.select_for_update().filter(pk=watchlist_id, deleted_at=None).first()
    return demand(row, user_id, needed)[0]


def touch(row: Watchlist) -> None:
    """Save it as changed now."""
    row.changed_at = timezone.now()
    row.save()
