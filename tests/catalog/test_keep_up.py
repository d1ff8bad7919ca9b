"""The sweeps: lists anew every hour, titles that are due or changed, seasons one by one."""

from datetime import timedelta

import pytest
from django.utils import timezone

from matinee.catalog import actions, jobs
from matinee.catalog.models import Completeness, Episode, MediaList, Season, SyncState, Title
from matinee.core.sweeps import SweepOutcome, sweeps
from tests.catalog.ageing import age_everything, age_titles
from tests.catalog.visits import get, titles, visit
from tests.tmdb_replay import TmdbReplay, failures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("genres")]


def test_the_sweeps_come_round_as_often_as_promised() -> None:
    assert jobs.__name__
    pauses = {name: (found.pause, found.idle_pause) for name, found in sweeps.items() if name.startswith("catalog.")}
    assert (pauses["catalog.lists"][0], pauses["catalog.titles"][0], pauses["catalog.seasons"][0]) == (3600, 5400, 1)
    assert (pauses["catalog.seasons"][1] or 0) > 1


def test_without_a_provider_there_is_nothing_to_keep_up_with() -> None:
    assert actions.sync_titles().idle
    assert actions.complete_next_season().idle


# --- lists ---


def test_all_lists_are_fetched_in_the_installations_language(tmdb: TmdbReplay) -> None:
    outcome = actions.refresh_lists()
    assert (outcome.errors, outcome.idle) == (0, False)
    assert MediaList.objects.count() == 12
    assert len(set(tmdb.paths())) == len(tmdb.paths())
    tmdb.forget()
    for path in ("/movies/popular", "/tv/airing-today", "/movies/trending"):
        assert get(path)["items"]
    assert tmdb.paths() == []


def test_a_list_that_changed_is_another_after_the_sweep(tmdb: TmdbReplay) -> None:
    actions.refresh_lists()
    tmdb.world.titles["movie", 653].popularity = 99.0
    age_everything(hours=1.1)
    actions.refresh_lists()
    assert titles(get("/movies/popular"))[0] == "Nosferatu"
    assert titles(get("/lists/movies-popular"))[0] == "Nosferatu"


def test_genres_are_learnt_with_the_lists(tmdb: TmdbReplay) -> None:
    actions.refresh_lists()
    assert "/genre/movie/list" in tmdb.paths()
    assert "/configuration" in tmdb.paths()


@pytest.mark.django_db(transaction=True)
def test_one_list_that_fails_does_not_stop_the_others(live_tmdb: TmdbReplay) -> None:
    live_tmdb.fail(failures.html(), "/movie/upcoming")
    outcome = actions.refresh_lists()
    assert outcome.errors == 1
    assert "html" in outcome.note or "TMDB" in outcome.note
    assert MediaList.objects.count() == 11


# --- titles ---


def test_a_title_that_is_due_is_fetched_again(tmdb: TmdbReplay) -> None:
    get("/movies/tmdb:653")
    get("/movies/tmdb:19")
    tmdb.retell("movie", 653, name="Nosferatu, Restored")
    age_titles(hours=25)
    Title.objects.filter(tmdb_id=19).update(fetched_at=timezone.now())
    tmdb.world.changes.clear()
    tmdb.forget()
    outcome = actions.sync_titles()
    assert (outcome.done, outcome.errors) == (1, 0)
    assert get("/movies/tmdb:653")["title"] == "Nosferatu, Restored"
    assert [path for path in tmdb.paths() if "changes" not in path] == ["/movie/653"]


def test_a_title_that_the_changes_feed_names_is_fetched_again_although_it_is_fresh(tmdb: TmdbReplay) -> None:
    get("/movies/tmdb:653")
    get("/tv/tmdb:5203")
    tmdb.retell("movie", 653, name="Nosferatu, Restored")
    tmdb.tell_change("movie", 4808)  # not stored: no business of ours
    tmdb.forget()
    actions.sync_titles()
    assert sorted(tmdb.paths()) == ["/movie/653", "/movie/changes", "/tv/changes"]
    assert get("/movies/tmdb:653")["title"] == "Nosferatu, Restored"


