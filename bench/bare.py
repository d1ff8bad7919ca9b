"""The least that an ASGI server can do: the same ready bytes for every request. The front hall is compared with it."""

import json
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

_BODY = Path(os.environ["BENCH_BODY"]).read_bytes()
_HEADERS = [(name.encode(), value.encode()) for name, value in json.loads(os.environ["BENCH_HEADERS"])]
_START = {"type": "http.response.start", "status": 200, "headers": _HEADERS}
_END = {"type": "http.response.body", "body": _BODY}


async def application(
    _scope: dict[str, Any], _receive: Callable[[], Awaitable[Any]], send: Callable[[dict[str, Any]], Awaitable[None]]
) -> None:
    """Answer at once. For granian's interface without lifespan, so that every scope is a request."""
    await send(_START)
    await send(_END)
