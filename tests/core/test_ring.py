"""Jobs: ringing for a worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction

from matinee.core import jobs
from matinee.core.correlation import correlated, correlation_id
from matinee.core.settings import Settings

heard: list[tuple[int, str]] = []


@jobs.job("tests.note")
def note(number: int) -> None:
    """Keep what was heard."""
    heard.append((number, correlation_id()))


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """An empty queue."""
    heard.clear()
    jobs.queue().flush()
    yield
    jobs.queue().flush()


def work() -> None:
    """Do what a worker does with what is waiting."""
    while task := jobs.queue().dequeue():
        jobs.queue().execute(task)


@pytest.mark.django_db(transaction=True)
def test_a_job_is_rung_for_when_the_transaction_has_committed() -> None:
    with transaction.atomic():
        jobs.ring("tests.note", 5)
        assert jobs.queue().pending_count() == 0
    work()

    assert [number for number, _ in heard] == [5]


def test_a_queue_whose_file_is_broken_begins_anew(settings_now: Settings, tmp_path: Path) -> None:
    settings_now.data_dir = tmp_path
    (tmp_path / "queue.sqlite3").write_bytes(b"no database at all" * 100)
    jobs._queue.cache_clear()
    try:
        assert jobs._queue().pending_count() == 0
        assert (tmp_path / "queue.broken").exists()
    finally:
        jobs._queue.cache_clear()
        jobs._bell.cache_clear()


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_does_not_ring() -> None:
    with transaction.atomic():
        jobs.ring("tests.note", 5)
        transaction.set_rollback(True)
    work()

    assert heard == []


@pytest.mark.django_db(transaction=True)
def test_the_work_carries_the_id_of_whoever_rang() -> None:
    with correlated("visit-of-alice"):
        jobs.ring("tests.note", 5)
    work()

    assert heard == [(5, "visit-of-alice")]


def test_an_unknown_job_is_a_mistake_of_ours() -> None:
    with pytest.raises(LookupError, match="no job is called laundry"):
        jobs.ring("laundry")


def test_a_name_is_given_once() -> None:
    with pytest.raises(ValueError, match=r"two jobs are called tests\.note"):
        jobs.job("tests.note")(note)
