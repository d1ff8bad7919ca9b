"""What a limit and a lockout mean, and what a store of their counts can do."""

from dataclasses import dataclass
from typing import Protocol

MEMORY = 86_400
"""Seconds after the last failure when a key's failures are forgotten."""


@dataclass(frozen=True, slots=True)
class Limit:
    """`amount` uses within `seconds`: so many at once, and then one each time a share of the seconds has passed.

    This is the generic cell rate algorithm (ITU-T I.371): the store keeps one moment per key, the one until which the
    uses so far would last if they came evenly.
    """

    amount: int
    seconds: float

    def __post_init__(self) -> None:
        if self.amount < 1 or self.seconds <= 0:
            raise ValueError(f"a limit is at least one use in some time, not {self.amount} in {self.seconds} s")

    @property
    def gap(self) -> float:
        """Seconds from one use to the next when they come evenly."""
        return self.seconds / self.amount


@dataclass(frozen=True, slots=True)
class Lockout:
    """After `free` failures each further one locks: for `first` seconds, then twice as long each, up to `longest`."""

    free: int = 5
    first: float = 30
    longest: float = 3600

    def seconds(self, failures: int) -> float:
        """How long so many failures lock."""
        if failures <= self.free:
            return 0.0
        return min(self.first * 2.0 ** min(failures - self.free - 1, 30), self.longest)

    def left(self, failures: "Failures") -> float:
        """How long they still do."""
        return max(0.0, self.seconds(failures.count) - failures.age)


@dataclass(frozen=True, slots=True)
class Failures:
    """The failures of one key: how many, and the seconds since the last."""

    count: int
    age: float


NO_FAILURES = Failures(0, 0.0)


class StoreFailed(Exception):
    """The counts cannot be read or written now."""


class Store(Protocol):
    """Where the counts are. Thread-safe; each method is one atomic step, and raises StoreFailed."""

    def take(self, key: bytes, limit: Limit) -> float:
        """Count a use if it is allowed: 0, else the seconds until one is."""

    def fail(self, key: bytes) -> Failures:
        """Count a failure."""

    def failures(self, key: bytes) -> Failures:
        """The failures so far, those older than MEMORY left out."""

    def forget(self, key: bytes) -> None:
        """Forget the failures."""
