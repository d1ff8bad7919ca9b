"""A surface measured in units, 1000 to the width, so that a drawing is the same at every size."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PIL import Image, ImageChops, ImageDraw

from matinee.images.drawing.palettes import Color
from matinee.images.drawing.typefaces import font

WHITE: Color = (255, 255, 255)
BLACK: Color = (0, 0, 0)
Point = tuple[float, float]


class Canvas:
    """Shapes in units from the top left corner; `scale` is pixels per unit. Edges are hard: draw large, then shrink."""

    def __init__(self, width: float, height: float, scale: float, ground: Color) -> None:
        self.width = width
        self.height = height
        self.scale = scale
        self.image = Image.new("RGB", (round(width * scale), round(height * scale)), ground)
        self._draw = ImageDraw.Draw(self.image)

    @property
    def short(self) -> float:
        """The shorter side, what shapes are proportioned by."""
        return min(self.width, self.height)

    def rectangle(self, x: float, y: float, width: float, height: float, fill: Color) -> None:
        """Both far edges are outside, so that neighbours meet without a seam or an overlap."""
        left, top, right, bottom = (round(value * self.scale) for value in (x, y, x + width, y + height))
        if right > left and bottom > top:
            self._draw.rectangle((left, top, right - 1, bottom - 1), fill=fill)

    def outline(self, x: float, y: float, width: float, height: float, fill: Color, *, thick: float) -> None:
        """A rectangle's frame, drawn inwards."""
        box = [round(value * self.scale) for value in (x, y, x + width, y + height)]
        self._draw.rectangle((box[0], box[1], box[2] - 1, box[3] - 1), outline=fill, width=self._thick(thick))

    def polygon(self, points: Sequence[Point], fill: Color) -> None:
        self._draw.polygon([(x * self.scale, y * self.scale) for x, y in points], fill=fill)

    def line(self, points: Sequence[Point], fill: Color, *, thick: float) -> None:
        scaled = [(x * self.scale, y * self.scale) for x, y in points]
        self._draw.line(scaled, fill=fill, width=self._thick(thick), joint="curve")

    def disc(self, x: float, y: float, radius: float, fill: Color) -> None:
        self._draw.ellipse(self._around(x, y, radius, radius), fill=fill)

    def ring(self, x: float, y: float, radius: float, fill: Color, *, thick: float) -> None:
        """`radius` is the outer one."""
        self._draw.ellipse(self._around(x, y, radius, radius), outline=fill, width=self._thick(thick))

    def ellipse(self, x: float, y: float, across: float, down: float, fill: Color) -> None:
        """`across` and `down` are its radii."""
        self._draw.ellipse(self._around(x, y, across, down), fill=fill)

    def sector(self, x: float, y: float, radius: float, start: float, end: float, fill: Color) -> None:
        """A slice of cake; degrees clockwise from three o'clock."""
        self._draw.pieslice(self._around(x, y, radius, radius), start, end, fill=fill)

    def ray(self, x: float, y: float, start: float, end: float, fill: Color) -> None:
        """A wedge from a point to beyond every edge; degrees as in `sector`."""
        far = 2 * (self.width + self.height)
        edges = [
            (x + far * math.cos(math.radians(turn)), y + far * math.sin(math.radians(turn))) for turn in (start, end)
        ]
        self.polygon([(x, y), *edges], fill)

    def text(self, x: float, baseline: float, text: str, face: str, size: float, fill: Color) -> None:
        """One line whose ink begins at `x`."""
        drawn = font(face, size * self.scale)
        self._draw.text((x * self.scale, baseline * self.scale), text, font=drawn, fill=fill, anchor="ls")

    @contextmanager
    def window(self, x: float, y: float, width: float, height: float, ground: Color) -> Iterator["Canvas"]:
        """A canvas of its own, pasted here when left: nothing drawn in it can spill."""
        inner = self._inner(x, y, width, height, ground)
        yield inner
        self.image.paste(inner.image, (round(x * self.scale), round(y * self.scale)))

    @contextmanager
    def porthole(self, x: float, y: float, radius: float, ground: Color) -> Iterator["Canvas"]:
        """A round window; its canvas is the square around it, with (x, y) in the middle."""
        left, top, side = x - radius, y - radius, 2 * radius
        inner = self._inner(left, top, side, side, ground)
        yield inner
        mask = Image.new("L", inner.image.size)
        ImageDraw.Draw(mask).ellipse((0, 0, mask.width - 1, mask.height - 1), fill=255)
        self.image.paste(inner.image, (round(left * self.scale), round(top * self.scale)), mask)

    def turned(self, inner: "Canvas", x: float, y: float) -> None:
        """Paste another canvas turned a quarter to the left, its new top left corner at (x, y)."""
        self.image.paste(
            inner.image.transpose(Image.Transpose.ROTATE_90), (round(x * self.scale), round(y * self.scale))
        )

    @contextmanager
    def overprint(self) -> Iterator["Canvas"]:
        """What is drawn here darkens what is below, as a second ink does."""
        layer = Canvas(self.width, self.height, self.scale, WHITE)
        yield layer
        self.image.paste(ImageChops.multiply(self.image, layer.image))

    @contextmanager
    def glow(self) -> Iterator["Canvas"]:
        """What is drawn here lightens what is below, as a lamp does."""
        layer = Canvas(self.width, self.height, self.scale, BLACK)
        yield layer
        self.image.paste(ImageChops.screen(self.image, layer.image))

    def _inner(self, x: float, y: float, width: float, height: float, ground: Color) -> "Canvas":
        """Its pixels end exactly where those of a neighbour begin."""
        inner = Canvas(width, height, self.scale, ground)
        left, top, right, bottom = (round(value * self.scale) for value in (x, y, x + width, y + height))
        inner.image = Image.new("RGB", (right - left, bottom - top), ground)
        inner._draw = ImageDraw.Draw(inner.image)
        return inner

    def _around(self, x: float, y: float, across: float, down: float) -> tuple[float, float, float, float]:
        return (x - across) * self.scale, (y - down) * self.scale, (x + across) * self.scale, (y + down) * self.scale

    def _thick(self, units: float) -> int:
        return max(1, round(units * self.scale))
