"""Lists in a real browser: made, filled from a title's page, put in order, shared by link and by name."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.config.programs import Program
from tests.e2e import axe
from tests.e2e.conftest import PHONE, Lobby, Visitor
from tests.e2e.doing import do
from tests.e2e.readers import FILMS, make_list, open_title, undo
from tests.waiting import wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

AT_ONCE = 8_000  # milliseconds; without a word from the server nothing would be asked for again


@pytest.fixture
def alice(lobby: Lobby, readers_house: Program, readers: dict[str, str]) -> Visitor:
    return lobby.enter(readers_house, state=readers["alice"])


def sheet_of(page: Page) -> Locator:
    """One's lists, over the page of a title."""
    page.get_by_role("button", name="Add to a list").locator("visible=true").click()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_label("New list")).to_be_visible()
    return sheet


def open_list(visitor: Visitor, name: str) -> Page:
    page = visitor.page
    visitor.open("/watchlists")
    page.get_by_role("main").get_by_role("link", name=re.compile(name)).click()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    return page


def names(page: Page) -> Locator:
    return page.get_by_role("main").locator("ol > li a")


def drag(page: Page, what: Locator, onto: Locator) -> None:
    """By the mouse, through the places between."""
    for number, place in enumerate((what, onto)):
        box = place.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=1 + number * 12)
        if number == 0:
            page.mouse.down()
    page.mouse.up()


def in_order(page: Page, *places: int) -> None:
    """So it is on the screen, and on the server."""
    wished = [re.compile(FILMS[place]) for place in places]
    expect(names(page)).to_have_text(wished)
    page.wait_for_load_state("networkidle")
    page.reload()
    expect(names(page)).to_have_text(wished)


def test_a_list_is_made_and_filled_where_titles_are_read_about(alice: Visitor) -> None:
    for number, film in enumerate(FILMS):
        sheet = sheet_of(open_title(alice, film))
        if number == 0:
            assert axe.violations(alice.page) == []
            sheet.get_by_label("New list").fill("For Sunday")
            sheet.get_by_role("button", name="Make it and add this").click()
        else:
            sheet.get_by_role("checkbox", name="For Sunday").click()
            expect(alice.page.get_by_text("Added to “For Sunday”", exact=True)).to_be_visible()
        expect(sheet.get_by_role("checkbox", name="For Sunday")).to_be_checked()

    page = open_list(alice, "For Sunday")
    in_order(page, 0, 1, 2)
    sheet = sheet_of(open_title(alice, FILMS[1]))
    sheet.get_by_role("checkbox", name="For Sunday").click()
    undo(alice.page, "Taken out of “For Sunday”")
    expect(sheet.get_by_role("checkbox", name="For Sunday")).to_be_checked()
    page = open_list(alice, "For Sunday")
    expect(names(page)).to_have_count(3)


def test_titles_are_found_and_added_on_the_list_itself_by_keys_alone(
    alice: Visitor, lobby: Lobby, readers_house: Program, readers: dict[str, str]
) -> None:
    make_list(alice, "Right here")
    page = open_list(alice, "Right here")
    made = page.url.rsplit("/", 1)[1]
    field = page.get_by_role("combobox", name="Add a title to this list")
    held = page.get_by_role("option", name=re.compile("^Metropolis.* In the list$"))

    field.fill("metropolis")
    expect(held).to_be_disabled()
    assert axe.violations(page) == []
    page.keyboard.press("Enter")  # it is in it, and stays where it is
    field.fill("the gold rush")
    expect(page.get_by_role("option").first).to_have_accessible_name(re.compile("^The Gold Rush"))
    page.keyboard.press("Enter")
    expect(field).to_have_value("")
    expect(page.get_by_text("“The Gold Rush” added", exact=True)).to_be_visible()
    expect(names(page)).to_have_text([*map(re.compile, FILMS), "The Gold Rush"])
    expect(page.get_by_role("main")).to_contain_text("4 titles")
    undo(page, "“The Gold Rush” added")
    in_order(page, 0, 1, 2)

    field.fill("buster keaton")  # no title has that name, and everywhere he brings his films
    everywhere = page.get_by_role("option", name="Look everywhere for “buster keaton”")
    expect(everywhere).to_be_visible()
    field.press("ArrowUp")
    expect(everywhere).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    page.get_by_role("option", name=re.compile("^Sherlock Jr")).click()
    expect(names(page).last).to_have_text("Sherlock Jr.")

    bob = lobby.enter(readers_house, state=readers["bob"])
    do(alice, "POST", f"/watchlists/{made}/members", {"username": "bob", "mayEdit": False})
    do(bob, "PUT", f"/watchlists/{made}/membership")
    (member,) = do(alice, "GET", f"/watchlists/{made}/members")["items"]
    for fields, may_edit in enumerate((False, True)):
        do(alice, "PATCH", f"/watchlists/{made}/members/{member['id']}", {"mayEdit": may_edit})
        bob.open(f"/watchlists/{made}")
        expect(bob.page.get_by_role("heading", level=1, name="Right here")).to_be_visible()
        expect(bob.page.get_by_role("combobox", name="Add a title to this list")).to_have_count(fields)


