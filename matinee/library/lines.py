"""What people write, as it may be kept: in forms, and in files that they bring along."""

import unicodedata

_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Zl", "Zp", "Zs"}  # Unicode's categories of what leaves no ink alone
_BLANKS = (
    "\u115f\u1160\u3164\uffa0\u2800"  # letters and a symbol by category, without any ink: fillers of Hangul, of Braille
)
_JOINERS = "\u200c\u200d"  # within words of Persian, and between the parts of an emoji


def shows(text: str) -> bool:
    """Whether there is something to be seen in it."""
    return not all(letter in _BLANKS or unicodedata.category(letter) in _UNSEEN for letter in text)


def is_line(text: str) -> bool:
    """Whether it has no line breaks, and nothing that turns the text around it."""
    return not any(unicodedata.category(letter)[0] == "C" and letter not in _JOINERS for letter in text)


def as_line(text: str) -> str:
    """The text without what makes it no line; breaks become spaces."""
    return "".join(letter if is_line(letter) else " " * letter.isspace() for letter in text).strip()
