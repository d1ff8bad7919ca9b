"""Making lists, renaming, publishing and deleting them."""

import secrets
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from matinee.accounts.models import User
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.errors import NotFound
from matinee.library.actions.earlier import KEPT_REMOVED, remember
from matinee.library.actions.holding import Full, hold, touch
from matinee.library.events import (
    WatchlistChanged,
    WatchlistDeleted,
    WatchlistMade,
    WatchlistPublished,
    WatchlistRestored,
    WatchlistWithdrawn,
)
from matinee.library.models import MOST_LISTS, Watchlist
from matinee.library.queries.rights import NO_SUCH_LIST, Right

_LINK_BYTES = 16  # of chance: nobody guesses it, nor tries them all


@dataclass(frozen=True, slots=True)
class ListChange:
    """What shall be another; None: as it is."""

    name: str | None = None
    description: str | None = None
    public: bool | None = None


@deed
def make_watchlist(user_id: UUID, name: str, *, description: str = "", public: bool = False) -> Watchlist:
    """A new list of this person's. Raises Full."""
    _find_room(user_id)
    now = timezone.now()
    row = Watchlist.objects.create(owner_id=user_id, name=name, description=description, created_at=now, changed_at=now)
    events.append(WatchlistMade(user_id, row.pk))
    if public:
        _publish(row, user_id)
    return row


@deed
def change_watchlist(user_id: UUID, watchlist_id: int, change: ListChange) -> Watchlist:
    """Rename, describe, publish or withdraw it. Raises NotFound, Forbidden."""
    row = hold(user_id, watchlist_id, Right.OWN)
    _reword(row, user_id, change)
    if change.public is True and row.link is None:
        _publish(row, user_id)
    elif change.public is False and row.link is not None:
        _withdraw(row, user_id, row.link)
    return row


@deed
def publish_again(user_id: UUID, watchlist_id: int, link: str) -> None:
    """Have its public page back where it was. Raises NotFound, Forbidden."""
    row = hold(user_id, watchlist_id, Right.OWN)
    if row.link is None:
        _publish(row, user_id, link)


def _reword(row: Watchlist, user_id: UUID, change: ListChange) -> None:
    name = row.name if change.name is None else change.name
    description = row.description if change.description is None else change.description
    if (name, description) == (row.name, row.description):
        return
    said, says = {"name": row.name, "description": row.description}, {"name": name, "description": description}
    earlier_id = remember(user_id, said, now=says)
    row.name, row.description = name, description
    touch(row)
    events.append(WatchlistChanged(user_id, row.pk, earlier_id))


def _publish(row: Watchlist, user_id: UUID, link: str = "") -> None:
    """Under a new link each time, unless one is given: who had an old one has it no more."""
    row.link = link or secrets.token_urlsafe(_LINK_BYTES)
    touch(row)
    earlier_id = remember(user_id, {}, now={"link": row.link})
    events.append(WatchlistPublished(user_id, row.pk, earlier_id))


def _withdraw(row: Watchlist, user_id: UUID, link: str) -> None:
    row.link = None
    touch(row)
    events.append(WatchlistWithdrawn(user_id, row.pk, remember(user_id, {"link": link})))


@deed
def delete_watchlist(user_id: UUID, watchlist_id: int) -> None:
    """It is gone for everybody. Raises NotFound, Forbidden."""
    row = hold(user_id, watchlist_id, Right.OWN)
    row.deleted_at = timezone.now()
    row.save()
    events.append(WatchlistDeleted(user_id, row.pk))


@deed
def restore_watchlist(user_id: UUID, watchlist_id: int) -> Watchlist:
    """Have a deleted list back as it was, within a day. Raises NotFound, Full."""
    since = timezone.now() - KEPT_REMOVED
    deleted = Watchlist.objects.select_for_update().filter(owner=user_id, deleted_at__gte=since)
    row = deleted.filter(pk=watchlist_id).first()
    if row is None:
        raise NotFound(NO_SUCH_LIST)
    _find_room(user_id)
    row.deleted_at = None
    row.save()
    events.append(WatchlistRestored(user_id, row.pk))
    return row


def _find_room(user_id: UUID) -> None:
    """For one list more; nobody else makes one of theirs until the deed's end."""
    User.objects.select_for_update(no_key=True).get(pk=user_id)
    if Watchlist.objects.filter(owner=user_id, deleted_at=None).count() >= MOST_LISTS:
        raise Full(f"You have {MOST_LISTS} lists, which is as many as there may be. Delete one first")
