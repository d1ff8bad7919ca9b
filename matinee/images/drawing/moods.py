"""Which motifs, colours and typefaces suit which genre."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from matinee.images.drawing import geometry, palettes, scenes, typefaces
from matinee.images.drawing.canvas import Canvas
from matinee.images.drawing.palettes import Palette
from matinee.images.drawing.typefaces import Face

Motif = Callable[[Canvas, Palette, Random], geometry.Ends]


@dataclass(frozen=True, slots=True)
class Mood:
    """Everything in it goes with everything else in it."""

    motifs: tuple[Motif, ...]
    palettes: tuple[Palette, ...]
    faces: tuple[Face, ...]


def _mood(motifs: str, colours: str, faces: str) -> Mood:
    """By name, so that the table below can be read as one."""
    return Mood(
        tuple(getattr(geometry, name, None) or getattr(scenes, name) for name in motifs.split()),
        tuple(getattr(palettes, name.upper()) for name in colours.split()),
        tuple(getattr(typefaces, name.upper()) for name in faces.split()),
    )


ANY = _mood(
    "moon rays tiles petals hills stairs strip threads",
    "midnight cream paperback mist lagoon mustard petrol sand ice",
    "gothic oswald geometric didone italic",
)
_ADVENTURE = _mood(
    "peaks waves rays hills moon", "sand petrol lagoon mustard cobalt mist", "gothic oswald slab geometric_capitals"
)
_ANIMATION = _mood(
    "tiles petals waves halftone rays", "mustard rose lilac cobalt lagoon mist", "geometric geometric slab italic"
)
_COMEDY = _mood(
    "tiles petals halftone rays lamps strip", "mustard rose paperback cobalt mist lilac", "geometric slab italic didone"
)
_CRIME = _mood(
    "city slabs doors lamps stairs eye", "noir midnight vermilion bordeaux cream", "gothic oswald geometric_capitals"
)
_DOCUMENTARY = _mood(
    "strip hills halftone tiles waves", "paperback ice olive cream mist sand", "oswald geometric gothic"
)
_DRAMA = _mood(
    "moon stairs threads doors hills petals",
    "midnight bordeaux mist ice cream forest rose",
    "didone italic oswald hairline",
)
_FAMILY = _mood("petals tiles waves hills rays", "rose mustard mist lagoon lilac paperback", "geometric slab italic")
_FANTASY = _mood(
    "moon petals orbits threads peaks", "ultraviolet forest lilac midnight petrol", "hairline didone italic deco"
)
_HISTORY = _mood("rays stairs hills peaks threads", "sand olive ember bordeaux cream", "didone oswald italic slab")
_HORROR = _mood(
    "eye tunnel moon doors slabs city", "noir vermilion ultraviolet forest bordeaux", "gothic didone geometric_capitals"
)
_MUSIC = _mood(
    "lamps petals halftone rays tiles threads",
    "cobalt bordeaux mustard lilac petrol rose",
    "deco deco geometric italic",
)
_MYSTERY = _mood(
    "doors eye tunnel city stairs moon threads", "midnight noir forest petrol ultraviolet", "deco gothic didone oswald"
)
_ROMANCE = _mood("petals moon threads waves city", "rose bordeaux lilac midnight ice", "italic italic didone hairline")
_SCIENCE_FICTION = _mood(
    "orbits tunnel halftone rays peaks", "ultraviolet midnight petrol cobalt ice", "geometric_capitals hairline gothic"
)
_SILENT = _mood("rays lamps strip moon city doors", "noir cream sand ember midnight", "deco deco didone italic")
_THRILLER = _mood(
    "tunnel slabs stairs doors eye city", "vermilion noir petrol cream ember", "gothic oswald geometric_capitals"
)
_WAR = _mood("lamps slabs rays hills", "olive ember noir vermilion sand", "gothic oswald slab")
_WESTERN = _mood("peaks hills rays", "ember sand mustard vermilion", "slab slab oswald gothic")

BY_GENRE = {
    "action": _ADVENTURE,
    "action-adventure": _ADVENTURE,
    "adventure": _ADVENTURE,
    "animation": _ANIMATION,
    "comedy": _COMEDY,
    "crime": _CRIME,
    "documentary": _DOCUMENTARY,
    "drama": _DRAMA,
    "family": _FAMILY,
    "fantasy": _FANTASY,
    "history": _HISTORY,
    "horror": _HORROR,
    "kids": _FAMILY,
    "music": _MUSIC,
    "musical": _MUSIC,
    "mystery": _MYSTERY,
    "news": _DOCUMENTARY,
    "noir": _CRIME,
    "reality": _DOCUMENTARY,
    "romance": _ROMANCE,
    "sci-fi-fantasy": _SCIENCE_FICTION,
    "science-fiction": _SCIENCE_FICTION,
    "silent": _SILENT,
    "soap": _ROMANCE,
    "talk": _MUSIC,
    "thriller": _THRILLER,
    "war": _WAR,
    "war-politics": _WAR,
    "western": _WESTERN,
}


def of(genres: tuple[str, ...], rng: Random) -> Mood:
    """The mood of one of the first two genres that have one; the first is likelier."""
    known = [BY_GENRE[genre] for genre in genres if genre in BY_GENRE][:2]
    return rng.choices(known, (3, 2)[: len(known)])[0] if known else ANY
