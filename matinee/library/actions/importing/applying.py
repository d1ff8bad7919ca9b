"""Putting what a file says into somebody's library, and taking it out again: some rows in one deed, and then the next.

What became of each row is stored with it in the same deed, so whoever goes on after a death knows what is left.
"""

from collections import defaultdict
from collections.abc import Collection
from functools import partial

from django.db.models import QuerySet

from matinee.catalog.models import Title
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.storing import store_all
from matinee.core.turns import deed_by_deed
from matinee.library.actions.importing.claiming import Hold
from matinee.library.actions.importing.claims import Claim, Context, Made, claim, said_in
from matinee.library.actions.importing.parts import PARTS
from matinee.library.events import ImportApplied, ImportUndone
from matinee.library.models import ImportOutcome, ImportRow, ImportRun, ImportState

AT_ONCE = 100  # rows; on SQLite, everybody who writes waits for the deed's end
_CHANGED = ("outcome", "sentence", "made")


def apply_on(hold: Hold) -> None:
    """Go on until all that was matched is applied. Raises Lost."""
    run = ImportRun.objects.get(pk=hold.run_id)
    deed_by_deed(partial(_apply_some, hold, run))
    _finish_applying(hold, run)


def undo_on(hold: Hold) -> None:
    """Go on until all that was applied is taken back, the last first. Raises Lost."""
    run = ImportRun.objects.get(pk=hold.run_id)
    deed_by_deed(partial(_undo_some, hold, run))
    _finish_undoing(hold, run)


@deed
def _apply_some(hold: Hold, run: ImportRun) -> bool:
    hold.step()
    rows = list(_rows(run, ImportOutcome.MATCHED).order_by("turn", "number")[:AT_ONCE])
    context, made = Context.of(run), defaultdict[int, Made](dict)
    claims = _claims(rows)
    for part in PARTS:
        for number, more in part.add(context, claims).items():
            made[number] |= more
    for row in rows:
        row.made, row.sentence = made.get(row.number, {}), context.refused.get(row.number, "")
        row.outcome = _outcome(row)
    store_all(rows, _CHANGED)
    return len(rows) == AT_ONCE


def _outcome(row: ImportRow) -> ImportOutcome:
    if row.made:
        return ImportOutcome.APPLIED
    return ImportOutcome.BAD if row.sentence else ImportOutcome.THERE


@deed
def _undo_some(hold: Hold, run: ImportRun) -> bool:
    hold.step()
    rows = list(_rows(run, ImportOutcome.APPLIED).order_by("-turn", "-number")[:AT_ONCE])
    context, kept = Context.of(run), dict[int, str]()
    claims = _claims(rows)
    for part in reversed(PARTS):
        kept |= part.take_back(context, claims)
    for row in rows:
        row.sentence = kept.get(row.number, "")
        row.outcome = ImportOutcome.KEPT if row.sentence else ImportOutcome.UNDONE
    store_all(rows, _CHANGED)
    return len(rows) == AT_ONCE


@deed
def _finish_applying(hold: Hold, run: ImportRun) -> None:
    hold.end(ImportState.DONE)
    events.append(ImportApplied(run.user_id, run.pk, _rows(run, ImportOutcome.APPLIED).count(), run.file_name))


@deed
def _finish_undoing(hold: Hold, run: ImportRun) -> None:
    hold.end(ImportState.UNDONE)
    events.append(ImportUndone(run.user_id, run.pk, _rows(run, ImportOutcome.UNDONE).count()))


def _rows(run: ImportRun, outcome: ImportOutcome) -> QuerySet[ImportRow]:
    return ImportRow.objects.filter(run=run, outcome=outcome)


def _claims(rows: Collection[ImportRow]) -> list[Claim]:
    """Without those whose title is gone from the catalogue meanwhile."""
    ids = {row.title_id for row in rows if row.title_id is not None}
    kinds = dict(Title.objects.filter(pk__in=ids).values_list("pk", "kind"))
    there = [row for row in rows if row.title_id is not None or _is_head(row)]
    return [claim(row, kinds.get(row.title_id or 0, ""), said_in(row)) for row in there]


def _is_head(row: ImportRow) -> bool:
    return "list" in row.body
