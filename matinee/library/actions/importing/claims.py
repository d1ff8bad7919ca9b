"""What a row of a file claims of a title, and whether this library can keep it."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from matinee.library.actions.watching import FIRST_FILM
from matinee.library.lines import is_line, shows
from matinee.library.models import LONGEST_LIST_NAME, LONGEST_LIST_TEXT, LONGEST_REVIEW, ImportRow, ImportRun
from matinee.library.transfer.formats import OWN_FORMAT, ListHead, Row, Watch, moment, read_plain
from matinee.library.transfer.formats.rows import When

Made = dict[str, Any]
"""What a claim has made, by the name of the part that has: ids and values in JSON, for undoing."""

LONGEST_NOTES = 10_000  # characters
_NOON = (12, 0, 0)

FIRST, AFTERWARDS = 0, 1
"""Turns: viewings with a day come before what only says that something was seen, and before statuses."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A matched row. `title_id` is None for the heading of a list; `made` is filled once it is applied."""

    number: int
    title_id: int | None
    kind: str
    said: Row | ListHead
    made: Made = field(default_factory=dict)

    @property
    def about_title(self) -> int:
        """Its title, for parts that have left headings out."""
        if self.title_id is None:
            raise LookupError(f"row {self.number} is about no title")
        return self.title_id


@dataclass(frozen=True, slots=True)
class Context:
    """For whom, and in which import. `refused`: why some claims were left out, by their numbers; `begun`: titles with
    which somebody stood nowhere before what this deed has said was watched.
    """

    user_id: UUID
    run_id: int
    is_own_format: bool
    begun_at: datetime
    refused: dict[int, str] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, run: ImportRun) -> "Context":
        return cls(run.user_id, run.pk, run.format == OWN_FORMAT, run.created_at)

    def said_at(self, row: Row) -> datetime:
        """When they said so: what is stored as the time of what a row makes, and is another once they say it anew."""
        return moment(row.said_at) if row.said_at else self.begun_at


def said_in(row: ImportRow) -> Row | ListHead:
    """What a stored row says."""
    return read_plain(row.body, row.file, row.line)


def claim(row: ImportRow, kind: str, said: Row | ListHead) -> Claim:
    """What it claims by that. `kind` of its title."""
    return Claim(row.number, row.title_id, kind, fitted(said), row.made)


def fitted(said: Row | ListHead) -> Row | ListHead:
    """Without what is said of single seasons and episodes that is kept of whole titles only; "watched" is a viewing."""
    if isinstance(said, ListHead):
        return said
    if said.about.season is not None:
        watched = said.watch or (Watch() if said.status == "watched" else None)
        there = Row(said.file, said.line, said.about, progress=said.progress, duration=said.duration)
        return replace(there, watch=watched, said_at=said.said_at)
    if said.status == "watched" and said.watch is None:
        return replace(said, watch=Watch())
    return said


def turn(said: Row | ListHead) -> int:
    """When it is to be applied."""
    if isinstance(said, ListHead):
        return FIRST
    later = said.status is not None or said.progress is not None or (said.watch and said.watch.at is None)
    return AFTERWARDS if later else FIRST


def misses(said: Row | ListHead, kind: str) -> str:
    """Why it cannot be about a title of that `kind`, a sentence; empty when it can: another title may be chosen."""
    if isinstance(said, Row) and said.about.season is not None and kind == "movie":
        return "This is a film, and the row is about an episode. Choose the show"
    return ""


def unfit(said: Row | ListHead) -> str:
    """Why it cannot be kept, whichever title it is about, a sentence; empty when it can."""
    if isinstance(said, ListHead):
        return _unfit_list(said.name, said.description)
    row = fitted(said)
    if row == Row(said.file, said.line, said.about, said_at=said.said_at):
        if said.about.season is not None:
            return "Only whole films and shows are rated, listed and reviewed here; an episode can be watched"
        return "It says nothing of this title. Leave it out"
    return _unfit_times(said) or _unfit_texts(said)


def _unfit_times(row: Row) -> str:
    when = row.watch.at if row.watch else None
    if when is None:
        return ""
    if moment(when) > timezone.now():
        return f"It was watched on {_day(when)}, which is in the future. Correct the day"
    if moment(when) < FIRST_FILM:
        return f"It was watched on {_day(when)}, before there were films. Correct the day"
    return ""


def _unfit_texts(row: Row) -> str:
    if len(row.notes) > LONGEST_NOTES:
        return f"Its notes have {len(row.notes):,} characters, and {LONGEST_NOTES:,} is the most. Shorten them"
    if row.review and not shows(row.review.text):
        return "Its review is empty. Leave it out"
    if row.review and len(row.review.text) > LONGEST_REVIEW:
        return f"Its review has {len(row.review.text):,} characters, and {LONGEST_REVIEW:,} is the most. Shorten it"
    return _unfit_list(row.listed.name, row.listed.notes) if row.listed else ""


def _unfit_list(name: str, text: str) -> str:
    if not (shows(name) and is_line(name)):
        return "The list's name should be one line of visible characters. Give it another"
    if len(name) > LONGEST_LIST_NAME:
        return f"The list's name has {len(name):,} characters, and {LONGEST_LIST_NAME} is the most. Shorten it"
    if len(text) > LONGEST_LIST_TEXT:
        return f"A text of a list has {len(text):,} characters, and {LONGEST_LIST_TEXT:,} is the most. Shorten it"
    return ""


def _day(when: When) -> date:
    return moment(when).date()


def is_mere_day(when: datetime) -> bool:
    """Whether it is what a day without a time is stored as."""
    there = when.astimezone(UTC)
    return (there.hour, there.minute, there.second) == _NOON and not there.microsecond
