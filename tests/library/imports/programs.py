"""A worker that dies in the middle: `python -m tests.library.imports.programs RUN WORDS TIMES`."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import django
from django.db import connection

django.setup()

from matinee.library.actions import importing  # noqa: E402


def work_and_die(run_id: str, words: str, times: str) -> None:
    """Work on an import; kill this process right after the so-manieth statement with these words."""
    left = iter(range(int(times) - 1))

    def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        answer = execute(sql, params, many, context)
        if words in sql and next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    with connection.execute_wrapper(watch):
        importing.work_on_import(int(run_id))


if __name__ == "__main__":
    work_and_die(*sys.argv[1:])
