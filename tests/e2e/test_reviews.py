"""Reviews in a real browser: written with a look beforehand, found helpful, hidden, taken back."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.config.programs import Program
from tests.e2e import axe
from tests.e2e.conftest import PHONE, Lobby, Visitor
from tests.e2e.readers import open_title, undo

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

FILM = "Metropolis"


def reviews(page: Page) -> Locator:
    """The part of a title's page, which comes when one is near."""
    page.keyboard.press("End")
    section = page.get_by_role("region", name="Reviews")
    expect(section).to_be_visible()
    section.scroll_into_view_if_needed()
    return section


def write(visitor: Visitor, text: str) -> Locator:
    """A review, over what was there before."""
    section = reviews(open_title(visitor, FILM))
    section.get_by_role("button", name=re.compile("Write a review|^Edit$")).click()
    dialog = visitor.page.get_by_role("dialog")
    dialog.get_by_label("Review", exact=True).fill(text)
    dialog.get_by_label("Rating").select_option("8.5")
    dialog.get_by_role("button", name=re.compile("Publish|Save")).click()
    expect(dialog).to_have_count(0)
    return section


def test_a_review_is_looked_at_before_it_is_published(
    lobby: Lobby, readers_house: Program, readers: dict[str, str]
) -> None:
    alice = lobby.enter(readers_house, state=readers["alice"])
    section = reviews(open_title(alice, FILM))
    expect(section.get_by_text("Nobody has written about it yet.")).to_be_visible()
    section.get_by_role("button", name="Write a review").click()
    dialog = alice.page.get_by_role("dialog")
    dialog.get_by_role("button", name="Publish").click()
    expect(dialog.get_by_text("This is needed.")).to_be_visible()
    dialog.get_by_label("Review", exact=True).fill("*So* tall. ||The robot burns|| <script>alert(1)</script>")
    dialog.get_by_role("button", name="Look at it first").click()
    looks = dialog.get_by_role("group", name="How it will look")
    expect(looks.locator("em")).to_have_text("So")
    expect(looks).to_contain_text("<script>alert(1)</script>")
    expect(looks).not_to_contain_text("The robot burns")
    assert axe.violations(alice.page) == []
    dialog.get_by_label("Rating").select_option("8.5")
    dialog.get_by_role("button", name="Publish").click()

    mine = section.get_by_role("article").filter(has_text="Your review")
    expect(mine).to_contain_text("8.5")
    mine.get_by_role("button", name="Spoiler").press("Enter")
    expect(mine).to_contain_text("The robot burns")
    assert axe.violations(alice.page) == []


def test_what_was_removed_comes_back(lobby: Lobby, readers_house: Program, readers: dict[str, str]) -> None:
    alice = lobby.enter(readers_house, state=readers["alice"])
    section = write(alice, "Still tall.")

    section.get_by_role("button", name="Remove").click()
    expect(section.get_by_text("Still tall.")).to_have_count(0)
    undo(alice.page, "Review removed")

    expect(section.get_by_text("Still tall.")).to_be_visible()


def test_others_find_it_helpful_and_an_administrator_hides_it(
    lobby: Lobby,
    readers_house: Program,
    readers: dict[str, str],
) -> None:
    write(lobby.enter(readers_house, state=readers["alice"]), "The tower falls.")
    bob, root = (
        lobby.enter(readers_house, size=size, state=readers[name]) for name, size in (("bob", PHONE), ("root", PHONE))
    )
    helpful = re.compile("The review by alice is helpful")

    button = reviews(open_title(bob, FILM)).get_by_role("button", name=helpful)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    bob.page.wait_for_load_state("networkidle")

    section = reviews(open_title(root, FILM))
    expect(section.get_by_role("button", name=helpful)).to_contain_text("1")
    section.get_by_role("button", name="Hide the review by alice").click()
    root.page.get_by_role("dialog").get_by_label("Why").fill("It insults the tower")
    root.page.get_by_role("dialog").get_by_role("button", name="Hide", exact=True).click()
    expect(section.get_by_text("Hidden from everybody else: It insults the tower")).to_be_visible()

    section = reviews(open_title(bob, FILM))
    expect(section.get_by_text("The tower falls.")).to_have_count(0)
    alice = lobby.enter(readers_house, state=readers["alice"])
    expect(reviews(open_title(alice, FILM))).to_contain_text("An administrator has hidden this")
    reviews(root.page).get_by_role("button", name="Show again").click()
    expect(reviews(open_title(bob, FILM)).get_by_text("The tower falls.")).to_be_visible()
