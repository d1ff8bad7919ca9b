"""An event may be delivered again, or all of them; people are told once."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matinee.accounts.actions.people import decide
from matinee.accounts.events import PoliciesChanged
from matinee.accounts.models import User
from matinee.core import delivery, events
from matinee.core.access import Role
from matinee.core.deeds import deed
from matinee.core.models import Event, EventCursor, ParkedEvent
from matinee.notifications import actions
from matinee.notifications.models import Kind, Notification
from matinee.notifications.news import News
from tests.accounts.cast import person
from tests.accounts.conftest import Later
from tests.delivering import deliver
from tests.notifications.telling import told

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def household() -> None:
    """Two administrators, of whom each is told something, and alice, who is told of her role."""
    root, carol, alice = person("root"), person("carol"), person("alice")
    decide(carol, {"role": Role.ADMINISTRATOR})
    decide(alice, {"role": Role.GUEST})
    assert root.is_administrator
    deliver()


def again() -> None:
    delivery.replay("notifications", 1)
    deliver()
    assert EventCursor.objects.get(subscriber="notifications").position > 0


def everything() -> list[tuple[object, ...]]:
    return list(Notification.objects.order_by("id").values_list("id", "user", "kind", "created_at", "read_at"))


def test_a_replay_tells_nobody_again(household: None) -> None:
    before = everything()
    assert len(before) > 3

    again()

    assert everything() == before


def test_what_was_read_is_not_unread_after_a_replay(household: None) -> None:
    actions.mark_all_read(Notification.objects.latest("id").user_id, up_to=2**63 - 1)
    before = everything()

    again()

    assert everything() == before


def test_what_was_dismissed_does_not_come_back(household: None) -> None:
    for notification in Notification.objects.all():
        actions.dismiss(notification.user_id, notification.pk)

    again()

    assert told("root") == told("carol") == told("alice") == []


def test_what_was_read_and_forgotten_does_not_come_back(household: None, later: Later) -> None:
    for notification in Notification.objects.all():
        actions.mark_read(notification.user_id, [notification.pk])
    later(days=30, seconds=1)
    actions.forget_old()
    assert not Notification.objects.exists()

    again()

    assert not Notification.objects.exists()


def test_who_begins_to_listen_late_is_not_told_of_long_ago(later: Later) -> None:
    person("root")
    person("alice")
    later(days=31)

    assert told("root") == []


def test_a_parked_event_that_is_delivered_at_last_is_told() -> None:
    person("root")
    deliver()
    alice = person("alice")
    event = Event.objects.latest("id")
    ParkedEvent.objects.create(
        subscriber="notifications", event=event, attempts=8, error="", parked_at=event.created_at
    )
    EventCursor.objects.filter(subscriber="notifications").update(position=event.pk)

    delivery.redeliver("notifications", event.pk)

    assert told("root") == [("user.joined", {"userId": str(alice.pk), "name": "alice"})]


def test_a_worker_that_dies_between_telling_and_its_commit_tells_in_the_end_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person("root")
    deliver()
    person("alice")
    heard = events.subscribers["notifications"]

    class Killed(BaseException):
        """Nobody catches it, as nobody catches the end of a process."""

    def die(told: Sequence[events.Heard]) -> None:
        heard.hear(told)
        assert Notification.objects.exists()
        raise Killed

    monkeypatch.setitem(events.subscribers, "notifications", replace(heard, hear=die))
    with pytest.raises(Killed):
        deliver()
    assert not Notification.objects.exists()

    monkeypatch.setitem(events.subscribers, "notifications", heard)
    assert len(told("root")) == 1


@pytest.mark.parametrize("count", [1, 30])
def test_telling_many_takes_as_many_statements_as_telling_one(count: int) -> None:
    users = User.objects.bulk_create(User(username=f"admin{number}") for number in range(count))
    with deed():
        events.append(PoliciesChanged())
    news = News(Kind.CONNECTION_UP, [user.pk for user in users], {"service": "mail", "title": "E-mail"})
    event = Event.objects.latest("id")

    with CaptureQueriesContext(connection) as captured:
        actions.tell(news, event)

    assert Notification.objects.count() == count
    statements = [query["sql"].split("(")[0] for query in captured.captured_queries]
    assert [sql for sql in statements if "SAVEPOINT" not in sql and "pg_advisory" not in sql] == [
        'SELECT "accounts_user"."id" AS "pk", EXISTS',
        'INSERT INTO "notifications_notification" ',
        'INSERT INTO "core_event" ',
    ]
