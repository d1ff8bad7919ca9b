"""What somebody has brought along, and what was made of its rows."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count

from matinee.catalog.queries import makers, source_of_tmdb_key, title_cards
from matinee.core.access import Viewer
from matinee.core.errors import NotFound
from matinee.core.language import Locale
from matinee.core.personal import personal
from matinee.library.models import (
    MOST_IMPORTS,
    OF_WHOLES,
    SAID_HERE,
    WORKED_ON,
    ImportOutcome,
    ImportRow,
    ImportRun,
    ImportState,
)
from matinee.library.queries.paging import page_of
from matinee.library.transfer.formats import FORMATS, OWN_FORMAT, Fact, Row, read_plain

_CAN_APPLY = (ImportState.READY, ImportState.DONE, ImportState.CANCELLED, ImportState.FAILED)
_LONGEST_NAME = 500  # characters of what a file calls a title; more is in no poster's line
_CAN_UNDO = (ImportState.DONE, ImportState.CANCELLED, ImportState.FAILED)
_IN_PART = (ImportOutcome.MATCHED, ImportOutcome.APPLIED, ImportOutcome.THERE)
_MADE_OF: dict[str, tuple[Fact, ...]] = {
    "viewings": ("watched",),
    "status": ("status", "progress"),
    "progress": ("progress",),
    "item": ("listed",),
    "review": ("review",),
}


def imports(user_id: UUID) -> list[dict[str, Any]]:
    """All of theirs, the newest first."""
    return _told(list(ImportRun.objects.filter(user=user_id).order_by("-id")[:MOST_IMPORTS]))


def import_told(user_id: UUID, import_id: int) -> dict[str, Any]:
    """How far one is. Raises NotFound."""
    return _told([_own(user_id, import_id)])[0]


def import_rows(
    user_id: UUID, import_id: int, outcomes: Collection[str], page: int, locale: Locale, viewer: Viewer
) -> dict[str, Any]:
    """Forty of its rows, as they stand in the file; those of all outcomes when none is named. Raises NotFound."""
    rows = ImportRow.objects.filter(run=_own(user_id, import_id)).select_related("run")
    if outcomes:
        rows = rows.filter(outcome__in=outcomes)
    items, whole = page_of(rows.order_by("number"), page)
    return {"items": _rows_told(items, locale, viewer), **whole}


def row_told(row: ImportRow, locale: Locale, viewer: Viewer) -> dict[str, Any]:
    """One of them."""
    return _rows_told([row], locale, viewer)[0]


def _own(user_id: UUID, import_id: int) -> ImportRun:
    run = ImportRun.objects.filter(pk=import_id, user=user_id).first()
    if run is None:
        raise NotFound("There is no such import")
    return run


def _told(runs: list[ImportRun]) -> list[dict[str, Any]]:
    counts: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(ImportOutcome.values, 0))
    grouped = ImportRow.objects.filter(run__in=runs).order_by().values_list("run", "outcome").annotate(Count("pk"))
    for run_id, outcome, number in grouped:
        counts[run_id][outcome] = number
    partly = ImportRow.objects.filter(run__in=runs, outcome=ImportOutcome.MATCHED, in_part=True).order_by()
    in_part = dict(partly.values_list("run").annotate(Count("pk")))
    public = _public_lists(runs)
    return [
        _run_told(run, counts[run.pk]) | {"in_part": in_part.get(run.pk, 0), "public_lists": public.get(run.pk, 0)}
        for run in runs
    ]


def _public_lists(runs: Iterable[ImportRun]) -> dict[int, int]:
    """How many lists of each, by its id, will be public once it is applied; only a file of ours can make them so."""
    ours = [run.pk for run in runs if run.format == OWN_FORMAT and run.state not in WORKED_ON]
    if not ours:
        return {}
    heads = ImportRow.objects.filter(run__in=ours, outcome=ImportOutcome.MATCHED, about="", body__list__public=True)
    return dict(heads.order_by().values_list("run").annotate(Count("pk")))


def _run_told(run: ImportRun, counts: dict[str, int]) -> dict[str, Any]:
    is_read = not run.upload
    return {
        "id": run.pk,
        "format": FORMATS[run.format].NAME if run.format in FORMATS else run.format,
        "file_name": run.file_name,
        "state": run.state,
        "read": run.read,
        "counts": counts,
        "error": run.error or None,
        "lacks_tmdb": counts[ImportOutcome.MISSING] > 0 and source_of_tmdb_key() == "none",
        "can_apply": run.state in _CAN_APPLY and is_read and counts[ImportOutcome.MATCHED] > 0,
        "can_undo": run.state in _CAN_UNDO and counts[ImportOutcome.APPLIED] > 0,
        "created_at": run.created_at,
        "finished_at": run.finished_at,
    }


def _rows_told(rows: Iterable[ImportRow], locale: Locale, viewer: Viewer) -> list[dict[str, Any]]:
    rows = list(rows)
    ids = {row.title_id for row in rows if row.title_id is not None} | {pk for row in rows for pk in row.choices}
    cards = title_cards(ids, locale, viewer)
    by = makers({pk for row in rows for pk in row.choices})
    return [
        {
            "id": row.pk,
            "file": row.file,
            "line": row.line,
            "outcome": row.outcome,
            "sentence": row.sentence or None,
            "said": _said(row.body, is_ours=row.run.format == OWN_FORMAT),
            "left": _left(row),
            "title": cards.get(row.title_id or 0),
            "choices": [cards[pk] | {"makers": by.get(pk, [])} for pk in row.choices if pk in cards],
        }
        for row in rows
    ]


def _said(body: dict[str, Any], *, is_ours: bool) -> dict[str, Any] | None:
    """What the file says, in short; None for what could not be read."""
    if not body:
        return None
    title, heading, listed = body.get("title") or {}, body.get("list") or {}, body.get("listed") or {}
    return {
        "name": _short(title.get("name") or heading.get("name") or ""),
        "kind": title.get("kind"),
        "year": title.get("year"),
        "season": title.get("season"),
        "episode": title.get("episode"),
        "is_list": bool(heading),
        "is_public": is_ours and bool(heading.get("public")),
        "rating": body.get("rating"),
        "loved": bool(body.get("loved")),
        "status": body.get("status"),
        "watched": "watched" in body,
        "watched_on": ((body.get("watched") or {}).get("at") or "")[:10] or None,
        "progress": "progress" in body,
        "list": _short(listed["name"]) if "name" in listed else None,
        "reviewed": "review" in body,
        "noted": bool(body.get("notes")),
        "dismissed": bool(body.get("dismissed")),
    }


def _left(row: ImportRow) -> list[dict[str, str | None]]:
    """What was, or is going to be, left out of it. What has become of a row that is applied, its `made` says."""
    if row.outcome not in _IN_PART:
        return []
    left: dict[str, str] = dict(row.untaken)
    if row.outcome == ImportOutcome.APPLIED:
        left |= {fact: left.get(fact, SAID_HERE) for fact in _not_made(row)}
    told = []
    for fact, why in left.items():
        is_known = why in (SAID_HERE, OF_WHOLES)
        told.append({"fact": fact, "why": why if is_known else "wrong", "sentence": None if is_known else why})
    return told


def _not_made(row: ImportRow) -> set[Fact]:
    """What it says that was there by the time it was applied: another row of the file may have said it, too."""
    said = read_plain(row.body, row.file, row.line)
    if not isinstance(said, Row):
        return set()
    made = {fact for part in row.made for fact in _MADE_OF.get(part, ())} | {*row.made.get("opinion", ())}
    refused = {"listed"} if row.sentence else set()  # which the sentence explains
    return set(said.facts) - made - refused


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


@personal("imports")
def _kept(user_id: UUID) -> object:
    runs = ImportRun.objects.filter(user=user_id).order_by("id")
    rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in ImportRow.objects.filter(run__in=runs).order_by("run", "number"):
        rows[row.run_id].append({"line": row.line, "said": row.body, "outcome": row.outcome})
    return [
        {"fileName": run.file_name, "state": run.state, "createdAt": run.created_at, "rows": rows[run.pk]}
        for run in runs
    ]
