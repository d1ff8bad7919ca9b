"""Big files: quickly, and without growing."""

import io
import json
import time
import tracemalloc
from collections import deque
from collections.abc import Callable

import pytest

from matinee.library.transfer.formats import Row, Upload, own, read
from tests.library.transfer.files import zipped
from tests.library.transfer.test_read_trakt import HISTORY
from tests.library.transfer.test_take_a_library_along import NOW


def diary(count: int) -> bytes:
    """A zip with this many evenings, as a spreadsheet that writes the month first would date them."""
    head = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"
    lines = (
        f'{n % 12 + 1}/{n % 28 + 1}/2020,"Reel {n}, the film",1927,https://boxd.it/{n},3.5,,,1/{n % 12 + 1}/2020\n'
        for n in range(count)
    )
    return zipped({"diary.csv": head + "".join(lines)})


def history(count: int) -> bytes:
    """A Trakt export with this many viewings."""
    return zipped({"watched-history.json": json.dumps(HISTORY * (count // 2), indent=2)})


def library(count: int) -> bytes:
    """As many entries of our own."""
    upload = Upload.opened("diary.zip", io.BytesIO(diary(count)))
    rows = (outcome for _, outcome in read(upload) if isinstance(outcome, Row))
    return b"".join(own.written(rows, NOW))


FILES: list[Callable[[int], bytes]] = [diary, history, library]


@pytest.mark.parametrize("made", FILES)
def test_ten_thousand_rows_are_read_well_within_two_seconds(made: Callable[[int], bytes]) -> None:
    data = made(10_000)
    start = time.process_time()
    outcomes = [outcome for _, outcome in read(Upload.opened("export", io.BytesIO(data)))]
    took = time.process_time() - start
    assert len(outcomes) == 10_000
    assert all(isinstance(outcome, Row) for outcome in outcomes)
    assert took < 2


@pytest.mark.parametrize("made", FILES)
def test_memory_does_not_grow_with_the_rows(made: Callable[[int], bytes]) -> None:
    def peak(count: int) -> int:
        data = io.BytesIO(made(count))
        tracemalloc.start()
        deque(read(Upload.opened("export", data)), maxlen=0)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    few, many = peak(500), peak(3_000)
    assert many < few + (1 << 18)
