"""What the catalogue answers. Hot answers are shaped as plain rows by `queries`; these are their OpenAPI contract."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from matinee.core.shape import Shape

ImageName = Annotated[str, Field(description="Name of an image; its address is /img/{kind}/{size}/{name}.")]


class Freshness(Shape):
    """How old the data is, and why it may not be newer."""

    fetched_at: datetime | None = Field(
        description="When the provider last told this; null for what ships with the program."
    )
    age: int | None = Field(
        description="Seconds since then, given when the data is older than it should be; else null."
    )
    stale: bool = Field(description="Older than it should be; a refresh is on its way.")
    notice: str | None = Field(description="A sentence for the visitor when something could not be asked; else null.")


class TitleCard(Shape):
    """A title as lists show it."""

    id: int
    kind: Literal["movie", "tv"]
    title: str
    original_title: str
    year: int | None
    released: date | None
    overview: str
    poster: ImageName
    backdrop: ImageName
    rating: float | None = Field(description="Average vote, 0-10; null when nobody voted.")
    votes: int
    popularity: float
    runtime: int | None = Field(description="Minutes; null when unknown.")
    original_language: str
    genres: list[str] = Field(description="Slugs.")


class Reason(Shape):
    """The strongest true thing that two titles share."""

    kind: Literal["collection", "director", "creator", "cast", "writer", "keywords", "genres", "provider"] = Field(
        description="provider: we know of nothing, the provider puts it there by what people liked."
    )
    names: list[str] = Field(description="Up to three names of what is shared, best known or billed first.")


class NeighbourCard(TitleCard):
    """A title next to another one, and why."""

    reason: Reason


class TitlePage(Freshness):
    """One page of a listing."""

    items: list[TitleCard]
    page: int = Field(
        description="The page asked for; a later one when an age cap left nothing of it. The next is the one after."
    )
    pages: int = Field(description="Pages that can be asked for, 500 at most.")
    total: int | None = Field(
        description="Titles on all pages; null where nobody has counted those that this viewer may see."
    )


class GenreItem(Shape):
    """A genre with its name in the asked language."""

    slug: str
    name: str
    movies: bool
    tv: bool


class GenreName(Shape):
    """A title's genre."""

    slug: str
    name: str


class CollectionCard(Shape):
    """A collection as a title page shows it."""

    id: int
    name: str
    poster: ImageName | None
    backdrop: ImageName | None


class PersonCard(Shape):
    """A person as lists show them."""

    id: int
    name: str
    profile: ImageName
    department: str
    popularity: float
    known_for: list[str] = Field(description="Names of up to three titles.")


class CastMember(Shape):
    """One part played."""

    person_id: int
    name: str
    profile: ImageName
    character: str
    episodes: int | None


class CrewMember(Shape):
    """One job done."""

    person_id: int
    name: str
    profile: ImageName
    job: str
    department: str


class Credits(Shape):
    """Cast in billing order, then crew."""

    cast: list[CastMember]
    crew: list[CrewMember]


class Video(Shape):
    """A trailer or the like, on the site that hosts it."""

    site: str
    key: str
    name: str
    type: str
    language: str
    official: bool


class Picture(Shape):
    """One of a title's images."""

    name: ImageName
    width: int
    height: int
    language: str | None


class Pictures(Shape):
    """A title's images by kind, 20 each at most: in the asked language, then without words, then others."""

    posters: list[Picture]
    backdrops: list[Picture]
    logos: list[Picture]


class WatchOption(Shape):
    """A service where the title can be watched."""

    id: int
    name: str
    logo: ImageName | None


class WatchProviders(Shape):
    """Where to watch in the asked region. Data by JustWatch; show that."""

    region: str
    link: str | None
    stream: list[WatchOption]
    free: list[WatchOption]
    ads: list[WatchOption]
    rent: list[WatchOption]
    buy: list[WatchOption]


class TranslationItem(Shape):
    """The title in another language."""

    language: str
    title: str
    overview: str


class Release(Shape):
    """A release or a rating in one country."""

    country: str
    certification: str
    released: date | None
    type: str


