"""Setting a title into a box so that it always fits: as large as it can be, in as many lines as look best."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from matinee.images.drawing.canvas import Canvas
from matinee.images.drawing.palettes import Color
from matinee.images.drawing.typefaces import Face, fitting, font

_MEASURE = 200  # pixels: large enough that rounding to whole pixels does not matter
_MOST_LINES = 9
_MOST_CHARACTERS = 240
_LONG_WORD = 13  # letters; longer ones may be broken when that lets the title be much larger
_GAIN_OF_BREAKING = 1.5
_MOST_SPREAD = 2.6  # the largest line of a block against its smallest
_SPACE = 0.25  # about a word space, at size 1
_LEAST_GAP = 0.04  # between the ink of two lines, at size 1
_HYPHEN = "\u00ad"
_SAFETY = 0.985  # hinting makes a line up to a percent wider at some sizes


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text at one size; `x` and `baseline` from the top left corner of the setting, in units."""

    text: str
    size: float
    x: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines that together fill `width` x `height` units of visible ink."""

    face: Face
    lines: tuple[Line, ...]
    width: float
    height: float

    def draw(self, canvas: Canvas, x: float, y: float, fill: Color) -> None:
        """With its top left corner at (x, y)."""
        for line in self.lines:
            canvas.text(x + line.x, y + line.baseline, line.text, self.face.name, line.size, fill)


@lru_cache(maxsize=4096)
def _ink(name: str, text: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the ink of `text` set at size 1, from the start of its baseline."""
    left, top, right, bottom = font(name, _MEASURE).getbbox(text, anchor="ls")
    return left / _MEASURE, top / _MEASURE, right / _MEASURE, bottom / _MEASURE


def stack(text: str, face: Face, width: float, height: float, *, largest: float, align: float = 0.0) -> Setting:
    """All lines of one size, at most `largest`; `align` 0 is flush left, 0.5 centred, 1 flush right."""
    face = fitting(face, text)
    whole, broken = (
        [_stacked(lines, face, width, height, largest, align) for lines in breakings]
        for breakings in _breakings(text, face)
    )
    return _better(whole, broken, lambda setting: setting.lines[0].size)


def block(text: str, face: Face, width: float, height: float) -> Setting:
    """Every line as wide as the box, as in a letterpress bill, as long as their sizes do not differ too much."""
    face = fitting(face, text)
    whole, broken = (
        [_justified(lines, face, width, height) for lines in breakings] for breakings in _breakings(text, face)
    )
    calm = [setting for setting in whole if _spread(setting) <= _MOST_SPREAD]
    return _better(calm or whole, broken, lambda setting: setting.width * setting.height)


def tracked(text: str, face: Face, size: float, width: float, *, spacing: float = 0.12) -> Setting:
    """One small line with air between the letters, made smaller when it would be wider than `width`."""
    face = fitting(face, text)
    letters = face.dress(text)
    places, pen = [], 0.0
    for letter in letters:
        places.append(pen)
        pen += font(face.name, _MEASURE).getlength(letter) / _MEASURE + spacing
    natural = max(pen - spacing, 0.01)
    size = min(size, width * _SAFETY / natural)
    top = max(-_ink(face.name, letters)[1], 0.01) if letters.strip() else 0.7
    lines = tuple(
        Line(letter, size, place * size, top * size)
        for letter, place in zip(letters, places, strict=True)
        if letter != " "
    )
    return Setting(face, lines, natural * size, top * size)


def _better(whole: list[Setting], broken: list[Setting], worth: Callable[[Setting], float]) -> Setting:
    """The best with whole words (of equals the one with fewest lines), unless breaking words gains very much."""
    best = max(whole, key=worth)
    if not broken:
        return best
    rival = max(broken, key=worth)
    return rival if worth(rival) >= worth(best) * _GAIN_OF_BREAKING else best


def _spread(setting: Setting) -> float:
    sizes = [line.size for line in setting.lines]
    return max(sizes) / min(sizes)


