"""Everybody says of each kind whether they want to be told; not of what keeps their account safe."""

import pytest

from matinee.accounts.actions import find_user
from matinee.accounts.actions.people import decide
from matinee.core import delivery
from matinee.core.access import Role
from matinee.core.personal import everything_about
from matinee.notifications.models import NotificationPreference
from tests.accounts.cast import Browser, person, refused, said, seated
from tests.delivering import deliver
from tests.notifications.telling import told

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

PREFERENCES = "/me/notification-preferences"


@pytest.fixture
def root() -> Browser:
    person("root")
    return seated("root")


def chosen(browser: Browser) -> dict[str, bool]:
    return {item["kind"]: item["inApp"] for item in said(browser.get(PREFERENCES))["items"]}


def prefer(browser: Browser, kind: str, in_app: object) -> int:
    return browser.send("PUT", f"{PREFERENCES}/{kind}", {"inApp": in_app}).status_code


def test_everything_is_shown_until_somebody_chooses(root: Browser) -> None:
    assert chosen(root) == {
        "user.joined": True,
        "role.changed": True,
        "session.new": True,
        "connection.down": True,
        "connection.up": True,
        "list.invited": True,
        "list.joined": True,
        "trakt.lost": True,
    }


def test_who_is_no_administrator_chooses_among_what_they_are_told() -> None:
    person("alice")
    alice = seated("alice")

    assert said(alice.get(PREFERENCES))["items"] == [
        {"kind": "role.changed", "inApp": True, "always": True},
        {"kind": "session.new", "inApp": True, "always": True},
        {"kind": "list.invited", "inApp": True, "always": False},
        {"kind": "list.joined", "inApp": True, "always": False},
        {"kind": "trakt.lost", "inApp": True, "always": False},
    ]
    assert prefer(alice, "user.joined", False) == 404


def test_what_is_turned_off_is_not_told(root: Browser) -> None:
    assert prefer(root, "user.joined", False) == 204
    assert chosen(root)["user.joined"] is False

    person("alice")

    assert told("root") == []
    assert said(root.get("/notifications"))["unread"] == 0


def test_somebody_elses_choice_is_theirs(root: Browser) -> None:
    carol = person("carol")
    decide(carol, {"role": Role.ADMINISTRATOR})
    deliver()
    before = told("carol")
    prefer(root, "user.joined", False)

    person("alice")

    assert len(told("carol")) == len(before) + 1


def test_what_is_turned_on_again_is_told_from_then_on(root: Browser) -> None:
    prefer(root, "user.joined", False)
    person("alice")
    deliver()
    prefer(root, "user.joined", True)
    person("bob")
    assert [data["name"] for _, data in told("root")] == ["bob"]

    delivery.replay("notifications", 1)
    assert "alice" not in [data["name"] for _, data in told("root") if "name" in data]


def test_what_is_about_the_safety_of_the_account_cannot_be_turned_off() -> None:
    alice = person("alice")
    browser = seated("alice")
    for kind in ("role.changed", "session.new"):
        refused(browser.send("PUT", f"{PREFERENCES}/{kind}", {"inApp": False}), 400, "the safety of your account")
        assert prefer(browser, kind, True) == 204

    NotificationPreference.objects.update(in_app=False)  # however that came to be
    decide(alice, {"role": Role.GUEST})

    assert [kind for kind, _ in told("alice")] == ["role.changed"]
    assert chosen(browser)["role.changed"] is True


@pytest.mark.parametrize("kind", ["nothing", "user", "USER.JOINED", "user.joined2", "%00", "x" * 300])
def test_a_kind_that_there_is_not_is_not_found(root: Browser, kind: str) -> None:
    assert prefer(root, kind, False) in (400, 404)
    assert not NotificationPreference.objects.exists()


@pytest.mark.parametrize(
    "body", [None, {}, {"inApp": "x"}, {"inApp": None}, {"shown": False}, {"inApp": True, "x": 1}, []]
)
def test_what_cannot_be_understood_changes_nothing(root: Browser, body: object) -> None:
    refused(root.send("PUT", f"{PREFERENCES}/user.joined", body), 400)

    assert not NotificationPreference.objects.exists()


def test_what_somebody_chose_is_part_of_their_data(root: Browser) -> None:
    prefer(root, "user.joined", False)

    assert everything_about(find_user("root").pk)["notification_preferences"] == [
        {"kind": "user.joined", "in_app": False}
    ]
