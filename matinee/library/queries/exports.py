"""A person's library as rows, to be written in any format. However much it is, little of it is in memory at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from matinee.catalog.models import Title
from matinee.core.errors import NotFound
from matinee.library.models import Opinion, Progress, Review, Standing, Status, Viewing, Watchlist, WatchlistItem
from matinee.library.transfer.formats import About, Ids, Listed, ListHead, Row, Watch, exports, own
from matinee.library.transfer.formats import Review as Text
from matinee.library.transfer.formats.rows import Kind

_AT_ONCE = 500  # rows of a table
_PIECE = 1 << 16  # bytes that are handed on together

M = TypeVar("M", bound=Model)
Content = Row | ListHead


@dataclass(frozen=True, slots=True)
class ExportForm:
    """A file that a library can be had as. `name` is the file's; what it leaves out is in docs/import-export.md."""

    name: str
    format: str
    content_type: str
    whole: bool


FORMS = (
    ExportForm("matinee.json", "Matinee", "application/json", whole=True),
    ExportForm("letterboxd.csv", "Letterboxd", "text/csv; charset=utf-8", whole=False),
    ExportForm("imdb.csv", "IMDb", "text/csv; charset=utf-8", whole=False),
)


def export_form(name: str) -> ExportForm:
    """Raises NotFound naming those that there are."""
    form = next((one for one in FORMS if one.name == name), None)
    if form is None:
        raise NotFound(f"There is no such export; there are {', '.join(one.name for one in FORMS)}")
    return form


def exported(user_id: UUID, form: ExportForm) -> Iterator[bytes]:
    """The file, in pieces."""
    match form.name:
        case "letterboxd.csv":
            return _in_pieces(exports.for_letterboxd(_rows(user_id)))
        case "imdb.csv":
            return _in_pieces(exports.for_imdb(_rows(user_id)))
        case _:
            return _in_pieces(own.written(contents(user_id), timezone.now()))


def contents(user_id: UUID) -> Iterator[Content]:
    """All of it."""
    return chain(
        _opinions(user_id),
        _lists(user_id),
        _reviews(user_id),
        _viewings(user_id),
        _progress(user_id),
        _statuses(user_id),
    )


def _rows(user_id: UUID) -> Iterator[Row]:
    return (one for one in contents(user_id) if isinstance(one, Row))


def _in_pieces(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Small parts together: each piece costs a change of threads."""
    held: list[bytes] = []
    size = 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size >= _PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _portions(rows: QuerySet[M]) -> Iterator[M]:
    """One statement for some hundred: each piece may be asked for on another thread, which no cursor survives."""
    last = 0
    while portion := list(rows.filter(pk__gt=last).order_by("pk")[:_AT_ONCE]):
        yield from portion
        last = portion[-1].pk


def _about(title: Title, season: int | None = None, episode: int | None = None) -> About:
    kind: Kind = "movie" if title.kind == "movie" else "tv"
    ids = Ids(title.tmdb_id, title.imdb_id, title.tvdb_id)
    return About(kind, title.name, title.year, ids, season, episode)


def _row(about: About, said_at: datetime | None = None, **said: Any) -> Row:
    return Row("", 0, about, said_at=said_at, **said)


def _opinions(user_id: UUID) -> Iterator[Content]:
    """A row for each thing, which has its own time."""
    for one in _portions(Opinion.objects.filter(user=user_id).select_related("title")):
        about = _about(one.title)
        if one.rating is not None:
            yield _row(about, one.rated_at, rating=one.rating)
        if one.loved_at is not None:
            yield _row(about, one.loved_at, loved=True)
        if one.notes:
            yield _row(about, one.changed_at, notes=one.notes)
        if one.dismissed_at is not None:
            yield _row(about, one.dismissed_at, dismissed=True)


def _lists(user_id: UUID) -> Iterator[Content]:
    for one in _portions(Watchlist.objects.filter(owner=user_id, deleted_at=None)):
        yield ListHead("", 0, one.name, one.description, is_public=one.link is not None)
        yield from _items(one)


def _items(watchlist: Watchlist) -> Iterator[Content]:
    items = WatchlistItem.objects.filter(watchlist=watchlist).select_related("title").order_by("position")
    for start in range(0, watchlist.length, _AT_ONCE):
        for item in items[start : start + _AT_ONCE]:
            listed = Listed(watchlist.name, item.position + 1, item.note)
            yield _row(_about(item.title), item.added_at, listed=listed)


def _reviews(user_id: UUID) -> Iterator[Content]:
    for one in _portions(Review.objects.filter(user=user_id, removed_at=None).select_related("title")):
        yield _row(_about(one.title), one.created_at, review=Text(one.text, one.spoiler))


def _viewings(user_id: UUID) -> Iterator[Content]:
    for one in _portions(Viewing.objects.filter(user=user_id).select_related("title")):
        yield _row(_about(one.title, one.season, one.episode), watch=Watch(one.watched_at))


def _progress(user_id: UUID) -> Iterator[Content]:
    for one in _portions(Progress.objects.filter(user=user_id).select_related("title")):
        about = _about(one.title, one.season, one.episode)
        yield _row(about, one.updated_at, progress=one.seconds, duration=one.duration)


def _statuses(user_id: UUID) -> Iterator[Content]:
    """But for what follows from viewings."""
    follows = Q(status=Status.NONE) | Q(status=Status.WATCHED)
    for one in _portions(Standing.objects.filter(user=user_id).exclude(follows).select_related("title")):
        yield _row(_about(one.title), one.last_at, status=one.status)