def test_titles_are_put_in_order_by_mouse_by_keys_and_by_arrows(alice: Visitor) -> None:
    make_list(alice, "In order")
    page = open_list(alice, "In order")

    page.get_by_role("button", name=f"Move {FILMS[0]} down").click()
    in_order(page, 1, 0, 2)

    grip = page.get_by_role("button", name=re.compile(f"^Move {FILMS[2]}[^d]*$")).first
    grip.focus()
    for key in ("Space", "ArrowUp", "ArrowUp", "Space"):
        page.keyboard.press(key)
        page.wait_for_timeout(150)  # the library moves by frames
    in_order(page, 2, 1, 0)
    drag(page, page.get_by_role("button", name=re.compile(f"^Move {FILMS[0]}[^d]*$")).first, names(page).first)
    undo(page, f"“{FILMS[0]}” moved")
    in_order(page, 2, 1, 0)


def test_a_title_has_a_note_and_comes_back_with_it(alice: Visitor) -> None:
    make_list(alice, "With notes")
    page = open_list(alice, "With notes")

    page.get_by_role("button", name=f"Note on {FILMS[1]}").click()
    page.get_by_role("dialog").get_by_label("Note", exact=True).fill("The shadow on the stairs")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_text("The shadow on the stairs")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name=f"Remove {FILMS[1]}").click()
    expect(names(page)).to_have_count(2)
    undo(page, f"“{FILMS[1]}” taken out")

    expect(page.get_by_text("The shadow on the stairs")).to_be_visible()
    in_order(page, 0, 1, 2)


def test_a_public_page_is_there_for_whoever_has_its_link(alice: Visitor, lobby: Lobby, readers_house: Program) -> None:
    make_list(alice, "For all")
    page = open_list(alice, "For all")
    page.get_by_role("button", name="Share").click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("switch", name="Public page").click()
    link = sheet.get_by_role("link", name="/shared/watchlists/")
    path = "/shared/watchlists/" + link.inner_text().rsplit("/", 1)[1]

    stranger = lobby.enter(readers_house, size=PHONE)
    stranger.open(path)
    expect(stranger.page.get_by_role("heading", level=1, name="For all")).to_be_visible()
    expect(names(stranger.page)).to_have_count(3)
    assert axe.violations(stranger.page) == []

    sheet.get_by_role("switch", name="Public page").click()
    expect(link).to_have_count(0)
    page.wait_for_load_state("networkidle")
    stranger.page.reload()
    expect(stranger.page.get_by_text("Not on the programme")).to_be_visible()
    stranger.complaints[:] = [line for line in stranger.complaints if "404" not in line]


def test_a_list_is_made_by_two(alice: Visitor, lobby: Lobby, readers_house: Program, readers: dict[str, str]) -> None:
    make_list(alice, "Ours")
    page = open_list(alice, "Ours")
    page.get_by_role("button", name="Share").click()
    sheet = page.get_by_role("dialog")
    for name in ("bob", "nobody-at-all"):
        sheet.get_by_label("User name").fill(name)
        sheet.get_by_role("switch", name="May change it").check()
        sheet.get_by_role("button", name="Invite", exact=True).click()
        expect(sheet.get_by_role("listitem").filter(has_text=name)).to_contain_text("No answer yet")
    assert axe.violations(page) == []

    bob = lobby.enter(readers_house, state=readers["bob"])
    bob.open("/watchlists")
    expect(bob.page.get_by_text("alice wants to make this list with you")).to_be_visible()
    bob.page.get_by_role("button", name="Accept the invitation to Ours").click()
    open_list(bob, "Ours")
    expect(bob.page.get_by_role("button", name="Delete")).to_have_count(0)
    bob.page.get_by_role("button", name=f"Move {FILMS[2]} up").click()
    in_order(bob.page, 0, 2, 1)
    page.reload()
    in_order(page, 0, 2, 1)


