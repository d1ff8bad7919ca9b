"""Waiting for something to become true elsewhere, without sleeping for luck."""

import time
from collections.abc import Callable


def wait_until(condition: Callable[[], object], *, seconds: float = 10.0) -> None:
    """Return as soon as the condition holds; fail when it does not within `seconds`."""
    ends = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > ends:
            raise AssertionError(f"did not come true within {seconds} s")
        time.sleep(0.01)
