"""Where pictures come from. The catalog registers its origins when the program starts:

    tmdb = Remote(service, TMDB_NAME, path=lambda kind, width, name: f"/w{width}/{name}")
    origins.register("tmdb", tmdb, may_see=may_see_tmdb)
    origins.register("drawn", Drawn(DRAWN_NAME, subject=subject_of), may_see=may_see_drawn)

An image called "tmdb-abc.jpg" is then "abc.jpg" of the first: fetched from the hosts of that service and from nowhere
else, because all that a request can decide is a name, which has to match the origin's pattern as a whole.

Who has an age cap sees only those pictures of which the feature that registered the origin says so.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from PIL import Image

from matinee.core.access import Viewer
from matinee.core.errors import NotFound, ServiceError
from matinee.core.http import Service
from matinee.core.settings import current
from matinee.images import drawing, encoding
from matinee.images.addresses import Address

MOST_BYTES = 12 * 2**20


class Origin(Protocol):
    """Makes pictures from names that match `pattern`."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What follows the origin's prefix and the dash, as a whole."""

    def picture(self, address: Address) -> Image.Image:
        """At least `address.width` wide if there is such a one. Raises NotFound, ServiceError or NotAnImage."""


@dataclass(frozen=True, slots=True)
class Remote:
    """Pictures of an outside service. `path(kind, width, name)` is below the service's base address."""

    service: Service
    pattern: re.Pattern[str]
    path: Callable[[str, int, str], str]

    def picture(self, address: Address) -> Image.Image:
        answer = self.service.get_bytes(
            self.path(address.kind.name, address.width, address.rest),
            max_bytes=MOST_BYTES,
            content_types=frozenset(encoding.ACCEPTED_TYPES),
            timeout=current().http_visitor_timeout,
            retries=1,
        )
        if answer.status in {404, 410}:
            raise NotFound(f"{self.service.title} has no image called {address.rest}")
        if answer.status != 200:
            raise ServiceError(self.service.name, f"{self.service.title} answered {answer.status} for an image")
        return encoding.decode(answer.body, address.width)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pictures that the program draws. `subject(name)` says of what, or raises NotFound.

    A name should carry a mark of what is drawn, and `drawing.VERSION`, so that it changes when the picture does; and
    `subject` should raise NotFound for any other mark, so that one subject cannot be made into a million files.
    """

    pattern: re.Pattern[str]
    subject: Callable[[str], drawing.Subject]

    def picture(self, address: Address) -> Image.Image:
        draw = DRAWINGS.get(address.kind.name)
        if draw is None:
            raise NotFound(f"no {address.kind.name} is drawn")
        return draw(self.subject(address.rest), address.width)


DRAWINGS: dict[str, Callable[[drawing.Subject, int], Image.Image]] = {
    "poster": drawing.poster,
    "backdrop": drawing.backdrop,
    "still": drawing.backdrop,
    "profile": drawing.profile,
}

MaySee: TypeAlias = Callable[[Viewer, str], bool]
"""Whether a viewer with an age cap may see the picture of a name (without the origin's prefix)."""

_origins: dict[str, Origin] = {}
_may_see: dict[str, MaySee] = {}


def register(prefix: str, origin: Origin, *, may_see: MaySee) -> None:
    """Names that begin with `prefix` and a dash are `origin`'s from now on."""
    _origins[prefix], _may_see[prefix] = origin, may_see


def find(address: Address) -> Origin:
    """Raises NotFound when there is no such origin, or no such name of it."""
    origin = _origins.get(address.origin)
    if origin is None or origin.pattern.fullmatch(address.rest) is None:
        raise _unknown(address)
    return origin


def check(address: Address, viewer: Viewer) -> None:
    """Raises NotFound, in the words for a name that there is not, when the picture is not for the viewer's age.

    Asks nothing for a viewer without a cap.
    """
    if viewer.age_cap is None:
        return
    find(address)
    if not _may_see[address.origin](viewer, address.rest):
        raise _unknown(address)


def _unknown(address: Address) -> NotFound:
    return NotFound(f"there is no image called {address.origin}-{address.rest}")
