"""What people think of titles. What their notes say is told to nobody."""

from dataclasses import dataclass
from uuid import UUID

from matinee.core.events import Event


@dataclass(frozen=True)
class FavoriteAdded(Event):
    """Somebody loves a title that they did not."""

    user_id: UUID
    title_id: int


@dataclass(frozen=True)
class FavoriteRemoved(Event):
    """Somebody no longer keeps a title among their favourites."""

    user_id: UUID
    title_id: int


@dataclass(frozen=True)
class TitleRated(Event):
    """Somebody has another rating for a title. Half points, 0-20; `before` and `rating` are None for none."""

    user_id: UUID
    title_id: int
    before: int | None
    rating: int | None


@dataclass(frozen=True)
class TitleNoted(Event):
    """Somebody notes something else about a title. `earlier_id` is a row of `Earlier` with the notes from before."""

    user_id: UUID
    title_id: int
    earlier_id: int


@dataclass(frozen=True)
class TitleDismissed(Event):
    """Somebody does not want a title recommended."""

    user_id: UUID
    title_id: int


@dataclass(frozen=True)
class TitleWelcomed(Event):
    """Somebody may be recommended a title again."""

    user_id: UUID
    title_id: int
