"""What all formats do alike: go through lines or entries, and turn what cannot be understood into a `RowProblem`."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from matinee.library.transfer.formats.entries import Entries, Json
from matinee.library.transfer.formats.rows import Outcome, Row, RowProblem
from matinee.library.transfer.formats.tables import Cells, Table
from matinee.library.transfer.formats.uploads import Member, Upload
from matinee.library.transfer.formats.wrong import Unreadable

_MOST_LOOKED_AT = 100  # entries, to find a first good one
_LONGEST_NAME = 300  # characters of what could not be read


def from_lines(
    file: str, lines: Iterable[Cells | RowProblem], read: Callable[[Cells], Iterable[Outcome]]
) -> Iterator[Outcome]:
    """What `read` makes of each line. One that it cannot read costs only itself."""
    for line in lines:
        if isinstance(line, RowProblem):
            yield line
            continue
        try:
            yield from _worth(read(line))
        except Unreadable as error:
            yield RowProblem(file, line.line, error.sentence, (line["name"] or line["title"])[:_LONGEST_NAME])


def from_entries(member: Member, read: Callable[[int, Json], Iterable[Outcome]]) -> Iterator[Outcome]:
    """What `read` makes of the number and the object of each entry."""
    with member.text() as text:
        for number, entry in Entries(text):
            if isinstance(entry, str):
                yield RowProblem(member.name, number, entry)
                continue
            try:
                yield from _worth(read(number, entry))
            except Unreadable as error:
                yield RowProblem(member.name, number, error.sentence, _name(entry))


def _worth(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Them all. Raises Unreadable for a row whose rating cannot be read and which says nothing else."""
    for outcome in outcomes:
        if isinstance(outcome, Row) and outcome.unrated and not outcome.facts:
            raise Unreadable(outcome.unrated)
        yield outcome


def _name(entry: Json) -> str:
    """What it calls its title: ours, Trakt's and Plex's do so in these places."""
    names = [entry.get("grandparentTitle")]
    for place in ("title", "movie", "show", "list"):
        about = entry.get(place)
        names += [about.get("name"), about.get("title")] if isinstance(about, dict) else [about]
    found = next((name for name in names if isinstance(name, str) and name), "")
    return found[:_LONGEST_NAME].replace("\0", "")  # which no database keeps


def tables_with(upload: Upload, columns: set[str]) -> Iterator[tuple[Member, Table]]:
    """The tables that have at least these columns, by their folded names."""
    tables = ((member, Table(member)) for member in upload.tables())
    return ((member, table) for member, table in tables if table.columns >= columns)


def first_entry(member: Member) -> tuple[Json, Json]:
    """The members before the list of a JSON file, and its first object; empty where there is none."""
    with member.text() as text:
        entries = Entries(text)
        first = next((entry for _, entry in islice(entries, _MOST_LOOKED_AT) if isinstance(entry, dict)), {})
        return entries.head, first


def not_text(upload: Upload) -> Iterator[RowProblem]:
    """The files of an archive whose writing is unknown."""
    for member in upload.members:
        if member.encoding is None:
            yield RowProblem(
                member.name, 0, "This file is not readable as text. Save it with encoding UTF-8, or download it anew"
            )
