"""Titles that only Trakt knows are fetched into the catalogue first, so many in one sync."""

from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from matinee.catalog.models import Title
from matinee.core.settings import Settings
from matinee.library.actions.trakt import finding
from matinee.library.models import Viewing
from tests.catalog.lines import hang_up
from tests.library.trakt.conftest import Side
from tests.tmdb_replay import V3_KEY, TmdbReplay, failures
from tests.trakt_stand_in import Known

pytestmark = pytest.mark.django_db(transaction=True)

METROPOLIS = Known(50, "movie", "Metropolis", "tt0017136", 19)
NOSFERATU = Known(51, "movie", "Nosferatu", "tt0013442", 653)
LONG_AGO = "2015-03-01T20:00:00.000Z"


@pytest.fixture
def tmdb(both: Side, settings_now: Settings) -> Iterator[TmdbReplay]:
    """TMDB's stand-in, connected."""
    with TmdbReplay() as replay:
        settings_now.tmdb_url = replay.url
        settings_now.tmdb_key = SecretStr(V3_KEY)
        settings_now.tmdb_rate = 1000
        settings_now.http_visitor_timeout = 10
        settings_now.private_hosts = [*settings_now.private_hosts, replay.host]
        hang_up()
        both.account.knows(METROPOLIS, NOSFERATU)
        yield replay
    hang_up()


def watched() -> set[int | None]:
    return set(Viewing.objects.values_list("title__tmdb_id", flat=True))


def test_a_title_that_only_trakt_knows_is_fetched_first(both: Side, tmdb: TmdbReplay) -> None:
    both.account.plays_film(METROPOLIS, LONG_AGO)

    link = both.sync()

    assert (link.error, link.report["waiting"], link.report["unknown_here"]) == ("", 0, [])
    assert watched() == {19}


def test_what_is_too_much_for_one_sync_comes_with_the_next(
    both: Side, tmdb: TmdbReplay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "MOST_FETCHED", 1)
    both.account.plays_film(METROPOLIS, LONG_AGO)
    both.account.plays_film(NOSFERATU, LONG_AGO)

    assert both.sync().report["waiting"] == 1
    assert len(watched()) == 1
    assert both.sync().report["waiting"] == 0
    assert watched() == {19, 653}


def test_while_the_provider_is_away_titles_wait_and_the_rest_is_taken_over(both: Side, tmdb: TmdbReplay) -> None:
    tmdb.fail(failures.status(500))
    both.account.plays_film(METROPOLIS, LONG_AGO)
    both.account.plays_film(both.films[0], LONG_AGO)

    assert both.sync().report["waiting"] == 1
    assert Viewing.objects.count() == 1

    tmdb.heal()
    hang_up()
    both.sync()
    assert Viewing.objects.count() == 2
    assert Title.objects.filter(tmdb_id=19).count() == 1


def test_nobody_waits_for_a_sync_so_a_slow_provider_is_given_the_time_of_the_background(
    both: Side, tmdb: TmdbReplay, settings_now: Settings
) -> None:
    settings_now.http_visitor_timeout, settings_now.http_timeout = 0.2, 20
    tmdb.fail(failures.slow(0.6))
    both.account.plays_film(METROPOLIS, LONG_AGO)

    assert both.sync().report["waiting"] == 0
    assert watched() == {19}
