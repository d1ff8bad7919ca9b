"""Programs that the tests run as processes of their own: `python -m tests.core.programs NAME ARGUMENTS…`."""

import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

import django
import structlog
from django.db import connection, transaction

django.setup()

from matinee.core import delivery, events, keyring, limits, models, secrets, sweeps  # noqa: E402
from matinee.core.correlation import correlated  # noqa: E402
from matinee.core.deeds import deed  # noqa: E402
from matinee.core.errors import ServiceDown  # noqa: E402
from matinee.core.http import Service  # noqa: E402
from matinee.core.logs import configure  # noqa: E402
from matinee.core.mail import delivery as mail  # noqa: E402
from matinee.core.settings import current  # noqa: E402
from tests.core.happenings import ReelShown  # noqa: E402

if TYPE_CHECKING:
    from _typeshed import TraceFunction


def say(word: str) -> None:
    """Tell the test how far we are."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def hang() -> None:
    """Do nothing until killed."""
    while True:
        time.sleep(60)


def append(first: str, count: str) -> None:
    """Append events `first`, `first + 1`, … one deed each; every seventh deed fails."""
    sys.stdin.readline()  # all writers start together
    for number in range(int(first), int(first) + int(count)):
        with deed():
            events.append(ReelShown(number))
            if number % 7 == 0:
                transaction.set_rollback(True)


def deliver_and_hang(at: str, outside: str = "") -> None:
    """Keep every event's number as a row; hang in the middle of event `at`, after its row was written."""

    @events.subscribe("keeper", ReelShown, outside=bool(outside))
    def keep(event: ReelShown) -> None:
        keep_number(event)
        if event.number == int(at):
            say("hanging")
            hang()

    delivery.Deliverer().deliver_once()


def keep_number(event: ReelShown) -> None:
    """One row per time an event was heard."""
    models.Setting.objects.create(name=f"{event.number}.{models.Setting.objects.count()}", value=event.number)


def sweep_and_hang() -> None:
    """Lead, and hang in a pass. No other sweep is known: the features' own may be due before."""
    sweeps.sweeps.clear()

    @sweeps.sweep(name="dusting", pause=60, lease=5)
    def dust() -> sweeps.SweepOutcome:
        say("hanging")
        hang()
        return sweeps.SweepOutcome()

    sweeps.Sweeper().run_due()


def log_a_call(url: str) -> None:
    """Log as the program does, around a call that carries secrets and fails."""
    configure(current())
    keys = {"authorization": "Bearer sesame1"}
    service = Service("archive", "The archive", url, params={"api_key": "sesame"}, headers=keys)
    with correlated("visit-12345678"):
        service.refused("The archive refused the key api_key=sesame")
        try:
            service.get_json("/broken", retries=0)
        except ServiceDown as error:
            address = f"{url}/a?api_key=sesame&page=1"
            headers = {"Authorization": "Bearer sesame2", "Accept": "text/html"}
            structlog.get_logger("tests").error("it failed", exc_info=error, headers=headers, address=address)
            logging.getLogger("library").warning("GET %s", address)


def use_and_fail(times: str) -> None:
    """Use one limit so often, and tell how often it was allowed; then fail as often."""
    sys.stdin.readline()  # all start together
    limit = limits.Limit(100, 1_000_000)
    say(str(sum(limits.allow("door", limit) == 0 for _ in range(int(times)))))
    for _ in range(int(times)):
        limits.failed("alice")


def deliver_message(message: str) -> None:
    """Send one message, as a worker does."""
    mail.deliver(int(message))


def rotate_and_die() -> None:
    """Rotate the secrets in a child that is killed two lines later each time, until one survives."""
    lines = 0
    while not _rotates_within(lines):
        lines += 2
        if trouble := secrets.check().troubles:
            raise SystemExit(f"killed at line {lines}: {trouble[0]}")
        os.utime(current().data_dir / keyring.FILE, (0, 0))  # the next one drops what is out of use
    say(str(lines))


def _rotates_within(lines: int) -> bool:
    """Whether a rotation in a process of its own ends before it has run so many lines; else it is killed there."""
    connection.close()
    if child := os.fork():
        return os.waitpid(child, 0)[1] == 0
    left = iter(range(lines))

    def count(frame: FrameType, happening: str, _argument: object) -> "TraceFunction | None":
        if frame.f_code.co_filename not in {secrets.__file__, keyring.__file__}:
            return None
        if happening == "line" and next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return count

    sys.settrace(count)
    secrets.rotate()
    os._exit(0)


if __name__ == "__main__":
    programs: dict[str, Callable[..., None]] = {
        "append": append,
        "deliver-and-hang": deliver_and_hang,
        "sweep-and-hang": sweep_and_hang,
        "log-a-call": log_a_call,
        "use-and-fail": use_and_fail,
        "deliver-message": deliver_message,
        "rotate-and-die": rotate_and_die,
    }
    programs[sys.argv[1]](*sys.argv[2:])
