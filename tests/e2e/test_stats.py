"""One's numbers, one's year and what one did, as somebody sees them who watches things."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.config.furnished import Furnish
from tests.config.programs import Program
from tests.e2e import axe, household
from tests.e2e.conftest import DESK, PHONE, Lobby, Visitor
from tests.e2e.doing import do, titles, watch
from tests.waiting import wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


@pytest.fixture(scope="module")
def house(with_starter: Furnish) -> Iterator[Program]:
    """One of its own: what is watched here would be in other tests' way."""
    with Program(with_starter("stats"), "serve", MATINEE_STARTER="true") as program:
        yield program


@pytest.fixture
def root(lobby: Lobby, house: Program) -> Visitor:
    """Signed in, on a desk."""
    visitor = lobby.enter(house)
    household.be_root(visitor, house)
    return visitor


@pytest.fixture
def films(root: Visitor) -> list[int]:
    """A few ids; two were watched in 2025 and one in 2023, the first is loved and rated."""
    ids: list[int] = [film["id"] for film in titles(root, "movies")]
    if not do(root, "GET", "/me/stats")["films"]:
        watch(root, "movies", ids[0], "2025-03-01T20:00:00Z")
        watch(root, "movies", ids[1], "2025-03-02T20:00:00Z")
        watch(root, "movies", ids[2], "2023-07-04T20:00:00Z")
        do(root, "PUT", f"/me/favorites/movies/{ids[0]}", {"rating": 8.5})
        wait_until(lambda: do(root, "GET", "/me/stats")["films"] == 3)
    return ids


def _total(page: Page, name: str) -> str:
    """A large number by its name."""
    return page.locator("dl > div").filter(has=page.get_by_text(name, exact=True)).locator("dd").inner_text()


def _table(page: Page, name: str) -> dict[str, str]:
    """What a chart shows, as its table tells it."""
    rows = page.get_by_role("table", name=name).locator("tbody tr")
    return {row.locator("th").inner_text(): row.locator("td").inner_text() for row in rows.all()}


@pytest.mark.usefixtures("films")
def test_the_year_is_in_the_address_and_the_numbers_follow_it(root: Visitor) -> None:
    page = root.page
    root.open("/stats")
    expect(page.get_by_role("img", name="Hours per month")).to_be_visible()
    assert _total(page, "Films") == "3"

    page.get_by_label("Year", exact=True).select_option("2025")
    expect(page).to_have_url(re.compile(r"/stats\?year=2025$"))
    wait_until(lambda: _total(page, "Films") == "2")
    months = _table(page, "Hours per month")
    assert len(months) == 12
    assert [month for month, hours in months.items() if not hours.startswith("0 ")] == ["March 2025"]

    page.reload()
    expect(page.get_by_label("Year", exact=True)).to_have_value("2025")
    expect(page.get_by_text("2 days in a row")).to_be_visible()


@pytest.mark.usefixtures("films")
def test_a_year_in_review_shows_its_days_and_leads_to_its_neighbours(root: Visitor) -> None:
    page = root.page
    root.open("/stats/2025")
    expect(page.get_by_role("heading", level=1)).to_contain_text("2025")
    expect(page.get_by_text("Longest streak")).to_be_visible()
    expect(page.get_by_role("heading", name="Most watched")).to_be_visible()
    steps = page.get_by_role("navigation", name="Other years")
    expect(steps.get_by_role("link", name="2026")).to_have_count(0)
    steps.get_by_role("link", name="2024").click()
    expect(page.get_by_role("heading", name="Nothing in 2024")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="2023 in review").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2023")


@pytest.mark.usefixtures("films")
def test_on_paper_a_year_is_alone(root: Visitor) -> None:
    page = root.page
    root.open("/stats/2025")
    expect(page.get_by_role("heading", level=1)).to_contain_text("2025")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_have_count(0)
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_an_address_that_is_no_year_is_not_there(root: Visitor) -> None:
    root.open("/stats/twenty")
    expect(root.page.get_by_role("heading", name="Not on the programme")).to_be_visible()


def test_visitors_sign_in_first_and_come_back(lobby: Lobby, house: Program) -> None:
    visitor = lobby.enter(house)
    for path in ("/stats", "/stats/2025", "/activity"):
        visitor.open(path)
        expect(visitor.page).to_have_url(re.compile(r"/sign-in\?next=" + re.escape(path).replace("/", "%2F")))


def test_people_here_are_told_of_on_a_titles_page_to_visitors_too(
    lobby: Lobby, house: Program, films: list[int]
) -> None:
    visitor = lobby.enter(house)
    visitor.open(f"/movies/{films[0]}")
    here = visitor.page.get_by_role("list", name="People here")
    expect(here).to_contain_text("Loved by 1 person here")
    expect(here).to_contain_text("8.5, rated by 1 person here")
    visitor.open(f"/movies/{films[9]}")
    expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()
    visitor.page.wait_for_load_state("networkidle")
    expect(here).to_have_count(0)


