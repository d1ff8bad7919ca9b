"""Reading CSV as people really have it: other delimiters, broken quotes, missing and extra columns.

Read line by line, so that memory does not grow with the file. When a quote is opened and never closed, only the line
with that quote is given up, and reading goes on at the next.
"""

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from matinee.library.transfer.formats.cells import told_from_formula
from matinee.library.transfer.formats.dates import Dates
from matinee.library.transfer.formats.rows import RowProblem
from matinee.library.transfer.formats.uploads import Member
from matinee.library.transfer.formats.values import without_nul
from matinee.library.transfer.formats.wrong import Unreadable

LONGEST_RECORD = 1 << 18  # characters; a cell may have as many as the csv module takes, 131,072
_DELIMITERS = ",;\t"
_QUOTED = re.compile(r'"[^"]*"')
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of a line, or of several when a quoted cell has line ends in it."""

    line: int
    cells: list[str]

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


class Records:
    """All records of a CSV text, and what could not be read.

    `width`: once known, how many cells a record has. One that runs over several lines and has another number of cells
    is not believed: its quote was broken.
    """

    def __init__(self, text: TextIO) -> None:
        self.width: int | None = None
        self._lines = _Lines(text)
        self._delimiter = ","

    def __iter__(self) -> Iterator[Record | tuple[int, str]]:
        self._delimiter = _delimiter(self._lines.peeked())
        while (line := self._lines.take()) is not None:
            number, text = line
            if text == "\n":
                yield Record(number, [])
            elif text is None:
                yield number, f"It is longer than {LONGEST_RECORD:,} characters. Shorten its texts"
            elif not (number == 1 and text.lower().startswith("sep=")):  # a spreadsheet's note to itself
                yield self._record(number, text)

    def _record(self, number: int, first: str) -> Record | tuple[int, str]:
        further: list[tuple[int, str | None]] = []

        def feed() -> Iterator[str]:
            yield first
            size = len(first)
            while (line := self._lines.take()) is not None:
                further.append(line)
                size += len(line[1] or "")
                if line[1] is None or size > LONGEST_RECORD:
                    return
                yield line[1]

        try:
            cells = next(csv.reader(feed(), delimiter=self._delimiter, strict=True))
        except csv.Error as error:
            self._lines.give_back(further)
            if "field larger" in str(error):
                return number, f"One of its texts is longer than {csv.field_size_limit():,} characters. Shorten it"
            return number, 'A quotation mark (") is not closed, or stands inside of a text. Write it twice ("") there'
        if further and self.width is not None and len(cells) != self.width:
            self._lines.give_back(further)
            return number, 'A quotation mark (") is opened and not closed. Close it, or write it twice ("")'
        return Record(number, cells)


class _Lines:
    """Numbered lines that can be given back. The text of one that is too long is None."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._given_back: deque[tuple[int, str | None]] = deque()
        self._number = 0

    def take(self) -> tuple[int, str | None] | None:
        if self._given_back:
            return self._given_back.popleft()
        text = self._text.readline(LONGEST_RECORD)
        if not text:
            return None
        self._number += 1
        if len(text) < LONGEST_RECORD or text.endswith("\n"):
            return self._number, text
        while (rest := self._text.readline(LONGEST_RECORD)) and not rest.endswith("\n"):
            pass
        return self._number, None

    def give_back(self, lines: list[tuple[int, str | None]]) -> None:
        self._given_back.extendleft(reversed(lines))

    def peeked(self) -> list[str]:
        """The first few."""
        first = [line for _ in range(5) if (line := self.take()) is not None]
        self.give_back(first)
        return [text for _, text in first if text]


def _delimiter(lines: list[str]) -> str:
    """What divides the first line that is divided."""
    for line in lines:
        if line.lower().startswith("sep=") and len(line) > 4 and line[4] in _DELIMITERS:
            return line[4]
        bare = _QUOTED.sub("", line)
        counts = {sign: bare.count(sign) for sign in _DELIMITERS}
        best = max(counts, key=lambda sign: counts[sign])
        if counts[best]:
            return best
    return ","


def folded(name: str) -> str:
    """A column's name without case, spaces and punctuation: "Num. Votes" is numvotes."""
    return _NOT_IN_NAMES.sub("", name.casefold())


class Cells:
    """A line of a table, by the names of its columns."""

    __slots__ = ("_cells", "_places", "line")

    def __init__(self, line: int, cells: list[str], places: dict[str, int]) -> None:
        self.line = line
        self._cells = cells
        self._places = places

    def __getitem__(self, column: str) -> str:
        """By the folded name; without space around. Empty when there is no such column or cell."""
        place = self._places.get(column)
        if place is None or place >= len(self._cells):
            return ""
        return told_from_formula(self._cells[place].strip())


class Table:
    """A CSV file with a line of column names above. `columns`: those, folded."""

    def __init__(self, member: Member) -> None:
        self._member = member
        with member.text() as text:
            head = next(
                (record for record in Records(text) if isinstance(record, Record) and not record.is_blank), None
            )
        self._places = places_of(head.cells) if head else {}
        self._head_line = head.line if head else 0
        self._width = len(head.cells) if head else 0
        self.columns = frozenset(self._places)

    def rows(self) -> Iterator[Cells | RowProblem]:
        """Every line below the names, from the beginning each time."""
        with self._member.text() as text:
            records = Records(text)
            records.width = self._width
            for record in records:
                row = believed(self._member.name, record, self._places, self._width)
                if row is not None and row.line > self._head_line:
                    yield row

    def dates(self, *columns: str) -> Dates:
        """A reader of the dates in these columns, which asks the others of them what is doubtful."""

        def others() -> Iterator[str]:
            return (row[column] for row in self.rows() if isinstance(row, Cells) for column in columns)

        return Dates(others)


def places_of(names: list[str]) -> dict[str, int]:
    """Where each column stands; of two with the same name, the first."""
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        places.setdefault(folded(name), place)
    return places


def believed(
    file: str, record: Record | tuple[int, str], places: dict[str, int], width: int
) -> Cells | RowProblem | None:
    """The cells by name; None for a blank line. Spreadsheets leave out the last empty cells, or add some."""
    if isinstance(record, tuple):
        return RowProblem(file, *record)
    if record.is_blank:
        return None
    if any(cell.strip() for cell in record.cells[width:]):
        return RowProblem(
            file, record.line, f"It has {len(record.cells)} cells and not {width}. Put texts with commas in quotes"
        )
    try:
        for cell in record.cells:
            without_nul(cell)
    except Unreadable as error:
        return RowProblem(file, record.line, error.sentence)
    return Cells(record.line, record.cells, places)
