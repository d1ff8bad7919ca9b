"""Notifications as the API is asked for them, and shows them."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field, model_validator

from matinee.core.shape import Asked, Shape
from matinee.notifications.models import Kind

Id = Annotated[int, Field(ge=0, le=2**63 - 1)]
Ids = Annotated[list[Id], Field(min_length=1, max_length=200)]


class NotificationQuery(Asked):
    """Which ones; without `before` and `after` the newest."""

    before: Id | None = Field(None, description="Those with a smaller id, newest first.")
    after: Id | None = Field(None, description="Those with a larger id, oldest first: what was missed.")
    limit: int = Field(20, ge=1, le=50)

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.before is not None and self.after is not None:
            raise ValueError("give before or after, not both")
        return self


class Read(Asked):
    """What has been read; others' notifications are left alone."""

    ids: Ids | None = Field(None, description="These.")
    up_to: Id | None = Field(None, description="All up to this id.")

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.ids is None) == (self.up_to is None):
            raise ValueError("give ids or upTo, one of them")
        return self


class Unread(Asked):
    """What shall count as unread again; others' notifications are left alone."""

    ids: Ids


class NotificationItem(Shape):
    """One thing that the person is told."""

    id: int
    kind: str = Field(description=f"More may come: leave out what you do not know. Now: {', '.join(Kind)}.")
    data: dict[str, str | int] = Field(description="By kind: names and ids, to say it in any language.")
    created_at: datetime
    read_at: datetime | None


class Notifications(Shape):
    """Some of a person's notifications."""

    items: list[NotificationItem]
    unread: int = Field(description="Of all of theirs.")
    next: int | None = Field(description="`before` (or `after`) of the next page; null at the end.")


class PreferenceItem(Shape):
    """How the person is told one kind of thing."""

    kind: str = Field(description=f"More may come. Now: {', '.join(Kind)}.")
    in_app: bool = Field(description="Whether it is shown inside the program.")
    always: bool = Field(description="It is about the safety of their account, and cannot be turned off.")


class Preferences(Shape):
    """How the person is told each kind of thing that concerns them."""

    items: list[PreferenceItem]


class Preferred(Asked):
    """How the person wants to be told one kind of thing."""

    in_app: bool = Field(description="Whether it shall be shown inside the program.")
