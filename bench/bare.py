"""The least that an ASGI server can do: the same ready bytes for every request. The front hall is compared with it."""

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

_BODY = Path(os.environ["BENCH_BODY"]).read_bytes()
_START = {
    "type": "http.response.start",
    "status": 200,
    "headers": [
        (b"content-type", b"application/json"),
        (b"content-encoding", os.environ["BENCH_ENCODING"].encode()),
        (b"content-length", str(len(_BODY)).encode()),
    ],
}
_END = {"type": "http.response.body", "body": _BODY}


async def application(
    _scope: dict[str, Any], _receive: Callable[[], Awaitable[Any]], send: Callable[[dict[str, Any]], Awaitable[None]]
) -> None:
    """Answer at once. For granian's interface without lifespan, so that every scope is a request."""
    await send(_START)
    await send(_END)
