"""What the replay's world is made of. Tags of languages are TMDB's, such as "de-DE".

Casts and crews are lists inside strings, which keeps the tables small.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["movie", "tv"]


@dataclass
class Text:
    """A title's name, overview and tagline in one language; "" where nobody translated it."""

    name: str = ""
    overview: str = ""
    tagline: str = ""


@dataclass
class Episode:
    """`aired` is an ISO date, or "" when unknown."""

    number: int
    name: str
    aired: str
    overview: str = ""
    guests: str = ""
    runtime: int | None = 30
    texts: dict[str, Text] = field(default_factory=dict)


@dataclass
class Season:
    """Number 0 holds the specials."""

    number: int
    episodes: list[Episode]
    overview: str = ""

    @property
    def aired(self) -> str:
        return min((episode.aired for episode in self.episodes if episode.aired), default="")


@dataclass(kw_only=True)
class Title:
    """A film or show as the replay knows it. `cast` is "Name: Character; …", `crew` is "Name: Job; …"."""

    kind: Kind = "movie"
    id: int
    imdb: str | None = None
    original: str
    spoken: str = "en"
    released: str = ""
    runtime: int = 0
    genres: tuple[int, ...]
    countries: tuple[str, ...] = ("US",)
    rating: float = 0.0
    votes: int = 0
    popularity: float = 1.0
    adult: bool = False
    cast: str = ""
    crew: str = ""
    keywords: tuple[str, ...] = ()
    certifications: dict[str, str] = field(default_factory=dict)
    watch: tuple[tuple[str, str, int], ...] = ()
    """Region, way (flatrate, rent …), provider."""
    texts: dict[str, Text] = field(default_factory=dict)
    collection: int | None = None
    trailer: str = ""
    pictured: bool = True
    seasons: list[Season] = field(default_factory=list)
    on_now: bool = False
    """In cinemas, or on air."""
    coming: bool = False
    """Upcoming, or airing today."""

    def parts(self) -> Iterator[tuple[str, str]]:
        """(name, character)"""
        return pairs(self.cast)

    def jobs(self) -> Iterator[tuple[str, str]]:
        """(name, job)"""
        return pairs(self.crew)


@dataclass(kw_only=True)
class Person:
    """Somebody in a cast or crew. Dates are ISO, or None when unknown."""

    id: int
    name: str
    imdb: str | None = None
    born: str | None = None
    died: str | None = None
    birthplace: str | None = None
    biographies: dict[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    department: str = "Acting"
    popularity: float = 1.0


@dataclass(kw_only=True)
class Collection:
    """Films that belong together."""

    id: int
    texts: dict[str, Text]


def pairs(listed: str) -> Iterator[tuple[str, str]]:
    """The pairs of "a: b; c: d"."""
    for part in listed.split(";"):
        if part.strip():
            left, _, right = part.strip().partition(": ")
            yield left, right
