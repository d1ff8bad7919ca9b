"""Watching, as a person at a browser does it: checks on episodes, what is next, the history, the calendar."""

import json
import re
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.config.furnished import Furnish
from tests.config.programs import Program, run
from tests.e2e import axe, household
from tests.e2e.conftest import PHONE, Lobby, Visitor
from tests.e2e.doing import watch

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

PICTURES = Path("artefacts/pages")
_TODAY = datetime.now(UTC).date()
_WEEKS = [-21, -14, -7, 0, 7]  # days from today on which the show airs
SHOW = {
    "key": "the-loft",
    "kind": "tv",
    "form": "series",
    "title": "The Loft",
    "originalTitle": "The Loft",
    "year": 2026,
    "runtime": 25,
    "countries": ["GB"],
    "languages": ["en"],
    "originalLanguage": "en",
    "genres": ["comedy"],
    "overview": "Four people, one staircase.",
    "licence": "public-domain",
    "known": 1,
    "seasons": [
        {
            "number": 1,
            "name": "Season 1",
            "episodes": [
                {"number": number, "title": f"Step {number}", "aired": (_TODAY + timedelta(days=days)).isoformat()}
                for number, days in enumerate(_WEEKS, 1)
            ],
        }
    ],
}


@pytest.fixture(scope="module")
def house(with_starter: Furnish) -> Iterator[Program]:
    """The starter catalogue, and a show that is still running."""
    folder = with_starter("history")
    file = folder / "ours.json"
    file.write_text(json.dumps([SHOW]))
    assert run(folder, "import", str(file)).returncode == 0
    with Program(folder, "serve", MATINEE_STARTER="true") as program:
        yield program


@pytest.fixture(scope="module")
def state(browser: Browser, house: Program) -> str:
    """What a browser remembers in which root has signed in; a file."""
    lobby = Lobby(browser)
    visitor = lobby.enter(house)
    household.be_root(visitor, house)
    path = house.data_dir / "root-state.json"
    visitor.page.context.storage_state(path=path)
    lobby.close()
    return str(path)


@pytest.fixture
def root(lobby: Lobby, house: Program, state: str) -> Visitor:
    """Root at a desk, signed in."""
    return lobby.enter(house, state=state)


def find(visitor: Visitor, words: str, kind: str) -> Page:
    """On the page of the first title with that name."""
    page = visitor.page
    visitor.open(f"/search?q={words.replace(' ', '+')}&kind={'movie' if kind == 'movies' else kind}")
    page.get_by_role("main").locator(f"a[href^='/{kind}/']").first.click()
    expect(page).to_have_url(re.compile(rf"/{kind}/\d+"))
    expect(page.locator("article").get_by_role("heading", level=1)).to_be_visible()
    return page


def undo(page: Page) -> None:
    page.get_by_role("button", name="Undo").last.click()


def pressed(page: Page, name: str) -> Locator:
    return page.get_by_role("main").get_by_role("button", name=name, exact=True, pressed=True)


def test_a_film_is_marked_and_found_in_the_history_and_taken_out_again(root: Visitor) -> None:
    page = find(root, "metropolis", "movies")
    name = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("main").get_by_role("button", name="Watched", exact=True, pressed=False).click()
    expect(page.get_by_text(f"“{name}” is marked as watched", exact=True)).to_be_visible()
    day = page.evaluate("new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' }).format(new Date())")
    expect(pressed(page, f"Watched · {day}")).to_be_visible()

    root.open("/history")
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    page.get_by_role("button", name=f"Take out: {name}").click()
    expect(page.get_by_role("heading", name="Nothing watched yet")).to_be_visible()
    undo(page)
    expect(page.get_by_role("link", name=name)).to_be_visible()
    expect(page.get_by_role("button", name="Series", exact=True)).to_be_disabled()
    expect(page.get_by_role("button", name="Film", exact=True)).to_be_enabled()
    page.get_by_label("Find in your history").fill("nothing like it")
    expect(page.get_by_role("heading", name="Nothing like that")).to_be_visible()
    page.get_by_label("Find in your history").fill(name.lower())
    expect(page.get_by_role("link", name=name)).to_be_visible()


def test_a_film_was_watched_on_another_day(root: Visitor) -> None:
    page = find(root, "nosferatu", "movies")
    page.get_by_role("button", name="More about watching").locator("visible=true").click()
    page.get_by_role("menuitem", name="Watched on another day…").click()
    page.get_by_label("Day and time").fill("2001-02-03T20:15")
    page.get_by_role("button", name="Mark as watched").click()
    expect(page.get_by_text(re.compile("is marked as watched$"))).to_be_visible()  # which is said once it is kept
    expect(pressed(page, "Watched · February 3, 2001")).to_be_visible()
    root.open("/history")
    expect(page.get_by_role("heading", name="Saturday, February 3, 2001")).to_be_visible()


