"""What people were told, once everything that happened has been delivered."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from matinee.accounts.actions import find_user
from matinee.core.models import Event
from matinee.notifications.models import Kind, Notification
from tests.delivering import deliver

Told = tuple[str, dict[str, Any]]


def told(name: str) -> list[Told]:
    """Kind and data of all that this person is shown, the oldest first."""
    deliver()
    shown = Notification.objects.filter(user__username=name, dismissed_at=None).order_by("id")
    return [(notification.kind, notification.data) for notification in shown]


def some_for(name: str, count: int, *, kind: Kind = Kind.ROLE_CHANGED, days_ago: float = 0) -> list[int]:
    """So many notifications of this person, of events of their own; their ids, the oldest first."""
    user, at = find_user(name), timezone.now() - timedelta(days=days_ago)
    happened = Event.objects.bulk_create([Event(name="Nothing", body={}, created_at=at) for _ in range(count)])
    made = Notification.objects.bulk_create(
        Notification(user=user, event=event, kind=kind, data={"role": "guest"}, created_at=at) for event in happened
    )
    return [notification.pk for notification in made]
