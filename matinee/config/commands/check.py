"""`matinee check`: every problem of the set-up, with its cure."""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import click

from matinee.config import datadir, web
from matinee.config.commands.loading import load_django
from matinee.core.errors import MatineeError, ServiceError, ServiceRefused
from matinee.core.settings import Settings, SettingsError, load

_EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)  # no clock that is right shows less
_MOST_SKEW = 60.0  # seconds

Check = Callable[[Settings], Iterator[str]]


@click.command()
def check() -> None:
    """Try the whole set-up; tell every problem and what to do about it. Exits with 1 when there is one."""
    try:
        settings = load()
    except SettingsError as error:
        _tell("settings", error.detail.splitlines())
        sys.exit(1)
    _tell("settings", [])
    problems = [_tell(name, list(find(settings))) for name, find in _CHECKS.items()]
    sys.exit(1 if any(problems) else 0)


def _tell(name: str, problems: list[str]) -> int:
    """Print the outcome of one check; answers the number of problems."""
    click.secho(f"{'✗' if problems else '✓'} {name}", fg="red" if problems else "green")
    for problem in problems:
        click.echo(f"    {problem}")
    return len(problems)


def _data_dir(settings: Settings) -> Iterator[str]:
    if not settings.data_dir.exists():
        yield datadir.missing(settings.data_dir)
        return
    try:
        datadir.prepare(settings.data_dir)
    except datadir.DataDirError as error:
        yield error.detail


def _address(settings: Settings) -> Iterator[str]:
    if datadir.is_served(settings.data_dir):
        return  # by ourselves
    try:
        web.try_to_listen(settings.host, settings.port)
    except web.AddressError as error:
        yield error.detail


def _database(settings: Settings) -> Iterator[str]:
    from django.db import Error, connection  # noqa: PLC0415 - after Django is loaded

    from matinee.system.queries import unapplied_migrations  # noqa: PLC0415

    try:
        missing = unapplied_migrations()
        skew = _database_skew() if connection.vendor == "postgresql" else 0.0
    except Error as error:
        where = "MATINEE_DATABASE_URL" if settings.database_url else "the data directory"
        yield f"The database cannot be asked: {str(error).strip()}. See that it runs, and that {where} is right."
        return
    if missing:
        yield f"The database lacks {len(missing)} migrations. Run `matinee migrate`, or `matinee serve`, which does."
    if skew > _MOST_SKEW:
        yield f"This machine's clock and the database's are {skew:.0f} s apart. Set both by NTP."


def _database_skew() -> float:
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp())")
        return abs(float(cursor.fetchone()[0]) - time.time())


def _queue(settings: Settings) -> Iterator[str]:
    if not settings.redis_url and not settings.data_dir.exists():
        yield "It is in the data directory. Mend that first."
        return
    from redis.exceptions import RedisError  # noqa: PLC0415

    from matinee.core import jobs  # noqa: PLC0415

    try:
        jobs.queue().pending_count()
    except RedisError as error:
        yield f"Redis cannot be asked: {error}. See that it runs, and that MATINEE_REDIS_URL is right."
    except OSError as error:
        yield f"The job queue cannot be opened: {error}."


def _services(_settings: Settings) -> Iterator[str]:
    from django.db import DatabaseError  # noqa: PLC0415

    from matinee.core.connections import connections  # noqa: PLC0415

    try:
        in_use = [connection for connection in connections() if connection.is_set_up()]
    except DatabaseError:
        yield "Which ones are connected is in the database. Mend that first."
        return
    for connection in in_use:
        try:
            connection.test()
        except ServiceRefused as error:
            yield f"{error.detail}. {connection.how_to_set_up()}"
        except ServiceError as error:
            yield f"{error.detail}. See that this machine reaches it; until then Matinee goes on with what is stored."


def _client(_settings: Settings) -> Iterator[str]:
    from matinee.config.hall.client import Client  # noqa: PLC0415

    if not Client().built:
        yield "The web client is not built. Run `make web` in the repository, or install the wheel, which has it."


def _clock(_settings: Settings) -> Iterator[str]:
    now = datetime.now(UTC)
    if now < _EARLIEST:
        yield f"The clock says {now:%Y-%m-%d}. Set it: certificates, lists and leases need the right time."


def _loaded(settings: Settings) -> Iterator[str]:
    try:
        load_django()
    except MatineeError as error:
        yield error.detail


_CHECKS: dict[str, Check] = {
    "data directory": _data_dir,
    "address": _address,
    "clock": _clock,
    "program": _loaded,
    "database": _database,
    "job queue": _queue,
    "outside services": _services,
    "web client": _client,
}
