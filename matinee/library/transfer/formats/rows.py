"""What a file says, in words that are the same for every format.

A `Row` is about one title, season or episode and carries what is claimed of it. Nothing here is looked up: that the
title exists is for the caller to find out.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Literal, TypeAlias

from matinee.library.transfer.formats.wrong import Unreadable

Kind: TypeAlias = Literal["movie", "tv"]
Status: TypeAlias = Literal["planned", "watching", "watched", "dropped"]
KINDS: tuple[Kind, ...] = ("movie", "tv")
STATUSES: tuple[Status, ...] = ("planned", "watching", "watched", "dropped")

Fact: TypeAlias = Literal["rating", "loved", "watched", "status", "progress", "listed", "review", "notes", "dismissed"]
"""One thing that can be said of a title. "Watched" as a status is a viewing."""

# A day where the file names only a day; a datetime always has its timezone.
When: TypeAlias = date | datetime

_NOON = time(12, tzinfo=UTC)
_HIGHEST_SEASON = 32_767  # some are called by a year


def moment(when: When) -> datetime:
    """As a point in time. A mere day is noon in UTC, which is on that day's date from UTC-12 to UTC+11."""
    return when if isinstance(when, datetime) else datetime.combine(when, _NOON)


@dataclass(frozen=True, slots=True)
class Ids:
    """Names that others have given to it; None where the file does not say."""

    tmdb: int | None = None
    imdb: str | None = None
    tvdb: int | None = None
    trakt: str | None = None

    def __bool__(self) -> bool:
        return self != NO_IDS


NO_IDS = Ids()


@dataclass(frozen=True, slots=True)
class About:
    """What the file says about the title.

    With `season` alone, the row is about a season; with `episode`, too, about an episode of it. `name`, `year` and
    `ids` are always those of the film or show. `episode_ids` are the episode's own, and may be all that is known: then
    `season` and `episode` are None, and `name` may be that of show and episode in one.
    """

    kind: Kind | None = None
    name: str = ""
    year: int | None = None
    ids: Ids = NO_IDS
    season: int | None = None
    episode: int | None = None
    episode_ids: Ids = NO_IDS

    def __post_init__(self) -> None:
        if not (self.name or self.ids or self.episode_ids):
            raise Unreadable("It names no title. Give it a name or an id")
        if self.episode is not None and self.season is None:
            raise Unreadable(f"It names episode {self.episode} but no season. Give the number of the season, too")
        if self.season is not None and self.season > _HIGHEST_SEASON:
            raise Unreadable(
                f"No show has a season {self.season}. Give the number of the season, at most {_HIGHEST_SEASON}"
            )


@dataclass(frozen=True, slots=True)
class Watch:
    """One viewing. `at` is None when nobody knows the day."""

    at: When | None = None
    rewatch: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A place in a list, whose `ListHead` may come before it. `position` counts from 1; None: in the order read."""

    name: str
    position: int | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A text about it, Markdown or plain."""

    text: str
    spoilers: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What is claimed of a title, and where it was read.

    `line` counts from 1: a line of a CSV file, an entry of a JSON file. One line may give several rows.
    `rating`: half points, 0-20. `notes`: for their own eyes. `progress`: seconds into it, of `duration`, where that is
    known. `said_at`: when they rated, loved, listed, reviewed, dismissed or set the status; when it was watched is in
    `watch`. `unrated`: a sentence that says why the rating beside all this could not be read.
    """

    file: str
    line: int
    about: About
    rating: int | None = None
    loved: bool = False
    notes: str = ""
    status: Status | None = None
    watch: Watch | None = None
    progress: int | None = None
    duration: int | None = None
    listed: Listed | None = None
    review: Review | None = None
    dismissed: bool = False
    said_at: When | None = None
    unrated: str = ""

    @property
    def facts(self) -> list[Fact]:
        """What it says of the title."""
        said: dict[Fact, bool] = {
            "rating": self.rating is not None,
            "loved": self.loved,
            "watched": self.watch is not None or self.status == "watched",
            "status": self.status not in (None, "watched"),
            "progress": self.progress is not None,
            "listed": self.listed is not None,
            "review": self.review is not None,
            "notes": bool(self.notes),
            "dismissed": self.dismissed,
        }
        return [fact for fact, is_said in said.items() if is_said]


@dataclass(frozen=True, slots=True)
class ListHead:
    """A list, before what is in it. `is_public` is None when the file does not say.

    `is_watchlist`: the one list of a service for what somebody wants to see.
    """

    file: str
    line: int
    name: str
    description: str = ""
    is_public: bool | None = None
    is_watchlist: bool = False


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A line that was left out. `sentence` says what is wrong and what to do. `line` 0: the whole file.

    `name`: what the line calls its title, where it does.
    """

    file: str
    line: int
    sentence: str
    name: str = ""


Outcome: TypeAlias = Row | ListHead | RowProblem

WATCHLIST = "Watchlist"
