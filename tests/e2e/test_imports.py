"""Bringing a library along and taking it away, as a person at a browser does it, with a real worker."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, expect

from tests.config.programs import Program
from tests.e2e import axe, household
from tests.e2e.conftest import DESK, PHONE, Lobby, Visitor, until_still

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

PICTURES = Path("artefacts/imports")
RATINGS = """Date,Name,Year,Letterboxd URI,Rating
2021-01-02,Metropolis,1927,https://boxd.it/1,4.5
2021-01-03,The General,1926,https://boxd.it/2,5
2021-01-04,Metropoliss,1927,https://boxd.it/3,4
2021-01-05,A film that nobody made,1931,https://boxd.it/4,3
2021-01-06,Nosferatu,1922,https://boxd.it/5,11
"""


def file(name: str, text: str) -> FilePayload:
    return FilePayload(name=name, mimeType="text/csv", buffer=text.encode())


@pytest.fixture
def root(lobby: Lobby, starter_house: Program) -> Visitor:
    """At the page of imports."""
    visitor = lobby.enter(starter_house)
    household.be_root(visitor, starter_house)
    visitor.open("/me")
    visitor.page.get_by_role("link", name="Import and export").click()
    expect(visitor.page.get_by_role("heading", name="Bring your library along")).to_be_visible()
    return visitor


def test_a_file_is_looked_at_chosen_for_applied_and_undone(root: Visitor, starter_house: Program) -> None:
    page = root.page
    page.locator("input[type=file]").set_input_files(file("ratings.csv", RATINGS))
    expect(page.get_by_text("Nothing has changed yet")).to_be_visible()
    assert axe.violations(page) == []
    root.shoot(PICTURES, "preview")

    page.get_by_role("button", name=re.compile("Not found")).click()
    expect(page.get_by_role("link", name="To the connections")).to_be_visible()
    until_still(page)
    assert axe.violations(page) == []
    root.shoot(PICTURES, "missing")
    page.get_by_role("button", name="Choose a title: A film that nobody made").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Search for another title").fill("nosferatu")
    dialog.get_by_role("button", name=re.compile("This one: Nosferatu")).first.click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name=re.compile("Not found"))).to_be_hidden()

    page.get_by_role("button", name=re.compile("Wrong")).click()
    expect(page.get_by_text("out of range")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="out of range").get_by_text("Nosferatu")).to_be_visible()
    root.shoot(PICTURES, "wrong")

    page.get_by_role("button", name="Apply what was matched").click()
    expect(page.get_by_text("What was matched is in your library now")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("button", name=re.compile("Applied"))).to_be_visible()
    root.shoot(PICTURES, "applied")

    for size, name in ((PHONE, "phone"), (DESK, "desk")):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        root.shoot(PICTURES, f"applied-{name}")

    page.get_by_role("button", name="Undo this import").click()
    expect(page.get_by_role("dialog").get_by_text(re.compile("What 3 rows have made"))).to_be_visible()
    root.shoot(PICTURES, "undo")
    page.get_by_role("dialog").get_by_role("button", name="Take 3 rows back").click()
    expect(page.get_by_text("All that this import made is taken back")).to_be_visible(timeout=30_000)

    page.get_by_role("link", name="All imports").click()
    expect(page.get_by_role("link", name="Look: ratings.csv")).to_be_visible()
    root.shoot(PICTURES, "overview")

    root.open("/activity")
    done = page.get_by_role("listitem").filter(has_text=re.compile("Imported 3 rows from .ratings.csv"))
    expect(done.get_by_text("Undone")).to_be_visible()
    root.shoot(PICTURES, "activity")
    root.open("/imports")
    page.get_by_role("link", name="Look: ratings.csv").click()
    page.get_by_role("button", name="Forget this import").click()
    expect(page.get_by_role("link", name="Look: ratings.csv")).to_be_hidden()


def test_what_is_no_export_is_told_at_once(root: Visitor, starter_house: Program) -> None:
    page = root.page
    page.locator("input[type=file]").set_input_files(file("shopping.csv", "What,How many\nPopcorn,3\n"))
    expect(page.get_by_role("alert").filter(has_text="is no export that we know")).to_be_visible()
    root.complaints[:] = [line for line in root.complaints if "400" not in line]


def test_a_library_is_downloaded(root: Visitor, starter_house: Program) -> None:
    with root.page.expect_download() as download:
        root.page.get_by_role("link", name="matinee.json").click()
    assert '"format":"matinee library"' in download.value.path().read_text()
