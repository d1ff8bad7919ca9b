"""Events of several processes at once: ids are committed in order, and nobody following by id misses any."""

import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from django.db import connection, transaction

from matinee.core import delivery, events, models
from matinee.core.deeds import deed
from tests import databases
from tests.core.happenings import ReelShown
from tests.waiting import wait_until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

COUNT = 50


def writer(first: int) -> subprocess.Popen[str]:
    command = databases.python("-m", "tests.core.programs", "append", str(first), str(COUNT))
    return subprocess.Popen(command, env=databases.environment(), stdin=subprocess.PIPE, text=True)


def start(writers: list[subprocess.Popen[str]]) -> None:
    for process in writers:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()


def end(writers: list[subprocess.Popen[str]]) -> None:
    for process in writers:
        process.communicate(timeout=60)
        assert process.returncode == 0


def test_nothing_is_missed_while_two_processes_write() -> None:
    heard: list[int] = []

    @events.subscribe("listener", ReelShown)
    def listen(event: ReelShown) -> None:
        heard.append(event.number)

    tail, followed = events.Tail(), list[events.Event]()
    deliverer = delivery.Deliverer()
    writers = [writer(0), writer(10_000)]
    start(writers)
    while any(process.poll() is None for process in writers):
        followed += tail.poll()
        deliverer.deliver_once()
        time.sleep(0.01)  # leave the writers some of the machine
    end(writers)
    followed += tail.poll()
    while deliverer.deliver_once():
        pass

    expected = [number for first in (0, 10_000) for number in range(first, first + COUNT) if number % 7]
    assert sorted(heard) == expected
    assert followed == [ReelShown(number) for number in heard]
    for first in (0, 10_000):  # and each writer's own order is kept
        own = [number for number in heard if first <= number < first + COUNT]
        assert own == sorted(own)


def in_thread(work: Callable[[], None]) -> threading.Thread:
    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


@pytest.mark.skipif(not databases.on_postgresql(), reason="SQLite has one writer at a time")
def test_an_event_that_is_committed_late_is_not_skipped() -> None:
    stored, commit = threading.Event(), threading.Event()
    tail = events.Tail()

    def slow() -> None:
        with transaction.atomic():
            with deed():
                events.append(ReelShown(1))
            stored.set()  # its id is taken, its commit is still to come
            commit.wait(30)

    def quick() -> None:
        with deed():
            events.append(ReelShown(2))

    late = in_thread(slow)
    assert stored.wait(10)
    prompt = in_thread(quick)
    wait_until(somebody_waits_for_the_lock)
    assert tail.poll() == []  # event 2 may not be seen before event 1, or a cursor would pass event 1 for good
    commit.set()
    late.join(10)
    prompt.join(10)

    assert tail.poll() == [ReelShown(1), ReelShown(2)]


def somebody_waits_for_the_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        return bool(cursor.fetchone()[0])


def test_a_follower_goes_on_over_a_gap_that_a_rollback_left() -> None:
    tail = events.Tail()
    with suppress(ZeroDivisionError), transaction.atomic():
        with deed():
            events.append(ReelShown(1))
        raise ZeroDivisionError
    with deed():
        events.append(ReelShown(2))

    assert tail.poll() == [ReelShown(2)]
    assert tail.poll() == []


def test_a_follower_hears_only_what_comes_after_it_began_and_learns_the_stale_tags() -> None:
    with deed():
        events.append(ReelShown(1))
    tail = events.Tail()
    with deed():
        events.append(ReelShown(2))

    assert [tag for event in tail.poll() for tag in event.tags()] == ["reel:2"]


def test_a_follower_passes_over_what_only_another_version_understands() -> None:
    tail = events.Tail()
    models.Event.objects.create(name="ReelRestored", body={})
    models.Event.objects.create(name="ReelShown", body={"number": "many"})
    with deed():
        events.append(ReelShown(1))

    assert tail.poll() == [ReelShown(1)]


@pytest.mark.skipif(not databases.on_postgresql(), reason="SQLite has one writer at a time")
def test_two_deeds_that_lock_each_other_out_are_both_done() -> None:
    names = ("first", "second")
    for name in names:
        models.Setting.objects.create(name=name, value=0)
    both_began = threading.Barrier(2)

    @deed
    def add_to_both(one: str, other: str) -> None:
        models.Setting.objects.select_for_update().get(name=one)
        with suppress(threading.BrokenBarrierError):  # the second attempt meets nobody
            both_began.wait(timeout=1)
        for name in (one, other):
            row = models.Setting.objects.select_for_update().get(name=name)
            row.value += 1
            row.save()

    threads = [in_thread(lambda: add_to_both(*names)), in_thread(lambda: add_to_both(*reversed(names)))]
    for thread in threads:
        thread.join()
    assert set(models.Setting.objects.filter(name__in=names).values_list("value", flat=True)) == {2}
