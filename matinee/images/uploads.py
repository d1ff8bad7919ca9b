"""Pictures that people give us. They are kept for good, beside the cache of files made from them.

What is stored is never what was sent: it is decoded, shrunk and encoded anew, under a name made from its bytes.
"""

import hashlib
import re
import time
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from matinee.core.errors import BadInput, NotFound
from matinee.core.settings import current
from matinee.images import encoding
from matinee.images.addresses import Address
from matinee.images.files import write_whole

PREFIX = "up"
_WIDTH = 1024
_UNDER_WAY = 3600.0  # seconds
_NAME = re.compile(r"[0-9a-f]{32}\.webp")


def keep(data: bytes) -> str:
    """Keep this picture; returns the name of the image. Raises BadInput naming `file` when it is none."""
    try:
        picture = encoding.shrink(encoding.decode(data, _WIDTH), _WIDTH)
    except encoding.NotAnImage as error:
        raise BadInput.at("file", error.detail) from None
    body = encoding.encode(picture, encoding.WEBP)
    name = f"{hashlib.sha256(body).hexdigest()[:32]}.webp"
    write_whole(_path(name), body)
    return f"{PREFIX}-{name}"


def forget(image: str) -> None:
    """Delete an upload by the name of its image; nothing if there is none."""
    name = image.removeprefix(f"{PREFIX}-")
    if _NAME.fullmatch(name):
        _path(name).unlink(missing_ok=True)


def forget_unused(used: Collection[str]) -> int:
    """Delete those that are not among these names of images, but for the newest: their deed may be under way.

    Returns how many.
    """
    gone = 0
    for path in (current().data_dir / "uploads").glob("*/*"):
        if f"{PREFIX}-{path.name}" not in used and time.time() - path.stat().st_mtime > _UNDER_WAY:
            path.unlink(missing_ok=True)
            gone += 1
    return gone


@dataclass(frozen=True, slots=True)
class Uploaded:
    """The origin of what was uploaded."""

    pattern: re.Pattern[str] = _NAME

    def picture(self, address: Address) -> Image.Image:
        """Raises NotFound."""
        try:
            return encoding.decode(_path(address.rest).read_bytes(), address.width)
        except FileNotFoundError:
            raise NotFound("this picture has been removed") from None


def _path(name: str) -> Path:
    return current().data_dir / "uploads" / name[:2] / name
