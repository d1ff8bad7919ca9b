"""Records what the web client asks a real server for, so that it runs without one: `python -m scripts.record_mock`.

A program with the starter catalogue is started on a free port and the real client is walked through its pages, as the
administrator, at a desktop's and a phone's size. Every answer it got is written to web/mock/recording: the bodies in
files, and an `index.json` of `{address: {status, type, file}}`. `npm run mock` answers from there.

`--to FOLDER` writes elsewhere (the client is told by MATINEE_RECORDING), `--brief` records no more than Discover, its
first film and the settings, `--data FOLDER` uses that data directory, which knows no root yet, instead of a new one.
"""

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Page, Request, Response, expect, sync_playwright

from bench.program import clean_environment, data_dir, matinee

RECORDING = Path(__file__).parents[1] / "web" / "mock" / "recording"
_MOST = 60_000_000  # bytes; what comes after is left out
_NAME, _PASSWORD = "root", "a lamp in Bagdad 1924"
_SIZES = ((1280, 860), (390, 844))
_PATIENCE = 120_000  # milliseconds until a new installation has its catalogue
_PAUSE = 100  # milliseconds between two looks at whether a page is at rest
_IN_A_ROW = 5  # looks that find it so
_LOOKS = 600  # at most
# A page that is busy draws once for many turns of a wheel, and what was passed in between is never in view.
_FURTHER_DOWN = """() => new Promise(done => {
    scrollBy({ top: 600, behavior: "instant" });
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
})"""
_AT_LEISURE = "() => new Promise(done => requestIdleCallback(() => done()))"
_PAGES = (
    *("/", "/movies", "/tv", "/search", "/search?q=nosferatu", "/search?q=chaplin", "/settings", "/connections"),
    *("/history", "/calendar", "/stats", "/activity", "/watchlists", "/imports"),
    *("/for-you", "/for-you?kind=movie", "/for-you?kind=tv", "/together"),
    *("/me", "/me/security", "/me/services", "/users", "/users/invitations", "/users/rules", "/audit", "/gallery"),
    *("/favorites", "/favorites?shelf=ratings", "/favorites?shelf=dismissals"),
)
_LEADS = (  # from a page to the first things on it
    ("/", r"^/(movies|tv)/\d+$"),
    ("/movies", r"^/movies/\d+$"),
    ("/tv", r"^/tv/\d+$"),
    ("/search?q=chaplin", r"^/people/\d+$"),
    ("/", r"^/lists/[\w-]+$"),
)


@dataclass
class Recorder:
    """Remembers the answers of one server: of each address the last, whose pictures the page has waited for."""

    answers: dict[str, tuple[str, bytes]] = field(default_factory=dict)  # by address: type and body
    size: int = 0

    def keep(self, response: Response) -> None:
        """A good answer to a question of the client's, whose page is still there: its body goes with it."""
        split = urlsplit(response.url)
        address = split.path + (f"?{split.query}" if split.query else "")
        asked = response.request.method == "GET" and re.match(r"/(api|img)/", split.path)
        if not asked or response.status != 200:
            return
        try:
            body = response.body()
        except Error:  # the page itself wanted it no more
            return
        _, last = self.answers.get(address, ("", b""))
        if self.size + len(body) - len(last) <= _MOST:
            self.size += len(body) - len(last)
            self.answers[address] = (response.headers.get("content-type", ""), body)

    def posters(self) -> list[str]:
        """Addresses of those that were named and never shown: what a row has further on comes when it is moved."""
        kinds = self.answers.values()
        named = {key for kind, body in kinds if "json" in kind for key in re.findall(rb'"poster": ?"([^"]+)"', body)}
        shown = {address.rsplit("/", 1)[1] for address in self.answers if address.startswith("/img/poster/")}
        return [f"/img/poster/w342/{key}" for key in sorted({key.decode() for key in named} - shown)]

    def write(self, folder: Path) -> None:
        """The bodies, and what lies where."""
        index: dict[str, dict[str, str | int]] = {}
        for address, (kind, body) in sorted(self.answers.items()):
            name = hashlib.sha256(body).hexdigest()[:24]
            folder.joinpath(name).write_bytes(body)
            index[address] = {"status": 200, "type": kind, "file": name}
        folder.joinpath("index.json").write_text(json.dumps(index, indent=1))
        print(f"{len(index)} answers, {self.size / 1e6:.1f} MB")


