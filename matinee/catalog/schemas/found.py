"""What search answers, and what becomes of links."""

from typing import Literal

from pydantic import Field

from matinee.catalog.schemas.told import CollectionCard, Freshness, ImageName, ListHeading, PersonCard, TitleCard
from matinee.core.shape import Shape

Kind = Literal["movie", "tv", "person", "collection", "list"]


class CollectionHit(CollectionCard):
    """A collection that was found."""

    poster: ImageName = Field(description="Its own, else that of its best known film.")


class ListHit(ListHeading):
    """A list that was found."""

    total: int = Field(description="Titles in it.")
    poster: ImageName = Field(description="That of its best known title.")


class SearchHit(Shape):
    """One thing that was found; of the four objects three are null."""

    kind: Kind
    title: TitleCard | None
    person: PersonCard | None
    collection: CollectionHit | None
    list: ListHit | None


class SearchPage(Freshness):
    """One page of what was found, best first.

    Where everything is asked for, at most five collections and five lists are among it, and the best known titles of
    a person who was probably meant.
    """

    query: str
    corrected: str | None = Field(description="What was looked for instead, when a word was misspelt.")
    items: list[SearchHit]
    page: int
    pages: int
    total: int = Field(description="What was found; counted up to 1,000.")


class Suggestion(Shape):
    """Something found while typing."""

    kind: Kind
    id: int
    slug: str | None = Field(description="A list's, which its address has instead of the id; else null.")
    name: str
    year: int | None
    image: ImageName = Field(description="A poster or a profile.")


class Suggestions(Shape):
    """At most eight, best first."""

    items: list[Suggestion]


class Resolved(Shape):
    """What a link leads to."""

    kind: Literal["movie", "tv", "person", "collection"]
    ref: str = Field(description="What /movies/{ref}, /tv/{ref}, /people/{ref} and /collections/{ref} open it by.")
    id: int | None = Field(description="Our id; null for what is opened for the first time.")
