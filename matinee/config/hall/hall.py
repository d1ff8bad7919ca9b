"""The porch and the way to each room."""

import re
import secrets
from collections.abc import Awaitable, Callable
from itertools import count
from time import perf_counter

import structlog

from matinee.config.hall import hosts
from matinee.config.hall.answer import SECURITY
from matinee.config.hall.asgi import App, Header, Message, Receive, Scope, Send, send_problem, send_whole
from matinee.config.hall.client import Client, not_built
from matinee.core.correlation import correlated
from matinee.core.errors import NotFound

logger = structlog.get_logger(__name__)

_TO_DJANGO = ("/api/", "/img/", "/health/", "/metrics")
_SANE_ID = re.compile(rb"^[A-Za-z0-9._-]{8,64}$")


class Hall:
    """The ASGI application that granian runs. `django` answers what no room here does."""

    def __init__(self, django: App, client: Client) -> None:
        self._django = django
        self._client = client
        self._numbers = count(1)
        self._own = secrets.token_hex(6)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._visit(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1000})

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return

    async def _visit(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = _by_name(scope)
        request_id = self._request_id(headers)
        with correlated(request_id.decode()):
            started = perf_counter()
            status = 0

            async def outward(message: Message) -> None:
                nonlocal status
                if message["type"] == "http.response.start":
                    status = message["status"]
                    message["headers"] = [*message["headers"], *SECURITY, (b"x-request-id", request_id)]
                await send(message)

            try:
                await self._answer(scope, headers, receive, outward)
            except Exception as error:  # noqa: BLE001 - the last stop before the server
                logger.error("request_failed", path=scope["path"], exc_info=error)
                if not status:
                    await send_problem(outward, error)
            milliseconds = round((perf_counter() - started) * 1000, 1)
            logger.info("request", method=scope["method"], path=scope["path"], status=status, ms=milliseconds)

    async def _answer(self, scope: Scope, headers: dict[bytes, bytes], receive: Receive, send: Send) -> None:
        path = scope["path"]
        if path.startswith(_TO_DJANGO):
            await self._django(scope, receive, send)
        else:
            await self._show_client(scope, headers, send)

    async def _show_client(self, scope: Scope, headers: dict[bytes, bytes], send: Send) -> None:
        if scope["method"] not in {"GET", "HEAD"}:
            await send_problem(send, NotFound("only reading is possible here"))
        elif not self._client.built:
            await send_whole(send, 503, [(b"content-type", b"text/html; charset=utf-8")], not_built())
        elif answer := self._client.find(scope["path"]):
            for message in answer.messages(headers, (), head=scope["method"] == "HEAD"):
                await send(message)
        else:
            await send_problem(send, NotFound(f"There is nothing at {scope['path'][:200]}"))

    def _request_id(self, headers: dict[bytes, bytes]) -> bytes:
        given = headers.get(b"x-request-id")
        if given and _SANE_ID.match(given):
            return given
        return f"{self._own}-{next(self._numbers):x}".encode()


def _by_name(scope: Scope) -> dict[bytes, bytes]:
    lines = scope["headers"]
    headers = dict(lines)
    if len(headers) != len(lines):  # several lines of one name mean the same as one, joined
        for name in headers:
            headers[name] = b", ".join(value for key, value in lines if key == name)
    return headers
