"""The client on a device: installable, there without a server, and forgetful when people change."""

import re
import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.config.furnished import Furnish
from tests.config.programs import Program
from tests.e2e.conftest import Lobby, Visitor
from tests.e2e.household import be_root, sign_out
from tests.waiting import wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

# One question for all of them: each costs a busy machine a tenth of a second.
_ARE_KEPT = """async ([name, addresses]) => {
    const cache = await caches.open(name);
    const how = { ignoreSearch: name === "answers", ignoreVary: true };
    const found = await Promise.all(addresses.map(address => cache.match(address, how)));
    return found.every(Boolean);
}"""
_KEPT = "(async () => (await (await caches.open('answers')).keys()).length)()"


@pytest.fixture
def house(with_starter: Furnish) -> Iterator[Program]:
    """One that a test may stop."""
    with Program(with_starter("house"), "serve", MATINEE_STARTER="true") as program:
        yield program


def _settle(page: Page) -> None:
    """Until a service worker answers for this page."""
    page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")


def _cut(visitor: Visitor, house: Program) -> None:
    """No network, and no server either."""
    house.stop(signal.SIGTERM)
    visitor.page.context.set_offline(True)


def _open_a_film(page: Page) -> str:
    """A film of Discover's rows by its link; its name."""
    name = page.get_by_role("heading", level=1)
    before = name.inner_text()
    page.get_by_role("main").locator("a[href^='/movies/']").first.click()
    expect(page).to_have_url(re.compile(r"/movies/\d+"))
    expect(name).not_to_have_text(before)  # the address changes while the page before is still there
    return name.inner_text()


def _wait_until_kept(page: Page, answer: str) -> None:
    """Until this very answer is there: how many are says nothing, since a page asks for more than its own."""
    wait_until(lambda: _are_kept(page, "answers", [answer]))


def _are_kept(page: Page, cache: str, addresses: list[str]) -> bool:
    return bool(page.evaluate(_ARE_KEPT, [cache, addresses]))


def _asked_by(visitor: Visitor, page: str) -> str:
    """The answer that the page of a title is made of."""
    return page.replace(visitor.address, f"{visitor.address}/api/v1")


def _wait_until_discover_is_kept(visitor: Visitor) -> None:
    for asked in ("lists", "genres"):
        _wait_until_kept(visitor.page, f"{visitor.address}/api/v1/{asked}")


def _posters(page: Page) -> int:
    return sum("/img/poster/" in address for address in _shown_pictures(page))


def _shown_pictures(page: Page) -> list[str]:
    """The addresses of the pictures that are whole on the page."""
    shown: list[str] = page.evaluate(
        "[...document.images].filter(one => one.complete && one.naturalWidth > 0).map(one => one.currentSrc)"
    )
    return [address for address in shown if "/img/" in address]


def _wait_until_pictures_are_kept(page: Page) -> None:
    wait_until(lambda: _posters(page) > 0)
    wait_until(lambda: _are_kept(page, "pictures", _shown_pictures(page)))


def _leave(visitor: Visitor) -> None:
    """Close the window before what it says is forgotten: an open one goes on asking, and complaining."""
    visitor.page.context.close()
    visitor.complaints.clear()


def test_visited_pages_come_up_without_a_server_and_others_say_so_kindly(lobby: Lobby, house: Program) -> None:
    visitor = lobby.enter(house, keeps=True)
    page = visitor.page
    visitor.open("/")
    expect(page.get_by_role("heading", name="Films for today")).to_be_visible()
    _settle(page)
    _wait_until_pictures_are_kept(page)
    name = _open_a_film(page)
    film = page.url
    _wait_until_pictures_are_kept(page)
    _wait_until_kept(page, _asked_by(visitor, film))
    _wait_until_discover_is_kept(visitor)

    _cut(visitor, house)
    page.goto(film)
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    wait_until(lambda: _posters(page) > 0)
    visitor.open("/")
    expect(page.get_by_role("heading", name="Films for today")).to_be_visible()
    wait_until(lambda: _posters(page) > 0)
    visitor.open("/people/1")
    expect(page.get_by_role("heading", name="No answer from Matinee")).to_be_visible()
    _leave(visitor)  # with what it complained of: the network that was cut


