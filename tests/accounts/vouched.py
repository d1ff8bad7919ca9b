"""Matinee with providers who vouch for people, and the way to each and back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from django.test import Client as Tab

from matinee.accounts import policies, vouching
from matinee.core.http import for_requests
from matinee.core.settings import Settings
from tests.accounts.cast import FLOWS, Browser, person, said, signed_in
from tests.identity_world import IdentityWorld, Person, Provider
from tests.identity_world.journey import Arrival, travel
from tests.identity_world.pointing import pointed_at

KINDS = ["google", "github", "facebook", "x", "oidc"]
LINKED = f"{FLOWS}/browser/v1/account/providers"
SIGN_UP = f"{FLOWS}/browser/v1/auth/provider/signup"


@dataclass
class House:
    """`world` are the providers; each is set up by root when it is first gone to."""

    world: IdentityWorld
    root: Browser
    offered: dict[str, dict[str, Any]] = field(default_factory=dict)

    def provider(self, kind: str) -> Provider:
        """The one on loopback."""
        provider: Provider = getattr(self.world, kind)
        return provider

    def offer(self, kind: str, **changed: object) -> dict[str, Any]:
        """Have root set it up; what root is answered."""
        if kind not in self.offered:
            client = self.provider(kind).client
            given: dict[str, object] = {"kind": kind, "clientId": client.id, "clientSecret": client.secret}
            if kind == "oidc":
                given |= {"name": "Household", "issuer": self.world.oidc.url}
            answer = self.root.post("/identity-providers", given | changed)
            assert answer.status_code == 201, answer.content
            self.offered[kind] = said(answer)
        return self.offered[kind]

    def slug(self, kind: str) -> str:
        return str(self.offer(kind)["slug"])

    def come(self, kind: str, who: Person, tab: Tab | None = None) -> Arrival:
        """Go to the provider, be that person there, allow it, and come back."""
        self.world.sign_in_as(who)
        return travel(tab or Tab(), self.slug(kind), self.provider(kind))

    def join(self, kind: str, who: Person, tab: Tab | None = None, **more: object) -> Browser:
        """Come for the first time, and sign up."""
        browser = Browser(client=tab or Tab(enforce_csrf_checks=True))
        assert pending(self.come(kind, who, browser.client)) == {"provider_signup"}
        answer = browser.post(SIGN_UP, {"username": who.username, "email": who.email, **more})
        assert answer.status_code in {200, 401}, answer.content
        return browser

    def link(self, browser: Browser, kind: str, who: Person) -> Arrival:
        """The same for somebody who is signed in, to be able to come that way next time."""
        self.world.sign_in_as(who)
        return travel(browser.client, self.slug(kind), self.provider(kind), process="connect")


def let_sign_up(who: Literal["open", "invited", "closed"]) -> None:
    """An administrator decides so, and it holds at once."""
    policies.decide(policies.Policies(sign_up=who))
    policies.forget()  # in a test that is one transaction, nothing is ever committed


def pending(arrival: Arrival) -> set[str]:
    """What is still wanted before somebody is signed in."""
    flows: Any = arrival.session["data"]
    return {flow["id"] for flow in flows["flows"] if flow.get("is_pending")}


def who_is(arrival: Arrival) -> str | None:
    """The user name of whoever is signed in then."""
    data: Any = arrival.session["data"]
    return data["user"]["username"] if arrival.is_signed_in else None


def linked(browser: Browser) -> list[dict[str, str]]:
    """The person's linked accounts, as the address for unlinking wants them."""
    return [{"provider": item["provider"]["id"], "account": item["uid"]} for item in said(browser.get(LINKED))["data"]]


@pytest.fixture(scope="module")
def world() -> Iterator[IdentityWorld]:
    """The providers on loopback; allauth is sent there."""
    with IdentityWorld() as running, pointed_at(running):
        yield running


@pytest.fixture
def house(world: IdentityWorld, settings_now: Settings, db: None) -> Iterator[House]:
    """Whoever wants to may sign up here."""
    settings_now.private_hosts = [*settings_now.private_hosts, *world.hosts]
    settings_now.http_visitor_timeout = 1
    for made_once in (vouching._fixed, for_requests.issuer):
        made_once.cache_clear()  # the providers' troubles of the test before are forgotten
    let_sign_up("open")
    person("root")
    yield House(world, signed_in("root"))
    world.heal()
