"""Whatever happens to a file on its way, the answer is rows, problems and `BadInput`, and nothing else."""

import io
import json
from collections import deque
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from matinee.core.errors import BadInput
from matinee.library.transfer.formats import Upload, read
from tests.library.transfer import test_read_imdb as imdb
from tests.library.transfer import test_read_letterboxd as letterboxd
from tests.library.transfer import test_read_plex as plex
from tests.library.transfer import test_read_tmdb as tmdb
from tests.library.transfer import test_read_trakt as trakt
from tests.library.transfer import test_read_yamtrack as yamtrack
from tests.library.transfer.files import zipped

OURS = {
    "format": "matinee library",
    "version": 1,
    "entries": [
        {"title": {"name": "Metropolis"}, "rating": 8, "watched": {"at": "2020-12-31"}},
        {"list": {"name": "Y"}},
    ],
}
SEEDS: dict[str, Callable[[], bytes]] = {
    "letterboxd.zip": lambda: zipped(letterboxd.EXPORT),
    "trakt.zip": lambda: zipped(trakt.FILES),
    "ratings.csv": imdb.OLD.encode,
    "WATCHLIST.csv": imdb.NEW_LISTED.encode,
    "favorites.csv": (tmdb.HEAD + tmdb.LINE.format("8")).encode,
    "yamtrack.csv": (yamtrack.HEAD + yamtrack.line("movie", score="8", status="Completed", end="2020-12-31")).encode,
    "list.csv": letterboxd.LIST.encode,
    "history.json": json.dumps(trakt.HISTORY).encode,
    "plex.json": lambda: json.dumps(plex.answer(plex.METROPOLIS, plex.EPISODE)).encode(),
    "library.json": json.dumps(OURS).encode,
}
PIECES = [
    *(bytes([sign]) for sign in b"\",;\n\0[]{}'=\\ \xff"),
    *(b"null", b"true", b"1e999", b"NaN", b"9999999999", b"-1", b"tt", b"2020", b"45000.99999999999", b"12:99"),
    *(b"99/99/9999", b"0000-00-00", b"9999-12-31T23:59:59-14:00", b"0001-01-01T00:00:00+14:00"),
]
damages = some.lists(
    some.tuples(some.floats(0, 1), some.integers(0, 40), some.sampled_from([b"", *PIECES]) | some.binary(max_size=2)),
    min_size=1,
    max_size=6,
)


@pytest.mark.parametrize("name", SEEDS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damages)
def test_a_damaged_file_gives_rows_and_sentences(name: str, damage: list[tuple[float, int, bytes]]) -> None:
    data = bytearray(SEEDS[name]())
    for place, length, instead in damage:
        at = int(place * len(data))
        data[at : at + length] = instead
    with suppress(BadInput):
        deque(read(Upload.opened(name, io.BytesIO(bytes(data)))), maxlen=0)
