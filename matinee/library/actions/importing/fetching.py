"""Fetching titles that the catalogue does not know yet: a few in each pass, so that others get their turn.

What TMDB fails at goes to the end of the line, and is asked for later and later.
"""

from django.utils import timezone

from matinee.catalog.actions import is_of_the_whole, open_title, postpone, postponed, resolve
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
_GIVEN_UP = "TMDB failed at this title each time it was asked. Choose one, or leave it out"
_WAITING = (ImportState.READY, ImportState.DONE)


def fetch_awaited() -> SweepOutcome:
    """The titles of some rows that wait for one; rows of an import that was applied are applied, too."""
    done, errors, note = 0, 0, ""
    to_apply, vain = set[int](), set[str]()
    for key, row in _awaited():
        if stopping():
            break
        if key in vain:  # another import, or another name, of the same
            continue
        title_id, sentence = None, NOT_FOUND
        try:
            title_id = _fetched(row, key)
        except NotFound as error:
            errors, note = errors + 1, error.detail
        except ServiceError as error:
            errors, note = errors + 1, error.detail
            if is_of_the_whole(error):
                break
            if postpone(key, error):
                vain.add(key)
                continue
            sentence = _GIVEN_UP
        if _settle(row, title_id, sentence):
            to_apply.add(row.run_id)
        done += title_id is not None
    for run_id in sorted(to_apply):
        _apply(run_id)
    return SweepOutcome(done=done, errors=errors, note=note, idle=not done and not errors)


def _awaited() -> list[tuple[str, ImportRow]]:
    """One for each title, with its key: of the oldest import first, then what was asked for in vain and is due."""
    waiting = ImportRow.objects.filter(outcome=ImportOutcome.AWAITED, run__state__in=_WAITING)
    rows = waiting.select_related("run").order_by("run", "turn", "number")
    failed, now = postponed(), timezone.now()
    seen = set[tuple[int, str]]()
    first, again = list[tuple[str, ImportRow]](), list[tuple[str, ImportRow]]()
    for row in rows.iterator():
        if len(first) >= _TITLES:
            break
        if (row.run_id, row.about) in seen:
            continue
        seen.add((row.run_id, row.about))
        key = _key(row)
        if key not in failed:
            first.append((key, row))
        elif failed[key].until <= now:
            again.append((key, row))
    again.sort(key=lambda one: failed[one[0]].times)
    return [*first, *again][:_TITLES]


def _key(row: ImportRow) -> str:
    """What its title is asked for by: imdb:tt0013442, movie:653 or tv:653 of TMDB's; empty where that is not known."""
    said = said_in(row)
    wanted = reference(said.about) if isinstance(said, Row) else None
    if not isinstance(said, Row) or wanted is None:
        return ""
    source, number = wanted
    return f"{source if source == 'imdb' else said.about.kind}:{number}"


def _fetched(row: ImportRow, key: str) -> int | None:
    """The title's id; None where there is nobody to ask by what is known of it. Raises NotFound, ServiceError."""
    if not key:
        return None
    viewer = viewer_of_run(row.run)
    source, number = key.split(":")
    wait = current().http_timeout
    if source == "imdb":
        found = resolve(Link("imdb", number), viewer, wait=wait)
        if found.kind not in ("movie", "tv"):
            return None
        return open_title("movie" if found.kind == "movie" else "tv", found.ref, viewer, wait=wait).id
    return open_title("movie" if source == "movie" else "tv", f"tmdb:{number}", viewer, wait=wait).id


@deed
def _settle(row: ImportRow, title_id: int | None, otherwise: str) -> bool:
    """Store what its title turned out to be, or that there is none and why: a sentence, `otherwise`.

    Whether there is more to be applied now, in an import that was applied before.
    """
    run = ImportRun.objects.select_for_update().filter(pk=row.run_id, state__in=_WAITING).first()
    if run is None:
        return False
    events.append(ImportAdvanced(run.user_id, run.pk))
    same = list(ImportRow.objects.filter(run=run, about=row.about, outcome=ImportOutcome.AWAITED))
    if title_id is None:
        for one in same:
            one.outcome, one.sentence = ImportOutcome.MISSING, otherwise
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
