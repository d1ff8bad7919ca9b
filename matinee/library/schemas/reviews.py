"""What people write about titles."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from matinee.catalog.schemas.told import TitleCard
from matinee.core.shape import Asked, Shape
from matinee.library.actions import AS_IT_IS, Change
from matinee.library.models import LONGEST_REVIEW
from matinee.library.queries import ReviewsAsked
from matinee.library.schemas.common import Face, PageCount, Rating, half_points
from matinee.library.schemas.words import OneLine, Visible

Text = Annotated[
    str, Field(min_length=1, max_length=LONGEST_REVIEW, description="Markdown, with ||spoilers||."), Visible
]


class ReviewsQuery(Asked):
    """Which of them."""

    page: int = Field(1, ge=1, le=10_000)
    sort: Literal["helpful", "newest"] = "helpful"

    def asked(self) -> ReviewsAsked:
        return ReviewsAsked(self.page, self.sort)


class NewReview(Asked):
    """What you say of it; a rating that is left out stays as it is."""

    text: Text
    spoiler: bool = Field(False, description="All of it gives something away.")
    rating: Rating | None = None

    def change(self) -> Change:
        return Change(rating=half_points(self.rating) if "rating" in self.model_fields_set else AS_IT_IS)


class Draft(Asked):
    """What you are about to say."""

    text: Text


class Rendered(Shape):
    """How it will look."""

    html: str


class Hiding(Asked):
    """Why it should not be read."""

    because: Annotated[str, Field(min_length=1, max_length=500), OneLine, Visible] = Field(
        description="For its author and other administrators."
    )


class Hidden(Shape):
    """Since when and why it is shown to nobody but its author and administrators."""

    at: datetime
    because: str


class ReviewTold(Shape):
    """A review of a title."""

    id: int
    author: Face
    mine: bool
    rating: float | None = Field(description="Its author's, 0-10 in halves.")
    html: str = Field(description='Safe to show; spoilers are in <span class="spoiler">.')
    text: str | None = Field(description="The Markdown, of your own.")
    spoiler: bool = Field(description="All of it gives something away.")
    helpful: int = Field(description="How many found it so.")
    found_helpful: bool = Field(description="You are one of them.")
    created_at: datetime
    changed_at: datetime
    hidden: Hidden | None


class ReviewPage(PageCount):
    """Some of a title's reviews."""

    items: list[ReviewTold]


class OwnReview(ReviewTold):
    """A review of yours, and of what."""

    title: TitleCard


class OwnReviews(PageCount):
    """Some of your reviews, the latest first."""

    items: list[OwnReview]


class MaybeReview(Shape):
    """Your review of a title, if you have written one."""

    review: ReviewTold | None


class Helpful(Shape):
    """How many found it helpful."""

    helpful: int
