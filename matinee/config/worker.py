"""The worker role: event delivery, sweeps and jobs in one process."""

import signal
import sys
import threading
import time
from collections.abc import Callable

import structlog

from matinee.core import delivery, following, jobs, sweeps

log = structlog.get_logger(__name__)

JOB_THREADS = 2
_STOP_SECONDS = 3.0
_LONGEST_NAP = 0.5  # seconds between two looks into an embedded queue


def run() -> None:
    """Work until SIGTERM or SIGINT, then stop within about three seconds. Exits with 1 when a part of it dies."""
    stop = threading.Event()
    consumer = jobs.queue().create_consumer(
        workers=JOB_THREADS, periodic=False, max_delay=_LONGEST_NAP, shutdown_timeout=_STOP_SECONDS
    )
    consumer.start()
    for number in (signal.SIGTERM, signal.SIGINT):  # after the consumer, which has set its own
        signal.signal(number, lambda *_: stop.set())
    parts = [
        _start("follower", following.follow, stop),
        _start("delivery", delivery.run, stop),
        _start("sweeps", sweeps.run, stop),
    ]
    log.info("worker started", sweeps=len(sweeps.sweeps))
    while not stop.wait(1.0):
        if dead := [part.name for part in parts if not part.is_alive()]:
            log.error("part of the worker died", parts=dead)
            sys.exit(1)  # the supervisor starts a whole one
    deadline = time.monotonic() + _STOP_SECONDS
    consumer.stop(graceful=True)
    for part in parts:
        part.join(max(0.0, deadline - time.monotonic()))


def _start(name: str, work: Callable[[threading.Event], None], stop: threading.Event) -> threading.Thread:
    thread = threading.Thread(target=work, args=(stop,), name=name, daemon=True)
    thread.start()
    return thread
