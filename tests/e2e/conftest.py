"""The running houses, and a browser that tells every complaint of its console."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.config.furnished import Furnish, furnishing
from tests.config.programs import Program
from tests.tmdb_replay import V3_KEY, TmdbReplay
from tests.waiting import wait_until

expect.set_options(timeout=20_000)  # a busy machine is slow, and nothing waits longer than it must
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 860}
# Motion that ends, has ended; what follows the scrolling or goes on for ever never does.
_STILL = """
    document.getAnimations()
        .filter(one => one.timeline === document.timeline && one.effect.getComputedTiming().endTime < Infinity)
        .every(one => one.playState !== "running")
"""
# Chromium's own calls home would be refused here, and fill the log.
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
          "--disable-background-networking", "--disable-component-update"]  # fmt: skip


@pytest.fixture(scope="session")
def with_starter(tmp_path_factory: pytest.TempPathFactory) -> Furnish:
    """Makes data directories with the starter catalogue."""
    return furnishing(tmp_path_factory, starter=True)


@pytest.fixture(scope="session")
def without_starter(tmp_path_factory: pytest.TempPathFactory) -> Furnish:
    """Makes data directories with no title."""
    return furnishing(tmp_path_factory, starter=False)


@pytest.fixture(scope="session")
def starter_house(with_starter: Furnish) -> Iterator[Program]:
    """A new installation with nothing but the starter catalogue."""
    with Program(with_starter("starter"), "serve", MATINEE_STARTER="true") as program:
        yield program


@pytest.fixture(scope="session")
def tmdb() -> Iterator[TmdbReplay]:
    """TMDB, as the connected house sees it."""
    with TmdbReplay() as replay:
        yield replay


@pytest.fixture(scope="session")
def connected_house(without_starter: Furnish, tmdb: TmdbReplay) -> Iterator[Program]:
    """An installation with a TMDB key and nothing else."""
    settings = {
        "MATINEE_TMDB_URL": tmdb.url,
        "MATINEE_TMDB_IMAGE_URL": tmdb.image_url,
        "MATINEE_TMDB_KEY": V3_KEY,
        "MATINEE_PRIVATE_HOSTS": tmdb.host,
        "MATINEE_BREAKER_FAILURES": "1",  # so that one failure shows on the Connections page
        "MATINEE_BREAKER_PAUSE": "1",
    }
    with Program(without_starter("connected"), "serve", **settings) as program:
        yield program


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium; if it is there, the one for having no screen: a window costs a third of one with a frame."""
    frameless = "chromium-headless-shell"
    yield from _chromium(playwright, frameless if shutil.which(frameless) else "chromium")


@pytest.fixture(scope="session")
def framed_browser(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium, with all that belongs to a desktop."""
    yield from _chromium(playwright, "chromium")


def _chromium(playwright: Playwright, program: str) -> Iterator[Browser]:
    path = shutil.which(program)
    if path is None:
        pytest.fail(f"Chromium is missing (on Debian: apt-get install {program})")
    chromium = playwright.chromium.launch(executable_path=path, args=_FLAGS)
    yield chromium
    chromium.close()


def until_still(page: Page) -> None:
    """Until all that moves for a while has arrived."""
    wait_until(lambda: page.evaluate(_STILL))


@dataclass
class Visitor:
    """A person with a browser window, before one house."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Go to an address of the house."""
        self.page.goto(self.address + path)

    def shoot(self, folder: Path, name: str) -> None:
        """Keep a picture."""
        folder.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=folder / f"{name}.png")


class Lobby:
    """Lets visitors in, and asks at the end whether the console complained."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._visitors: list[Visitor] = []

    def enter(
        self,
        house: Program,
        *,
        size: dict[str, int] = DESK,
        theme: str = "dark",
        locale: str = "en-US",
        state: str | None = None,
        keeps: bool = False,
    ) -> Visitor:
        """A new window with nothing remembered but `state`, a file that another window's context was kept in.

        Whether it `keeps` pages for the time without a server, which takes a service worker that loads every page of
        the client: twice the work of most tests.
        """
        context = self._browser.new_context(
            viewport={"width": size["width"], "height": size["height"]},
            color_scheme="dark" if theme == "dark" else "light",
            locale=locale,
            storage_state=state,
            service_workers="allow" if keeps else "block",
        )
        context.set_default_timeout(20_000)
        visitor = Visitor(context.new_page(), f"http://127.0.0.1:{house.port}")
        visitor.page.on(
            "console", lambda message: visitor.complaints.append(message.text) if message.type == "error" else None
        )
        visitor.page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
        self._visitors.append(visitor)
        return visitor

    def close(self) -> list[str]:
        """All windows; what their consoles complained of."""
        for visitor in self._visitors:
            visitor.page.context.close()
        return [complaint for visitor in self._visitors for complaint in visitor.complaints]


@pytest.fixture
def lobby(browser: Browser) -> Iterator[Lobby]:
    """Fails the test on any console error that it did not take out of `complaints` itself."""
    lobby = Lobby(browser)
    yield lobby
    assert lobby.close() == []


@pytest.fixture(scope="session")
def readers_house(with_starter: Furnish) -> Iterator[Program]:
    """An installation with the starter catalogue."""
    with Program(with_starter("readers"), "serve", MATINEE_STARTER="true") as program:
        yield program


@pytest.fixture(scope="session")
def readers(browser: Browser, readers_house: Program) -> dict[str, str]:
    """What the browsers of root, alice and bob remember of having signed in; files."""
    from tests.e2e import household  # which knows what a visitor is from here

    files = {}
    lobby = Lobby(browser)
    root = lobby.enter(readers_house)
    household.be_root(root, readers_house)
    for name in ("alice", "bob"):
        household.befriend(root, name)
    for name in ("root", "alice", "bob"):
        visitor = lobby.enter(readers_house)
        household.be(visitor, name)
        files[name] = str(readers_house.data_dir / f"{name}.json")
        visitor.page.context.storage_state(path=files[name])
    lobby.close()
    return files
