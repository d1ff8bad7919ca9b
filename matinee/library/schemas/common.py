"""What several of the library's addresses ask for."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from matinee.core.language import Locale, choose
from matinee.core.shape import Asked, Shape

Noun = Literal["movies", "tv"]
StatusName = Literal["planned", "watching", "watched", "dropped"]


def _in_halves(rating: float) -> float:
    if rating * 2 != int(rating * 2):
        raise ValueError("should go in halves, as 7.5 does")
    return rating


Rating = Annotated[float, Field(ge=0, le=10, strict=True, description="0-10, in halves."), AfterValidator(_in_halves)]


class Localised(Asked):
    """In which language, for which region."""

    language: str | None = Field(None, max_length=8, description="de or pt-BR; else by Accept-Language.")
    region: str | None = Field(None, max_length=2, description="DE; else by Accept-Language.")

    def locale(self, accepted: str) -> Locale:
        """`accepted`: the Accept-Language header."""
        return choose(self.language, self.region, accepted)


class Paged(Localised):
    """Which page of it."""

    page: int = Field(1, ge=1, le=10_000)


class PageCount(Shape):
    """Where in the whole an answer is."""

    page: int
    pages: int
    total: int


class Face(Shape):
    """A person as others see them."""

    name: str
    picture: str | None = Field(description="Name of an image.")


def half_points(rating: float | None) -> int | None:
    """8.5 as 17."""
    return None if rating is None else int(rating * 2)