def test_the_changes_feed_is_read_from_where_it_was_left_but_never_more_than_14_days(tmdb: TmdbReplay) -> None:
    actions.sync_titles()
    today = timezone.localdate()
    assert SyncState.objects.get(what="changes:movie").cursor == str(today)
    SyncState.objects.filter(what="changes:movie").update(cursor=str(today - timedelta(days=40)))
    SyncState.objects.filter(what="changes:tv").update(cursor=str(today - timedelta(days=3)))
    tmdb.forget()
    outcome = actions.sync_titles()
    assert outcome.errors == 0
    windows = {call.path: call.query["start_date"] for call in tmdb.calls}
    assert windows == {
        "/movie/changes": str(today - timedelta(days=14)),
        "/tv/changes": str(today - timedelta(days=3)),
    }


def test_every_page_of_the_changes_feed_is_read(tmdb: TmdbReplay) -> None:
    get("/movies/tmdb:653")
    for number in range(1_000, 1_250):
        tmdb.tell_change("movie", number)
    tmdb.tell_change("movie", 653)
    tmdb.forget()
    actions.sync_titles()
    assert [call.query["page"] for call in tmdb.asked("/movie/changes")] == ["1", "2", "3"]
    assert len(tmdb.asked("/movie/653")) == 1


@pytest.mark.django_db(transaction=True)
def test_one_title_that_fails_does_not_stop_the_others_and_stays_due(live_tmdb: TmdbReplay) -> None:
    for number in (653, 19, 234):
        get(f"/movies/tmdb:{number}")
    age_titles(hours=25)
    live_tmdb.fail(failures.truncated(), "/movie/19")
    outcome = actions.sync_titles()
    assert (outcome.done, outcome.errors) == (2, 1)
    live_tmdb.heal()
    assert actions.sync_titles().done == 1


def test_a_title_that_tmdb_deleted_is_hidden(tmdb: TmdbReplay) -> None:
    number = get("/movies/tmdb:653")["id"]
    tmdb.remove("movie", 653)
    actions.sync_titles()
    assert visit(f"/movies/{number}").status_code == 404
    assert actions.sync_titles().idle


# --- seasons ---


def test_one_season_a_pass_until_none_is_left(tmdb: TmdbReplay) -> None:
    get("/tv/tmdb:5203")
    tmdb.forget()
    outcomes: list[SweepOutcome] = [actions.complete_next_season() for _ in range(4)]
    assert [outcome.done for outcome in outcomes] == [1, 1, 1, 0]
    assert [outcome.idle for outcome in outcomes] == [False, False, False, True]
    assert sorted(tmdb.paths()) == ["/tv/5203/season/0", "/tv/5203/season/1", "/tv/5203/season/2"]
    assert Episode.objects.count() == 6
    assert not Season.objects.filter(completeness=Completeness.PARTIAL).exists()


@pytest.mark.django_db(transaction=True)
def test_a_season_that_fails_lets_others_go_first_and_is_tried_again_after_an_hour(live_tmdb: TmdbReplay) -> None:
    get("/tv/tmdb:5203")
    live_tmdb.fail(failures.truncated(), "/tv/5203/season/0")
    outcomes = [actions.complete_next_season() for _ in range(4)]
    assert [(outcome.done, outcome.errors) for outcome in outcomes] == [(0, 1), (1, 0), (1, 0), (0, 0)]
    live_tmdb.heal()
    assert actions.complete_next_season().idle
    Season.objects.update(attempted_at=timezone.now() - timedelta(minutes=61))
    assert actions.complete_next_season().done == 1


def test_a_season_that_tmdb_lists_but_does_not_have_is_not_asked_for_again_and_again(tmdb: TmdbReplay) -> None:
    get("/tv/tmdb:5202")
    del tmdb.world.titles["tv", 5202].seasons[1]
    outcomes = [actions.complete_next_season() for _ in range(3)]
    assert sum(outcome.done for outcome in outcomes) == 1
    assert outcomes[-1].idle
