"""Being the one worker that is at an import, until it is done or this process dies."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone

from matinee.core import events
from matinee.core.deeds import deed
from matinee.library.events import ImportAdvanced, ImportApplied
from matinee.library.models import TO_APPLY, WORKED_ON, ImportOutcome, ImportRow, ImportRun, ImportState

LEASE = timedelta(seconds=30)
_MOST_ATTEMPTS = 5
GIVEN_UP = "It could not be finished, however often we tried. An administrator finds the reason in the log"


class Lost(Exception):
    """Somebody has stopped the import, or another worker has taken it over."""


@dataclass(frozen=True, slots=True)
class Hold:
    """An import in our hands."""

    run_id: int
    user_id: UUID
    token: str
    state: ImportState

    def step(self, **changes: object) -> None:
        """First in the deed of each step: hold it for longer, and lock it until the deed's end. Raises Lost."""
        ours = ImportRun.objects.filter(pk=self.run_id, claim=self.token, state=self.state)
        if not ours.update(claimed_until=timezone.now() + LEASE, attempts=0, **changes):
            raise Lost
        events.append(ImportAdvanced(self.user_id, self.run_id))

    def end(self, state: ImportState, **changes: object) -> None:
        """The last step, in a deed."""
        self.step()
        now = timezone.now()
        ended = {} if state == ImportState.READY else {"finished_at": now}
        ImportRun.objects.filter(pk=self.run_id).update(state=state, claim="", claimed_until=None, **ended, **changes)


def take(run_id: int) -> Hold | None:
    """None while another worker is at it, or there is nothing to do."""
    now, token = timezone.now(), uuid.uuid4().hex
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    ours = ImportRun.objects.filter(free, pk=run_id, state__in=WORKED_ON)
    if not ours.update(claim=token, claimed_until=now + LEASE, attempts=F("attempts") + 1):
        return None
    run = ImportRun.objects.filter(pk=run_id, claim=token).first()
    if run is None:
        return None
    hold = Hold(run_id, run.user_id, token, ImportState(run.state))
    if run.attempts > _MOST_ATTEMPTS:
        give_up(hold, GIVEN_UP)
        return None
    return hold


def is_nothing_left(run_id: int) -> bool:
    """Whether no row of it is, or may become, something to be applied."""
    return not ImportRow.objects.filter(run=run_id, outcome__in=TO_APPLY).exists()


def tell_applied(run: ImportRun) -> None:
    """Part of a deed that ends an import before all of it is applied: what is applied by then, if anything, is told."""
    if rows := ImportRow.objects.filter(run=run, outcome=ImportOutcome.APPLIED).count():
        events.append(ImportApplied(run.user_id, run.pk, rows, run.file_name))


def close(run: ImportRun) -> None:
    """Part of a deed that has decided about rows: an import in which nothing is left to be applied is done."""
    if run.state == ImportState.READY and is_nothing_left(run.pk):
        run.state, run.finished_at = ImportState.DONE, timezone.now()
        run.save(update_fields=["state", "finished_at"])
        events.append(ImportAdvanced(run.user_id, run.pk))


@deed
def give_up(hold: Hold, sentence: str) -> None:
    """It has failed; what is applied of it stays, and can be undone."""
    hold.end(ImportState.FAILED, error=sentence)
    if hold.state == ImportState.APPLYING:
        tell_applied(ImportRun.objects.get(pk=hold.run_id))
