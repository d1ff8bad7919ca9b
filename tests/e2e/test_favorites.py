"""What a person thinks of titles: hearts, ratings, notes and dismissals; on cards, on pages and in their own lists."""

import re
from collections.abc import Iterator
from itertools import count

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.config.furnished import Furnish
from tests.config.programs import Program
from tests.e2e import household
from tests.e2e.conftest import DESK, PHONE, Lobby, Visitor

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

_COUNT = count(1)
_MARKS = re.compile("/api/v1/me/marks")


@pytest.fixture(scope="module")
def house(with_starter: Furnish) -> Iterator[Program]:
    """An installation in which each test has people of its own."""
    with Program(with_starter("favorites"), "serve", MATINEE_STARTER="true") as program:
        yield program


@pytest.fixture
def visitor(lobby: Lobby, house: Program) -> Visitor:
    """Somebody new, signed in."""
    return _enter(lobby, house, f"person{next(_COUNT)}")


def _enter(lobby: Lobby, house: Program, name: str, size: dict[str, int] | None = None) -> Visitor:
    root = lobby.enter(house)
    household.be_root(root, house)
    household.befriend(root, name)
    visitor = lobby.enter(house, size=size or DESK)
    household.be(visitor, name)
    return visitor


def _wall(visitor: Visitor, address: str = "/movies?genre=horror") -> None:
    """Go there, and wait until the server has said what is thought of its titles."""
    with visitor.page.expect_response(_MARKS):
        visitor.open(address)


def _card(page: Page, title: str) -> Locator:
    return page.get_by_role("main").locator("li li").filter(has=page.get_by_text(title, exact=True)).first


def _heart(page: Page, title: str) -> Locator:
    return page.get_by_role("main").get_by_role("button", name=f"Love {title}", exact=True).first


def _loved(page: Page, title: str, *, is_so: bool = True) -> None:
    expect(_heart(page, title)).to_have_attribute("aria-pressed", str(is_so).lower())


def test_what_is_loved_on_a_wall_is_loved_everywhere_and_can_be_undone(visitor: Visitor) -> None:
    page = visitor.page
    _wall(visitor)
    _card(page, "Nosferatu").hover()
    _heart(page, "Nosferatu").click()
    _loved(page, "Nosferatu")
    expect(page.get_by_text("Nosferatu is among your favourites").first).to_be_visible()

    page.get_by_role("link", name=re.compile("^Nosferatu")).first.click()
    expect(page.get_by_role("button", name="Love it").locator("visible=true")).to_have_attribute("aria-pressed", "true")

    page.get_by_role("link", name="Favourites").locator("visible=true").click()
    expect(page.get_by_text("1 title", exact=True)).to_be_visible()
    _loved(page, "Nosferatu")

    with page.expect_response(re.compile("/api/v1/me/opinions/")):
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_role("heading", name="Nothing here yet")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Nothing here yet")).to_be_visible()


def test_a_card_in_focus_is_loved_by_l_and_has_a_menu_by_the_menu_key(visitor: Visitor) -> None:
    page = visitor.page
    _wall(visitor)
    link = _card(page, "Nosferatu").get_by_role("link")
    link.focus()
    page.keyboard.press("l")
    _loved(page, "Nosferatu")

    page.keyboard.press("ContextMenu")
    menu = page.get_by_role("menu", name="More for Nosferatu")
    expect(menu.get_by_role("menuitemcheckbox", name="Love it")).to_have_attribute("aria-checked", "true")
    page.keyboard.press("Escape")
    expect(menu).to_have_count(0)
    expect(link).to_be_focused()

    page.keyboard.press("Tab")  # to the next card, not to the buttons of this one
    expect(page.locator("a[data-card]:focus")).to_have_count(1)


def test_a_rating_that_was_seen_counts_though_the_page_is_left_at_once(visitor: Visitor) -> None:
    page = visitor.page
    _wall(visitor)
    page.get_by_role("link", name=re.compile("^Nosferatu")).first.click()
    slider = page.get_by_role("slider", name="Your rating").locator("visible=true")
    expect(slider).to_have_attribute("aria-valuetext", "Not rated")
    slider.focus()
    page.keyboard.press("End")
    page.reload()
    expect(slider).to_have_attribute("aria-valuetext", "10 of 10")


