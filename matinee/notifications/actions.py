"""The deeds of notifications."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from matinee.accounts.models import User
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.errors import BadInput, NotFound
from matinee.core.models import Event
from matinee.notifications.events import NotificationDismissed, NotificationsMarked, NotificationsTold
from matinee.notifications.models import ALWAYS_SHOWN, Kind, Notification, NotificationPreference
from matinee.notifications.news import News

KEPT_READ = timedelta(days=30)  # since it was read
KEPT = timedelta(days=180)  # if nobody reads it
NEWS = KEPT_READ  # no longer: of an event that is heard again a trace must be left
FORGOTTEN_AT_ONCE = 5_000  # rows


@deed
def tell(news: News, event: Event) -> None:
    """Tell these people, each once of one event however often it comes. What happened long ago is no news.

    Who does not want to be told gets what looks dismissed: it is not told later either, when the event comes again.
    """
    now = timezone.now()
    if event.created_at < now - NEWS:
        return
    told = Notification.objects.filter(event=event, kind=news.kind)
    unwanted = NotificationPreference.objects.filter(user=OuterRef("pk"), kind=news.kind, in_app=False)
    untold = User.objects.filter(pk__in=news.to).exclude(pk__in=told.values("user")).order_by("pk")
    made = Notification.objects.bulk_create(
        Notification(user_id=user_id, event=event, kind=news.kind, created_at=now, dismissed_at=now)
        if is_unwanted and news.kind not in ALWAYS_SHOWN
        else Notification(
            user_id=user_id, event=event, kind=news.kind, data=dict(news.data), about_id=news.about, created_at=now
        )
        for user_id, is_unwanted in untold.values_list("pk", Exists(unwanted))
    )
    if shown := [notification for notification in made if notification.dismissed_at is None]:
        events.append(
            NotificationsTold(
                kind=news.kind,
                user_ids=tuple(notification.user_id for notification in shown),
                ids=tuple(notification.pk for notification in shown),
            )
        )


@deed
def mark_read(user_id: UUID, ids: Collection[int]) -> None:
    """Those of these that are theirs and unread are read now."""
    _mark(user_id, _shown_to(user_id).filter(pk__in=ids, read_at=None), read_at=timezone.now())


@deed
def mark_all_read(user_id: UUID, *, up_to: int) -> None:
    """The same for all up to that id: what was told since they looked stays unread."""
    _mark(user_id, _shown_to(user_id).filter(pk__lte=up_to, read_at=None), read_at=timezone.now())


@deed
def mark_unread(user_id: UUID, ids: Collection[int]) -> None:
    """Those of these that are theirs are as if they had not been read."""
    _mark(user_id, _shown_to(user_id).filter(pk__in=ids).exclude(read_at=None), read_at=None)


@deed
def dismiss(user_id: UUID, notification_id: int) -> None:
    """It is theirs no more. Raises NotFound."""
    found = _shown_to(user_id).filter(pk=notification_id)
    if found.update(dismissed_at=timezone.now(), data={}, about=None) != 1:
        raise NotFound("There is no such notification")
    events.append(NotificationDismissed(user_id=user_id, id=notification_id))


@deed
def prefer(user_id: UUID, kind: Kind, *, in_app: bool) -> None:
    """Whether things of this kind are shown to them inside the program. Raises BadInput for what is always shown."""
    if kind in ALWAYS_SHOWN and not in_app:
        raise BadInput.at("inApp", f"{kind} is about the safety of your account, and is always shown")
    NotificationPreference.objects.update_or_create(user_id=user_id, kind=kind, defaults={"in_app": in_app})


@deed
def forget_old() -> int:
    """Delete what nobody looks for any more, the oldest 5,000 at most; how many went."""
    now = timezone.now()
    is_old = Q(read_at__lt=now - KEPT_READ) | Q(dismissed_at__lt=now - KEPT_READ) | Q(created_at__lt=now - KEPT)
    # The first condition follows from each of the others; it is the one with an index.
    old = Notification.objects.filter(is_old, created_at__lt=now - KEPT_READ).order_by("created_at")
    return Notification.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:FORGOTTEN_AT_ONCE])).delete()[0]


def _mark(user_id: UUID, those: QuerySet[Notification], *, read_at: datetime | None) -> None:
    ids = tuple(those.select_for_update().order_by("pk").values_list("pk", flat=True))
    if ids:
        Notification.objects.filter(pk__in=ids).update(read_at=read_at)
        events.append(NotificationsMarked(user_id=user_id, ids=ids, read=read_at is not None))


def _shown_to(user_id: UUID) -> QuerySet[Notification]:
    return Notification.objects.filter(user=user_id, dismissed_at=None)
