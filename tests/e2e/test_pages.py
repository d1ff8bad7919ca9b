"""Every page, on a phone in the dark and on a desk in the light, and as large as a person with weak eyes needs it.

Each is looked at by axe, keeps within its window, and says nothing to the console. Pictures of them are kept in
`artefacts/pages`.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.config.programs import Program
from tests.e2e import axe, household
from tests.e2e.conftest import DESK, PHONE, Lobby, Visitor, until_still
from tests.e2e.doing import do
from tests.e2e.readers import make_list
from tests.waiting import wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

PICTURES = Path("artefacts/pages")
# A desk at 200 % and at 400 %, where WCAG 1.4.10 asks for no scrolling to two sides.
ENLARGED = [{"width": 640, "height": 430}, {"width": 320, "height": 215}]

# Pages by name: an address, or how to get there from the front page.
OPEN_TO_ALL = {
    "discover": "/",
    "movies": "/movies",
    "movies-filtered": "/movies?genre=horror&sort=oldest",
    "tv": "/tv",
    "title": "/search?q=metropolis",
    "show": "/search?q=sherlock+holmes&kind=tv",
    "season": "/search?q=sherlock+holmes&kind=tv",
    "person": "/search?q=buster+keaton&kind=person",
    "list": "/",
    "search": "/search?q=chaplin",
    "search-empty": "/search?q=",
    "search-nothing": "/search?q=qqqqwwwwzzzz",
    "settings": "/settings",
    "gallery": "/gallery",
    "not-found": "/no/such/page",
    "sign-in": "/sign-in",
    "sign-up": "/sign-up",
    "reset-password": "/reset-password",
    "setup": "/setup",
}
OF_ROOT = {
    "setup-language": "/setup?step=language",
    "setup-tmdb": "/setup?step=tmdb",
    "notifications": "/notifications",
    "history": "/history",
    "calendar": "/calendar",
    "stats": "/stats",
    "stats-year": "/stats/2025",
    "activity": "/activity",
    "for-you": "/for-you",
    "together": "/together",
    "favorites": "/favorites",
    "favorites-empty": "/favorites?shelf=dismissals",
    "favorites-nothing": "/favorites?text=qqqqwwwwzzzz",
    "movies-signed-in": "/movies",
    "title-signed-in": "/search?q=metropolis",
    "lists": "/watchlists",
    "list-own": "/watchlists",
    "list-shared": "/watchlists",
    "profile": "/me",
    "security": "/me/security",
    "services": "/me/services",
    "imports": "/imports",
    "users": "/users",
    "invitations": "/users/invitations",
    "rules": "/users/rules",
    "audit": "/audit",
    "connections": "/connections",
}


# Each size and each theme, once; that colours are far enough apart in both is calculated by the client's own tests.
_BOTH_WAYS = pytest.mark.parametrize(
    ("size", "theme"), [(DESK, "light"), (PHONE, "dark")], ids=["light desk", "dark phone"]
)


def _open(visitor: Visitor, name: str, address: str) -> None:
    """Go there, by a click where the address is not known beforehand, and wait until it is all there."""
    page = visitor.page
    visitor.open(address)
    main = page.get_by_role("main")
    if name in {"title", "title-signed-in", "show", "season", "person"}:
        first = {"title": "movies", "title-signed-in": "movies", "person": "people"}.get(name, "tv")
        main.locator(f"a[href^='/{first}/']").first.click()
        expect(page).to_have_url(re.compile(rf"/{first}/\d+"))
    if name == "season":
        main.locator("a[href*='/seasons/']").first.click()
        expect(page).to_have_url(re.compile("/seasons/"))
    if name == "list":
        main.locator("a[href^='/lists/']").first.click()
        expect(page).to_have_url(re.compile("/lists/"))
    if name == "list-own":
        main.locator("a[href^='/watchlists/']").first.click()
        expect(main.get_by_role("link", name=re.compile("Metropolis"))).to_be_visible()
    if name == "list-shared":
        visitor.open(f"/shared/watchlists/{do(visitor, 'GET', '/watchlists')['items'][0]['link']}")
    expect(main.get_by_role("heading").first).to_be_attached()
    expect(page.get_by_text("Loading", exact=True)).to_have_count(0)
    page.wait_for_load_state("networkidle")
    until_still(page)


def _stays_within(page: Page) -> None:
    beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    wait_until(lambda: page.evaluate(beyond) <= 0, seconds=3)  # after a change of size a wall is laid out anew


@pytest.fixture(scope="module")
def root_state(browser: Browser, starter_house: Program) -> str:
    """What a browser remembers in which root has signed in; a file."""
    lobby = Lobby(browser)
    visitor = lobby.enter(starter_house)
    household.be_root(visitor, starter_house)
    make_list(visitor, "For Sunday", public=True)
    path = starter_house.data_dir / "root-state.json"
    visitor.page.context.storage_state(path=path)
    lobby.close()
    return str(path)


def _walk(visitor: Visitor, pages: dict[str, str], size: dict[str, int], theme: str) -> None:
    """Look at each page; all that is wrong with all of them is told at once."""
    suffix = f"{'desk' if size is DESK else 'phone'}-{theme}"
    wrong = []
    for name, address in pages.items():
        _open(visitor, name, address)
        visitor.shoot(PICTURES, f"{name}-{suffix}")
        wrong += [f"{name}: {line}" for line in axe.violations(visitor.page)]
        for larger in [size, *ENLARGED]:
            visitor.page.set_viewport_size({"width": larger["width"], "height": larger["height"]})
            _stays_within(visitor.page)
        visitor.page.set_viewport_size({"width": size["width"], "height": size["height"]})
        # It asks how far this browser is with that; a browser notes the 401 of "not at all".
        if name == "reset-password":
            visitor.complaints[:] = [line for line in visitor.complaints if "401" not in line]
    assert not wrong, "\n".join(wrong)


@_BOTH_WAYS
def test_pages_for_everybody_are_accessible(
    lobby: Lobby, starter_house: Program, size: dict[str, int], theme: str
) -> None:
    visitor = lobby.enter(starter_house, size=size, theme=theme)
    _walk(visitor, OPEN_TO_ALL, size, theme)


@_BOTH_WAYS
def test_pages_of_root_are_accessible(
    lobby: Lobby, starter_house: Program, root_state: str, size: dict[str, int], theme: str
) -> None:
    visitor = lobby.enter(starter_house, size=size, theme=theme, state=root_state)
    _walk(visitor, OF_ROOT, size, theme)
