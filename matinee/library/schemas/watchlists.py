"""Lists that people make."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from matinee.accounts.models.people import USERNAME
from matinee.catalog.schemas.told import TitleCard
from matinee.core.shape import Asked, Shape
from matinee.library.actions import ListChange
from matinee.library.models import LONGEST_LIST_NAME, LONGEST_LIST_TEXT, MOST_ITEMS
from matinee.library.schemas.common import Face, PageCount
from matinee.library.schemas.words import OneLine, Visible

Name = Annotated[str, Field(min_length=1, max_length=LONGEST_LIST_NAME), OneLine, Visible]
Description = Annotated[str, Field(max_length=LONGEST_LIST_TEXT)]
Note = Annotated[str, Field(max_length=LONGEST_LIST_TEXT)]
Position = Annotated[int, Field(ge=0, lt=2**31, strict=True, description="From 0; less than the length of the list.")]


class NewWatchlist(Asked):
    """A list to make."""

    name: Name
    description: Description = ""
    public: bool = Field(False, description="Whether it has a page for whoever knows its link.")


class WatchlistChange(Asked):
    """What shall be another; what is left out stays."""

    name: Name | None = None
    description: Description | None = None
    public: bool | None = None

    def change(self) -> ListChange:
        return ListChange(self.name, self.description, self.public)


class NewItem(Asked):
    """How a title comes in."""

    note: Note = ""
    position: Position | None = Field(None, description="From 0; left out: at the end.")


class ItemChange(Asked):
    """What shall be another; what is left out stays."""

    note: Note | None = None
    position: Position | None = None


class Order(Asked):
    """All titles of the list in the order that they shall have."""

    titles: list[int] = Field(max_length=MOST_ITEMS, description="Ids of all that you see in it, each once.")


class TitleIds(Shape):
    """All titles of a list."""

    titles: list[int] = Field(description="Ids of all that you see in it, in their order.")


class NewMember(Asked):
    """Whom to invite."""

    username: str = Field(min_length=1, max_length=64, pattern=USERNAME.pattern.replace(r"\A", "^").replace(r"\Z", "$"))
    may_edit: bool = False


class Rights(Asked):
    """What a member may do."""

    may_edit: bool


class PosterShown(Shape):
    """A poster of a list's mosaic."""

    title: str
    poster: str


class WatchlistHeading(Shape):
    """A list without what is in it."""

    id: int
    name: str
    description: str
    public: bool
    link: str | None = Field(description="Its public page is /shared/watchlists/{link}; null while it is private.")
    right: Literal["view", "edit", "own"] = Field(description="What you may do with it.")
    owner: Face
    changed_at: datetime


class WatchlistCard(WatchlistHeading):
    """A list among others."""

    length: int
    posters: list[PosterShown] = Field(description="Of its first titles, four at most.")


class WatchlistInvitation(Shape):
    """A list that somebody wants to share with you."""

    id: int
    name: str
    owner: Face
    may_edit: bool


class WatchlistPage(PageCount):
    """Some of your lists, and your invitations."""

    items: list[WatchlistCard]
    invitations: list[WatchlistInvitation]


class ItemPlace(Shape):
    """A title's place in a list."""

    position: int
    note: str
    added_at: datetime


class WatchlistItemTold(ItemPlace):
    """A title in a list."""

    title: TitleCard
    added_by: str | None = Field(description="The name of who put it there; null when they are gone.")


class WatchlistDetail(WatchlistHeading, PageCount):
    """A list and some of its titles, 100 a page."""

    items: list[WatchlistItemTold]


class SharedItem(Shape):
    """A title on a public page."""

    title: TitleCard
    note: str


class SharedWatchlist(PageCount):
    """The public page of a list."""

    name: str
    description: str
    owner: Face
    changed_at: datetime
    items: list[SharedItem]


class Member(Face):
    """Somebody whom a list is shared with."""

    id: int
    may_edit: bool
    joined: bool = Field(
        description="false: the invitation has no answer, which does not say that there is such a person."
    )


class Members(Shape):
    """All of them, the first invited first."""

    items: list[Member]


class ListWithout(Shape):
    """A list that you may change, and whether a title is in it."""

    id: int
    name: str
    public: bool
    shared: bool = Field(description="It is somebody else's.")
    holds: bool


class ListsFor(Shape):
    """All of them, the latest changed first."""

    items: list[ListWithout]
