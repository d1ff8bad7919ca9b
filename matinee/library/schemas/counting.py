"""What people here think of titles, all together."""

from pydantic import Field

from matinee.catalog.schemas.told import TitleCard
from matinee.core.shape import Shape
from matinee.library.schemas.common import Localised

MOST_PAGES = 25


class LovedHereQuery(Localised):
    """Which page of it."""

    page: int = Field(1, ge=1, le=MOST_PAGES)


class Counts(Shape):
    """What people here think of a title."""

    loved: int = Field(description="By how many.")
    rated: int = Field(description="By how many.")
    rating: float | None = Field(description="The average, 0-10; null when nobody has rated it.")


class LovedTitle(Counts):
    """A title, and what people here think of it."""

    title: TitleCard


class LovedHere(Shape):
    """Some of the titles that people here love, those of most people first."""

    items: list[LovedTitle]
    page: int
    pages: int
    total: int
