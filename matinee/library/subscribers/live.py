"""What somebody's other tabs hear at once of their library: which part of it has changed, never how.

A push asks nothing of the database, so those who share a list hear of what its others do when they look again.
"""

from collections.abc import Iterator
from uuid import UUID

from matinee.core.events import Event
from matinee.core.live import Push, tells
from matinee.library import events

_PARTS: dict[str, tuple[type[Event], ...]] = {
    "opinions": (
        events.FavoriteAdded,
        events.FavoriteRemoved,
        events.TitleRated,
        events.TitleNoted,
        events.TitleDismissed,
        events.TitleWelcomed,
    ),
    "history": (events.FilmWatched, events.EpisodeWatched, events.ViewingRemoved, events.StatusChanged),
    "reviews": (
        events.ReviewPublished,
        events.ReviewChanged,
        events.ReviewRemoved,
        events.ReviewRestored,
    ),
    "lists": (
        events.WatchlistMade,
        events.WatchlistChanged,
        events.WatchlistPublished,
        events.WatchlistWithdrawn,
        events.WatchlistDeleted,
        events.WatchlistRestored,
        events.WatchlistItemAdded,
        events.WatchlistItemRemoved,
        events.WatchlistItemMoved,
        events.WatchlistItemNoted,
        events.WatchlistReordered,
        events.WatchlistShared,
        events.WatchlistRightsChanged,
        events.WatchlistJoined,
        events.WatchlistLeft,
    ),
    "imports": (events.ImportAdvanced, events.ImportApplied, events.ImportUndone),
    "trakt": (events.TraktLinked, events.TraktUnlinked, events.TraktLinkLost),
}


def _tell(part: str, kind: type[Event]) -> None:
    @tells(kind)
    def push(event: Event) -> Iterator[Push]:
        concerned: list[UUID | None] = [getattr(event, name, None) for name in ("user_id", "member_id")]
        for user_id in dict.fromkeys(concerned):
            if user_id is not None:
                yield Push(user_id, f"library.{part}")


for _part, _kinds in _PARTS.items():
    for _kind in _kinds:
        _tell(_part, _kind)
