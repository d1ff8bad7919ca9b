"""What happens shows at once, in every tab, without anybody asking."""

import pytest
from playwright.sync_api import expect

from tests.config.programs import Program
from tests.e2e import household
from tests.e2e.conftest import Lobby

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

AT_ONCE = 5_000  # milliseconds: much less than the minute after which a page asks by itself


def test_the_bell_counts_in_two_tabs_at_once_and_agrees(lobby: Lobby, starter_house: Program) -> None:
    warden = lobby.enter(starter_house)  # nobody else's news are in their bell, nor their choices in their settings
    household.make(starter_house, "warden", "--admin")
    household.be(warden, "warden")
    first, second = warden.page, warden.page.context.new_page()
    complaints: list[str] = []
    second.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for page in (first, second):
        with page.expect_websocket(lambda socket: "/socket.io/" in socket.url) as opened:
            page.goto(f"http://127.0.0.1:{starter_house.port}/settings")
        # The server's word that it knows who is there.
        opened.value.wait_for_event("framereceived", lambda frame: str(frame).startswith("40"), timeout=20_000)
    bells = [page.get_by_role("button", name="Notifications, 1 new") for page in (first, second)]
    for page in (first, second):
        expect(page.get_by_role("button", name="Notifications", exact=True)).to_be_visible()

    first.bring_to_front()
    household.make(starter_house, "alice")

    for bell in bells:
        expect(bell).to_be_visible(timeout=AT_ONCE)
    expect(first.get_by_text("alice has joined").first).to_be_visible(timeout=AT_ONCE)

    bells[0].click()
    first.get_by_role("button", name="Mark as read: alice has joined").click()
    for page in (first, second):
        expect(page.get_by_role("button", name="Notifications", exact=True)).to_be_visible(timeout=AT_ONCE)
    first.keyboard.press("Escape")

    switch = first.get_by_role("switch", name="Somebody has joined")
    expect(switch).to_be_checked()
    switch.click()
    expect(switch).not_to_be_checked()
    first.reload()
    expect(switch).not_to_be_checked()
    assert complaints == []
