"""What somebody may like: on a page of their own, on Discover, beside a title, and for an evening with others."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.config.furnished import Furnish
from tests.config.programs import Program
from tests.e2e import axe, household
from tests.e2e.conftest import DESK, PHONE, Lobby, Visitor
from tests.e2e.doing import do
from tests.waiting import wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

_LEARNING = 60.0  # seconds that a first look at the catalogue may take on a busy machine
_LIKED = ("Metropolis", "Nosferatu", "The General", "A Trip to the Moon", "The Kid")
_BECAUSE = re.compile("^Because you liked ")
# How far what was seen has moved by itself, as browsers measure it (Cumulative Layout Shift).
_COUNT_SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifts += shift.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def house(with_starter: Furnish) -> Iterator[Program]:
    """One of its own, in which nobody likes anything by chance."""
    with Program(with_starter("recommendations"), "serve", MATINEE_STARTER="true") as program:
        yield program


@pytest.fixture(scope="module")
def people(browser: Browser, house: Program) -> dict[str, str]:
    """What the browsers remember of root, who likes some films, bob, who likes one, and carol, who is silent; files."""
    likings: dict[str, tuple[str, ...]] = {"root": _LIKED, "bob": _LIKED[:1], "carol": ()}
    lobby = Lobby(browser)
    root = lobby.enter(house)
    household.be_root(root, house)
    for name in ("bob", "carol"):
        household.befriend(root, name)
    files = {name: _settled(lobby.enter(house), house, name, liked) for name, liked in likings.items()}
    lobby.close()
    return files


def _settled(visitor: Visitor, house: Program, name: str, liked: tuple[str, ...]) -> str:
    household.be(visitor, name)
    for title in liked:
        do(visitor, "PUT", f"/me/favorites/movies/{_film(visitor, title)}", {})
    wait_until(lambda: do(visitor, "GET", "/me/recommendations")["items"], seconds=_LEARNING)
    path = str(house.data_dir / f"{name}.json")
    visitor.page.context.storage_state(path=path)
    return path


@pytest.fixture
def root(lobby: Lobby, house: Program, people: dict[str, str]) -> Visitor:
    """Signed in, on a desk."""
    return lobby.enter(house, state=people["root"])


def _film(visitor: Visitor, title: str) -> int:
    found = do(visitor, "GET", f"/search?q={title}&kind=movie")["items"]
    return int(next(hit["title"]["id"] for hit in found if hit["title"]["title"] == title))


def _posters(page: Page) -> list[str]:
    return page.get_by_role("main").locator("a[data-card]").evaluate_all("links => links.map(link => link.pathname)")  # type: ignore[no-any-return]


def test_visitors_sign_in_first_and_come_back(lobby: Lobby, house: Program) -> None:
    visitor = lobby.enter(house)
    for path, kept in (("/for-you?kind=tv", "%2Ffor-you%3Fkind%3Dtv"), ("/together", "%2Ftogether")):
        visitor.open(path)
        expect(visitor.page).to_have_url(re.compile(rf"/sign-in\?next={re.escape(kept)}"))


def test_every_recommendation_says_because_of_what_it_is_there(root: Visitor) -> None:
    page = root.page
    root.open("/for-you")
    expect(page.get_by_text(_BECAUSE).first).to_be_visible()
    told = do(root, "GET", "/me/recommendations?count=60")["items"]
    assert _posters(page) == [f"/{'movies' if one['kind'] == 'movie' else 'tv'}/{one['id']}" for one in told]
    assert page.get_by_text(_BECAUSE).count() == sum(bool(one["reason"]["becauseOf"]) for one in told)
    page.get_by_role("navigation", name="Films or series").get_by_role("link", name="Series").click()
    expect(page).to_have_url(re.compile(r"/for-you\?kind=tv"))
    wait_until(lambda: _posters(page) and all(path.startswith("/tv/") for path in _posters(page)))


def test_what_somebody_is_not_interested_in_is_put_aside_at_once_and_can_be_had_back(root: Visitor) -> None:
    page = root.page
    root.open("/for-you")
    aside = page.get_by_role("button", name=re.compile("^Not interested in")).nth(1)
    first = do(root, "GET", "/me/recommendations")["items"][1]
    aside.click()
    expect(aside).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text(f"{first['title']} will not be recommended to you").first).to_be_visible()
    assert first["id"] not in [one["id"] for one in do(root, "GET", "/me/recommendations?count=60")["items"]]
    page.get_by_role("button", name="Undo").click()
    expect(aside).to_have_attribute("aria-pressed", "false")
    wait_until(lambda: first["id"] in [one["id"] for one in do(root, "GET", "/me/recommendations")["items"]])


def test_who_has_said_nothing_yet_is_told_what_to_do_and_then_recommended_something(
    lobby: Lobby, house: Program, people: dict[str, str]
) -> None:
    visitor = lobby.enter(house, state=people["carol"])
    page = visitor.page
    visitor.open("/")
    expect(page.get_by_role("heading", name="Films for today")).to_be_visible()
    visitor.open("/for-you")
    expect(page.get_by_role("heading", name="Nothing to go by yet")).to_be_visible()
    expect(page.get_by_role("heading", name="Well known, to begin with")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Love ")).first.click()
    expect(page.get_by_text(re.compile("is among your favourites")).first).to_be_visible()
    page.get_by_role("button", name="Look again").click()
    expect(page.get_by_text(_BECAUSE).first).to_be_visible()


def test_on_the_next_visit_ones_own_rows_push_nothing_aside(root: Visitor) -> None:
    page = root.page
    root.open("/")
    own = page.get_by_role("region", name="For you", exact=True)
    expect(own).to_be_visible()
    page.add_init_script(_COUNT_SHIFTS)
    page.reload()
    expect(own).to_be_visible()
    expect(page.get_by_role("region", name=_BECAUSE)).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifts") <= 0.05


def test_discover_has_rows_for_whoever_likes_something_and_they_can_be_switched_off(root: Visitor) -> None:
    page = root.page
    root.open("/")
    own = page.get_by_role("region", name="For you", exact=True)
    because = page.get_by_role("region", name=_BECAUSE)
    expect(own).to_be_visible()
    expect(because).to_be_visible()
    title = because.get_by_role("heading").inner_text()
    expect(own.get_by_text(title, exact=True)).to_have_count(0)  # what is in the one is not in the other
    own.get_by_role("link", name=re.compile("^See all")).click()
    expect(page.get_by_role("heading", level=1, name="For you")).to_be_visible()
    root.open("/settings#rows")
    page.get_by_role("switch", name="Because you liked …").uncheck()
    expect(page.get_by_text("“Because you liked …” is no longer shown").first).to_be_visible()
    root.open("/")
    expect(own.get_by_text(title, exact=True).first).to_be_attached()
    expect(because).to_have_count(0)
    do(root, "PATCH", "/me", {"preferences": {}})


def test_a_titles_page_has_one_row_of_what_is_like_it(lobby: Lobby, house: Program, people: dict[str, str]) -> None:
    assert people  # whose fixture waited until that was learnt
    visitor = lobby.enter(house)
    page = visitor.page
    film = _film(visitor, "Metropolis")
    visitor.open(f"/movies/{film}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    like_it = page.get_by_role("region", name="If you liked this")
    page.wait_for_load_state("networkidle")
    page.mouse.wheel(0, 20_000)
    expect(like_it.get_by_role("link").first).to_be_visible()
    expect(like_it).to_have_count(1)
    expect(page.get_by_role("region", name="In a similar vein")).to_have_count(0)
    assert do(visitor, "GET", f"/movies/{film}/similar")["items"][0]["title"] in like_it.inner_text()


def test_two_find_something_for_the_time_they_have_and_the_address_keeps_it(root: Visitor) -> None:
    page = root.page
    root.open("/for-you")
    page.get_by_role("main").get_by_role("link", name="Two of us tonight").click()
    expect(page.get_by_role("heading", name="It takes two")).to_be_visible()
    name = page.get_by_label("Who is with you?")
    unknown = "nobody.here is unknown here, or does not want to be asked."
    for wrong, complaint in (("nobody.here", unknown), ("Root", "with you already")):
        name.fill(wrong)
        page.get_by_role("button", name="Add").click()
        expect(page.get_by_text(complaint)).to_be_visible()
    name.fill("bob")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="For you and bob").get_by_role("link").first).to_be_visible()
    page.get_by_role("button", name="Up to 1 hr 30 min").click()
    expect(page).to_have_url(re.compile(r"/together\?with=bob&minutes=90$"))
    told = do(root, "GET", "/recommendations/together?with=bob&minutes=90&count=60")["items"]
    assert all(one["runtime"] <= 90 for one in told)
    root.open("/together?with=bob&minutes=90")
    wait_until(lambda: len(_posters(page)) == len(told))
    page.get_by_role("button", name="Without bob").click()
    expect(page).to_have_url(re.compile(r"/together\?minutes=90$"))
    root.complaints[:] = [line for line in root.complaints if "404" not in line]  # of nobody.here


def test_an_address_with_a_name_that_nobody_has_says_so(root: Visitor) -> None:
    root.open("/together?with=bob,nobody.here")
    expect(root.page.get_by_role("heading", name="Somebody cannot be asked")).to_be_visible()
    expect(root.page.get_by_role("button", name="Without nobody.here")).to_be_visible()
    root.complaints[:] = [line for line in root.complaints if "404" not in line]


@pytest.mark.parametrize(
    ("path", "size", "theme"),
    [("/for-you", PHONE, "dark"), ("/together?with=bob&minutes=120", DESK, "light")],
    ids=["for you on a dark phone", "together on a light desk"],
)
def test_pages_of_recommendations_are_accessible_and_stay_within(
    lobby: Lobby, house: Program, people: dict[str, str], path: str, size: dict[str, int], theme: str
) -> None:
    visitor = lobby.enter(house, state=people["root"], size=size, theme=theme)
    page = visitor.page
    visitor.open(path)
    expect(page.get_by_text(_BECAUSE).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert axe.violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
