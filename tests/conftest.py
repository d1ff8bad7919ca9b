"""Fixtures for every test."""

import shutil
import threading
from collections.abc import Iterator

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker
from pytest_django.plugin import blocking_manager_key

from matinee.accounts import policies
from matinee.accounts.flows.passwords import Argon2id
from matinee.core import connections, limits, logs, remembering
from matinee.core.models import ServiceStatus
from matinee.core.settings import Settings, current
from tests import databases
from tests.archive import Archive
from tests.config.furnished import Furnish, furnishing, once
from tests.loopback import LoopbackServer

Argon2id.time_cost, Argon2id.memory_cost = 1, 64  # in this process; what a program pays is looked at in a program
logs.configure(current())  # as the program does; also, tracebacks as plain text take a fraction of the time


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Whether the test database is there before Django makes it, and is left to us: SQLite's."""
    return not databases.on_postgresql()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    django_db_keepdb: bool,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Lay down SQLite's test database. To make the tables takes longer than a hundred tests; to copy them, nothing."""
    if django_db_keepdb:
        with django_db_blocker.unblock():
            tables = once(tmp_path_factory, "tables.sqlite3", databases.make_tables)
        shutil.copyfile(tables, databases.use_file())


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Let the tables be emptied quickly between tests, which the audit log's guard is there to prevent."""
    with django_db_blocker.unblock():
        databases.empty_only_what_is_filled()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """How a service fares is written by a thread: on SQLite when the transaction of the test is undone, or later."""
    yield
    late = [thread for thread in threading.enumerate() if thread.name.startswith("status of ")]
    for thread in late:
        thread.join()
    if late:
        with item.config.stash[blocking_manager_key].unblock():
            ServiceStatus.objects.all().delete()
            connection.close()


@pytest.fixture
def settings_now() -> Iterator[Settings]:
    """Matinee's settings, to be changed by assignment; the test's end undoes it."""
    settings = current()
    before = settings.model_copy(deep=True)
    yield settings
    for name in Settings.model_fields:
        setattr(settings, name, getattr(before, name))


@pytest.fixture
def server(settings_now: Settings) -> Iterator[LoopbackServer]:
    """A server on loopback that outgoing calls may reach."""
    with LoopbackServer() as running:
        settings_now.private_hosts = [*settings_now.private_hosts, running.host]
        yield running


@pytest.fixture
def archive(monkeypatch: pytest.MonkeyPatch) -> Archive:
    """The one connection of this installation, for one test."""
    monkeypatch.setattr(connections, "_known", {})
    found = Archive()
    connections.register(found)
    return found


@pytest.fixture(scope="session")
def furnish(tmp_path_factory: pytest.TempPathFactory) -> Furnish:
    """`furnish("live")`: a data directory for a program that need not migrate first, without the starter catalogue."""
    return furnishing(tmp_path_factory, starter=False)


@pytest.fixture(autouse=True)
def uncounted() -> None:
    """What an earlier test did often, or wrong, limits no other."""
    limits.guard_of_this_process.cache_clear()
    (current().data_dir / "limits.sqlite3").unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def remembering_anew() -> None:
    """What is remembered of the database is of the test before."""
    policies.forget()
    remembering.forget_all()
