"""Events of the tests' own."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from matinee.core.events import Event


@dataclass(frozen=True, slots=True)
class ReelShown(Event):
    """The usual one."""

    number: int

    def tags(self) -> tuple[str, ...]:
        return (f"reel:{self.number}",)


@dataclass(frozen=True, slots=True)
class CurtainFell(Event):
    """Another kind."""

    number: int


@dataclass(frozen=True, slots=True)
class EverythingCarried(Event):
    """One field of each kind that an event may have."""

    person: uuid.UUID
    names: tuple[str, ...]
    at: datetime
    added_later: bool = False
