"""What stays while pages change: the palette, toasts, the bell, banners, and pages that failed."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.config.programs import Program
from tests.e2e.conftest import DESK, PHONE, Lobby
from tests.e2e.household import be_root, make
from tests.waiting import wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


def _palette(page: Page, typed: str) -> None:
    """Open it and type, by keyboard alone."""
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Commands")).to_be_focused()
    page.keyboard.type(typed)


def test_the_palette_leads_to_pages_titles_and_deeds_by_keyboard_alone(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    visitor.open("/")
    expect(page.get_by_role("heading", name="Discover")).to_be_attached()

    _palette(page, "sett")
    expect(page.get_by_role("option", name="Settings", selected=True)).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/settings$"))

    _palette(page, "nosferatu")
    expect(page.get_by_role("option", name=re.compile("^Nosferatu.*Film"))).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Nosferatu")).to_be_visible()

    _palette(page, "dark")
    expect(page.get_by_role("option", name="Theme: Dark")).to_be_visible()
    page.get_by_role("option", name="Theme: Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")

    page.keyboard.press("Control+k")
    recent = page.get_by_role("group", name="Recent")
    expect(recent.get_by_role("option")).to_have_text([re.compile("Theme: Dark"), re.compile("Nosferatu"), "Settings"])


def test_the_palette_leads_to_what_is_not_in_the_menu(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    be_root(visitor, starter_house)
    page = visitor.page
    visitor.open("/settings")
    expect(page.get_by_role("heading", level=1, name="Settings")).to_be_visible()
    for typed, name, address in (
        ("import", "Import and export", "/imports$"),
        ("connected", "Connected services", "/me/services$"),
    ):
        _palette(page, typed)
        expect(page.get_by_role("option", name=name, selected=True)).to_be_visible()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(address))


def test_the_palette_gives_the_focus_back(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house, size=PHONE)
    page = visitor.page
    visitor.open("/settings")
    button = page.get_by_role("button", name="Commands")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Commands")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_letters_lead_to_pages_until_they_are_turned_off(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    visitor.open("/settings")
    expect(page.get_by_role("heading", level=1, name="Settings")).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("m")
    expect(page.get_by_role("heading", level=1, name="Films")).to_be_visible()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.keyboard.press("?")
    page.keyboard.press("/")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("combobox", name=re.compile("^Search"))).not_to_be_focused()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_who_joins_is_told_to_root_who_can_take_back_what_is_done_with_it(
    lobby: Lobby, starter_house: Program, size: dict[str, int]
) -> None:
    visitor = lobby.enter(starter_house, size=size)
    page = visitor.page
    be_root(visitor, starter_house)
    name = f"alice{size['width']}"
    make(starter_house, name)
    told = page.get_by_role("link", name=f"{name} has joined")

    wait_until(lambda: name in page.request.get(f"{visitor.address}/api/v1/notifications").text())
    visitor.open("/")
    page.get_by_role("button", name=re.compile(r"^Notifications, \d+ new")).click()
    expect(told).to_be_visible()
    page.get_by_role("button", name=f"Remove: {name} has joined").click()
    expect(told).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(told).to_be_visible()

    page.get_by_role("button", name="Mark all as read").click()
    expect(page.get_by_role("button", name="Notifications", exact=True)).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name=re.compile(r"^Notifications, \d+ new"))).to_be_visible()

    page.get_by_role("dialog").get_by_role("link", name="Settings").click()
    expect(page).to_have_url(re.compile("/settings#notifications$"))
    expect(page.get_by_role("switch", name="Somebody has joined")).to_be_in_viewport()

    page.get_by_role("button", name=re.compile(r"^Notifications, \d+ new")).click()
    told.click()
    expect(page).to_have_url(re.compile("/users"))


def test_without_a_network_a_banner_says_so_until_it_is_back(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    visitor.open("/settings")
    page.wait_for_load_state("networkidle")
    banner = page.get_by_text("You are offline.")
    page.context.set_offline(True)
    expect(banner).to_be_visible()
    page.context.set_offline(False)
    expect(banner).to_have_count(0)
    visitor.complaints.clear()  # the console tells what could not be fetched meanwhile


def test_a_page_that_failed_tells_the_reference_that_the_log_knows(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    def fail(route: Route) -> None:
        body = {"title": "Internal error", "status": 500, "detail": "The reel broke.", "correlationId": "reel-7"}
        route.fulfill(status=500, content_type="application/problem+json", json=body)

    page.context.route("**/api/v1/movies/1?*", fail)
    visitor.open("/movies/1")
    expect(page.get_by_role("alert")).to_contain_text("The reel broke.")
    page.get_by_role("button", name="Copy the reference").click()
    assert page.evaluate("navigator.clipboard.readText()") == "reel-7"
    expect(page.get_by_role("navigation", name="Main").first).to_be_attached()  # the frame is still there
    visitor.complaints.clear()
