"""Signing up: open, by invitation or closed, and nobody in before their address is proven."""

import pytest
from django.http import HttpResponse

from matinee.accounts.actions.phones import set_phone
from matinee.accounts.models import User
from matinee.core.access import Role
from tests.accounts import post
from tests.accounts.cast import PASSWORD, Browser, Program, person, refused, said
from tests.accounts.conftest import Later, decide

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sign_up_open")]

Visitor = Browser | Program
ALICE = "alice@example.org"
PHONE = "+4915112345678"


@pytest.fixture(params=[Browser, Program])
def visitor(request: pytest.FixtureRequest) -> Visitor:
    made: Visitor = request.param()
    return made


def sign_up(visitor: Visitor, **given: object) -> HttpResponse:
    wanted = {"username": "alice", "email": ALICE, "password": PASSWORD, **given}
    return visitor.post(f"{visitor.flows}/auth/signup", wanted)


def verify(visitor: Visitor, code: str) -> HttpResponse:
    return visitor.post(f"{visitor.flows}/auth/email/verify", {"key": code})


def pending(response: HttpResponse) -> list[str]:
    """The steps that are still to be done."""
    return [flow["id"] for flow in said(response)["data"]["flows"] if flow.get("is_pending")]


def alice_joins(visitor: Visitor, **given: object) -> None:
    sign_up(visitor, **given)
    assert verify(visitor, post.code(ALICE)).status_code == 200


def test_whoever_signs_up_and_proves_their_address_is_in(visitor: Visitor) -> None:
    response = sign_up(visitor)

    refused(response, 401)
    assert pending(response) == ["verify_email"]
    refused(visitor.get("/me"), 401)

    assert verify(visitor, post.code(ALICE)).status_code == 200
    me = said(visitor.get("/me"))
    assert (me["username"], me["email"], me["emailVerified"], me["role"]) == ("alice", ALICE, True, "member")


def test_nobody_gets_in_with_an_unverified_address(visitor: Visitor, later: Later) -> None:
    sign_up(visitor)
    later(seconds=11)

    again = type(visitor)()
    response = again.sign_in("alice")

    refused(response, 401)
    assert pending(response) == ["verify_email"]
    refused(again.get("/me"), 401)


def test_a_wrong_code_is_refused_and_the_right_one_still_holds(visitor: Visitor) -> None:
    sign_up(visitor)
    right = post.code(ALICE)

    refused(verify(visitor, post.wrong(right)), 400, "ncorrect code")
    assert verify(visitor, right).status_code == 200


def test_three_wrong_codes_void_the_right_one(visitor: Visitor) -> None:
    sign_up(visitor)
    right = post.code(ALICE)
    for _ in range(3):
        verify(visitor, post.wrong(right))

    refused(verify(visitor, right), 409)
    refused(visitor.get("/me"), 401)


def test_a_code_expires_after_fifteen_minutes(visitor: Visitor, later: Later) -> None:
    sign_up(visitor)
    later(minutes=15, seconds=1)

    refused(verify(visitor, post.code(ALICE)), 409)
    refused(visitor.get("/me"), 401)


def test_a_code_is_good_for_one_use_and_one_visitor(visitor: Visitor) -> None:
    sign_up(visitor)
    code = post.code(ALICE)

    refused(verify(type(visitor)(), code), 409)
    assert verify(visitor, code).status_code == 200
    refused(verify(visitor, code), 409)


def test_another_code_can_be_asked_for(visitor: Visitor, later: Later) -> None:
    sign_up(visitor)
    first = post.code(ALICE)
    later(seconds=11)

    assert visitor.post(f"{visitor.flows}/auth/email/verify/resend").status_code == 200
    assert len(post.messages(ALICE)) == 2
    refused(verify(visitor, first), 400)
    assert verify(visitor, post.code(ALICE)).status_code == 200


def test_codes_cannot_be_asked_for_without_end(visitor: Visitor) -> None:
    sign_up(visitor)

    answer = visitor.post(f"{visitor.flows}/auth/email/verify/resend")

    refused(answer, 429)
    assert int(answer["Retry-After"]) > 0


def test_when_closed_nobody_signs_up(visitor: Visitor) -> None:
    decide(sign_up="closed")

    refused(sign_up(visitor), 403)
    assert not User.objects.exists()


def test_when_by_invitation_one_is_needed(visitor: Visitor) -> None:
    decide(sign_up="invited")

    refused(sign_up(visitor), 400, "invitation")
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "name",
    ["\u0430lice", "alic\u0435", "\uff41lice", "alice\u200b", "al ice", "alice@b", "ALICE", "bob\0", "-", "x" * 65],
)
def test_a_name_that_looks_like_anothers_is_refused(name: str) -> None:
    person("alice")

    refused(sign_up(Browser(), username=name, email="eve@example.org"), 400)
    assert User.objects.count() == 1
    assert not post.messages()


def test_an_address_is_the_same_in_every_case() -> None:
    person("alice")

    response = sign_up(Browser(), username="eve", email="ALICE@Example.ORG")

    refused(response, 401)
    assert not User.objects.filter(username="eve").exists()
    assert not post.last(ALICE).has_code


@pytest.mark.parametrize(
    "password",
    ["", "short", "password123", "8374651029", "alice@example.org", "x" * 257, "a\0lamp in Bagdad", 7, None, []],
)
def test_a_weak_or_impossible_password_is_refused(password: object) -> None:
    refused(sign_up(Browser(), password=password), 400)
    assert not User.objects.exists()


def test_a_password_of_a_megabyte_is_refused_without_hashing_it(hashings: list[int]) -> None:
    refused(sign_up(Browser(), password="x" * 1_000_000), 400)
    assert hashings == []


@pytest.mark.parametrize(
    "email", ["", "alice", "alice@", "a b@example.org", "alice@example.org\0", "x" * 300 + "@example.org", {}]
)
def test_a_wrong_address_is_refused(email: object) -> None:
    refused(sign_up(Browser(), email=email), 400)
    assert not User.objects.exists()


def test_a_new_person_is_a_member_whatever_they_say() -> None:
    browser = Browser()
    alice_joins(browser, role="administrator", is_staff=True, ageCap=None)

    assert said(browser.get("/me"))["role"] == Role.MEMBER


def test_a_phone_given_while_signing_up_is_proven_too() -> None:
    browser = Browser()
    assert pending(sign_up(browser, phone=PHONE)) == ["verify_phone"]

    answer = browser.post(f"{browser.flows}/auth/phone/verify", {"code": post.code(PHONE)})
    assert pending(answer) == ["verify_email"]
    assert verify(browser, post.code(ALICE)).status_code == 200

    me = said(browser.get("/me"))
    assert (me["phone"], me["phoneVerified"]) == (PHONE, True)


def test_signing_up_with_somebodys_phone_is_told_to_that_phone_alone() -> None:
    set_phone(person("bob"), PHONE, verified=True)

    assert pending(sign_up(Browser(), phone=PHONE)) == ["verify_phone"]

    assert not post.last(PHONE).has_code
    assert not User.objects.filter(username="alice").exists()
