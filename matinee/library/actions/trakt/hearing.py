"""What people change here is to reach Trakt, and what came from there is not to go back."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from matinee.catalog.events import TitlesJoined
from matinee.core.events import Event, Heard
from matinee.library.actions.trakt.linking import sync_soon
from matinee.library.actions.trakt.sides import second, to_trakt
from matinee.library.events import (
    EpisodeWatched,
    FilmWatched,
    TitleRated,
    ViewingRemoved,
    WatchlistItemAdded,
    WatchlistItemRemoved,
    WatchlistMade,
)
from matinee.library.models import LinkStatus, TraktItem, TraktLink, TraktList, TraktPart, Watchlist, only

HEARD: tuple[type[Event], ...] = (
    TitleRated,
    FilmWatched,
    EpisodeWatched,
    ViewingRemoved,
    WatchlistItemAdded,
    WatchlistItemRemoved,
    WatchlistMade,
    TitlesJoined,
)
TOGETHER = timedelta(seconds=10)
"""So long is waited, so that what is changed in one go travels in one go."""


def hear(told: Sequence[Heard]) -> None:
    """Note what was removed, and let the sides be compared soon, unless Trakt has it so already."""
    linked = set(TraktLink.objects.filter(status=LinkStatus.LINKED).values_list("user_id", flat=True))
    for one in told:
        if isinstance(one.event, TitlesJoined):
            # What moves to the title that stays is removed from the other by nobody's will.
            TraktItem.objects.filter(title=one.event.gone).delete()
        elif linked:
            _hear_of_change(one.event, one.row.created_at, linked)


def _hear_of_change(event: Event, at: datetime, linked: Collection[UUID]) -> None:
    user_id = _whose(event)
    if user_id is not None and user_id in linked and _is_news(event, user_id, at):
        sync_soon(user_id, at + TOGETHER)


def _whose(event: Event) -> UUID | None:
    """Of a list, its owner: others may put titles into it."""
    match event:
        case WatchlistItemAdded() | WatchlistItemRemoved() | WatchlistMade():
            return Watchlist.objects.filter(pk=event.watchlist_id).values_list("owner_id", flat=True).first()
        case TitleRated() | FilmWatched() | EpisodeWatched() | ViewingRemoved():
            return event.user_id
    return None


def _is_news(event: Event, user_id: UUID, at: datetime) -> bool:
    """Whether Trakt does not have it so; what was removed is marked as such."""
    if isinstance(event, WatchlistMade):
        return not TraktList.objects.filter(watchlist=event.watchlist_id).exists()
    same = _agreed(event, user_id)
    if isinstance(event, ViewingRemoved | WatchlistItemRemoved) or (
        isinstance(event, TitleRated) and event.rating is None
    ):
        return bool(same.update(gone_at=at))
    if isinstance(event, TitleRated):
        same = same.filter(value=to_trakt(event.rating or 0))
    return not same.filter(gone_at=None).exists()


def _agreed(event: Event, user_id: UUID) -> QuerySet[TraktItem]:
    """What was agreed on of the same thing."""
    items = TraktItem.objects.filter(link__user=user_id)
    match event:
        case TitleRated():
            return items.filter(part=TraktPart.RATING, title=event.title_id)
        case FilmWatched() | EpisodeWatched() | ViewingRemoved():
            season, episode = (None, None) if isinstance(event, FilmWatched) else (event.season, event.episode)
            viewings = items.filter(part=TraktPart.HISTORY, title=event.title_id, at=second(event.watched_at))
            return viewings.filter(**only(season, episode))
        case WatchlistItemAdded() | WatchlistItemRemoved():
            of_list = {"of_list__watchlist": event.watchlist_id}
            return items.filter(part=TraktPart.LISTED, title=event.title_id, **of_list)
    return items.none()
