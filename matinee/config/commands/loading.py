"""Loading Django for a command, and only then: `serve` and `web` have no need of it in their own process."""

import os
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from matinee.config import datadir
from matinee.core.settings import current

P = ParamSpec("P")


def load_django() -> None:
    """Settings, logs, apps."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "matinee.config.settings")
    import django  # noqa: PLC0415

    from matinee.core import logs  # noqa: PLC0415

    logs.configure(current())
    django.setup(set_prefix=False)


def with_django(command: Callable[P, None]) -> Callable[P, None]:
    """Try the data directory and load Django before the command runs."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        datadir.prepare(current().data_dir)
        load_django()
        command(*args, **kwargs)

    return wrapped