def test_what_was_just_done_is_undone(root: Visitor, films: list[int]) -> None:
    page = root.page
    do(root, "PUT", f"/me/favorites/movies/{films[5]}", {})
    wait_until(lambda: do(root, "GET", "/me/activity")["items"][0]["title"]["id"] == films[5])
    root.open("/activity")
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    row = page.get_by_role("listitem").filter(has_text=re.compile("^Added .* to your favourites")).first
    row.get_by_role("button", name=re.compile("^Undo")).click()
    expect(page.get_by_text("Undone", exact=True)).to_be_visible()
    expect(page.get_by_text(re.compile("^Took .* out of your favourites")).first).to_be_visible()  # by itself
    wait_until(lambda: any(one["undoneAt"] for one in do(root, "GET", "/me/activity")["items"]))
    page.reload()
    expect(row.get_by_text("Undone", exact=True)).to_be_visible()
    expect(row.get_by_role("button")).to_have_count(0)
    assert do(root, "GET", f"/me/opinions/movies/{films[5]}")["favorite"] is False


def test_episodes_in_a_row_are_one_line_and_undone_together(root: Visitor) -> None:
    page = root.page
    show = next(show for show in titles(root, "tv") if _first_season(root, show["id"])[1] > 2)
    season, episodes = _first_season(root, show["id"])
    do(root, "POST", f"/me/viewings/tv/{show['id']}", {"season": season})
    wait_until(lambda: do(root, "GET", f"/me/stats?year={_this_year(root)}")["episodes"] == episodes)
    root.open("/activity")
    line = page.get_by_role("listitem").filter(has_text=f"Watched {episodes} episodes of")
    expect(line).to_have_count(1)
    line.get_by_role("button", name=re.compile("^Undo")).click()
    expect(line.get_by_text("Undone", exact=True)).to_be_visible()
    wait_until(lambda: do(root, "GET", f"/me/stats?year={_this_year(root)}")["episodes"] == 0)


def test_what_the_server_refuses_to_undo_is_told_and_stays(root: Visitor, films: list[int]) -> None:
    page = root.page
    do(root, "PATCH", f"/me/opinions/movies/{films[6]}", {"rating": 6})
    wait_until(lambda: do(root, "GET", "/me/activity")["items"][0]["what"] == "TitleRated")
    root.open("/activity")
    row = page.get_by_role("listitem").filter(has_text=re.compile("^Rated .* 6.0")).first
    undo = row.get_by_role("button", name=re.compile("^Undo"))
    expect(undo).to_be_visible()
    do(root, "PATCH", f"/me/opinions/movies/{films[6]}", {"rating": 9})  # in another window
    undo.click()
    expect(
        page.get_by_role("alert").or_(page.get_by_role("status")).filter(has_text=re.compile("changed")).first
    ).to_be_visible()
    assert do(root, "GET", f"/me/opinions/movies/{films[6]}")["rating"] == 9
    root.complaints[:] = [line for line in root.complaints if "409" not in line]


@pytest.mark.usefixtures("films")
def test_something_new_that_has_no_words_yet_is_told_all_the_same(root: Visitor) -> None:
    def newer(route: Route) -> None:
        told = route.fetch().json()
        told["items"] = [{**told["items"][0], "what": "LampLit", "details": {}}]
        route.fulfill(json=told)

    root.page.route("**/api/v1/me/activity?*", newer)
    root.open("/activity")
    expect(root.page.get_by_text(re.compile("^Changed something about"))).to_be_visible()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.usefixtures("films")
def test_pages_full_of_numbers_are_accessible_and_stay_within(root: Visitor, size: dict[str, int]) -> None:
    page = root.page
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    for path in ("/stats", "/stats?year=2025", "/stats/2025", "/activity"):
        root.open(path)
        expect(page.get_by_role("main").get_by_role("heading").first).to_be_visible()
        page.wait_for_load_state("networkidle")
        assert axe.violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_from_right_to_left_time_begins_at_the_right(root: Visitor, films: list[int]) -> None:
    page = root.page
    page.add_init_script("localStorage.setItem('matinee.language', 'ar')")
    root.open("/stats?year=2025")
    marks = page.get_by_role("img").locator("svg text, text").filter(has_text=re.compile("."))
    expect(marks.first).to_be_visible()
    january = page.locator("svg g", has=page.locator("title", has_text="يناير")).locator("rect").first
    december = page.locator("svg g", has=page.locator("title", has_text="ديسمبر")).locator("rect").first
    first, last = january.bounding_box(), december.bounding_box()
    assert first
    assert last
    assert first["x"] > last["x"]


def _first_season(visitor: Visitor, show: int) -> tuple[int, int]:
    """Its number, and how many episodes it has."""
    seasons = do(visitor, "GET", f"/tv/{show}")["seasons"]
    return (seasons[0]["number"], seasons[0]["episodes"]) if seasons else (0, 0)


def _this_year(visitor: Visitor) -> int:
    return int(do(visitor, "GET", "/me/stats")["years"][0])
