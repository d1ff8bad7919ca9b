"""Records what the web client asks a real server for, so that it runs without one: `python -m scripts.record_mock`.

A program with the starter catalogue is started on a free port and the real client is walked through its pages, as the
administrator, at a desktop's and a phone's size. Every answer it got is written to web/mock/recording: the bodies in
files, and an `index.json` of `{address: {status, type, file}}`. `npm run mock` answers from there.

`--to FOLDER` writes elsewhere (the client is told by MATINEE_RECORDING), `--brief` records no more than Discover, its
first film and the settings.
"""

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Page, Response, expect, sync_playwright

from bench.program import clean_environment, data_dir, matinee

RECORDING = Path(__file__).parents[1] / "web" / "mock" / "recording"
_MOST = 60_000_000  # bytes; what comes after is left out
_NAME, _PASSWORD = "root", "a lamp in Bagdad 1924"
_SIZES = ((1280, 860), (390, 844))
_PATIENCE = 120_000  # milliseconds until a new installation has its catalogue
_PAGES = (
    *("/", "/movies", "/tv", "/search", "/search?q=nosferatu", "/search?q=chaplin", "/settings", "/connections"),
    *("/me", "/me/security", "/users", "/users/invitations", "/users/rules", "/audit", "/gallery"),
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
    """Writes down answers of one server, each address once."""

    folder: Path
    answers: dict[str, dict[str, str | int]] = field(default_factory=dict)
    size: int = 0

    def note(self, response: Response) -> None:
        """Keep a good answer to a question of the client's."""
        split = urlsplit(response.url)
        address = split.path + (f"?{split.query}" if split.query else "")
        asked = response.request.method == "GET" and re.match(r"/(api|img)/", split.path)
        if not asked or address in self.answers or response.status != 200:
            return
        try:
            body = response.body()
        except Error:  # the page was left before it had come
            return
        if self.size + len(body) <= _MOST:
            self._keep(address, response.headers.get("content-type", ""), body)

    def _keep(self, address: str, kind: str, body: bytes) -> None:
        name = hashlib.sha256(body).hexdigest()[:24]
        self.folder.joinpath(name).write_bytes(body)
        self.size += len(body)
        self.answers[address] = {"status": 200, "type": kind, "file": name}

    def finish(self) -> None:
        """Write what lies where."""
        index = json.dumps(dict(sorted(self.answers.items())), indent=1)
        self.folder.joinpath("index.json").write_text(index)
        print(f"{len(self.answers)} answers, {self.size / 1e6:.1f} MB, in {self.folder}")


def _walk(page: Page, address: str, *, brief: bool) -> None:
    _sign_in(page, address)
    for path in ("/", "/settings") if brief else _PAGES:
        _look(page, address + path)
    for path, pattern in _LEADS[:1] if brief else _LEADS:
        _look(page, address + path)
        links = page.eval_on_selector_all("main a", "links => links.map(link => link.pathname)")
        for link in [one for one in dict.fromkeys(links) if re.search(pattern, one)][: 1 if brief else 6]:
            _look(page, address + link)
            if page.locator(f"main a[href^='{link}/seasons/']").count():
                page.locator(f"main a[href^='{link}/seasons/']").first.click()
                page.wait_for_load_state("networkidle")


def _look(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    for _ in range(12):  # what is further down is asked for when it comes into view
        page.mouse.wheel(0, 600)
        page.wait_for_timeout(50)
    page.wait_for_load_state("networkidle")


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
        page = context.new_page()
        page.on("response", recorder.note)
        _walk(page, address, brief=brief)
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
    wish = parser.parse_args()
    new = wish.to.with_name("recording.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    recorder = Recorder(new)
    expect.set_options(timeout=60_000)  # a busy machine is slow
    with data_dir() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with matinee(folder, MATINEE_STARTER="true") as running:
            _make_administrator(folder)
            _record(browser, running.address, recorder, brief=wish.brief)
        browser.close()
    recorder.finish()
    shutil.rmtree(wish.to, ignore_errors=True)
    new.rename(wish.to)


if __name__ == "__main__":
    main()
