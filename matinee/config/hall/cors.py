"""Pages of other origins that may use the API: those the administrator lists, with tokens and never with cookies."""

from collections.abc import Iterable, Mapping

from matinee.config.hall.asgi import Header, Scope

_MAX_AGE = b"7200"  # seconds; the most that Chromium takes
_PREFLIGHT: tuple[Header, ...] = (
    (b"access-control-allow-methods", b"GET, HEAD, POST, PUT, PATCH, DELETE"),
    (
        b"access-control-allow-headers",
        b"Authorization, Content-Type, Accept-Language, If-None-Match, X-Request-ID, X-Session-Token",
    ),
    (b"access-control-max-age", _MAX_AGE),
)
_BY_ORIGIN = (b"vary", b"origin")


class Cors:
    """`origins`: exact ones, such as https://app.example."""

    def __init__(self, origins: Iterable[str] = ()) -> None:
        self._lines: dict[bytes, tuple[Header, ...]] = {
            origin.encode(): (
                (b"access-control-allow-origin", origin.encode()),
                (b"access-control-expose-headers", b"ETag, Retry-After, X-Request-ID"),
                _BY_ORIGIN,
            )
            for origin in origins
        }
        self._others = (_BY_ORIGIN,) if self._lines else ()

    def lines(self, headers: Mapping[bytes, bytes]) -> tuple[Header, ...]:
        """What to add to an answer of the API: nothing at all while no origin is listed."""
        return self._lines.get(headers.get(b"origin", b""), self._others)

    def preflight(self, scope: Scope, headers: Mapping[bytes, bytes]) -> tuple[Header, ...] | None:
        """What to answer a browser that asks whether it may ask, for an origin of ours; else None."""
        asks = scope["method"] == "OPTIONS" and b"access-control-request-method" in headers
        return _PREFLIGHT if asks and headers.get(b"origin") in self._lines else None
