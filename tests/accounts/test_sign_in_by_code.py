"""Signing in by a one-time code, by e-mail or SMS."""

import pytest
from django.http import HttpResponse

from matinee.accounts.actions import find_user
from matinee.accounts.actions.phones import set_phone
from matinee.accounts.models import AuditAction, AuditEntry
from matinee.core.models import Event, Outgoing
from tests.accounts import post
from tests.accounts.cast import Browser, Program, person, refused, said
from tests.accounts.conftest import Later

pytestmark = [pytest.mark.django_db]

Visitor = Browser | Program
ALICE, PHONE = "alice@example.org", "+4915112345678"


@pytest.fixture(params=[Browser, Program])
def visitor(request: pytest.FixtureRequest) -> Visitor:
    made: Visitor = request.param()
    person("alice")
    return made


def ask(visitor: Visitor, **whom: object) -> HttpResponse:
    return visitor.post(f"{visitor.flows}/auth/code/request", whom)


def enter(visitor: Visitor, code: object) -> HttpResponse:
    return visitor.post(f"{visitor.flows}/auth/code/confirm", {"code": code})


@pytest.mark.parametrize("email", [ALICE, "Alice@Example.ORG"])
def test_a_code_by_mail_lets_alice_in(visitor: Visitor, email: str) -> None:
    refused(ask(visitor, email=email), 401)

    assert enter(visitor, post.code(ALICE)).status_code == 200
    assert said(visitor.get("/me"))["username"] == "alice"


def test_a_code_by_sms_lets_in_whose_number_is_proven(visitor: Visitor) -> None:
    set_phone(find_user("alice"), PHONE, verified=True)
    refused(ask(visitor, phone=PHONE), 401)

    assert post.last(PHONE).kind == "sms"
    assert enter(visitor, post.code(PHONE)).status_code == 200
    assert said(visitor.get("/me"))["username"] == "alice"


def test_a_number_that_is_only_claimed_lets_nobody_in(visitor: Visitor) -> None:
    set_phone(find_user("alice"), PHONE, verified=False)
    ask(visitor, phone=PHONE)

    assert not post.last(PHONE).has_code


def test_a_code_may_be_typed_without_dash_and_in_small_letters(visitor: Visitor) -> None:
    ask(visitor, email=ALICE)

    assert enter(visitor, post.code(ALICE).replace("-", "").lower()).status_code == 200


def test_a_wrong_code_is_refused_and_noted(visitor: Visitor) -> None:
    ask(visitor, email=ALICE)

    refused(enter(visitor, post.wrong(post.code(ALICE))), 400, "ncorrect code")
    refused(visitor.get("/me"), 401)
    assert AuditEntry.objects.filter(action=AuditAction.SIGN_IN_FAILED, actor="alice").count() == 1


def test_three_wrong_codes_void_the_right_one(visitor: Visitor) -> None:
    ask(visitor, email=ALICE)
    right = post.code(ALICE)
    for _ in range(3):
        enter(visitor, post.wrong(right))

    refused(enter(visitor, right), 409)


def test_a_code_expires_after_ten_minutes(visitor: Visitor, later: Later) -> None:
    ask(visitor, email=ALICE)
    later(minutes=10, seconds=1)

    refused(enter(visitor, post.code(ALICE)), 409)


def test_a_code_is_good_for_one_use_and_one_visitor(visitor: Visitor) -> None:
    ask(visitor, email=ALICE)
    code = post.code(ALICE)

    refused(enter(type(visitor)(), code), 409)
    assert enter(visitor, code).status_code == 200
    refused(enter(visitor, code), 409)


def test_an_older_code_is_void_once_there_is_a_newer(visitor: Visitor) -> None:
    ask(visitor, email=ALICE)
    first = post.code(ALICE)
    ask(visitor, email=ALICE)

    refused(enter(visitor, first), 400)
    assert enter(visitor, post.code(ALICE)).status_code == 200


def test_a_code_of_a_stranger_is_asked_for_in_vain(visitor: Visitor) -> None:
    ask(visitor, email="nobody@example.org")

    assert not post.last("nobody@example.org").has_code
    for code in ("-", "AAAA-AAAA", None):
        refused(enter(visitor, code), 400)
    refused(visitor.get("/me"), 401)


def test_codes_are_not_sent_without_end(visitor: Visitor) -> None:
    answers = [ask(visitor, email=ALICE) for _ in range(4)]

    assert [answer.status_code for answer in answers[:3]] == [401] * 3
    refused(answers[3], 429)
    assert len(post.messages(ALICE)) == 3


def test_a_code_lies_in_no_message_event_or_log_in_plain(visitor: Visitor) -> None:
    ask(visitor, email=ALICE)
    code = post.code(ALICE)

    stored = [*Outgoing.objects.all(), *Event.objects.all(), *AuditEntry.objects.all()]
    assert code not in str([vars(row) for row in stored])
