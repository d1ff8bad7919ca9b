"""Reading along the audit log finds every kind of tampering, and says where it is."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import DatabaseError, transaction

from matinee.accounts.actions import note
from matinee.accounts.models import AuditAction, AuditChain, AuditEntry
from matinee.accounts.queries import Verification, verify_audit
from matinee.config.cli import cli
from matinee.core import secrets
from matinee.core.models import Secret
from tests import databases
from tests.accounts.tampering import break_in, sql, stand_guard

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def ten(db: None) -> None:
    """Ten entries, and somebody who can do anything to the tables."""
    for number in range(10):
        note(AuditAction.SETTINGS_CHANGED, target=f"setting {number}", before={"n": number}, after={"n": number + 1})
    break_in()


def problem() -> str:
    return verify_audit().problem or "none"


def test_an_untouched_log_is_whole(ten: None) -> None:
    assert verify_audit() == Verification(10)


def test_an_installation_where_nothing_happened_is_whole(db: None) -> None:
    assert verify_audit() == Verification(0)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2020-01-01 00:00:00+00:00"),
        ("action", "signed_in"),
        ("actor_id", "00000000000000000000000000000000"),
        ("actor", "alice"),
        ("target", ""),
        ("address", "192.0.2.66"),
        ("device", "Browser"),
        ("correlation_id", "another-visit"),
        ("before", '{"n": 0}'),
        ("after", None),
        ("previous", "0" * 64),
        ("signature", "ü" * 64),
    ],
)
def test_a_changed_field_is_found(ten: None, column: str, value: str | None) -> None:
    sql(f"UPDATE accounts_auditentry SET {column} = %s WHERE id = 4", value)
    assert problem().startswith("Entry 4 was changed")
    assert verify_audit().checked == 3


@pytest.mark.skipif(databases.on_postgresql(), reason="PostgreSQL's columns hold what their type says")
@pytest.mark.parametrize("column", ["at", "actor_id"])
def test_a_field_that_cannot_be_read_any_more_is_found(ten: None, column: str) -> None:
    sql(f"UPDATE accounts_auditentry SET {column} = '[' WHERE id = 4")
    assert problem().startswith(("Entry 4 was changed", "The entry after entry 3 was changed"))


def test_an_entry_removed_in_the_middle_is_found(ten: None) -> None:
    sql("DELETE FROM accounts_auditentry WHERE id = 4")
    assert problem() == "Entry 4 was removed"


def test_entries_removed_at_the_beginning_are_found(ten: None) -> None:
    sql("DELETE FROM accounts_auditentry WHERE id <= 3")
    assert problem() == "Entries 1 to 3 were removed"


def test_entries_removed_at_the_end_are_found(ten: None) -> None:
    sql("DELETE FROM accounts_auditentry WHERE id > 8")
    assert problem() == "Entries 9 to 10 were removed"


def test_a_log_without_any_of_its_entries_is_found(ten: None) -> None:
    sql("DELETE FROM accounts_auditentry")
    assert problem() == "Entries 1 to 10 were removed"


def test_an_end_moved_together_with_the_entries_is_found(ten: None) -> None:
    eighth = AuditEntry.objects.get(id=8)
    sql("DELETE FROM accounts_auditentry WHERE id > 8")
    sql("UPDATE accounts_auditchain SET last_id = 8, last_signature = %s", eighth.signature)
    assert problem() == "The record of where the log begins and ends was changed"


def test_a_beginning_moved_together_with_the_entries_is_found(ten: None) -> None:
    third = AuditEntry.objects.get(id=3)
    sql("DELETE FROM accounts_auditentry WHERE id <= 3")
    sql("UPDATE accounts_auditchain SET anchor_id = 3, anchor_signature = %s", third.signature)
    assert problem() == "The record of where the log begins and ends was changed"


def test_a_moved_end_is_not_healed_by_what_happens_next(ten: None) -> None:
    eighth = AuditEntry.objects.get(id=8)
    sql("DELETE FROM accounts_auditentry WHERE id > 8")
    sql("UPDATE accounts_auditchain SET last_id = 8, last_signature = %s", eighth.signature)

    note(AuditAction.SIGNED_IN)

    assert problem() == "Entry 9 tells that before it the log's ends were changed, or its key was lost"
    assert AuditEntry.objects.get(id=9).before == {"first": 1, "last": 8}
    assert AuditEntry.objects.get(id=10).action == "signed_in"


def test_an_inserted_entry_is_found(ten: None) -> None:
    copied = "at, action, actor_id, actor, target, address, device, correlation_id, before, after, previous, signature"
    sql(f"INSERT INTO accounts_auditentry (id, {copied}) SELECT 11, {copied} FROM accounts_auditentry WHERE id = 10")
    assert problem().startswith("Entry 11 was changed or added by hand")


def test_entries_in_another_order_are_found(ten: None) -> None:
    for before, after in ((4, 99), (5, 4), (99, 5)):
        sql("UPDATE accounts_auditentry SET id = %s WHERE id = %s", after, before)
    assert problem().startswith("Entry 4 was changed")


def test_an_old_entry_in_the_place_of_its_successor_is_found(ten: None) -> None:
    """As from a backup: signed by us, and of this number, but from another story."""
    with transaction.atomic():
        other = note(AuditAction.SIGNED_OUT)
        transaction.set_rollback(True)
    note(AuditAction.SIGNED_IN)
    note(AuditAction.SIGNED_OUT)
    sql(
        "UPDATE accounts_auditentry SET action = 'signed_out', at = %s, signature = %s WHERE id = 11",
        other.at,
        other.signature,
    )
    assert problem() == "Entry 12 does not continue entry 11: one of them was replaced"


def test_the_loss_of_the_record_of_its_ends_is_found(ten: None) -> None:
    sql("DELETE FROM accounts_auditchain")
    assert problem() == "The record of where the log begins and ends was removed"

    note(AuditAction.SIGNED_IN)  # goes on, because people must be able to sign in
    assert not verify_audit().ok
    assert AuditEntry.objects.get(id=11).action == "audit_broken"


def test_the_loss_of_its_key_is_found_and_keeps_nobody_out(ten: None) -> None:
    key = AuditChain.objects.get().key_id
    sql("UPDATE core_secret SET sealed = 'lost' WHERE purpose = 'audit'")
    assert problem().startswith(f"The key of the log cannot be read. The secret {key}")

    note(AuditAction.SIGNED_IN)
    assert problem().startswith("Entry 1 was changed or added by hand, or its key is lost")
    assert AuditEntry.objects.get(id=11).action == "audit_broken"
    assert secrets.reveal(Secret.objects.get(purpose="audit").id)


def test_the_database_lets_no_entry_go_that_was_not_pruned(ten: None) -> None:
    stand_guard()
    for statement in ("DELETE FROM accounts_auditentry WHERE id = 10", "UPDATE accounts_auditentry SET device = ''"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            sql(statement)
    assert verify_audit() == Verification(10)


def test_a_long_log_is_read_in_batches(ten: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matinee.accounts.queries.audit._AT_ONCE", 3)
    assert verify_audit() == Verification(10)
    sql("DELETE FROM accounts_auditentry WHERE id IN (7, 8)")
    assert problem() == "Entries 7 to 8 were removed"


def test_the_command_says_what_it_found_and_fails_for_scripts(ten: None) -> None:
    whole = CliRunner().invoke(cli, ["audit", "verify"])
    assert (whole.exit_code, whole.stdout) == (0, "The audit log is whole: 10 entries.\n")

    sql("DELETE FROM accounts_auditentry WHERE id = 4")
    broken = CliRunner().invoke(cli, ["audit", "verify"])
    assert (broken.exit_code, broken.stdout) == (1, "3 entries are as they were written.\n")
    assert "Entry 4 was removed." in broken.stderr


def test_the_command_writes_a_table_that_only_its_owner_reads(ten: None, tmp_path: Path) -> None:
    file = tmp_path / "audit.csv"
    assert CliRunner().invoke(cli, ["audit", "export", str(file)]).exit_code == 0

    with file.open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["id"] for row in rows] == [str(number) for number in range(10, 0, -1)]
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_rotation_of_the_keys_is_told_and_harms_no_chain(ten: None) -> None:
    assert CliRunner().invoke(cli, ["secrets", "rotate"]).exit_code == 0
    assert verify_audit() == Verification(11)
    assert AuditEntry.objects.get(id=11).action == "secrets_rotated"