def _stacked(lines: Sequence[str], face: Face, width: float, height: float, largest: float, align: float) -> Setting:
    inks = [_ink(face.name, line) for line in lines]
    widest = max(right - left for left, _top, right, _bottom in inks)
    # Accents on capitals may reach higher than the leading leaves room for.
    leading = max([face.leading, *(above[3] - below[1] + _LEAST_GAP for above, below in pairwise(inks))])
    tall = -inks[0][1] + leading * (len(lines) - 1) + max(inks[-1][3], 0)
    size = min(largest, width * _SAFETY / widest, height * _SAFETY / tall)
    total = widest * size
    placed = tuple(
        Line(
            text=line,
            size=size,
            x=(total - (right - left) * size) * align - left * size,
            baseline=(-inks[0][1] + leading * index) * size,
        )
        for index, (line, (left, _top, right, _bottom)) in enumerate(zip(lines, inks, strict=True))
    )
    return Setting(face, placed, total, tall * size)


def _justified(lines: Sequence[str], face: Face, width: float, height: float) -> Setting:
    inks = [_ink(face.name, line) for line in lines]
    gap = 0.045 * width
    sizes = [width * _SAFETY / (right - left) for left, _top, right, _bottom in inks]
    talls = [size * (bottom - top) for size, (_left, top, _right, bottom) in zip(sizes, inks, strict=True)]
    shrink = min(1.0, height * _SAFETY / (sum(talls) + gap * (len(lines) - 1)))
    placed, y = [], 0.0
    for line, size, tall, ink in zip(lines, sizes, talls, inks, strict=True):
        placed.append(Line(line, size * shrink, -ink[0] * size * shrink, y - ink[1] * size * shrink))
        y += (tall + gap) * shrink
    return Setting(face, tuple(placed), width * _SAFETY * shrink, y - gap * shrink)


def _shorten(text: str) -> str:
    """Beyond any real title's length, end at a word."""
    if len(text) <= _MOST_CHARACTERS:
        return text
    kept = text[:_MOST_CHARACTERS]
    return (kept.rsplit(" ", 1)[0] if " " in kept else kept).rstrip(" ,;:-") + "…"


Breakings = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=512)
def _breakings(text: str, face: Face) -> tuple[Breakings, Breakings]:
    """The most even ways to break the title into 1, 2, 3 … lines: with whole words, then with long words broken."""
    words = face.dress(_shorten(text).replace(_HYPHEN, "")).split()
    pieces = [piece for word in words for piece in _pieces(word)]
    return _each_count(words, face), _each_count(pieces, face) if len(pieces) > len(words) else ()


def _each_count(words: list[str], face: Face) -> Breakings:
    return tuple(_evenly(words, count, face) for count in range(1, min(len(words), _MOST_LINES) + 1))


def _pieces(word: str) -> list[str]:
    """A word in pieces of at most `_LONG_WORD` letters, all but the last with a soft hyphen."""
    count = -(-len(word) // _LONG_WORD)
    length = -(-len(word) // count)
    pieces = [word[start : start + length] for start in range(0, len(word), length)]
    return [piece + _HYPHEN for piece in pieces[:-1]] + pieces[-1:]


def _evenly(words: list[str], count: int, face: Face) -> tuple[str, ...]:
    """Break into `count` lines with the narrowest widest line (dynamic programming over the places to break)."""
    ends = list(accumulate((_advance(face.name, word) + _SPACE for word in words), initial=0.0))
    # where a line may end: the widest line so far, and the places of the breaks
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for line in range(1, count + 1):
        best = {
            end: min(
                (max(widest, ends[end] - ends[start]), (*breaks, end))
                for start, (widest, breaks) in best.items()
                if start < end
            )
            for end in range(line, len(words) - (count - line) + 1)
        }
    return tuple(_joined(words[start:end]) for start, end in pairwise(best[len(words)][1]))


def _joined(words: list[str]) -> str:
    """A soft hyphen shows only where the line breaks."""
    return " ".join(words).replace(f"{_HYPHEN} ", "").replace(_HYPHEN, "-")


@lru_cache(maxsize=4096)
def _advance(name: str, word: str) -> float:
    return font(name, _MEASURE).getlength(word) / _MEASURE
