"""Where somebody is signed in: listed, ended, kept alive by use, and over after a week without."""

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session

from matinee.accounts.models import AuditAction, AuditEntry
from tests.accounts.cast import Browser, Program, person, refused, said, signed_in
from tests.accounts.conftest import Later

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

Visitor = Browser | Program
COOKIE = settings.SESSION_COOKIE_NAME


@pytest.fixture(params=[Browser, Program])
def alice(request: pytest.FixtureRequest) -> Visitor:
    person("alice")
    visitor: Visitor = request.param()
    assert visitor.sign_in("alice").status_code == 200
    return visitor


def sessions(visitor: Visitor) -> list[dict[str, object]]:
    found: list[dict[str, object]] = said(visitor.get("/me/sessions"))["items"]
    return found


def test_every_sign_in_is_listed_with_where_it_was() -> None:
    person("alice")
    phone = Program("198.51.100.7")
    phone.post(f"{phone.flows}/auth/login", {"username": "alice", "password": "wrong"}, User_Agent="Phone/1")
    phone.sign_in("alice")
    browser = signed_in("alice")

    listed = sessions(browser)

    assert {(one["kind"], one["address"], one["isCurrent"]) for one in listed} == {
        ("app", "198.51.100.7", False),
        ("browser", "127.0.0.1", True),
    }
    assert not {"sessionKey", "session_key", "key"} & set(listed[0])


def test_an_ended_session_is_nobody_at_once(alice: Visitor) -> None:
    other = signed_in("alice")
    [one] = [one for one in sessions(alice) if not one["isCurrent"]]

    assert alice.send("DELETE", f"/me/sessions/{one['id']}").status_code == 204

    refused(other.get("/me"), 401)
    assert alice.get("/me").status_code == 200
    assert AuditEntry.objects.filter(action=AuditAction.SESSION_ENDED, actor="alice").count() == 1


def test_all_the_others_end_at_once(alice: Visitor) -> None:
    browser, program = signed_in("alice"), Program()
    program.sign_in("alice")

    assert alice.send("DELETE", "/me/sessions").status_code == 204

    refused(browser.get("/me"), 401)
    refused(program.get("/me"), 401)
    refused(program.renew(), 401)
    assert [one["isCurrent"] for one in sessions(alice)] == [True]


def test_somebody_elses_session_is_not_there(alice: Visitor) -> None:
    person("bob")
    bob = signed_in("bob")
    [one] = sessions(bob)

    refused(alice.send("DELETE", f"/me/sessions/{one['id']}"), 404)
    refused(alice.send("DELETE", "/me/sessions/999999"), 404)
    assert bob.get("/me").status_code == 200


@pytest.mark.parametrize("number", ["x", "0", "-1", str(2**63), str(2**70), "1.5", "%00"])
def test_no_number_is_too_strange(alice: Visitor, number: str) -> None:
    assert alice.send("DELETE", f"/me/sessions/{number}").status_code in {400, 404}


def test_allauths_own_address_ends_sessions_the_same_way(alice: Visitor) -> None:
    other = signed_in("alice")
    [one] = [one for one in sessions(alice) if not one["isCurrent"]]

    alice.send("DELETE", f"{alice.flows}/auth/sessions", {"sessions": [one["id"]]})

    refused(other.get("/me"), 401)
    assert AuditEntry.objects.filter(action=AuditAction.SESSION_ENDED, actor="alice").count() == 1


def test_a_session_in_use_lives_on_and_is_renewed_once_a_day(later: Later) -> None:
    person("alice")
    browser = signed_in("alice")
    first = Session.objects.get().expire_date

    assert COOKIE not in browser.get("/me").cookies
    later(days=6)
    renewed = browser.get("/me")

    assert renewed.cookies[COOKIE]["max-age"] == 7 * 24 * 3600
    assert (Session.objects.get().expire_date - first).days >= 5
    assert COOKIE not in browser.get("/me").cookies
    later(days=6)
    assert browser.get("/me").status_code == 200


def test_a_session_is_over_after_a_week_without_use(alice: Visitor, later: Later) -> None:
    later(days=7, seconds=5)

    refused(alice.get("/me"), 401)
    if isinstance(alice, Program):
        refused(alice.renew(), 401)


def test_a_program_that_renews_each_day_stays_signed_in(later: Later) -> None:
    person("alice")
    program = Program()
    program.sign_in("alice")
    for _ in range(3):
        later(days=3)
        refused(program.get("/me"), 401)
        assert program.renew().status_code == 200
        assert program.get("/me").status_code == 200


def test_the_last_use_is_noted_every_few_minutes(later: Later) -> None:
    person("alice")
    browser = signed_in("alice")
    first = UserSession.objects.get().last_seen_at
    later(minutes=1)
    browser.get("/me")
    assert UserSession.objects.get().last_seen_at == first

    later(minutes=5)
    browser.get("/me")
    assert UserSession.objects.get().last_seen_at > first


def test_a_made_up_cookie_is_nobody() -> None:
    browser = Browser()
    for cookie in ("x" * 32, "", "\N{LATIN SMALL LETTER U WITH DIAERESIS}", "x" * 5000, "a\0b"):
        browser.client.cookies[COOKIE] = cookie
        refused(browser.get("/me"), 401)
        assert browser.get("/movies").status_code == 200
        refused(browser.get(f"{browser.flows}/auth/session"), 401)
