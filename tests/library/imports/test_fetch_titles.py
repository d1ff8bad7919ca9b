"""Titles that the catalogue does not know yet are fetched by their ids, while the rest can be applied."""

from collections.abc import Callable

import pytest
from django.db import connection

from matinee.catalog.models import Title
from matinee.core.settings import Settings
from matinee.library.actions import importing
from matinee.library.models import ImportRun, Opinion
from tests.accounts.cast import Browser, said, seated
from tests.accounts.conftest import Later
from tests.catalog.conftest import live_tmdb, tmdb  # noqa: F401 - fixtures
from tests.catalog.lines import hang_up
from tests.library.imports.bringing import apply, bring, counts, entry, library, rows
from tests.library.shelf import Shelf
from tests.tmdb_replay import TmdbReplay, failures

pytestmark = pytest.mark.django_db

FILM = 653  # Nosferatu
OTHER = 16624  # Roundhay Garden Scene
NONE = 999999


def unknown(tmdb_id: int, **said_of_it: object) -> dict[str, object]:
    return {"title": {"kind": "movie", "name": "Elsewhere", "ids": {"tmdb": tmdb_id}}} | said_of_it


def test_what_only_tmdb_knows_is_fetched_and_applied_after_the_rest(
    alice: Browser,
    shelf: Shelf,
    tmdb: TmdbReplay,  # noqa: F811
) -> None:
    text = library(
        entry(shelf.films[0], rating=7), unknown(FILM, rating=9), unknown(FILM, loved=True), unknown(999999, rating=1)
    )
    address = bring(alice, "mine.json", text)
    assert counts(said(alice.get(address))) == {"matched": 1, "awaited": 3}
    assert counts(apply(alice, address)) == {"applied": 1, "awaited": 3}
    assert said(alice.get(address))["lacksTmdb"] is False

    assert importing.fetch_awaited().done == 1
    importing.work_on_imports()

    told = said(alice.get(address))
    assert (told["state"], counts(told), told["lacksTmdb"]) == ("done", {"applied": 3, "missing": 1}, False)
    opinion = Opinion.objects.get(title=Title.objects.get(tmdb_id=FILM))
    assert (opinion.rating, opinion.loved_at is not None) == (18, True)
    assert importing.fetch_awaited().idle


def test_an_id_of_imdb_is_enough(alice: Browser, shelf: Shelf, tmdb: TmdbReplay) -> None:  # noqa: F811
    text = "Const,Your Rating,Date Rated,Title,URL,Title Type,Year\ntt0013442,9,2021-01-02,Somewhere,u,Movie,1922\n"
    address = bring(alice, "ratings.csv", text)
    assert counts(said(alice.get(address))) == {"awaited": 1}

    importing.fetch_awaited()

    assert counts(said(alice.get(address))) == {"matched": 1}
    assert not Opinion.objects.exists()


def test_without_anybody_to_ask_it_is_not_found(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "mine.json", library(unknown(FILM, rating=9)))
    told = said(alice.get(address))
    assert (counts(told), told["lacksTmdb"]) == ({"missing": 1}, True)
    assert importing.fetch_awaited().idle
    assert ImportRun.objects.get().state == "done"  # nothing in it is left to be applied


def test_where_all_is_found_nobody_needs_tmdb(alice: Browser, shelf: Shelf) -> None:
    assert said(alice.get(bring(alice, "mine.json", library(entry(shelf.films[0], rating=7)))))["lacksTmdb"] is False


# --- what people do while a title is being fetched ---


def meanwhile(replay: TmdbReplay, tmdb_id: int, act: Callable[[], None]) -> None:
    """Do that while the title is being asked for, once."""

    def answer(reply: failures.Reply) -> failures.Reply:
        act()
        connection.close()  # this is a thread of the stand-in's
        return reply

    replay.fail(answer, f"/movie/{tmdb_id}", times=1)


