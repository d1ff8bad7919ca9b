"""Marking what was told as read, and taking that back."""

import pytest

from matinee.notifications.models import Notification
from tests.accounts.cast import Browser, person, refused, said, seated
from tests.accounts.conftest import Later
from tests.notifications.telling import some_for

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def alice() -> Browser:
    person("alice")
    person("bob")
    return seated("alice")


def unread(browser: Browser) -> list[int]:
    shown = said(browser.get("/notifications"))
    found = [item["id"] for item in shown["items"] if item["readAt"] is None]
    assert shown["unread"] == len(found)
    return sorted(found)


def test_those_that_are_named_are_read(alice: Browser) -> None:
    made = some_for("alice", 3)

    assert alice.post("/notifications/read", {"ids": made[:2]}).status_code == 204

    assert unread(alice) == made[2:]


def test_all_are_read_up_to_the_last_that_was_seen(alice: Browser) -> None:
    made = some_for("alice", 3)

    assert alice.post("/notifications/read", {"upTo": made[1]}).status_code == 204

    assert unread(alice) == made[2:]


def test_what_was_read_first_counts(alice: Browser, later: Later) -> None:
    made = some_for("alice", 1)
    alice.post("/notifications/read", {"ids": made})
    first = Notification.objects.get().read_at
    later(minutes=1)
    alice.post("/notifications/read", {"ids": made})
    alice.post("/notifications/read", {"upTo": made[0]})

    assert Notification.objects.get().read_at == first


def test_what_was_read_by_mistake_is_unread_again(alice: Browser) -> None:
    made = some_for("alice", 3)
    alice.post("/notifications/read", {"upTo": made[-1]})

    assert alice.post("/notifications/unread", {"ids": made[1:]}).status_code == 204

    assert unread(alice) == made[1:]


def test_somebody_elses_stay_as_they_are(alice: Browser) -> None:
    of_bob = some_for("bob", 2)
    bob = seated("bob")

    assert alice.post("/notifications/read", {"ids": of_bob}).status_code == 204
    assert alice.post("/notifications/read", {"upTo": of_bob[-1]}).status_code == 204
    assert unread(bob) == of_bob

    bob.post("/notifications/read", {"ids": of_bob})
    assert alice.post("/notifications/unread", {"ids": of_bob}).status_code == 204
    assert unread(bob) == []


def test_ids_that_are_gone_do_no_harm(alice: Browser) -> None:
    made = some_for("alice", 1)

    assert alice.post("/notifications/read", {"ids": [*made, made[0], 2**63 - 1]}).status_code == 204
    assert unread(alice) == []


@pytest.mark.parametrize(
    "body",
    [
        None,
        {},
        {"ids": []},
        {"ids": None},
        {"ids": [1], "upTo": 1},
        {"ids": ["x"]},
        {"ids": [-1]},
        {"ids": [2**63]},
        {"ids": list(range(201))},
        {"ids": 1},
        {"upTo": "now"},
        {"upTo": -1},
        {"upTo": 2**63},
        {"upto": 1},
        [1],
    ],
)
def test_what_cannot_be_understood_changes_nothing(alice: Browser, body: object) -> None:
    made = some_for("alice", 1)

    refused(alice.post("/notifications/read", body), 400)

    assert unread(alice) == made


@pytest.mark.parametrize("body", [None, {}, {"ids": []}, {"upTo": 1}, {"ids": [None]}])
def test_what_to_unread_has_to_be_named(alice: Browser, body: object) -> None:
    refused(alice.post("/notifications/unread", body), 400)
