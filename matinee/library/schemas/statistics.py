"""What somebody has watched and rated, in numbers."""

from datetime import date

from pydantic import Field

from matinee.catalog.schemas.told import PersonCard, TitleCard
from matinee.core.shape import Shape
from matinee.library.schemas.common import Localised


class StatisticsQuery(Localised):
    """For which year."""

    year: int | None = Field(None, ge=1888, le=9999, description="Only what was watched and rated in it.")


class Tally(Shape):
    """How much of something was watched."""

    key: str = Field(description="A genre's slug, a decade's first year, a code of a language or country.")
    titles: int
    minutes: int


class NamedTally(Tally):
    """With the name of what it is."""

    name: str


class PersonTally(Shape):
    """In how many of the titles that you watched somebody had a part."""

    person: PersonCard
    titles: int


class Month(Shape):
    """What was watched in it."""

    month: str = Field(description="2026-03")
    films: int
    episodes: int
    minutes: int


class StreakTold(Shape):
    """Days in a row with something watched."""

    first: date
    last: date
    days: int


class BusyDay(Shape):
    """The day with the most minutes."""

    day: date
    minutes: int


class WatchedTitle(Shape):
    """How much of a title was watched."""

    title: TitleCard
    times: int = Field(description="The film, or episodes of the show.")
    minutes: int


class RatedTitle(Shape):
    """A title with your rating."""

    title: TitleCard
    rating: float


class Statistics(Shape):
    """You, in numbers. Days are UTC; lists of most are at most a dozen long."""

    years: list[int] = Field(description="With something watched, the newest first; those between, too.")
    films: int = Field(description="Different ones.")
    film_viewings: int
    film_minutes: int
    shows: int
    episodes: int = Field(description="Watched, those watched again too.")
    show_minutes: int
    days_watched: int
    months: list[Month]
    weekdays: list[int] = Field(description="Minutes on Mondays, Tuesdays …")
    longest_streak: StreakTold | None
    current_streak: StreakTold | None
    busiest_day: BusyDay | None
    ratings: list[int] = Field(description="How often you gave 0, 0.5, 1 … 10.")
    average_rating: float | None
    best_rated: list[RatedTitle]
    most_watched: list[WatchedTitle]
    genres: list[NamedTally]
    decades: list[Tally]
    languages: list[Tally]
    countries: list[Tally]
    directors: list[PersonTally]
    cast: list[PersonTally]
