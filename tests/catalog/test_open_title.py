"""Opening a film or a show: the database first, the provider when that does not do, once."""

from collections.abc import Callable

import pytest

from matinee.catalog.models import Completeness, Recommendation, Title
from matinee.core.settings import Settings
from tests.catalog.ageing import age_everything, age_titles
from tests.catalog.visits import do_rung_work, get, visit
from tests.tmdb_replay import TmdbReplay, failures

pytestmark = pytest.mark.django_db


def test_an_unknown_title_is_fetched_with_one_call_and_never_again_while_fresh(tmdb: TmdbReplay) -> None:
    first = get("/movies/tmdb:653")
    again = get("/movies/tmdb:653")
    own = get(f"/movies/{first['id']}")
    assert first["title"] == "Nosferatu"
    assert first["complete"]
    assert (first["stale"], first["age"]) == (False, None)
    assert {**again, "fetchedAt": 0} == {**first, "fetchedAt": 0} == {**own, "fetchedAt": 0}
    assert tmdb.paths() == ["/movie/653"]


def test_a_title_can_be_opened_by_its_imdb_id(tmdb: TmdbReplay) -> None:
    body = get("/tv/imdb:tt0055686", include="externalIds")
    assert body["title"] == "The Lucy Show"
    assert body["externalIds"] == {"tmdb": 5203, "imdb": "tt0055686", "tvdb": 75203, "wikidata": None, "archive": None}
    assert tmdb.paths() == ["/find/tt0055686", "/tv/5203"]
    tmdb.forget()
    assert get("/tv/imdb:tt0055686")["id"] == body["id"]
    assert tmdb.paths() == []


def test_a_partial_row_from_a_list_becomes_complete_when_it_is_opened(tmdb: TmdbReplay) -> None:
    get("/movies/popular")
    row = Title.objects.get(tmdb_id=19)
    assert (row.completeness, row.runtime, row.imdb_id) == (Completeness.PARTIAL, None, None)
    tmdb.forget()
    body = get(f"/movies/{row.pk}")
    row.refresh_from_db()
    assert (row.completeness, row.runtime, row.imdb_id) == (Completeness.COMPLETE, 153, "tt0017136")
    assert body["runtime"] == 153
    assert tmdb.paths() == ["/movie/19"]


def test_a_complete_row_loses_nothing_to_a_list_that_knows_less(tmdb: TmdbReplay) -> None:
    get("/movies/tmdb:19")
    get("/movies/popular")
    row = Title.objects.get(tmdb_id=19)
    assert (row.completeness, row.runtime, row.status) == (Completeness.COMPLETE, 153, "Released")


def test_all_parts_of_a_title_come_when_they_are_asked_for(tmdb: TmdbReplay) -> None:
    parts = "credits,videos,images,recommendations,similar,providers,translations,releases,keywords".split(",")  # noqa: SIM905
    body = get("/movies/tmdb:653", include=",".join(parts), region="US")
    assert all(body[part] for part in parts)
    assert [member["character"] for member in body["credits"]["cast"]][:2] == ["Graf Orlok", "Hutter"]
    assert body["credits"]["crew"][0]["job"] == "Director"
    assert [option["name"] for option in body["providers"]["stream"]] == ["Reel House"]
    assert [option["name"] for option in body["providers"]["rent"]] == ["The Rental Counter"]
    assert len(body["recommendations"]) == 8
    assert body["keywords"] == ["vampire", "plague", "silent film"]
    assert {release["country"]: release["certification"] for release in body["releases"]} == {"US": "NR", "DE": "12"}
    assert not {*parts} & {*get("/movies/tmdb:653")}


def test_ratings_and_watch_providers_are_of_the_asked_region(tmdb: TmdbReplay) -> None:
    body = get("/movies/tmdb:653", include="providers", region="DE")
    assert body["certification"] == "12"
    assert [option["name"] for option in body["providers"]["stream"]] == ["Silver Stream"]
    nowhere = get("/movies/tmdb:653", include="providers", region="NZ")
    assert (nowhere["certification"], nowhere["providers"]["stream"]) == (None, [])


def test_a_show_lists_its_seasons_with_the_specials_last(tmdb: TmdbReplay) -> None:
    body = get("/tv/tmdb:5203")
    assert [(season["number"], season["episodes"]) for season in body["seasons"]] == [(1, 3), (2, 2), (0, 1)]
    assert (body["seasonCount"], body["episodeCount"]) == (2, 5)


