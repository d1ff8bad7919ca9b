"""Days with something watched: months, weekdays, streaks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any


@dataclass(frozen=True, slots=True)
class Day:
    """What was watched on it."""

    day: date
    films: int
    episodes: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row, from the first to the last of them."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def streaks(days: Sequence[date]) -> list[Streak]:
    """Of days in their order, each once."""
    # A day less its place among the days is the same all through a streak.
    found = groupby(enumerate(days), lambda pair: pair[1] - timedelta(days=pair[0]))
    runs = [[day for _, day in run] for _, run in found]
    return [Streak(run[0], run[-1]) for run in runs]


def longest(found: Sequence[Streak]) -> Streak | None:
    """The first of the longest."""
    return max(found, key=lambda streak: streak.days, default=None)


def current(found: Sequence[Streak], today: date) -> Streak | None:
    """The one that goes on: a day that is not over breaks none."""
    return found[-1] if found and found[-1].last >= today - timedelta(days=1) else None


def by_month(days: Iterable[Day]) -> list[dict[str, Any]]:
    """Sums of each month with something in it, in order."""
    return [
        {"month": month, **_sums(list(found))} for month, found in groupby(days, lambda one: one.day.strftime("%Y-%m"))
    ]


def by_weekday(days: Sequence[Day]) -> list[int]:
    """Minutes of each, from Monday on."""
    return [sum(one.minutes for one in days if one.day.weekday() == weekday) for weekday in range(7)]


def _sums(days: Sequence[Day]) -> dict[str, int]:
    return {
        "films": sum(one.films for one in days),
        "episodes": sum(one.episodes for one in days),
        "minutes": sum(one.minutes for one in days),
    }
