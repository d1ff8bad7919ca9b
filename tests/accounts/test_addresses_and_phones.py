"""Another e-mail address, and a phone number: theirs once it is proven."""

import pytest
from django.http import HttpResponse

from matinee.accounts.actions import find_user
from matinee.accounts.actions.phones import set_phone
from matinee.accounts.models import AuditAction, AuditEntry
from tests.accounts import post
from tests.accounts.cast import PASSWORD, Browser, Program, person, refused, said
from tests.accounts.conftest import Later

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

Visitor = Browser | Program
OLD, NEW, PHONE = "alice@example.org", "alice@example.net", "+4915112345678"


@pytest.fixture(params=[Browser, Program])
def alice(request: pytest.FixtureRequest) -> Visitor:
    person("alice")
    visitor: Visitor = request.param()
    assert visitor.sign_in("alice").status_code == 200
    return visitor


def prove(visitor: Visitor) -> None:
    visitor.post(f"{visitor.flows}/auth/reauthenticate", {"password": PASSWORD})


def addresses(visitor: Visitor, method: str, **given: object) -> HttpResponse:
    return visitor.send(method, f"{visitor.flows}/account/email", given or None)


def verify(visitor: Visitor, code: str) -> HttpResponse:
    return visitor.post(f"{visitor.flows}/auth/email/verify", {"key": code})


def phone(visitor: Visitor, number: object) -> HttpResponse:
    return visitor.post(f"{visitor.flows}/account/phone", {"phone": number})


def verify_phone(visitor: Visitor, code: object) -> HttpResponse:
    return visitor.post(f"{visitor.flows}/auth/phone/verify", {"code": code})


# --- e-mail ---


def test_a_new_address_is_proven_by_a_code_and_the_old_one_is_told(alice: Visitor) -> None:
    prove(alice)
    assert addresses(alice, "POST", email=NEW).status_code == 200
    assert said(alice.get("/me"))["email"] == OLD

    refused(verify(alice, post.wrong(post.code(NEW))), 400)
    assert verify(alice, post.code(NEW)).status_code == 200
    assert addresses(alice, "PATCH", email=NEW, primary=True).status_code == 200

    assert said(alice.get("/me"))["email"] == NEW
    assert "changed" in post.last(OLD).subject
    assert AuditEntry.objects.filter(action=AuditAction.EMAIL_CHANGED, actor="alice").exists()
    assert type(alice)().sign_in(NEW).status_code == 200


def test_an_unproven_address_neither_becomes_primary_nor_lets_anybody_in(alice: Visitor) -> None:
    prove(alice)
    addresses(alice, "POST", email=NEW)

    refused(addresses(alice, "PATCH", email=NEW, primary=True), 400)
    refused(type(alice)().sign_in(NEW), 400)


def test_somebody_elses_address_gets_a_letter_and_alice_no_hint(alice: Visitor) -> None:
    person("bob")
    prove(alice)

    known, unknown = (addresses(alice, "POST", email=email) for email in ("bob@example.org", "nobody@example.org"))

    assert known.status_code == unknown.status_code == 200
    assert len(post.messages("bob@example.org")) == len(post.messages("nobody@example.org")) == 1


def test_somebody_elses_address_is_not_alices_even_with_the_code(alice: Visitor) -> None:
    person("bob")
    prove(alice)
    addresses(alice, "POST", email="bob@example.org")

    refused(verify(alice, post.code("bob@example.org")), 400)
    assert [row["email"] for row in said(alice.get("/me/export"))["account"]["email_addresses"]] == [OLD]


def test_the_primary_address_stays_and_another_can_go(alice: Visitor) -> None:
    prove(alice)
    addresses(alice, "POST", email=NEW)
    verify(alice, post.code(NEW))

    refused(addresses(alice, "DELETE", email=OLD), 400)
    assert addresses(alice, "DELETE", email=NEW).status_code == 200
    assert [row["email"] for row in said(addresses(alice, "GET"))["data"]] == [OLD]


def test_changing_addresses_needs_a_fresh_proof(alice: Visitor, later: Later) -> None:
    later(minutes=6)

    answer = addresses(alice, "POST", email=NEW)

    refused(answer, 401)
    assert "reauthenticate" in [flow["id"] for flow in said(answer)["data"]["flows"]]
    assert not post.messages(NEW)


@pytest.mark.parametrize(
    "email", ["", "alice", OLD, OLD.upper(), None, [], "x" * 300 + "@example.org", "a\0@example.org"]
)
def test_a_wrong_address_is_refused(alice: Visitor, email: object) -> None:
    prove(alice)

    refused(addresses(alice, "POST", email=email), 400)


# --- phone ---


def test_a_number_is_proven_by_a_code(alice: Visitor) -> None:
    prove(alice)
    assert phone(alice, PHONE).status_code in {200, 202}
    assert said(alice.get("/me"))["phoneVerified"] is False

    refused(verify_phone(alice, post.wrong(post.code(PHONE))), 400)
    assert verify_phone(alice, post.code(PHONE)).status_code == 200

    me = said(alice.get("/me"))
    assert (me["phone"], me["phoneVerified"]) == (PHONE, True)
    assert AuditEntry.objects.filter(action=AuditAction.PHONE_VERIFIED, actor="alice").count() == 1


def test_three_wrong_codes_void_the_right_one(alice: Visitor) -> None:
    prove(alice)
    phone(alice, PHONE)
    right = post.code(PHONE)
    for _ in range(3):
        verify_phone(alice, post.wrong(right))

    refused(verify_phone(alice, right), 409)
    assert said(alice.get("/me"))["phoneVerified"] is False


def test_an_old_code_is_void(alice: Visitor, later: Later) -> None:
    prove(alice)
    phone(alice, PHONE)
    later(minutes=15, seconds=1)
    if isinstance(alice, Program):
        alice.renew()

    refused(verify_phone(alice, post.code(PHONE)), 409)


def test_whoever_only_claimed_a_number_loses_it_to_whoever_proves_it(alice: Visitor) -> None:
    bob = person("bob")
    set_phone(bob, PHONE, verified=False)
    prove(alice)
    phone(alice, PHONE)
    verify_phone(alice, post.code(PHONE))

    bob.refresh_from_db()
    assert (bob.phone, bob.phone_verified) == ("", False)
    assert find_user("alice").phone == PHONE


def test_somebody_elses_proven_number_stays_theirs(alice: Visitor) -> None:
    set_phone(person("bob"), PHONE, verified=True)
    prove(alice)
    phone(alice, PHONE)

    refused(verify_phone(alice, post.code(PHONE)), 400)

    assert find_user("bob").phone_verified
    assert not find_user("alice").phone_verified


def test_a_number_can_be_removed(alice: Visitor) -> None:
    set_phone(find_user("alice"), PHONE, verified=True)
    refused(alice.send("DELETE", "/me/phone"), 401, "Sign in anew")
    prove(alice)

    assert alice.send("DELETE", "/me/phone").status_code == 200
    assert said(alice.get("/me"))["phone"] == ""
    answer = type(alice)().post(f"{alice.flows}/auth/code/request", {"phone": PHONE})
    assert answer.status_code == 401
    assert not post.last(PHONE).has_code
    assert AuditEntry.objects.filter(action=AuditAction.PHONE_CHANGED, actor="alice").exists()


@pytest.mark.parametrize(
    "number", ["", "+", "12345", "+0123456789", "alice", None, [], "+49" + "1" * 20, "+4915\u0661\u0662345678"]
)
def test_a_wrong_number_is_refused(alice: Visitor, number: object) -> None:
    prove(alice)

    refused(phone(alice, number), 400)
    assert not post.messages()
