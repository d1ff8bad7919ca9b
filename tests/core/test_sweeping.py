"""Background synchronisation: rhythm, decisions of people, one leader, deaths."""

import signal
import subprocess
import threading
import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from django.db import connection

from matinee.core import models, sweeps
from matinee.core.correlation import correlation_id
from matinee.core.errors import NotFound
from matinee.core.sweeps import SweepOutcome
from tests import databases
from tests.core.conftest import Watch
from tests.waiting import wait_until

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


class Dusting:
    """A sweep that does what the test says and counts its passes."""

    def __init__(self, name: str = "dusting", *, pause: float = 60, idle_pause: float | None = None) -> None:
        self.name = name
        self.passes = 0
        self.outcome: SweepOutcome | Exception = SweepOutcome(done=1)
        sweeps.sweep(name=name, pause=pause, idle_pause=idle_pause)(self)

    def __call__(self) -> SweepOutcome:
        self.passes += 1
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome


@pytest.fixture
def sweeper(watch: Watch) -> sweeps.Sweeper:
    return sweeps.Sweeper(clock=watch)


@pytest.fixture(autouse=True)
def states_begin_on_the_watch(watch: Watch) -> None:
    """A sweep is due at once when it is first seen; by the wall clock that is later than any watch of a test."""
    watch.now = datetime.now(UTC) + timedelta(hours=1)


def seconds_to_next(watch: Watch, name: str = "dusting") -> float:
    return (models.SweepState.objects.get(name=name).due_at - watch.now).total_seconds()


def test_a_sweep_runs_at_once_and_then_after_each_pause(sweeper: sweeps.Sweeper, watch: Watch) -> None:
    dusting = Dusting(pause=60)
    runs = sweeper.run_due()
    assert [(run.name, run.done, run.errors) for run in runs] == [("dusting", 1, 0)]
    watch.forward(59)
    assert sweeper.run_due() == []
    watch.forward(1)
    sweeper.run_due()
    assert dusting.passes == 2


def test_what_a_pass_did_is_kept(sweeper: sweeps.Sweeper, watch: Watch) -> None:
    seen: list[str] = []

    @sweeps.sweep(name="counting", pause=60)
    def count() -> SweepOutcome:
        seen.append(correlation_id())
        watch.forward(3)
        return SweepOutcome(done=7, errors=2, note="two had no poster")

    sweeper.run_due()
    (run,) = sweeps.history("counting")
    assert (run.done, run.errors, run.idle, run.note) == (7, 2, False, "two had no poster")
    assert run.finished_at is not None
    assert run.finished_at - run.started_at == timedelta(seconds=3)
    assert [run.correlation_id] == seen


def test_an_idle_sweep_pauses_longer_and_longer_until_there_is_work(sweeper: sweeps.Sweeper, watch: Watch) -> None:
    dusting = Dusting(pause=1, idle_pause=10)
    dusting.outcome = SweepOutcome(idle=True)
    pauses = []
    for _ in range(5):
        sweeper.run_due()
        pauses.append(seconds_to_next(watch))
        watch.forward(pauses[-1])
    assert pauses == [2, 4, 8, 10, 10]
    dusting.outcome = SweepOutcome(done=1)
    sweeper.run_due()
    assert seconds_to_next(watch) == 1


def test_a_sweep_that_raises_is_counted_and_tried_again_after_growing_pauses(
    sweeper: sweeps.Sweeper, watch: Watch
) -> None:
    dusting, other = Dusting(pause=1), Dusting("other")
    dusting.outcome = ConnectionError("no broom at https://sweeper:sesame@broom.example")
    pauses = []
    for _ in range(4):
        sweeper.run_due()
        pauses.append(seconds_to_next(watch))
        watch.forward(pauses[-1])

    for pause, middle in zip(pauses, (1, 2, 4, 8), strict=True):
        assert 0.75 * middle <= pause <= 1.25 * middle
    last = sweeps.history("dusting")[0]
    assert (last.errors, last.note) == (1, "ConnectionError: no broom at https://sweeper:[hidden]@broom.example")
    assert other.passes == 1
    dusting.outcome = SweepOutcome(done=1)
    sweeper.run_due()
    assert seconds_to_next(watch) == 1


def test_pauses_after_failures_do_not_grow_beyond_an_hour() -> None:
    Dusting(pause=1)
    assert sweeps.sweeps["dusting"].pause_after(idles=0, failures=500) <= 1.25 * 3600


def test_a_paused_sweep_rests_until_it_is_resumed(sweeper: sweeps.Sweeper) -> None:
    dusting = Dusting()
    sweeps.pause("dusting")
    assert sweeper.run_due() == []
    sweeps.resume("dusting")
    sweeper.run_due()
    assert dusting.passes == 1


def test_run_now_runs_once_even_when_paused(sweeper: sweeps.Sweeper) -> None:
    dusting = Dusting()
    sweeps.pause("dusting")
    sweeps.run_now("dusting")
    sweeper.run_due()
    sweeper.run_due()
    assert dusting.passes == 1


def test_deciding_about_an_unknown_sweep_names_the_known_ones() -> None:
    Dusting()
    for decide in (sweeps.run_now, sweeps.pause, sweeps.resume, sweeps.history):
        with pytest.raises(NotFound, match="no sweep is called mopping; there are: dusting"):
            decide("mopping")