@pytest.mark.django_db(transaction=True)
def test_what_was_fetched_while_the_import_was_applied_is_applied_too(
    alice: Browser,
    shelf: Shelf,
    live_tmdb: TmdbReplay,  # noqa: F811
) -> None:
    text = library(entry(shelf.films[0], rating=7), unknown(NONE, rating=1), unknown(OTHER, rating=9))
    address = bring(alice, "mine.json", text)

    def apply_it() -> None:
        apply(alice, address)

    meanwhile(live_tmdb, NONE, apply_it)

    importing.fetch_awaited()
    importing.work_on_imports()
    importing.fetch_awaited()
    importing.work_on_imports()

    told = said(alice.get(address))
    assert (told["state"], counts(told)) == ("done", {"applied": 2, "missing": 1})


@pytest.mark.django_db(transaction=True)
def test_what_somebody_stops_while_titles_are_fetched_stays_stopped(
    alice: Browser,
    shelf: Shelf,
    live_tmdb: TmdbReplay,  # noqa: F811
) -> None:
    text = library(entry(shelf.films[0], rating=7), unknown(FILM, rating=8), unknown(OTHER, rating=9))
    address = bring(alice, "mine.json", text)
    apply(alice, address)

    def begin_and_stop() -> None:
        alice.post(f"{address}/apply")
        alice.post(f"{address}/stop")

    meanwhile(live_tmdb, OTHER, begin_and_stop)
    importing.fetch_awaited()
    importing.work_on_imports()

    told = said(alice.get(address))
    assert (told["state"], counts(told)) == ("cancelled", {"applied": 1, "matched": 1, "awaited": 1})


@pytest.mark.django_db(transaction=True)
def test_an_import_may_be_removed_while_its_titles_are_fetched(
    alice: Browser,
    shelf: Shelf,
    live_tmdb: TmdbReplay,  # noqa: F811
) -> None:
    text = library(entry(shelf.films[0], rating=7), unknown(FILM, rating=8), unknown(OTHER, rating=9))
    address = bring(alice, "mine.json", text)
    apply(alice, address)

    def remove() -> None:
        alice.send("DELETE", address)

    meanwhile(live_tmdb, OTHER, remove)

    assert importing.fetch_awaited().errors == 0
    assert not ImportRun.objects.exists()


# --- a provider that is slow, or fails at one title ---


@pytest.mark.parametrize("by", ["tmdb", "imdb"])
@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_it_so_it_may_take_the_time_of_the_background(
    alice: Browser,
    shelf: Shelf,
    live_tmdb: TmdbReplay,  # noqa: F811
    settings_now: Settings,
    by: str,
) -> None:
    settings_now.http_visitor_timeout, settings_now.http_timeout = 0.2, 20
    ids = {"tmdb": FILM} if by == "tmdb" else {"imdb": "tt0013442"}
    about = {"kind": "movie", "name": "Elsewhere", "ids": ids}
    address = bring(alice, "mine.json", library({"title": about, "rating": 9}))
    live_tmdb.fail(failures.slow(0.6))

    assert importing.fetch_awaited().note == ""
    assert counts(said(alice.get(address))) == {"matched": 1}


def call(title_id: int) -> str:
    return f"/movie/{title_id}"


@pytest.mark.django_db(transaction=True)
def test_a_title_that_the_provider_fails_at_costs_nobody_else_theirs(
    alice: Browser,
    shelf: Shelf,
    live_tmdb: TmdbReplay,  # noqa: F811
) -> None:
    live_tmdb.fail(failures.status(500), call(NONE))
    text = library(entry(shelf.films[0], rating=7), unknown(NONE, rating=1), unknown(OTHER, rating=9))
    address = bring(alice, "mine.json", text)
    bob = seated("bob")
    theirs = bring(bob, "theirs.json", library(unknown(NONE, rating=1), unknown(FILM, rating=9)))

    assert importing.fetch_awaited().errors == 1  # it is asked for once, whoever wants it

    assert counts(said(alice.get(address))) == {"matched": 2, "awaited": 1}
    assert counts(said(bob.get(theirs))) == {"matched": 1, "awaited": 1}


