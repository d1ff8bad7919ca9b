"""What a person has been told."""

from dataclasses import dataclass
from uuid import UUID

from matinee.core.personal import personal
from matinee.notifications.models import (
    ALWAYS_SHOWN,
    FOR_ADMINISTRATORS,
    Kind,
    Notification,
    NotificationPreference,
)


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


@dataclass(frozen=True, slots=True)
class Preference:
    """How a person is told one kind of thing. `always`: that cannot be changed."""

    kind: Kind
    in_app: bool
    always: bool


def kinds_for(*, administrator: bool) -> list[Kind]:
    """What somebody may be told at all, in the order of `Kind`."""
    return [kind for kind in Kind if administrator or kind not in FOR_ADMINISTRATORS]


def preferences(user_id: UUID, *, administrator: bool) -> list[Preference]:
    """Of each kind that this person may be told."""
    chosen = dict(NotificationPreference.objects.filter(user=user_id).values_list("kind", "in_app"))
    return [
        Preference(kind, in_app=kind in ALWAYS_SHOWN or chosen.get(kind, True), always=kind in ALWAYS_SHOWN)
        for kind in kinds_for(administrator=administrator)
    ]


@personal("notifications")
def _told(user_id: UUID) -> object:
    shown = Notification.objects.filter(user=user_id, dismissed_at=None).order_by("id")
    return list(shown.values("kind", "data", "created_at", "read_at"))


@personal("notification_preferences")
def _preferences(user_id: UUID) -> object:
    return list(NotificationPreference.objects.filter(user=user_id).order_by("kind").values("kind", "in_app"))
