"""Deleting one's account, and taking one's data along."""

from concurrent.futures import ThreadPoolExecutor

import orjson
import pytest
from django.contrib.sessions.models import Session
from django.db import connection

from matinee.accounts.actions import find_user
from matinee.accounts.actions.people import leave
from matinee.accounts.models import ApiToken, AuditAction, AuditEntry, RefreshToken, User
from matinee.core.access import Role
from matinee.core.errors import MatineeError
from tests.accounts.cast import PASSWORD, Browser, Program, person, refused, said, signed_in
from tests.accounts.conftest import Later

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

Visitor = Browser | Program


@pytest.fixture(params=[Browser, Program])
def alice(request: pytest.FixtureRequest) -> Visitor:
    person("root")
    person("alice")
    visitor: Visitor = request.param()
    assert visitor.sign_in("alice").status_code == 200
    return visitor


def prove(visitor: Visitor) -> None:
    assert visitor.post(f"{visitor.flows}/auth/reauthenticate", {"password": PASSWORD}).status_code == 200


def test_alice_leaves_and_all_that_was_hers_goes(alice: Visitor) -> None:
    alice.post("/me/tokens", {"name": "Shelf", "scopes": ["read"]})
    prove(alice)

    assert alice.send("DELETE", "/me").status_code == 204

    refused(alice.get("/me"), 401)
    assert not User.objects.filter(username="alice").exists()
    assert not ApiToken.objects.exists()
    assert not RefreshToken.objects.exists()
    assert not Session.objects.exists()
    assert AuditEntry.objects.filter(action=AuditAction.ACCOUNT_DELETED, target="alice").count() == 1
    refused(type(alice)().sign_in("alice"), 400)


def test_leaving_needs_a_fresh_proof(alice: Visitor, later: Later) -> None:
    refused(alice.send("DELETE", "/me"), 401, "Sign in anew")
    refused(alice.post(f"{alice.flows}/auth/reauthenticate", {"password": "wrong"}), 400)
    prove(alice)
    later(minutes=6)

    refused(alice.send("DELETE", "/me"), 401, "Sign in anew")
    assert User.objects.filter(username="alice").exists()


def test_another_persons_proof_is_none_for_alices_token(alice: Visitor) -> None:
    """Whoever has stolen a token, and an account of their own, must not get further than the token does."""
    stolen = said(alice.post("/me/tokens", {"name": "Shelf", "scopes": ["read", "write"]}))["token"]
    person("bob")
    bob = signed_in("bob")
    prove(bob)

    refused(bob.send("DELETE", "/me", Authorization=f"Bearer {stolen}"), 401, "Sign in anew")
    assert User.objects.filter(username="alice").exists()


def test_the_last_administrator_stays() -> None:
    person("root")
    root = signed_in("root")
    prove(root)

    refused(root.send("DELETE", "/me"), 409, "last administrator")
    me = said(root.get("/me"))
    refused(root.send("DELETE", f"/users/{me['id']}"), 409, "last administrator")
    refused(root.send("PATCH", f"/users/{me['id']}", {"role": "member"}), 409)
    refused(root.send("PATCH", f"/users/{me['id']}", {"isActive": False}), 409)
    assert find_user("root").is_administrator


@pytest.mark.django_db(transaction=True)
def test_two_administrators_cannot_leave_at_once() -> None:
    names = ["root", "bob", "carol"]
    people = [person(name) for name in names]
    User.objects.update(role=Role.ADMINISTRATOR)

    def go(user: User) -> bool:
        try:
            leave(user)
        except MatineeError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(3) as threads:
        left = list(threads.map(go, people))

    assert sorted(left) == [False, True, True]
    assert User.objects.filter(role=Role.ADMINISTRATOR).count() == 1


def test_the_export_has_everything_and_no_secret(alice: Visitor) -> None:
    token = said(alice.post("/me/tokens", {"name": "Shelf", "scopes": ["read"]}))["token"]
    alice.send("PATCH", "/me", {"displayName": "Ålice", "preferences": {"shelf": 3}})

    response = alice.get("/me/export")

    assert response["Content-Disposition"] == 'attachment; filename="matinee-alice.json"'
    assert response["Cache-Control"] == "no-store"
    account = orjson.loads(response.content)["account"]
    assert account["username"] == "alice"
    assert account["display_name"] == "Ålice"
    assert account["preferences"] == {"shelf": 3}
    assert account["email_addresses"] == [{"email": "alice@example.org", "verified": True, "primary": True}]
    assert account["api_tokens"][0]["name"] == "Shelf"
    assert account["sessions"][0]["ip"] == "127.0.0.1"
    assert "signed_in" in {entry["action"] for entry in account["security_log"]}
    text = response.content.decode()
    stored = User.objects.get(username="alice").password
    for secret in (token, stored, "argon2", *Session.objects.values_list("session_key", flat=True)):
        assert secret not in text
    assert AuditEntry.objects.filter(action=AuditAction.DATA_EXPORTED, actor="alice").count() == 1
