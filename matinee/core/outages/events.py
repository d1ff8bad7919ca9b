"""That a connection is lost, and that it is back."""

from dataclasses import dataclass

from matinee.core.events import Event


@dataclass(frozen=True, slots=True)
class ConnectionLost(Event):
    """A service does not answer. `name` is that of its connection."""

    name: str


@dataclass(frozen=True, slots=True)
class ConnectionBack(Event):
    """It answers again."""

    name: str
