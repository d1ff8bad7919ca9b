"""Deciding about rows of which it is not clear what they mean."""

from uuid import UUID

from matinee.catalog import visible
from matinee.core.access import Viewer
from matinee.core.deeds import deed
from matinee.core.errors import BadInput, Conflict, NotFound
from matinee.library.actions.importing.claiming import close
from matinee.library.actions.importing.claims import misses, said_in
from matinee.library.actions.importing.settling import NOT_FOUND, settle, stored
from matinee.library.models import ImportOutcome, ImportRow, ImportState

_OPEN = (
    ImportOutcome.MATCHED,
    ImportOutcome.AMBIGUOUS,
    ImportOutcome.AWAITED,
    ImportOutcome.MISSING,
    ImportOutcome.THERE,
    ImportOutcome.SKIPPED,
)
_DECIDABLE = (ImportState.READY, ImportState.DONE, ImportState.CANCELLED, ImportState.FAILED)
_NO_SUCH = NotFound("There is no such row")


@deed
def choose_title(viewer: Viewer, user_id: UUID, import_id: int, row_id: int, title_id: int) -> ImportRow:
    """Say which title a row means, and with it all rows that say the same of theirs.

    Raises NotFound, Conflict, and BadInput naming `titleId` for a title that is not there for this person, or that
    those rows cannot be about.
    """
    row = _held(user_id, import_id, row_id)
    if _is_heading(row):
        raise BadInput.at("titleId", "this row is the heading of a list, which is about no title")
    kind = visible.titles(viewer).filter(pk=title_id).values_list("kind", flat=True).first()
    if kind is None:
        raise BadInput.at("titleId", "there is no such title")
    same = [one for one in _alike(row) if one.outcome != ImportOutcome.SKIPPED or one.pk == row.pk]
    if sentence := next(filter(None, (misses(said_in(one), kind) for one in same)), ""):
        raise BadInput.at("titleId", sentence)
    for one in same:
        one.title_id = title_id
    settle(row.run, same)
    close(row.run)
    return next(one for one in same if one.pk == row.pk)


@deed
def skip_row(user_id: UUID, import_id: int, row_id: int, *, skip: bool) -> ImportRow:
    """Leave this row out, or take it in again. Raises NotFound and Conflict."""
    row = _held(user_id, import_id, row_id)
    if not skip and (row.title_id is not None or _is_heading(row)):
        settle(row.run, [row])
        close(row.run)
        return row
    if skip:
        row.outcome, row.sentence = ImportOutcome.SKIPPED, ""
    elif row.choices:
        row.outcome = ImportOutcome.AMBIGUOUS
    else:
        row.outcome, row.sentence = ImportOutcome.MISSING, NOT_FOUND
    stored([row])
    close(row.run)
    return row


def _held(user_id: UUID, import_id: int, row_id: int) -> ImportRow:
    rows = ImportRow.objects.select_for_update(of=("self", "run")).select_related("run")
    row = rows.filter(pk=row_id, run=import_id, run__user=user_id).first()
    if row is None:
        raise _NO_SUCH
    if row.run.state not in _DECIDABLE or row.outcome not in _OPEN:
        raise Conflict("Nothing is to be decided about this row as it stands")
    return row


def _is_heading(row: ImportRow) -> bool:
    return "list" in row.body


def _alike(row: ImportRow) -> list[ImportRow]:
    if not row.about:
        return [row]
    return list(ImportRow.objects.filter(run=row.run_id, about=row.about, outcome__in=_OPEN))
