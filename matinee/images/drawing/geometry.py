"""Abstract motifs: each fills a canvas of any shape and returns the colours of its top and its foot."""

import math
from random import Random

from matinee.images.drawing.canvas import Canvas, Point
from matinee.images.drawing.palettes import Color, Palette, mix

Ends = tuple[Color, Color]


def slabs(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """Hand-cut bars that hang and stand, none of them quite straight."""
    count = rng.choice((5, 6, 7))
    pitch = canvas.width / count
    loud = rng.randrange(1, count - 1)
    for index in range(count):
        left, right = index * pitch + rng.uniform(0.02, 0.2) * pitch, (index + 1) * pitch - rng.uniform(0, 0.16) * pitch
        length = canvas.height * (0.88 if index == loud else rng.uniform(0.34, 0.72))
        fill = palette.a if index == loud else rng.choice((palette.b, palette.c, palette.ink, palette.c))
        lean, cut = rng.uniform(-0.14, 0.14) * pitch, rng.uniform(-0.35, 0.35) * pitch
        canvas.polygon([(left, 0), (right, 0), (right + lean, length + cut), (left - lean * 0.6, length - cut)], fill)
    return palette.ground, palette.ground


def rays(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """A sun whose beams reach every edge."""
    count = rng.choice((14, 18, 22))
    x, y = canvas.width * rng.choice((0.5, 0.5, 0.3, 0.7)), canvas.height * rng.uniform(0.52, 0.66)
    step, turn = 360 / count, rng.uniform(0, 20)
    beam = mix(palette.ground, palette.b, 0.9) if palette.is_dark else palette.c
    for index in range(count):
        canvas.ray(x, y, turn + index * step, turn + (index + 0.5) * step, beam)
    radius = canvas.short * rng.uniform(0.24, 0.3)
    canvas.disc(x, y, radius * 1.16, palette.ground)
    canvas.disc(x, y, radius, palette.a)
    return palette.ground, palette.ground


def halftone(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """A sphere seen through a printer's screen."""
    pitch = canvas.short / rng.choice((17, 20, 24))
    x, y, radius = canvas.width / 2, canvas.height / 2, canvas.short * 0.44
    shine_x, shine_y = x + radius * rng.choice((-0.42, 0.42)), y - radius * 0.42
    dark = palette.ground if palette.is_dark else palette.night
    canvas.disc(x, y, radius, palette.a)
    for row in range(-2, int(canvas.height / pitch * 2) + 3):
        for column in range(-1, int(canvas.width / pitch) + 2):
            dot_x, dot_y = (column + row % 2 / 2) * pitch, row * pitch / 2
            inside = radius - math.hypot(dot_x - x, dot_y - y)
            shade = math.hypot(dot_x - shine_x, dot_y - shine_y) / (radius * 1.75)
            size = min(pitch * 0.56 * min(shade, 1.0) ** 0.8, inside)
            if size > 0:
                canvas.disc(dot_x, dot_y, size, dark)
    return palette.ground, palette.ground


def tunnel(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """Circles within circles, their centre drifting away."""
    count = rng.choice((9, 11, 13))
    x, y = canvas.width / 2, canvas.height / 2
    drift, turn = canvas.short * 0.2, rng.uniform(0, 2 * math.pi)
    largest = canvas.short * 0.47
    for index in range(count):
        near = index / count
        fill = (palette.ink if palette.is_dark else palette.night, palette.ground)[index % 2]
        canvas.disc(
            x + drift * near**1.6 * math.cos(turn), y + drift * near**1.6 * math.sin(turn), largest * (1 - near), fill
        )
    canvas.disc(x + drift * math.cos(turn), y + drift * math.sin(turn), largest / count * 2.1, palette.a)
    return palette.ground, palette.ground


def tiles(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """Quarter circles, half circles and discs on a board."""
    columns = rng.choice((3, 4)) if canvas.height > canvas.width * 0.7 else rng.choice((6, 7))
    side = canvas.width / columns
    colours = (palette.a, palette.b, palette.c, palette.ink, palette.ground)
    last: Color = palette.ground
    for row in range(math.ceil(canvas.height / side)):
        for column in range(columns):
            under = rng.choice([colour for colour in colours if colour != last])
            over = rng.choice([colour for colour in colours if colour != under])
            with canvas.window(column * side, row * side, side, side, under) as tile:
                rng.choice((_quarter, _quarter, _quarter, _half, _dot, _leaf))(tile, over, rng.randrange(4))
            last = under
    return palette.ground, palette.ground


def _quarter(tile: Canvas, fill: Color, corner: int) -> None:
    side = tile.width
    x, y = ((0, 0), (side, 0), (side, side), (0, side))[corner]
    tile.disc(x, y, side, fill)


def _half(tile: Canvas, fill: Color, edge: int) -> None:
    side = tile.width
    x, y = ((side / 2, 0), (side, side / 2), (side / 2, side), (0, side / 2))[edge]
    tile.disc(x, y, side / 2, fill)


def _dot(tile: Canvas, fill: Color, turn: int) -> None:
    tile.disc(tile.width / 2, tile.width / 2, tile.width * (0.3 + 0.04 * turn), fill)


def _leaf(tile: Canvas, fill: Color, turn: int) -> None:
    """Where the quarter circles of two opposite corners meet."""
    side, steps = tile.width, [index / 16 * math.pi / 2 for index in range(17)]
    there = [(side * math.sin(step), side * (1 - math.cos(step))) for step in steps]
    back = [(side * (1 - math.sin(step)), side * math.cos(step)) for step in steps]
    tile.polygon([(side - x, y) if turn % 2 else (x, y) for x, y in there + back], fill)


def petals(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """A flower of overlapping inks."""
    half_count = rng.choice((3, 4))
    x, y, radius = canvas.width / 2, canvas.height / 2, canvas.short * 0.235
    turn = rng.uniform(0, math.pi)
    paper = palette.light
    canvas.disc(x, y, canvas.short * 0.48, paper)
    for index in range(half_count):
        angle = turn + math.pi * index / half_count
        with canvas.overprint() as layer:  # opposite petals only touch: they share a layer
            for side, fill in ((radius, palette.a), (-radius, palette.b)):
                layer.disc(x + side * math.cos(angle), y + side * math.sin(angle), radius, mix(fill, paper, 0.15))
    canvas.disc(x, y, canvas.short * 0.045, paper)
    return palette.ground, palette.ground


def eye(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """It looks back."""
    x, y, half = canvas.width / 2, canvas.height / 2, canvas.short * 0.44
    lashes = rng.choice((28, 32, 40))
    for index in range(lashes):
        angle = (index + 0.5) * 2 * math.pi / lashes
        reach = half * (1.08, 0.94)[index % 2]
        canvas.line(
            [(x, y), (x + reach * math.cos(angle), y + reach * math.sin(angle))], palette.c, thick=canvas.short * 0.009
        )
    canvas.polygon(_almond(x, y, half * 1.1, half * 0.66), palette.ground)
    canvas.polygon(_almond(x, y, half, half * 0.58), palette.ink)
    canvas.polygon(_almond(x, y, half * 0.93, half * 0.5), palette.light)
    iris = half * 0.47
    canvas.disc(x, y, iris, palette.a)
    for index in range(36):
        angle = math.radians(index * 10)
        rim = (x + iris * math.cos(angle), y + iris * math.sin(angle))
        canvas.line([(x, y), rim], mix(palette.a, palette.night, 0.45), thick=canvas.short * 0.004)
    canvas.disc(x, y, iris * 0.55, palette.night)
    canvas.disc(x + iris * 0.26, y - iris * 0.3, iris * 0.13, palette.light)
    return palette.ground, palette.ground


def _almond(x: float, y: float, half: float, open_: float) -> list[Point]:
    steps = [index / 40 for index in range(41)]
    upper = [(x - half + 2 * half * step, y - open_ * math.sin(math.pi * step) ** 1.15) for step in steps]
    lower = [(x + half - 2 * half * step, y + open_ * math.sin(math.pi * step) ** 1.15) for step in steps]
    return upper + lower


def threads(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """Straight strings whose envelope is a curve, as on a nail board."""
    count, thick = 34, canvas.short * 0.0038
    margin = canvas.short * 0.07
    left, right, top, foot = margin, canvas.width - margin, margin, canvas.height - margin
    corners = [(left, top), (right, top), (right, foot), (left, foot)]
    first = rng.randrange(4)
    for turn, fill in ((0, palette.a), (2, palette.b), (1, palette.ink if rng.random() < 0.5 else palette.c)):
        start, corner, end = (corners[(first + turn + index) % 4] for index in range(3))
        for index in range(count + 1):
            share = index / count
            canvas.line([_between(start, corner, share), _between(corner, end, share)], fill, thick=thick)
    return palette.ground, palette.ground


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def strip(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """Film through the gate: a ball, or a moon, frame by frame."""
    film = palette.night if not palette.is_dark else palette.ink
    frame_fill = palette.a
    ball = palette.light if palette.is_dark is False else palette.ground
    lean = math.radians(rng.choice((-14, 14)))
    width, pitch = canvas.short * 0.6, canvas.short * 0.36
    cos, sin = math.cos(lean), math.sin(lean)

    def place(x: float, y: float) -> Point:
        return canvas.width / 2 + x * cos - y * sin, canvas.height / 2 + x * sin + y * cos

    def box(x: float, y: float, across: float, down: float, fill: Color) -> None:
        canvas.polygon([place(x, y), place(x + across, y), place(x + across, y + down), place(x, y + down)], fill)

    frames = math.ceil((canvas.height + canvas.width) / pitch / 2)
    box(-width / 2, -canvas.height - canvas.width, width, 2 * (canvas.height + canvas.width), film)
    for index in range(-frames, frames + 1):
        top = index * pitch
        box(-width * 0.34, top + pitch * 0.05, width * 0.68, pitch * 0.9, frame_fill if index % 2 else palette.b)
        for hole in range(4):
            for side in (-0.46, 0.39):
                box(width * side, top + pitch * (hole + 0.28) / 4, width * 0.07, pitch * 0.115, palette.ground)
        travel = math.sin(index * 0.8 + 0.4)
        x, y = place(width * 0.2 * travel, top + pitch * (0.32 + 0.34 * abs(math.cos(index * 0.8 + 0.4))))
        canvas.disc(x, y, pitch * 0.17, ball)
    return palette.ground, palette.ground
