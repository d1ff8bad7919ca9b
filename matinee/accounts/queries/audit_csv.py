"""The audit log as a table for spreadsheets."""

import csv
import io
import json
from collections.abc import Iterator

from matinee.accounts.models import AuditEntry
from matinee.accounts.queries.audit import AuditFilter, audit_entries

_COLUMNS = (
    "id",
    "at",
    "action",
    "actorId",
    "actor",
    "target",
    "address",
    "device",
    "correlationId",
    "before",
    "after",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_AT_ONCE = 200  # rows per piece


def audit_csv(wanted: AuditFilter) -> Iterator[str]:
    """CSV in pieces, newest entry first, names of columns above.

    What strangers sent may look like a formula, and a spreadsheet would compute it; a quote in front prevents that.
    """
    piece = io.StringIO()
    writer = csv.writer(piece)
    writer.writerow(_COLUMNS)
    for number, entry in enumerate(audit_entries(wanted), 1):
        writer.writerow(_defused(cell) for cell in _cells(entry))
        if number % _AT_ONCE == 0:
            yield _taken(piece)
    yield _taken(piece)


def _cells(entry: AuditEntry) -> tuple[str, ...]:
    return (
        str(entry.id),
        entry.at.isoformat(),
        entry.action,
        str(entry.actor_id or ""),
        entry.actor,
        entry.target,
        entry.address,
        entry.device,
        entry.correlation_id,
        _json(entry.before),
        _json(entry.after),
    )


def _json(details: object) -> str:
    return "" if details is None else json.dumps(details, ensure_ascii=False, sort_keys=True)


def _defused(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _taken(piece: io.StringIO) -> str:
    text = piece.getvalue()
    piece.seek(0)
    piece.truncate()
    return text
