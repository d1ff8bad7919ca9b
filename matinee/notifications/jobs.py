"""Notifications in the background."""

from matinee.core.sweeps import SweepOutcome, stopping, sweep
from matinee.notifications import actions


@sweep(name="notifications.retention", pause=86_400)
def forget_old() -> SweepOutcome:
    """Once a day the old ones go, in portions."""
    forgotten = 0
    while not stopping() and (portion := actions.forget_old()):
        forgotten += portion
    return SweepOutcome(done=forgotten, idle=not forgotten)