def test_the_history_is_bounded_and_idle_passes_share_a_row(sweeper: sweeps.Sweeper, watch: Watch) -> None:
    dusting = Dusting(pause=1)
    old = [models.SweepRun(name="dusting", started_at=watch.now, finished_at=watch.now) for _ in range(60)]
    models.SweepRun.objects.bulk_create(old)
    sweeper.run_due()
    assert len(sweeps.history("dusting")) == sweeps.RUNS_KEPT
    watch.forward(1)
    dusting.outcome = SweepOutcome(idle=True)
    for _ in range(10):
        sweeper.run_due()
        watch.forward(1)
    newest, before = sweeps.history("dusting")[:2]
    assert (newest.idle, newest.passes) == (True, 10)
    assert (before.idle, before.done) == (False, 1)


def test_reports_show_each_sweep_with_its_last_pass(sweeper: sweeps.Sweeper) -> None:
    Dusting("a")
    Dusting("b")
    sweeps.pause("b")
    sweeper.run_due()
    first, second = sweeps.reports()
    assert (first.name, first.paused, first.running) == ("a", False, False)
    assert first.last is not None
    assert first.last.done == 1
    assert (second.name, second.paused, second.last) == ("b", True, None)


def test_only_the_leader_sweeps_until_it_resigns_or_is_silent(watch: Watch) -> None:
    dusting = Dusting(pause=1)
    first, second = sweeps.Sweeper(clock=watch), sweeps.Sweeper(clock=watch)
    assert first.lead()
    assert second.run_due() == []
    first.resign()
    second.run_due()
    watch.forward(sweeps.LEADER_SECONDS)
    first.run_due()
    assert second.run_due() == []
    assert dusting.passes == 2


def test_a_new_leader_does_not_start_what_the_old_one_has_not_ended(watch: Watch) -> None:
    passes: list[int] = []

    @sweeps.sweep(name="slow", pause=1, lease=60)
    def slow() -> SweepOutcome:
        passes.append(1)
        if len(passes) == 1:
            watch.forward(sweeps.LEADER_SECONDS + 1)  # our leadership expires while we work
            assert sweeps.Sweeper(clock=watch).run_due() == []
        return SweepOutcome(done=1)

    sweeps.Sweeper(clock=watch).run_due()
    assert len(passes) == 1


@pytest.mark.django_db(transaction=True)
def test_a_killed_pass_is_closed_and_its_sweep_goes_on() -> None:
    command = databases.python("-m", "tests.core.programs", "sweep-and-hang")
    with subprocess.Popen(command, env=databases.environment(), stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "hanging\n"
        worker.send_signal(signal.SIGKILL)
        worker.wait(10)

    dusting = Dusting()
    assert sweeps.Sweeper().run_due() == []  # the dead leader's lease still stands
    later = datetime.now(UTC) + timedelta(seconds=sweeps.LEADER_SECONDS + 1)
    sweeps.Sweeper(clock=lambda: later).run_due()
    assert dusting.passes == 1
    newest, killed = sweeps.history("dusting")
    assert (newest.done, newest.errors) == (1, 0)
    assert (killed.errors, killed.note) == (1, "the process ended during this pass")


def in_thread(stop: threading.Event) -> threading.Thread:
    def work() -> None:
        try:
            sweeps.run(stop)
        finally:
            connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    return thread


@pytest.mark.django_db(transaction=True)
def test_the_loop_sweeps_several_at_once_and_stops_promptly() -> None:
    together = threading.Barrier(2)
    stop = threading.Event()
    told_to_stop: list[bool] = []

    def meet() -> SweepOutcome:
        together.wait(10)  # passes only when both run at the same time
        stop.wait(10)
        told_to_stop.append(sweeps.stopping())
        return SweepOutcome(done=1)

    sweeps.sweep(name="left", pause=60)(meet)
    sweeps.sweep(name="right", pause=60)(meet)
    loop = in_thread(stop)
    wait_until(lambda: together.broken or all(report.running for report in sweeps.reports()))
    stop.set()
    loop.join(sweeps.STOP_WAIT + 2)
    assert not loop.is_alive()
    wait_until(lambda: told_to_stop == [True, True])
    assert [report.last.done for report in sweeps.reports() if report.last] == [1, 1]


@pytest.mark.django_db(transaction=True)
def test_while_nothing_is_due_one_lane_looks_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[float] = []
    look = sweeps.Sweeper.take_next

    def counted(sweeper: sweeps.Sweeper) -> object:
        looks.append(time.monotonic())
        return look(sweeper)

    monkeypatch.setattr(sweeps.Sweeper, "take_next", counted)
    monkeypatch.setattr(sweeps, "NAP", 0.1)
    stop = threading.Event()
    loop = in_thread(stop)
    wait_until(lambda: len(looks) >= 5)
    stop.set()
    loop.join()
    assert all(later - before >= 0.09 for before, later in pairwise(looks))


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_run_one_sweep_twice() -> None:
    running = threading.Lock()
    overlaps: list[str] = []
    passes: list[str] = []

    @sweeps.sweep(name="quick", pause=0.01)
    def quick() -> SweepOutcome:
        if not running.acquire(blocking=False):
            overlaps.append("two at once")
            return SweepOutcome()
        passes.append("one")
        running.release()
        return SweepOutcome(done=1)

    stop = threading.Event()
    loops = [in_thread(stop), in_thread(stop)]
    wait_until(lambda: len(passes) >= 10)
    stop.set()
    for loop in loops:
        loop.join(10)
    assert overlaps == []
