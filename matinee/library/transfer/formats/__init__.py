"""Reading and writing the files in which people bring their library and take it along.

Files and rows only: neither the database nor HTTP is known here. A format is a module with `NAME`, `recognise` and
`rows`. To add one: the module, and a line in `FORMATS`.

    upload = Upload.opened(name, file)         # bounded and checked; BadInput says why not
    for number, outcome in read(upload):       # Row, ListHead or RowProblem
        ...

Numbers are the same each time a file is read, so that reading can go on where it stopped.
"""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Protocol

from matinee.core.errors import BadInput
from matinee.library.transfer.formats import imdb, letterboxd, own, plex, tmdb, trakt, yamtrack
from matinee.library.transfer.formats.plain import named, plain, read_plain
from matinee.library.transfer.formats.reading import not_text
from matinee.library.transfer.formats.rows import (
    About,
    Fact,
    Ids,
    Listed,
    ListHead,
    Outcome,
    Review,
    Row,
    RowProblem,
    Watch,
    moment,
)
from matinee.library.transfer.formats.uploads import Upload

__all__ = [
    "FORMATS",
    "MOST_ROWS",
    "OWN_FORMAT",
    "About",
    "Fact",
    "Ids",
    "ListHead",
    "Listed",
    "Outcome",
    "Review",
    "Row",
    "RowProblem",
    "Upload",
    "Watch",
    "moment",
    "named",
    "plain",
    "read",
    "read_plain",
    "recognise",
]


class Format(Protocol):
    """What a module of a format has."""

    NAME: str

    def recognise(self, upload: Upload) -> int:
        """How sure it is that it can read this, 0-100."""

    def rows(self, upload: Upload) -> Iterator[Outcome]:
        """All that the files say, in the same order each time."""


OWN_FORMAT = "matinee"
FORMATS: dict[str, Format] = {
    OWN_FORMAT: own,
    "letterboxd": letterboxd,
    "imdb": imdb,
    "trakt": trakt,
    "tmdb": tmdb,
    "yamtrack": yamtrack,
    "plex": plex,
}
MOST_ROWS = 200_000


def recognise(upload: Upload) -> str:
    """The key in `FORMATS` of the format that it is in. Raises BadInput when it is in none."""
    sure, key = max((kind.recognise(upload), key) for key, kind in FORMATS.items())
    if not sure:
        names = ", ".join(kind.NAME for kind in FORMATS.values())
        raise BadInput(
            f"{upload.name!r} is no export that we know. Give one of {names} as it was downloaded; "
            "a table needs the line with the names of its columns"
        )
    return key


def read(upload: Upload, key: str = "", *, after: int = 0) -> Iterator[tuple[int, Outcome]]:
    """What the files say, numbered from 1; those up to `after` are left out.

    `key`: the format, recognised if empty. Raises BadInput when that fails. What goes beyond `MOST_ROWS` is not read,
    and the last outcome says so.
    """
    outcomes = chain(not_text(upload), FORMATS[key or recognise(upload)].rows(upload))
    yield from islice(enumerate(islice(outcomes, MOST_ROWS), 1), after, None)
    if (further := next(outcomes, None)) is not None:
        sentence = f"This is more than {MOST_ROWS:,} rows, and the rest was not read. Give it in several files"
        yield MOST_ROWS + 1, RowProblem(further.file, further.line, sentence)
