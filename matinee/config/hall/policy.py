"""Whether an answer is for keeping, and for how long: what its headers say."""

from collections.abc import Iterable
from dataclasses import dataclass

from matinee.config.hall.asgi import Header

TAGS = b"cache-tag"
_HALLS_OWN = frozenset({b"s-maxage", b"stale-while-revalidate", b"stale-if-error"})
_FORBID = frozenset({b"private", b"no-store", b"no-cache"})
_VARY_KNOWN = frozenset({b"accept-language", b"accept-encoding"})


@dataclass(frozen=True, slots=True)
class Policy:
    """Seconds for each stage, the tags, and the headers to send on."""

    fresh: int
    revalidate: int
    on_error: int
    by_language: bool
    tags: frozenset[str]
    headers: tuple[Header, ...]

    @property
    def vary(self) -> bytes:
        return b"accept-encoding, accept-language" if self.by_language else b"accept-encoding"


def policy(status: int, headers: Iterable[Header]) -> Policy | None:
    """The policy of a response with lower-case header names; None when it must not be kept.

    Only a 200 marked public with a lifetime is kept, and never one that sets a cookie, is encoded already, or varies
    by anything but language and encoding (so what depends on a cookie or on Authorization is not).
    """
    lines = list(headers)
    names = dict(lines)
    directives = _directives(names.get(b"cache-control", b""))
    fresh = _seconds(directives, b"s-maxage", _seconds(directives, b"max-age", 0))
    vary = {name.strip() for key, value in lines if key == b"vary" for name in value.lower().split(b",")}
    if (
        status != 200
        or b"public" not in directives
        or _FORBID & directives.keys()
        or fresh <= 0
        or b"set-cookie" in names
        or b"content-encoding" in names
        or not vary <= _VARY_KNOWN
    ):
        return None
    revalidate = _seconds(directives, b"stale-while-revalidate", 0)
    return Policy(
        fresh=fresh,
        revalidate=revalidate,
        on_error=_seconds(directives, b"stale-if-error", revalidate),
        by_language=b"accept-language" in vary,
        tags=frozenset(names.get(TAGS, b"").decode("latin-1").split()),
        headers=tuple(
            (key, _outward(value) if key == b"cache-control" else value) for key, value in lines if key != TAGS
        ),
    )


def _directives(cache_control: bytes) -> dict[bytes, bytes]:
    parts = (part.strip().partition(b"=") for part in cache_control.lower().split(b","))
    return {name: value.strip(b'"') for name, _, value in parts if name}


def _seconds(directives: dict[bytes, bytes], name: bytes, default: int) -> int:
    value = directives.get(name, b"")
    return int(value) if value.isdigit() else default


def _outward(cache_control: bytes) -> bytes:
    """Without what is meant for the hall: others hear of no purge, so they may not keep for as long."""
    parts = (part.strip() for part in cache_control.split(b","))
    return b", ".join(part for part in parts if part.lower().partition(b"=")[0] not in _HALLS_OWN)
