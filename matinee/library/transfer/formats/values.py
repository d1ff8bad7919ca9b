"""Reading single values: what a text in a cell or a value in JSON means, or a sentence that says why nothing."""

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

from matinee.library.transfer.formats.wrong import Unreadable, shown

EARLIEST_YEAR, LATEST_YEAR = 1870, 2100
_LARGEST_ID = 2**31 - 1
_IMDB = re.compile(r"(?:.*/title/)?(?:tt)?0*(\d{1,10})/?(?:\?.*)?")
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,9})?")
_YEAR = re.compile(r"(\d{4})(?:[.,]0+|[-\u2013].*)?")
_WHOLE = re.compile(r"(\d{1,10})(?:[.,]0+)?")


@lru_cache(1000)  # a file has the same few again and again
def half_points(text: str, *, out_of: int, step: str | None, lowest: str = "0") -> int | None:
    """A rating on somebody's scale in our half points, 0-20; None for an empty text.

    `out_of`: their highest. `step`: theirs, e.g. "0.5", with which it is exact; None for any decimals, which are
    rounded to the nearest half point, and up from the middle. A decimal comma is as good as a point.
    """
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise Unreadable(f"The rating {shown(text)} is no number. Ratings go from {lowest} to {out_of}")
    value = Decimal(text.replace(",", "."))
    if not Decimal(lowest) <= value <= out_of:
        raise Unreadable(f"The rating {shown(text)} is out of range. Ratings go from {lowest} to {out_of}")
    if step is not None and value % Decimal(step):
        raise Unreadable(f"The rating {shown(text)} is between two steps. Ratings go in steps of {step}")
    exact = Fraction(value) * 20 / out_of
    return int((Decimal(exact.numerator) / exact.denominator).quantize(Decimal(1), ROUND_HALF_UP))


def rating_beside(text: str, *, out_of: int, step: str | None, lowest: str = "0") -> tuple[int | None, str]:
    """The same where the line says other things, too, which stand without it: the rating, or a sentence why not."""
    try:
        return half_points(text, out_of=out_of, step=step, lowest=lowest), ""
    except Unreadable as error:
        return None, error.sentence


def year(text: str) -> int | None:
    """A year of release; None for an empty text. A spreadsheet's "1999.0" is 1999, "2008-2013" is 2008."""
    match = _YEAR.fullmatch(text)
    if text and not (match and EARLIEST_YEAR <= int(match[1]) <= LATEST_YEAR):
        raise Unreadable(f"The year {shown(text)} is none. It should have four digits, like 1999")
    return int(match[1]) if match else None


def whole(text: str, what: str, *, highest: int = _LARGEST_ID) -> int | None:
    """A number from 0 on; None for an empty text. `what` it is, for the sentence."""
    if not text:
        return None
    match = _WHOLE.fullmatch(text)
    if match is None or int(match[1]) > highest:
        raise Unreadable(f"The {what} {shown(text)} should be a whole number, at most {highest:,}")
    return int(match[1])


def imdb_id(text: str) -> str | None:
    """As IMDb writes it today, "tt0017136", from that, its bare number or its address; None for an empty text."""
    if not text:
        return None
    match = _IMDB.fullmatch(text)
    if match is None or int(match[1]) == 0:
        raise Unreadable(f"{shown(text)} is no id of a title at IMDb. Those look like tt0017136")
    return f"tt{int(match[1]):07d}"


def yes(text: str) -> bool:
    """Whether a cell says so."""
    return text.casefold() in {"yes", "true", "1", "y"}


def without_nul(text: str) -> str:
    """The text. Raises when there is something in it that no database keeps."""
    if "\0" in text:
        raise Unreadable("It has a NUL character in it, so the file was damaged on its way. Download it anew")
    return text