class ExternalIds(Shape):
    """The title's ids elsewhere."""

    tmdb: int | None
    imdb: str | None
    tvdb: int | None
    wikidata: str | None
    archive: str | None = Field(description="Internet Archive identifier.")


class SeasonCard(Shape):
    """A season as a show's page lists it; number 0 holds the specials."""

    number: int
    title: str
    overview: str
    aired: date | None
    poster: ImageName
    episodes: int


class TitleDetail(TitleCard, Freshness):
    """A title's own page. The optional parts come when `include` names them."""

    tagline: str
    status: str
    ended: date | None
    certification: str | None = Field(description="Age rating in the asked region.")
    minimum_age: int | None = Field(
        description="Years, by the ratings of several countries; what age caps go by. Null when none is known."
    )
    countries: list[str]
    languages: list[str]
    homepage: str | None
    licence: str | None = Field(description="public-domain, cc-by …, where known.")
    complete: bool
    season_count: int | None
    episode_count: int | None
    genre_names: list[GenreName]
    collection: CollectionCard | None
    seasons: list[SeasonCard]
    companies: list[str]
    credits: Credits | None = None
    videos: list[Video] | None = None
    images: Pictures | None = None
    recommendations: list[NeighbourCard] | None = None
    similar: list[NeighbourCard] | None = None
    providers: WatchProviders | None = None
    translations: list[TranslationItem] | None = None
    releases: list[Release] | None = None
    keywords: list[str] | None = None
    external_ids: ExternalIds | None = None


class EpisodeMember(Shape):
    """A guest or crew member of one episode."""

    person: str = Field(description="What /people/{ref} opens them by.")
    name: str
    profile: ImageName | None
    character: str
    job: str


class EpisodeItem(Shape):
    """One episode."""

    id: int
    season: int
    number: int
    title: str
    overview: str
    still: ImageName | None
    aired: date | None
    runtime: int | None
    rating: float | None
    votes: int
    archive: str | None
    guests: list[EpisodeMember]
    crew: list[EpisodeMember]


class EpisodeCard(Shape):
    """An episode as lists of several shows have it."""

    id: int
    season: int
    number: int
    title: str
    still: ImageName | None
    aired: date | None
    runtime: int | None = Field(description="Minutes; null when unknown.")


class ShowName(Shape):
    """The show that a season belongs to."""

    id: int
    title: str
    poster: ImageName
    backdrop: ImageName


class SeasonDetail(Freshness):
    """A season with its episodes."""

    show: ShowName
    number: int
    title: str
    overview: str
    aired: date | None
    poster: ImageName
    complete: bool
    episodes: list[EpisodeItem]


class EpisodeDetail(EpisodeItem, Freshness):
    """One episode's own page."""

    show: ShowName


class Part(Shape):
    """What somebody did in a title."""

    kind: Literal["cast", "crew"]
    character: str
    job: str
    department: str
    episodes: int | None


class FilmographyItem(Shape):
    """A title and everything the person did in it."""

    title: TitleCard
    parts: list[Part]


class PersonDetail(PersonCard, Freshness):
    """A person's own page; the filmography runs from newest to oldest."""

    biography: str
    born: date | None
    died: date | None
    birthplace: str
    aliases: list[str]
    homepage: str | None
    complete: bool
    external_ids: ExternalIds
    filmography: list[FilmographyItem]


class PersonPage(Freshness):
    """One page of people."""

    items: list[PersonCard]
    page: int
    pages: int
    total: int


class CollectionDetail(CollectionCard, Freshness):
    """A collection with its parts in order of release."""

    overview: str
    parts: list[TitleCard]


class ListHeading(Shape):
    """What a list is called and what it holds."""

    slug: str
    name: str
    description: str
    kind: Literal["movie", "tv", "mixed"]
    origin: Literal["provider", "curated"]


class ListCard(ListHeading):
    """A list; `items` are its first entries when `preview` asks for some."""

    total: int
    items: list[TitleCard]


class ListIndex(Freshness):
    """All lists that have entries, in their order."""

    items: list[ListCard]


class ListDetail(ListHeading, TitlePage):
    """One list's page."""
