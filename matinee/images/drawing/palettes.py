"""Colours that go together, and the little arithmetic that they need."""

from dataclasses import dataclass

Color = tuple[int, int, int]


def color(code: str) -> Color:
    """ "#E4572E" as red, green and blue."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mix(one: Color, other: Color, share: float) -> Color:
    """`share` 0 is `one`, 1 is `other`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def luminance(value: Color) -> float:
    """Relative luminance, 0 (black) to 1 (white), as WCAG 2 defines it."""
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in value]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio, 1 (none) to 21 (black on white), as WCAG 2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True, slots=True)
class Palette:
    """`ground` fills, `ink` writes on it; `a` is the loudest accent, `b` the second, `c` stays close to the ground."""

    ground: Color
    ink: Color
    a: Color
    b: Color
    c: Color

    @property
    def is_dark(self) -> bool:
        return luminance(self.ground) < luminance(self.ink)

    @property
    def night(self) -> Color:
        """The darkest of the palette, for what stands before the light."""
        return min((self.ground, self.ink, self.c), key=luminance)

    @property
    def light(self) -> Color:
        """The lightest of the palette, for what shines."""
        return max((self.ground, self.ink, self.a, self.b), key=luminance)

    def writing_on(self, field: Color) -> Color:
        """The colour of the palette that reads best on `field`."""
        return max((self.ink, self.ground, self.night, self.light), key=lambda choice: contrast(choice, field))

    def accent_on(self, field: Color) -> Color:
        """A lively colour that still reads on `field`, else plain writing."""
        loud = max((self.a, self.b), key=lambda choice: contrast(choice, field))
        return loud if contrast(loud, field) >= 4.5 else self.writing_on(field)


def _palette(ground: str, ink: str, a: str, b: str, c: str) -> Palette:
    return Palette(color(ground), color(ink), color(a), color(b), color(c))


MIDNIGHT = _palette("#0F1B2D", "#F3E9D2", "#E4572E", "#F2B134", "#2A5674")
NOIR = _palette("#161616", "#F2EDE4", "#C8232C", "#B9B2A3", "#3B3A38")
BORDEAUX = _palette("#2B0F1A", "#F6E7D8", "#C23A4B", "#E6AE6C", "#64213A")
FOREST = _palette("#10231C", "#F1EAD7", "#DE9231", "#8DB48E", "#24543F")
ULTRAVIOLET = _palette("#17122B", "#F1ECFA", "#FF7A59", "#8E73D6", "#352B63")
PETROL = _palette("#06303A", "#F6ECDA", "#F25C54", "#F7B267", "#14697A")
EMBER = _palette("#1C1310", "#F7E9D7", "#E8622A", "#F6B042", "#6B2A17")
COBALT = _palette("#14307A", "#F7F0E1", "#F4573B", "#F6C344", "#3F63C4")
CREAM = _palette("#F1E6D2", "#1D1B1A", "#D7322B", "#E7A93B", "#CDB893")
PAPERBACK = _palette("#F6EEE1", "#20201E", "#EC6420", "#2B4A5E", "#EBCFA9")
MIST = _palette("#DCE7E3", "#12303A", "#DD4F38", "#2F7F86", "#A9C8C4")
ROSE = _palette("#F6DDD3", "#3A1320", "#C8394F", "#EE8E74", "#E3B4AC")
MUSTARD = _palette("#E9B22F", "#1B1A17", "#C32B1C", "#FBEFD6", "#CF8A1D")
VERMILION = _palette("#C8281E", "#FFF3E2", "#1E1715", "#F6BC45", "#94180F")
LAGOON = _palette("#1B6662", "#FBF3E1", "#F3B23C", "#EE6A4D", "#124A48")
OLIVE = _palette("#CFC8A4", "#1F241B", "#8A3E1E", "#56642F", "#ADA77C")
LILAC = _palette("#DCD3E6", "#241B37", "#6A4C93", "#F2694A", "#B9A6D0")
ICE = _palette("#E6EDF0", "#10222F", "#D1495B", "#2F6690", "#B5CCD9")
SAND = _palette("#EED8A9", "#2A1B12", "#B5482A", "#4F6D5B", "#D9B36C")

EVERY = (
    MIDNIGHT, NOIR, BORDEAUX, FOREST, ULTRAVIOLET, PETROL, EMBER, COBALT, CREAM, PAPERBACK,
    MIST, ROSE, MUSTARD, VERMILION, LAGOON, OLIVE, LILAC, ICE, SAND,
)  # fmt: skip
