"""Reading dates, as services write them and as spreadsheets rewrite them.

A spreadsheet that opens a CSV writes its dates back as its owner's country does, or as a number of days. 03/04/2020 can
be two days; what decides is whether another date of the same file has a number above 12 in one of the two places.
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta

from matinee.library.transfer.formats.rows import When
from matinee.library.transfer.formats.wrong import Unreadable, shown

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_SPREADSHEET = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\.?")
_WITH_TIME = re.compile(r"(.+?)(?:,? +|T)(\d{1,2}:\d{2}(?::\d{2})?)(?: ?([AP]M))?", re.IGNORECASE)
_SERIAL = re.compile(r"(\d{4,5})(?:[.,](\d+))?")
_NAMED = (
    "%a %b %d %H:%M:%S %Y",
    "%a %b %d %Y",
    "%d-%b-%y",
    "%d-%b-%Y",
    "%d %b %Y",
    "%d %B %Y",
    "%b %d, %Y",
    "%B %d, %Y",
)
_FIRST_DAY = date(1899, 12, 30)  # of spreadsheets, as of 1 March 1900
_EARLIEST = date(1888, 1, 1)  # before there were films
_LONGEST = 64  # characters; what is longer is no date, and the patterns take long to find that out
_TOMORROW = timedelta(days=1)  # somewhere it is already


class Dates:
    """Reads the dates of one file. `others` gives all of them, and is asked only when there is need."""

    def __init__(self, others: Callable[[], Iterable[str]]) -> None:
        self._others = others
        self._orders: frozenset[str] | None = None

    def read(self, text: str) -> When | None:
        """None for an empty text. Raises Unreadable, for one in the future, too."""
        if not text:
            return None
        when = self._any(text) if len(text) <= _LONGEST else None
        if when is None:
            raise Unreadable(f"{shown(text)} is no date that can be read. Write it as 2020-12-31")
        day = when.date() if isinstance(when, datetime) else when
        if not _EARLIEST <= day <= datetime.now(UTC).date() + _TOMORROW:
            raise Unreadable(f"{shown(text)} would be {day.isoformat()}, which cannot be right. Write it as 2020-12-31")
        return when

    def _any(self, text: str) -> When | None:
        return _iso(text) or self._spreadsheet(text) or _serial(text) or _named(text)

    def _spreadsheet(self, text: str) -> When | None:
        timed = _WITH_TIME.fullmatch(text)
        match = _SPREADSHEET.fullmatch(timed[1] if timed else text)
        if match is None:
            return None
        first, sign, second = int(match[1]), match[2], int(match[3])
        year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        is_day_first = sign == "." or first == second or self._is_day_first(text, first, second)
        day = _date(year, second, first) if is_day_first else _date(year, first, second)
        return _at(day, timed[2], timed[3]) if timed and day else day

    def _is_day_first(self, text: str, first: int, second: int) -> bool:
        if order := _order(first, second):
            return order == "day"
        if self._orders is None:
            self._orders = frozenset(_orders(self._others()))
        if len(self._orders) != 1:
            raise Unreadable(
                f"{shown(text)} can be two days, and no other date of the file tells which. Write it as 2020-12-31"
            )
        return "day" in self._orders


def _order(first: int, second: int) -> str | None:
    """Which of day and month comes first in this date, if it can be seen."""
    if first > 12 >= second:
        return "day"
    return "month" if second > 12 >= first else None


def _orders(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        if len(text) > _LONGEST:
            continue
        timed = _WITH_TIME.fullmatch(text)
        if (match := _SPREADSHEET.fullmatch(timed[1] if timed else text)) and match[2] != ".":
            yield from filter(None, [_order(int(match[1]), int(match[3]))])


def _iso(text: str) -> When | None:
    if match := _ISO.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if len(text) < 16 or text[4:5] != "-":
        return None
    try:
        moment = datetime.fromisoformat(text.removesuffix(" UTC"))
        # Without a timezone it is taken as UTC: these services say nothing else.
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _serial(text: str) -> When | None:
    """A spreadsheet's number of days. Four digits may as well be a year, so they have to be more than any year."""
    match = _SERIAL.fullmatch(text)
    if match is None or int(match[1]) < 3000:
        return None
    day = _FIRST_DAY + timedelta(days=int(match[1]))
    if not match[2] or not int(match[2]):
        return day
    seconds = round(float(f"0.{match[2]}") * 86_400)
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=seconds)


def _named(text: str) -> date | None:
    for pattern in _NAMED:
        try:
            return datetime.strptime(text, pattern).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _at(day: date, clock: str, half: str | None) -> datetime | None:
    hour, minute, second = (int(part) for part in f"{clock}:0".split(":")[:3])
    if half:
        hour = hour % 12 + (12 if half.lower() == "pm" else 0)
    try:
        return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
