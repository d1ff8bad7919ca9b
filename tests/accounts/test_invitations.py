"""Invitations: whoever has the code may sign up, as often and as long as it says."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.utils import timezone

from matinee.accounts.models import AuditAction, AuditEntry, Invitation, User
from tests.accounts import post
from tests.accounts.cast import PASSWORD, Browser, Program, person, refused, said, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def root() -> Browser:
    person("root")
    return signed_in("root")


def invitation(root: Browser, **more: object) -> str:
    response = root.post("/invitations", more)
    assert response.status_code == 201, response.content
    return str(said(response)["code"])


def sign_up(code: str, name: str = "alice", visitor: Browser | Program | None = None) -> HttpResponse:
    visitor = visitor or Browser()
    return visitor.post(
        f"{visitor.flows}/auth/signup",
        {"username": name, "email": f"{name}@example.org", "password": PASSWORD, "invitation": code},
    )


@pytest.mark.parametrize("kind", [Browser, Program])
def test_an_invited_person_becomes_what_the_invitation_says(root: Browser, kind: type[Browser | Program]) -> None:
    visitor = kind()

    refused(sign_up(invitation(root, role="guest"), visitor=visitor), 401)
    visitor.post(f"{visitor.flows}/auth/email/verify", {"key": post.code("alice@example.org")})

    assert said(visitor.get("/me"))["role"] == "guest"
    noted = AuditEntry.objects.get(action=AuditAction.INVITATION_USED)
    assert (noted.actor, noted.after) == ("alice", {"role": "guest"})


def test_the_code_is_shown_once_and_kept_as_a_hash(root: Browser) -> None:
    code = invitation(root)

    assert code not in str(said(root.get("/invitations")))
    assert code not in str(Invitation.objects.values())


def test_a_used_up_invitation_lets_nobody_in(root: Browser) -> None:
    code = invitation(root, uses=2)
    sign_up(code, "alice")
    sign_up(code, "bob")

    refused(sign_up(code, "eve"), 400, "used up")
    assert not User.objects.filter(username="eve").exists()
    assert said(root.get("/invitations"))["items"] == []


def test_an_expired_invitation_lets_nobody_in(root: Browser) -> None:
    code = invitation(root)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    refused(sign_up(code), 400, "expired")
    assert not User.objects.filter(username="alice").exists()


@pytest.mark.parametrize("is_known", [True, False])
def test_an_invitation_for_another_address_says_the_same_of_known_and_unknown_ones(
    root: Browser, *, is_known: bool
) -> None:
    code = invitation(root, email="bob@example.org")
    if is_known:
        person("alice")

    refused(sign_up(code, "alice"), 400)
    known = sign_up(code, "eve")
    refused(known, 400, "another e-mail address")
    assert not User.objects.filter(username="eve").exists()
    assert not post.messages()


def test_an_invitation_for_an_address_fits_it_in_any_case(root: Browser) -> None:
    refused(sign_up(invitation(root, email="Alice@Example.ORG")), 401)
    assert User.objects.filter(username="alice").exists()


@pytest.mark.parametrize("kind", [Browser, Program])
def test_an_invitation_for_an_address_lets_in_no_other_that_takes_its_place(
    root: Browser, kind: type[Browser | Program]
) -> None:
    visitor = kind()
    refused(sign_up(invitation(root, email="alice@example.org"), visitor=visitor), 401)
    assert AuditEntry.objects.get(action=AuditAction.INVITATION_MADE).target == "alice@example.org"

    refused(visitor.post(f"{visitor.flows}/account/email", {"email": "mallory@example.org"}), 409)

    assert User.objects.get(username="alice").email == "alice@example.org"


def test_a_withdrawn_invitation_lets_nobody_in(root: Browser) -> None:
    code = invitation(root)
    [item] = said(root.get("/invitations"))["items"]

    assert root.send("DELETE", f"/invitations/{item['id']}").status_code == 204

    refused(sign_up(code), 400)
    refused(root.send("DELETE", f"/invitations/{item['id']}"), 404)
    noted = AuditEntry.objects.get(action=AuditAction.INVITATION_WITHDRAWN)
    assert (noted.actor, noted.target) == ("root", f"#{item['id'][:8]}")


@pytest.mark.parametrize("code", ["x", "x" * 65, "\0", "ü", 7, ["x"], {"a": 1}])
def test_a_made_up_invitation_lets_nobody_in(root: Browser, code: object) -> None:
    refused(sign_up(code), 400)  # type: ignore[arg-type]
    assert not User.objects.filter(username="alice").exists()


def test_nobody_is_invited_to_administer(root: Browser) -> None:
    refused(root.post("/invitations", {"role": "administrator"}), 400)


@pytest.mark.django_db(transaction=True)
def test_two_people_cannot_share_the_last_use(root: Browser) -> None:
    code = invitation(root)

    def join(name: str) -> int:
        try:
            return sign_up(code, name).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(join, ["alice", "bob", "carol", "dave"]))

    assert sorted(answers) == [400, 400, 400, 401]
    assert User.objects.exclude(username="root").count() == 1
    assert Invitation.objects.get().uses_left == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("sign_up_open")
def test_two_people_cannot_take_one_name_at_once() -> None:
    def join(number: int) -> int:
        browser = Browser()
        try:
            return browser.post(
                f"{browser.flows}/auth/signup",
                {"username": "alice", "email": f"alice{number}@example.org", "password": PASSWORD},
            ).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(join, range(4)))

    assert sorted(answers) == [400, 400, 400, 401]
    assert User.objects.count() == 1
