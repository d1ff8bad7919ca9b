"""Our own format: all of a library as one JSON file, which comes back as it was. See docs/import-export.md."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial

import orjson

from matinee.core.errors import BadInput
from matinee.library.transfer.formats.entries import Json
from matinee.library.transfer.formats.plain import plain, read_plain
from matinee.library.transfer.formats.reading import first_entry, from_entries
from matinee.library.transfer.formats.rows import ListHead, Outcome, Row
from matinee.library.transfer.formats.uploads import Upload
from matinee.library.transfer.formats.wrong import shown

NAME = "Matinee"

_FORMAT = "matinee library"
_VERSION = 1


def recognise(upload: Upload) -> int:
    """How sure it is, 0-100."""
    return max((100 for member in upload.documents() if first_entry(member)[0].get("format") == _FORMAT), default=0)


def rows(upload: Upload) -> Iterator[Outcome]:
    """Everything in it. Raises BadInput when a newer program wrote it."""
    for member in upload.documents():
        head, _ = first_entry(member)
        if head.get("format") != _FORMAT:
            continue
        if head.get("version") != _VERSION:
            raise BadInput(
                f"{member.name!r} is of version {shown(head.get('version'))} of our format, and this program reads "
                f"version {_VERSION}. Update the program, or export from one like it"
            )
        yield from from_entries(member, partial(_read, member.name))


def written(contents: Iterable[Row | ListHead], at: datetime) -> Iterator[bytes]:
    """The file, in pieces: an entry on each line. A list's head should come before what is in it."""
    head = orjson.dumps({"format": _FORMAT, "version": _VERSION, "exported_at": at.isoformat()}).removesuffix(b"}")
    yield head + b',"entries":['
    between = b"\n"
    for outcome in contents:
        yield between + orjson.dumps(plain(outcome))
        between = b",\n"
    yield b"\n]}\n"


def _read(file: str, number: int, entry: Json) -> Iterator[Outcome]:
    yield read_plain(entry, file, number)
