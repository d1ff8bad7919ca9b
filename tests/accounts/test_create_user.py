"""Making people known, and their passwords."""

import pytest
from django.contrib.auth import authenticate

from matinee.accounts.actions import change_password, create_user, find_user
from matinee.accounts.models import User
from matinee.accounts.queries import users
from matinee.core.access import Role
from matinee.core.errors import BadInput, NotFound

GOOD = "a lamp in Bagdad 1924"

pytestmark = pytest.mark.django_db


def test_alice_can_prove_who_she_is() -> None:
    alice = create_user("alice", GOOD, email="alice@example.org")

    assert authenticate(username="alice", password=GOOD) == alice
    assert authenticate(username="alice", password="something else") is None
    assert not alice.is_administrator


def test_root_may_administer() -> None:
    assert create_user("root", GOOD, role=Role.ADMINISTRATOR).is_administrator


def test_passwords_are_kept_as_argon2id() -> None:
    create_user("alice", GOOD)

    assert User.objects.get().password.startswith("argon2$argon2id$")


@pytest.mark.parametrize("password", ["", "short", "password123", "8374651029", "alice-alice"])
def test_a_weak_password_is_refused(password: str) -> None:
    with pytest.raises(BadInput) as refused:
        create_user("alice-alice", password)

    assert {problem.field for problem in refused.value.fields} == {"password"}
    assert users() == []


@pytest.mark.parametrize(
    ("username", "email", "field"),
    [
        ("r\u00f6\u00f6t", "", "username"),
        ("al ice", "", "username"),
        ("x@example.org", "", "username"),
        ("", "", "username"),
        ("   ", "", "username"),
        ("x" * 65, "", "username"),
        ("bob", "nonsense", "email"),
    ],
)
def test_a_wrong_field_is_named(username: str, email: str, field: str) -> None:
    with pytest.raises(BadInput) as refused:
        create_user(username, GOOD, email=email)

    assert {problem.field for problem in refused.value.fields} == {field}


def test_a_name_is_given_once() -> None:
    create_user("alice", GOOD)

    with pytest.raises(BadInput, match='"alice" is taken'):
        create_user(" alice ", GOOD)
    assert [user.username for user in users()] == ["alice"]


def test_a_new_password_takes_the_place_of_the_old() -> None:
    create_user("alice", GOOD)
    change_password(find_user("alice"), GOOD + "!")

    assert authenticate(username="alice", password=GOOD) is None
    assert authenticate(username="alice", password=GOOD + "!")


def test_nobodys_password_cannot_be_changed() -> None:
    with pytest.raises(NotFound):
        find_user("nobody")
