"""Counting what people watch, from events alone: heard again from the first on, they give the same."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC
from typing import Any

from matinee.accounts.models import User
from matinee.catalog.models import Title
from matinee.core.events import Event
from matinee.core.storing import add_to_all
from matinee.library.events import EpisodeWatched, FilmWatched, ViewingRemoved
from matinee.library.models import ScreenDay, Screened

Screening = FilmWatched | EpisodeWatched | ViewingRemoved
_OF_TITLE = ("user_id", "year", "title_id")
SCREENED: tuple[type[Event], ...] = (FilmWatched, EpisodeWatched, ViewingRemoved)


_Numbers = dict[tuple[Any, ...], Counter[str]]


def screen(events: Sequence[Screening]) -> None:
    """Add viewings to their people's numbers, or take them off; nothing for people and titles that are gone."""
    people = set(User.objects.filter(pk__in={event.user_id for event in events}).values_list("pk", flat=True))
    known = set(Title.objects.filter(pk__in={event.title_id for event in events}).values_list("pk", flat=True))
    titles: _Numbers = defaultdict(Counter)
    days: _Numbers = defaultdict(Counter)
    for event in events:
        if event.user_id not in people or event.title_id not in known:
            continue
        one = -1 if isinstance(event, ViewingRemoved) else 1
        is_film = isinstance(event, FilmWatched) or (isinstance(event, ViewingRemoved) and event.episode is None)
        minutes, day = one * (event.minutes or 0), event.watched_at.astimezone(UTC).date()
        titles[event.user_id, day.year, event.title_id].update(times=one, minutes=minutes)
        films, episodes = (one, 0) if is_film else (0, one)
        days[event.user_id, day].update(films=films, episodes=episodes, minutes=minutes)
    add_to_all(Screened, _OF_TITLE, titles)
    add_to_all(ScreenDay, ("user_id", "day"), days)


def join_screenings(kept: int, gone: int) -> None:
    """Two titles were one: what was counted for the one counts for the other."""
    rows = Screened.objects.filter(title=gone)
    more = {(row.user_id, row.year, kept): {"times": row.times, "minutes": row.minutes} for row in rows}
    add_to_all(Screened, _OF_TITLE, more)
    rows.delete()