def test_a_title_is_rated_by_keyboard_in_a_dialog_and_the_rating_taken_away(visitor: Visitor) -> None:
    page = visitor.page
    _wall(visitor)
    link = _card(page, "Nosferatu").get_by_role("link")
    link.focus()
    page.keyboard.press(".")
    page.get_by_role("menuitem", name="Rate it").focus()
    page.keyboard.press("Enter")
    slider = page.get_by_role("dialog", name="Rate Nosferatu").get_by_role("slider", name="Your rating")
    expect(slider).to_have_attribute("aria-valuetext", "Not rated")
    slider.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(slider).to_have_attribute("aria-valuetext", "8.5 of 10")
    expect(page.get_by_text("You rated Nosferatu 8.5 of 10").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(link).to_be_focused()
    expect(_card(page, "Nosferatu").get_by_role("img", name="Your rating 8.5 of 10")).to_be_visible()

    visitor.open("/favorites?shelf=ratings")
    _card(page, "Nosferatu").get_by_role("link").click()
    slider = page.get_by_role("slider", name="Your rating").locator("visible=true")
    expect(slider).to_have_attribute("aria-valuetext", "8.5 of 10")
    slider.focus()
    page.keyboard.press("Delete")
    expect(slider).to_have_attribute("aria-valuetext", "Not rated")
    expect(page.get_by_text("Your rating of Nosferatu is gone").first).to_be_visible()


def test_stars_are_pressed_in_halves(visitor: Visitor) -> None:
    page = visitor.page
    visitor.open("/search?q=nosferatu")
    page.get_by_role("main").get_by_role("link", name=re.compile("Nosferatu")).first.click()
    slider = page.get_by_role("slider", name="Your rating").locator("visible=true")
    expect(slider).to_be_attached()
    box = slider.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.63, box["y"] + box["height"] / 2)
    expect(slider).to_have_attribute("aria-valuetext", "6.5 of 10")


def test_notes_outlive_a_reload_and_are_found_again(visitor: Visitor) -> None:
    page = visitor.page
    visitor.open("/search?q=nosferatu")
    page.get_by_role("main").get_by_role("link", name=re.compile("Nosferatu")).first.click()
    page.get_by_role("button", name="Love it").locator("visible=true").click()
    page.get_by_role("button", name="Notes", exact=True).locator("visible=true").click()
    dialog = page.get_by_role("dialog", name="Notes on Nosferatu")
    dialog.get_by_role("textbox", name="Notes").fill("The shadow on the stairs.")
    expect(dialog.get_by_text("25 of 10,000 characters")).to_be_visible()
    with page.expect_response(re.compile("/api/v1/me/opinions/")):
        dialog.get_by_role("button", name="Close").click()  # whatever way one leaves, they are kept
    page.reload()
    expect(page.get_by_text("The shadow on the stairs.").locator("visible=true")).to_be_visible()

    visitor.open("/favorites?text=shadow")
    page.get_by_role("button", name="Your notes on Nosferatu").click()
    expect(page.get_by_role("textbox", name="Notes")).to_have_value("The shadow on the stairs.")


def test_the_list_is_narrowed_and_ordered_by_its_address(visitor: Visitor) -> None:
    page = visitor.page
    _wall(visitor)
    for title in ("Nosferatu", "The Cabinet of Dr. Caligari"):
        _card(page, title).hover()
        _heart(page, title).click()
        expect(page.get_by_text(f"{title} is among your favourites").first).to_be_visible()
    visitor.open("/favorites")
    expect(page.get_by_text("2 titles", exact=True)).to_be_visible()

    page.get_by_role("searchbox", name="Search titles and notes").fill("caligari")
    expect(page).to_have_url(re.compile(r"/favorites\?text=caligari$"))
    expect(page.get_by_text("1 title", exact=True)).to_be_visible()
    # Neither series nor comedies are offered, for there are none.
    expect(page.get_by_role("combobox", name="Kind").locator("option")).to_have_text(["Films and series", "Films"])
    genres = page.get_by_role("combobox", name="Genre").locator("option")
    expect(genres.filter(has_text="Horror")).to_have_count(1)
    expect(genres.filter(has_text="Comedy")).to_have_count(0)
    page.get_by_role("combobox", name="Rating").select_option("Rated")
    expect(page.get_by_role("heading", name="Nothing matches")).to_be_visible()
    page.get_by_role("button", name="Clear all").click()
    expect(page).to_have_url(re.compile(r"/favorites$"))
    expect(page.get_by_role("searchbox", name="Search titles and notes")).to_have_value("")

    # By the latest it would be the other way round.
    visitor.open("/favorites?sort=title&genre=horror&rated=no")
    cards = page.get_by_role("main").locator("a[data-card]")
    expect(cards).to_have_text([re.compile("^Nosferatu"), re.compile("^The Cabinet")])
    expect(page.get_by_role("combobox", name="Order")).to_have_value("title")