class Visit:
    """Looks at pages of one server in one window, and at each until it has nothing more to ask."""

    def __init__(self, page: Page, address: str, recorder: Recorder) -> None:
        self.page = page
        self._address = address
        self._recorder = recorder
        self._asked = 0
        self._waits_for: set[Request] = set()
        self._answers: list[Response] = []
        page.on("request", self._ask)
        page.on("response", self._hear)
        page.on("requestfinished", self._have)
        page.on("requestfailed", self._have)

    def walk(self, *, brief: bool) -> None:
        """All pages, or Discover, its first film and the settings."""
        _sign_in(self.page, self._address)
        self.rest()
        for path in ("/", "/settings") if brief else _PAGES:
            self.look(path)
        for path, pattern in _LEADS[:1] if brief else _LEADS:
            self.look(path)
            links = self.page.eval_on_selector_all("main a", "links => links.map(link => link.pathname)")
            for link in [one for one in dict.fromkeys(links) if re.search(pattern, one)][: 1 if brief else 6]:
                self.look(link)
                if self.page.locator(f"main a[href^='{link}/seasons/']").count():
                    self.page.locator(f"main a[href^='{link}/seasons/']").first.click()
                    self.rest()
        self.page.evaluate(
            "async addresses => { for (const one of addresses) await fetch(one) }", self._recorder.posters()
        )
        self.rest()

    def look(self, path: str) -> None:
        """At this page, from its top to its end."""
        self.page.goto(self._address + path)
        self.rest()
        for _ in range(12):  # what is further down is asked for when it comes into view
            self.page.evaluate(_FURTHER_DOWN)
        self.rest()

    def rest(self) -> None:
        """Until the page neither thinks nor waits; then all of its answers are kept.

        "networkidle" would take half a second's thought for the end. And a page has to be there as long as its answers
        are read: it may ask only once, and have them from the browser's cache from then on.
        """
        quiet = 0
        for _ in range(_LOOKS):
            asked = self._asked
            self.page.evaluate(_AT_LEISURE)
            self.page.wait_for_timeout(_PAUSE)
            quiet = quiet + 1 if asked == self._asked and not self._waits_for else 0
            if quiet == _IN_A_ROW:
                break
        else:
            raise TimeoutError(f"{self.page.url} does not come to rest: {[one.url for one in self._waits_for]}")
        for answer in self._answers:
            self._recorder.keep(answer)
        self._answers.clear()

    def _ask(self, request: Request) -> None:
        self._asked += 1
        self._waits_for.add(request)

    def _hear(self, response: Response) -> None:
        self._answers.append(response)

    def _have(self, request: Request) -> None:
        self._waits_for.discard(request)


def _sign_in(page: Page, address: str) -> None:
    """As the administrator, once the catalogue is there."""
    page.goto(address)
    expect(page.get_by_role("heading", level=2).first).to_be_visible(timeout=_PATIENCE)
    page.goto(f"{address}/sign-in")
    page.get_by_label("User name, e-mail address or phone").fill(_NAME)
    page.get_by_label("Password", exact=True).fill(_PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("button", name=f"Account of {_NAME}")).to_be_visible()


def _record(browser: Browser, address: str, recorder: Recorder, *, brief: bool) -> None:
    for width, height in _SIZES[:1] if brief else _SIZES:
        # Without the service worker, which would answer in the server's stead.
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="en-US", service_workers="block"
        )
        Visit(context.new_page(), address, recorder).walk(brief=brief)
        context.close()


def _make_administrator(folder: Path) -> None:
    """Root, in that data directory."""
    command = [sys.executable, "-m", "matinee", "user", "create", _NAME, "--admin"]
    subprocess.run(command, env=clean_environment(folder), input=f"{_PASSWORD}\n", text=True, check=True)


def main() -> None:
    """Record anew; the last recording stays until this one is whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=RECORDING)
    parser.add_argument("--brief", action="store_true")
    parser.add_argument("--data", type=Path)
    wish = parser.parse_args()
    new = wish.to.with_name("recording.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    recorder = Recorder()
    expect.set_options(timeout=60_000)  # a busy machine is slow
    with nullcontext(wish.data) if wish.data else data_dir() as folder, sync_playwright() as driver:
        program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        with matinee(folder, MATINEE_STARTER="true") as running:
            _make_administrator(folder)
            _record(browser, running.address, recorder, brief=wish.brief)
        browser.close()
    recorder.write(new)
    shutil.rmtree(wish.to, ignore_errors=True)
    new.rename(wish.to)


if __name__ == "__main__":
    main()
