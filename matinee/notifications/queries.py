"""What a person has been told."""

from dataclasses import dataclass
from uuid import UUID

from matinee.core.personal import personal
from matinee.notifications.models import Notification


@dataclass(frozen=True, slots=True)
class NotificationPage:
    """Some of a person's notifications.

    `unread`: how many of all of theirs. `next`: the id that the next page begins behind; None when there is none.
    """

    items: list[Notification]
    unread: int
    next: int | None


def newest(user_id: UUID, *, before: int | None = None, limit: int) -> NotificationPage:
    """The newest first; `before`: only those with a smaller id."""
    shown = Notification.objects.filter(user=user_id, dismissed_at=None).order_by("-id")
    if before is not None:
        shown = shown.filter(pk__lt=before)
    return _page(user_id, list(shown[: limit + 1]), limit)


def since(user_id: UUID, *, after: int, limit: int) -> NotificationPage:
    """Those with a larger id, the oldest first: what somebody has missed who knows all up to that one."""
    shown = Notification.objects.filter(user=user_id, dismissed_at=None, pk__gt=after).order_by("id")
    return _page(user_id, list(shown[: limit + 1]), limit)


def _page(user_id: UUID, found: list[Notification], limit: int) -> NotificationPage:
    unread = Notification.objects.filter(user=user_id, dismissed_at=None, read_at=None).count()
    items = found[:limit]
    return NotificationPage(items, unread, items[-1].pk if len(found) > limit else None)


@personal("notifications")
def _told(user_id: UUID) -> object:
    shown = Notification.objects.filter(user=user_id, dismissed_at=None).order_by("id")
    return list(shown.values("kind", "data", "created_at", "read_at"))
