"""Signing in by password: by name or address, and how it looks from outside."""

import bcrypt
import pytest
from django.conf import settings

from matinee.accounts.actions import create_user, find_user
from matinee.accounts.actions.people import decide
from matinee.accounts.flows.passwords import Argon2id
from matinee.accounts.models import AuditAction, AuditEntry, User
from tests.accounts.cast import PASSWORD, Browser, Program, person, refused, said, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

Visitor = Browser | Program


@pytest.fixture(params=[Browser, Program])
def visitor(request: pytest.FixtureRequest) -> Visitor:
    made: Visitor = request.param()
    return made


@pytest.mark.parametrize("name", ["alice", "ALICE", "alice@example.org", "Alice@Example.ORG"])
def test_alice_signs_in_by_name_or_address_in_any_case(visitor: Visitor, name: str) -> None:
    person("alice")

    response = visitor.sign_in(name)

    assert response.status_code == 200, response.content
    assert said(response)["data"]["user"]["username"] == "alice"
    assert said(visitor.get("/me"))["username"] == "alice"


@pytest.mark.parametrize("password", ["wrong", PASSWORD.upper(), PASSWORD + "x", "", "x" * 1_000_000, "a\0b", 7, None])
def test_a_wrong_password_lets_nobody_in(visitor: Visitor, password: object) -> None:
    person("alice")

    refused(visitor.sign_in("alice", password), 400)  # type: ignore[arg-type]
    refused(visitor.get("/me"), 401)


def test_a_password_of_a_megabyte_is_not_hashed(hashings: list[int]) -> None:
    person("alice")
    hashings.clear()

    Browser().sign_in("alice", "x" * 1_000_000)

    assert all(length < 1000 for length in hashings)


def test_the_session_cookie_is_out_of_reach_for_scripts_and_other_sites() -> None:
    person("alice")

    cookie = signed_in("alice").client.cookies[settings.SESSION_COOKIE_NAME]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 7 * 24 * 3600


def test_a_program_gets_no_cookie() -> None:
    person("alice")
    program = Program()
    program.sign_in("alice")

    assert not program.client.cookies
    assert program.access
    assert program.refresh


def test_a_session_from_before_is_not_the_one_after() -> None:
    """Whoever planted a session in a browser must not share what is done in it later."""
    person("alice")
    browser = Browser()
    browser.post(f"{browser.flows}/auth/code/request", {"email": "alice@example.org"})
    before = browser.client.cookies[settings.SESSION_COOKIE_NAME].value

    browser.sign_in("alice")

    assert browser.client.cookies[settings.SESSION_COOKIE_NAME].value != before


def test_without_the_csrf_token_nobody_signs_in() -> None:
    person("alice")
    browser = Browser()

    refused(browser.post(f"{browser.flows}/auth/login", {}, X_CSRFToken=""), 403, "own pages")


def test_without_the_csrf_token_nothing_changes() -> None:
    person("alice")
    browser = signed_in("alice")

    refused(browser.send("PATCH", "/me", {"displayName": "Eve"}, X_CSRFToken=""), 403, "own pages")
    refused(browser.send("PATCH", "/me", {"displayName": "Eve"}, X_CSRFToken="x" * 64), 403)
    assert find_user("alice").display_name == ""


@pytest.mark.parametrize("path", ["/me", "/api/v1/auth/browser/v1/account/email"])
def test_a_foreign_origin_changes_nothing(path: str) -> None:
    person("alice")

    response = signed_in("alice").send("PATCH", path, {"displayName": "Eve"}, Origin="https://evil.example.com")

    refused(response, 403, "own pages")
    assert find_user("alice").display_name == ""


def test_signing_out_ends_the_session_at_once(visitor: Visitor) -> None:
    person("alice")
    visitor.sign_in("alice")

    refused(visitor.send("DELETE", f"{visitor.flows}/auth/session"), 401)

    refused(visitor.get("/me"), 401)
    assert AuditEntry.objects.filter(action=AuditAction.SIGNED_OUT, actor="alice").count() == 1


def test_somebody_deactivated_cannot_sign_in(visitor: Visitor) -> None:
    decide(person("alice"), {"is_active": False})

    response = visitor.sign_in("alice")

    assert response.status_code in {400, 401}
    refused(visitor.get("/me"), 401)


def test_whoever_is_signed_in_cannot_sign_in_again() -> None:
    person("alice")

    refused(signed_in("alice").sign_in("alice"), 409)


def test_a_bcrypt_hash_from_elsewhere_becomes_argon2id_at_the_first_sign_in() -> None:
    theirs = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()
    create_user("alice", theirs, email="alice@example.org", is_hash=True)
    assert User.objects.get().password.startswith("bcrypt$")

    refused(Browser().sign_in("alice", "wrong"), 400)
    signed_in("alice")

    cost = f"m={Argon2id.memory_cost},t={Argon2id.time_cost},p=1"
    assert User.objects.get().password.startswith(f"argon2$argon2id$v=19${cost}$")
    signed_in("alice")


def test_somebody_without_an_address_can_sign_in_too() -> None:
    create_user("alice", PASSWORD)

    assert Browser().sign_in("alice").status_code == 200
