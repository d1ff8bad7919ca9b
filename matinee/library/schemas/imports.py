"""Bringing a library along, and taking it away."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field, model_validator

from matinee.catalog.schemas.told import TitleCard
from matinee.core.shape import Asked, Shape
from matinee.library.schemas.common import Paged

StateName = Literal["reading", "ready", "applying", "done", "undoing", "undone", "cancelled", "failed"]
OutcomeName = Literal[
    "matched", "ambiguous", "awaited", "missing", "there", "bad", "skipped", "applied", "undone", "kept"
]


class ImportRowsQuery(Paged):
    """Which of its rows."""

    outcome: list[OutcomeName] = Field(default=[], max_length=10, description="Rows of these; of all, if left out.")


class RowDecision(Asked):
    """What a row means, or that it is to be left out."""

    title_id: int | None = Field(None, ge=1, lt=2**63, description="A title here; rows about the same follow.")
    skip: bool | None = Field(None, description="Leave it out, or take it in again.")

    @model_validator(mode="after")
    def _one_of_both(self) -> "RowDecision":
        if (self.title_id is None) == (self.skip is None):
            raise ValueError("give either titleId or skip")
        return self


FactName = Literal["rating", "loved", "watched", "status", "progress", "listed", "review", "notes", "dismissed"]


class ImportCounts(Shape):
    """How many of its rows came to what.

    To be applied: `matched`. To be looked at: `ambiguous`, `missing`, `bad`; `awaited` are fetched by and by. Left
    alone: `there`, `skipped`. Over: `applied`, `undone`, and `kept`, which was changed since and so not undone.
    """

    matched: int
    ambiguous: int
    awaited: int
    missing: int
    there: int
    bad: int
    skipped: int
    applied: int
    undone: int
    kept: int


class ImportTold(Shape):
    """A file that you brought along, and how far it is."""

    id: int
    format: str = Field(description="Letterboxd, Trakt …")
    file_name: str
    state: StateName = Field(
        description="done: it has been applied, or nothing in it is left to be. Rows can still be decided about."
    )
    read: int = Field(description="Rows so far.")
    counts: ImportCounts
    in_part: int = Field(description="How many of the matched are taken in part only; each says what is not.")
    error: str | None = Field(description="Why it failed.")
    public_lists: int = Field(description="How many lists will be public by it, unless their own rows are left out.")
    lacks_tmdb: bool = Field(
        description="Rows were not found, and TMDB, which might know their titles, is not connected here."
    )
    can_apply: bool
    can_undo: bool
    created_at: datetime
    finished_at: datetime | None


class Imports(Shape):
    """What you brought along, the newest first."""

    items: list[ImportTold]


class RowSaid(Shape):
    """What a row of the file says, in short."""

    name: str = Field(description="Of the title, or of the list.")
    kind: Literal["movie", "tv"] | None
    year: int | None
    season: int | None
    episode: int | None
    is_list: bool = Field(description="It is about a list, and not about a title.")
    is_public: bool = Field(description="It is a list, and is public if it is made of this row.")
    rating: float | None = Field(description="0-10 in halves.")
    loved: bool
    status: Literal["planned", "watching", "watched", "dropped"] | None
    watched: bool
    watched_on: date | None
    progress: bool = Field(description="It says how far into it you are.")
    list: str | None = Field(description="The list that it is in.")
    reviewed: bool
    noted: bool
    dismissed: bool


class LeftOut(Shape):
    """Something that a row says which is not taken."""

    fact: FactName
    why: Literal["there", "whole", "wrong"] = Field(
        description="It is there already; it is kept of whole films and shows only; or the sentence says why."
    )
    sentence: str | None


class ImportChoice(TitleCard):
    """A title that a row may mean, with what tells it from others of its name."""

    makers: list[str] = Field(description="Up to three directors or creators.")


class ImportRowTold(Shape):
    """One row, and what became of it."""

    id: int
    file: str
    line: int = Field(description="From 1; 0 for the whole file.")
    outcome: OutcomeName
    sentence: str | None = Field(description="What is wrong, or why it was left alone.")
    said: RowSaid | None = Field(description="Null for what could not be read.")
    left: list[LeftOut] = Field(description="What of it is not taken, although its outcome is that of the rest.")
    title: TitleCard | None
    choices: list[ImportChoice] = Field(description="What it may be, the likeliest first.")


class ImportRowPage(Shape):
    """Some of its rows, as they stand in the file."""

    items: list[ImportRowTold]
    page: int
    pages: int
    total: int


class ExportForm(Shape):
    """A file that your library can be had as."""

    name: str = Field(description="What to ask for; also the name of the file.")
    format: str
    whole: bool = Field(description="All of your library is in it, and comes back from it.")


class ExportForms(Shape):
    """The files that your library can be had as."""

    items: list[ExportForm]