def test_pictures_that_were_on_their_way_when_the_worker_came_are_kept(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house, keeps=True)
    page = visitor.page
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/img/**", hold)  # the worker's own requests are not seen here
    visitor.open("/")
    expect(page.get_by_role("heading", name="Films for today")).to_be_visible()
    _settle(page)
    assert held
    for one in held:
        one.continue_()

    _wait_until_pictures_are_kept(page)


def test_whoever_is_signed_in_is_not_shown_as_signed_out_without_a_server(lobby: Lobby, house: Program) -> None:
    visitor = lobby.enter(house, keeps=True)
    page = visitor.page
    be_root(visitor, house)
    visitor.open("/")
    _settle(page)
    expect(page.get_by_role("heading", name="Films for today")).to_be_visible()
    expect(page.get_by_role("button", name="Account of root")).to_be_visible()
    _wait_until_discover_is_kept(visitor)

    _cut(visitor, house)
    page.reload()
    expect(page.get_by_role("heading", name="Films for today")).to_be_visible()
    expect(page.get_by_text("You are offline.")).to_be_visible()
    expect(page.get_by_role("link", name="Sign in")).to_have_count(0)
    _leave(visitor)  # with what it complained of: the network that was cut


def test_signing_out_empties_what_was_kept(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house, keeps=True)
    page = visitor.page
    be_root(visitor, starter_house)
    visitor.open("/")
    _settle(page)
    _open_a_film(page)
    film = page.url
    asked = _asked_by(visitor, film)
    _wait_until_kept(page, asked)

    sign_out(visitor, "root")
    wait_until(lambda: not _are_kept(page, "answers", [asked]))
    _leave(visitor)  # with what it complained of: sign-in answers 401 to whoever has just left


def test_nothing_of_a_person_is_kept(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house, keeps=True)
    page = visitor.page
    be_root(visitor, starter_house)
    visitor.open("/")
    _settle(page)
    for address in ("/", "/me", "/users", "/connections", "/settings"):
        visitor.open(address)
        expect(page.get_by_role("heading", level=1)).to_be_attached()
    wait_until(lambda: page.evaluate(_KEPT) >= 2)

    kept = "(async () => (await (await caches.open('answers')).keys()).map(one => new URL(one.url).pathname))()"
    paths: list[str] = page.evaluate(kept)
    assert not [path for path in paths if re.match(r"/api/v1/(auth|me|settings|users|audit|notifications)", path)]


def test_chromium_finds_nothing_that_keeps_it_from_being_installed(
    framed_browser: Browser, starter_house: Program
) -> None:
    lobby = Lobby(framed_browser)  # only one with a frame installs anything
    visitor = lobby.enter(starter_house, keeps=True)
    visitor.open("/")
    _settle(visitor.page)
    devtools = visitor.page.context.new_cdp_session(visitor.page)
    manifest = devtools.send("Page.getAppManifest")
    assert manifest["url"].endswith("/manifest.webmanifest")
    assert manifest["errors"] == []
    errors = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in errors if one["errorId"] != "in-incognito"] == []  # as every test window is
    assert lobby.close() == []


def test_the_bar_around_the_page_takes_the_chosen_theme(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    visitor.open("/")
    page.get_by_role("button", name="Turn to the light theme").click()
    colours = "[...document.querySelectorAll('meta[name=theme-color]')].map(meta => meta.content)"
    wait_until(lambda: set(page.evaluate(colours)) == {"#f6f3ee"})


def test_a_shared_link_leads_to_its_title_and_other_words_to_the_search(lobby: Lobby, starter_house: Program) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    visitor.open("/share?text=Have%20you%20seen%20this%3F%20https%3A%2F%2Fwww.imdb.com%2Ftitle%2Ftt0013442%2F")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nosferatu")
    assert re.search(r"/movies/\d+$", page.url)
    visitor.open("/share?title=Nosferatu&url=https%3A%2F%2Fexample.org%2Fsomething")
    expect(page).to_have_url(re.compile(r"/search\?q=Nosferatu$"))
    visitor.complaints.clear()  # of the link that nobody knows


def test_who_signs_out_in_one_tab_is_gone_from_the_others(lobby: Lobby, house: Program) -> None:
    visitor = lobby.enter(house)
    be_root(visitor, house)
    visitor.open("/")
    other = visitor.page.context.new_page()
    other.goto(visitor.address + "/movies")
    expect(other.get_by_role("button", name="Account of root")).to_be_visible()

    sign_out(visitor, "root")

    expect(other.get_by_role("link", name="Sign in")).to_be_visible()
    expect(other.get_by_role("button", name="Account of root")).to_have_count(0)
    _leave(visitor)  # sign-in answers 401 to whoever has just left, and the house closes now
