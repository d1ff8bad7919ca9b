"""The named lists, browsing and genres with TMDB connected: kept for an hour, stale rather than slow."""

from collections.abc import Callable

import pytest

from matinee.catalog.models import MediaList, Title
from tests.catalog.ageing import age_everything
from tests.catalog.visits import do_rung_work, get, titles, visit
from tests.tmdb_replay import TmdbReplay, failures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("genres")]

MOVIE_LISTS = ("popular", "top-rated", "upcoming", "now-playing", "trending")
TV_LISTS = ("popular", "top-rated", "airing-today", "on-the-air", "trending")
ALL = [f"/movies/{name}" for name in MOVIE_LISTS] + [f"/tv/{name}" for name in TV_LISTS]


@pytest.mark.parametrize("path", ALL)
def test_a_list_is_one_call_and_then_none_for_an_hour(tmdb: TmdbReplay, path: str) -> None:
    page = get(path)
    assert page["items"]
    assert (page["page"], page["stale"]) == (1, False)
    assert titles(get(path)) == titles(page)
    age_everything(hours=0.9)
    assert not get(path)["stale"]
    assert len(tmdb.calls) == 1


def test_today_and_this_week_are_different_lists(tmdb: TmdbReplay) -> None:
    day, week = get("/movies/trending", window="day"), get("/movies/trending", window="week")
    assert titles(day) != titles(week)
    assert tmdb.paths() == ["/trending/movie/day", "/trending/movie/week"]


def test_pages_go_on_where_the_one_before_ended(tmdb: TmdbReplay) -> None:
    first, second = get("/movies/popular"), get("/movies/popular", page=2)
    assert (len(first["items"]), first["pages"], second["page"]) == (20, 2, 2)
    assert not {item["id"] for item in first["items"]} & {item["id"] for item in second["items"]}
    assert get("/movies/popular", page=3)["items"] == []


def test_no_more_than_500_pages_are_promised(tmdb: TmdbReplay) -> None:
    tmdb.claim_pages("/movie/popular", 7416)
    page = get("/movies/popular")
    assert (page["pages"], page["total"]) == (500, 148_320)
    tmdb.forget()
    assert visit("/movies/popular", page=501).status_code == 400
    assert tmdb.calls == []


def test_each_language_and_region_has_an_answer_of_its_own(tmdb: TmdbReplay) -> None:
    english = get("/movies/now-playing")
    german = get("/movies/now-playing", language="de", region="DE")
    assert "Night of the Living Dead" in titles(english)
    assert "Die Nacht der lebenden Toten" in titles(german)
    assert "Tears of Steel" not in titles(german)
    assert len(tmdb.calls) == 2
    get("/movies/now-playing", "de-DE,de;q=0.9", language="de", region="DE")
    assert len(tmdb.calls) == 2


@pytest.mark.django_db(transaction=True)
def test_a_stale_list_is_shown_with_its_age_and_refreshed_behind(live_tmdb: TmdbReplay) -> None:
    get("/movies/popular")
    live_tmdb.world.titles["movie", 653].popularity = 99.0
    age_everything(hours=1.5)
    page = get("/movies/popular")
    assert page["stale"]
    assert 5300 < page["age"] < 5500
    assert titles(page)[0] != "Nosferatu"
    assert do_rung_work() == 1
    fresh = get("/movies/popular")
    assert (fresh["stale"], titles(fresh)[0]) == (False, "Nosferatu")


@pytest.mark.django_db(transaction=True)
def test_a_stale_list_stays_while_tmdb_is_down(live_tmdb: TmdbReplay) -> None:
    before = titles(get("/movies/popular"))
    age_everything(hours=5)
    live_tmdb.unplug()
    page = get("/movies/popular")
    assert (titles(page), page["stale"]) == (before, True)
    do_rung_work()
    assert titles(get("/movies/popular")) == before


@pytest.mark.django_db(transaction=True)
def test_a_list_nobody_has_asked_for_is_503_when_tmdb_is_slow(live_tmdb: TmdbReplay, hurry: Callable[[], None]) -> None:
    hurry()
    with live_tmdb.failing(failures.slow(3)):
        response = visit("/movies/upcoming")
    assert response.status_code == 503
    assert b"nothing is stored of this page yet" in response.content


@pytest.mark.django_db(transaction=True)
def test_what_is_stored_is_shown_with_the_reason_when_another_language_cannot_be_asked_for(
    live_tmdb: TmdbReplay, hurry: Callable[[], None]
) -> None:
    get("/movies/popular")
    hurry()
    with live_tmdb.failing(failures.slow(3)):
        page = get("/movies/popular", language="de")
    assert len(page["items"]) == 20
    assert page["notice"] == "TMDB does not answer at the moment; this is what we knew before."


def test_lists_show_their_headings_and_first_entries(tmdb: TmdbReplay) -> None:
    get("/movies/popular")
    get("/tv/popular")
    index = get("/lists", preview=3)
    assert [(one["slug"], len(one["items"])) for one in index["items"]] == [("movies-popular", 3), ("tv-popular", 3)]
    page = get("/lists/movies-popular")
    assert (page["name"], len(page["items"])) == ("Popular films", 20)
    assert visit("/lists/no-such-list").status_code == 404


def test_adult_titles_are_in_no_list(tmdb: TmdbReplay) -> None:
    tmdb.world.titles["movie", 653].adult = True
    tmdb.world.titles["movie", 90001].adult = False
    get("/movies/popular", page=2)
    tmdb.world.titles["movie", 653].adult = False
    assert not Title.objects.filter(is_adult=True).exists()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"genre": "horror,fantasy"}, ["Nosferatu"]),
        ({"genre": "western|war"}, ["The General"]),
        ({"yearFrom": 1922, "yearTo": 1922}, ["Nosferatu", "Häxan"]),
        ({"keyword": "film noir", "sort": "oldest"}, ["Detour", "Scarlet Street", "D.O.A."]),
        ({"provider": 8002, "region": "DE", "originalLanguage": "fr"}, ["A Trip to the Moon"]),
        ({"certification": "16", "region": "DE"}, ["Night of the Living Dead"]),
        ({"ratingFrom": 8.05, "votesFrom": 2000, "runtimeFrom": 60}, ["Metropolis", "The Kid"]),
    ],
)
def test_browsing_asks_tmdb_with_every_filter(
    tmdb: TmdbReplay, query: dict[str, str | int], expected: list[str]
) -> None:
    assert titles(get("/movies", **query)) == expected
    asked = len(tmdb.calls)
    assert titles(get("/movies", **query)) == expected
    assert len(tmdb.calls) == asked


@pytest.mark.django_db(transaction=True)
def test_browsing_shows_what_is_stored_when_tmdb_is_down(live_tmdb: TmdbReplay) -> None:
    get("/movies/tmdb:653")
    live_tmdb.unplug()
    page = get("/movies", genre="fantasy", yearTo=1930)
    assert titles(page) == ["Nosferatu"]
    assert page["notice"]


def test_a_list_remembers_only_the_installations_own_language_as_its_entries(tmdb: TmdbReplay) -> None:
    get("/movies/popular", language="de")
    assert not MediaList.objects.filter(slug="movies-popular").exists()
    get("/movies/popular")
    assert MediaList.objects.get(slug="movies-popular").entries.count() == 20
