"""pyvips against Pillow: a 780-pixel JPEG made a 500-pixel AVIF, WebP and JPEG, as ratios of time and of size.

    python -m bench.images

Needs pyvips and pyvips-binary besides the program's own packages.
"""

import io
import statistics
import sys
import time
from collections.abc import Callable

from PIL import Image, ImageFilter

from matinee.images import encoding
from matinee.images.drawing import Subject, poster

try:
    import pyvips  # type: ignore[import-untyped, import-not-found, unused-ignore]
except ImportError:
    sys.exit("Left out: it compares with pyvips, which nothing else needs (uv pip install pyvips pyvips-binary).")

WIDTH = 500
ROUNDS = 9
Work = Callable[[bytes], bytes]


def picture() -> bytes:
    """A JPEG with what photographs have: soft shapes, grain, and some hard edges."""
    drawn = poster(Subject("The Cabinet of Dr. Caligari", "movie", year=1920, genres=("Horror",)), 780)
    grain = Image.effect_noise(drawn.size, 60).convert("RGB").filter(ImageFilter.GaussianBlur(1.2))
    soft = Image.blend(drawn.filter(ImageFilter.GaussianBlur(2)), grain, 0.25)
    target = io.BytesIO()
    soft.save(target, "JPEG", quality=90)
    return target.getvalue()


def with_pillow(kind: encoding.Format) -> Work:
    """As the program does it."""
    return lambda data: encoding.encode(encoding.shrink(encoding.decode(data, WIDTH), WIDTH), kind)


def with_pyvips(suffix: str, **options: object) -> Work:
    """Shrinks while it loads, then encodes with the same effort."""

    def work(data: bytes) -> bytes:
        image = pyvips.Image.thumbnail_buffer(data, WIDTH, height=3 * WIDTH)
        return bytes(image.write_to_buffer(suffix, **options))

    return work


PAIRS: dict[str, tuple[Work, Work]] = {
    # vips counts effort upwards where the AV1 encoder counts speed: effort 0 is speed 9.
    "AVIF": (with_pillow(encoding.AVIF), with_pyvips(".avif", Q=encoding.AVIF_QUALITY, effort=9 - encoding.AVIF_SPEED)),
    "WebP": (with_pillow(encoding.WEBP), with_pyvips(".webp", Q=encoding.WEBP_QUALITY, effort=encoding.WEBP_EFFORT)),
    "JPEG": (
        with_pillow(encoding.JPEG),
        with_pyvips(".jpg", Q=encoding.JPEG_QUALITY, optimize_coding=True, interlace=True),
    ),
}


def main() -> None:
    data = picture()
    print(f"{len(data) / 1024:.0f} KB of JPEG, 780 pixels wide, to {WIDTH} pixels")
    for name, (pillow, vips) in PAIRS.items():
        slow, fast = _times(pillow, vips, data)
        time_ratio, size_ratio = slow / fast, len(pillow(data)) / len(vips(data))
        print(
            f"{name}: Pillow to pyvips {time_ratio:.2f} in time ({slow:.0f}/{fast:.0f} ms), {size_ratio:.2f} in bytes"
        )
    started = time.perf_counter()
    poster(Subject("Sunrise: A Song of Two Humans", "movie", year=1927, genres=("Romance",)), WIDTH)
    print(f"drawing a poster of {WIDTH} pixels: {(time.perf_counter() - started) * 1000:.0f} ms")


def _times(one: Work, other: Work, data: bytes) -> tuple[float, float]:
    """Medians in milliseconds, measured in turns so that a busy machine is unfair to both alike."""
    rounds = [(_milliseconds(one, data), _milliseconds(other, data)) for _ in range(ROUNDS)]
    return statistics.median(first for first, _ in rounds), statistics.median(second for _, second in rounds)


def _milliseconds(work: Work, data: bytes) -> float:
    started = time.perf_counter()
    work(data)
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
