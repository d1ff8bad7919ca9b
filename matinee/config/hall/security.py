"""The security headers: all of them for a page, and for data what matters if somebody opens it as one."""

from matinee.config.hall.asgi import Header

_NOSNIFF = (b"x-content-type-options", b"nosniff")

PAGE: tuple[Header, ...] = (
    (
        b"content-security-policy",
        (
            b"default-src 'self'; img-src 'self' data:; frame-src https://www.youtube-nocookie.com; object-src 'none'; "
            b"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        ),
    ),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    _NOSNIFF,
)
DATA: tuple[Header, ...] = (
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    _NOSNIFF,
)


def security(headers: list[Header]) -> tuple[Header, ...]:
    """What to add to an answer with these headers (names in lower case), except what it says itself."""
    names = dict(headers)
    wanted = PAGE if names.get(b"content-type", b"").startswith(b"text/html") else DATA
    return tuple(line for line in wanted if line[0] not in names)
