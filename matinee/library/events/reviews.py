"""What happens to reviews. `earlier_id` is a row of `Earlier` with the text from before."""

from dataclasses import dataclass
from uuid import UUID

from matinee.core.events import Event


@dataclass(frozen=True)
class ReviewPublished(Event):
    """Somebody has reviewed a title, which they had not."""

    user_id: UUID
    title_id: int
    review_id: int


@dataclass(frozen=True)
class ReviewChanged(Event):
    """Somebody's review says something else."""

    user_id: UUID
    title_id: int
    review_id: int
    earlier_id: int


@dataclass(frozen=True)
class ReviewRemoved(Event):
    """Somebody has taken their review back; for a day they can have it again."""

    user_id: UUID
    title_id: int
    review_id: int


@dataclass(frozen=True)
class ReviewRestored(Event):
    """A removed review is there again."""

    user_id: UUID
    title_id: int
    review_id: int


@dataclass(frozen=True)
class ReviewFoundHelpful(Event):
    """Somebody, `user_id`, found another's review helpful."""

    user_id: UUID
    title_id: int
    review_id: int


@dataclass(frozen=True)
class ReviewNotFoundHelpful(Event):
    """Somebody no longer does."""

    user_id: UUID
    title_id: int
    review_id: int


@dataclass(frozen=True)
class ReviewHidden(Event):
    """An administrator, `user_id`, shows a review to nobody but its author."""

    user_id: UUID
    title_id: int
    review_id: int
    author_id: UUID


@dataclass(frozen=True)
class ReviewUnhidden(Event):
    """An administrator shows a review to everybody again."""

    user_id: UUID
    title_id: int
    review_id: int
    author_id: UUID
