"""The outside services that this installation can be connected to, for whoever shows or tries them all.

A feature registers each of its services once, at import; its state is what `core.http` saw of it.
"""

from typing import Protocol


class Connection(Protocol):
    """One service that a person may connect."""

    name: str
    """As given to `core.http.Service`."""
    title: str
    """For people."""
    attribution: str
    """What its terms ask us to show; empty when nothing."""

    def is_set_up(self) -> bool:
        """Whether it is to be used at all, e.g. has a key."""

    def how_to_set_up(self) -> str:
        """A sentence: what to do to use it."""

    def test(self) -> None:
        """Ask it now. Raises ServiceError with a sentence when it does not answer as it should."""


_known: dict[str, Connection] = {}


def register(connection: Connection) -> None:
    """Make a service known. Raises ValueError when another has its name."""
    if connection.name in _known:
        raise ValueError(f"two connections are called {connection.name}")
    _known[connection.name] = connection


def connections() -> list[Connection]:
    """All of them, by title."""
    return sorted(_known.values(), key=lambda connection: connection.title)
