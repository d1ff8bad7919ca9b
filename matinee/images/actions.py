"""Making images: fetch or draw, shrink, encode, keep."""

import zlib
from functools import lru_cache

from matinee.core.errors import NotFound
from matinee.images import addresses, drawing, encoding, origins, queries
from matinee.images.addresses import Address
from matinee.images.encoding import Format
from matinee.images.flights import Flights
from matinee.images.queries import ReadyFile
from matinee.images.store import store

_STAND_INS = 12  # different ones
_flights: Flights[ReadyFile] = Flights()


def make_file(kind: str, size: str, name: str, accept: str) -> ReadyFile:
    """The file for this address and Accept header, made now if need be; asked at once many times, made once.

    Raises NotFound (unknown kind or name, or the origin has none), BadInput (`size`, `name`), ServiceError when the
    origin could not be asked, NotAnImage when it sent something else, CannotKeep when the disk refuses.
    """
    address = addresses.parse(kind, size, name)
    form = addresses.choose_format(address.kind, accept)
    return _flights.once(address.file_key(form), lambda: _make(address, form))


def stand_in(kind: str, size: str, name: str, accept: str) -> tuple[bytes, str]:
    """A wordless drawing to show while the origin cannot be asked: (bytes, content type). It is not kept on disk.

    Raises like `make_file`, and NotFound for kinds that are not drawn.
    """
    address = addresses.parse(kind, size, name)
    form = addresses.choose_format(address.kind, accept)
    number = zlib.crc32(f"{address.origin}-{address.rest}".encode()) % _STAND_INS
    return _drawn_stand_in(address.kind.name, address.width, form, number), form.content_type


def _make(address: Address, form: Format) -> ReadyFile:
    if ready := queries.find(address, form):  # another thread or process was faster
        return ready
    picture = origins.find(address).picture(address)
    data = encoding.encode(encoding.shrink(picture, address.width), form)
    key = address.file_key(form)
    return queries.ready(store().put(key, form.suffix, data), key, form)


@lru_cache(maxsize=128)
def _drawn_stand_in(kind: str, width: int, form: Format, number: int) -> bytes:
    draw = origins.DRAWINGS.get(kind)
    if draw is None:
        raise NotFound(f"nothing stands in for a {kind}")
    subject = drawing.Subject("", "person" if kind == "profile" else "movie", seed=f"stand-in {number}")
    return encoding.encode(draw(subject, width), form)
