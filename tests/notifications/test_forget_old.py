"""Notifications go: some days after they were read, some months if they never were, and with whom they belong to."""

import orjson
import pytest

from matinee.accounts.actions import find_user
from matinee.accounts.actions.people import delete_person
from matinee.core.sweeps import sweeps
from matinee.notifications import actions
from matinee.notifications.models import Kind, Notification
from tests.accounts.cast import person, seated
from tests.accounts.conftest import Later
from tests.notifications.telling import some_for

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture(autouse=True)
def alice() -> None:
    person("alice")


def kept() -> list[int]:
    return list(Notification.objects.order_by("id").values_list("id", flat=True))


def test_a_read_one_goes_after_thirty_days(later: Later) -> None:
    old, young = some_for("alice", 1, days_ago=100) + some_for("alice", 1, days_ago=100)
    actions.mark_read(find_user("alice").pk, [old])
    later(days=29)
    actions.mark_read(find_user("alice").pk, [young])
    assert actions.forget_old() == 0

    later(days=1, seconds=1)
    assert actions.forget_old() == 1
    assert kept() == [young]


def test_an_unread_one_goes_after_half_a_year() -> None:
    some_for("alice", 1, days_ago=181)
    young = some_for("alice", 1, days_ago=179)

    assert actions.forget_old() == 1
    assert kept() == young


def test_a_dismissed_one_leaves_a_trace_for_thirty_days(later: Later) -> None:
    [dismissed] = some_for("alice", 1)
    actions.dismiss(find_user("alice").pk, dismissed)
    later(days=29)
    assert actions.forget_old() == 0
    later(days=1, seconds=1)
    assert actions.forget_old() == 1


def test_the_sweep_goes_on_until_nothing_is_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "FORGOTTEN_AT_ONCE", 2)
    some_for("alice", 5, days_ago=181)
    young = some_for("alice", 1)

    sweep = sweeps["notifications.retention"].function
    outcome = sweep()

    assert (outcome.done, outcome.idle) == (5, False)
    assert kept() == young
    assert sweep().idle


def test_they_go_with_the_person() -> None:
    person("bob")
    some_for("alice", 2)
    of_bob = some_for("bob", 1)

    delete_person(find_user("alice"))

    assert kept() == of_bob


def test_a_person_takes_them_along_but_for_the_dismissed() -> None:
    told, dismissed = some_for("alice", 2, kind=Kind.ROLE_CHANGED)
    actions.dismiss(find_user("alice").pk, dismissed)
    alice = seated("alice")

    [taken] = orjson.loads(alice.get("/me/export").content)["notifications"]

    assert (taken["kind"], taken["data"], taken["read_at"]) == ("role.changed", {"role": "guest"}, None)
    assert told in kept()
