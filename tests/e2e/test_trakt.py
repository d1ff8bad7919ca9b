"""A library and an account at Trakt are kept alike: set up, linked, lost and let go by a person at a browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.config.furnished import Furnish
from tests.config.programs import Program
from tests.e2e import axe, household
from tests.e2e.conftest import DESK, PHONE, Lobby, Visitor, until_still
from tests.trakt_stand_in import CLIENT_ID, CLIENT_SECRET, Known, TraktStandIn

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

PICTURES = Path("artefacts/trakt")
METROPOLIS = Known(1, "movie", "Metropolis", "tt0017136")


@pytest.fixture(scope="module")
def trakt() -> Iterator[TraktStandIn]:
    """Where somebody has watched and rated a film."""
    with TraktStandIn() as running:
        running.interval = 1
        running.account.knows(METROPOLIS)
        running.account.plays_film(METROPOLIS, "2024-05-01T20:00:00.000Z")
        running.account.rates(METROPOLIS, 9, "2024-05-01T22:30:00.000Z")
        yield running


@pytest.fixture(scope="module")
def house(with_starter: Furnish, trakt: TraktStandIn) -> Iterator[Program]:
    """One that asks the stand-in."""
    settings = {
        "MATINEE_STARTER": "true",
        "MATINEE_TRAKT_URL": trakt.url,
        "MATINEE_TRAKT_RATE": "1000",
        "MATINEE_PRIVATE_HOSTS": trakt.host,
    }
    with Program(with_starter("trakt"), "serve", **settings) as program:
        yield program


def section(page: Page) -> Locator:
    return page.get_by_role("region", name="Trakt")


def look(visitor: Visitor, name: str) -> None:
    """No word of axe, and nothing beside its window, on a desk in the dark and a phone in the light; pictures."""
    page = visitor.page
    for size, theme in ((DESK, "dark"), (PHONE, "light")):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        until_still(page)
        assert axe.violations(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        visitor.shoot(PICTURES, f"{name}-{theme}")
    page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})


def connect(root: Visitor) -> None:
    """From the page that says it is not set up, by the one where it is."""
    page = root.page
    page.get_by_role("link", name="To the connections").click()
    ticket = page.get_by_role("region", name="Trakt")
    ticket.get_by_text("The app at Trakt").click()
    ticket.get_by_label("Client ID").fill(CLIENT_ID)
    ticket.get_by_role("button", name="Test", exact=True).click()
    expect(ticket.get_by_text("Trakt knows this client ID.")).to_be_visible()
    ticket.get_by_label("Client secret", exact=True).fill(CLIENT_SECRET)
    look(root, "app")
    ticket.get_by_role("button", name="Connect", exact=True).click()
    expect(ticket.get_by_text("Working")).to_be_visible()


def test_an_account_is_linked_synced_lost_and_let_go(lobby: Lobby, house: Program, trakt: TraktStandIn) -> None:
    root = lobby.enter(house)
    household.be_root(root, house)
    page = root.page
    root.open("/me/services")
    expect(section(page).get_by_text("not connected to Trakt")).to_be_visible()
    look(root, "not-offered")
    connect(root)

    root.open("/me")
    page.get_by_role("link", name="Connected services").click()
    look(root, "unlinked")
    section(page).get_by_role("button", name="Link your account").click()
    expect(section(page).get_by_text("5055CC52")).to_be_visible()
    expect(section(page).get_by_role("link", name="trakt.tv")).to_be_visible()
    look(root, "linking")
    section(page).get_by_role("button", name="Cancel").click()
    section(page).get_by_role("button", name="Link your account").click()

    history = page.context.new_page()
    history.goto(f"{root.address}/history")
    expect(history.get_by_role("heading", level=1)).to_be_visible()
    trakt.device_status = 200
    expect(section(page).get_by_text("alice-at-trakt")).to_be_visible()
    expect(section(page).get_by_text("2 things came from Trakt")).to_be_visible()
    look(root, "linked")
    history.bring_to_front()
    expect(history.get_by_role("main").get_by_role("link", name="Metropolis").first).to_be_visible()
    page.bring_to_front()

    trakt.withdraw_permission()
    section(page).get_by_role("button", name="Sync now").click()
    expect(section(page).get_by_text("The link to Trakt is lost")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Notifications, ")).click()
    expect(page.get_by_role("link", name=re.compile("The link to Trakt is lost.*Link it again"))).to_be_visible()
    page.keyboard.press("Escape")
    look(root, "lost")

    section(page).get_by_role("button", name="Link it again").click()
    section(page).get_by_role("button", name="Unlink", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Unlink").click()
    expect(page.get_by_text("Your account at Trakt is unlinked", exact=True)).to_be_visible()
    expect(section(page).get_by_role("button", name="Link your account")).to_be_visible()
