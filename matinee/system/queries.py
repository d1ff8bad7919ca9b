"""How this installation and what it is connected to fare."""

import os
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Literal

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from matinee.core.connections import Connection, connections
from matinee.core.http import ServiceState, states
from matinee.core.models import Event, EventCursor, ParkedEvent
from matinee.core.settings import current

State = Literal["off", "ok", "refused", "down"]


@dataclass(frozen=True, slots=True)
class ConnectionReport:
    """`message` is empty when nothing is wrong; `since` when its state changed last, None when it is off."""

    name: str
    title: str
    state: State
    message: str
    breaker: str
    since: datetime | None
    attribution: str


def connection_reports() -> list[ConnectionReport]:
    """Every service that can be connected, by title."""
    in_use = {known.name for known in connections() if known.is_set_up()}  # first: to look may make its service known
    seen = {state.name: state for state in states() if state.name in in_use}
    return [_report(known, seen.get(known.name)) for known in connections()]


def _report(known: Connection, seen: ServiceState | None) -> ConnectionReport:
    if seen is None:
        return ConnectionReport(
            known.name, known.title, "off", known.how_to_set_up(), "closed", None, known.attribution
        )
    if seen.state != "closed":
        state: State = "down"
    else:
        state = "refused" if seen.problem else "ok"
    return ConnectionReport(known.name, known.title, state, seen.problem, seen.state, seen.since, known.attribution)


def troubles() -> list[str]:
    """What keeps this process from doing its work, a sentence each; empty when it is ready."""
    return [*_database_troubles(), *_folder_troubles()]


def unapplied_migrations() -> list[str]:
    """Names of the migrations that the database lacks. Raises DatabaseError when it cannot be asked."""
    applied = MigrationRecorder(connection).applied_migrations()
    return [f"{app}.{name}" for app, name in _all_migrations() if (app, name) not in applied]


@cache
def _all_migrations() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(MigrationLoader(None).disk_migrations))


def _database_troubles() -> list[str]:
    try:
        missing = unapplied_migrations()
    except DatabaseError as error:
        return [f"The database cannot be asked: {error}"]
    return [f"The database lacks {len(missing)} migrations; run `matinee migrate`"] if missing else []


def _folder_troubles() -> list[str]:
    folder = current().data_dir
    return [] if os.access(folder, os.W_OK) else [f"The data directory {folder} cannot be written"]


def stored_events(*, from_id: int, limit: int) -> list[Event]:
    """The newest events, or those from an id on; oldest first."""
    if from_id:
        return list(Event.objects.filter(id__gte=from_id).order_by("id")[:limit])
    return list(Event.objects.order_by("-id")[:limit])[::-1]


def cursors() -> list[EventCursor]:
    """How far each subscriber is, by name."""
    return list(EventCursor.objects.order_by("subscriber"))


def parked_events() -> list[ParkedEvent]:
    """What subscribers failed to take, oldest first, with the events."""
    return list(ParkedEvent.objects.select_related("event").order_by("id"))
