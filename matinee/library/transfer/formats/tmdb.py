"""TMDB: its CSV files of ratings, the watchlist, favourites and lists, which all have the same columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matinee.library.transfer.formats.dates import Dates
from matinee.library.transfer.formats.reading import from_lines, tables_with
from matinee.library.transfer.formats.rows import WATCHLIST, About, Ids, Kind, Listed, ListHead, Outcome, Row
from matinee.library.transfer.formats.tables import Cells
from matinee.library.transfer.formats.uploads import Upload
from matinee.library.transfer.formats.values import imdb_id, rating_beside, whole, year
from matinee.library.transfer.formats.wrong import Unreadable, shown

NAME = "TMDB"

_HAS = {"tmdbid", "type", "name", "yourrating"}
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NUMBERED = re.compile(r" S\d+(?:E\d+)?$")
_KINDS: dict[str, Kind] = {"movie": "movie", "tv": "tv", "tvshow": "tv", "show": "tv"}


def recognise(upload: Upload) -> int:
    """How sure it is, 0-100."""
    return 90 if any(tables_with(upload, _HAS)) else 0


def rows(upload: Upload) -> Iterator[Outcome]:
    """What they rated, love, and have in lists. Which of those a line without rating means is in the file's name."""
    for member, table in tables_with(upload, _HAS):
        stem = member.stem.lower()
        name = WATCHLIST if "watchlist" in stem else member.stem
        is_list = not any(word in stem for word in ("rating", "rated", "favorite", "favourite"))
        if is_list:
            yield ListHead(member.name, 1, name, is_watchlist=name == WATCHLIST)
        reader = _Reader(member.name, table.dates("daterated"), name if is_list else None, "favo" in stem)
        yield from from_lines(member.name, table.rows(), reader.read)


@dataclass(frozen=True, slots=True)
class _Reader:
    file: str
    dates: Dates
    list_name: str | None
    is_loved: bool

    def read(self, cells: Cells) -> Iterator[Outcome]:
        rating, unrated = rating_beside(cells["yourrating"], out_of=10, step="0.5", lowest="0.5")
        if rating is None and not unrated and self.list_name is None and not self.is_loved:
            raise Unreadable("There is no rating in this line. Rate it at TMDB and export again, or leave the line out")
        yield Row(
            self.file,
            cells.line,
            _about(cells),
            rating=rating,
            loved=self.is_loved,
            listed=Listed(self.list_name) if self.list_name is not None else None,
            said_at=self.dates.read(cells["daterated"]),
            unrated=unrated,
        )


def _about(cells: Cells) -> About:
    kind = _KINDS.get(cells["type"].lower())
    if kind is None:
        raise Unreadable(f"The type {shown(cells['type'])} is unknown. It should be movie or tv")
    season = whole(cells["seasonnumber"], "number of the season")
    episode = whole(cells["episodenumber"], "number of the episode")
    ids = Ids(tmdb=whole(cells["tmdbid"], "TMDB id"), imdb=imdb_id(cells["imdbid"]))
    if season is None:
        # A film may be yet to come, so its date is no date of the past; and its year is all that is of use.
        released = _YEAR.search(cells["releasedate"])
        return About(kind, cells["name"], year(released[0]) if released else None, ids)
    # The ids and the date are those of the season or episode then, and the name is "Friends S1E1".
    return About("tv", _NUMBERED.sub("", cells["name"]), season=season, episode=episode, episode_ids=ids)
