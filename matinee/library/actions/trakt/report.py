"""What one sync did, for the person whose it is."""

from dataclasses import dataclass, field
from typing import Any

MOST_NAMES = 50


@dataclass(slots=True)
class Report:
    """`taken` and `dropped` here, `sent` and `withdrawn` there; names of what one side does not know; sentences."""

    taken: int = 0
    dropped: int = 0
    sent: int = 0
    withdrawn: int = 0
    waiting: int = 0
    unknown_here: set[str] = field(default_factory=set)
    unknown_there: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        """Once, however often it is true."""
        if sentence not in self.notes:
            self.notes.append(sentence)

    def told(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "taken": self.taken,
            "dropped": self.dropped,
            "sent": self.sent,
            "withdrawn": self.withdrawn,
            "waiting": self.waiting,
            "unknown_here": sorted(self.unknown_here)[:MOST_NAMES],
            "unknown_there": sorted(self.unknown_there)[:MOST_NAMES],
            "notes": self.notes,
        }
