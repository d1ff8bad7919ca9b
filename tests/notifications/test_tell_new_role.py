"""Whoever gets another role is told."""

import pytest

from matinee.accounts.actions.people import decide, delete_person
from matinee.core.access import Role
from tests.accounts.cast import person, seated
from tests.notifications.telling import told

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_alice_is_told_each_new_role() -> None:
    person("root")
    alice = person("alice")
    root = seated("root")

    root.send("PATCH", f"/users/{alice.pk}", {"role": "administrator"})
    root.send("PATCH", f"/users/{alice.pk}", {"role": "guest"})

    assert [news for news in told("alice") if news[0] == "role.changed"] == [
        ("role.changed", {"role": "administrator"}),
        ("role.changed", {"role": "guest"}),
    ]


def test_what_else_is_decided_about_her_is_no_news() -> None:
    alice = person("alice")

    decide(alice, {"age_cap": 12, "role": Role.MEMBER})

    assert told("alice") == []


def test_somebody_who_has_left_meanwhile_needs_no_telling() -> None:
    person("root")
    alice = person("alice")
    decide(alice, {"role": Role.GUEST})
    delete_person(alice)
    person("bob")

    assert [data["name"] for _, data in told("root")] == ["bob"]
