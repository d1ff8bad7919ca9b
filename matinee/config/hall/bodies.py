"""Request bodies: read whole before a thread is taken, within a size and a time."""

import asyncio
from io import BytesIO

from django.core.exceptions import RequestAborted

from matinee.config.hall.asgi import Receive, Scope, header
from matinee.core.errors import MatineeError

SECONDS = 30.0
LARGEST = 2**20
_LARGEST_AT = (
    ("/api/v1/auth/", 2**16),
    ("/api/v1/setup", 2**16),
    ("/accounts/", 2**16),
    ("/api/v1/me/picture", 2**23),
    ("/api/v1/imports", 50 * 2**20),
)
_SLOWEST = 2**16  # bytes a second that a body with a known length may have on top of its seconds


class TooLarge(MatineeError):
    """The request's body is over the limit."""

    status = 413
    title = "Too large"


class TooSlow(MatineeError):
    """The request's body did not come in time."""

    status = 408
    title = "Too slow"


def largest(path: str) -> int:
    """The most bytes that a body may have at this address: strangers can send them, so not more than it needs."""
    return next((size for start, size in _LARGEST_AT if path.startswith(start)), LARGEST)


async def read_body(scope: Scope, receive: Receive, most: int, seconds: float) -> BytesIO:
    """The body, whole; `seconds` is for one without a known length, each 64 KiB of a known one adds one.

    Raises TooLarge when it has more than `most` bytes, TooSlow, and RequestAborted when the client has gone.
    """
    declared = header(scope, b"content-length")
    length = int(declared) if declared.isdigit() else 0
    if length > most:
        raise _too_large(most)
    if scope["method"] == "GET" and not declared and not header(scope, b"transfer-encoding"):
        return BytesIO()
    try:
        async with asyncio.timeout(seconds + length / _SLOWEST):
            return await _receive(receive, most)
    except TimeoutError:
        raise TooSlow("The body of the request did not come in time") from None


async def _receive(receive: Receive, most: int) -> BytesIO:
    body = BytesIO()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise RequestAborted
        body.write(message.get("body", b""))
        if body.tell() > most:
            raise _too_large(most)
        if not message.get("more_body", False):
            body.seek(0)
            return body


def _too_large(most: int) -> TooLarge:
    return TooLarge(f"The body may have at most {most} bytes here")