def test_of_a_film_that_was_watched_again_the_last_time_or_all_are_taken_back(root: Visitor) -> None:
    page = find(root, "safety+last", "movies")
    film = int(page.url.split("/movies/")[1])
    for day in ("2021-05-01", "2022-06-02", "2023-07-03"):
        watch(root, "movies", film, f"{day}T20:15:00Z")
    page.reload()

    pressed(page, "Watched · July 3, 2023 · 3 times").click()
    asked = page.get_by_role("dialog", name="You watched it more than once")
    expect(asked).to_be_visible()
    assert axe.violations(page) == []
    page.keyboard.press("Escape")
    expect(asked).to_have_count(0)
    expect(pressed(page, "Watched · July 3, 2023 · 3 times")).to_be_focused()
    page.get_by_role("button", name="More about watching").locator("visible=true").click()
    page.get_by_role("menuitem", name="Not watched after all").click()
    asked.get_by_role("button", name="Take out the last time").click()
    expect(pressed(page, "Watched · June 2, 2022 · 2 times")).to_be_visible()
    undo(page)
    expect(pressed(page, "Watched · July 3, 2023 · 3 times")).to_be_visible()

    root.open("/search?q=safety+last&kind=movie")
    card = page.get_by_role("main").locator("a[data-card]").first
    check = page.get_by_role("main").get_by_role("img", name="Watched")
    entry = page.get_by_role("menuitemcheckbox", name="Watched")

    def choose(name: str) -> None:
        expect(check).to_have_count(1)
        card.press(".")
        entry.press("Enter")
        asked.get_by_role("button", name=name).press("Enter")

    choose("Take out the last time")
    expect(page.get_by_text(re.compile("^The last time you watched “Safety Last"))).to_be_visible()
    choose("Take out every time")
    expect(check).to_have_count(0)
    expect(page.get_by_text(re.compile("is no longer marked as watched$"))).to_be_visible()
    with page.expect_response("**/dated"):
        undo(page)
    page.reload()
    choose("Take out the last time")
    expect(page.get_by_text(re.compile("^The last time you watched “Safety Last"))).to_be_visible()
    card.press(".")
    entry.press("Enter")  # of one time nothing is asked
    expect(check).to_have_count(0)


def test_a_film_is_marked_on_its_poster_and_that_can_be_undone(root: Visitor) -> None:
    page = root.page
    root.open("/search?q=the+golem&kind=movie")
    card = page.get_by_role("main").locator("a[data-card]").first
    check = page.get_by_role("main").get_by_role("img", name="Watched")

    more = page.get_by_role("button", name=re.compile("^More for ")).first

    def choose(name: str, *, checked: bool) -> None:
        expect(more).to_be_attached()  # the keys come with the buttons
        card.press(".")
        entry = page.get_by_role("menuitemcheckbox", name=name)
        expect(entry).to_be_checked(checked=checked)
        entry.press("Enter")

    choose("Watched", checked=False)
    expect(check).to_have_count(1)
    page.reload()
    expect(check).to_have_count(1)  # the server says so, too
    choose("Watched", checked=True)
    expect(check).to_have_count(0)
    expect(page.get_by_text(re.compile("is no longer marked as watched$"))).to_be_visible()
    undo(page)
    expect(check).to_have_count(1)
    choose("Watched", checked=True)
    expect(check).to_have_count(0)
    choose("Want to watch", checked=False)
    expect(page.get_by_text(re.compile("^You want to watch"))).to_be_visible()
    card.click()
    expect(pressed(page, "Want to watch")).to_be_visible()


def test_episodes_are_checked_one_by_one_up_to_one_and_all_and_it_can_be_undone(root: Visitor) -> None:
    page = find(root, "the loft", "tv")
    expect(page.get_by_text("0 of 4 episodes")).to_be_visible()
    expect(page.get_by_role("button", name="Watched: Step 5")).to_have_count(0)  # it has not aired

    page.get_by_role("button", name="Watched: Step 1").click()
    expect(page.get_by_text("1 of 4 episodes").first).to_be_visible()
    expect(page.get_by_role("button", name="Mark 1x02 as watched").locator("visible=true")).to_be_visible()
    page.get_by_role("button", name="Watched up to here: Step 3").click()
    for step in (1, 2, 3):
        expect(page.get_by_role("button", name=f"Watched: Step {step}", pressed=True)).to_be_visible()
    expect(page.get_by_text("All up to “Step 3” is marked as watched", exact=True)).to_be_visible()
    undo(page)
    expect(page.get_by_role("button", name="Watched: Step 3", pressed=False)).to_be_visible()
    expect(page.get_by_role("button", name="Watched: Step 1", pressed=True)).to_be_visible()
    page.get_by_role("button", name="Mark season as watched").click()
    expect(page.get_by_text("4 of 4 episodes").first).to_be_visible()
    page.reload()
    expect(page.get_by_text("4 of 4 episodes").first).to_be_visible()
    page.get_by_role("button", name="Watched: Step 4").click()
    expect(page.get_by_text("3 of 4 episodes").first).to_be_visible()


