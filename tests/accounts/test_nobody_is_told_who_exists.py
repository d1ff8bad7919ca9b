"""Whoever asks about an address learns nothing: the same answer, the same work, whether or not it is known.

Work is counted, not timed: how often a password is hashed, and how many messages are queued.
"""

from collections.abc import Callable

import pytest
from django.http import HttpResponse

from matinee.accounts.actions import invitations
from matinee.accounts.actions.people import decide
from matinee.core.access import Role
from tests.accounts import post
from tests.accounts.cast import PASSWORD, Browser, Program, person, said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sign_up_open")]

Visitor = Browser | Program
Ask = Callable[[Visitor, str], HttpResponse]
KNOWN, UNKNOWN = "alice@example.org", "nobody@example.org"


def sign_in(visitor: Visitor, email: str) -> HttpResponse:
    return visitor.sign_in(email, "a wrong guess")


def sign_in_by_name(visitor: Visitor, email: str) -> HttpResponse:
    return visitor.sign_in(email.partition("@")[0], "a wrong guess")


def sign_up(visitor: Visitor, email: str) -> HttpResponse:
    given = {"username": f"eve-{email[:5]}", "email": email, "password": PASSWORD}
    return visitor.post(f"{visitor.flows}/auth/signup", given)


def ask_for_code(visitor: Visitor, email: str) -> HttpResponse:
    return visitor.post(f"{visitor.flows}/auth/code/request", {"email": email})


def ask_for_reset(visitor: Visitor, email: str) -> HttpResponse:
    return visitor.post(f"{visitor.flows}/auth/password/request", {"email": email})


def enter_code(visitor: Visitor, email: str) -> HttpResponse:
    ask_for_code(visitor, email)
    return visitor.post(f"{visitor.flows}/auth/code/confirm", {"code": "AAAA-AAAA"})


def enter_reset_code(visitor: Visitor, email: str) -> HttpResponse:
    ask_for_reset(visitor, email)
    return visitor.post(f"{visitor.flows}/auth/password/reset", {"key": "AAAA-AAAA", "password": "another lamp 1925"})


def look_at_reset_code(visitor: Visitor, email: str) -> HttpResponse:
    ask_for_reset(visitor, email)
    return visitor.get(f"{visitor.flows}/auth/password/reset", X_Password_Reset_Key="AAAA-AAAA")


def enter_sign_up_code(visitor: Visitor, email: str) -> HttpResponse:
    sign_up(visitor, email)
    return visitor.post(f"{visitor.flows}/auth/email/verify", {"key": "AAAA-AAAA"})


def ask_again_after_sign_up(visitor: Visitor, email: str) -> HttpResponse:
    sign_up(visitor, email)
    return visitor.post(f"{visitor.flows}/auth/email/verify/resend")


def exchange_address_after_sign_up(visitor: Visitor, email: str) -> HttpResponse:
    sign_up(visitor, email)
    return visitor.post(f"{visitor.flows}/account/email", {"email": "other@example.org"})


def enter_no_code(visitor: Visitor, email: str) -> HttpResponse:
    ask_for_reset(visitor, email)
    return visitor.post(f"{visitor.flows}/auth/password/reset", {"key": "-", "password": "another lamp 1925"})


def told(response: HttpResponse) -> object:
    """Status, headers and body, without what is another in every answer."""
    body = said(response)
    body.pop("correlationId", None)
    body.get("meta", {}).pop("session_token", None)
    return response.status_code, sorted(name for name in response.headers if name != "Content-Length"), body


WAYS: list[Ask] = [
    sign_in,
    sign_in_by_name,
    sign_up,
    ask_for_code,
    ask_for_reset,
    enter_code,
    enter_reset_code,
    look_at_reset_code,
    enter_no_code,
    enter_sign_up_code,
    ask_again_after_sign_up,
    exchange_address_after_sign_up,
]


@pytest.mark.parametrize("kind", [Browser, Program])
@pytest.mark.parametrize("ask", WAYS, ids=lambda ask: ask.__name__)
def test_the_answer_and_the_work_are_the_same(ask: Ask, kind: type[Visitor], hashings: list[int]) -> None:
    person("alice")
    seen = []
    for email in (KNOWN, UNKNOWN):
        hashings.clear()
        queued = len(post.messages())
        answer = ask(kind(), email)
        seen.append((told(answer), len(hashings), len(post.messages()) - queued))

    known, unknown = seen
    assert known == unknown


@pytest.mark.parametrize("ask", [sign_in, ask_for_code, ask_for_reset], ids=lambda ask: ask.__name__)
def test_somebody_deactivated_looks_like_nobody(ask: Ask, hashings: list[int]) -> None:
    decide(person("alice"), {"is_active": False})
    seen = []
    for email in (KNOWN, UNKNOWN):
        hashings.clear()
        seen.append((told(ask(Browser(), email)), len(hashings)))

    assert seen[0] == seen[1]


@pytest.mark.parametrize("kind", [Browser, Program])
@pytest.mark.parametrize("email", [KNOWN, UNKNOWN])
def test_a_second_try_with_the_same_name_does_not_tell(kind: type[Visitor], email: str) -> None:
    person("alice")
    sign_up(kind(), email)

    again = kind().post(
        f"{kind().flows}/auth/signup",
        {"username": f"EVE-{email[:5]}", "email": "eve@example.org", "password": PASSWORD},
    )

    assert again.status_code == 400
    assert [(error["param"], error["code"]) for error in said(again)["errors"]] == [("username", "username_taken")]


@pytest.mark.parametrize("email", [KNOWN, UNKNOWN])
def test_a_second_try_with_the_same_invitation_does_not_tell(email: str) -> None:
    person("alice")
    _, code = invitations.invite(person("root"), role=Role.MEMBER, uses=1)
    for name, address in (("eve", email), ("mallory", "mallory@example.org")):
        given = {"username": name, "email": address, "password": PASSWORD, "invitation": code}
        answer = Program().post(f"{Program().flows}/auth/signup", given)

    assert answer.status_code == 400
    assert [error["param"] for error in said(answer)["errors"]] == ["invitation"]
