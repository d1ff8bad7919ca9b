"""The ways to put a motif and a title on a poster, 1000 units wide and 1500 high."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from matinee.images.drawing import scenes, typefaces, typesetting
from matinee.images.drawing.canvas import Canvas
from matinee.images.drawing.geometry import Ends, eye, halftone, petals, rays, slabs, strip, threads, tiles, tunnel
from matinee.images.drawing.moods import Motif
from matinee.images.drawing.palettes import Color, Palette
from matinee.images.drawing.typefaces import Face

WIDTH, HEIGHT = 1000, 1500
MARGIN = 84
INNER = WIDTH - 2 * MARGIN
_SMALL = 34
_RULE = 5


@dataclass(frozen=True, slots=True)
class Poster:
    """What goes on it; every text can be shown, and all but the title may be empty."""

    title: str
    subtitle: str
    director: str
    year: str
    palette: Palette
    motif: Motif
    face: Face
    rng: Random

    def art(self, canvas: Canvas) -> Ends:
        return self.motif(canvas, self.palette, self.rng)


Layout = Callable[[Canvas, Poster], None]


def foot(canvas: Canvas, poster: Poster) -> None:
    """Art from the top, the title flush left on the ground it ends in."""
    with canvas.window(0, 0, WIDTH, 1030, poster.palette.ground) as art:
        _top, field = poster.art(art)
    canvas.rectangle(0, 1030, WIDTH, HEIGHT - 1030, field)
    ink = poster.palette.writing_on(field)
    title = typesetting.stack(poster.title, poster.face, INNER, 270, largest=330)
    title.draw(canvas, MARGIN, 1325 - title.height, ink)
    _ends(canvas, poster, 1378, field)


def head(canvas: Canvas, poster: Poster) -> None:
    """The title at the top, the art rising from the foot."""
    with canvas.window(0, 560, WIDTH, HEIGHT - 560, poster.palette.ground) as art:
        field, _foot = poster.art(art)
    canvas.rectangle(0, 0, WIDTH, 560, field)
    _ends(canvas, poster, MARGIN, field)
    title = typesetting.stack(poster.title, poster.face, INNER, 350, largest=380)
    title.draw(canvas, MARGIN, 172, poster.palette.writing_on(field))


def framed(canvas: Canvas, poster: Poster) -> None:
    """A picture with a border, and its title below, centred."""
    field = poster.palette.ink
    canvas.rectangle(0, 0, WIDTH, HEIGHT, field)
    with canvas.window(MARGIN, MARGIN, INNER, 960, poster.palette.ground) as art:
        poster.art(art)
    ink = poster.palette.writing_on(field)
    title = typesetting.stack(poster.title, poster.face, INNER - 60, 230, largest=132, align=0.5)
    title.draw(canvas, (WIDTH - title.width) / 2, 1044 + 40 + (230 - title.height) / 2, ink)
    _centred(canvas, poster, 1372, ink)


def grid(canvas: Canvas, poster: Poster) -> None:
    """Ruled rows of type above a picture, like a paperback of the sixties."""
    palette = poster.palette
    paper = palette.light
    canvas.rectangle(0, 0, WIDTH, HEIGHT, paper)
    ink, y = palette.writing_on(paper), 64.0
    title = typesetting.stack(poster.title, poster.face, INNER, 250, largest=124)
    canvas.rectangle(MARGIN, y, INNER, _RULE, ink)
    _ends(canvas, poster, y + 26, paper)
    canvas.rectangle(MARGIN, y + 82, INNER, _RULE, ink)
    title.draw(canvas, MARGIN, y + 118, ink)
    y += 118 + title.height + 34
    if poster.subtitle:
        typesetting.tracked(poster.subtitle, typefaces.SMALL, _SMALL * 0.85, INNER).draw(canvas, MARGIN, y, ink)
        y += 58
    canvas.rectangle(MARGIN, y, INNER, _RULE, ink)
    with canvas.window(0, y + 34, WIDTH, HEIGHT - y - 34, palette.ground) as art:
        poster.art(art)


def label(canvas: Canvas, poster: Poster) -> None:
    """A pattern to the edges, the title on a pasted label."""
    palette = poster.palette
    with canvas.window(0, 0, WIDTH, HEIGHT, palette.ground) as art:
        poster.art(art)
    paper = palette.light
    ink = palette.writing_on(paper)
    title = typesetting.stack(poster.title, poster.face, 560, 420, largest=130, align=0.5)
    width, height = 720, title.height + 250
    left, top = (WIDTH - width) / 2, (HEIGHT - height) / 2
    canvas.rectangle(left, top, width, height, paper)
    canvas.outline(left + 18, top + 18, width - 36, height - 36, ink, thick=7)
    canvas.outline(left + 32, top + 32, width - 64, height - 64, ink, thick=2.5)
    title.draw(canvas, (WIDTH - title.width) / 2, top + 88, ink)
    _centred(canvas, poster, top + height - 104, ink, width=width - 160)


def spine(canvas: Canvas, poster: Poster) -> None:
    """The title climbs the left edge."""
    palette, wide = poster.palette, 270
    with canvas.window(wide, 0, WIDTH - wide, HEIGHT, palette.ground) as art:
        poster.art(art)
    field = palette.ink
    title = typesetting.stack(poster.title, poster.face, HEIGHT - 2 * MARGIN - 190, 150, largest=150)
    with canvas.window(0, 0, wide, HEIGHT, field) as band:
        lying = Canvas(HEIGHT, wide, canvas.scale, field)
        title.draw(lying, MARGIN, (wide - title.height) / 2, palette.writing_on(field))
        band.turned(lying, 0, 0)
    year = typesetting.tracked(poster.year, typefaces.SMALL, _SMALL, wide - 80)
    year.draw(canvas, (wide - year.width) / 2, MARGIN, palette.accent_on(field))


def bill(canvas: Canvas, poster: Poster) -> None:
    """A playbill: every line of the title fills the width, the art takes what is left."""
    title = typesetting.block(poster.title, poster.face, INNER, 720)
    edge = MARGIN + title.height + 150
    with canvas.window(0, edge, WIDTH, HEIGHT - edge, poster.palette.ground) as art:
        field, _foot = poster.art(art)
    canvas.rectangle(0, 0, WIDTH, edge, field)
    title.draw(canvas, MARGIN, MARGIN, poster.palette.writing_on(field))
    _ends(canvas, poster, MARGIN + title.height + 48, field)


def medallion(canvas: Canvas, poster: Poster) -> None:
    """The picture in a circle, everything centred below it."""
    palette = poster.palette
    field = palette.ink if poster.rng.random() < 0.5 else palette.c
    ink = palette.writing_on(field)
    canvas.rectangle(0, 0, WIDTH, HEIGHT, field)
    canvas.ring(WIDTH / 2, 520, 436, ink, thick=5)
    with canvas.porthole(WIDTH / 2, 520, 412, palette.ground) as art:
        poster.art(art)
    title = typesetting.stack(poster.title, poster.face, INNER, 260, largest=140, align=0.5)
    title.draw(canvas, (WIDTH - title.width) / 2, 1020 + (280 - title.height) / 2, ink)
    _centred(canvas, poster, 1360, ink)


def _ends(canvas: Canvas, poster: Poster, y: float, field: Color) -> None:
    """One small line: the director on the left, the year on the right."""
    year = typesetting.tracked(poster.year, typefaces.SMALL, _SMALL, 200)
    year.draw(canvas, WIDTH - MARGIN - year.width, y, poster.palette.accent_on(field))
    director = typesetting.tracked(poster.director, typefaces.SMALL, _SMALL, INNER - 220)
    director.draw(canvas, MARGIN, y, poster.palette.writing_on(field))


def _centred(canvas: Canvas, poster: Poster, y: float, ink: Color, *, width: float = INNER) -> None:
    """One small line in the middle: the director and the year."""
    facts = " · ".join(fact for fact in (poster.director, poster.year) if fact)
    line = typesetting.tracked(facts, typefaces.SMALL, _SMALL * 0.92, width)
    line.draw(canvas, (WIDTH - line.width) / 2, y, ink)


_EVERYWHERE: tuple[Layout, ...] = (foot, head, framed, grid)
_SCENE: tuple[Layout, ...] = (*_EVERYWHERE, foot, medallion, medallion, bill, spine)
_SOLO: tuple[Layout, ...] = (*_EVERYWHERE, foot, head, bill)
_PATTERN: tuple[Layout, ...] = (*_EVERYWHERE, label, label, spine, bill)
_SUITING: dict[Motif, tuple[Layout, ...]] = {
    **dict.fromkeys((tiles, rays, strip), _PATTERN),
    scenes.waves: (*_PATTERN, medallion),
    **dict.fromkeys((halftone, tunnel, petals, eye, threads), _SOLO),
    **dict.fromkeys((scenes.moon, scenes.city, scenes.hills, scenes.peaks, scenes.orbits), _SCENE),
    slabs: (foot, foot, framed, spine),
    scenes.doors: (foot, framed, framed, spine, bill),
    scenes.lamps: (foot, head, framed, spine, bill),
    scenes.stairs: (foot, framed, medallion, spine),
}


def suiting(motif: Motif, title: str) -> tuple[Layout, ...]:
    """The layouts that this motif, and a title of this length, look well in."""
    length, words = len(title), len(title.split())
    unsuited = set() if 5 <= length <= 24 else {spine}
    if words < 2 or length > 60:
        unsuited.add(bill)
    if length > 90:
        unsuited |= {label, medallion}
    return tuple(layout for layout in _SUITING[motif] if layout not in unsuited)
