"""Personal API tokens: named, scoped, shown once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from matinee.accounts.models import ApiToken, AuditAction, AuditEntry
from tests.accounts.cast import Browser, Program, person, refused, said, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def alice() -> Browser:
    person("alice")
    return signed_in("alice")


def token(browser: Browser, *scopes: str, **more: object) -> Program:
    response = browser.post("/me/tokens", {"name": "Shelf", "scopes": list(scopes), **more})
    assert response.status_code == 201, response.content
    return Program(access=said(response)["token"])


def test_a_token_lets_a_program_in_as_its_person(alice: Browser) -> None:
    assert said(token(alice, "read").get("/me"))["username"] == "alice"


def test_a_token_is_shown_once_and_kept_as_a_hash(alice: Browser) -> None:
    program = token(alice, "read")
    listed = said(alice.get("/me/tokens"))["items"]

    assert [item["name"] for item in listed] == ["Shelf"]
    assert "token" not in listed[0]
    assert program.access not in str(ApiToken.objects.values())


def test_a_token_to_read_cannot_write(alice: Browser) -> None:
    refused(token(alice, "read").send("PATCH", "/me", {"displayName": "Eve"}), 403, "write")
    assert token(alice, "write", "read").send("PATCH", "/me", {"displayName": "Al"}).status_code == 200


def test_a_token_to_write_cannot_read(alice: Browser) -> None:
    refused(token(alice, "write").get("/me"), 403, "read")


def test_administrating_needs_the_scope_and_the_role(alice: Browser) -> None:
    person("root")
    root = signed_in("root")

    refused(token(root, "read").get("/users"), 403, "admin")
    assert token(root, "read", "admin").get("/users").status_code == 200
    refused(alice.post("/me/tokens", {"name": "x", "scopes": ["admin"]}), 403, "administrator")


def test_a_token_makes_no_other_that_may_more_or_lives_longer(alice: Browser) -> None:
    person("root")
    program = token(signed_in("root"), "read", "write", expiresInDays=1)

    refused(program.post("/me/tokens", {"name": "Ladder", "scopes": ["admin"]}), 403, "Sign in")
    refused(program.post("/me/tokens", {"name": "Heir", "scopes": ["read"]}), 403, "Sign in")
    assert [item["name"] for item in said(program.get("/me/tokens"))["items"]] == ["Shelf"]


def test_a_program_that_has_signed_in_may_make_a_token(alice: Browser) -> None:
    program = Program()
    program.sign_in("alice")

    assert program.post("/me/tokens", {"name": "Shelf", "scopes": ["read"]}).status_code == 201


def test_a_token_cannot_reach_the_flows_that_guard_the_account(alice: Browser) -> None:
    program = token(alice, "read", "write")

    response = program.post(f"{program.flows}/account/password/change", {"new_password": "another lamp 1925"})

    assert response.status_code == 401


def test_an_expired_token_is_refused(alice: Browser) -> None:
    program = token(alice, "read", expiresInDays=1)
    ApiToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    refused(program.get("/me"), 401, "not valid")


def test_a_revoked_token_is_refused(alice: Browser) -> None:
    program = token(alice, "read")
    [item] = said(alice.get("/me/tokens"))["items"]

    assert alice.send("DELETE", f"/me/tokens/{item['id']}").status_code == 204
    refused(program.get("/me"), 401)
    assert AuditEntry.objects.filter(action=AuditAction.API_TOKEN_REVOKED, actor="alice").exists()


def test_bob_cannot_revoke_alices_token(alice: Browser) -> None:
    person("bob")
    program = token(alice, "read")
    [item] = said(alice.get("/me/tokens"))["items"]

    refused(signed_in("bob").send("DELETE", f"/me/tokens/{item['id']}"), 404)
    assert program.get("/me").status_code == 200


def test_the_last_use_is_told(alice: Browser) -> None:
    token(alice, "read").get("/me")

    [item] = said(alice.get("/me/tokens"))["items"]
    assert item["lastUsedAt"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "", "scopes": ["read"]},
        {"name": "x" * 81, "scopes": ["read"]},
        {"name": "x", "scopes": []},
        {"name": "x", "scopes": ["everything"]},
        {"name": "x", "scopes": ["read"], "expiresInDays": 0},
        {"name": "x", "scopes": ["read"], "expires": 3},
        {"name": "a\0b", "scopes": ["read"]},
    ],
)
def test_a_wrong_wish_is_refused(alice: Browser, wrong: dict[str, object]) -> None:
    refused(alice.post("/me/tokens", wrong), 400)
