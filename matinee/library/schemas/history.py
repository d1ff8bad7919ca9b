"""What somebody has watched, is watching and wants to watch."""

from datetime import date, datetime, timedelta
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from matinee.catalog.schemas.told import EpisodeCard, TitleCard
from matinee.core.shape import Asked, Shape
from matinee.library.actions import Dated, Point, What
from matinee.library.models import Status
from matinee.library.queries import HistoryFilters, StandingFilters
from matinee.library.schemas.common import Localised, Paged, StatusName

_MOST_AT_ONCE = 10_000
_LONGEST_CALENDAR = timedelta(days=366)
_LONGEST = 7 * 24 * 3600  # seconds; the longest film ever shown ran for a little more than a month, but not in one go

SeasonNumber = Annotated[int, Field(ge=0, le=32_767, strict=True, description="0 holds the specials.")]
EpisodeNumber = Annotated[int, Field(ge=0, le=2**31 - 1, strict=True)]
Id = Annotated[int, Field(ge=1, le=2**63 - 1)]
Seconds = Annotated[int, Field(ge=0, le=_LONGEST, strict=True)]


# --- asked ---


class HistoryQuery(Paged):
    """Which viewings."""

    text: str = Field("", max_length=200, description="Words of the title.")
    kind: Literal["movie", "tv", ""] = ""
    title: int = Field(0, ge=0, le=2**63 - 1, description="Only of the title with this id.")

    def filters(self) -> HistoryFilters:
        return HistoryFilters(self.kind, self.text, self.title)


class HistoryKindsQuery(Asked):
    """Among which viewings."""

    text: str = Field("", max_length=200, description="Words of the title.")


class StandingsQuery(Paged):
    """Which titles."""

    status: StatusName
    text: str = Field("", max_length=200, description="Words of the title.")
    kind: Literal["movie", "tv", ""] = ""

    def filters(self) -> StandingFilters:
        return StandingFilters(Status(self.status), self.kind, self.text)


class WhatQuery(Asked):
    """What of the title: of a show a season or an episode, or all of it."""

    season: int | None = Field(None, ge=0, le=32_767)
    episode: int | None = Field(None, ge=0, le=2**31 - 1)

    def what(self) -> What:
        return What(self.season, self.episode)


class UnwatchQuery(WhatQuery):
    """What of the title, and which of its viewings."""

    last: bool = Field(False, description="Only the latest viewing of it.")


class NewViewing(Asked):
    """What was watched. Of a show: an episode, a season, or all that has aired."""

    season: SeasonNumber | None = None
    episode: EpisodeNumber | None = None
    up_to: bool = Field(False, description="With all that comes before it and has aired.")
    watched_at: AwareDatetime | None = Field(None, description="Now when it is left out.")
    again: bool = Field(False, description="Also what you have seen before.")

    def what(self) -> What:
        return What(self.season, self.episode, self.up_to)


class DatedViewing(Asked):
    """One viewing at its time."""

    season: SeasonNumber | None = None
    episode: EpisodeNumber | None = None
    watched_at: AwareDatetime


class DatedViewings(Asked):
    """Several viewings of one title."""

    viewings: Annotated[list[DatedViewing], Field(min_length=1, max_length=_MOST_AT_ONCE)]

    def dated(self) -> list[Dated]:
        return [Dated(one.season, one.episode, one.watched_at) for one in self.viewings]


class RemovedViewings(Asked):
    """Which viewings; of one title."""

    ids: Annotated[list[Id], Field(min_length=1, max_length=_MOST_AT_ONCE)]


class NewStatus(Asked):
    """What you want with a title."""

    status: Literal["planned", "watching", "dropped"] | None = Field(
        description="null takes it back: you stand where your viewings have brought you. Watched it is by watching it."
    )

    def wanted(self) -> Status:
        return Status(self.status or Status.NONE)


class NewProgress(Asked):
    """How far you are, in a film or an episode. From nine tenths on you have watched it."""

    season: SeasonNumber | None = None
    episode: EpisodeNumber | None = None
    seconds: Seconds
    duration: Annotated[int, Field(ge=1, le=_LONGEST, strict=True, description="Seconds.")]

    @model_validator(mode="after")
    def _within(self) -> Self:
        if self.seconds > self.duration:
            raise ValueError("seconds should be at most the duration")
        return self

    def what(self) -> What:
        return What(self.season, self.episode)

    def point(self) -> Point:
        return Point(self.seconds, self.duration)


