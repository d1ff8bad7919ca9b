"""ASGI's vocabulary, and answers in one piece."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, Protocol

import orjson

from matinee.core.problems import problem

Scope = Mapping[str, Any]
Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Header = tuple[bytes, bytes]


class Backend(Protocol):
    """What answers when no room of the hall does: Django."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...

    def close(self) -> None: ...


async def send_whole(send: Send, status: int, headers: Iterable[Header], body: bytes) -> None:
    """Send a complete answer; the length is added."""
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*headers, length]})
    await send({"type": "http.response.body", "body": body})


async def send_problem(send: Send, error: Exception, *extra: Header) -> None:
    """Send the error as application/problem+json."""
    status, headers, body = problem(error)
    lines = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send_whole(send, status, [*lines, *extra], orjson.dumps(body))


def header(scope: Scope, name: bytes) -> bytes:
    """A request header; several lines of one name are joined as HTTP says; empty when absent."""
    return b", ".join(value for key, value in scope["headers"] if key == name)


async def refuse(send: Send, error: Exception, *extra: Header) -> None:
    """Answer a request for a WebSocket with the error instead."""

    async def instead(message: Message) -> None:
        await send({**message, "type": f"websocket.{message['type']}"})

    await send_problem(instead, error, *extra)