def test_a_film_names_its_collection(tmdb: TmdbReplay) -> None:
    assert get("/movies/tmdb:13371")["collection"]["name"] == "Sherlock Holmes (Rathbone) Collection"


def test_a_film_is_no_show_although_their_numbers_may_be_equal(tmdb: TmdbReplay) -> None:
    body = get("/movies/tmdb:653")
    assert visit("/tv/tmdb:653").status_code == 404
    assert visit(f"/tv/{body['id']}").status_code == 404


def test_what_tmdb_does_not_have_is_asked_for_once_an_hour(tmdb: TmdbReplay) -> None:
    assert [visit("/movies/tmdb:1").status_code for _ in range(3)] == [404, 404, 404]
    assert tmdb.paths() == ["/movie/1"]
    age_everything(hours=2)
    tmdb.forget()
    visit("/movies/tmdb:1")
    assert tmdb.paths() == ["/movie/1"]


def test_an_adult_title_is_shown_to_nobody(tmdb: TmdbReplay) -> None:
    assert visit("/movies/tmdb:90001").status_code == 404


def test_a_day_old_title_is_still_fresh_a_minute_before_and_stale_after(tmdb: TmdbReplay) -> None:
    get("/movies/tmdb:653")
    age_titles(hours=23.9)
    assert not get("/movies/tmdb:653")["stale"]
    age_titles(hours=24.1)
    body = get("/movies/tmdb:653")
    assert body["stale"]
    assert 24 * 3600 < body["age"] < 25 * 3600
    assert tmdb.paths() == ["/movie/653"]  # nobody waited for the provider


@pytest.mark.django_db(transaction=True)
def test_a_stale_title_is_refreshed_behind_the_visitors_back(live_tmdb: TmdbReplay) -> None:
    get("/movies/tmdb:653")
    live_tmdb.retell("movie", 653, name="Nosferatu, Restored")
    age_titles(hours=25)
    assert get("/movies/tmdb:653")["title"] == "Nosferatu"
    assert do_rung_work() == 1
    fresh = get("/movies/tmdb:653")
    assert (fresh["title"], fresh["stale"]) == ("Nosferatu, Restored", False)


@pytest.mark.django_db(transaction=True)
def test_a_title_that_tmdb_deleted_disappears_but_is_kept(live_tmdb: TmdbReplay) -> None:
    get("/movies/tmdb:653")
    live_tmdb.remove("movie", 653)
    age_titles(hours=25)
    get("/movies/tmdb:653")
    do_rung_work()
    assert visit("/movies/tmdb:653").status_code == 404
    assert not Title.objects.get(tmdb_id=653).is_active


@pytest.mark.django_db(transaction=True)
def test_a_partial_title_is_shown_as_it_is_when_tmdb_is_too_slow_and_completed_later(
    live_tmdb: TmdbReplay, hurry: Callable[[], None], settings_now: Settings
) -> None:
    get("/movies/popular")
    number = Title.objects.get(tmdb_id=19).pk
    hurry()
    with live_tmdb.failing(failures.slow(3)):
        body = get(f"/movies/{number}")
    assert (body["title"], body["complete"]) == ("Metropolis", False)
    assert body["notice"] == "TMDB does not answer at the moment; this is what we knew before."
    settings_now.http_timeout = 10
    assert do_rung_work() == 1
    later = get(f"/movies/{number}")
    assert (later["complete"], later["notice"]) == (True, None)


@pytest.mark.django_db(transaction=True)
def test_an_unknown_title_is_503_with_a_sentence_while_tmdb_is_down(live_tmdb: TmdbReplay) -> None:
    live_tmdb.unplug()
    response = visit("/movies/tmdb:653")
    assert response.status_code == 503
    assert b"TMDB does not answer at the moment; nothing is stored of this page yet" in response.content


def test_a_title_fetched_twice_is_one_row_and_its_neighbours_stay_distinct(tmdb: TmdbReplay) -> None:
    first = get("/movies/tmdb:653", include="recommendations")
    age_titles(hours=25)
    get("/movies/tmdb:19", include="recommendations")
    assert Title.objects.filter(tmdb_id=653).count() == 1
    assert len({title["id"] for title in first["recommendations"]}) == 8
    assert Recommendation.objects.filter(title__tmdb_id=653, origin="recommended").count() == 8
