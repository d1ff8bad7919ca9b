"""What has expired goes, and keys that have signed for long enough are replaced."""

from matinee.accounts.actions import credentials, pictures, signing
from matinee.core.sweeps import SweepOutcome, sweep


@sweep(name="accounts.tidying", pause=3600, at_start=True)
def tidy() -> SweepOutcome:
    """Expired sessions, tokens and keys, and pictures of nobody, each hour."""
    rotated = signing.rotate_if_due()
    gone = signing.forget_replaced() + credentials.forget_expired() + pictures.forget_unused()
    return SweepOutcome(done=gone + rotated, idle=not gone and not rotated)