def test_what_does_not_interest_is_dimmed_and_has_a_list_of_its_own(visitor: Visitor) -> None:
    page = visitor.page
    _wall(visitor)
    _card(page, "Nosferatu").hover()
    page.get_by_role("button", name="More for Nosferatu", exact=True).first.click()
    page.get_by_role("menuitemcheckbox", name="Not interested").click()
    expect(page.get_by_text("Nosferatu will not be recommended to you").first).to_be_visible()
    visitor.open("/favorites")
    page.get_by_role("main").get_by_role("link", name="Not interested").click()
    expect(_card(page, "Nosferatu")).to_be_visible()


def test_two_people_know_nothing_of_each_others_hearts(lobby: Lobby, house: Program) -> None:
    alice, bob = _enter(lobby, house, "alice"), _enter(lobby, house, "bob")
    _wall(alice)
    _card(alice.page, "Nosferatu").hover()
    _heart(alice.page, "Nosferatu").click()
    expect(alice.page.get_by_text("Nosferatu is among your favourites").first).to_be_visible()
    _wall(bob)
    _loved(bob.page, "Nosferatu", is_so=False)
    bob.open("/favorites")
    expect(bob.page.get_by_role("heading", name="Nothing here yet")).to_be_visible()

    household.sign_out(alice, "alice")
    expect(alice.page.get_by_role("button", name=re.compile("^Love "))).to_have_count(0)
    alice.complaints[:] = [line for line in alice.complaints if "401" not in line]  # that is how a session ends


def test_without_a_connection_a_heart_is_taken_back_and_says_why(visitor: Visitor) -> None:
    page = visitor.page
    _wall(visitor)
    _card(page, "Nosferatu").hover()
    _heart(page, "Nosferatu").click()  # what tells of it comes while there is a connection
    page.get_by_role("button", name="Undo").click()
    _loved(page, "Nosferatu", is_so=False)
    page.context.set_offline(True)
    _card(page, "Nosferatu").hover()
    _heart(page, "Nosferatu").click()
    expect(page.get_by_text("The server could not be reached").first).to_be_visible()
    _loved(page, "Nosferatu", is_so=False)
    page.context.set_offline(False)
    expect(page.get_by_text("You are offline")).to_have_count(0)
    _heart(page, "Nosferatu").click()
    expect(page.get_by_text("Nosferatu is among your favourites").first).to_be_visible()
    visitor.complaints.clear()  # the browser notes what could not be fetched


def test_on_a_phone_the_menu_is_always_there_and_the_heart_once_it_is_given(
    browser: Browser, lobby: Lobby, house: Program
) -> None:
    state = house.data_dir / "phone.json"
    _enter(lobby, house, "carol").page.context.storage_state(path=state)
    viewport = ViewportSize(width=PHONE["width"], height=PHONE["height"])
    context = browser.new_context(viewport=viewport, has_touch=True, is_mobile=True, storage_state=state)
    page = context.new_page()
    with page.expect_response(_MARKS):
        page.goto(f"http://127.0.0.1:{house.port}/movies?genre=horror")
    more = page.get_by_role("button", name="More for Nosferatu", exact=True).first
    expect(_heart(page, "Nosferatu")).to_be_hidden()
    box = more.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    more.tap()
    page.get_by_role("menuitemcheckbox", name="Love it").tap()
    expect(_heart(page, "Nosferatu")).to_be_visible()
    context.close()


def test_who_is_signed_out_is_asked_in_first_and_comes_back(lobby: Lobby, house: Program) -> None:
    visitor = lobby.enter(house)
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.open("/movies")
    expect(visitor.page.locator("a[data-card]").first).to_be_visible()
    expect(visitor.page.get_by_role("link", name="Favourites")).to_have_count(0)
    visitor.open("/favorites?kind=tv")
    expect(visitor.page).to_have_url(re.compile(r"/sign-in\?next=%2Ffavorites%3Fkind%3Dtv$"))
    assert not [url for url in asked if "/me" in url]
