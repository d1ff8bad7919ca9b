"""Signing up and in through those who vouch for people, and linking them to an account."""

from dataclasses import replace

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.contrib.sessions.models import Session
from django.test import Client as Tab

from matinee.accounts.actions.invitations import invite
from matinee.accounts.models import User
from matinee.core.access import Role
from tests.accounts.cast import PASSWORD, Browser, person, refused, said, signed_in
from tests.accounts.vouched import KINDS, LINKED, SIGN_UP, House, let_sign_up, linked, pending, who_is
from tests.identity_world import ALICE, BOB, CAROL, DAVE, MALLORY, ZOE, Person
from tests.identity_world.journey import arrive, leave, travel, visit

# --- coming in ---


@pytest.mark.parametrize("kind", ["google", "github", "x", "oidc"])
def test_bob_signs_up_with_an_address_that_his_provider_has_checked_and_comes_again(house: House, kind: str) -> None:
    bob = house.join(kind, BOB)

    assert said(bob.get("/me"))["emailVerified"]
    assert not said(bob.get("/me"))["hasPassword"]
    assert who_is(house.come(kind, BOB)) == "bob"
    assert SocialAccount.objects.count() == 1


@pytest.mark.parametrize(("kind", "who"), [("facebook", BOB), ("google", CAROL), ("oidc", CAROL)])
def test_an_address_that_nobody_has_checked_is_verified_first(house: House, kind: str, who: Person) -> None:
    browser = house.join(kind, who)

    session = said(browser.get(f"{browser.flows}/auth/session"))
    assert session["status"] == 401
    assert [flow["id"] for flow in session["data"]["flows"] if flow.get("is_pending")] == ["verify_email"]
    assert browser.get("/me").status_code == 401


def test_an_address_other_than_the_providers_is_not_taken_as_verified(house: House) -> None:
    browser = Browser(client=Tab(enforce_csrf_checks=True))
    house.come("oidc", BOB, browser.client)

    browser.post(SIGN_UP, {"username": "bob", "email": "another@example.org"})

    assert not EmailAddress.objects.filter(email="another@example.org", verified=True).exists()


def test_who_brings_no_address_is_asked_for_one(house: House) -> None:
    browser = Browser(client=Tab(enforce_csrf_checks=True))
    house.come("x", DAVE, browser.client)

    refused(browser.post(SIGN_UP, {"username": "dave"}), 400)


def test_a_new_address_and_name_at_the_provider_is_still_the_same_person(house: House) -> None:
    house.join("oidc", BOB)

    assert who_is(house.come("oidc", replace(BOB, email="new@example.org", username="other"))) == "bob"


@pytest.mark.parametrize("verified", [True, False], ids=["verified", "unverified"])
@pytest.mark.parametrize(
    ("kind", "address"),
    [(kind, "alice@example.org") for kind in KINDS] + [("oidc", "Alice@Example.ORG"), ("google", "ALICE@example.org")],
)
def test_bob_does_not_become_alice_by_her_address(house: House, kind: str, address: str, verified: bool) -> None:
    person("alice")
    browser = Browser(client=Tab(enforce_csrf_checks=True))

    arrival = house.come(kind, replace(BOB, email=address, email_verified=verified), browser.client)
    browser.post(SIGN_UP, {"username": "bob", "email": address})

    assert who_is(arrival) is None
    assert browser.get("/me").status_code == 401
    assert not SocialAccount.objects.exists()
    assert EmailAddress.objects.filter(email__iexact="alice@example.org").count() == 1


def test_a_taken_address_looks_like_any_that_is_to_be_verified(house: House) -> None:
    person("alice")
    answers = []
    for who in (MALLORY, CAROL):
        browser = Browser(client=Tab(enforce_csrf_checks=True))
        house.come("oidc", who, browser.client)
        answers.append(browser.post(SIGN_UP, {"username": who.username, "email": who.email}))

    taken, free = answers
    assert taken.status_code == free.status_code == 401
    assert said(taken)["data"] == said(free)["data"]


def test_the_same_subject_of_another_issuer_is_another_person(house: House) -> None:
    house.join("oidc", BOB)
    SocialAccount.objects.update(provider="oidc-of-somebody-else")

    assert pending(house.come("oidc", BOB)) == {"provider_signup"}


# --- who may ---


def test_signing_up_needs_an_invitation_where_administrators_say_so_and_makes_of_bob_what_it_says(house: House) -> None:
    let_sign_up("invited")
    _row, code = invite(User.objects.get(username="root"), role=Role.GUEST)
    browser = Browser(client=Tab(enforce_csrf_checks=True))
    wanted = {"username": "bob", "email": BOB.email}
    house.come("oidc", BOB, browser.client)

    refused(browser.post(SIGN_UP, wanted), 400, "invitation")
    house.come("oidc", BOB, browser.client)
    assert browser.post(SIGN_UP, wanted | {"invitation": code}).status_code == 200

    assert said(browser.get("/me"))["role"] == "guest"


