"""The web client on recorded answers, without any server."""

import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.config.furnished import Furnish
from tests.config.programs import free_port
from tests.databases import REPOSITORY
from tests.waiting import wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

_WEB = REPOSITORY / "web"


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory, with_starter: Furnish) -> Path:
    """A brief one, of a real server."""
    folder = tmp_path_factory.mktemp("mock") / "recording"
    where = ["--to", str(folder), "--data", str(with_starter("recorded"))]
    command = [sys.executable, "-m", "scripts.record_mock", "--brief", *where]
    subprocess.run(command, cwd=REPOSITORY, check=True)
    return folder


@pytest.fixture(scope="module")
def address(recording: Path) -> Iterator[str]:
    """Where the client runs alone."""
    port = free_port()
    node = shutil.which("node") or pytest.fail("Node is missing")
    command = [node, "node_modules/vite/bin/vite.js", "--mode", "mock", "--port", str(port), "--strictPort"]
    nowhere = {"MATINEE_DEV_SERVER": f"http://127.0.0.1:{free_port()}", "MATINEE_RECORDING": str(recording)}
    vite = subprocess.Popen([*command, "--host", "127.0.0.1"], cwd=_WEB, env={**os.environ, **nowhere})
    try:
        wait_until(lambda: _answers(f"http://127.0.0.1:{port}/"), seconds=60)
        yield f"http://127.0.0.1:{port}"
    finally:
        vite.send_signal(signal.SIGTERM)
        vite.wait(30)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=10):
            return True
    except OSError:
        return False


def test_discover_a_title_and_the_settings_come_up_without_a_server(browser: Browser, address: str) -> None:
    page = browser.new_page(locale="en-US")
    page.set_default_timeout(60_000)  # the development server builds each file when it is first asked for
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("response", lambda answer: complaints.append(answer.url) if answer.status == 501 else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    page.goto(address)
    expect(page.get_by_role("heading", name="Films for today")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("button", name="Account of root")).to_be_visible()
    page.get_by_role("main").locator("a[href^='/movies/']").first.click()
    expect(page).to_have_url(re.compile(r"/movies/\d+"))
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Discover", timeout=60_000)
    expect(page.get_by_role("alert")).to_have_count(0)
    page.goto(f"{address}/settings")
    expect(page.get_by_role("switch").first).to_be_visible(timeout=60_000)  # the last of the page
    page.get_by_text("Light", exact=True).click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.reload()
    expect(page.get_by_role("radio", name="Light")).to_be_checked(timeout=60_000)
    page.close()
    assert complaints == []


def test_what_was_not_recorded_is_named(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{address}/api/v1/movies/987654", timeout=10)
    assert refused.value.code == 501
    assert b"/api/v1/movies/987654" in refused.value.read()
