"""Bring stored events to their subscribers: each by its own cursor, in order, at least once.

A subscriber is served by one worker at a time (a lease that expires, so a killed worker is replaced). Events that
wait are heard many in one transaction: behind an import of thousands, most of the time would go into beginning and
ending one for each. What fails is tried again with growing pauses; after `Subscriber.attempts` failures the event is
parked and the subscriber goes on.
"""

import random
import threading
import time
from datetime import timedelta

import structlog
from django.db import DatabaseError, close_old_connections, transaction
from django.db.models import QuerySet
from django.utils import timezone

from matinee.core import events, leases, metrics, models
from matinee.core.deeds import deed
from matinee.core.errors import BadInput, NotFound
from matinee.core.logs import redact

log = structlog.get_logger(__name__)

LEASE_SECONDS = 30.0
BATCH = 200
TOGETHER_SECONDS = 0.1  # on SQLite, everybody who writes waits for the transaction's end
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 300.0  # seconds
IDLE_WAIT, TROUBLE_WAIT = 0.2, 2.0  # seconds
CURSORS_WAIT = 1.0  # seconds between two looks for what is due again, or replayed, while no event comes


class _Overtaken(Exception):
    """The cursor is not where we left it: replayed, or served by another worker after our lease expired."""


class Deliverer:
    """Serves all subscribers from one thread. `stop` ends a pass between two events."""

    def __init__(self, *, clock: leases.Clock = timezone.now, stop: threading.Event | None = None) -> None:
        self._clock = clock
        self._stop = stop or threading.Event()
        self._nothing_at: dict[str, tuple[int, int]] = {}  # subscriber: (position, newest id) where nothing was due

    def deliver_once(self) -> int:
        """One pass over all subscribers, up to BATCH events each. Returns how many events were delivered or parked."""
        newest = events.newest_id()
        cursors = {cursor.subscriber: cursor for cursor in models.EventCursor.objects.all()}
        handled = 0
        for subscriber in events.subscribers.values():
            cursor = cursors.get(subscriber.name) or _first_cursor(subscriber, newest)
            if self._is_due(cursor, newest):
                handled += self._serve(subscriber, newest)
        return handled

    def _is_due(self, cursor: models.EventCursor, newest: int) -> bool:
        if cursor.position >= newest or self._nothing_at.get(cursor.subscriber) == (cursor.position, newest):
            return False
        return cursor.retry_at is None or cursor.retry_at <= self._clock()

    def _serve(self, subscriber: events.Subscriber, newest: int) -> int:
        if (claim := leases.take(f"delivery:{subscriber.name}", seconds=LEASE_SECONDS, clock=self._clock)) is None:
            return 0
        with claim.kept():
            cursor = models.EventCursor.objects.get(subscriber=subscriber.name)
            rows = list(_waiting(subscriber, cursor.position).filter(id__lte=newest)[:BATCH])
            if not rows:
                self._nothing_at[subscriber.name] = (cursor.position, newest)
            handled = 0
            while handled < len(rows) and not self._stop.is_set():
                if not (taken := self._take(subscriber, cursor, rows[handled:])):
                    break
                handled += taken
            return handled

    def _take(self, subscriber: events.Subscriber, cursor: models.EventCursor, rows: list[models.Event]) -> int:
        """Deliver the first of them, or park the very first. Returns how many: 0 when it must wait."""
        heard: list[models.Event] = []
        try:
            self._deliver(subscriber, cursor, rows, heard)
        except _Overtaken:
            log.warning("event cursor overtaken", subscriber=subscriber.name, event_id=rows[0].id)
            return 0
        except Exception as error:  # noqa: BLE001 - a subscriber's failure must not stop the others
            if heard:  # all of them have been rolled back; without those that fail, they count
                return self._take(subscriber, cursor, rows[: len(heard)])
            if (failed := min(len(rows), subscriber.at_once)) > 1:  # which of them it is, shows when they are fewer
                return self._take(subscriber, cursor, rows[: failed // 2])
            return int(self._failed(subscriber, cursor, rows[0], error))
        metrics.EVENTS_HANDLED.labels(subscriber.name, "delivered").inc(len(heard))
        cursor.position, cursor.failures = heard[-1].id, 0
        return len(heard)

    def _deliver(
        self,
        subscriber: events.Subscriber,
        cursor: models.EventCursor,
        rows: list[models.Event],
        heard: list[models.Event],
    ) -> None:
        """Let the subscriber hear the first of them, in `heard` when they are: as many as one transaction bears."""
        if subscriber.outside:
            _hear(subscriber, rows[:1], heard)
            _move(cursor, cursor.position, rows[0])
            return
        until = time.monotonic() + TOGETHER_SECONDS
        with deed():
            # Moved first, so that a replay that begins anew waits for this, and forgets it with the rest.
            _move(cursor, cursor.position, rows[0])
            for start in range(0, len(rows), subscriber.at_once):
                _hear(subscriber, rows[start : start + subscriber.at_once], heard)
                if self._stop.is_set() or time.monotonic() > until:
                    break
            if len(heard) > 1:
                _move(cursor, rows[0].id, heard[-1])

    def _failed(
        self, subscriber: events.Subscriber, cursor: models.EventCursor, row: models.Event, error: Exception
    ) -> bool:
        failures = cursor.failures + 1
        about = {"subscriber": subscriber.name, "event_name": row.name, "event_id": row.id, "failures": failures}
        sentence = _sentence(error)
        if failures >= subscriber.attempts:
            log.error("event parked", **about, correlation_id=row.correlation_id, exc_info=error)
            self._park(cursor, row, failures, sentence)
            metrics.EVENTS_HANDLED.labels(subscriber.name, "parked").inc()
            cursor.position, cursor.failures = row.id, 0
            return True
        metrics.EVENTS_HANDLED.labels(subscriber.name, "failed").inc()
        log.warning("event not delivered", **about, correlation_id=row.correlation_id, exc_info=error)
        retry_at = self._clock() + timedelta(seconds=_pause(failures))
        _at(cursor, cursor.position).update(failures=failures, retry_at=retry_at, error=sentence)
        return False

    def _park(self, cursor: models.EventCursor, row: models.Event, failures: int, sentence: str) -> None:
        with transaction.atomic():
            models.ParkedEvent.objects.update_or_create(
                subscriber=cursor.subscriber,
                event=row,
                defaults={"attempts": failures, "error": sentence, "parked_at": self._clock()},
            )
            _move(cursor, cursor.position, row)


def run(stop: threading.Event) -> None:
    """Deliver until `stop` is set; for a thread of the worker."""
    deliverer, newest, looked_at = Deliverer(stop=stop), -1, 0.0
    while not stop.is_set():
        try:
            wait = IDLE_WAIT
            if (now_newest := events.newest_id()) != newest or time.monotonic() - looked_at > CURSORS_WAIT:
                if deliverer.deliver_once():
                    wait = 0.0
                else:
                    newest, looked_at = now_newest, time.monotonic()
        except DatabaseError:  # e.g. the server restarts: everything is still there afterwards
            log.exception("event delivery interrupted")
            wait = TROUBLE_WAIT
        close_old_connections()
        stop.wait(wait)


def replay(subscriber: str, from_id: int) -> int:
    """Let a subscriber hear everything again from event `from_id` on. Returns how many events that is.

    What it had parked from there on is forgotten, as it comes again anyway. Raises NotFound for an unknown subscriber,
    BadInput for a part of the events when the subscriber counts them.
    """
    known = _known(subscriber)
    position = max(from_id, 1) - 1
    if known.begin_anew and position:
        raise BadInput(f"{subscriber} counts what it hears, and would count twice: let it hear everything, from 1 on")
    with transaction.atomic():
        models.EventCursor.objects.update_or_create(
            subscriber=subscriber, defaults={"position": position, "failures": 0, "retry_at": None, "error": ""}
        )
        if known.begin_anew:
            known.begin_anew()
        models.ParkedEvent.objects.filter(subscriber=subscriber, event_id__gt=position).delete()
    return _waiting(known, position).count()


def redeliver(subscriber: str, event_id: int) -> None:
    """Deliver one parked event now, and take it off the parking place when that succeeds.

    Raises NotFound when it is not parked there, and whatever the subscriber raises.
    """
    known = _known(subscriber)
    parked = models.ParkedEvent.objects.select_related("event").filter(subscriber=subscriber, event_id=event_id).first()
    if parked is None:
        raise NotFound(f"event {event_id} is not parked for {subscriber}")
    told = [events.Heard(events.decode(parked.event), parked.event)]
    if known.outside:
        known.hear(told)
    with deed():
        if parked.delete()[0] == 0:
            raise NotFound(f"event {event_id} was delivered to {subscriber} by somebody else just now")
        if not known.outside:
            known.hear(told)


def _known(subscriber: str) -> events.Subscriber:
    if (known := events.subscribers.get(subscriber)) is None:
        names = ", ".join(sorted(events.subscribers)) or "none"
        raise NotFound(f"no subscriber is called {subscriber}; there are: {names}")
    return known


def _first_cursor(subscriber: events.Subscriber, newest: int) -> models.EventCursor:
    position = 0 if subscriber.from_start else newest
    cursor, _ = models.EventCursor.objects.get_or_create(subscriber=subscriber.name, defaults={"position": position})
    return cursor


def _waiting(subscriber: events.Subscriber, position: int) -> QuerySet[models.Event]:
    return models.Event.objects.filter(id__gt=position, name__in=subscriber.event_names).order_by("id")


def _hear(subscriber: events.Subscriber, rows: list[models.Event], heard: list[models.Event]) -> None:
    subscriber.hear([events.Heard(events.decode(row), row) for row in rows])
    heard.extend(rows)


def _at(cursor: models.EventCursor, position: int) -> QuerySet[models.EventCursor]:
    return models.EventCursor.objects.filter(subscriber=cursor.subscriber, position=position)


def _move(cursor: models.EventCursor, position: int, row: models.Event) -> None:
    # The old position in the condition is the fence: of two workers only one can move the cursor over an event.
    if _at(cursor, position).update(position=row.id, failures=0, retry_at=None, error="") != 1:
        raise _Overtaken


def _pause(failures: int) -> float:
    """Seconds until the next attempt: 1, 2, 4 … up to 300, spread by a quarter so that many do not retry in step."""
    return min(FIRST_PAUSE * 2.0 ** (failures - 1), LONGEST_PAUSE) * random.uniform(0.75, 1.25)  # noqa: S311


def _sentence(error: Exception) -> str:
    return redact(f"{type(error).__name__}: {error}")[:1000]
