"""A limit of requests per second to one host, for all threads of this process."""

import threading
import time
from collections.abc import Callable


class Rate:
    """Thread-safe. A short burst may pass at once (a quarter of a second's worth), then calls are spread evenly."""

    def __init__(self, per_second: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._gap = 1 / per_second
        self._burst = max(1.0, per_second / 4)
        self._clock = clock
        self._lock = threading.Lock()
        self._next = 0.0  # when the next call would go if there were no bursts
        self._held_until = 0.0

    def reserve(self, most: float) -> float | None:
        """Take the next turn: seconds to wait for it, or None (and no turn is taken) when that is more than `most`."""
        with self._lock:
            now = self._clock()
            turn = max(self._next, now)
            wait = max(turn - now - (self._burst - 1) * self._gap, self._held_until - now, 0.0)
            if wait > most:
                return None
            self._next = turn + self._gap
            return wait

    def hold(self, seconds: float) -> None:
        """Nobody goes for so long: the host said that it is too much."""
        with self._lock:
            self._held_until = max(self._held_until, self._clock() + seconds)