def test_what_is_next_is_on_discover_and_goes_on_when_it_is_checked(root: Visitor) -> None:
    page = find(root, "sherlock holmes", "tv")
    page.get_by_role("button", name=re.compile("^Watched: ")).first.click()
    expect(page.get_by_text(re.compile("^1 of")).first).to_be_visible()

    root.open("/")
    shelf = page.get_by_role("region", name="Up next")
    expect(shelf.get_by_text("Sherlock Holmes")).to_be_visible()
    expect(shelf.get_by_text(re.compile("^1x02 "))).to_be_visible()
    shelf.get_by_role("button", name=re.compile("^Watched: ")).first.click()
    expect(shelf.get_by_text(re.compile("^1x03 "))).to_be_visible()

    root.open("/settings#rows")
    page.get_by_role("switch", name="Up next").click()
    root.open("/")
    expect(page.get_by_role("navigation", name="Browse by genre")).to_be_visible()
    expect(shelf).to_have_count(0)
    root.open("/settings#rows")
    page.get_by_role("switch", name="Up next").click()


def test_a_title_is_planned_and_dropped(root: Visitor) -> None:
    page = find(root, "the general", "movies")
    name = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("main").get_by_role("button", name="Want to watch", exact=True).locator("visible=true").click()
    expect(page.get_by_text(f"You want to watch “{name}”", exact=True)).to_be_visible()
    root.open("/history")
    expect(page.get_by_role("region", name="Want to watch").get_by_role("link", name=name)).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="More about watching").locator("visible=true").click()
    page.get_by_role("menuitem", name="Drop it").click()
    expect(page.get_by_text("You have dropped this.").locator("visible=true")).to_be_visible()


def test_the_calendar_tells_what_airs_and_has_an_address_for_programs(
    root: Visitor, lobby: Lobby, house: Program, state: str
) -> None:
    page = find(root, "the loft", "tv")
    page.get_by_role("button", name="Watched: Step 1").click()
    root.open("/calendar")
    if (_TODAY + timedelta(days=7)).month != _TODAY.month:
        page.get_by_role("button", name="The month after").click()
    expect(page.get_by_role("link", name=re.compile("1x05 · Step 5")).first).to_be_visible()

    page.get_by_role("button", name="Subscribe").click()
    page.get_by_role("button", name="Make an address").click()
    address = page.get_by_role("dialog").locator("code").inner_text()
    with urllib.request.urlopen(address) as answer:
        assert "The Loft 1x05: Step 5" in answer.read().decode()
    page.get_by_role("button", name="Take it away").click()
    expect(page.get_by_role("button", name="Make an address")).to_be_visible()
    assert address.rsplit("/", 1)[1].removesuffix(".ics") not in house.output

    phone = lobby.enter(house, size=PHONE, state=state)
    phone.open("/calendar")
    expect(phone.page.get_by_role("heading", name="Calendar")).to_be_visible()
    expect(phone.page.get_by_role("link", name=re.compile("The Loft")).first).to_be_visible()


def test_who_is_not_signed_in_sees_no_checks(lobby: Lobby, house: Program) -> None:
    visitor = lobby.enter(house)
    page = find(visitor, "the loft", "tv")
    expect(page.get_by_role("heading", name="Step 1")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Watched"))).to_have_count(0)
    visitor.open("/history")
    expect(page).to_have_url(re.compile("/sign-in"))


@pytest.mark.parametrize(("size", "theme"), [("desk", "light"), ("phone", "dark")])
def test_pages_with_something_in_them_are_accessible(
    lobby: Lobby, house: Program, state: str, size: str, theme: str
) -> None:
    """Those of an empty history are with all other pages."""
    visitor = lobby.enter(
        house, size=PHONE if size == "phone" else {"width": 1280, "height": 860}, theme=theme, state=state
    )
    page = visitor.page
    wrong = []
    for name, address in (("watched", "/history"), ("calendar-full", "/calendar"), ("discover-signed-in", "/")):
        visitor.open(address)
        expect(page.get_by_role("main").get_by_role("heading").first).to_be_attached()
        page.wait_for_load_state("networkidle")
        visitor.shoot(PICTURES, f"{name}-{size}-{theme}")
        wrong += [f"{name}: {line}" for line in axe.violations(page)]
    find(visitor, "the loft", "tv")
    # A phone has them elsewhere than a desk, and the page both.
    expect(page.get_by_text(re.compile("of 4 episodes")).filter(visible=True).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    visitor.shoot(PICTURES, f"show-watched-{size}-{theme}")
    wrong += axe.violations(page)
    page.get_by_role("heading", name="Step 1").scroll_into_view_if_needed()
    visitor.shoot(PICTURES, f"episodes-watched-{size}-{theme}")
    assert not wrong, "\n".join(map(str, wrong))
