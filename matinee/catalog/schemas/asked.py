"""What the catalogue is asked."""

from typing import Literal

from pydantic import Field, field_validator

from matinee.catalog.filters import Filters
from matinee.catalog.links import LONGEST
from matinee.core.shape import Shape


class LocaleQuery(Shape):
    """In which language, for which region."""

    language: str | None = Field(None, max_length=8, description="de or pt-BR; else by Accept-Language.")
    region: str | None = Field(None, max_length=2, description="DE; else by Accept-Language.")

    @field_validator("*")
    @classmethod
    def _storable(cls, value: object) -> object:
        if isinstance(value, str) and "\0" in value:
            raise ValueError("should hold no NUL character")  # PostgreSQL takes none
        return value


class PageQuery(LocaleQuery):
    """Which page."""

    page: int = Field(1, ge=1, le=500)


class TrendingQuery(PageQuery):
    """Trending today or this week."""

    window: Literal["day", "week"] = "day"


class DiscoverQuery(PageQuery):
    """What browsing filters by."""

    genre: str | None = Field(None, max_length=200, description="Slugs; a comma means all of them, a bar any of them.")
    year_from: int | None = Field(None, ge=1870, le=2200)
    year_to: int | None = Field(None, ge=1870, le=2200)
    runtime_from: int | None = Field(None, ge=0, le=2000, description="Minutes.")
    runtime_to: int | None = Field(None, ge=0, le=2000, description="Minutes.")
    rating_from: float | None = Field(None, ge=0, le=10)
    rating_to: float | None = Field(None, ge=0, le=10)
    votes_from: int | None = Field(None, ge=0, le=10_000_000)
    original_language: str | None = Field(None, pattern=r"^[a-z]{2,3}$")
    certification: str | None = Field(None, max_length=40, description="Age rating in the region, such as PG-13.")
    provider: int | None = Field(None, ge=1, le=2_000_000_000, description="Watch provider's id in the region.")
    keyword: str | None = Field(None, min_length=1, max_length=80)
    sort: Literal["popularity", "rating", "votes", "newest", "oldest", "title"] = "popularity"

    def filters(self) -> Filters:
        """What to filter by, without page and locale."""
        return Filters(**self.model_dump(exclude={"page", "language", "region"}))


class DetailQuery(LocaleQuery):
    """Which optional parts of a title."""

    include: str = Field("", max_length=200, description="Names with commas between, e.g. credits,videos.")


class ListsQuery(LocaleQuery):
    """How many first entries of each list."""

    preview: int = Field(0, ge=0, le=24)


class SearchQuery(PageQuery):
    """What to look for."""

    q: str = Field(min_length=1, max_length=200)
    kind: Literal["all", "movie", "tv", "person", "collection", "list"] = "all"


class SuggestQuery(LocaleQuery):
    """What was typed so far."""

    q: str = Field(min_length=1, max_length=200)
    kind: Literal["all", "title"] = Field("all", description="title: films and series alone.")


class ResolveQuery(Shape):
    """A link to look up."""

    url: str = Field(min_length=1, max_length=LONGEST, description="A title's or person's page here or elsewhere.")
