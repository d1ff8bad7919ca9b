"""Content encodings: which of them a client takes, and ready bytes in each."""

import gzip
import re
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]
import zstandard

from matinee.config.hall.memory import remembered

# In our order of preference where the client has none. Levels for bytes that are pressed once and sent often.
ENCODERS: dict[bytes, Callable[[bytes], bytes]] = {
    b"zstd": lambda body: zstandard.ZstdCompressor(level=10).compress(body),
    b"br": lambda body: brotli.compress(body, quality=5),
    b"gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
}
IDENTITY = b"identity"
SMALLEST_WORTH = 500  # bytes; below, the headers weigh more than what is saved
_CODING = re.compile(rb"^([a-z0-9*!#$%&'+.^_`|~-]+)(?:\s*;\s*q\s*=\s*([01](?:\.\d{0,3})?))?$")


def press(body: bytes) -> dict[bytes, bytes]:
    """The body in every encoding that makes it smaller, by encoding name."""
    pressed = {name: encode(body) for name, encode in ENCODERS.items()}
    return {name: data for name, data in pressed.items() if len(data) < len(body)}


def _wanted(accept_encoding: bytes) -> tuple[bytes, ...]:
    weights: dict[bytes, float] = {}
    for part in accept_encoding.lower().split(b","):
        if match := _CODING.match(part.strip()):
            weights[b"gzip" if match[1] == b"x-gzip" else match[1]] = float(match[2] or 1)
    anything = weights.get(b"*", 0.0)
    # Unsaid, identity is welcome, yet after everything that was asked for.
    plain = weights.get(IDENTITY, 0.0 if weights.get(b"*") == 0 else 0.0001)
    offers = {name: weights.get(name, anything) for name in ENCODERS} | {IDENTITY: plain}
    return tuple(sorted((name for name in offers if offers[name] > 0), key=lambda name: -offers[name]))


wanted = remembered(_wanted)
"""Names of the encodings to try, best first, from an Accept-Encoding header (empty when absent).

Ends with "identity" unless that was refused. What cannot be read counts as absent.
"""
