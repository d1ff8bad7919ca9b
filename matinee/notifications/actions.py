"""The deeds of notifications."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from matinee.accounts.models import User
from matinee.core.deeds import deed
from matinee.core.errors import NotFound
from matinee.core.models import Event
from matinee.notifications.models import Notification
from matinee.notifications.news import News

KEPT_READ = timedelta(days=30)  # since it was read
KEPT = timedelta(days=180)  # if nobody reads it
NEWS = KEPT_READ  # no longer: of an event that is heard again a trace must be left
FORGOTTEN_AT_ONCE = 5_000  # rows


@deed
def tell(news: News, event: Event) -> None:
    """Tell these people, each once of one event however often it comes. What happened long ago is no news."""
    now = timezone.now()
    if event.created_at < now - NEWS:
        return
    known = User.objects.filter(pk__in=news.to).order_by("pk").values_list("pk", flat=True)
    told = [
        Notification(
            user_id=user_id, event=event, kind=news.kind, data=dict(news.data), about_id=news.about, created_at=now
        )
        for user_id in known
    ]
    Notification.objects.bulk_create(told, ignore_conflicts=True)


@deed
def mark_read(user_id: UUID, ids: Collection[int]) -> None:
    """Those of these that are theirs and unread are read now."""
    _shown_to(user_id).filter(pk__in=ids, read_at=None).update(read_at=timezone.now())


@deed
def mark_all_read(user_id: UUID, *, up_to: int) -> None:
    """The same for all up to that id: what was told since they looked stays unread."""
    _shown_to(user_id).filter(pk__lte=up_to, read_at=None).update(read_at=timezone.now())


@deed
def mark_unread(user_id: UUID, ids: Collection[int]) -> None:
    """Those of these that are theirs are as if they had not been read."""
    _shown_to(user_id).filter(pk__in=ids).update(read_at=None)


@deed
def dismiss(user_id: UUID, notification_id: int) -> None:
    """It is theirs no more. Raises NotFound."""
    found = _shown_to(user_id).filter(pk=notification_id)
    if found.update(dismissed_at=timezone.now(), data={}, about=None) != 1:
        raise NotFound("There is no such notification")


@deed
def forget_old() -> int:
    """Delete what nobody looks for any more, the oldest 5,000 at most; how many went."""
    now = timezone.now()
    is_old = Q(read_at__lt=now - KEPT_READ) | Q(dismissed_at__lt=now - KEPT_READ) | Q(created_at__lt=now - KEPT)
    # The first condition follows from each of the others; it is the one with an index.
    old = Notification.objects.filter(is_old, created_at__lt=now - KEPT_READ).order_by("created_at")
    return Notification.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:FORGOTTEN_AT_ONCE])).delete()[0]


def _shown_to(user_id: UUID) -> QuerySet[Notification]:
    return Notification.objects.filter(user=user_id, dismissed_at=None)
