"""IMDb: its CSV files of ratings, the watchlist and lists, in the four layouts that it has had.

Until 2016 ratings and lists had the same columns, `position,const,created,…,You rated`. Since 2017 ratings have been
`Const,Your Rating,Date Rated,…`, and lists `Position,Const,Created,…` with or without one's rating behind. In 2024
`Original Title` came into both.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matinee.library.transfer.formats.dates import Dates
from matinee.library.transfer.formats.reading import from_lines, tables_with
from matinee.library.transfer.formats.rows import NO_IDS, WATCHLIST, About, Ids, Kind, Listed, ListHead, Outcome, Row
from matinee.library.transfer.formats.tables import Cells, Table
from matinee.library.transfer.formats.uploads import Member, Upload
from matinee.library.transfer.formats.values import imdb_id, rating_beside, whole, year
from matinee.library.transfer.formats.wrong import Unreadable, shown

NAME = "IMDb"

_HAS = {"const"}
_NAMELESS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(list|export)?", re.IGNORECASE)  # how its exports are called now
_FILMS = {
    "movie",
    "featurefilm",
    "film",
    "short",
    "shortfilm",
    "tvmovie",
    "tvshort",
    "video",
    "documentary",
    "musicvideo",
}
_SHOWS = {"tvseries", "tvminiseries", "miniseries"}
_EPISODES = {"tvepisode", "episode"}
_UNFIT = {"videogame", "podcastseries", "podcastepisode"}


def recognise(upload: Upload) -> int:
    """How sure it is, 0-100."""
    return 90 if any(tables_with(upload, _HAS)) else 0


def rows(upload: Upload) -> Iterator[Outcome]:
    """Ratings, and places in lists."""
    for member, table in tables_with(upload, _HAS):
        name = _list_name(member, table)
        if name is not None:
            yield ListHead(member.name, 1, name, is_watchlist=name == WATCHLIST)
        reader = _Reader(member.name, table.dates("created", "daterated"), name, "daterated" in table.columns)
        yield from from_lines(member.name, table.rows(), reader.read)


def _list_name(member: Member, table: Table) -> str | None:
    """Which list it is; None for ratings."""
    stem = member.stem.lower()
    if "position" not in table.columns or stem.startswith("rating"):
        return None
    if stem.startswith("watchlist"):
        return WATCHLIST
    return f"{NAME} list" if _NAMELESS.fullmatch(stem) else member.stem


@dataclass(frozen=True, slots=True)
class _Reader:
    file: str
    dates: Dates
    list_name: str | None
    has_date_rated: bool

    def read(self, cells: Cells) -> Iterator[Outcome]:
        about = _about(cells)
        rating, unrated = rating_beside(cells["yourrating"] or cells["yourated"], out_of=10, step="1", lowest="1")
        created = self.dates.read(cells["created"])
        rated_at = self.dates.read(cells["daterated"]) if self.has_date_rated else created
        if rating is not None:
            yield Row(self.file, cells.line, about, rating=rating, said_at=rated_at)
        if self.list_name is not None:
            position = whole(cells["position"], "position")
            listed = Listed(self.list_name, position, cells["description"])
            yield Row(self.file, cells.line, about, listed=listed, said_at=created, unrated=unrated)
        elif unrated:
            raise Unreadable(unrated)
        elif rating is None:
            raise Unreadable("There is no rating in this line. Rate it at IMDb and export again, or leave the line out")


def _about(cells: Cells) -> About:
    title_type = re.sub("[^a-z]", "", cells["titletype"].lower())
    if title_type in _UNFIT:
        raise Unreadable(f"Matinee keeps films and shows, and this is of type {shown(cells['titletype'])}")
    ids = Ids(imdb=imdb_id(cells["const"]))
    if title_type in _EPISODES:
        return About("tv", cells["title"], episode_ids=ids)
    kind: Kind | None = "movie" if title_type in _FILMS else "tv" if title_type in _SHOWS else None
    return About(kind, cells["title"], year(cells["year"]), ids, episode_ids=NO_IDS)
