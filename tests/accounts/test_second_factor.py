"""Authenticator apps and recovery codes."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.http import HttpResponse

from matinee.accounts.actions import find_user
from matinee.accounts.actions.people import delete_person
from matinee.accounts.models import AuditAction, AuditEntry
from matinee.core.models import Secret
from tests.accounts import post
from tests.accounts.cast import PASSWORD, Browser, Program, person, refused, said, signed_in
from tests.accounts.conftest import Later

pytestmark = [pytest.mark.django_db(transaction=True)]

Visitor = Browser | Program
ALICE = "alice@example.org"


class App:
    """An authenticator app on a phone: shows a code for each half minute."""

    def __init__(self, secret: str) -> None:
        self.secret = secret

    @property
    def code(self) -> str:
        return str(format_hotp_value(hotp_value(self.secret, int(time.time()) // 30)))


def reauthenticate(visitor: Visitor) -> HttpResponse:
    return visitor.post(f"{visitor.flows}/auth/reauthenticate", {"password": PASSWORD})


def enrol(visitor: Visitor) -> App:
    asked = visitor.get(f"{visitor.flows}/account/authenticators/totp")
    assert asked.status_code == 404, asked.content
    app = App(said(asked)["meta"]["secret"])
    done = visitor.post(f"{visitor.flows}/account/authenticators/totp", {"code": app.code})
    assert done.status_code == 200, done.content
    return app


def second_step(visitor: Visitor, code: object) -> HttpResponse:
    return visitor.post(f"{visitor.flows}/auth/2fa/authenticate", {"code": code})


def pending(response: HttpResponse) -> list[str]:
    return [flow["id"] for flow in said(response)["data"]["flows"] if flow.get("is_pending")]


def recovery_codes(visitor: Visitor) -> list[str]:
    told = visitor.get(f"{visitor.flows}/account/authenticators/recovery-codes")
    return list(said(told)["data"]["unused_codes"])


@pytest.fixture(params=[Browser, Program])
def kind(request: pytest.FixtureRequest) -> type[Visitor]:
    made: type[Visitor] = request.param
    return made


@pytest.fixture
def alice(kind: type[Visitor]) -> Visitor:
    """Signed in, and has just shown that it is she."""
    person("alice")
    visitor = kind()
    visitor.sign_in("alice")
    assert reauthenticate(visitor).status_code == 200
    return visitor


def test_enrolled_alice_needs_both_steps(alice: Visitor, kind: type[Visitor], later: Later) -> None:
    app = enrol(alice)
    later(seconds=60)
    again = kind()

    response = again.sign_in("alice")
    assert pending(response) == ["mfa_authenticate"]
    refused(again.get("/me"), 401)

    refused(second_step(again, "000000"), 400, "ncorrect code")
    assert second_step(again, app.code).status_code == 200
    assert said(again.get("/me"))["username"] == "alice"


def test_a_code_is_good_once(alice: Visitor, kind: type[Visitor], later: Later) -> None:
    app = enrol(alice)
    later(seconds=60)
    first, second = kind(), kind()
    for visitor in (first, second):
        visitor.sign_in("alice")
    code = app.code

    assert second_step(first, code).status_code == 200
    refused(second_step(second, code), 400)
    refused(second.get("/me"), 401)


def test_a_recovery_code_is_good_once(alice: Visitor, kind: type[Visitor]) -> None:
    enrol(alice)
    code, *others = recovery_codes(alice)
    first, second = kind(), kind()
    for visitor in (first, second):
        visitor.sign_in("alice")

    assert second_step(first, code).status_code == 200
    refused(second_step(second, code), 400)
    assert recovery_codes(alice) == others


def test_guessing_codes_has_an_end(alice: Visitor, kind: type[Visitor], later: Later) -> None:
    app = enrol(alice)
    later(seconds=60)
    again = kind()
    again.sign_in("alice")
    for _ in range(5):
        second_step(again, "000000")

    answer = second_step(again, app.code)
    refused(answer, 429)
    assert int(answer["Retry-After"]) > 0
    assert AuditEntry.objects.filter(action=AuditAction.SIGN_IN_FAILED, actor="alice").count() == 5


def test_a_code_by_mail_does_not_skip_the_second_step(alice: Visitor, kind: type[Visitor]) -> None:
    enrol(alice)
    again = kind()
    again.post(f"{again.flows}/auth/code/request", {"email": ALICE})

    answer = again.post(f"{again.flows}/auth/code/confirm", {"code": post.code(ALICE)})

    assert pending(answer) == ["mfa_authenticate"]
    refused(again.get("/me"), 401)


def test_a_new_password_does_not_skip_the_second_step(alice: Visitor, kind: type[Visitor]) -> None:
    enrol(alice)
    again = kind()
    again.post(f"{again.flows}/auth/password/request", {"email": ALICE})
    again.post(f"{again.flows}/auth/password/reset", {"key": post.code(ALICE), "password": "another lamp 1925"})

    refused(again.get("/me"), 401)
    assert pending(again.sign_in("alice", "another lamp 1925")) == ["mfa_authenticate"]
    refused(again.get("/me"), 401)


def test_there_is_no_token_before_the_second_step(alice: Visitor) -> None:
    enrol(alice)
    program = Program()
    program.sign_in("alice")

    assert (program.access, program.refresh) == ("", "")
    refused(program.renew(program.session), 401)
    program.access = program.session
    refused(program.get("/me"), 401)


def test_a_session_of_the_first_step_is_nobody(alice: Visitor) -> None:
    enrol(alice)
    browser = Browser()
    browser.sign_in("alice")

    refused(browser.get("/me"), 401)
    refused(browser.send("PATCH", "/me", {"displayName": "Eve"}), 401)
    assert browser.get(f"{browser.flows}/account/authenticators").status_code == 401


def test_secrets_lie_in_the_vault_and_vanish_with_the_app(alice: Visitor) -> None:
    before = Secret.objects.count()
    app = enrol(alice)

    assert app.secret not in str([row.data for row in Authenticator.objects.all()])
    assert Authenticator.objects.count() == 2

    assert alice.send("DELETE", f"{alice.flows}/account/authenticators/totp").status_code == 200

    assert not Authenticator.objects.exists()
    letters = len(post.messages())
    assert Secret.objects.count() == before + letters
    assert type(alice)().sign_in("alice").status_code == 200


def test_secrets_vanish_with_the_person(alice: Visitor) -> None:
    enrol(alice)
    held = [row.data.get("secret") or row.data.get("seed") for row in Authenticator.objects.all()]
    assert Secret.objects.filter(id__in=held).count() == 2

    delete_person(find_user("alice"))

    assert not Secret.objects.filter(id__in=held).exists()


def test_new_recovery_codes_void_the_old_and_their_secret(alice: Visitor, kind: type[Visitor]) -> None:
    enrol(alice)
    old = recovery_codes(alice)
    seed = Authenticator.objects.get(type="recovery_codes").data["seed"]

    assert alice.post(f"{alice.flows}/account/authenticators/recovery-codes").status_code == 200

    assert not Secret.objects.filter(id=seed).exists()
    assert not set(old) & set(recovery_codes(alice))
    again = kind()
    again.sign_in("alice")
    refused(second_step(again, old[0]), 400)


def test_enrolling_needs_a_fresh_proof_and_the_right_code(kind: type[Visitor], later: Later) -> None:
    person("alice")
    visitor = kind()
    visitor.sign_in("alice")
    app = App(said(visitor.get(f"{visitor.flows}/account/authenticators/totp"))["meta"]["secret"])
    later(minutes=6)
    refused(visitor.post(f"{visitor.flows}/account/authenticators/totp", {"code": app.code}), 401)

    reauthenticate(visitor)
    guesses: list[object] = ["000000", "", None, [], "abc"]
    for wrong in guesses:
        refused(visitor.post(f"{visitor.flows}/account/authenticators/totp", {"code": wrong}), 400)
    assert not Authenticator.objects.exists()


def test_each_step_is_noted_and_told(alice: Visitor) -> None:
    enrol(alice)
    alice.post(f"{alice.flows}/account/authenticators/recovery-codes")
    alice.send("DELETE", f"{alice.flows}/account/authenticators/totp")

    noted = list(AuditEntry.objects.filter(actor="alice").order_by("id").values_list("action", flat=True))
    for action in (
        AuditAction.REAUTHENTICATED,
        AuditAction.AUTHENTICATOR_ADDED,
        AuditAction.RECOVERY_CODES_MADE,
        AuditAction.AUTHENTICATOR_REMOVED,
    ):
        assert action in noted
    assert {
        "Matinee: Authenticator app added",
        "Matinee: Authenticator app removed",
        "Matinee: New recovery codes",
    } <= {letter.subject for letter in post.messages(ALICE)}


def test_signing_in_by_browser_still_works_for_others(alice: Visitor) -> None:
    enrol(alice)
    person("bob")

    assert said(signed_in("bob").get("/me"))["username"] == "bob"
