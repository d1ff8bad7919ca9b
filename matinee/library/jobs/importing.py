"""The work behind imports."""

from matinee.core.jobs import job
from matinee.core.sweeps import SweepOutcome, stopping, sweep
from matinee.library.actions import importing

sweep(name="library.imports", pause=2, idle_pause=10, at_start=True)(importing.work_on_imports)
sweep(name="library.import_titles", pause=5, idle_pause=60)(importing.fetch_awaited)


@job(importing.JOB)
def work_on_import(run_id: int) -> None:
    """Somebody waits for it."""
    importing.work_on_import(run_id)


@sweep(name="library.old_imports", pause=3_600)
def forget_imports() -> SweepOutcome:
    """Each hour what is too old goes, in portions."""
    forgotten = importing.forget_files()
    while not stopping() and (portion := importing.forget_imports()):
        forgotten += portion
    return SweepOutcome(done=forgotten, idle=not forgotten)