def test_nobody_new_comes_in_while_signing_up_is_closed_but_those_who_are_known_do(house: House) -> None:
    house.join("oidc", BOB)
    let_sign_up("closed")

    assert house.come("oidc", CAROL).error == "signup_closed"
    assert who_is(house.come("oidc", BOB)) == "bob"


def test_somebody_who_was_locked_out_does_not_come_in_through_a_provider(house: House) -> None:
    house.join("oidc", BOB)
    User.objects.filter(username="bob").update(is_active=False)

    assert who_is(house.come("oidc", BOB)) is None


# --- linking ---


def alice_at_home() -> Browser:
    """She is signed in, and has just said her password once more."""
    person("alice")
    alice = signed_in("alice")
    assert alice.post(f"{alice.flows}/auth/reauthenticate", {"password": PASSWORD}).status_code == 200
    return alice


def test_linking_asks_for_the_password_once_more(house: House) -> None:
    person("alice")
    alice = signed_in("alice")

    assert house.link(alice, "oidc", ZOE).error == "reauthentication_required"
    assert linked(alice) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_linked_account_signs_in_until_it_is_unlinked(house: House, kind: str) -> None:
    alice = alice_at_home()

    assert house.link(alice, kind, ZOE).error is None
    assert who_is(house.come(kind, ZOE)) == "alice"
    (account,) = linked(alice)
    assert alice.send("DELETE", LINKED, account).status_code == 200
    assert linked(alice) == []
    assert who_is(house.come(kind, ZOE)) is None


def test_a_linked_account_is_shown_by_a_name_and_nothing_else_of_it_is_kept(house: House) -> None:
    bob = house.join("oidc", BOB)

    (item,) = said(bob.get(LINKED))["data"]

    assert (item["display"], item["provider"]["name"]) == ("bob", "Household")
    assert SocialAccount.objects.get().extra_data == {"username": "bob", "name": "Bob Hope", "email": BOB.email}


def test_what_is_somebody_elses_cannot_be_linked(house: House) -> None:
    house.join("oidc", BOB)
    alice = alice_at_home()

    assert house.link(alice, "oidc", BOB).error == "connected_other"
    assert linked(alice) == []


def test_nobody_unlinks_somebody_elses_account(house: House) -> None:
    bob = house.join("oidc", BOB)
    person("alice")

    refused(signed_in("alice").send("DELETE", LINKED, linked(bob)[0]), 400)
    assert len(linked(bob)) == 1


def test_the_only_way_in_cannot_be_unlinked(house: House) -> None:
    bob = house.join("oidc", BOB)

    refused(bob.send("DELETE", LINKED, linked(bob)[0]), 400, "password")
    assert len(linked(bob)) == 1


def test_linking_needs_somebody_to_link_to(house: House) -> None:
    arrival = house.link(Browser(client=Tab(enforce_csrf_checks=True)), "oidc", BOB)

    assert (arrival.error, arrival.is_signed_in) == ("permission_denied", False)
    assert not SocialAccount.objects.exists()


# --- providers that come and go ---


def test_a_provider_that_is_switched_off_lets_nobody_in_but_can_be_unlinked(house: House) -> None:
    alice = alice_at_home()
    house.link(alice, "github", ZOE)
    house.world.sign_in_as(ZOE)
    tab = Tab()
    back = visit(leave(tab, "github"))
    house.root.send("PATCH", f"/identity-providers/{house.offer('github')['id']}", {"isActive": False})

    assert arrive(tab, back).error == "unknown"
    assert travel(Tab(), "github", house.world.github).error == "unknown"
    assert alice.send("DELETE", LINKED, linked(alice)[0]).status_code == 200


def test_a_sign_up_that_waits_is_dropped_when_its_provider_is_removed(house: House) -> None:
    browser = Browser(client=Tab(enforce_csrf_checks=True))
    house.come("oidc", BOB, browser.client)

    house.root.send("DELETE", f"/identity-providers/{house.offer('oidc')['id']}")

    assert browser.get(f"{browser.flows}/auth/session").status_code == 401
    refused(browser.post(SIGN_UP, {"username": "bob", "email": BOB.email}), 409)


def test_two_issuers_may_know_us_by_the_same_client_id(house: House) -> None:
    house.offer("oidc")
    other = {"kind": "oidc", "name": "Other", "issuer": "https://id.example.org", "clientSecret": "s"}
    assert house.root.post("/identity-providers", other | {"clientId": house.world.oidc.client.id}).status_code == 201

    assert said(house.join("oidc", ALICE).get("/me"))["username"] == "alice"


# --- what is left lying about ---


def test_no_session_holds_a_providers_token(house: House) -> None:
    bob = house.join("oidc", BOB)
    house.come("google", CAROL)

    kept = " ".join(str(session.get_decoded()) for session in Session.objects.all())
    tokens = [*house.world.oidc.grants._access, *house.world.google.grants._access]
    assert bob.get("/me").status_code == 200
    assert len(tokens) >= 2
    assert not [token for token in tokens if token in kept]
