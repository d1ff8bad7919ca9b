"""Draws a subject: a poster, a wordless backdrop, or a card with a person's initials."""

from random import Random

from PIL import Image

from matinee.images.drawing import geometry, layouts, moods, palettes, typefaces, typesetting
from matinee.images.drawing.canvas import Canvas
from matinee.images.drawing.subject import Subject

_BACKDROP_HEIGHT = 562.5
# Motifs that stand alone in the middle: in a backdrop they move right, away from where a page writes.
_STANDING_ALONE = {geometry.halftone, geometry.tunnel, geometry.petals, geometry.eye, geometry.threads}


def poster(subject: Subject, width: int) -> Image.Image:
    """2:3, `width` pixels wide. The same subject always gets the same poster."""
    rng = _dice(subject)
    mood = moods.of(subject.genres, rng)
    title = _title(subject)
    motif, palette, face = rng.choice(mood.motifs), rng.choice(mood.palettes), rng.choice(mood.faces)
    canvas = _canvas(width, layouts.HEIGHT, palette)
    if not title:
        motif(canvas, palette, rng)
        return _shrunk(canvas, width)
    layout = rng.choice(layouts.suiting(motif, title))
    original = typefaces.showable(subject.original_title)
    layout(
        canvas,
        layouts.Poster(
            title=title,
            subtitle=original if original.casefold() != title.casefold() else "",
            director=typefaces.showable(subject.director),
            year=str(subject.year or ""),
            palette=palette,
            motif=motif,
            face=face,
            rng=rng,
        ),
    )
    return _shrunk(canvas, width)


def backdrop(subject: Subject, width: int) -> Image.Image:
    """16:9, `width` pixels wide, in the colours and with the motif of the poster, without words."""
    rng = _dice(subject)
    mood = moods.of(subject.genres, rng)
    motif, palette = rng.choice(mood.motifs), rng.choice(mood.palettes)
    canvas = _canvas(width, _BACKDROP_HEIGHT, palette)
    if motif in _STANDING_ALONE:
        with canvas.window(390, 0, 610, _BACKDROP_HEIGHT, palette.ground) as art:
            motif(art, palette, rng)
    else:
        motif(canvas, palette, rng)
    return _shrunk(canvas, width)


def profile(subject: Subject, width: int) -> Image.Image:
    """2:3, `width` pixels wide: head and shoulders, and initials."""
    rng = _dice(subject)
    palette = rng.choice(palettes.EVERY)
    canvas = _canvas(width, layouts.HEIGHT, palette)
    canvas.ring(500, 620, 395, palette.c, thick=6)
    canvas.ellipse(500, 1500, 430, 430, palette.c)
    canvas.disc(500, 620, 330, palette.a)
    if initials := _initials(subject):
        face = rng.choice((typefaces.DIDONE, typefaces.GEOMETRIC_CAPITALS, typefaces.OSWALD))
        letters = typesetting.stack(initials, face, 420, 230, largest=330)
        ink = palette.writing_on(palette.a)
        letters.draw(canvas, 500 - letters.width / 2, 620 - letters.height / 2, ink)
    return _shrunk(canvas, width)


def _dice(subject: Subject) -> Random:
    """Chance that always falls the same way for the same subject."""
    return Random(subject.chance)  # noqa: S311


def _title(subject: Subject) -> str:
    """The title, else the original one, whichever the typefaces can show; "" for neither."""
    return typefaces.showable(subject.title) or typefaces.showable(subject.original_title)


def _initials(subject: Subject) -> str:
    words = [word for word in _title(subject).split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


def _canvas(width: int, height: float, palette: palettes.Palette) -> Canvas:
    """Twice the size wanted, for smooth edges, but never so small that lines vanish."""
    scale = min(max(2 * width, 800), 2000) / layouts.WIDTH
    return Canvas(layouts.WIDTH, height, scale, palette.ground)


def _shrunk(canvas: Canvas, width: int) -> Image.Image:
    height = round(width * canvas.height / canvas.width)
    return canvas.image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
