"""What has expired goes, and keys that have signed for long enough are replaced."""

from matinee.accounts.actions import credentials, signing
from matinee.core.sweeps import SweepOutcome, sweep


@sweep(name="accounts.tidying", pause=3600, at_start=True)
def tidy() -> SweepOutcome:
    """Expired sessions, tokens and keys, each hour."""
    rotated = signing.rotate_if_due()
    gone = credentials.forget_expired()
    return SweepOutcome(done=gone + rotated, idle=not gone and not rotated)
