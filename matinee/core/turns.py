"""Long work made of many deeds, between which others have their turn to write."""

import time
from collections.abc import Callable

from django.db import connection

_SHARE = 0.25  # of the time that a deed took
_LONGEST = 0.1  # seconds, the longest that SQLite sleeps between two tries


def deed_by_deed(work: Callable[[], bool]) -> None:
    """Call it until it says that nothing is left to be done; each call is one deed, best of 0.1 s or less.

    SQLite has no queue of writers: who finds another one writing sleeps and tries again, after 1, 2, 5, 10, 15, 20 and
    25 ms at first, after 100 ms in the end. Somebody who begins the next deed at once is nearly always faster, for as
    long as the work lasts. These sleeps are about a quarter of the time waited before, so after each deed nobody writes
    for that long, and whoever has waited for it gets in.
    """
    begun = time.monotonic()
    while work():
        if connection.vendor == "sqlite":
            time.sleep(min(_SHARE * (time.monotonic() - begun), _LONGEST))
        begun = time.monotonic()
