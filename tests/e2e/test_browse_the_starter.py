"""A new installation, by hand: discover, search with a typing error, read a title and a person."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.config.programs import Program
from tests.e2e.conftest import DESK, PHONE, Lobby
from tests.waiting import wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


def _shown_pictures(page: Page) -> int:
    """Pictures that have really arrived."""
    counted: int = page.evaluate("[...document.images].filter(one => one.complete && one.naturalWidth > 0).length")
    return counted


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_from_discover_by_a_misspelt_search_to_a_title_and_a_person(
    lobby: Lobby, starter_house: Program, size: dict[str, int], theme: str
) -> None:
    visitor = lobby.enter(starter_house, size=size, theme=theme)
    page = visitor.page
    visitor.open("/")
    expect(page.get_by_role("heading", name="Films for today")).to_be_visible()
    expect(page.get_by_role("heading", name="Popular films")).to_be_attached()
    wait_until(lambda: _shown_pictures(page) >= 5)
    assert _background_is_dark(page) is (theme == "dark")

    if size is PHONE:
        page.get_by_role("link", name="Search").first.click()
    field = page.get_by_role("combobox", name="Search films, series and people")
    field.fill("nosfertu")
    expect(page.get_by_role("option", name=re.compile("Nosferatu"))).to_be_visible()
    field.press("Enter")
    expect(page).to_have_url(re.compile("/search"))
    page.get_by_role("main").get_by_role("link", name=re.compile("Nosferatu")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nosferatu")
    page.get_by_role("link", name=re.compile("Max Schreck")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Max Schreck")
    expect(page.get_by_role("main").get_by_role("link", name=re.compile("Nosferatu")).first).to_be_visible()


def _background_is_dark(page: Page) -> bool:
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    canvas = (
        "const c = document.createElement('canvas').getContext('2d'); c.fillStyle = colour; c.fillRect(0, 0, 1, 1);"
    )
    pixel: list[int] = page.evaluate(f"colour => {{ {canvas} return [...c.getImageData(0, 0, 1, 1).data] }}", colour)
    return sum(pixel[:3]) < 384


def test_a_show_opens_to_its_episodes(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    visitor.open("/tv")
    page.get_by_role("main").get_by_role("link", name=re.compile("Sherlock Holmes")).first.click()
    page.get_by_role("link", name=re.compile("Season 1")).first.click()
    expect(page).to_have_url(re.compile(r"/tv/\d+/seasons/1"))
    expect(page.get_by_text("The Case of the Cunningham Heritage")).to_be_visible()


def test_filters_live_in_the_address_and_the_wall_goes_on(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    visitor.open("/movies?genre=horror")
    titles = page.get_by_role("main").locator("a[href^='/movies/']")
    expect(page.get_by_text(re.compile(r"^\d+ titles$"))).to_be_visible()
    before = titles.count()
    page.mouse.move(640, 500)
    for _ in range(12):
        page.mouse.wheel(0, 2500)
        page.wait_for_timeout(60)  # a person's wheel, not a wait for something
    page.wait_for_function(
        "count => document.querySelectorAll(\"main a[href^='/movies/']\").length > count", arg=before
    )
    page.get_by_role("button", name="Remove the filter Horror").click()
    expect(page).not_to_have_url(re.compile("genre"))


def test_nothing_found_says_what_to_try(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    visitor.open("/search?q=qqqqwwwwzzzz")
    expect(visitor.page.get_by_text("Nothing found for “qqqqwwwwzzzz”")).to_be_visible()


def test_an_address_that_leads_nowhere_is_a_page_of_its_own(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    visitor.open("/no/such/page")
    expect(visitor.page.get_by_text("Not on the programme")).to_be_visible()
    visitor.open("/movies/999999999")
    expect(visitor.page.get_by_text("Not on the programme")).to_be_visible()
    # The browser itself notes a 404 of the API; the page must add nothing to that.
    visitor.complaints[:] = [line for line in visitor.complaints if "404" not in line]


def test_a_failed_page_offers_a_second_try(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    page.route("**/api/v1/lists?*", lambda route: route.abort())
    visitor.open("/")
    retry = page.get_by_role("button", name="Try again")
    expect(retry).to_be_visible()
    page.unroute("**/api/v1/lists?*")
    retry.click()
    expect(page.get_by_role("heading", name="Films for today")).to_be_visible()
    # What was caused here is noted by the browser, and by React where it is caught.
    visitor.complaints[:] = [line for line in visitor.complaints if "ERR_FAILED" not in line and "Problem" not in line]


def test_the_keyboard_alone_reaches_a_title(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    visitor.open("/")
    page.get_by_role("combobox").focus()
    page.keyboard.type("metropol")
    expect(page.get_by_role("option", name=re.compile("Metropolis"))).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Metropolis")


def test_a_german_visitor_reads_german(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house, locale="de-DE")
    visitor.open("/search?q=gold+rush")
    expect(visitor.page.get_by_role("main").get_by_role("link", name=re.compile("Goldrausch")).first).to_be_visible()
