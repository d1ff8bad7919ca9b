"""The lists of a Letterboxd export: a line that says so, a table of one line about the list, a table of its films."""

from collections.abc import Iterator
from functools import partial

from matinee.library.transfer.formats.reading import from_lines
from matinee.library.transfer.formats.rows import About, Listed, ListHead, Outcome, Row, RowProblem
from matinee.library.transfer.formats.tables import Cells, Record, Records, believed, places_of
from matinee.library.transfer.formats.uploads import Member
from matinee.library.transfer.formats.values import whole, year

_PREAMBLE = "letterboxd list export"


def is_list(member: Member) -> bool:
    """Whether it begins as a list does."""
    with member.text() as text:
        return text.readline(200).lstrip('"').lower().startswith(_PREAMBLE)


def rows_of_list(member: Member) -> Iterator[Outcome]:
    """The list and what is in it."""
    with member.text() as text:
        records = Records(text)
        lines = _lines(member.name, records)
        head = next((line for line in lines if isinstance(line, Cells)), None)
        if head is None or not head["name"]:
            yield RowProblem(member.name, 0, "The list has no name and no films. Download the export anew")
            return
        yield ListHead(member.name, head.line, head["name"], head["description"])
        yield from from_lines(member.name, lines, partial(_film, member.name, head["name"]))


def _lines(file: str, records: Records) -> Iterator[Cells | RowProblem]:
    """The lines of both tables. A blank line ends one, and the next has the names of the columns of the other."""
    places: dict[str, int] | None = None
    for record in records:
        if isinstance(record, Record):
            if record.is_blank or record.cells[0].lower().startswith(_PREAMBLE):
                places = None
                continue
            if places is None:
                places = places_of([cell for cell in record.cells if cell.strip()])
                records.width = len(record.cells)
                continue
        if line := believed(file, record, places or {}, records.width or 0):
            yield line


def _film(file: str, name: str, cells: Cells) -> Iterator[Outcome]:
    yield Row(
        file,
        cells.line,
        About(kind="movie", name=cells["name"], year=year(cells["year"])),
        listed=Listed(name, whole(cells["position"], "position"), cells["description"]),
    )
