"""A catalogue to ask: with the starter titles, with TMDB's stand-in connected, or both."""

import threading
from collections.abc import Callable, Iterator

import pytest
from django.db import transaction
from pydantic import SecretStr
from pytest_django import DjangoDbBlocker
from pytest_django import Settings as DjangoSettings

from matinee.catalog import actions
from matinee.catalog.actions.naming import seed_genres
from matinee.core.settings import Settings
from tests.catalog.lines import hang_up
from tests.catalog.visits import do_rung_work
from tests.tmdb_replay import V3_KEY, TmdbReplay


@pytest.fixture(autouse=True)
def _visiting(settings: DjangoSettings) -> None:
    """Tests say who visits (`visits.seen_by`)."""
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.catalog.visits.Visiting"]


@pytest.fixture
def tmdb(settings_now: Settings) -> Iterator[TmdbReplay]:
    """TMDB's stand-in, connected. Tests that have it fail need a database of real transactions: `live_tmdb`."""
    with TmdbReplay() as replay:
        settings_now.tmdb_url = replay.url
        settings_now.tmdb_image_url = replay.image_url
        settings_now.tmdb_key = SecretStr(V3_KEY)
        settings_now.tmdb_rate = 1000
        settings_now.http_visitor_timeout = 10  # a busy machine is no slow service
        settings_now.private_hosts = [replay.host]
        hang_up()
        yield replay
    hang_up()


@pytest.fixture
def live_tmdb(transactional_db: None, tmdb: TmdbReplay) -> Iterator[TmdbReplay]:
    """The same, where a service's state is written by a thread of its own, which wants the database to itself."""
    do_rung_work()  # what earlier tests rang for
    yield tmdb
    for thread in threading.enumerate():
        if thread.name.startswith("status of "):
            thread.join()


@pytest.fixture
def genres() -> None:
    """The genres that ship with the program, as the first start stores them."""
    seed_genres()


@pytest.fixture
def hurry(settings_now: Settings) -> Callable[[], None]:
    """Call it, and visitors and workers have little patience from then on: a slow service costs a test no time."""

    def set_patience() -> None:
        settings_now.http_visitor_timeout = settings_now.http_timeout = 0.25

    return set_patience


@pytest.fixture(scope="module")
def starter_stored(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The whole starter catalogue, stored once for all tests of a module; each test's own changes are undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        actions.seed_starter()
        yield
        transaction.set_rollback(True)
