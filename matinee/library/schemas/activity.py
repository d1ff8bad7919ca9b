"""What somebody did."""

from datetime import datetime
from typing import Any

from pydantic import Field

from matinee.catalog.schemas.told import TitleCard
from matinee.core.shape import Shape
from matinee.library.schemas.common import Localised


class ActivityQuery(Localised):
    """From where on."""

    before: int | None = Field(None, ge=1, lt=2**63, description="Only what is older than this id.")


class ListNamed(Shape):
    """A list that it was about."""

    id: int
    name: str = Field(description="As it is called now.")
    gone: bool = Field(description="It was deleted.")


class Done(Shape):
    """One thing that you did."""

    id: int
    what: str = Field(description="FavoriteAdded, TitleRated …")
    title: TitleCard | None
    list: ListNamed | None = Field(
        description="Null for what is about none, or about one that you do not see any more."
    )
    import_id: int | None = Field(description="The import that it was, while that can be looked at and undone.")
    details: dict[str, Any] = Field(description="What else there is to it: before and rating, in half points, say.")
    at: datetime
    undoable: bool = Field(description="You did it within the last hour, and it can be taken back.")
    undone_at: datetime | None = Field(None, description="When you took it back; null: you did not.")


class ActivityPage(Shape):
    """Some of what you did, newest first."""

    items: list[Done]
    before: int | None = Field(description="Ask with this for the next page; null at the end.")
