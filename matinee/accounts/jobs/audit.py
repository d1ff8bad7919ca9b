"""The audit log in the background."""

from matinee.accounts import policies
from matinee.accounts.actions import prune_audit
from matinee.core.sweeps import SweepOutcome, stopping, sweep


@sweep(name="accounts.audit", pause=86_400)
def prune() -> SweepOutcome:
    """Once a day the oldest entries go, in portions, so that nobody waits long for the log."""
    pruned = 0
    while not stopping() and (portion := prune_audit(policies.audit_days())):
        pruned += portion
    return SweepOutcome(done=pruned, idle=not pruned)
