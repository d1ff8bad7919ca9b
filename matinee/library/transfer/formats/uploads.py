"""A file that somebody gave us: one CSV or JSON file, or a zip of those.

It is read through once when it is opened: how much there really is is counted, whatever a header says, and how the text
is written is found out. After that it is known to be bounded. Nothing is ever unpacked to disk.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, Self, TextIO

from matinee.core.errors import BadInput
from matinee.library.transfer.formats import archives
from matinee.library.transfer.formats.encodings import Guess

MOST_BYTES = 256 << 20  # unpacked, all together
MOST_MARKS = 5_000_000  # line ends of tables and brackets of JSON, which take the time when they are read
MOST_RATIO = 200  # real exports are packed to a fifth, and repetitive ones to a fiftieth
_HARMLESS = 1 << 20  # bytes, below which no ratio matters
_CHUNK = 1 << 16
_LINE_ENDS = (b"\n", b"\r")
_BRACKETS = (b"[", b"{")


@dataclass(frozen=True, slots=True)
class Member:
    """One text file. `name` is its path in the archive; `encoding` is None when it is not readable as text."""

    name: str
    encoding: str | None
    _open: Callable[[], BinaryIO]

    @property
    def stem(self) -> str:
        """The file's bare name, as a person would call it: "watchlist" of "export/watchlist (1).csv"."""
        return PurePosixPath(self.name).stem.split(" (")[0].strip()

    @property
    def is_table(self) -> bool:
        return self.name.lower().endswith(".csv")

    @contextmanager
    def text(self) -> Iterator[TextIO]:
        """Its text from the beginning, with plain line ends."""
        with self._open() as binary, io.TextIOWrapper(binary, encoding=self.encoding or "utf-8", newline=None) as text:
            yield text


@dataclass(frozen=True, slots=True)
class Upload:
    """What somebody gave us, checked. `members` in the order of their names."""

    name: str
    members: tuple[Member, ...]

    @classmethod
    def opened(cls, name: str, file: BinaryIO) -> Self:
        """Look at all of it. `file` must be seekable, and stay open while rows are read.

        Raises BadInput when it is empty, no text, damaged, or would be too much.
        """
        if file.seek(0, 2) == 0:
            raise BadInput("The file is empty. Download the export anew")
        if archives.is_archive(file):
            archive = archives.opened(file)
            measure = _Measure()
            members = [_member_of(archive, info, measure) for info in archives.worth_reading(archive)]
            return cls(name, tuple(sorted(members, key=lambda member: member.name)))
        return cls(name, (_single(name, file),))

    def tables(self) -> Iterator[Member]:
        """Its readable CSV files."""
        return (member for member in self.members if member.is_table and member.encoding)

    def documents(self) -> Iterator[Member]:
        """Its readable JSON files."""
        return (member for member in self.members if not member.is_table and member.encoding)


class _Measure:
    """Counts what comes out of all files of an upload, and guesses how each is written."""

    def __init__(self) -> None:
        self._total = 0
        self._marks = 0

    def read_through(self, stream: BinaryIO, marks: Sequence[bytes], packed: int | None) -> str | None:
        """The encoding. `packed`: how many bytes it was made from. Raises BadInput when it is too much."""
        guess, size = Guess(), 0
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            self._total += len(chunk)
            if self._total > MOST_BYTES:
                raise BadInput(f"Unpacked, this is more than {MOST_BYTES >> 20} MB, which no export is")
            if packed is not None and size > _HARMLESS and size > MOST_RATIO * packed:
                raise BadInput("The archive unpacks to far more than it seems, as no export does")
            self._marks += sum(map(chunk.count, marks))
            if self._marks > MOST_MARKS:
                raise BadInput("This has far more lines and brackets in it than any export. Give it in several files")
            guess.feed(chunk)
        return guess.encoding()


def _member_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo, measure: _Measure) -> Member:
    def content() -> BinaryIO:
        return archive.open(info)  # type: ignore[return-value] # a BinaryIO in all but name

    marks = _LINE_ENDS if info.filename.lower().endswith(".csv") else _BRACKETS
    try:
        with content() as stream:
            encoding = measure.read_through(stream, marks, info.compress_size)
    except archives.DAMAGED:
        raise BadInput(f"{info.filename!r} in the archive is damaged. Download the export anew") from None
    return Member(info.filename.replace("\\", "/"), encoding, content)


def _single(name: str, file: BinaryIO) -> Member:
    def content() -> BinaryIO:
        return io.BufferedReader(_Borrowed(file), _CHUNK)

    encoding = _Measure().read_through(content(), (*_LINE_ENDS, *_BRACKETS), None)
    if encoding is None:
        raise BadInput(
            f"{name!r} is not readable as text. Give the export as it was downloaded, "
            "or save the table as CSV with encoding UTF-8"
        )
    plain = PurePosixPath(name.replace("\\", "/")).name
    if not plain.lower().endswith((".csv", ".json")):
        plain += ".json" if _begins_as_json(content(), encoding) else ".csv"
    return Member(plain, encoding, content)


def _begins_as_json(stream: BinaryIO, encoding: str) -> bool:
    return stream.read(_CHUNK).decode(encoding, "ignore").lstrip().startswith(("[", "{"))


class _Borrowed(io.RawIOBase):
    """A file that stays open when its reader is closed, and may have several readers at once."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._at = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # as io calls it
        self._file.seek(self._at)
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)
