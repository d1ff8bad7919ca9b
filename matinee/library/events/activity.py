"""What becomes of what people did."""

from dataclasses import dataclass
from uuid import UUID

from matinee.core.events import Event


@dataclass(frozen=True)
class ActivityUndone(Event):
    """Somebody has taken back what they did; what that changed has been told, too. `event_id`: of what they did."""

    user_id: UUID
    event_id: int
