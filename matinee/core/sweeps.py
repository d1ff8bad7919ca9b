"""Background synchronisation: small passes that run again and again, each with its own rhythm.

    @sweep(name="catalog.lists", pause=3600, lease=300)
    def refresh_lists() -> SweepOutcome: ...

Among many workers one is the leader and runs what is due; a lease per sweep keeps a new leader from starting what the
old one has not ended. When a process dies, both leases run out and the next worker goes on. What people decide (pause,
run now) is in the database, so it holds for all workers and survives them.
"""

import random
import threading
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import structlog
from django.db import DatabaseError, close_old_connections, connection, transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from matinee.core import leases, metrics, models
from matinee.core.correlation import correlated
from matinee.core.errors import NotFound
from matinee.core.logs import redact

log = structlog.get_logger(__name__)

LEADER_SECONDS = 15.0
LANES = 3  # sweeps that may run at the same time
NAP = 0.5  # seconds between two looks at what is due
TROUBLE_WAIT = 2.0
STOP_WAIT = 3.0
LONGEST_FAILURE_PAUSE = 3600.0
RUNS_KEPT = 50  # per sweep

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SweepOutcome:
    """What one pass did: `done` things, `errors` things that failed, `idle` when there was nothing to do."""

    done: int = 0
    idle: bool = False
    errors: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sweep:
    """One registered sweep; see `sweep` for the meaning of the fields."""

    name: str
    pause: float
    idle_pause: float
    lease: float
    function: Callable[[], SweepOutcome]
    at_start: bool = False

    def pause_after(self, *, idles: int, failures: int) -> float:
        """Seconds until the next pass, given how many passes in a row were idle or failed up to now."""
        if failures:
            longest = max(LONGEST_FAILURE_PAUSE, self.pause)
            return min(max(self.pause, 1.0) * 2.0 ** min(failures - 1, 30), longest) * random.uniform(0.75, 1.25)  # noqa: S311
        return min(self.pause * 2.0 ** min(idles, 30), max(self.idle_pause, self.pause))


@dataclass(frozen=True, slots=True)
class SweepReport:
    """One sweep as a person wants to see it."""

    name: str
    pause: float
    paused: bool
    running: bool
    due_at: datetime
    last: models.SweepRun | None


sweeps: dict[str, Sweep] = {}

_stopping: ContextVar[threading.Event | None] = ContextVar("sweep_stopping", default=None)


def sweep(
    *, name: str, pause: float, idle_pause: float | None = None, lease: float = 60.0, at_start: bool = False
) -> Callable[[Callable[[], SweepOutcome]], Callable[[], SweepOutcome]]:
    """Register the decorated function; all times in seconds.

    `pause`: between the end of a pass and the next. `idle_pause`: while passes say `idle`, the pause doubles up to
    this. `lease`: how long after the death of its process the sweep may start again; it is renewed during the pass, so
    a pass may take longer. `at_start`: it is due at once when a worker begins to lead, because settings may have
    changed meanwhile. A pass that raises is logged, counted, and followed by a pause that doubles up to an hour.
    """

    def register(function: Callable[[], SweepOutcome]) -> Callable[[], SweepOutcome]:
        if name in sweeps:
            raise ValueError(f"two sweeps are called {name}")
        sweeps[name] = Sweep(name, pause, pause if idle_pause is None else idle_pause, lease, function, at_start)
        return function

    return register


def stopping() -> bool:
    """Inside a pass: whether the worker wants to stop, so that a long pass should end after the thing in hand."""
    stop = _stopping.get()
    return stop is not None and stop.is_set()


# --- what people decide ---


def run_now(name: str) -> None:
    """Let the leader run it within a second or two, even when it is paused. Raises NotFound."""
    _decide(name, requested=True)


def pause(name: str) -> None:
    """No pass begins until `resume`. Raises NotFound."""
    _decide(name, paused=True)


def resume(name: str) -> None:
    """Undo `pause`; what is overdue runs at once. Raises NotFound."""
    _decide(name, paused=False)


def reports() -> list[SweepReport]:
    """All sweeps by name, with their latest pass."""
    _ensure_states()
    now = timezone.now()
    states = models.SweepState.objects.in_bulk(list(sweeps))
    newest = models.SweepRun.objects.order_by().values("name").annotate(newest=Max("id")).values("newest")
    last = {run.name: run for run in models.SweepRun.objects.filter(id__in=newest)}
    return [
        SweepReport(
            name=name,
            pause=found.pause,
            paused=states[name].paused,
            running=leases.held(_lease_name(name), now=now),
            due_at=states[name].due_at,
            last=last.get(name),
        )
        for name, found in sorted(sweeps.items())
    ]


