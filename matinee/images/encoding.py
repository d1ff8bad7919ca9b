"""Bytes to picture and back: what is accepted from outside, and the formats in which we answer."""

import io
import struct
from dataclasses import dataclass

from PIL import ExifTags, Image, UnidentifiedImageError

from matinee.core.errors import MatineeError

ACCEPTED_TYPES = ("image/jpeg", "image/png", "image/webp", "image/avif")
_ACCEPTED_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
MOST_PIXELS = 17_000_000  # twice a 4K still, 68 MB unpacked; a bomb of 100 KB claims a hundred times that
# What the library raises about broken files; RuntimeError is its AVIF decoder's word.
_BROKEN = (OSError, SyntaxError, ValueError, RuntimeError, struct.error, Image.DecompressionBombError)
_TALLEST = 3  # heights to the width; beyond is no poster, still or portrait
_TURNS: dict[object, Image.Transpose] = {  # by what EXIF says, which may be anything
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
AVIF_QUALITY, AVIF_SPEED = 62, 9
WEBP_QUALITY, WEBP_EFFORT = 82, 3
JPEG_QUALITY = 84


class NotAnImage(MatineeError):
    """What an origin sent cannot be shown: broken, of another format, or far too large."""

    status = 502
    title = "Not an image"


@dataclass(frozen=True, slots=True)
class Format:
    """One way to answer; `suffix` is the file's ending."""

    name: str
    suffix: str
    content_type: str
    has_alpha: bool


AVIF = Format("AVIF", "avif", "image/avif", has_alpha=True)
WEBP = Format("WEBP", "webp", "image/webp", has_alpha=True)
JPEG = Format("JPEG", "jpg", "image/jpeg", has_alpha=False)
PNG = Format("PNG", "png", "image/png", has_alpha=True)

_OPTIONS: dict[str, dict[str, int | bool]] = {
    AVIF.name: {"quality": AVIF_QUALITY, "speed": AVIF_SPEED, "max_threads": 1},
    WEBP.name: {"quality": WEBP_QUALITY, "method": WEBP_EFFORT},
    JPEG.name: {"quality": JPEG_QUALITY, "optimize": True, "progressive": True},
    PNG.name: {"compress_level": 7},
}


def decode(data: bytes, width: int) -> Image.Image:
    """The picture in `data`, upright, RGB or RGBA; a JPEG may come smaller, but never below `width` pixels.

    Raises NotAnImage. Size and format are judged by the header, before any pixel is unpacked.
    """
    try:
        with Image.open(io.BytesIO(data), formats=_ACCEPTED_FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise NotAnImage(
                    f"the image claims {image.width} x {image.height} pixels, at most {MOST_PIXELS} are taken"
                )
            # A JPEG can be unpacked at a half, a quarter or an eighth in a fraction of the time.
            image.draft("RGB", (width, max(1, width * image.height // image.width)))
            upright = _upright(image)
            return upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except UnidentifiedImageError:
        raise NotAnImage("only JPEG, PNG, WebP and AVIF images are taken") from None
    except _BROKEN as error:
        raise NotAnImage(f"the image is broken: {error}") from None


def _upright(image: Image.Image) -> Image.Image:
    """Turned as its EXIF says. The library's own way also writes EXIF anew, and fails where that is nonsense."""
    image.load()
    turn = _TURNS.get(image.getexif().get(ExifTags.Base.Orientation))
    return image if turn is None else image.transpose(turn)


def shrink(image: Image.Image, width: int) -> Image.Image:
    """At most `width` pixels wide and three times as high, in proportion; never larger than it was."""
    box = min(width, image.width), min(width * _TALLEST, image.height)
    image.thumbnail(box, Image.Resampling.LANCZOS, reducing_gap=2.0)
    return image


def encode(image: Image.Image, kind: Format) -> bytes:
    """The file's bytes, without any metadata of the original."""
    if image.mode == "RGBA" and not kind.has_alpha:
        flat = Image.new("RGB", image.size)
        flat.paste(image, mask=image.getchannel("A"))
        image = flat
    target = io.BytesIO()
    image.save(target, kind.name, exif=b"", icc_profile=None, **_OPTIONS[kind.name])
    return target.getvalue()
