"""What notifications hear: everything that is news to somebody; and what people's tabs hear of that at once.

One subscriber for all, so that ids are given in the order of telling, and "all after id n" misses nothing.
"""

from collections.abc import Iterator

from matinee.core import events
from matinee.core.live import Push, tells
from matinee.notifications import actions
from matinee.notifications.events import NotificationDismissed, NotificationsMarked, NotificationsTold
from matinee.notifications.news import news_of, sources


@events.subscribe("notifications", *sources(), from_start=False)
def hear(event: events.Event) -> None:
    """Tell whom it concerns."""
    if news := news_of(event):
        actions.tell(news, events.heard())


@tells(NotificationsTold)
def _told(event: NotificationsTold) -> Iterator[Push]:
    for user_id, notification_id in zip(event.user_ids, event.ids, strict=True):
        yield Push(user_id, "notifications.told", {"id": notification_id, "kind": event.kind})


@tells(NotificationsMarked)
def _marked(event: NotificationsMarked) -> Iterator[Push]:
    yield Push(event.user_id, "notifications.changed", {"ids": list(event.ids)})


@tells(NotificationDismissed)
def _dismissed(event: NotificationDismissed) -> Iterator[Push]:
    yield Push(event.user_id, "notifications.changed", {"ids": [event.id]})
