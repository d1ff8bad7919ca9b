"""What was removed does not stay."""

from matinee.core.sweeps import SweepOutcome, stopping, sweep
from matinee.library import actions


@sweep(name="library.forgetting", pause=3_600)
def forget_removed() -> SweepOutcome:
    """Each hour what was removed the day before goes, in portions."""
    forgotten = 0
    while not stopping() and (portion := actions.forget_removed()):
        forgotten += portion
    return SweepOutcome(done=forgotten, idle=not forgotten)
