"""Motifs with a horizon: each fills a canvas of any shape and returns the colours of its top and its foot."""

import math
from random import Random

from matinee.images.drawing.canvas import BLACK, Canvas, Point
from matinee.images.drawing.geometry import Ends
from matinee.images.drawing.palettes import Color, Palette, mix


def moon(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """A moon above water, and its broken reflection."""
    horizon, radius = canvas.height * 0.64, canvas.short * rng.uniform(0.27, 0.32)
    x = canvas.width * rng.choice((0.5, 0.36, 0.64))
    sea = mix(palette.ground, palette.c, 0.85) if palette.is_dark else palette.c
    for halo in (1.5, 1.25):
        canvas.ring(x, horizon - radius * 0.55, radius * halo, sea, thick=canvas.short * 0.006)
    canvas.disc(x, horizon - radius * 0.55, radius, palette.a)
    if rng.random() < 0.5:
        canvas.disc(x + radius * 0.42, horizon - radius * 0.78, radius * 0.86, palette.ground)
    canvas.rectangle(0, horizon, canvas.width, canvas.height - horizon, sea)
    lines = 9
    for index in range(lines):
        y = horizon + (canvas.height - horizon) * (index + 0.5) / lines
        half = radius * (1.05 - 0.07 * index) * rng.uniform(0.55, 1.0)
        offset = rng.uniform(-0.18, 0.18) * radius
        tall = canvas.short * (0.008 + 0.0016 * index)
        canvas.rectangle(x - half + offset, y, 2 * half, tall, palette.a if index % 3 else palette.b)
    return palette.ground, sea


def city(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """Three rows of houses before a low moon, with a few windows lit."""
    x, radius = canvas.width * rng.choice((0.3, 0.5, 0.7)), canvas.short * 0.27
    canvas.disc(x, canvas.height * 0.36, radius, palette.a)
    near = palette.night
    rows = (mix(palette.ground, near, 0.22), mix(palette.ground, near, 0.55), near)
    if palette.is_dark:
        rows = (
            mix(palette.ground, palette.c, 0.9),
            mix(palette.ground, palette.c, 0.45),
            mix(palette.ground, BLACK, 0.45),
        )
    for depth, fill in enumerate(rows):
        _street(canvas, rng, canvas.height * (0.36 + 0.17 * depth), fill, palette.b if depth else None)
    return palette.ground, rows[-1]


def _street(canvas: Canvas, rng: Random, skyline: float, wall: Color, lit: Color | None) -> None:
    x = -canvas.short * 0.05
    while x < canvas.width:
        width = canvas.short * rng.uniform(0.09, 0.19)
        top = skyline + canvas.short * rng.uniform(-0.1, 0.14)
        canvas.rectangle(x, top, width, canvas.height - top, wall)
        _roof(canvas, rng, x, top, width, wall)
        if lit:
            _windows(canvas, rng, x, top, width, lit)
        x += width * rng.uniform(1.0, 1.12)


def _roof(canvas: Canvas, rng: Random, x: float, top: float, width: float, wall: Color) -> None:
    shape = rng.randrange(5)
    if shape == 0:
        canvas.polygon([(x, top + 1), (x + width, top + 1), (x + width, top - width * 0.4)], wall)
    elif shape == 1:
        canvas.rectangle(x + width * 0.25, top - width * 0.22, width * 0.5, width * 0.24, wall)
    elif shape == 2:
        canvas.rectangle(x + width * 0.47, top - width * 0.7, width * 0.06, width * 0.72, wall)


def _windows(canvas: Canvas, rng: Random, x: float, top: float, width: float, lit: Color) -> None:
    columns = max(2, round(width / (canvas.short * 0.036)))
    pitch = width / (columns + 0.5)
    rows = int((canvas.height - top) / (pitch * 1.5))
    for row in range(rows):
        for column in range(columns):
            if rng.random() < 0.16:
                canvas.rectangle(
                    x + (column + 0.5) * pitch, top + (row + 0.6) * pitch * 1.5, pitch * 0.5, pitch * 0.75, lit
                )


def hills(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """Ridge behind ridge, and the sun going down behind the last."""
    x = canvas.width * rng.choice((0.28, 0.5, 0.72))
    radius = canvas.short * 0.2
    canvas.disc(x, canvas.height * 0.36, radius, palette.a)
    count = 6
    far = mix(palette.c, palette.b, 0.3) if palette.is_dark else mix(palette.c, palette.a, 0.2)
    near = mix(palette.ground, BLACK, 0.35) if palette.is_dark else palette.night
    fill = far
    for index in range(count):
        share = index / (count - 1)
        fill = mix(far, near, share)
        base = canvas.height * (0.42 + 0.42 * share)
        canvas.polygon(_ridge(canvas, rng, base, canvas.short * (0.09 - 0.045 * share)), fill)
    return palette.ground, fill


def _ridge(canvas: Canvas, rng: Random, base: float, swing: float) -> list[Point]:
    waves = [(rng.uniform(0.6, 1.5), rng.uniform(0, 6.28), 1.0), (rng.uniform(1.8, 3.4), rng.uniform(0, 6.28), 0.42)]
    points = []
    for index in range(61):
        x = canvas.width * index / 60
        lift = sum(size * math.sin(turn + speed * 2 * math.pi * x / 1000) for speed, turn, size in waves)
        points.append((x, base - swing * lift))
    return [*points, (canvas.width, canvas.height), (0, canvas.height)]


def peaks(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """Mountains of two planes each, lit from one side."""
    light_left = rng.random() < 0.5
    canvas.disc(canvas.width * (0.26 if light_left else 0.74), canvas.height * 0.27, canvas.short * 0.13, palette.a)
    ground = mix(palette.ground, BLACK, 0.4) if palette.is_dark else palette.night
    lit, shade = palette.light, mix(palette.c, ground, 0.35)
    places = [(0.5, 0.2, 1.0), (0.13, 0.42, 0.8), (0.87, 0.46, 0.76), (0.36, 0.6, 0.55), (0.68, 0.64, 0.5)]
    for depth, (x, top, size) in enumerate(places):
        peak_x, peak_y = canvas.width * (x + rng.uniform(-0.05, 0.05)), canvas.height * (top + rng.uniform(-0.03, 0.03))
        foot = canvas.height * 0.86
        half = max(canvas.short * 0.46 * size, (foot - peak_y) * 0.55)
        knee = peak_x + half * rng.uniform(-0.12, 0.12)
        far = mix(lit, ground, 0.14 * depth), mix(shade, ground, 0.16 * depth)
        left, right = far if light_left else far[::-1]
        canvas.polygon([(peak_x, peak_y), (peak_x - half, foot), (knee, foot)], left)
        canvas.polygon([(peak_x, peak_y), (peak_x + half, foot), (knee, foot)], right)
    canvas.rectangle(0, canvas.height * 0.86 - 1, canvas.width, canvas.height, ground)
    return palette.ground, ground


def waves(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """Scallops, row over row, as on a printed cloth."""
    per_row = rng.choice((3, 4, 5)) * max(1, round(canvas.width / canvas.height))
    radius = canvas.width / per_row / 2
    rows = math.ceil(canvas.height / (radius / 2)) + 3
    sun = canvas.width * rng.choice((0.3, 0.7)), canvas.height * 0.32, canvas.short * 0.24
    canvas.disc(*sun, palette.a)
    rings = (palette.c, palette.ground, palette.b, palette.ground, palette.c)
    first = int(rows * 0.48)
    for row in range(first, rows):
        for column in range(-1, per_row + 1):
            x, y = (2 * column + 1 + row % 2) * radius, (row + 1) * radius / 2
            for index, fill in enumerate(rings):
                canvas.disc(x, y, radius * (1 - index * 0.19), fill)
    return palette.ground, palette.c


def doors(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """Doorway behind doorway, the last one lit, its light on the floor."""
    steps = 5
    dark = mix(palette.ground, BLACK, 0.35) if palette.is_dark else palette.night
    far = palette.a
    floor, aim = canvas.height, canvas.width * rng.choice((0.42, 0.5, 0.58))
    canvas.rectangle(0, 0, canvas.width, canvas.height, dark)
    shade = dark
    for index in range(1, steps + 1):
        share = index / steps
        shade = mix(dark, far, share**1.3) if index < steps else palette.light
        half = canvas.width * 0.5 * (1 - share) ** 0.85 + canvas.short * 0.055
        top = canvas.height * (0.06 + 0.46 * share)
        foot = floor - canvas.height * 0.2 * share
        centre = canvas.width / 2 + (aim - canvas.width / 2) * share
        canvas.rectangle(centre - half, top, 2 * half, foot - top, shade)
    foot, half = floor - canvas.height * 0.2, canvas.short * 0.055
    spill = canvas.short * rng.uniform(-0.28, 0.28)
    points = [
        (aim - half, foot),
        (aim + half, foot),
        (aim + half * 2.6 + spill, floor),
        (aim - half * 2.6 + spill, floor),
    ]
    canvas.polygon(points, palette.light)
    return dark, dark


def lamps(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """Searchlights from below, or a projector's beams from above."""
    sky = palette.ground if palette.is_dark else palette.night
    canvas.rectangle(0, 0, canvas.width, canvas.height, sky)
    beams = rng.choice((3, 4))
    colours = (palette.a, palette.b, palette.c, palette.a)
    for index in range(beams):
        x = canvas.width * (0.12 + 0.76 * index / (beams - 1))
        aim = -90 + (0.5 - x / canvas.width) * 70 + rng.uniform(-12, 12)
        spread = rng.uniform(7, 10)
        with canvas.glow() as layer:
            layer.ray(x, canvas.height * 0.93, aim - spread, aim + spread, mix(colours[index], sky, 0.25))
    for index in range(beams):
        x = canvas.width * (0.12 + 0.76 * index / (beams - 1))
        canvas.ellipse(x, canvas.height * 0.93, canvas.short * 0.05, canvas.short * 0.022, palette.light)
    return sky, sky


def orbits(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """Planets on their rings, and stars behind."""
    x, y = canvas.width * rng.choice((0.5, 0.34, 0.66)), canvas.height * 0.5
    sky = palette.ground
    for _star in range(70):
        size = canvas.short * rng.choice((0.002, 0.003, 0.0045))
        canvas.disc(rng.uniform(0, canvas.width), rng.uniform(0, canvas.height), size, palette.ink)
    radii = [canvas.short * (0.24 + 0.15 * index) for index in range(5)]
    for index, radius in enumerate(radii):
        canvas.ring(x, y, radius, mix(sky, palette.ink, 0.4 - 0.05 * index), thick=canvas.short * 0.0035)
    canvas.disc(x, y, canvas.short * 0.15, palette.a)
    fills = (palette.b, palette.ink, palette.c, palette.b, palette.a)
    for index, radius in enumerate(radii):
        angle = rng.uniform(0, 2 * math.pi)
        size = canvas.short * rng.uniform(0.02, 0.058)
        planet_x, planet_y = x + radius * math.cos(angle), y + radius * math.sin(angle)
        canvas.disc(planet_x, planet_y, size * 1.35, sky)
        canvas.disc(planet_x, planet_y, size, fills[index])
        away = math.degrees(angle)
        canvas.sector(planet_x, planet_y, size, away - 90, away + 90, mix(fills[index], sky, 0.55))
    return sky, sky


def stairs(canvas: Canvas, palette: Palette, rng: Random) -> Ends:
    """A flight of steps between light and shadow."""
    count = rng.choice((7, 8, 9))
    tread, rise = canvas.width / (count - 1), canvas.height * 0.72 / count
    lit, shade = palette.a, palette.night if not palette.is_dark else mix(palette.ground, BLACK, 0.4)
    canvas.disc(canvas.width * 0.24, canvas.height * 0.26, canvas.short * 0.17, palette.b)
    for index in range(count):
        x, y = canvas.width - (index + 1) * tread + tread * 0.5, canvas.height * 0.14 + index * rise * 1.02
        canvas.rectangle(x, y, canvas.width, canvas.height, shade)
        canvas.rectangle(x, y, tread * 1.2 if index else canvas.width, rise * 0.34, lit)
        canvas.polygon([(x, y + rise * 0.34), (x + tread * 0.3, y + rise * 0.34), (x, y + rise)], mix(shade, lit, 0.35))
    return palette.ground, shade
