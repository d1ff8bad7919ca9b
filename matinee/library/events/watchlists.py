"""What happens to lists. `user_id` is who did it; `earlier_id` is a row of `Earlier` with the words from before."""

from dataclasses import dataclass
from uuid import UUID

from matinee.core.events import Event


@dataclass(frozen=True)
class WatchlistMade(Event):
    """Somebody has a new list."""

    user_id: UUID
    watchlist_id: int


@dataclass(frozen=True)
class WatchlistChanged(Event):
    """A list has another name or description."""

    user_id: UUID
    watchlist_id: int
    earlier_id: int


@dataclass(frozen=True)
class WatchlistPublished(Event):
    """A list has a public page. `earlier_id`: its link, as what there is now."""

    user_id: UUID
    watchlist_id: int
    earlier_id: int | None = None


@dataclass(frozen=True)
class WatchlistWithdrawn(Event):
    """The public page of a list is no more. `earlier_id`: its link."""

    user_id: UUID
    watchlist_id: int
    earlier_id: int | None = None


@dataclass(frozen=True)
class WatchlistDeleted(Event):
    """A list is gone; for a day it can be had back."""

    user_id: UUID
    watchlist_id: int


@dataclass(frozen=True)
class WatchlistRestored(Event):
    """A deleted list is back."""

    user_id: UUID
    watchlist_id: int


@dataclass(frozen=True)
class WatchlistItemAdded(Event):
    """A title is in a list, at this position; those behind it have moved on by one. `item_id`: of it in this list."""

    user_id: UUID
    watchlist_id: int
    title_id: int
    position: int
    item_id: int | None = None


@dataclass(frozen=True)
class WatchlistItemRemoved(Event):
    """A title is no longer in a list, where it had this position. `earlier_id`: its note; None when it had none."""

    user_id: UUID
    watchlist_id: int
    title_id: int
    position: int
    earlier_id: int | None


@dataclass(frozen=True)
class WatchlistItemMoved(Event):
    """A title has another position; those between have closed up."""

    user_id: UUID
    watchlist_id: int
    title_id: int
    before: int
    position: int


@dataclass(frozen=True)
class WatchlistItemNoted(Event):
    """A title has another note in a list."""

    user_id: UUID
    watchlist_id: int
    title_id: int
    earlier_id: int


@dataclass(frozen=True)
class WatchlistReordered(Event):
    """The titles of a list have another order. `before` and `after`: their ids in the one and in the other."""

    user_id: UUID
    watchlist_id: int
    before: tuple[int, ...]
    after: tuple[int, ...] = ()


@dataclass(frozen=True)
class WatchlistShared(Event):
    """Somebody was invited to a list; `member_id` is None where nobody has the name that was typed."""

    user_id: UUID
    watchlist_id: int
    member_id: UUID | None
    may_edit: bool
    invitation_id: int | None = None


@dataclass(frozen=True)
class WatchlistRightsChanged(Event):
    """Somebody may do more in a list, or less."""

    user_id: UUID
    watchlist_id: int
    member_id: UUID | None
    may_edit: bool


@dataclass(frozen=True)
class WatchlistJoined(Event):
    """Somebody has accepted an invitation."""

    user_id: UUID
    watchlist_id: int


@dataclass(frozen=True)
class WatchlistLeft(Event):
    """Somebody who was invited to a list, or shared it, does so no more; `user_id` is they or the owner."""

    user_id: UUID
    watchlist_id: int
    member_id: UUID | None
    may_edit: bool
