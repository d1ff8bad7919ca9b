"""How people make the house their own: the rows of Discover, and TMDB by an administrator's hand."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.config.furnished import Furnish
from tests.config.programs import Program
from tests.e2e import household
from tests.e2e.conftest import PHONE, Lobby, Visitor
from tests.tmdb_replay import V3_KEY, TmdbReplay

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


def _rows(page: Page) -> list[str]:
    """The rows as Settings lists them, top to bottom."""
    switches = page.locator("#rows").get_by_role("switch")
    expect(switches.first).to_be_visible()
    return [
        page.locator(f"#{name.get_attribute('aria-labelledby')}").inner_text()
        for name in (switches.nth(index) for index in range(switches.count()))
    ]


def test_a_row_moves_up_and_discover_follows(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house, size=PHONE)
    page = visitor.page
    visitor.open("/settings#rows")
    before = _rows(page)
    page.get_by_role("button", name=f"Move {before[2]} up", exact=True).click()
    expect(page.get_by_text(f"“{before[2]}” moved", exact=True)).to_be_visible()
    page.reload()
    assert _rows(page)[:3] == [before[0], before[2], before[1]]

    visitor.open("/")
    headings = page.get_by_role("main").get_by_role("heading", level=2)
    expect(headings.filter(has_text=before[2])).to_be_visible()
    names = headings.all_inner_texts()
    assert names.index(before[2]) < names.index(before[1])


def test_a_row_moves_by_keyboard(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    visitor.open("/settings#rows")
    before = _rows(page)
    grip = page.get_by_role("button", name=f"Move {before[1]}", exact=True)
    grip.focus()
    page.keyboard.press("Space")
    expect(page.get_by_text(f"{before[1]} is over place 2 of {len(before)}.")).to_be_attached()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text(f"{before[1]} is over place 3 of {len(before)}.")).to_be_attached()
    page.keyboard.press("Space")
    expect(page.get_by_text(f"“{before[1]}” moved", exact=True)).to_be_visible()
    assert _rows(page)[:3] == [before[0], before[2], before[1]]


def test_a_hidden_row_comes_back_by_undo(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    visitor.open("/settings#rows")
    switch = page.get_by_role("switch", name="Film noir", exact=True)
    switch.uncheck()
    expect(page.get_by_text("“Film noir” is no longer shown", exact=True)).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(switch).to_be_checked()
    switch.uncheck()
    visitor.open("/")
    expect(page.get_by_role("heading", name="Films for today")).to_be_visible()
    expect(page.get_by_role("heading", name="Film noir", exact=True)).to_have_count(0)


def test_rows_go_along_with_the_account(lobby: Lobby, starter_house: Program) -> None:
    here, there = lobby.enter(starter_house), lobby.enter(starter_house)
    household.be_root(here, starter_house)
    here.open("/settings#rows")
    here.page.get_by_role("switch", name="Westerns", exact=True).uncheck()
    expect(here.page.get_by_text("“Westerns” is no longer shown", exact=True)).to_be_visible()

    household.be_root(there, starter_house)
    there.open("/settings#rows")
    expect(there.page.get_by_role("switch", name="Westerns", exact=True)).not_to_be_checked()
    there.page.get_by_role("button", name="As they were made").click()
    expect(there.page.get_by_role("switch", name="Westerns", exact=True)).to_be_checked()
    expect(there.page.get_by_text("All rows are back in their places", exact=True)).to_be_visible()


@pytest.fixture(scope="module")
def lonely_house(with_starter: Furnish, tmdb: TmdbReplay) -> Iterator[Program]:
    """An installation that could reach TMDB and has no key for it."""
    settings = {
        "MATINEE_STARTER": "true",
        "MATINEE_TMDB_URL": tmdb.url,
        "MATINEE_TMDB_IMAGE_URL": tmdb.image_url,
        "MATINEE_PRIVATE_HOSTS": tmdb.host,
    }
    with Program(with_starter("lonely"), "serve", **settings) as program:
        yield program


def test_the_last_step_of_the_first_run_connects_tmdb(browser: Browser, lonely_house: Program) -> None:
    lobby = Lobby(browser)
    visitor = lobby.enter(lonely_house, size=PHONE)
    page = visitor.page
    visitor.open(household.setup_link(lonely_house))
    expect(page.get_by_text("Step 1 of 3")).to_be_visible()
    household.name_the_administrator(page)
    expect(page.get_by_text("Step 2 of 3")).to_be_visible()
    page.get_by_role("link", name="Go on").click()
    expect(page.get_by_text("Step 3 of 3")).to_be_visible()

    key = page.get_by_label("API key or read access token")
    key.fill("0" * 32)
    page.get_by_role("button", name="Test", exact=True).click()
    expect(page.get_by_role("alert").filter(has_text=re.compile("refused the key"))).to_be_visible()
    key.fill(V3_KEY)
    page.get_by_role("button", name="Test", exact=True).click()
    expect(page.get_by_text("TMDB takes this key.")).to_be_visible()
    page.get_by_role("button", name="Connect", exact=True).click()
    expect(page.get_by_text("TMDB is connected.")).to_be_visible()
    page.get_by_role("button", name="Open the house").click()
    expect(page.get_by_text(re.compile("uses the TMDB API"))).to_be_attached()

    _forget_the_key(visitor)
    assert [line for line in lobby.close() if "status of 5" not in line] == []  # the refused key, which a browser notes


def _forget_the_key(visitor: Visitor) -> None:
    page = visitor.page
    visitor.open("/connections")
    card = page.get_by_role("region", name="TMDB")
    expect(card.get_by_text("Working")).to_be_visible()
    card.get_by_text("API key", exact=True).click()
    card.get_by_role("button", name="Disconnect").click()
    question = page.get_by_role("dialog", name="Disconnect TMDB?")
    question.get_by_role("button", name="Cancel").click()
    expect(card.get_by_role("button", name="Disconnect")).to_be_focused()
    card.get_by_role("button", name="Disconnect").click()
    question.get_by_role("button", name="Disconnect").click()
    expect(card.get_by_text("Not connected")).to_be_visible()