def test_a_deleted_list_is_had_back(alice: Visitor) -> None:
    make_list(alice, "Mistaken")
    page = open_list(alice, "Mistaken")

    page.get_by_role("button", name="Delete").click()
    undo(page, "“Mistaken” deleted")

    expect(page.get_by_role("main").get_by_role("link", name=re.compile("Mistaken"))).to_be_visible()
    page = open_list(alice, "Mistaken")
    expect(names(page)).to_have_count(3)


def test_a_title_is_put_into_a_list_from_its_card_by_keys_and_other_tabs_hear_of_it(alice: Visitor) -> None:
    make_list(alice, "By keys")
    page = alice.page
    alice.open("/movies?genre=horror")
    other = page.context.new_page()
    with other.expect_websocket(lambda socket: "/socket.io/" in socket.url) as opened:
        other.goto(page.url.replace("/movies?genre=horror", "/watchlists"))
    opened.value.wait_for_event("framereceived", lambda frame: str(frame).startswith("40"), timeout=20_000)
    mine = other.get_by_role("main").get_by_role("link", name=re.compile("By keys"))
    expect(mine).to_contain_text("3 titles")

    page.bring_to_front()
    card = page.get_by_role("main").get_by_role("link", name=re.compile("^The Phantom of the Opera")).first
    card.focus()
    page.keyboard.press(".")
    page.get_by_role("menuitem", name="Add to a list").press("Enter")
    box = page.get_by_role("dialog").get_by_role("checkbox", name="By keys")
    expect(box).not_to_be_checked()
    box.focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("Added to “By keys”", exact=True)).to_be_visible()
    assert axe.violations(page) == []
    other.bring_to_front()
    expect(mine).to_contain_text("4 titles", timeout=AT_ONCE)

    page.bring_to_front()
    undo(page, "Added to “By keys”")
    expect(box).not_to_be_checked()
    page.keyboard.press("Escape")
    expect(card).to_be_focused()
    other.bring_to_front()
    expect(mine).to_contain_text("3 titles", timeout=AT_ONCE)


def test_who_is_invited_is_told_and_what_was_done_to_lists_can_be_undone(
    alice: Visitor, lobby: Lobby, readers_house: Program, readers: dict[str, str]
) -> None:
    bob = lobby.enter(readers_house, state=readers["bob"])
    bob.open("/settings")
    expect(bob.page.get_by_role("switch", name="Somebody invites you to a list")).to_be_checked()
    made = do(alice, "POST", "/watchlists", {"name": "Of the year"})
    do(alice, "POST", f"/watchlists/{made['id']}/members", {"username": "bob", "mayEdit": False})
    bob.page.get_by_role("button", name=re.compile("^Notifications, ")).click()
    bob.page.get_by_role("link", name=re.compile("alice invites you to the list “.Of the year")).first.click()
    bob.page.get_by_role("button", name="Accept the invitation to Of the year").click()
    expect(bob.page.get_by_role("link", name=re.compile("Of the year")).first).to_be_visible()

    page = alice.page
    wait_until(lambda: "list.joined" in [one["kind"] for one in do(alice, "GET", "/notifications")["items"]])
    alice.open("/notifications")
    page.get_by_role("link", name=re.compile("bob has accepted your invitation to the list “.Of the year")).click()
    expect(page).to_have_url(re.compile(rf"/watchlists/{made['id']}$"))
    said = re.compile("Made the list .Of the year")  # a name stands apart from the words around it
    wait_until(lambda: do(alice, "GET", "/me/activity")["items"][0]["what"] == "WatchlistShared")
    alice.open("/activity")
    expect(page.get_by_text(re.compile("Invited somebody to the list .Of the year"))).to_be_visible()
    expect(page.get_by_text(said)).to_be_visible()
    assert axe.violations(page) == []
    alice.shoot(Path("artefacts/lists"), "activity")
    row = page.get_by_role("listitem").filter(has_text=said)
    row.get_by_role("button", name=re.compile("^Undo")).click()
    expect(page.get_by_text(re.compile("Deleted the list .Of the year"))).to_be_visible()
    expect(row.get_by_role("button")).to_have_count(0)
