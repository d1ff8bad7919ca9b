"""The first administrator: by the one-time link, or from the command line."""

import http.client
import json
import re
from typing import Any

import pytest
from django.http import HttpResponse

from matinee.accounts.actions import create_user
from matinee.accounts.actions.setting_up import make_link
from matinee.accounts.models import AuditAction, AuditEntry, User
from matinee.core.access import Role
from matinee.core.mail import MAIL, Folder, Smtp
from matinee.core.models import Setting
from tests.accounts.cast import PASSWORD, Browser, person, refused, said
from tests.accounts.conftest import Later
from tests.config import programs
from tests.config.furnished import Furnish

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def set_up(token: object, browser: Browser | None = None, **more: object) -> HttpResponse:
    given = {"token": token, "username": "root", "email": "root@example.org", "password": PASSWORD, **more}
    return (browser or Browser()).post("/setup", given)


def link() -> str:
    token = make_link()
    assert token
    return token


def test_it_is_needed_until_there_is_an_administrator() -> None:
    assert said(Browser().get("/setup")) == {"needed": True, "signUp": "invited", "sendsMail": False}
    person("alice")
    assert said(Browser().get("/setup")) == {"needed": True, "signUp": "invited", "sendsMail": False}
    person("root")
    assert said(Browser().get("/setup")) == {"needed": False, "signUp": "invited", "sendsMail": False}


def test_newcomers_are_told_whether_letters_leave_the_house() -> None:
    assert said(Browser().get("/setup"))["sendsMail"] is False

    MAIL.configure(Smtp(host="smtp.example.org", sender="Matinee <matinee@example.org>"))
    assert said(Browser().get("/setup"))["sendsMail"] is True

    MAIL.configure(Folder())
    assert said(Browser().get("/setup"))["sendsMail"] is False


def test_the_link_makes_the_first_administrator_and_signs_them_in() -> None:
    browser = Browser()

    made = set_up(link(), browser, language="de", region="DE")

    assert made.status_code == 201, made.content
    me = said(browser.get("/me"))
    assert (me["role"], me["emailVerified"], me["language"], me["region"]) == ("administrator", True, "de", "DE")
    assert browser.get("/users").status_code == 200
    assert AuditEntry.objects.filter(action=AuditAction.SET_UP, actor="root").count() == 1


def test_the_link_is_kept_as_a_hash() -> None:
    token = link()

    assert token not in str([vars(row) for row in Setting.objects.all()])


@pytest.mark.parametrize("token", ["", "wrong", "x" * 65, "\0", None, 7, []])
def test_a_wrong_link_makes_nobody(token: object) -> None:
    link()

    assert set_up(token).status_code in {400, 403}
    assert not User.objects.exists()


def test_without_any_link_nobody_is_made() -> None:
    refused(set_up("x" * 32), 403, "not good any more")


def test_a_used_link_is_dead() -> None:
    token = link()
    set_up(token)

    refused(set_up(token, username="eve", email="eve@example.org"), 403, "not good any more")
    User.objects.update(role=Role.MEMBER)
    refused(set_up(token, username="eve", email="eve@example.org"), 403)


def test_a_link_dies_after_half_an_hour(later: Later) -> None:
    token = link()
    later(minutes=30, seconds=1)

    refused(set_up(token), 403, "30 minutes")


def test_a_link_dies_when_an_administrator_comes_some_other_way() -> None:
    token = link()
    person("root")

    refused(set_up(token, username="eve", email="eve@example.org"), 403)
    assert make_link() is None


def test_a_newer_link_voids_the_older() -> None:
    old = link()
    new = link()

    refused(set_up(old), 403)
    assert set_up(new).status_code == 201


@pytest.mark.parametrize(
    "wrong", [{"password": "short"}, {"username": "r\u00f6\u00f6t"}, {"email": "nonsense"}, {"username": "alice"}]
)
def test_a_mistake_does_not_use_up_the_link(wrong: dict[str, Any]) -> None:
    create_user("alice", PASSWORD)
    token = link()

    refused(set_up(token, **wrong), 400)
    assert set_up(token).status_code == 201


def test_a_weak_password_is_told_at_its_field_with_a_code_for_whoever_speaks_another_language() -> None:
    details = said(set_up(link(), password="12345678"))["details"]

    assert {(one["field"], one["code"]) for one in details} == {
        ("password", "password_too_common"), ("password", "password_entirely_numeric"),
    }  # fmt: skip


def test_another_site_cannot_set_up() -> None:
    """Without a session there is nothing to forge; the token in the link is what nobody else has."""
    refused(Browser().post("/setup", {}, Origin="https://evil.example.com"), 400)
    assert not User.objects.exists()


# --- the real program ---


def post(program: programs.Program, path: str, body: dict[str, str]) -> tuple[int, dict[str, object]]:
    connection = http.client.HTTPConnection("127.0.0.1", program.port, timeout=20)
    try:
        connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


@pytest.mark.e2e
def test_the_link_that_serve_prints_works_once(furnish: Furnish) -> None:
    with programs.Program(furnish("link"), "serve") as program:
        found = re.search(r"http://\S+/setup#(\S+)", program.output)
        assert found, program.output
        given = {"token": found[1], "username": "root", "email": "root@example.org", "password": PASSWORD}

        status, told = post(program, "/api/v1/setup", given)
        assert (status, told["role"]) == (201, "administrator")

        status, told = post(program, "/api/v1/setup", {**given, "username": "eve", "email": "eve@example.org"})
        assert (status, told["title"]) == (403, "Forbidden")


@pytest.mark.e2e
def test_the_command_line_makes_administrators_and_links(furnish: Furnish) -> None:
    folder = furnish("links")
    first = programs.run(folder, "user", "setup-link")
    assert re.search(r"once: http://\S+/setup#\S{20,}", first.stdout), first.stderr

    made = programs.run(folder, "user", "create", "root", "--admin", "--email", "root@example.org", typed=PASSWORD)
    assert made.returncode == 0, made.stderr
    assert "may administer" in made.stdout

    again = programs.run(folder, "user", "setup-link")
    assert "administrator already" in again.stdout
    listed = programs.run(folder, "user", "list")
    assert "root  root@example.org  admin" in listed.stdout