def history(name: str) -> list[models.SweepRun]:
    """The latest passes of one sweep, newest first, at most RUNS_KEPT. Raises NotFound."""
    _known(name)
    return list(models.SweepRun.objects.filter(name=name).order_by("-id"))


def _known(name: str) -> Sweep:
    if (known := sweeps.get(name)) is None:
        raise NotFound(f"no sweep is called {name}; there are: {', '.join(sorted(sweeps)) or 'none'}")
    return known


def _decide(name: str, **decision: bool) -> None:
    _known(name)
    models.SweepState.objects.update_or_create(name=name, defaults=decision)


def _ensure_states() -> None:
    missing = set(sweeps) - set(models.SweepState.objects.filter(name__in=sweeps).values_list("name", flat=True))
    if missing:
        models.SweepState.objects.bulk_create([models.SweepState(name=name) for name in missing], ignore_conflicts=True)


def _lease_name(name: str) -> str:
    return f"sweep:{name}"


# --- running ---


class Sweeper:
    """Runs due sweeps while it is the leader."""

    def __init__(self, *, clock: leases.Clock = timezone.now, stop: threading.Event | None = None) -> None:
        self._clock = clock
        self._stop = stop or threading.Event()
        self._leadership: leases.Claim | None = None

    def lead(self) -> bool:
        """Become or stay the leader; call it again well within LEADER_SECONDS."""
        if self._leadership is None or not self._leadership.renew():
            self._leadership = leases.take("sweeps", seconds=LEADER_SECONDS, clock=self._clock)
        return self._leadership is not None

    def resign(self) -> None:
        """Let another worker lead at once."""
        if self._leadership is not None:
            self._leadership.release()
            self._leadership = None

    def run_due(self) -> list[models.SweepRun]:
        """Run each sweep that is due now once, one after the other, if this is the leader."""
        if not self.lead():
            return []
        _ensure_states()
        runs: list[models.SweepRun] = []
        while len(runs) < len(sweeps) and (run := self.run_next()) is not None:
            runs.append(run)
        return runs

    def run_next(self) -> models.SweepRun | None:
        """Run the sweep that is most overdue and that nobody else is running; None when there is none."""
        return self.run(*taken) if (taken := self.take_next()) else None

    def take_next(self) -> tuple[Sweep, leases.Claim] | None:
        """Claim the sweep that is most overdue and that nobody else is running; None when there is none."""
        for name in _due(self._clock()).values_list("name", flat=True):
            claim = leases.take(_lease_name(name), seconds=sweeps[name].lease, clock=self._clock)
            if claim is None:
                continue
            # Looked at again under the lease: somebody else may have run it since the first look.
            if _due(self._clock()).filter(name=name).exists():
                return sweeps[name], claim
            claim.release()
        return None

    def run(self, found: Sweep, claim: leases.Claim) -> models.SweepRun:
        """Run what `take_next` has claimed."""
        with claim.kept():
            return self._pass(found)

    def _pass(self, found: Sweep) -> models.SweepRun:
        with correlated() as correlation:
            run = self._begin(found, correlation)
            outcome, failed = self._attempt(found)
            self._end(found, run, outcome, failed=failed)
            return run

    def _attempt(self, found: Sweep) -> tuple[SweepOutcome, bool]:
        """Call the function; what it raises becomes an outcome with one error, and True."""
        token = _stopping.set(self._stop)
        try:
            outcome = found.function()
        except Exception as error:  # a sweep's failure must not stop the worker
            log.exception("sweep failed", sweep=found.name)
            metrics.SWEEP_PASSES.labels(found.name, "failed").inc()
            return SweepOutcome(errors=1, note=redact(f"{type(error).__name__}: {error}")[:1000]), True
        finally:
            _stopping.reset(token)
        metrics.SWEEP_PASSES.labels(found.name, "idle" if outcome.idle else "done").inc()
        if not outcome.idle:
            log.info("sweep done", sweep=found.name, done=outcome.done, errors=outcome.errors, note=outcome.note)
        return outcome, False

    def _begin(self, found: Sweep, correlation: str) -> models.SweepRun:
        now = self._clock()
        with transaction.atomic():
            models.SweepRun.objects.filter(name=found.name, finished_at=None).update(
                finished_at=now, errors=1, note="the process ended during this pass"
            )
            models.SweepState.objects.filter(name=found.name).update(requested=False)
            return models.SweepRun.objects.create(name=found.name, started_at=now, correlation_id=correlation)

    def _end(self, found: Sweep, run: models.SweepRun, outcome: SweepOutcome, *, failed: bool) -> None:
        now = self._clock()
        run.finished_at, run.idle, run.note = now, outcome.idle, outcome.note
        run.done, run.errors = outcome.done, outcome.errors
        with transaction.atomic():
            state = models.SweepState.objects.get(name=found.name)
            state.idles = state.idles + 1 if outcome.idle else 0
            state.failures = state.failures + 1 if failed else 0
            state.due_at = now + timedelta(seconds=found.pause_after(idles=state.idles, failures=state.failures))
            state.save(update_fields=["idles", "failures", "due_at"])
            _fold_idle(run)
            run.save()
            _forget_old(found.name)


