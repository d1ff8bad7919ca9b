"""The image host's files: real ones, made when asked for, told apart by colour."""

from colorsys import hsv_to_rgb
from functools import lru_cache
from hashlib import blake2b
from io import BytesIO

from PIL import Image

_ASPECTS = {"p": 2 / 3, "b": 16 / 9, "s": 16 / 9, "f": 2 / 3, "l": 2.5, "w": 1.0}
_ORIGINAL_WIDTH = 1000
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 20"><rect width="50" height="20" fill="#c33"/></svg>'


@lru_cache(maxsize=256)
def picture(size: str, name: str) -> tuple[bytes, str]:
    """The file's bytes and content type. `size` is "w500", "h632" or "original"; `name` is "p653.jpg"."""
    if name.endswith(".svg"):
        return _SVG, "image/svg+xml"
    aspect = _ASPECTS.get(name[0], 1.0)
    width = (
        round(int(size[1:]) * aspect) if size[0] == "h" else _ORIGINAL_WIDTH if size == "original" else int(size[1:])
    )
    height = max(round(width / aspect), 1)
    hue = int.from_bytes(blake2b(name.encode(), digest_size=2).digest()) / 65_536
    light, dark = (tuple(round(part * 255) for part in hsv_to_rgb(hue, 0.6, value)) for value in (0.9, 0.3))
    gradient = Image.linear_gradient("L").resize((width, height))
    image = Image.composite(Image.new("RGB", (width, height), dark), Image.new("RGB", (width, height), light), gradient)
    form = "PNG" if name.endswith(".png") else "JPEG"
    file = BytesIO()
    image.save(file, form)
    return file.getvalue(), f"image/{form.lower()}"
