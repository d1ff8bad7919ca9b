"""Whether an answer is for keeping, and for how long: what its headers say."""

from collections.abc import Iterable
from dataclasses import dataclass

from matinee.config.hall.asgi import Header
from matinee.config.hall.views import VIEW

TAGS = b"cache-tag"
FOR_THE_HALL = frozenset({TAGS, VIEW})
"""Headers that are not sent on."""

_HALLS_OWN = frozenset({b"s-maxage", b"stale-while-revalidate", b"stale-if-error"})
_FORBID = frozenset({b"private", b"no-store", b"no-cache"})
_VARY_KNOWN = frozenset({b"accept-language", b"accept-encoding"})


@dataclass(frozen=True, slots=True)
class Policy:
    """Seconds for each stage, the tags, whose view it shows, and the headers to send on."""

    fresh: int
    revalidate: int
    on_error: int
    by_language: bool
    view: str
    tags: frozenset[str]
    headers: tuple[Header, ...]

    @property
    def vary(self) -> bytes:
        return b"accept-encoding, cookie, accept-language" if self.by_language else b"accept-encoding, cookie"


def policy(status: int, headers: Iterable[Header]) -> Policy | None:
    """The policy of a response with lower-case header names; None when it must not be kept.

    Only a 200 marked public with a lifetime is kept, if it says for which view it was made, and never one that sets a
    cookie, is encoded already, or varies by anything but language and encoding.
    """
    lines = list(headers)
    names = dict(lines)
    directives = _directives(names.get(b"cache-control", b""))
    fresh = _seconds(directives, b"s-maxage", _seconds(directives, b"max-age", 0))
    vary = {name.strip() for key, value in lines if key == b"vary" for name in value.lower().split(b",")}
    if (
        status != 200
        or b"public" not in directives
        or VIEW not in names
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
        view=names[VIEW].decode("latin-1"),
        tags=frozenset(names.get(TAGS, b"").decode("latin-1").split()),
        headers=tuple(
            (key, _outward(value) if key == b"cache-control" else value)
            for key, value in lines
            if key not in FOR_THE_HALL
        ),
    )


def shareable(lines: list[Header], *, has_token: bool, needs_view: bool) -> list[Header]:
    """The lines of an answer that goes out without being kept; browsers and proxies must not mix people either.

    A public one is for those with the same cookies, or for one person if a token was sent, or, where it `needs_view`,
    if it does not say for whom it was made.
    """
    names = dict(lines)
    control = names.get(b"cache-control", b"")
    if b"public" not in _directives(control):
        return lines
    vary = [value for name, value in lines if name == b"vary"]
    by_cookie = b"cookie" in b",".join(vary).lower()
    control = _outward(control)
    if has_token or (needs_view and VIEW not in names and not by_cookie):
        control = b", ".join(b"private" if part == b"public" else part for part in control.split(b", "))
    elif not by_cookie:
        lines = _with(lines, b"vary", b", ".join([*vary, b"cookie"]))
    return _with(lines, b"cache-control", control)


def _with(lines: list[Header], name: bytes, value: bytes) -> list[Header]:
    return [*(line for line in lines if line[0] != name), (name, value)]


def _directives(cache_control: bytes) -> dict[bytes, bytes]:
    parts = (part.strip().partition(b"=") for part in cache_control.lower().split(b","))
    return {name: value.strip(b'"') for name, _, value in parts if name}


def _seconds(directives: dict[bytes, bytes], name: bytes, default: int) -> int:
    value = directives.get(name, b"")
    return int(value) if value.isdigit() else default


def _outward(cache_control: bytes) -> bytes:
    """Without what is meant for the hall: others hear of no purge, so they may not keep for as long."""
    parts = (part.strip().lower() for part in cache_control.split(b","))
    return b", ".join(part for part in parts if part.partition(b"=")[0] not in _HALLS_OWN)
