"""A circuit breaker: after some failures in a row a service is left alone for a while, then tried with one call."""

import threading
import time
from collections.abc import Callable
from enum import StrEnum


class State(StrEnum):
    """Closed lets calls through, open none, half-open is waiting for the one call that decides."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


class BreakerOpen(Exception):
    """No call may go through for about `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"open for {seconds:.0f} s")
        self.seconds = seconds


class Breaker:
    """Thread-safe. Each call takes a permit from `enter` and hands it to exactly one of the other three methods.

    A permit is a number that changes with every change of state, so a slow call that began before the breaker opened
    cannot close it, nor open it a second time.
    """

    def __init__(
        self,
        *,
        failures: int,
        pause: float,
        on_change: Callable[[State, str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`failures` in a row open it; after `pause` seconds one call is let through. `on_change(state, reason)`."""
        self._most_failures = failures
        self._pause = pause
        self._on_change = on_change
        self._clock = clock
        self._lock = threading.Lock()
        self._state = State.CLOSED
        self._failures = 0
        self._until = 0.0
        self._permit = 0

    @property
    def state(self) -> State:
        return self._state

    def enter(self) -> int:
        """Ask to call. Raises BreakerOpen."""
        with self._lock:
            if self._state is State.CLOSED:
                return self._permit
            if self._state is State.HALF_OPEN or self._clock() < self._until:
                raise BreakerOpen(max(self._until - self._clock(), 1.0))
            self._become(State.HALF_OPEN)
            permit = self._permit
        self._on_change(State.HALF_OPEN, "")
        return permit

    def succeed(self, permit: int) -> None:
        """The service answered something usable."""
        with self._lock:
            if permit != self._permit:
                return
            self._failures = 0
            if self._state is State.CLOSED:
                return
            self._become(State.CLOSED)
        self._on_change(State.CLOSED, "")

    def fail(self, permit: int, reason: str) -> None:
        """The service did not."""
        with self._lock:
            if permit != self._permit:
                return
            self._failures += 1
            if self._state is State.CLOSED and self._failures < self._most_failures:
                return
            self._until = self._clock() + self._pause
            self._become(State.OPEN)
        self._on_change(State.OPEN, reason)

    def abandon(self, permit: int) -> None:
        """The call ended before the service was asked; the next one may try at once."""
        with self._lock:
            if permit == self._permit and self._state is State.HALF_OPEN:
                self._become(State.OPEN)

    def _become(self, state: State) -> None:
        self._state = state
        self._permit += 1
        if state is State.CLOSED:
            self._failures = 0
