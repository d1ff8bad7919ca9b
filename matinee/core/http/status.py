"""How the outside services fare, as every process may see it.

A process writes a row when a service's state changes, from a thread of its own: never inside the transaction of whoever
called, and never making a caller wait for the database, or fail with it.
"""

import threading
from dataclasses import dataclass
from datetime import datetime

import structlog
from django.db import connection

from matinee.core import models

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class ServiceState:
    """`state` is closed, open or half-open; `problem` is a sentence, empty when nothing is wrong."""

    name: str
    title: str
    state: str
    problem: str
    since: datetime


_known: dict[str, ServiceState] = {}
_writing = threading.Lock()


def register(state: ServiceState) -> None:
    """Begin to know a service. It is not written: until it is asked, another process may know better."""
    _known[state.name] = state


def publish(state: ServiceState) -> None:
    """Keep a change, here and in the database."""
    _known[state.name] = state
    threading.Thread(target=_write, args=(state.name,), name=f"status of {state.name}", daemon=True).start()


def states() -> list[ServiceState]:
    """Every service this process knows, by name; of what this and other processes saw, the latest."""
    rows = models.ServiceStatus.objects.in_bulk(list(_known))
    return [_later(own, rows.get(name)) for name, own in sorted(_known.items())]


def _later(own: ServiceState, row: models.ServiceStatus | None) -> ServiceState:
    if row is None or row.since <= own.since:
        return own
    return ServiceState(own.name, own.title, row.state, row.problem, row.since)


def _write(name: str) -> None:
    with _writing:  # the state is read under the lock, so the last writer writes the last state
        state = _known[name]
        try:
            models.ServiceStatus.objects.update_or_create(
                name=name, defaults={"state": state.state, "problem": state.problem, "since": state.since}
            )
        except Exception as error:  # noqa: BLE001 - the end of a thread; calls go on without the row
            log.warning("service status not written", service=name, error=str(error))
        finally:
            connection.close()
