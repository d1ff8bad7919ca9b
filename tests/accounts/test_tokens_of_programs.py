"""Access and refresh tokens: fifteen minutes, seven days, one use, and a copied one ends its family."""

import base64
import json
import time
from datetime import timedelta
from uuid import UUID

import jwt
import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from matinee.accounts.actions import signing
from matinee.accounts.models import AuditAction, AuditEntry, RefreshToken, SigningKey
from tests.accounts.cast import Program, person, refused, said

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


@pytest.fixture
def program() -> Program:
    person("alice")
    program = Program()
    assert program.sign_in("alice").status_code == 200
    return program


def claims(token: str) -> dict[str, object]:
    decoded: dict[str, object] = jwt.decode(token, options={"verify_signature": False})
    return decoded


def test_an_access_token_lives_for_fifteen_minutes_and_names_its_key(program: Program) -> None:
    told = claims(program.access)

    assert told["exp"] - told["iat"] == 15 * 60  # type: ignore[operator]
    assert SigningKey.objects.filter(kid=jwt.get_unverified_header(program.access)["kid"]).exists()
    assert said(program.get("/me"))["username"] == "alice"


def test_a_refresh_token_lives_for_seven_days_and_is_kept_as_a_hash(program: Program) -> None:
    row = RefreshToken.objects.get()

    assert timedelta(days=6, hours=23) < row.expires_at - timezone.now() <= timedelta(days=7)
    assert program.refresh not in row.hash


def test_a_refresh_token_is_good_for_one_use(program: Program) -> None:
    old = program.refresh

    assert program.renew().status_code == 200
    assert program.refresh != old
    assert program.get("/me").status_code == 200


def test_a_used_refresh_token_revokes_its_whole_family_and_is_noted(program: Program) -> None:
    old = program.refresh
    program.renew()

    refused(Program().renew(old), 401, "refresh token")

    refused(program.get("/me"), 401)
    refused(Program().renew(program.refresh), 401)
    assert not RefreshToken.objects.exists()
    assert AuditEntry.objects.filter(action=AuditAction.TOKEN_REUSED, actor="alice").count() == 1


def test_another_family_of_the_same_person_lives_on(program: Program) -> None:
    other, old = Program(), program.refresh
    other.sign_in("alice")
    program.renew()
    Program().renew(old)

    assert other.get("/me").status_code == 200
    assert other.renew().status_code == 200


def test_an_expired_refresh_token_is_refused(program: Program) -> None:
    RefreshToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    refused(program.renew(), 401)


@pytest.mark.parametrize("token", ["", "nonsense", "x" * 5000, "ü" * 40, "\0"])
def test_nonsense_is_no_refresh_token(program: Program, token: str) -> None:
    assert Program().post(f"{program.flows}/tokens/refresh", {"refresh_token": token}).status_code in {400, 401}


def unsigned(told: dict[str, object]) -> str:
    parts = [{"alg": "none", "typ": "JWT"}, told]
    return ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts) + "."


def test_a_token_signed_with_none_is_refused(program: Program) -> None:
    program.access = unsigned(claims(program.access))

    refused(program.get("/me"), 401, "not valid")


@pytest.mark.parametrize("known_kid", [True, False])
def test_a_token_signed_with_another_key_is_refused(program: Program, *, known_kid: bool) -> None:
    kid = jwt.get_unverified_header(program.access)["kid"] if known_kid else "somebody-elses"
    program.access = jwt.encode(claims(program.access), b"x" * 32, algorithm="HS256", headers={"kid": kid})

    refused(program.get("/me"), 401, "not valid")


def test_an_expired_access_token_is_refused(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    told = claims(program.access)
    later = time.time() - 16 * 60
    with monkeypatch.context() as patch:
        patch.setattr(time, "time", lambda: later)
        program.access = signing.sign(UUID(str(told["sub"])), int(str(told["sid"])))

    refused(program.get("/me"), 401, "not valid")


def test_a_token_does_not_outlive_its_session(program: Program) -> None:
    other = Program()
    other.sign_in("alice")
    mine = next(item for item in said(program.get("/me/sessions"))["items"] if not item["isCurrent"])

    assert program.send("DELETE", f"/me/sessions/{mine['id']}").status_code == 204

    refused(other.get("/me"), 401)
    refused(other.renew(), 401)
    assert program.get("/me").status_code == 200


def test_signing_out_ends_the_tokens(program: Program) -> None:
    assert (
        program.send("DELETE", f"{program.flows}/auth/session").status_code == 401
    )  # what allauth says to one who left

    refused(program.get("/me"), 401)


def test_signing_out_ends_the_refresh_token(program: Program) -> None:
    refresh = program.refresh
    program.send("DELETE", f"{program.flows}/auth/session")

    refused(Program().renew(refresh), 401, "refresh token")
    assert not UserSession.objects.exists()
    assert not RefreshToken.objects.exists()
    assert not AuditEntry.objects.filter(action=AuditAction.TOKEN_REFRESHED).exists()


def test_a_refresh_token_does_not_outlive_its_session(program: Program) -> None:
    Session.objects.all().delete()

    refused(Program().renew(program.refresh), 401, "refresh token")


def test_tokens_signed_before_a_new_key_still_hold(program: Program) -> None:
    old = program.access
    signing.rotate()
    program.renew()

    assert jwt.get_unverified_header(program.access)["kid"] != jwt.get_unverified_header(old)["kid"]
    assert program.get("/me").status_code == 200
    program.access = old
    assert program.get("/me").status_code == 200


def test_a_key_is_forgotten_when_its_tokens_have_all_expired_and_not_before(program: Program) -> None:
    SigningKey.objects.update(created_at=timezone.now() - timedelta(days=40))

    assert signing.rotate_if_due()
    assert signing.forget_replaced() == 0
    assert program.get("/me").status_code == 200

    newest = SigningKey.objects.latest("created_at")
    newest.created_at = timezone.now() - timedelta(minutes=17)
    newest.save()
    assert signing.forget_replaced() == 1
    assert SigningKey.objects.count() == 1
    refused(program.get("/me"), 401)


def test_a_program_needs_no_csrf_token(program: Program) -> None:
    assert program.send("PATCH", "/me", {"displayName": "Alice"}).status_code == 200


def test_somebody_deactivated_is_out_at_once(program: Program) -> None:
    from matinee.accounts.actions.people import decide, find_user

    decide(find_user("alice"), {"is_active": False})

    refused(program.get("/me"), 401)
    refused(program.renew(), 401)
