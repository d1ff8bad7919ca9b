"""A worker at imports."""

import structlog
from django.db.models import Q
from django.utils import timezone

from matinee.core.correlation import continued
from matinee.core.sweeps import SweepOutcome, stopping
from matinee.library.actions.importing.applying import apply_on, undo_on
from matinee.library.actions.importing.claiming import Lost, take
from matinee.library.actions.importing.reading import read_on
from matinee.library.events import work_of
from matinee.library.models import WORKED_ON, ImportRun, ImportState

log = structlog.get_logger(__name__)

_WORK = {ImportState.READING: read_on, ImportState.APPLYING: apply_on, ImportState.UNDOING: undo_on}


def work_on_import(run_id: int) -> bool:
    """Do what it waits for, unless another worker does; whether anything was done."""
    hold = take(run_id)
    if hold is None:
        return False
    try:
        with continued(work_of(run_id)):
            _WORK[hold.state](hold)
    except Lost:
        log.info("import stopped", run=run_id)
    return True


def work_on_imports() -> SweepOutcome:
    """Those that nobody is at: their ring was lost, or their worker died."""
    free = Q(claimed_until=None) | Q(claimed_until__lte=timezone.now())
    done = 0
    for run_id in ImportRun.objects.filter(free, state__in=WORKED_ON).order_by("pk").values_list("pk", flat=True):
        if stopping():
            break
        done += work_on_import(run_id)
    return SweepOutcome(done=done, idle=done == 0)
