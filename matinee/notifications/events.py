"""What happens to notifications."""

from dataclasses import dataclass
from uuid import UUID

from matinee.core.events import Event


@dataclass(frozen=True)
class NotificationsTold(Event):
    """People were told something of one kind. Whose is `ids[n]`: that of `user_ids[n]`."""

    kind: str
    user_ids: tuple[UUID, ...]
    ids: tuple[int, ...]


@dataclass(frozen=True)
class NotificationsMarked(Event):
    """A person has read these, or wants them to be unread again."""

    user_id: UUID
    ids: tuple[int, ...]
    read: bool


@dataclass(frozen=True)
class NotificationDismissed(Event):
    """A person wants to be shown this one no more."""

    user_id: UUID
    id: int
