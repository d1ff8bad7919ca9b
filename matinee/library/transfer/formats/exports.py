"""Writing CSV that others take: Letterboxd's importer, and whatever reads a list of ratings from IMDb.

Both have less to say than we: what they have no column for stays behind. No cell is run by a spreadsheet (`cells`).
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from matinee.library.transfer.formats.cells import safe
from matinee.library.transfer.formats.rows import Row, When, moment

_LETTERBOXD = ("tmdbID", "imdbID", "Title", "Year", "Rating", "WatchedDate", "Rewatch", "Tags", "Review")
_IMDB = ("Const", "Your Rating", "Date Rated", "Title", "URL", "Title Type", "Year")
_TITLE_TYPES = {"movie": "Movie", "tv": "TV Series", None: ""}


def for_letterboxd(rows: Iterable[Row]) -> Iterator[bytes]:
    """What is said of films, in Letterboxd's columns. Stars are in halves, and a lowest rating of 0 is half a star."""
    films = (row for row in rows if row.about.kind != "tv" and (row.watch or row.rating is not None or row.review))
    return _written(_LETTERBOXD, map(_letterboxd_cells, films))


def for_imdb(rows: Iterable[Row]) -> Iterator[bytes]:
    """Ratings of whole titles in IMDb's columns, in whole points from 1 to 10. Only what has an id at IMDb is in it."""
    rated = (row for row in rows if row.rating is not None and row.about.ids.imdb and row.about.season is None)
    return _written(_IMDB, map(_imdb_cells, rated))


def _letterboxd_cells(row: Row) -> Sequence[str]:
    half_stars = None if row.rating is None else max(1, (row.rating + 1) // 2)
    return (
        str(row.about.ids.tmdb or ""),
        row.about.ids.imdb or "",
        row.about.name,
        str(row.about.year or ""),
        "" if half_stars is None else f"{half_stars / 2:g}",
        _day(row.watch.at if row.watch else None),
        "true" if row.watch and row.watch.rewatch else "",
        "",
        row.review.text if row.review else "",
    )


def _imdb_cells(row: Row) -> Sequence[str]:
    return (
        row.about.ids.imdb or "",
        str(max(1, ((row.rating or 0) + 1) // 2)),
        _day(row.said_at),
        row.about.name,
        f"https://www.imdb.com/title/{row.about.ids.imdb}/",
        _TITLE_TYPES[row.about.kind],
        str(row.about.year or ""),
    )


def _day(when: When | None) -> str:
    return moment(when).date().isoformat() if when else ""


def _written(columns: Sequence[str], lines: Iterable[Sequence[str]]) -> Iterator[bytes]:
    yield _line(columns)
    for cells in lines:
        yield _line([safe(cell) for cell in cells])


def _line(cells: Sequence[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode()
