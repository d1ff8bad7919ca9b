"""The oldest of the audit log goes after some days, and what remains still holds."""

from datetime import timedelta

import pytest
from django.utils import timezone

from matinee.accounts.actions import audit, note, prune_audit
from matinee.accounts.models import AuditAction, AuditChain, AuditEntry
from matinee.accounts.queries import Verification, verify_audit
from matinee.core.sweeps import SweepOutcome, sweeps
from tests.accounts.tampering import break_in, sql, stand_guard

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture(autouse=True)
def guarded(db: None) -> None:
    """As in real life the database refuses to let entries go that may not."""
    stand_guard()


def note_days_ago(*ages: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """One entry per age in days, in that order."""
    now = timezone.now()
    for age in ages:
        with monkeypatch.context() as clock:
            clock.setattr(timezone, "now", lambda age=age: now - timedelta(days=age))
            note(AuditAction.SIGNED_IN, target=f"{age} days ago")


def kept() -> list[str]:
    return list(AuditEntry.objects.order_by("id").values_list("target", flat=True))


def test_what_is_too_old_goes_and_the_rest_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    note_days_ago(400, 366, 364, 1, monkeypatch=monkeypatch)

    assert prune_audit(365) == 2

    assert kept() == ["364 days ago", "1 days ago", ""]
    told = AuditEntry.objects.get(id=5)
    assert (told.action, told.after) == ("audit_pruned", {"entries": 2, "last": 2})
    assert verify_audit() == Verification(3)


def test_nothing_is_told_when_nothing_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert prune_audit(365) == 0  # of a log without entries
    note_days_ago(364, monkeypatch=monkeypatch)
    assert prune_audit(365) == 0
    assert kept() == ["364 days ago"]


def test_all_may_go_and_the_chain_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    note_days_ago(400, 399, monkeypatch=monkeypatch)
    assert prune_audit(365) == 2
    note(AuditAction.SIGNED_OUT)
    assert [entry.id for entry in AuditEntry.objects.order_by("id")] == [3, 4]
    assert verify_audit() == Verification(2)


def test_an_entry_of_a_clock_gone_wrong_goes_only_with_its_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    note_days_ago(10, 4000, 5, monkeypatch=monkeypatch)
    assert prune_audit(365) == 0


def test_a_long_past_goes_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "PRUNED_AT_ONCE", 2)
    note_days_ago(404, 403, 402, 1, monkeypatch=monkeypatch)

    assert [prune_audit(365) for _ in range(3)] == [2, 1, 0]
    assert verify_audit().ok


def test_pruning_hides_no_tampering_with_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    note_days_ago(400, 399, 2, 1, monkeypatch=monkeypatch)
    break_in()
    sql("DELETE FROM accounts_auditentry WHERE id = 3")

    prune_audit(365)

    assert verify_audit().problem == "Entry 3 was removed"


def test_pruning_does_not_heal_a_beginning_that_was_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    note_days_ago(400, 2, 1, monkeypatch=monkeypatch)
    break_in()
    second = AuditEntry.objects.get(id=2)
    sql("DELETE FROM accounts_auditentry WHERE id <= 2")
    sql("UPDATE accounts_auditchain SET anchor_id = 2, anchor_signature = %s", second.signature)

    prune_audit(365)

    assert AuditChain.objects.get().anchor_id == 2
    assert verify_audit().problem == "Entry 4 tells that before it the log's ends were changed, or its key was lost"


def test_the_sweep_lets_go_what_is_older_than_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "PRUNED_AT_ONCE", 2)
    note_days_ago(404, 403, 402, 1, monkeypatch=monkeypatch)
    prune = sweeps["accounts.audit"].function

    assert prune() == SweepOutcome(done=3)
    assert prune() == SweepOutcome(idle=True)
    assert kept()[0] == "1 days ago"
