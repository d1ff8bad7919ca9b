"""An installation with a TMDB key: it shows TMDB's titles, and goes on when TMDB is away."""

import re

import pytest
from playwright.sync_api import expect

from tests.config.programs import Program
from tests.e2e import household
from tests.e2e.conftest import Lobby
from tests.tmdb_replay import TmdbReplay
from tests.waiting import wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


def test_tmdbs_lists_titles_and_pictures_are_shown(lobby: Lobby, connected_house: Program) -> None:
    visitor = lobby.enter(connected_house)
    page = visitor.page
    visitor.open("/movies")
    page.get_by_role("main").get_by_role("link", name=re.compile("Night of the Living Dead")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Night of the Living Dead")
    expect(page.get_by_role("link", name=re.compile("Duane Jones")).first).to_be_visible()
    arrived = "() => [...document.images].some(one => one.currentSrc.includes('tmdb-') && one.naturalWidth > 0)"
    wait_until(lambda: page.evaluate(arrived))
    expect(page.get_by_text("not endorsed or certified by TMDB")).to_be_attached()


def test_what_was_seen_is_still_there_when_tmdb_is_away(
    lobby: Lobby, connected_house: Program, tmdb: TmdbReplay
) -> None:
    visitor = lobby.enter(connected_house)
    page = visitor.page
    household.be_root(visitor, connected_house)
    visitor.open("/movies")
    expect(page.get_by_role("main").get_by_role("link", name=re.compile("Metropolis")).first).to_be_visible()
    tmdb.unplug()
    try:
        visitor.open("/movies?genre=comedy")
        expect(page.get_by_role("main").get_by_role("link", name=re.compile("The General")).first).to_be_visible()
        visitor.open("/connections")
        expect(page.get_by_text(re.compile("TMDB could not be reached"))).to_be_visible()
    finally:
        tmdb.plug_in()
