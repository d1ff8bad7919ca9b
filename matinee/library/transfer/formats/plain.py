"""Rows as plain JSON values and back: in our own format, and wherever they are to be kept.

What is not said is left out. Ratings are 0-10 in halves, as people know them. Days are "2020-12-31", and points in time
have their timezone.
"""

from typing import TypeVar

from matinee.library.transfer.formats.dates import Dates
from matinee.library.transfer.formats.entries import Json
from matinee.library.transfer.formats.objects import flag_at, ids_at, number_at, object_at, text_at
from matinee.library.transfer.formats.rows import (
    KINDS,
    STATUSES,
    About,
    Ids,
    Listed,
    ListHead,
    Review,
    Row,
    RowProblem,
    Watch,
    When,
)
from matinee.library.transfer.formats.values import rating_beside, year
from matinee.library.transfer.formats.wrong import Unreadable, shown

T = TypeVar("T", bound=str)

_DATES = Dates(tuple)  # ours are never doubtful


def plain(outcome: Row | ListHead) -> Json:
    """What it says, without where it was read."""
    if isinstance(outcome, ListHead):
        head = _said({"name": outcome.name, "description": outcome.description, "watchlist": outcome.is_watchlist})
        return {"list": head if outcome.is_public is None else head | {"public": outcome.is_public}}
    said: Json = {
        "title": _plain_title(outcome.about),
        "rating": None if outcome.rating is None else outcome.rating / 2,
        "loved": outcome.loved,
        "notes": outcome.notes,
        "status": outcome.status,
        "watched": _plain_watch(outcome.watch),
        "progress": outcome.progress,
        "duration": outcome.duration,
        "listed": None if outcome.listed is None else _said(_members(outcome.listed)),
        "review": None if outcome.review is None else _said(_members(outcome.review)),
        "dismissed": outcome.dismissed,
        "at": _plain_date(outcome.said_at),
        "unrated": outcome.unrated,
    }
    return _said(said)


def named(problem: RowProblem) -> Json:
    """What is known of a line that could not be read: at most the name of its title, where `plain` would write it."""
    return {"title": {"name": problem.name}} if problem.name else {}


def read_plain(given: Json, file: str, line: int) -> Row | ListHead:
    """The row. Raises Unreadable with a sentence for whatever `plain` would not have written."""
    if "list" in given:
        return _read_list(object_at(given, "list"), file, line)
    rating, unrated = rating_beside(text_at(given, "rating"), out_of=10, step="0.5")
    return Row(
        file=file,
        line=line,
        about=_read_title(object_at(given, "title")),
        rating=rating,
        loved=flag_at(given, "loved") or False,
        notes=text_at(given, "notes"),
        status=_one_of(text_at(given, "status"), STATUSES, "status"),
        watch=_read_watch(object_at(given, "watched")) if given.get("watched") is not None else None,
        progress=number_at(given, "progress"),
        duration=number_at(given, "duration"),
        listed=_read_listed(object_at(given, "listed")),
        review=_read_review(object_at(given, "review")),
        dismissed=flag_at(given, "dismissed") or False,
        said_at=_DATES.read(text_at(given, "at")),
        unrated=unrated or text_at(given, "unrated"),
    )


def _said(members: Json) -> Json:
    return {name: value for name, value in members.items() if not (value is None or value is False or value == "")}


def _plain_date(when: When | None) -> str | None:
    return None if when is None else when.isoformat()


def _plain_title(about: About) -> Json:
    ids = {"ids": _said(_members(about.ids)) or None, "episode_ids": _said(_members(about.episode_ids)) or None}
    return _said(_members(about) | ids)


def _members(value: About | Ids | Listed | Review) -> Json:
    """By name; `dataclasses.asdict`, which also looks into each, takes ten times as long."""
    return {name: getattr(value, name) for name in value.__slots__}


def _plain_watch(watch: Watch | None) -> Json | None:
    return None if watch is None else _said({"at": _plain_date(watch.at), "rewatch": watch.rewatch})


def _read_list(given: Json, file: str, line: int) -> ListHead:
    return ListHead(
        file,
        line,
        _list_name(given),
        text_at(given, "description"),
        is_public=flag_at(given, "public"),
        is_watchlist=flag_at(given, "watchlist") or False,
    )


def _read_title(given: Json) -> About:
    return About(
        kind=_one_of(text_at(given, "kind"), KINDS, "kind"),
        name=text_at(given, "name"),
        year=year(text_at(given, "year")),
        ids=ids_at(given),
        season=number_at(given, "season"),
        episode=number_at(given, "episode"),
        episode_ids=ids_at(given, "episode_ids"),
    )


def _read_watch(given: Json) -> Watch:
    return Watch(_DATES.read(text_at(given, "at")), flag_at(given, "rewatch") or False)


def _read_listed(given: Json) -> Listed | None:
    return Listed(_list_name(given), number_at(given, "position"), text_at(given, "notes")) if given else None


def _read_review(given: Json) -> Review | None:
    return Review(text_at(given, "text"), flag_at(given, "spoilers") or False) if given else None


def _list_name(given: Json) -> str:
    name = text_at(given, "name")
    if not name:
        raise Unreadable("It names no list. Give the name of the list")
    return name


def _one_of(text: str, choices: tuple[T, ...], what: str) -> T | None:
    if not text:
        return None
    if text not in choices:
        raise Unreadable(f"The {what} {shown(text)} is unknown. It should be one of {', '.join(choices)}")
    return choices[choices.index(text)]
