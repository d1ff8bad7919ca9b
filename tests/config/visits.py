"""A visitor of ASGI applications without a server, and an application to stand behind the hall."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, ParamSpec

from matinee.config.hall.asgi import App, Message, Receive, Scope, Send

P = ParamSpec("P")


@dataclass
class Seen:
    """What an application sent."""

    messages: list[Message] = field(default_factory=list)

    @property
    def status(self) -> int:
        return int(self.messages[0]["status"])

    @property
    def headers(self) -> dict[str, str]:
        return {name.decode().lower(): value.decode() for name, value in self.messages[0]["headers"]}

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.messages[1:])


def scope(address: str, method: str = "GET", **headers: str | list[str]) -> Scope:
    """An HTTP scope; header names are written with underscores, a list makes several lines."""
    path, _, query = address.partition("?")
    lines = {"host": "localhost", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [
            (name.encode(), value.encode())
            for name, values in lines.items()
            for value in ([values] if isinstance(values, str) else values)
        ],
        "client": ("192.0.2.7", 50000),
        "scheme": "http",
        "extensions": {},
    }


async def visit(app: App, address: str, method: str = "GET", body: bytes = b"", **headers: str | list[str]) -> Seen:
    """Ask and collect the answer."""
    seen = Seen()

    async def send(message: Message) -> None:
        seen.messages.append(message)

    await app(scope(address, method, **headers), receiving(body), send)
    return seen


def receiving(body: bytes = b"") -> Receive:
    """`receive` with the body first; afterwards the visitor stays on the line without a word."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        if waiting:
            return waiting.pop()
        await asyncio.Event().wait()
        raise AssertionError("nobody sets that event")

    return receive


@dataclass
class Kitchen:
    """An application whose answers are set by assignment. `gate`: while it is closed, answers wait.

    `view`: of whoever asks; None: it does not say.
    """

    body: bytes = b'{"dish": "soup"}'
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Cache-Control": "public, max-age=60"})
    view: str | None = ""
    error: Exception | None = None
    scopes: list[Scope] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    @property
    def asked(self) -> int:
        return len(self.scopes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scopes.append(scope)
        body, status, headers = self.body, self.status, dict(self.headers)  # as they were when it was ordered
        if self.view is not None:
            headers["X-View"] = self.view
        await self.gate.wait()
        if self.error:
            raise self.error
        lines = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": lines})
        await send({"type": "http.response.body", "body": body})

    def close(self) -> None:
        """Nothing to put away."""


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += seconds


async def settle() -> None:
    """Let every task go on until it has to wait for something else than its turn."""
    for _ in range(50):
        await asyncio.sleep(0)


def in_a_loop(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Run an asynchronous test."""

    @wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        asyncio.run(asyncio.wait_for(test(*args, **kwargs), 20))

    return run
