"""Bringing the database up to date, safely when several processes start at once."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import Error, connection

from matinee.core.errors import MatineeError
from matinee.core.locks import lock
from matinee.core.logs import redact
from matinee.core.settings import current

_LOCK = 0x6D617469  # PostgreSQL's advisory lock for migrations: any number that nothing else uses


class MigrationError(MatineeError):
    """The database could not be brought up to date."""

    title = "The database cannot be prepared"


def migrate() -> None:
    """Apply the migrations that are missing, and bring the genres. Raises MigrationError with a sentence."""
    try:
        with _alone():
            call_command("migrate", verbosity=0, interactive=False)
            _bring_genres()
    except Error as error:
        reason = redact(str(error)).strip()
        raise MigrationError(f"{reason}\nSee that it runs and has room; `matinee check` tells more.") from error


def _bring_genres() -> None:
    """With or without the starter catalogue: the first titles that a provider lists must find their genres."""
    from matinee.catalog.models import Genre  # noqa: PLC0415 - Django has loaded the models by now

    if not Genre.objects.exists():
        from matinee.catalog.actions import seed_genres  # noqa: PLC0415 - half a second, at the first start alone

        seed_genres()


@contextmanager
def _alone() -> Iterator[None]:
    """One migrator at a time: on this machine by file, on many by the database itself."""
    with lock(current().data_dir, "migrate"):
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
