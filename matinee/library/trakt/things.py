"""What Trakt tells of, in words that are the same for ratings, viewings and places in lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from matinee.library.trakt.shapes import Item, Played, Rated, happened_at

Kind = Literal["movie", "tv"]


@dataclass(frozen=True, slots=True)
class Ref:
    """A film or show by the names that others gave it; 0 and "" for none."""

    kind: Kind
    tmdb: int
    imdb: str


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing at Trakt. `number`: Trakt's own of a viewing, else of the title; `value`: 1-10 of a rating, else 1."""

    ref: Ref
    name: str
    season: int | None
    episode: int | None
    at: datetime
    value: int
    number: int
    is_viewing: bool


def things(items: Iterable[Item]) -> Iterator[Thing]:
    """Those that have a place here: films, shows, and viewings of episodes."""
    for item in items:
        is_viewing = isinstance(item, Played)
        if item.type not in ({"movie", "episode"} if is_viewing else {"movie", "show"}):
            continue
        named = item.movie if item.type == "movie" else item.show
        if named is None or (item.type == "episode" and item.episode is None):
            continue
        numbers = (item.episode.season, item.episode.number) if item.episode and is_viewing else (None, None)
        kind: Kind = "movie" if item.type == "movie" else "tv"
        yield Thing(
            ref=Ref(kind, _positive(named.ids.tmdb), named.ids.imdb or ""),
            name=f"{named.title or 'Untitled'} ({named.year})" if named.year else named.title or "Untitled",
            season=numbers[0],
            episode=numbers[1],
            at=happened_at(item),
            value=item.rating if isinstance(item, Rated) else 1,
            number=item.id if isinstance(item, Played) else named.ids.trakt or 0,
            is_viewing=is_viewing,
        )


def _positive(number: int | None) -> int:
    return number if number is not None and 0 < number < 2**31 else 0
