"""Loading Django for a command, and only then: `serve` and `web` have no need of it in their own process."""

import os
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from matinee.config import datadir
from matinee.core.errors import MatineeError
from matinee.core.settings import Settings, current

P = ParamSpec("P")


class DatabaseTrouble(MatineeError):
    """A command could not do its work for the database's sake."""

    title = "The database cannot be asked"


def load_django(*, wired: bool = True) -> None:
    """Settings, logs, apps; once. `wired`: with what features announce: subscribers, jobs and sweeps."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "matinee.config.settings")
    import django  # noqa: PLC0415
    from django.apps import apps  # noqa: PLC0415

    from matinee.config.apps import MatineeConfig  # noqa: PLC0415
    from matinee.core.logs import configure  # noqa: PLC0415

    if not apps.ready:
        configure(current())
        MatineeConfig.introduces = wired
        django.setup(set_prefix=False)


def with_django(command: Callable[P, None]) -> Callable[P, None]:
    """Find the installation and load Django before the command runs; tell trouble with the database in a sentence."""
    return _with_django(command, find=_found)


def with_django_from_nothing(command: Callable[P, None]) -> Callable[P, None]:
    """The same for a command that makes what is missing."""
    return _with_django(command, find=_made)


def with_django_unwired(command: Callable[P, None]) -> Callable[P, None]:
    """The same, if it rings for no job and starts no sweep: to load them all is half of its start."""
    return _with_django(command, find=_made, wired=False)


def _found(settings: Settings) -> None:
    """Make nothing: who forgot MATINEE_DATA_DIR, or only asks, is left no folder."""
    folder = settings.data_dir
    if folder.exists():
        datadir.prepare(folder)
    elif not settings.database_url:
        raise datadir.DataDirError(datadir.missing(folder))


def _made(settings: Settings) -> None:
    datadir.prepare(settings.data_dir)


def _with_django(
    command: Callable[P, None], *, find: Callable[[Settings], None], wired: bool = True
) -> Callable[P, None]:
    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        find(current())
        load_django(wired=wired)
        from django.db import DatabaseError  # noqa: PLC0415

        from matinee.core.access import Origin, coming_from  # noqa: PLC0415
        from matinee.core.logs import redact  # noqa: PLC0415

        try:
            with coming_from(Origin(device=f"matinee {command.__name__}")):  # for the audit log
                command(*args, **kwargs)
        except DatabaseError as error:
            raise DatabaseTrouble(f"{redact(str(error)).strip()}\nRun `matinee check`: it tells what to do.") from error

    return wrapped
