"""A forgotten password, and another one."""

from typing import TypeVar

import pytest
from django.http import HttpResponse

from matinee.accounts.models import AuditAction, AuditEntry
from tests.accounts import post
from tests.accounts.cast import PASSWORD, Browser, Program, person, refused, said
from tests.accounts.conftest import Later

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

Visitor = Browser | Program
V = TypeVar("V", Browser, Program, Browser | Program)
ALICE, NEW = "alice@example.org", "another lamp in 1925"


@pytest.fixture(params=[Browser, Program])
def kind(request: pytest.FixtureRequest) -> type[Visitor]:
    person("alice")
    made: type[Visitor] = request.param
    return made


def forget(visitor: Visitor, email: str = ALICE) -> HttpResponse:
    return visitor.post(f"{visitor.flows}/auth/password/request", {"email": email})


def replace(visitor: Visitor, code: str, password: str = NEW) -> HttpResponse:
    return visitor.post(f"{visitor.flows}/auth/password/reset", {"key": code, "password": password})


def change(visitor: Visitor, new: object, current: object = PASSWORD) -> HttpResponse:
    return visitor.post(f"{visitor.flows}/account/password/change", {"current_password": current, "new_password": new})


def entered(kind: type[V]) -> V:
    visitor = kind()
    assert visitor.sign_in("alice").status_code == 200
    return visitor


# --- forgotten ---


def test_a_code_gives_a_new_password_and_ends_every_session(kind: type[Visitor]) -> None:
    browser, program = entered(Browser), entered(Program)
    visitor = kind()
    forget(visitor)

    refused(replace(visitor, post.code(ALICE)), 401)  # signing in comes after

    refused(browser.get("/me"), 401)
    refused(program.get("/me"), 401)
    refused(program.renew(), 401)
    refused(visitor.get("/me"), 401)
    refused(kind().sign_in("alice"), 400)
    assert kind().sign_in("alice", NEW).status_code == 200
    assert AuditEntry.objects.filter(action=AuditAction.PASSWORD_RESET, actor="alice").count() == 1
    assert not post.last(ALICE).has_code
    assert "replaced" in post.last(ALICE).subject


def test_a_code_can_be_looked_at_first(kind: type[Visitor]) -> None:
    visitor = kind()
    forget(visitor)
    code = post.code(ALICE)

    refused(visitor.get(f"{visitor.flows}/auth/password/reset", X_Password_Reset_Key=post.wrong(code)), 400)
    assert visitor.get(f"{visitor.flows}/auth/password/reset", X_Password_Reset_Key=code).status_code == 200


def test_wrong_old_and_used_codes_are_refused(kind: type[Visitor], later: Later) -> None:
    visitor = kind()
    forget(visitor)
    code = post.code(ALICE)

    refused(replace(visitor, post.wrong(code)), 400, "ncorrect code")
    refused(replace(kind(), code), 409)
    refused(replace(visitor, code), 401)
    refused(replace(visitor, code), 409)

    forget(visitor)
    code = post.code(ALICE) if post.last(ALICE).has_code else ""
    later(minutes=10, seconds=1)
    refused(replace(visitor, code), 409)


def test_three_wrong_codes_void_the_right_one(kind: type[Visitor]) -> None:
    visitor = kind()
    forget(visitor)
    code = post.code(ALICE)
    for _ in range(3):
        replace(visitor, post.wrong(code))

    refused(replace(visitor, code), 409)
    assert kind().sign_in("alice").status_code == 200


def test_looking_counts_as_trying(kind: type[Visitor]) -> None:
    visitor = kind()
    forget(visitor)
    code = post.code(ALICE)
    for _ in range(3):
        visitor.get(f"{visitor.flows}/auth/password/reset", X_Password_Reset_Key=post.wrong(code))

    refused(replace(visitor, code), 409)


def test_a_weak_password_does_not_use_up_the_code(kind: type[Visitor]) -> None:
    visitor = kind()
    forget(visitor)
    code = post.code(ALICE)
    for weak in ("short", "password123", "x" * 257, "alice@example.org"):
        refused(replace(visitor, code, weak), 400)

    refused(replace(visitor, code), 401)
    assert kind().sign_in("alice", NEW).status_code == 200


def test_forgetting_without_end_is_too_often(kind: type[Visitor]) -> None:
    visitor = kind()
    answers = [forget(visitor, email).status_code for email in [ALICE] * 3 + [ALICE.upper()] * 3]

    assert answers == [401] * 5 + [429]


# --- changed ---


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(kind: type[Visitor]) -> None:
    visitor, browser, program = entered(kind), entered(Browser), entered(Program)

    assert change(visitor, NEW).status_code == 200

    assert visitor.get("/me").status_code == 200
    refused(browser.get("/me"), 401)
    refused(program.get("/me"), 401)
    refused(program.renew(), 401)
    assert len(said(visitor.get("/me/sessions"))["items"]) == 1
    assert kind().sign_in("alice", NEW).status_code == 200
    assert AuditEntry.objects.filter(action=AuditAction.PASSWORD_CHANGED, actor="alice").count() == 1
    assert "changed" in post.last(ALICE).subject


def test_a_program_keeps_its_refresh_token_when_it_changes_the_password(kind: type[Visitor]) -> None:
    program = entered(Program)
    assert isinstance(program, Program)
    change(program, NEW)

    assert program.renew().status_code == 200
    assert program.get("/me").status_code == 200


@pytest.mark.parametrize("current", ["wrong", "", None, [], 7, "x" * 100_000, "\0"])
def test_without_the_old_password_there_is_no_new_one(kind: type[Visitor], current: object) -> None:
    refused(change(entered(kind), NEW, current), 400)
    assert kind().sign_in("alice").status_code == 200


@pytest.mark.parametrize(
    "new", ["", "short", "password123", "8374651029", ALICE, "x" * 257, "a\0b c d e f g", None, {}]
)
def test_a_weak_new_password_is_refused(kind: type[Visitor], new: object) -> None:
    refused(change(entered(kind), new), 400)
    assert kind().sign_in("alice").status_code == 200


def test_nobody_changes_a_password_without_signing_in(kind: type[Visitor]) -> None:
    refused(change(kind(), NEW), 401)