def _due(now: datetime) -> QuerySet[models.SweepState]:
    ready = Q(requested=True) | Q(paused=False, due_at__lte=now)
    return models.SweepState.objects.filter(ready, name__in=sweeps).order_by("-requested", "due_at")


def _fold_idle(run: models.SweepRun) -> None:
    """Let an idle pass swallow the idle row before it, so that idling does not push real passes out of the history."""
    before = models.SweepRun.objects.filter(name=run.name, id__lt=run.pk).order_by("-id").first()
    if run.idle and before is not None and before.idle:
        run.passes, run.started_at = before.passes + 1, before.started_at
        before.delete()


def _forget_old(name: str) -> None:
    kept = models.SweepRun.objects.filter(name=name).order_by("-id").values_list("id", flat=True)
    for oldest in kept[RUNS_KEPT - 1 : RUNS_KEPT]:
        models.SweepRun.objects.filter(name=name, id__lt=oldest).delete()


def run(stop: threading.Event) -> None:
    """Lead when nobody does, and run what is due in a few lanes, until `stop` is set; for a thread of the worker.

    Returns within STOP_WAIT seconds of `stop`; a pass that ignores `stopping()` ends with the process.
    """
    sweeper, leading, looking = Sweeper(stop=stop), threading.Event(), threading.Lock()
    lanes = [
        threading.Thread(target=_lane, args=(sweeper, leading, looking, stop), name=f"sweep lane {number}", daemon=True)
        for number in range(LANES)
    ]
    for lane in lanes:
        lane.start()
    while not stop.is_set():
        _guarded(lambda: _campaign(sweeper, leading), leading, stop)
        stop.wait(LEADER_SECONDS / 3)
    for lane in lanes:
        lane.join(STOP_WAIT / LANES)
    _guarded(sweeper.resign, leading, stop)
    connection.close()


def _campaign(sweeper: Sweeper, leading: threading.Event) -> None:
    if not sweeper.lead():
        leading.clear()
        return
    _ensure_states()
    if not leading.is_set():
        first = [name for name, found in sweeps.items() if found.at_start]
        models.SweepState.objects.filter(name__in=first).update(due_at=timezone.now())
        leading.set()


def _lane(sweeper: Sweeper, leading: threading.Event, looking: threading.Lock, stop: threading.Event) -> None:
    while not stop.is_set():
        with looking:  # one lane looks for all: in a house where nothing happens, looking is most of what is done
            while (taken := _look(sweeper, leading, stop)) is None and not stop.wait(NAP):
                pass
        if taken is not None:
            _guarded(partial(sweeper.run, *taken), leading, stop)
    connection.close()


def _look(sweeper: Sweeper, leading: threading.Event, stop: threading.Event) -> tuple[Sweep, leases.Claim] | None:
    return _guarded(sweeper.take_next, leading, stop) if leading.is_set() and not stop.is_set() else None


def _guarded(step: Callable[[], T], leading: threading.Event, stop: threading.Event) -> T | None:
    """Take one step; bear a database that is away for a moment, and lead no more until it is back."""
    try:
        return step()
    except DatabaseError:
        log.exception("sweeps interrupted")
        leading.clear()
        stop.wait(TROUBLE_WAIT)
        return None
    finally:
        close_old_connections()
