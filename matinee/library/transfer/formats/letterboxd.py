"""Letterboxd: the zip of one's data, any single file of it, and the CSV that its importer takes.

The zip has a file for each thing that can be said of a film. In `deleted/` and `orphaned/` is what its owner took back.
Tags, comments and likes of other people's lists have no place here.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath

from matinee.library.transfer.formats.dates import Dates
from matinee.library.transfer.formats.letterboxd_lists import is_list, rows_of_list
from matinee.library.transfer.formats.reading import from_lines
from matinee.library.transfer.formats.rows import (
    WATCHLIST,
    About,
    Ids,
    Listed,
    ListHead,
    Outcome,
    Review,
    Row,
    RowProblem,
    Watch,
)
from matinee.library.transfer.formats.tables import Cells, Table
from matinee.library.transfer.formats.uploads import Member, Upload
from matinee.library.transfer.formats.values import half_points, imdb_id, rating_beside, whole, year, yes

NAME = "Letterboxd"

_TAKEN_BACK = {"deleted", "orphaned"}
_FILES = ("watched", "diary", "ratings", "films", "reviews", "watchlist")
_ORDER = (*_FILES, "import", "list", "unknown", "broken")
_HAS = {"name", "letterboxduri"}
_IMPORTED = {"watcheddate", "rating", "rating10", "rewatch", "review", "tags", "directors", "tmdbid", "imdbid"}
_SENTENCES = {
    "unknown": "Films watched, liked and on the watchlist look alike in a file. "
    "Name it watched.csv, films.csv or watchlist.csv, as it was",
    "broken": 'This file should have the columns "Name" and "Letterboxd URI". Download the export anew',
}


def recognise(upload: Upload) -> int:
    """How sure it is, 0-100."""
    return 90 if any(_role(member) not in {None, "broken"} for member in _members(upload)) else 0


def rows(upload: Upload) -> Iterator[Outcome]:
    """All that the files say. What two of them say of the same thing is taken from the one that is kept for it."""
    members = [(role, member) for member in _members(upload) if (role := _role(member))]
    roles = {role for role, _ in members}
    for role, member in sorted(members, key=lambda one: _ORDER.index(one[0])):
        if role in _SENTENCES:
            yield RowProblem(member.name, 0, _SENTENCES[role])
        elif role == "list":
            yield from rows_of_list(member)
        else:
            yield from _rows_of(role, member, roles)


def _members(upload: Upload) -> Iterator[Member]:
    return (member for member in upload.tables() if not _TAKEN_BACK & set(PurePosixPath(member.name).parts))


def _role(member: Member) -> str | None:
    """Which of its files this is; None for one that is none of them."""
    if is_list(member):
        return "list"
    columns, stem = Table(member).columns, member.stem.lower()
    if "title" in columns and columns & _IMPORTED and "const" not in columns:
        return "import"
    if not columns >= _HAS:
        return "broken" if stem in _FILES else None
    if stem in _FILES:
        return stem
    if "watcheddate" in columns:
        return "reviews" if "review" in columns else "diary"
    return "ratings" if "rating" in columns else "unknown"


def _rows_of(role: str, member: Member, roles: set[str]) -> Iterator[Outcome]:
    table = Table(member)
    if role == "watchlist":
        yield ListHead(member.name, 1, WATCHLIST, is_watchlist=True)
    read = partial(_READERS[role], member.name, table.dates("date", "watcheddate"), roles)
    yield from from_lines(member.name, table.rows(), read)


def _film(cells: Cells) -> About:
    return About(kind="movie", name=cells["name"], year=year(cells["year"]))


def _stars(cells: Cells) -> int | None:
    return half_points(cells["rating"], out_of=5, step="0.5", lowest="0.5")


def _stars_beside(cells: Cells) -> tuple[int | None, str]:
    return rating_beside(cells["rating"], out_of=5, step="0.5", lowest="0.5")


def _watched(file: str, dates: Dates, _: set[str], cells: Cells) -> Iterator[Outcome]:
    yield Row(file, cells.line, _film(cells), status="watched", said_at=dates.read(cells["date"]))


def _diary(file: str, dates: Dates, roles: set[str], cells: Cells) -> Iterator[Outcome]:
    # The diary has what was thought on that day; ratings.csv, when it is there, what is thought today.
    rating, unrated = (None, "") if "ratings" in roles else _stars_beside(cells)
    watch = Watch(dates.read(cells["watcheddate"] or cells["date"]), yes(cells["rewatch"]))
    said_at = dates.read(cells["date"])
    yield Row(file, cells.line, _film(cells), rating=rating, watch=watch, said_at=said_at, unrated=unrated)


def _rating(file: str, dates: Dates, _: set[str], cells: Cells) -> Iterator[Outcome]:
    yield Row(file, cells.line, _film(cells), rating=_stars(cells), said_at=dates.read(cells["date"]))


def _liked(file: str, dates: Dates, _: set[str], cells: Cells) -> Iterator[Outcome]:
    yield Row(file, cells.line, _film(cells), loved=True, said_at=dates.read(cells["date"]))


def _reviewed(file: str, dates: Dates, roles: set[str], cells: Cells) -> Iterator[Outcome]:
    viewed = None if "diary" in roles else dates.read(cells["watcheddate"])
    rating, unrated = (None, "") if roles & {"ratings", "diary"} else _stars_beside(cells)
    yield Row(
        file,
        cells.line,
        _film(cells),
        rating=rating,
        watch=Watch(viewed, yes(cells["rewatch"])) if viewed else None,
        review=Review(cells["review"]) if cells["review"] else None,
        said_at=dates.read(cells["date"]),
        unrated=unrated,
    )


def _wanted(file: str, dates: Dates, _: set[str], cells: Cells) -> Iterator[Outcome]:
    yield Row(file, cells.line, _film(cells), listed=Listed(WATCHLIST), said_at=dates.read(cells["date"]))


def _imported(file: str, dates: Dates, _: set[str], cells: Cells) -> Iterator[Outcome]:
    ids = Ids(tmdb=whole(cells["tmdbid"], "TMDB id"), imdb=imdb_id(cells["imdbid"]))
    if cells["rating10"]:
        rating, unrated = rating_beside(cells["rating10"], out_of=10, step="1", lowest="1")
    else:
        rating, unrated = _stars_beside(cells)
    viewed = dates.read(cells["watcheddate"])
    yield Row(
        file,
        cells.line,
        About(kind="movie", name=cells["title"], year=year(cells["year"]), ids=ids),
        rating=rating,
        status=None if viewed else "watched",  # whatever its importer takes was watched
        watch=Watch(viewed, yes(cells["rewatch"])) if viewed else None,
        review=Review(cells["review"]) if cells["review"] else None,
        unrated=unrated,
    )


_READERS: dict[str, Callable[[str, Dates, set[str], Cells], Iterator[Outcome]]] = {
    "watched": _watched,
    "diary": _diary,
    "ratings": _rating,
    "films": _liked,
    "reviews": _reviewed,
    "watchlist": _wanted,
    "import": _imported,
}
