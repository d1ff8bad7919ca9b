"""Yamtrack: one CSV file with films, shows, their seasons and their episodes, each on a line of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from matinee.library.transfer.formats.dates import Dates
from matinee.library.transfer.formats.reading import from_lines, tables_with
from matinee.library.transfer.formats.rows import NO_IDS, About, Ids, Kind, Outcome, Row, Status, Watch
from matinee.library.transfer.formats.tables import Cells
from matinee.library.transfer.formats.uploads import Upload
from matinee.library.transfer.formats.values import rating_beside, whole
from matinee.library.transfer.formats.wrong import Unreadable, shown

NAME = "Yamtrack"

_HAS = {"mediaid", "mediatype", "title", "status"}
_KINDS: dict[str, Kind | None] = {"movie": "movie", "tv": "tv", "season": "tv", "episode": "tv", "anime": None}
_STATUSES: dict[str, Status | None] = {
    "": None,
    "completed": "watched",
    "in progress": "watching",
    "repeating": "watching",
    "paused": "watching",
    "planning": "planned",
    "dropped": "dropped",
}


def recognise(upload: Upload) -> int:
    """How sure it is, 0-100."""
    return 90 if any(tables_with(upload, _HAS)) else 0


def rows(upload: Upload) -> Iterator[Outcome]:
    """Ratings, notes, statuses and viewings. How far a show is follows from its episodes, each on a line of its own."""
    for member, table in tables_with(upload, _HAS):
        reader = _Reader(member.name, table.dates("startdate", "enddate", "watchdate", "createdat"))
        yield from from_lines(member.name, table.rows(), reader.read)


@dataclass(frozen=True, slots=True)
class _Reader:
    file: str
    dates: Dates

    def read(self, cells: Cells) -> Iterator[Outcome]:
        media = cells["mediatype"].lower()
        if media not in _KINDS:
            raise Unreadable(f"Matinee keeps films and shows, and this is of type {shown(cells['mediatype'])}")
        if cells["status"].lower() not in _STATUSES:
            raise Unreadable(
                f"The status {shown(cells['status'])} is unknown. Yamtrack has e.g. Completed and Planning"
            )
        ended = self.dates.read(cells["enddate"] or cells["watchdate"])
        status = _STATUSES[cells["status"].lower()]
        was_seen = media == "episode" or (media in {"movie", "anime"} and status == "watched")
        rating, unrated = rating_beside(cells["score"], out_of=10, step=None)
        yield Row(
            self.file,
            cells.line,
            _about(media, cells),
            rating=rating,
            notes=cells["notes"],
            status=status,
            watch=Watch(ended) if was_seen and (ended or media == "episode") else None,
            said_at=ended or self.dates.read(cells["startdate"]) or self.dates.read(cells["createdat"]),
            unrated=unrated,
        )


def _about(media: str, cells: Cells) -> About:
    # Its other sources of films and shows, MyAnimeList and what was typed by hand, have ids that lead nowhere.
    is_of_tmdb = cells["source"].lower() in {"", "tmdb"}
    return About(
        _KINDS[media],
        cells["title"],
        ids=Ids(tmdb=whole(cells["mediaid"], "TMDB id")) if is_of_tmdb else NO_IDS,
        season=whole(cells["seasonnumber"], "number of the season"),
        episode=whole(cells["episodenumber"], "number of the episode"),
    )
