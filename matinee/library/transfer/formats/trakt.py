"""Trakt: the JSON files of its data export, as a zip or alone, of both its sites, and answers of its API.

All are lists of the same objects. What one means is seen from its members; only which list it is in is in the file's
name. Collections and what was paused halfway have no place here.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from matinee.library.transfer.formats.dates import Dates
from matinee.library.transfer.formats.entries import Json
from matinee.library.transfer.formats.objects import (
    flag_at,
    ids_at,
    number_at,
    object_at,
    objects_at,
    text_at,
)
from matinee.library.transfer.formats.reading import first_entry, from_entries
from matinee.library.transfer.formats.rows import (
    WATCHLIST,
    About,
    Ids,
    Listed,
    ListHead,
    Outcome,
    Review,
    Row,
    Watch,
    When,
)
from matinee.library.transfer.formats.uploads import Member, Upload
from matinee.library.transfer.formats.values import half_points, year
from matinee.library.transfer.formats.wrong import Unreadable

NAME = "Trakt"

_TITLED = {"movie", "show", "episode", "season"}
_SAYS = {"watched_at", "rated_at", "listed_at", "comment", "hidden_at", "collected_at", "last_watched_at", "plays"}
_OF_A_LIST = re.compile(r"(?:lists-)?list-(\d+)-(.+)")
_HISTORY = re.compile(r"(?:watched-)?history(?:-\d+)?")
_ANY_DATE = Dates(tuple)  # Trakt writes no doubtful ones


def recognise(upload: Upload) -> int:
    """How sure it is, 0-100."""
    return max((90 for member in upload.documents() if _is_ours(member)), default=0)


def rows(upload: Upload) -> Iterator[Outcome]:
    """Viewings, ratings, favourites, lists, comments, what was dropped and hidden."""
    members = [member for member in upload.documents() if _is_ours(member)]
    lists = _lists(upload)
    # With every single viewing at hand, sums of them say nothing new.
    has_history = any(_HISTORY.fullmatch(member.stem.lower()) for member in members)
    for member in members:
        reader = _Reader.of(member, lists, has_history=has_history)
        if reader.head is not None:
            yield reader.head
        yield from from_entries(member, reader.read)


def _is_ours(member: Member) -> bool:
    entry = first_entry(member)[1]
    return bool(_TITLED & entry.keys() and _SAYS & entry.keys())


def _lists(upload: Upload) -> dict[str, ListHead]:
    """What the export says of the lists themselves, by Trakt's number of each."""
    known: dict[str, ListHead] = {}

    def learn(number: int, entry: Json) -> Iterator[Outcome]:
        privacy = text_at(entry, "privacy")
        is_public = privacy == "public" if privacy else None
        list_id = text_at(object_at(entry, "ids"), "trakt")
        known[list_id] = ListHead("", number, text_at(entry, "name"), text_at(entry, "description"), is_public)
        return iter(())

    for member in upload.documents():
        if member.stem.lower() in {"lists-lists", "lists"}:
            deque(from_entries(member, learn), maxlen=0)  # one that cannot be read keeps the name of its file
    return known


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the entries of one file. `head`: the list whose items they are."""

    file: str
    stem: str
    has_history: bool
    head: ListHead | None

    @classmethod
    def of(cls, member: Member, lists: dict[str, ListHead], *, has_history: bool) -> "_Reader":
        stem = member.stem.lower()
        return cls(member.name, stem, has_history, _head(member, stem, lists))

    def read(self, number: int, entry: Json) -> Iterator[Outcome]:
        if "comment" in entry:
            yield self._commented(number, entry)
        elif "watched_at" in entry:
            yield Row(self.file, number, _about(entry), watch=Watch(_date(entry, "watched_at")))
        elif "rated_at" in entry:
            rating = half_points(text_at(entry, "rating"), out_of=10, step="1", lowest="1")
            yield Row(self.file, number, _about(entry), rating=rating, said_at=_date(entry, "rated_at"))
        elif "hidden_at" in entry:
            yield from self._hidden(number, entry)
        elif "listed_at" in entry:
            yield self._listed(number, entry)
        elif "last_watched_at" in entry and not self.has_history:
            yield from self._watched(number, entry)

    def _commented(self, number: int, entry: Json) -> Row:
        if "season" in entry or "episode" in entry:
            raise Unreadable("A comment on a season or an episode has no place here: reviews are of films and shows")
        comment = object_at(entry, "comment")
        review = Review(text_at(comment, "comment"), flag_at(comment, "spoiler") or False)
        return Row(self.file, number, _about(entry), review=review, said_at=_date(comment, "created_at"))

    def _hidden(self, number: int, entry: Json) -> Iterator[Row]:
        if "dropped" in self.stem:
            yield Row(self.file, number, _about(entry), status="dropped", said_at=_date(entry, "hidden_at"))
        elif "recommendations" in self.stem:
            yield Row(self.file, number, _about(entry), dismissed=True, said_at=_date(entry, "hidden_at"))

    def _listed(self, number: int, entry: Json) -> Row:
        about, said_at, notes = _about(entry), _date(entry, "listed_at"), text_at(entry, "notes")
        if self.head is None:
            return Row(self.file, number, about, loved=True, notes=notes, said_at=said_at)
        listed = Listed(self.head.name, number_at(entry, "rank"), notes)
        return Row(self.file, number, about, listed=listed, said_at=said_at)

    def _watched(self, number: int, entry: Json) -> Iterator[Row]:
        about = _about(entry)
        seasons = objects_at(entry, "seasons")
        for season in seasons:
            for episode in objects_at(season, "episodes"):
                one = About(
                    "tv", about.name, about.year, about.ids, number_at(season, "number"), number_at(episode, "number")
                )
                yield Row(self.file, number, one, watch=Watch(_date(episode, "last_watched_at")))
        if not seasons:
            yield Row(self.file, number, about, watch=Watch(_date(entry, "last_watched_at")))


def _head(member: Member, stem: str, lists: dict[str, ListHead]) -> ListHead | None:
    """The list that a file of items belongs to; None for favourites, and for files of something else."""
    if "favorites" in stem or "listed_at" not in first_entry(member)[1]:
        return None
    if stem.removeprefix("lists-").startswith("watchlist"):
        return ListHead(member.name, 0, WATCHLIST, is_watchlist=True)
    match = _OF_A_LIST.fullmatch(stem)
    if match is None:
        return ListHead(member.name, 0, member.stem)
    known = lists.get(match[1])
    if known is None or not known.name:
        return ListHead(member.name, 0, match[2].replace("-", " "))
    return replace(known, file=member.name, line=0)


def _about(entry: Json) -> About:
    if "movie" in entry:
        film = object_at(entry, "movie")
        return About("movie", text_at(film, "title"), year(text_at(film, "year")), ids_at(film))
    show, season, episode = (object_at(entry, name) for name in ("show", "season", "episode"))
    return About(
        "tv",
        text_at(show, "title"),
        year(text_at(show, "year")),
        ids_at(show),
        number_at(episode, "season") if episode else number_at(season, "number"),
        number_at(episode, "number"),
        ids_at(episode) if episode else Ids(),
    )


def _date(entry: Json, name: str) -> When | None:
    return _ANY_DATE.read(text_at(entry, name))
