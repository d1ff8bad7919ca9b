"""The security headers: all of them for a page, and for data what matters if somebody opens it as one."""

from matinee.config.hall.asgi import Header

_NOSNIFF = (b"x-content-type-options", b"nosniff")

PAGE: tuple[Header, ...] = (
    (
        b"content-security-policy",
        (
            b"default-src 'self'; img-src 'self' data:; frame-src https://www.youtube-nocookie.com; object-src 'none'; "
            # Signing in elsewhere begins with a form to us that is redirected there, and Chromium looks at redirects,
            # too; an identity provider at home may speak http.
            b"base-uri 'none'; form-action 'self' https: http:; frame-ancestors 'none'"
        ),
    ),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (
        b"permissions-policy",
        (
            b"camera=(), geolocation=(), microphone=(), payment=(), usb=(), "
            b"publickey-credentials-create=(self), publickey-credentials-get=(self)"
        ),
    ),
    _NOSNIFF,
)
DATA: tuple[Header, ...] = (
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),  # codes of invitations and the like are in addresses
    _NOSNIFF,
)
HTTPS_FROM_NOW_ON: Header = (b"strict-transport-security", b"max-age=31536000")
"""For answers over https only."""


def security(headers: list[Header]) -> tuple[Header, ...]:
    """What to add to an answer with these headers (names in lower case), except what it says itself."""
    names = dict(headers)
    wanted = PAGE if names.get(b"content-type", b"").startswith(b"text/html") else DATA
    return tuple(line for line in wanted if line[0] not in names)