@pytest.mark.parametrize(
    "failure", [failures.status(500), failures.reset(), failures.of([])], ids=["500", "cut", "odd"]
)
@pytest.mark.django_db(transaction=True)
def test_what_failed_is_asked_for_after_a_pause_that_grows_and_after_all_else(
    alice: Browser,
    shelf: Shelf,
    live_tmdb: TmdbReplay,  # noqa: F811
    later: Later,
    failure: failures.Failure,
) -> None:
    live_tmdb.fail(failure, call(NONE))
    address = bring(alice, "mine.json", library(unknown(NONE, rating=1)))
    importing.fetch_awaited()
    asked = len(live_tmdb.asked(call(NONE)))
    for _ in range(10):  # a pass each 5 s
        later(seconds=5)
        assert importing.fetch_awaited().idle
    assert len(live_tmdb.asked(call(NONE))) == asked

    bring(seated("bob"), "theirs.json", library(unknown(FILM, rating=9)))
    later(seconds=15)
    live_tmdb.forget()
    importing.fetch_awaited()

    assert list(dict.fromkeys(live_tmdb.paths())) == [call(FILM), call(NONE)]
    later(seconds=65)
    assert importing.fetch_awaited().idle  # twice as long as before
    live_tmdb.heal()
    later(seconds=60)
    importing.fetch_awaited()
    assert counts(said(alice.get(address))) == {"missing": 1}


@pytest.mark.django_db(transaction=True)
def test_a_title_that_the_provider_fails_at_for_hours_is_given_up_and_can_be_chosen(
    alice: Browser,
    shelf: Shelf,
    live_tmdb: TmdbReplay,  # noqa: F811
    later: Later,
) -> None:
    live_tmdb.fail(failures.status(500), call(NONE))
    address = bring(alice, "mine.json", library(unknown(NONE, rating=1), unknown(NONE, loved=True)))
    for _ in range(11):
        importing.fetch_awaited()
        later(minutes=61)
        hang_up()  # the breaker's own pause is over, too
    assert counts(said(alice.get(address))) == {"awaited": 2}

    importing.fetch_awaited()

    row, _ = rows(alice, address, "missing")
    assert row["sentence"] == "TMDB failed at this title each time it was asked. Choose one, or leave it out"
    alice.send("PATCH", f"{address}/rows/{row['id']}", {"titleId": shelf.films[0]})
    assert counts(said(alice.get(address))) == {"matched": 2}


@pytest.mark.django_db(transaction=True)
def test_nothing_is_given_up_while_the_provider_is_silent(
    alice: Browser,
    shelf: Shelf,
    live_tmdb: TmdbReplay,  # noqa: F811
    later: Later,
) -> None:
    address = bring(alice, "mine.json", library(unknown(FILM, rating=9)))
    live_tmdb.unplug()
    for _ in range(20):
        importing.fetch_awaited()
        later(minutes=61)
        hang_up()
    assert counts(said(alice.get(address))) == {"awaited": 1}

    live_tmdb.plug_in()
    importing.fetch_awaited()

    assert counts(said(alice.get(address))) == {"matched": 1}


@pytest.mark.django_db(transaction=True)
def test_titles_that_were_not_asked_for_are_not_held_back(
    alice: Browser,
    shelf: Shelf,
    live_tmdb: TmdbReplay,  # noqa: F811
    settings_now: Settings,
) -> None:
    settings_now.breaker_failures = 1
    hang_up()
    address = bring(alice, "mine.json", library(unknown(NONE, rating=1), unknown(FILM, rating=9)))
    live_tmdb.fail(failures.status(500), call(NONE))
    importing.fetch_awaited()
    assert live_tmdb.asked(call(FILM)) == []  # the breaker is open
    hang_up()

    importing.fetch_awaited()

    assert counts(said(alice.get(address))) == {"matched": 1, "awaited": 1}