class NextUpQuery(Localised):
    """How many."""

    limit: int = Field(20, ge=1, le=40)


class CalendarQuery(Localised):
    """Which days, both counted; a year at most."""

    first: date = Field(alias="from")
    last: date = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError("to should be no earlier than from")
        if self.last - self.first > _LONGEST_CALENDAR:
            raise ValueError("should be a year at most")
        return self


# --- told ---


class Viewing(Shape):
    """Somebody watched something, once."""

    id: int
    season: int | None = Field(description="null: a film.")
    episode: int | None
    watched_at: datetime


class HistoryItem(Viewing):
    """One viewing in your history."""

    title: TitleCard
    name: str | None = Field(description="The episode's; null for a film, and where the catalogue has it no more.")
    minutes: int | None


class HistoryPage(Shape):
    """Some of what you have watched, newest first."""

    items: list[HistoryItem]
    page: int
    pages: int
    total: int


class HistoryKinds(Shape):
    """Whether there are films or shows in your history."""

    kinds: list[Literal["movie", "tv"]]


class PointTold(Shape):
    """How far into something you are."""

    seconds: int
    duration: int
    updated_at: datetime


class StandingTold(Shape):
    """Where you stand with a title."""

    status: StatusName | None
    viewings: int
    rewatched: bool = Field(description="Some of it more than once.")
    seen: int = Field(description="Regular episodes; 1 for a film.")
    aired: int = Field(description="Of how many; 0 when nothing is known.")
    fraction: float | None = Field(description="seen of aired, 0-1; null before the first.")
    next: EpisodeCard | None = Field(description="What to watch next, of what has aired.")
    last_at: datetime | None = Field(description="When you last watched it, or said what you want with it.")


class SeasonSeen(Shape):
    """How many episodes of a season you have seen."""

    season: int
    seen: int


class StandingDetail(StandingTold):
    """Where you stand with a title, for its page."""

    seasons: list[SeasonSeen] = Field(description="Those of which you have seen something; 0 holds the specials.")
    progress: PointTold | None = Field(description="How far into the film you are.")


class StandingItem(StandingTold):
    """A title and where you stand with it."""

    title: TitleCard


class StandingPage(Shape):
    """Some of the titles with a status, latest first."""

    items: list[StandingItem]
    page: int
    pages: int
    total: int


class WatchedTold(Shape):
    """What a change of your history did."""

    viewings: list[Viewing] = Field(description="Those that came, or that went.")
    before: StatusName | None = Field(description="Where you stood before it.")
    standing: StandingDetail


class EpisodeProgress(Shape):
    """An episode that you have seen or begun."""

    episode: int
    viewings: int
    last_at: datetime | None
    progress: PointTold | None


class SeasonProgress(Shape):
    """Of a season's episodes those that you have seen or begun."""

    items: list[EpisodeProgress]


class ProgressKept(Shape):
    """`standing` only when it is another now."""

    standing: StandingDetail | None


class NextUpItem(Shape):
    """What to go on with."""

    title: TitleCard
    episode: EpisodeCard | None = Field(description="null: a film.")
    progress: PointTold | None = Field(description="How far you are; null when it is the next, not begun yet.")
    seen: int
    aired: int
    at: datetime


class NextUp(Shape):
    """What to go on with, what you watched last first."""

    items: list[NextUpItem]


class CalendarItem(Shape):
    """An episode that airs, or a film's release."""

    on: date
    title_id: int
    episode: EpisodeCard | None = Field(description="null: a film's release.")
    seen: bool


class CalendarTold(Shape):
    """What is coming, by date."""

    titles: list[TitleCard] = Field(description="Of the items; each once.")
    items: list[CalendarItem]
    more: bool = Field(description="There is more than is told; ask for fewer days.")


class CalendarLinkTold(Shape):
    """Whether you have a secret address of your calendar."""

    made_at: datetime | None = Field(description="null: you have none.")


class NewCalendarLink(Shape):
    """It is shown this once."""

    address: str
