"""What somebody thinks of titles."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from matinee.catalog.schemas.told import TitleCard
from matinee.core.shape import Asked, Shape
from matinee.library.actions import AS_IT_IS, Change
from matinee.library.queries import OpinionFilters
from matinee.library.schemas.common import Paged, Rating, half_points

LONGEST_NOTES = 10_000  # characters

Which = Literal["favorites", "ratings", "dismissals"]
Notes = Annotated[str, Field(max_length=LONGEST_NOTES)]


class _Filters(Asked):
    text: str = Field("", max_length=200, description="Words of the title or of your notes.")
    kind: Literal["movie", "tv", ""] = ""
    genre: str = Field("", max_length=200, description="Slugs: horror,comedy for both, horror|comedy for either.")
    rated: bool | None = None


class OpinionsQuery(_Filters, Paged):
    """Which of them, in which order."""

    sort: Literal["added", "rating", "title", "newest", "oldest"] = "added"

    def filters(self, which: Which) -> OpinionFilters:
        return OpinionFilters(which, self.text, self.kind, self.genre, self.rated, self.sort)


class OpinionChoicesQuery(_Filters):
    """What they are narrowed by already."""

    of: Which = "favorites"

    def filters(self) -> OpinionFilters:
        return OpinionFilters(self.of, self.text, self.kind, self.genre, self.rated)


class NewFavorite(Asked):
    """What you think of it; what is left out stays."""

    rating: Rating | None = None
    notes: Notes = ""

    def change(self) -> Change:
        """To a favourite."""
        return _change(self, favorite=True)


class OpinionChange(Asked):
    """What shall be another; what is left out stays."""

    favorite: bool = False
    rating: Rating | None = None
    notes: Notes = ""
    dismissed: bool = Field(False, description="Whether you do not want it recommended.")

    def change(self) -> Change:
        return _change(self)


def _change(given: NewFavorite | OpinionChange, **more: bool) -> Change:
    changed = given.model_dump(exclude_unset=True) | more
    return Change(
        favorite=changed.get("favorite", AS_IT_IS),
        rating=half_points(given.rating) if "rating" in changed else AS_IT_IS,
        notes=changed.get("notes", AS_IT_IS),
        dismissed=changed.get("dismissed", AS_IT_IS),
    )


class OpinionTold(Shape):
    """What you think of a title."""

    favorite: bool
    rating: float | None = Field(description="Yours, 0-10 in halves; null when you gave none.")
    notes: str
    dismissed: bool = Field(description="You do not want it recommended.")
    loved_at: datetime | None
    rated_at: datetime | None


class OpinionItem(OpinionTold):
    """A title, and what you think of it."""

    title: TitleCard


class OpinionPage(Shape):
    """Some of the titles that you think something of."""

    items: list[OpinionItem]
    page: int
    pages: int
    total: int


class OpinionChoices(Shape):
    """What they can be narrowed by so that something is left, each with all other filters."""

    kinds: list[Literal["movie", "tv"]]
    genres: list[str] = Field(description="Slugs.")
