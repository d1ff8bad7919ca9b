"""What a provider of titles can do, and the shapes in which it answers: facts only, no ids of ours.

A provider has one or several of the abilities below. It raises NotFound ("has none"), or a ServiceError
("couldn't ask"); never returns None for either. `wait` is the seconds that a call may take altogether.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol, TypeAlias, runtime_checkable

from matinee.catalog.filters import Filters
from matinee.core.language import Locale

Kind = Literal["movie", "tv"]
GenreRef: TypeAlias = int | str
"""A genre by TMDB's number or by our slug."""
Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTitle:
    """A title as a list shows it. Exactly one of `tmdb_id` and `starter_key` is set."""

    kind: Kind
    tmdb_id: int | None = None
    starter_key: str | None = None
    name: str
    original_name: str
    original_language: str
    overview: str = ""
    released_on: date | None = None
    year: int | None = None
    rating: float | None = None
    votes: int = 0
    popularity: float = 0.0
    is_adult: bool = False
    poster: str = ""
    backdrop: str = ""
    genres: tuple[GenreRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson:
    """A person as a list or a cast shows them. Exactly one of `tmdb_id` and `starter_key` is set."""

    tmdb_id: int | None = None
    starter_key: str | None = None
    name: str
    profile: str = ""
    department: str = ""
    popularity: float = 0.0
    known_for: tuple[FoundTitle, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPart:
    """What somebody did: a character played, or a job."""

    kind: Literal["cast", "crew"]
    character: str = ""
    job: str = ""
    department: str = ""
    episode_count: int | None = None


@dataclass(frozen=True, slots=True)
class FoundCredit:
    """A person's part in the title at hand."""

    person: FoundPerson
    part: FoundPart


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTranslation:
    """The title in another language; an empty field has no translation."""

    language: str
    name: str = ""
    overview: str = ""
    tagline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEpisode:
    """One episode."""

    number: int
    tmdb_id: int | None = None
    imdb_id: str | None = None
    name: str = ""
    overview: str = ""
    aired_on: date | None = None
    runtime: int | None = None
    still: str = ""
    rating: float | None = None
    votes: int = 0
    archive: str | None = None
    guests: tuple[FoundCredit, ...] = ()
    crew: tuple[FoundCredit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSeason:
    """One season; `episodes` is None where only its heading is known."""

    number: int
    tmdb_id: int | None = None
    name: str = ""
    overview: str = ""
    aired_on: date | None = None
    poster: str = ""
    episode_count: int = 0
    episodes: tuple[FoundEpisode, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCollection:
    """A collection; `parts` is None where only its heading is known."""

    tmdb_id: int | None = None
    starter_key: str | None = None
    name: str
    overview: str = ""
    poster: str = ""
    backdrop: str = ""
    parts: tuple[FoundTitle, ...] | None = None
    translations: tuple[FoundTranslation, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundFacet:
    """A value to filter by: a keyword (no region), or an age rating or watch provider in a region."""

    kind: Literal["keyword", "certification", "provider"]
    value: str
    region: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteTitle:
    """All that a provider knows of one title, from one call."""

    title: FoundTitle
    language: str
    imdb_id: str | None = None
    tvdb_id: int | None = None
    wikidata_id: str | None = None
    minimum_age: int | None = None
    """In years, from a provider that says so; the ratings among its releases go before."""
    tagline: str = ""
    ended_on: date | None = None
    runtime: int | None = None
    status: str = ""
    season_count: int | None = None
    episode_count: int | None = None
    collection: FoundCollection | None = None
    seasons: tuple[FoundSeason, ...] = ()
    credits: tuple[FoundCredit, ...] = ()
    translations: tuple[FoundTranslation, ...] = ()
    recommended: tuple[FoundTitle, ...] = ()
    similar: tuple[FoundTitle, ...] = ()
    facets: tuple[FoundFacet, ...] = ()
    metadata: dict[str, Json] = field(default_factory=dict)
    """Countries, videos, images and more, in the shapes of `catalog.metadata`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletePerson:
    """All that a provider knows of one person."""

    person: FoundPerson
    imdb_id: str | None = None
    biography: str = ""
    biographies: dict[str, str] = field(default_factory=dict)
    born_on: date | None = None
    died_on: date | None = None
    birthplace: str = ""
    aliases: tuple[str, ...] = ()
    homepage: str | None = None
    filmography: tuple[tuple[FoundTitle, FoundPart], ...] = ()


@dataclass(frozen=True, slots=True)
class FoundPage:
    """One page of titles, or of titles and people together."""

    items: tuple[FoundTitle | FoundPerson, ...]
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class FoundGenre:
    """A genre of films or shows, named in the asked language."""

    tmdb_id: int
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class ChangedIds:
    """Ids of titles that changed lately, and how many pages there are."""

    ids: tuple[int, ...]
    pages: int


class ListsTitles(Protocol):
    """Keeps the named lists: popular, trending …"""

    def list_page(self, slug: str, page: int, locale: Locale, *, wait: float) -> FoundPage:
        """A page of the list with that slug (`named_lists`)."""


class BrowsesTitles(Protocol):
    """Filters all of its titles."""

    def browse(self, kind: Kind, filters: Filters, page: int, locale: Locale, *, wait: float) -> FoundPage:
        """A page of the titles that pass the filters."""


class FindsTitles(Protocol):
    """Searches, and knows outside ids."""

    def search(self, text: str, kind: str, page: int, locale: Locale, *, wait: float) -> FoundPage:
        """`kind`: all, movie, tv or person."""

    def find_imdb(self, imdb_id: str, *, wait: float) -> FoundTitle | FoundPerson:
        """The title or person with that IMDb id."""


class DescribesTitles(Protocol):
    """Tells all about one title, season, person or collection, by TMDB's ids."""

    def title(self, kind: Kind, tmdb_id: int, *, wait: float) -> CompleteTitle:
        """One title in the installation's language, with all translations."""

    def season(self, tmdb_id: int, number: int, language: str, *, wait: float) -> FoundSeason:
        """One season with its episodes in a language."""

    def person(self, tmdb_id: int, *, wait: float) -> CompletePerson:
        """One person with their filmography."""

    def collection(self, tmdb_id: int, *, wait: float) -> FoundCollection:
        """One collection with its parts."""

    def popular_people(self, page: int, locale: Locale, *, wait: float) -> FoundPage:
        """A page of popular people."""

    def genres(self, language: str, *, wait: float) -> Iterable[FoundGenre]:
        """All genres by name in a language."""


class HasPictures(Protocol):
    """Tells where its pictures are."""

    def pictures(self, *, wait: float) -> dict[str, Json]:
        """`{"base": address, "widths": {"poster": [92, …]}}`."""


class ReportsChanges(Protocol):
    """Tells which titles changed."""

    def changes(self, kind: Kind, since: date, until: date, page: int, *, wait: float) -> ChangedIds:
        """Ids of the titles changed between two days, at most 14 apart."""


@runtime_checkable
class FullProvider(ListsTitles, BrowsesTitles, FindsTitles, DescribesTitles, HasPictures, ReportsChanges, Protocol):
    """A provider with every ability."""
