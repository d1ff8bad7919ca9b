"""TMDB's answers, read with care: unknown keys are ignored, "" and 0 that mean "unknown" become None.

A list item that makes no sense is left out (`Lenient`); a page without its essentials is an error.
"""

import re
from datetime import date
from typing import Annotated, Any, Generic, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

T = TypeVar("T")
_BIGGEST_ID = 2**31 - 1
_MOST_ITEMS = 5_000  # no true list is longer; a hostile one shall not become a statement with a million values
_BIGGEST_SMALL = 2**15 - 1
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # PostgreSQL refuses NUL, and nobody can see the others


def _none_when_unreadable(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """Unknown dates are "", some are "0000-00-00"; a wrong optional field must not cost the title."""
    try:
        return handler(value) if value not in ("", 0) else None
    except ValidationError:
        return None


def _list_without_rubbish(values: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """Validate item by item, leaving out those that cannot be read."""
    if not isinstance(values, list):
        return handler([])
    kept: list[Any] = []
    for value in values[:_MOST_ITEMS]:
        try:
            kept += handler([value])
        except ValidationError:
            continue
    return kept


def _list_of_something(values: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """The same, but no list, or one of nothing but rubbish, is no answer: it must not empty what is stored."""
    kept = _list_without_rubbish(values, handler)
    if not isinstance(values, list) or (values and not kept):
        raise ValueError("nothing of it can be read")
    return kept


def _empty_when_unreadable(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """An appended part that cannot be read counts as not appended."""
    try:
        return handler(value)
    except ValidationError:
        return handler({})


def _text(value: Any) -> Any:
    if value is None:
        return ""
    return _CONTROL.sub("", value) if isinstance(value, str) else value


def _zero(value: Any) -> Any:
    return 0 if value is None else value


def _zero_when_unreadable(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    try:
        return handler(value)
    except ValidationError:
        return 0.0


def _small(value: int) -> int:
    return min(value, _BIGGEST_SMALL)


Text = Annotated[str, BeforeValidator(_text)]
Name = Annotated[str, Field(min_length=1), BeforeValidator(_text)]
Day = Annotated[date | None, WrapValidator(_none_when_unreadable)]
Id = Annotated[int, Field(ge=1, le=_BIGGEST_ID)]
MaybeId = Annotated[int | None, Field(ge=1, le=_BIGGEST_ID), WrapValidator(_none_when_unreadable)]
Minutes = Annotated[int | None, Field(ge=1, le=32_000), WrapValidator(_none_when_unreadable)]
Count = Annotated[int, Field(ge=0, le=_BIGGEST_ID), BeforeValidator(_zero)]
SmallCount = Annotated[Count, AfterValidator(_small)]
Number = Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False), WrapValidator(_zero_when_unreadable)]
ImdbId = Annotated[str | None, Field(pattern=r"^(tt|nm)\d{7,9}$"), WrapValidator(_none_when_unreadable)]
ImagePath = Annotated[
    str | None, Field(pattern=r"^/[A-Za-z0-9_-]{1,80}\.(jpg|png|svg|webp)$"), WrapValidator(_none_when_unreadable)
]
Lenient = Annotated[list[T], WrapValidator(_list_without_rubbish)]
Part = Annotated[T, WrapValidator(_empty_when_unreadable)]


class Shape(BaseModel):
    """New keys appear unannounced, so unknown ones are ignored."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)


class Item(Shape):
    """What lists say about a film or show; shows use `name` and `first_air_date`."""

    id: Id
    media_type: Text = ""
    title: Text = ""
    name: Text = ""
    original_title: Text = ""
    original_name: Text = ""
    original_language: Text = ""
    overview: Text = ""
    release_date: Day = None
    first_air_date: Day = None
    vote_average: Number = 0
    vote_count: Count = 0
    popularity: Number = 0
    adult: bool = False
    poster_path: ImagePath = None
    backdrop_path: ImagePath = None
    genre_ids: Lenient[int] = []


class PersonItem(Shape):
    """What lists and casts say about a person."""

    id: Id
    name: Name
    profile_path: ImagePath = None
    known_for_department: Text = ""
    popularity: Number = 0
    known_for: Lenient[Item] = []


class Hit(Item, PersonItem):
    """An item of a search: a title, a person, or something else, as `media_type` says."""

    name: Text = ""


class Page(Shape, Generic[T]):
    """A page of a list. `total_pages` may say more than the 500 that can be asked for."""

    results: Annotated[list[T], WrapValidator(_list_of_something)]
    total_pages: Count = 0
    total_results: Count = 0


class GenreShape(Shape):
    id: Id
    name: Name


class GenreList(Shape):
    """In a language without names TMDB gives null for each; those are left out."""

    genres: Lenient[GenreShape]


class Role(Shape):
    """A part in `aggregate_credits`."""

    character: Text = ""
    job: Text = ""
    episode_count: SmallCount = 0


class CastShape(PersonItem):
    character: Text = ""
    roles: Lenient[Role] = []
    total_episode_count: SmallCount = 0
    order: Count = 0


class CrewShape(PersonItem):
    job: Text = ""
    department: Text = ""
    jobs: Lenient[Role] = []
    total_episode_count: SmallCount = 0


class CreditsShape(Shape):
    cast: Lenient[CastShape] = []
    crew: Lenient[CrewShape] = []


class VideoShape(Shape):
    site: Name
    key: str = Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")
    name: Text = ""
    type: Text = ""
    iso_639_1: Text = ""
    official: bool = False


class ImageShape(Shape):
    file_path: str = Field(pattern=r"^/[A-Za-z0-9_-]{1,80}\.(jpg|png|svg|webp)$")
    width: Count = 0
    height: Count = 0
    iso_639_1: Annotated[str | None, Field(pattern=r"^[a-z]{2,3}$"), WrapValidator(_none_when_unreadable)] = None


class ImagesShape(Shape):
    posters: Lenient[ImageShape] = []
    backdrops: Lenient[ImageShape] = []
    logos: Lenient[ImageShape] = []


class ReleaseShape(Shape):
    certification: Text = ""
    release_date: Text = ""
    type: Count = 0


class CountryReleases(Shape):
    iso_3166_1: str = Field(pattern=r"^[A-Z]{2}$")
    release_dates: Lenient[ReleaseShape] = []


class ContentRating(Shape):
    iso_3166_1: str = Field(pattern=r"^[A-Z]{2}$")
    rating: Text = ""


class Results(Shape, Generic[T]):
    results: Lenient[T] = []


class Keyword(Shape):
    id: Id
    name: Name


class Keywords(Shape):
    """Films say `keywords`, shows say `results`."""

    keywords: Lenient[Keyword] = []
    results: Lenient[Keyword] = []


class WatchShape(Shape):
    provider_id: Id
    provider_name: Text = ""
    logo_path: ImagePath = None


class WatchRegion(Shape):
    link: Text = ""
    flatrate: Lenient[WatchShape] = []
    free: Lenient[WatchShape] = []
    ads: Lenient[WatchShape] = []
    rent: Lenient[WatchShape] = []
    buy: Lenient[WatchShape] = []


class WatchResults(Shape):
    results: dict[Text, Part[WatchRegion]] = {}


class TranslationData(Shape):
    title: Text = ""
    name: Text = ""
    overview: Text = ""
    tagline: Text = ""
    biography: Text = ""


class TranslationShape(Shape):
    iso_639_1: str = Field(pattern=r"^[a-z]{2,3}$")
    iso_3166_1: Text = ""
    data: TranslationData = TranslationData()


class Translations(Shape):
    translations: Lenient[TranslationShape] = []


class ExternalIdsShape(Shape):
    imdb_id: ImdbId = None
    tvdb_id: MaybeId = None
    wikidata_id: Annotated[str | None, Field(pattern=r"^Q\d{1,12}$"), WrapValidator(_none_when_unreadable)] = None


class Named(Shape):
    name: Name


class Country(Shape):
    iso_3166_1: str = Field(pattern=r"^[A-Z]{2}$")


class Language(Shape):
    iso_639_1: str = Field(pattern=r"^[a-z]{2,3}$")


class CollectionShape(Shape):
    id: Id
    name: Name
    overview: Text = ""
    poster_path: ImagePath = None
    backdrop_path: ImagePath = None
    parts: Lenient[Item] | None = None
    translations: Part[Translations] = Translations()


class EpisodeShape(Shape):
    id: MaybeId = None
    episode_number: int = Field(ge=0, le=_BIGGEST_ID)
    name: Text = ""
    overview: Text = ""
    air_date: Day = None
    runtime: Minutes = None
    still_path: ImagePath = None
    vote_average: Number = 0
    vote_count: Count = 0
    guest_stars: Lenient[CastShape] = []
    crew: Lenient[CrewShape] = []


class SeasonShape(Shape):
    id: MaybeId = None
    season_number: int = Field(ge=0, le=32_000)
    name: Text = ""
    overview: Text = ""
    air_date: Day = None
    poster_path: ImagePath = None
    episode_count: SmallCount = 0
    episodes: Lenient[EpisodeShape] | None = None


class TitleShape(Item):
    """A film's or show's own page, with what was appended."""

    genres: Lenient[GenreShape] = []
    imdb_id: ImdbId = None
    homepage: Text = ""
    tagline: Text = ""
    status: Text = ""
    runtime: Minutes = None
    episode_run_time: Lenient[Annotated[int, Field(ge=1, le=32_000)]] = []
    last_air_date: Day = None
    number_of_seasons: SmallCount = 0
    number_of_episodes: Count = 0
    seasons: Lenient[SeasonShape] = []
    belongs_to_collection: Annotated[CollectionShape | None, WrapValidator(_none_when_unreadable)] = None
    production_companies: Lenient[Named] = []
    networks: Lenient[Named] = []
    created_by: Lenient[PersonItem] = []
    production_countries: Lenient[Country] = []
    origin_country: Lenient[Text] = []
    spoken_languages: Lenient[Language] = []
    languages: Lenient[Text] = []
    credits: Part[CreditsShape] = CreditsShape()
    aggregate_credits: CreditsShape | None = None
    videos: Part[Results[VideoShape]] = Results[VideoShape]()
    images: Part[ImagesShape] = ImagesShape()
    recommendations: Part[Results[Item]] = Results[Item]()
    similar: Part[Results[Item]] = Results[Item]()
    keywords: Part[Keywords] = Keywords()
    translations: Part[Translations] = Translations()
    external_ids: Part[ExternalIdsShape] = ExternalIdsShape()
    release_dates: Part[Results[CountryReleases]] = Results[CountryReleases]()
    content_ratings: Part[Results[ContentRating]] = Results[ContentRating]()
    watch: Part[WatchResults] = Field(WatchResults(), alias="watch/providers")


class FilmographyShape(Item):
    character: Text = ""
    job: Text = ""
    department: Text = ""
    episode_count: SmallCount = 0


class FilmographyLists(Shape):
    cast: Lenient[FilmographyShape] = []
    crew: Lenient[FilmographyShape] = []


class PersonShape(PersonItem):
    """A person's own page, with what was appended."""

    biography: Text = ""
    birthday: Day = None
    deathday: Day = None
    place_of_birth: Text = ""
    also_known_as: Lenient[Text] = []
    homepage: Text = ""
    imdb_id: ImdbId = None
    combined_credits: Part[FilmographyLists] = FilmographyLists()
    translations: Part[Translations] = Translations()


class FindResults(Shape):
    movie_results: Lenient[Item] = []
    tv_results: Lenient[Item] = []
    person_results: Lenient[PersonItem] = []


class ChangedItem(Shape):
    id: Id


class ImagesConfiguration(Shape):
    secure_base_url: Text = ""
    poster_sizes: list[str] = []
    backdrop_sizes: list[str] = []
    profile_sizes: list[str] = []
    still_sizes: list[str] = []
    logo_sizes: list[str] = []


class Configuration(Shape):
    images: ImagesConfiguration
