"""Writing cells that a spreadsheet does not take for formulas, and reading them back as they were.

A cell that begins with one of `= + - @`, a tab or a carriage return is run by spreadsheets. An apostrophe before it
makes it text; so that nothing is lost, a text that has such an apostrophe already gets one more.
"""

import re

_RUN = re.compile(r"'*[=+\-@\t\r]")
_MARKED = re.compile(r"''*[=+\-@\t\r]")


def safe(text: str) -> str:
    """For writing."""
    return f"'{text}" if _RUN.match(text) else text


def told_from_formula(text: str) -> str:
    """For reading: the text before `safe`."""
    return text[1:] if _MARKED.match(text) else text
