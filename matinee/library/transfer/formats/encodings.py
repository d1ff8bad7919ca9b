"""Finding out how a text was written down, since no file says so."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # it begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_TEXT = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")


class Guess:
    """Fed with the bytes of a file, it knows at the end which encoding reads all of them."""

    def __init__(self) -> None:
        self._sure: _Reading | None = None
        self._windows = _Reading("cp1252")

    def feed(self, chunk: bytes) -> None:
        """The next bytes. The first should be more than a few."""
        if self._sure is None:
            self._sure = _Reading(_likeliest(chunk))
        self._sure.feed(chunk)
        # Nearly any bytes can be read as Windows-1252, pictures too; but a text has no control characters.
        self._windows.failed = self._windows.failed or _NO_TEXT.search(chunk) is not None
        self._windows.feed(chunk)

    def encoding(self) -> str | None:
        """Its name in Python; None if it is not text, damaged, or written in a way that we do not know."""
        if self._sure is None or self._sure.ends_well():
            return self._sure.name if self._sure else "utf-8"
        # What begins with letters of UTF-8 is UTF-8 with a damage, and would read as gibberish.
        is_other = self._sure.name == "utf-8" and not self._sure.had_letters
        return self._windows.name if is_other and self._windows.ends_well() else None


class _Reading:
    """One encoding, tried. `had_letters`: beyond ASCII, before it failed."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.failed = False
        self.had_letters = False
        self._decoder = codecs.getincrementaldecoder(name)()

    def feed(self, chunk: bytes, *, final: bool = False) -> None:
        if self.failed:
            return
        try:
            good = self._decoder.decode(chunk, final)
            self.had_letters = self.had_letters or not good.isascii()
        except UnicodeDecodeError as error:
            self.failed = True
            self.had_letters = self.had_letters or not error.object[: error.start].isascii()

    def ends_well(self) -> bool:
        self.feed(b"", final=True)
        return not self.failed


def _likeliest(start: bytes) -> str:
    for bom, name in _BOMS:
        if start.startswith(bom):
            return name
    # UTF-16 without a mark: of text in Latin letters every other byte is zero.
    first, second = start[::2].count(0), start[1::2].count(0)
    if max(first, second) > 0.4 * (len(start) // 2) and min(first, second) == 0:
        return "utf-16-be" if first else "utf-16-le"
    return "utf-8"
