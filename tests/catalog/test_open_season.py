"""Opening a season or an episode."""

from collections.abc import Callable

import pytest

from matinee.catalog.models import Completeness, Episode, Season
from matinee.core.settings import Settings
from tests.catalog.ageing import age_everything
from tests.catalog.visits import do_rung_work, get, visit
from tests.tmdb_replay import TmdbReplay, failures

pytestmark = pytest.mark.django_db


def names(season: dict[str, object]) -> list[object]:
    episodes = season["episodes"]
    assert isinstance(episodes, list)
    return [episode["title"] for episode in episodes]


def test_a_season_is_fetched_with_its_episodes_once(tmdb: TmdbReplay) -> None:
    season = get("/tv/tmdb:5201/seasons/1")
    assert season["show"]["title"] == "Sherlock Holmes"
    assert names(season)[:2] == ["The Case of the Cunningham Heritage", "The Case of Lady Beryl"]
    assert season["complete"]
    get("/tv/tmdb:5201/seasons/1")
    assert tmdb.paths() == ["/tv/5201", "/tv/5201/season/1"]


def test_the_specials_are_season_0(tmdb: TmdbReplay) -> None:
    season = get("/tv/tmdb:5203/seasons/0")
    assert (season["title"], names(season)) == ("Specials", ["Lucy in London"])


def test_an_episode_has_its_guests_and_its_show(tmdb: TmdbReplay) -> None:
    episode = get("/tv/tmdb:5201/seasons/1/episodes/2")
    assert (episode["title"], episode["number"], episode["season"]) == ("The Case of Lady Beryl", 2, 1)
    assert [guest["name"] for guest in episode["guests"]] == ["Paulette Goddard"]
    assert get(f"/people/{episode['guests'][0]['person']}")["name"] == "Paulette Goddard"
    assert episode["show"]["title"] == "Sherlock Holmes"


def test_an_episode_costs_no_call_once_its_season_is_known(tmdb: TmdbReplay) -> None:
    get("/tv/tmdb:5201/seasons/1")
    tmdb.forget()
    assert get("/tv/tmdb:5201/seasons/1/episodes/1")["title"] == "The Case of the Cunningham Heritage"
    assert tmdb.paths() == []


@pytest.mark.parametrize("path", ["/tv/tmdb:5201/seasons/9", "/tv/tmdb:5201/seasons/1/episodes/99", "/tv/7/seasons/1"])
def test_what_a_show_does_not_have_is_not_found(tmdb: TmdbReplay, path: str) -> None:
    assert visit(path).status_code == 404


def test_a_season_in_german_falls_back_text_by_text(tmdb: TmdbReplay) -> None:
    season = get("/tv/tmdb:5201/seasons/1", language="de")
    assert season["title"] == "Staffel 1"
    assert names(season)[:2] == ["Das Erbe der Cunninghams", "The Case of Lady Beryl"]
    assert season["episodes"][0]["overview"] == "Wie sich die beiden kennenlernten."
    assert season["episodes"][1]["overview"] == "A lady confesses too readily."
    tmdb.forget()
    assert names(get("/tv/tmdb:5201/seasons/1", language="de")) == names(season)
    assert tmdb.paths() == []


def test_german_texts_leave_the_english_ones_alone(tmdb: TmdbReplay) -> None:
    get("/tv/tmdb:5201/seasons/1", language="de")
    season = get("/tv/tmdb:5201/seasons/1", language="en")
    assert names(season)[0] == "The Case of the Cunningham Heritage"


@pytest.mark.django_db(transaction=True)
def test_a_stale_season_is_refreshed_behind_the_visitors_back(live_tmdb: TmdbReplay) -> None:
    get("/tv/tmdb:5201/seasons/1")
    episodes = live_tmdb.world.titles["tv", 5201].seasons[0].episodes
    episodes[0].name = "The Cunningham Heritage"
    del episodes[5]
    age_everything(hours=25)
    assert get("/tv/tmdb:5201/seasons/1")["stale"]
    do_rung_work()
    fresh = names(get("/tv/tmdb:5201/seasons/1"))
    assert (fresh[0], len(fresh)) == ("The Cunningham Heritage", 5)
    assert Episode.objects.filter(season__title__tmdb_id=5201).count() == 5


@pytest.mark.django_db(transaction=True)
def test_a_season_that_cannot_be_asked_for_shows_its_heading(
    live_tmdb: TmdbReplay, hurry: Callable[[], None], settings_now: Settings
) -> None:
    get("/tv/tmdb:5201")
    hurry()
    with live_tmdb.failing(failures.slow(3)):
        season = get("/tv/tmdb:5201/seasons/1")
    assert (season["title"], season["complete"], season["episodes"]) == ("Season 1", False, [])
    assert season["notice"]
    settings_now.http_timeout = 10
    do_rung_work()
    assert Season.objects.get(title__tmdb_id=5201, number=1).completeness == Completeness.COMPLETE
