"""Administrators are told who joined, and which service is away."""

import pytest

from matinee.accounts.actions import find_user
from matinee.accounts.actions.people import change_profile, decide, delete_person
from matinee.core import connections, events
from matinee.core.access import Role
from matinee.core.deeds import deed
from matinee.core.outages.events import ConnectionBack, ConnectionLost
from tests.accounts.cast import PASSWORD, Browser, person, seated
from tests.accounts.conftest import decide as decide_policies
from tests.notifications.telling import told

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_root_is_told_who_joined_and_the_others_are_not() -> None:
    person("root")
    person("bob")
    alice = person("alice")

    assert told("root")[-1] == ("user.joined", {"userId": str(alice.pk), "name": "alice"})
    assert told("bob") == []
    assert told("alice") == []


def test_the_name_is_the_one_that_others_see() -> None:
    person("root")
    alice = person("alice")
    change_profile(alice, {"display_name": "Ålice"})

    assert told("root")[0][1]["name"] == "Ålice"


def test_a_new_administrator_is_told_nothing_of_themselves() -> None:
    root = person("root")
    carol = person("carol")
    decide(carol, {"role": Role.ADMINISTRATOR})

    assert [data.get("userId") for _, data in told("carol")] == [str(root.pk), None]
    assert [data["userId"] for _, data in told("root")] == [str(carol.pk)]


def test_an_administrator_who_may_not_come_in_is_told_nothing() -> None:
    person("root")
    carol = person("carol")
    decide(carol, {"role": Role.ADMINISTRATOR})
    decide(carol, {"is_active": False})
    person("alice")

    assert "user.joined" not in [kind for kind, _ in told("carol")]


def test_whoever_signs_up_has_joined() -> None:
    person("root")
    decide_policies(sign_up="open")
    browser = Browser()
    given = {"username": "dora", "email": "dora@example.org", "password": PASSWORD}

    browser.post(f"{browser.flows}/auth/signup", given)

    assert told("root") == [("user.joined", {"userId": str(find_user("dora").pk), "name": "dora"})]


def test_whoever_makes_somebody_known_knows_it() -> None:
    person("root")
    root = seated("root")
    carol = person("carol")
    decide(carol, {"role": Role.ADMINISTRATOR})

    assert root.post("/users", {"username": "dora", "password": PASSWORD}).status_code == 201

    dora = ("user.joined", {"userId": str(find_user("dora").pk), "name": "dora"})
    assert dora in told("carol")
    assert dora not in told("root")


def test_of_who_has_left_nothing_is_told_any_more() -> None:
    person("root")
    alice = person("alice")
    assert len(told("root")) == 1
    bob = person("bob")
    delete_person(bob)
    delete_person(alice)

    assert told("root") == []


def test_administrators_are_told_that_a_service_is_away_and_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "_known", {"mail": connections._known["mail"]})
    person("root")
    person("alice")
    with deed():
        events.append(ConnectionLost("mail"))
        events.append(ConnectionBack("mail"))
        events.append(ConnectionLost("archive"))

    mail = {"service": "mail", "title": "E-mail"}
    assert told("root")[1:] == [
        ("connection.down", mail),
        ("connection.up", mail),
        ("connection.down", {"service": "archive", "title": "archive"}),
    ]
    assert told("alice") == []
