"""The interface in each of its languages, and the one that is written from the right."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.config.programs import Program
from tests.databases import REPOSITORY
from tests.e2e import axe
from tests.e2e.conftest import PHONE, Lobby, Visitor

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

CATALOGUES = REPOSITORY / "web" / "src" / "i18n"
DIRECTIONS = {"en": "ltr", "de": "ltr", "fr": "ltr", "es": "ltr", "ar": "rtl"}
TRANSLATED = [language for language in DIRECTIONS if language != "en"]

# All that a page says, to the eye and to a screen reader, in pieces as they stand in the catalogues.
SAID = """() => {
  const pieces = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('script, [lang]:not(html)')) continue;
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) pieces.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) pieces.push(node.data);
  }
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}"""


def _messages(catalogue: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for name, value in catalogue.items():
        if isinstance(value, str):
            yield above + name, value
        else:
            yield from _messages(value, f"{above}{name}.")


def _catalogue(language: str) -> dict[str, str]:
    files = sorted(CATALOGUES.glob(f"*/{language}.json"))
    return {key: said for file in files for key, said in _messages(json.loads(Path(file).read_text("utf-8")))}


def _english_alone(language: str) -> set[str]:
    """What English says and this language says otherwise; messages with something to fill in are left aside."""
    own = _catalogue(language)
    said_too = set(own.values())
    return {said for key, said in _catalogue("en").items() if own[key] != said and said not in said_too} - {"API"}


def _wait_until_shown(page: Page) -> None:
    expect(page.get_by_role("main").get_by_role("heading").first).to_be_visible()
    page.wait_for_load_state("networkidle")


def _overflow(page: Page) -> int:
    """Pixels that the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def _visit(visitor: Visitor, name: str) -> None:
    page = visitor.page
    visitor.open({"title": "/search?q=metropolis", "discover": "/"}.get(name, f"/{name}"))
    if name == "title":
        page.get_by_role("main").locator("a[href^='/movies/']").first.click()
        expect(page).to_have_url(re.compile(r"/movies/\d+"))
    _wait_until_shown(page)


@pytest.mark.parametrize("language", DIRECTIONS)
def test_a_browser_is_spoken_to_in_its_language_on_every_page(
    starter_house: Program, lobby: Lobby, language: str
) -> None:
    visitor = lobby.enter(starter_house, size=PHONE, locale=language)
    foreign = _english_alone(language) if language != "en" else set()
    own = _catalogue(language)
    for name in ("discover", "title", "settings", "sign-in"):
        _visit(visitor, name)
        page = visitor.page
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("html")).to_have_attribute("dir", DIRECTIONS[language])
        said = set(page.evaluate(SAID))
        assert said & foreign == set(), f"English is left on {name}"
        assert {own["nav.discover"], own["nav.settings"]} <= said
        assert _overflow(page) <= 0, f"{name} is wider than the window"
        if DIRECTIONS[language] == "rtl":
            assert axe.violations(page) == []


def test_a_change_of_language_shows_at_once_and_is_remembered(starter_house: Program, lobby: Lobby) -> None:
    visitor = lobby.enter(starter_house)
    page = visitor.page
    visitor.open("/settings")
    page.evaluate("window.sameDocument = true")
    english = _catalogue("en")
    label = english["settings.language"]
    for language in [*TRANSLATED, "en"]:
        own = _catalogue(language)
        page.get_by_label(label, exact=True).select_option(language)
        expect(page.get_by_role("heading", name=own["settings.title"], exact=True)).to_be_visible()
        expect(page.locator("html")).to_have_attribute("dir", DIRECTIONS[language])
        label = own["settings.language"]
    assert page.evaluate("window.sameDocument") is True
    page.get_by_label(label, exact=True).select_option("ar")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    page.reload(wait_until="commit")
    page.wait_for_function("document.body !== null")
    assert page.evaluate("document.documentElement.dir") == "rtl", "known before the program runs"
    expect(page.get_by_role("heading", name=_catalogue("ar")["settings.title"], exact=True)).to_be_visible()


def test_arabic_is_mirrored(starter_house: Program, lobby: Lobby) -> None:
    visitor = lobby.enter(starter_house, locale="ar-EG")
    page = visitor.page
    visitor.open("/")
    _wait_until_shown(page)
    words = _catalogue("ar")
    navigation = page.get_by_role("navigation", name=words["nav.main"]).first
    box = navigation.bounding_box()
    assert box is not None
    assert box["x"] > page.evaluate("innerWidth") / 2, "the navigation is on the right"
    assert page.get_by_role("link", name="Matinee").first.evaluate("it => getComputedStyle(it).direction") == "rtl"

    shelf = page.locator("section").filter(has=page.locator("ul.shelf")).first
    back, forward = (
        shelf.get_by_role("button").filter(has=page.locator(f"svg.lucide-chevron-{way}")) for way in ("left", "right")
    )
    expect(back).to_be_disabled()
    forward.click()
    expect(back).to_be_enabled()
    assert shelf.locator("ul").evaluate("it => it.scrollLeft") < 0, "onward is to the left"


def test_the_letters_of_arabic_have_their_own_typeface(starter_house: Program, lobby: Lobby) -> None:
    fonts = "[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family.replaceAll('\"', ''))"
    for locale, expected in (("ar", True), ("en", False)):
        visitor = lobby.enter(starter_house, locale=locale)
        visitor.open("/sign-in")  # the settings name Arabic in its own letters, whatever the language
        _wait_until_shown(visitor.page)
        visitor.page.evaluate("document.fonts.ready.then(() => true)")
        assert ("Readex Pro Variable" in visitor.page.evaluate(fonts)) is expected
