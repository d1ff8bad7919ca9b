"""What is recommended."""

from typing import Literal

from pydantic import Field

from matinee.catalog.schemas.told import TitleCard
from matinee.core.shape import Shape
from matinee.library.schemas.common import Localised

Kind = Literal["movie", "tv", ""]


class SimilarQuery(Localised):
    """How many of them."""

    count: int = Field(20, ge=1, le=60)


class ForMeQuery(SimilarQuery):
    """Which of them."""

    kind: Kind = ""


class TogetherQuery(ForMeQuery):
    """With whom, and how long you have."""

    people: str = Field(
        alias="with", min_length=1, max_length=200, description="User names of up to three others: bob,carol."
    )
    minutes: int | None = Field(None, ge=1, le=1000, description="Nothing longer; of a show, an episode.")

    def names(self) -> list[str]:
        return list(dict.fromkeys(name.strip() for name in self.people.split(",") if name.strip()))


class Because(Shape):
    """A title that you know."""

    id: int
    kind: str
    title: str


class WhyRecommended(Shape):
    """Why it is recommended."""

    kind: Literal[
        "collection", "director", "creator", "writer", "cast", "keywords", "genres", "text", "decade", "provider",
        "taste", "popular",
    ] = Field(
        description="What it shares with `becauseOf`; provider: its provider puts it there; taste: who likes that likes"
        " this, too; popular: it is well known, and no more is to be said."
    )  # fmt: skip
    names: list[str] = Field(description="Up to three names of what is shared.")
    because_of: Because | None


class Recommended(TitleCard):
    """A title, and why you may like it."""

    reason: WhyRecommended


class Recommendations(Shape):
    """Some titles, best first. None when nothing has been learnt yet, which happens within the first minutes."""

    items: list[Recommended]
