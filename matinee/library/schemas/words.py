"""What people write, as it may be kept."""

from pydantic import AfterValidator

from matinee.library.lines import is_line, shows


def _shows(text: str) -> str:
    if not shows(text):
        raise ValueError("should have at least one visible character")
    return text


def _is_line(text: str) -> str:
    if not is_line(text):
        raise ValueError("should be one line of visible characters")
    return text


Visible = AfterValidator(_shows)
"""Text that is not empty to the eye."""

OneLine = AfterValidator(_is_line)
"""A name: no line breaks, and nothing that turns the text around it."""
