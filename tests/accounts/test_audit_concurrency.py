"""Many write the audit log at once, and some are killed; the chain holds."""

import subprocess
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from matinee.accounts.actions import audit, note, prune_audit
from matinee.accounts.models import AuditAction, AuditEntry
from matinee.accounts.queries import Verification, verify_audit
from matinee.core.deeds import deed
from matinee.core.models import Secret
from tests import databases

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

WRITERS, EACH = 8, 15


def at_once(works: list[Callable[[], None]]) -> None:
    """Run each in a thread, started together. Raises what one of them raised."""
    together = threading.Barrier(len(works))

    def run(work: Callable[[], None]) -> None:
        try:
            together.wait(10)
            work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        for done in [pool.submit(run, work) for work in works]:
            done.result()


def test_many_writers_make_one_chain_and_agree_on_its_key() -> None:
    def write() -> None:
        for _ in range(EACH):
            note(AuditAction.SIGNED_IN)

    at_once([write] * WRITERS)

    assert verify_audit() == Verification(WRITERS * EACH)
    assert Secret.objects.filter(purpose="audit").count() == 1


def test_failing_deeds_among_many_leave_no_gap() -> None:
    def write() -> None:
        for number in range(EACH):
            try:
                fail_sometimes(number)
            except ZeroDivisionError:
                continue

    @deed
    def fail_sometimes(number: int) -> None:
        note(AuditAction.SIGNED_IN)
        _ = 1 / (number % 3)

    at_once([write] * 4)

    assert verify_audit() == Verification(4 * (EACH - EACH // 3))


def test_it_may_be_verified_while_others_write_and_prune(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matinee.accounts.queries.audit._AT_ONCE", 3)
    monkeypatch.setattr(audit, "PRUNED_AT_ONCE", 5)
    for _ in range(40):
        note(AuditAction.SIGNED_IN)
    tomorrow = timezone.now() + timedelta(days=2)
    written, found = threading.Event(), list[Verification]()

    def write() -> None:
        for number in range(40):
            note(AuditAction.SIGNED_OUT)
            if number % 8 == 0:
                prune()
        written.set()

    def prune() -> None:
        with monkeypatch.context() as clock:
            clock.setattr(timezone, "now", lambda: tomorrow)
            prune_audit(1)

    def verify() -> None:
        while not written.is_set():
            found.append(verify_audit())

    at_once([write, verify])

    assert found
    assert {seen.problem for seen in [*found, verify_audit()]} == {None}
    assert not AuditEntry.objects.filter(id=1).exists()


def test_a_killed_writer_leaves_a_chain_that_holds() -> None:
    command = databases.python("-m", "tests.accounts.programs", "note-without-end")
    for kill_after in (1, 20):
        writer = subprocess.Popen(command, env=databases.environment(), stdout=subprocess.PIPE)
        assert writer.stdout is not None
        for _ in range(kill_after):
            assert writer.stdout.readline() == b"noted\n"
        writer.kill()
        writer.communicate(timeout=30)

    note(AuditAction.SET_UP)
    verified = verify_audit()
    assert verified.ok
    assert verified.checked % 2 == 1  # two of each deed, and ours
    assert verified.checked > 2 * (1 + 20)
