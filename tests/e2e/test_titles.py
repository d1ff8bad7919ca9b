"""Pages of titles, people and collections, the walls and the search, as somebody uses them."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.config.programs import Program
from tests.e2e.conftest import DESK, PHONE, Lobby, Visitor

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


def _open_title(visitor: Visitor, query: str, name: str) -> Page:
    """The page of a title that is found by its name."""
    page = visitor.page
    visitor.open(f"/search?q={query}&kind=movie")
    page.get_by_role("main").get_by_role("link", name=re.compile(name)).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    return page


def _tint(page: Page) -> str:
    shown: str = page.evaluate("document.documentElement.style.getPropertyValue('--tint-a')")
    return shown


def test_a_poster_colours_its_page_and_no_other(lobby: Lobby, starter_house: Program) -> None:
    page = _open_title(lobby.enter(starter_house), "metropolis", "Metropolis")
    page.wait_for_function("() => document.documentElement.style.getPropertyValue('--tint-a') !== ''")
    page.go_back()
    expect(page).to_have_url(re.compile("/search"))
    page.wait_for_function("() => document.documentElement.style.getPropertyValue('--tint-a') === ''")
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Metropolis")
    assert _tint(page) != ""  # remembered: there is no moment without it


def test_a_poster_opens_large_and_gives_the_focus_back(lobby: Lobby, starter_house: Program) -> None:
    page = _open_title(lobby.enter(starter_house), "metropolis", "Metropolis")
    opener = page.get_by_role("button", name="Enlarge the poster of Metropolis")
    opener.click()
    expect(page.get_by_role("dialog").get_by_role("img", name="Poster 1 of Metropolis")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(opener).to_be_focused()


def test_pictures_are_leafed_through_by_keys(lobby: Lobby, connected_house: Program) -> None:
    page = _open_title(lobby.enter(connected_house), "metropolis", "Metropolis")
    page.get_by_role("tab", name=re.compile("Posters")).click()
    page.get_by_role("button", name="Enlarge: Poster 2 of Metropolis").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("2 of 2")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(dialog.get_by_role("img", name="Poster 1 of Metropolis")).to_be_visible()
    expect(dialog.get_by_role("link", name="Open in full size")).to_have_attribute(
        "href", re.compile("/img/poster/w780/")
    )


def test_a_recommendation_says_why_it_is_there(lobby: Lobby, starter_house: Program) -> None:
    page = _open_title(lobby.enter(starter_house), "metropolis", "Metropolis")
    page.get_by_role("contentinfo").scroll_into_view_if_needed()  # the row is made when somebody comes near
    expect(page.get_by_text(re.compile("Same director: Fritz Lang")).first).to_be_attached()


def test_everybody_in_the_credits_is_in_a_sheet(lobby: Lobby, starter_house: Program) -> None:
    page = _open_title(lobby.enter(starter_house), "metropolis", "Metropolis")
    page.get_by_role("button", name="Full cast and crew").first.click()
    sheet = page.get_by_role("dialog", name="Cast and crew of Metropolis")
    expect(sheet.get_by_role("link", name=re.compile("Brigitte Helm"))).to_be_visible()
    sheet.get_by_role("link", name=re.compile("Fritz Lang")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Fritz Lang")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_season_unfolds_to_its_episodes(lobby: Lobby, connected_house: Program, size: dict[str, int]) -> None:
    visitor = lobby.enter(connected_house, size=size)
    page = visitor.page
    visitor.open("/tv")
    page.get_by_role("main").get_by_role("link", name=re.compile("Bonanza")).first.click()
    season = page.get_by_role("button", name=re.compile("Season 2"))
    expect(season).to_have_attribute("aria-expanded", "false")
    season.press("Enter")
    expect(page.get_by_role("list", name="Episodes of Season 2").get_by_role("listitem")).to_have_count(2)
    page.get_by_role("link", name="Page of Season 1").click()
    expect(page).to_have_url(re.compile(r"/tv/\d+/seasons/1"))
    page.get_by_role("link", name="Season after: Season 2").click()
    expect(page).to_have_url(re.compile(r"/tv/\d+/seasons/2"))


def test_everything_found_stands_by_kind_and_what_was_corrected_is_said(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    visitor.open("/search?q=nosfertu")
    expect(page.get_by_text(re.compile("Showing results for “nosferatu”", re.IGNORECASE))).to_be_visible()
    expect(page.get_by_role("region", name="Best match").get_by_role("link")).to_contain_text("Nosferatu")
    people = page.get_by_role("navigation", name="Kind of result").get_by_role("link", name="People")
    people.click()
    expect(page).to_have_url(re.compile("kind=person"))
    expect(people).to_have_attribute("aria-current", "page")


def test_searches_are_remembered_in_this_browser_until_they_are_forgotten(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    visitor.open("/")
    field = page.get_by_role("combobox", name="Search films, series and people")
    field.fill("chaplin")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("chaplin")
    visitor.open("/search")
    recent = page.get_by_role("region", name="Searched for lately")
    expect(recent.get_by_role("link", name="chaplin")).to_be_visible()
    recent.get_by_role("button", name="Forget them").click()
    expect(recent).to_have_count(0)


@pytest.mark.parametrize("came", [True, False], ids=["come", "on-its-way"])
def test_the_way_back_from_a_title_leads_to_the_same_place_on_the_wall(
    lobby: Lobby, starter_house: Program, *, came: bool
) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    visitor.open("/movies")
    titles = page.get_by_role("main").locator("a[href^='/movies/']")
    expect(titles.first).to_be_visible()
    for rows in (1000, 2000, 3200):  # each step waits for the titles that the one before has fetched
        page.wait_for_function("rows => document.documentElement.scrollHeight > rows + 1200", arg=rows)
        page.evaluate("rows => window.scrollTo(0, rows)", rows)
    page.wait_for_load_state("networkidle")
    left_at: float = page.evaluate("window.scrollY")
    if not came:
        page.route("**/api/v1/movies/*", lambda _: None)  # is never answered
    page.mouse.click(640, 500)
    expect(page).to_have_url(re.compile(r"/movies/\d+"))
    heading = page.get_by_role("heading", level=1)
    if came:
        expect(heading).not_to_have_text("Films")
    else:
        expect(heading).to_have_count(0)
        page.wait_for_function("place => window.scrollY < place", arg=left_at)  # a skeleton is lower than the wall
    page.go_back()
    expect(page).to_have_url(re.compile(r"/movies$"))
    page.wait_for_function("place => Math.abs(window.scrollY - place) < 4", arg=left_at)


@pytest.mark.parametrize("path", ["/movies", "/tv", "/search?q=lang", "/search", "/movies/{title}", "/people/{person}"])
def test_no_page_scrolls_sideways_at_320_pixels(lobby: Lobby, starter_house: Program, path: str) -> None:
    visitor = lobby.enter(starter_house, size={"width": 320, "height": 640})
    page = visitor.page
    visitor.open("/movies")
    title = page.get_by_role("main").locator("a[href^='/movies/']").first.get_attribute("href") or ""
    visitor.open(title)
    person = page.get_by_role("main").locator("a[href^='/people/']").first.get_attribute("href") or ""
    visitor.open(path.replace("/movies/{title}", title).replace("/people/{person}", person))
    expect(page.get_by_role("main").get_by_role("link").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_word_without_end_makes_no_page_wider(lobby: Lobby, starter_house: Program, size: dict[str, int]) -> None:
    visitor = lobby.enter(starter_house, size=size)
    page = visitor.page
    word = "W" * 400

    def tell(route: Route) -> None:
        told = route.fetch().json()
        route.fulfill(json=told | {"overview": word, "tagline": word, "name": word, "originalName": word})

    page.route("**/api/v1/movies/*", tell)
    visitor.open("/movies/1")
    expect(page.get_by_role("main").get_by_role("paragraph").filter(has_text=word).first).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
