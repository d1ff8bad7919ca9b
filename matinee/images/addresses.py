"""/img/{kind}/{size}/{name}: which kinds, sizes and names there are, and where the picture of one is kept."""

import hashlib
import re
from dataclasses import dataclass

from matinee.core.errors import BadInput, NotFound
from matinee.images import drawing
from matinee.images.encoding import AVIF, JPEG, PNG, WEBP, Format

# Raised when the same address should give other bytes (quality, way of shrinking): what is kept then counts as absent.
RECIPE = f"1.{drawing.VERSION}"

_SIZE = re.compile(r"w([1-9][0-9]{1,3})")
_NAME = re.compile(r"([a-z]{2,12})-([A-Za-z0-9][A-Za-z0-9_-]{0,90}(?:\.[a-z]{3,4})?)")


@dataclass(frozen=True, slots=True)
class Kind:
    """`widths` in pixels; `formats` best first, the last is for who accepts none of them."""

    name: str
    widths: tuple[int, ...]
    formats: tuple[Format, ...] = (AVIF, WEBP, JPEG)


KINDS = {
    kind.name: kind
    for kind in (
        Kind("poster", (92, 154, 185, 342, 500, 780)),
        Kind("backdrop", (300, 780, 1280, 1920)),
        Kind("profile", (45, 185, 342)),
        Kind("still", (185, 300, 780)),
        Kind("logo", (92, 300), (WEBP, PNG)),
    )
}


@dataclass(frozen=True, slots=True)
class Address:
    """One picture. `origin` knows it by `rest`: tmdb-abc.jpg is "abc.jpg" of "tmdb"."""

    kind: Kind
    width: int
    origin: str
    rest: str

    def file_key(self, kind: Format) -> str:
        """32 hex digits, the same for the same picture in the same format."""
        what = f"{RECIPE}/{self.kind.name}/{self.width}/{self.origin}-{self.rest}/{kind.name}"
        return hashlib.sha256(what.encode()).hexdigest()[:32]


def parse(kind: str, size: str, name: str) -> Address:
    """Raises NotFound for an unknown kind, BadInput naming `size` or `name` for what can be no size or name."""
    if (known := KINDS.get(kind)) is None:
        raise NotFound(f"there are no images of the kind {kind[:20]!r}; there are: {', '.join(KINDS)}")
    width = _SIZE.fullmatch(size)
    if width is None or int(width[1]) not in known.widths:
        raise BadInput.at("size", "should be one of " + ", ".join(f"w{width}" for width in known.widths))
    parts = _NAME.fullmatch(name)
    if parts is None:
        raise BadInput.at("name", 'should be like "tmdb-abc.jpg": an origin, a dash, and its own name')
    return Address(known, int(width[1]), parts[1], parts[2])


def choose_format(kind: Kind, accept: str) -> Format:
    """The best format that an Accept header names; `*/*` and `image/*` may come from anyone, so they get the last."""
    named = set()
    for part in accept.lower().split(",")[:20]:
        media_type, _, parameters = part.partition(";")
        if parameters.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            named.add(media_type.strip())
    return next((form for form in kind.formats if form.content_type in named), kind.formats[-1])
