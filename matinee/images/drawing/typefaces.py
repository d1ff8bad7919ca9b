"""The typefaces that ship with the program (all under the SIL Open Font License, see `images/fonts/`)."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

FOLDER = Path(__file__).parents[1] / "fonts"
_PROBE_SIZE = 40
_NOT_A_CHARACTER = "\uffff"
_WITHOUT_TONOS = str.maketrans("ΆΈΉΊΌΎΏ", "ΑΕΗΙΟΥΩ")


@dataclass(frozen=True, slots=True)
class Face:
    """A way to set titles. `leading` is the distance between baselines, in parts of the size."""

    name: str
    leading: float
    is_capitals: bool = False

    def dress(self, text: str) -> str:
        return text.upper().translate(_WITHOUT_TONOS) if self.is_capitals else text


GOTHIC = Face("LeagueGothic", leading=0.9, is_capitals=True)
OSWALD = Face("Oswald-SemiBold", leading=1.1, is_capitals=True)
GEOMETRIC = Face("Jost-ExtraBold", leading=0.98)
GEOMETRIC_CAPITALS = Face("Jost-ExtraBold", leading=0.9, is_capitals=True)
DIDONE = Face("PlayfairDisplay-Black", leading=0.98)
ITALIC = Face("PlayfairDisplay-BoldItalic", leading=1.02)
DECO = Face("Limelight", leading=1.0, is_capitals=True)
SLAB = Face("AlfaSlabOne", leading=1.02)
HAIRLINE = Face("PoiretOne", leading=0.98, is_capitals=True)
UNIVERSAL = Face("SofiaSansExtraCondensed-ExtraBold", leading=0.9, is_capitals=True)
SMALL = Face("Jost-Medium", leading=1.2, is_capitals=True)


@lru_cache(maxsize=256)
def font(name: str, pixels: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FOLDER / f"{name}.ttf", pixels)


@lru_cache(maxsize=4096)
def has_glyph(name: str, character: str) -> bool:
    """Whether the typeface can show this character: it then differs from the picture that stands for "none"."""
    if character.isspace():
        return True
    probe = font(name, _PROBE_SIZE)
    shown, none = probe.getmask(character), probe.getmask(_NOT_A_CHARACTER)
    return shown.size != none.size or bytes(shown) != bytes(none)


def covers(face: Face, text: str) -> bool:
    return all(has_glyph(face.name, character) for character in face.dress(text))


def fitting(face: Face, text: str) -> Face:
    """`face` if it can show all of `text`, else the one with the most letters."""
    return face if covers(face, text) else UNIVERSAL


def showable(text: str) -> str:
    """What of `text` can be shown at all; empty when that is less than two thirds of its letters and digits."""
    kept = "".join(character for character in text if has_glyph(UNIVERSAL.name, UNIVERSAL.dress(character)))
    meant, left = (sum(character.isalnum() for character in words) for words in (text, kept))
    return " ".join(kept.split()) if left >= meant * 2 / 3 else ""
