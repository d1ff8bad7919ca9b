"""Fetching titles that the catalogue does not know yet: a few in each pass, so that others get their turn."""

from matinee.catalog.actions import open_title, resolve
from matinee.catalog.links import Link
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.errors import Conflict, NotFound, ServiceError
from matinee.core.settings import current
from matinee.core.sweeps import SweepOutcome, stopping
from matinee.library.actions.importing.claiming import close
from matinee.library.actions.importing.claims import said_in
from matinee.library.actions.importing.settling import NOT_FOUND, reference, settle, stored, viewer_of_run
from matinee.library.actions.importing.starting import apply_the_rest
from matinee.library.events import ImportAdvanced
from matinee.library.models import ImportOutcome, ImportRow, ImportRun, ImportState
from matinee.library.transfer.formats import Row

_TITLES = 20  # in one pass
_WAITING = (ImportState.READY, ImportState.DONE)


def fetch_awaited() -> SweepOutcome:
    """The titles of some rows that wait for one; rows of an import that was applied are applied, too."""
    done, errors, note = 0, 0, ""
    to_apply = set[int]()
    for row in _awaited():
        if stopping():
            break
        try:
            title_id = _fetched(row)
        except NotFound as error:
            title_id, errors, note = None, errors + 1, error.detail
        except ServiceError as error:  # it is asked again in the next pass
            errors, note = errors + 1, error.detail
            break
        if _settle(row, title_id):
            to_apply.add(row.run_id)
        done += title_id is not None
    for run_id in sorted(to_apply):
        _apply(run_id)
    return SweepOutcome(done=done, errors=errors, note=note, idle=not done and not errors)


def _awaited() -> list[ImportRow]:
    """One for each title, of the oldest import first."""
    waiting = ImportRow.objects.filter(outcome=ImportOutcome.AWAITED, run__state__in=_WAITING)
    rows = waiting.select_related("run").order_by("run", "turn", "number")
    found: dict[tuple[int, str], ImportRow] = {}
    for row in rows.iterator():
        if len(found) >= _TITLES:
            break
        found.setdefault((row.run_id, row.about), row)
    return list(found.values())


def _fetched(row: ImportRow) -> int | None:
    """The title's id; None where there is nobody to ask by what is known of it. Raises NotFound, ServiceError."""
    said = said_in(row)
    if not isinstance(said, Row) or (wanted := reference(said.about)) is None:
        return None
    viewer = viewer_of_run(row.run)
    source, number = wanted
    wait = current().http_timeout
    if source == "imdb":
        found = resolve(Link("imdb", number), viewer, wait=wait)
        if found.kind not in ("movie", "tv"):
            return None
        return open_title("movie" if found.kind == "movie" else "tv", found.ref, viewer, wait=wait).id
    return open_title(said.about.kind or "movie", f"tmdb:{number}", viewer, wait=wait).id


@deed
def _settle(row: ImportRow, title_id: int | None) -> bool:
    """Whether there is more to be applied now, in an import that was applied before."""
    run = ImportRun.objects.select_for_update().filter(pk=row.run_id, state__in=_WAITING).first()
    if run is None:
        return False
    events.append(ImportAdvanced(run.user_id, run.pk))
    same = list(ImportRow.objects.filter(run=run, about=row.about, outcome=ImportOutcome.AWAITED))
    if title_id is None:
        for one in same:
            one.outcome, one.sentence = ImportOutcome.MISSING, NOT_FOUND
        stored(same)
        close(run)
        return False
    for one in same:
        one.title_id = title_id
    settle(run, same)
    close(run)
    return run.state == ImportState.DONE and any(one.outcome == ImportOutcome.MATCHED for one in same)


def _apply(run_id: int) -> None:
    try:
        apply_the_rest(run_id)
    except Conflict:  # another import is under way; they see that there is more to apply
        return
