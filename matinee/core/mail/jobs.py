"""What sends messages in the background: at once when rung for, and a sweep for what is left."""

from matinee.core.jobs import job
from matinee.core.mail import delivery
from matinee.core.mail.queue import JOB
from matinee.core.sweeps import SweepOutcome, sweep


@job(JOB)
def deliver_message(outgoing_id: int) -> None:
    """Send this one now."""
    delivery.deliver(outgoing_id)


@sweep(name="core.messages", pause=10, idle_pause=30)
def deliver_messages() -> SweepOutcome:
    """Send what is due."""
    return delivery.deliver_due()
