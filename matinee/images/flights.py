"""Single flight: of many threads that want the same thing at the same time, one makes it and all get it."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

T = TypeVar("T")


class Flights(Generic[T]):
    """The things under way in this process, by key."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._under_way: dict[str, Future[T]] = {}

    def once(self, key: str, make: Callable[[], T]) -> T:
        """What `make` returns, or raises, called here or by whoever came first."""
        with self._lock:
            if (flight := self._under_way.get(key)) is None:
                own = self._under_way[key] = Future()
        if flight is not None:
            return flight.result()
        try:
            own.set_result(make())
        except BaseException as error:  # noqa: BLE001 - it is raised below, and in those who wait
            own.set_exception(error)
        finally:
            with self._lock:
                del self._under_way[key]
        return own.result()
