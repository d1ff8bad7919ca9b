"""Django behind ASGI with one thread hop for the whole synchronous chain.

Django's own handler hops threads around every sync middleware. Here the chain runs in one go on a fixed pool, whose
threads keep their database connections.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from io import BytesIO
from typing import TypeVar, cast

from django.core import signals
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIRequest, get_script_prefix
from django.core.handlers.base import BaseHandler
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix

from matinee.config.hall.asgi import Message, Receive, Scope, Send, header, send_problem
from matinee.config.problems import problem_response
from matinee.core.errors import BadInput, MatineeError

LARGEST_BODY = 2**20
_T = TypeVar("_T")


class TooLarge(MatineeError):
    """The request's body is over the limit."""

    status = 413
    title = "Too large"


class DjangoApp(BaseHandler):
    """An ASGI application. `threads`: how many requests run at once; `largest_body` in bytes."""

    def __init__(self, threads: int, *, largest_body: int = LARGEST_BODY) -> None:
        super().__init__()
        self.load_middleware(is_async=False)
        self._largest_body = largest_body
        self._pool = ThreadPoolExecutor(threads, "django")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            body = await self._read(scope, receive)
        except TooLarge as error:
            await send_problem(send, error)
            return
        except RequestAborted:
            return
        response = await self._hop(self._respond, scope, body)
        await send(_start(response))
        if isinstance(response, StreamingHttpResponse):
            await self._stream(response, receive, send)
        else:
            await send({"type": "http.response.body", "body": cast(HttpResponse, response).content})

    def close(self) -> None:
        """Take no more requests; those that run may end."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _hop(self, work: Callable[..., _T], *args: object) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, copy_context().run, work, *args)

    async def _read(self, scope: Scope, receive: Receive) -> BytesIO:
        """The body, whole. Raises TooLarge, or RequestAborted when the client went away meanwhile."""
        declared = header(scope, b"content-length")
        if declared.isdigit() and int(declared) > self._largest_body:
            raise self._too_large()
        body = BytesIO()
        if scope["method"] == "GET" and not declared and not header(scope, b"transfer-encoding"):
            return body
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise RequestAborted
            body.write(message.get("body", b""))
            if body.tell() > self._largest_body:
                raise self._too_large()
            if not message.get("more_body", False):
                body.seek(0)
                return body

    def _too_large(self) -> TooLarge:
        return TooLarge(f"The body may have at most {self._largest_body} bytes")

    def _respond(self, scope: Scope, body: BytesIO) -> HttpResponseBase:
        """On a pool thread: the whole chain, from the signal that starts a request to the one that ends it."""
        set_script_prefix(get_script_prefix(scope))
        signals.request_started.send(sender=self.__class__, scope=scope)
        try:
            request = ASGIRequest(scope, body)
            response: HttpResponseBase = (
                problem_response(BadInput("The address holds a NUL character, which nothing is called by"))
                if "\0" in request.path
                else self.get_response(request)
            )
        except UnicodeDecodeError:
            response = problem_response(BadInput("The address is not valid UTF-8"))
        response._handler_class = self.__class__  # type: ignore[attr-defined]  # noqa: SLF001 - sender of request_finished
        if isinstance(response, HttpResponse):
            response["Content-Length"] = str(len(response.content))
            response.close()
        return response

    async def _stream(self, response: StreamingHttpResponse, receive: Receive, send: Send) -> None:
        """Pass the body on as it comes; nothing more is produced when the client has gone."""
        gone = asyncio.ensure_future(_disconnected(receive))
        try:
            async for chunk in self._chunks(response):
                if gone.done():
                    return
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            gone.cancel()
            await self._hop(response.close)

    async def _chunks(self, response: StreamingHttpResponse) -> AsyncIterator[bytes]:
        if response.is_async:
            async for chunk in response:
                yield chunk
            return
        parts: Iterator[bytes] = iter(response)
        while (part := await self._hop(next, parts, None)) is not None:
            yield part


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _start(response: HttpResponseBase) -> Message:
    headers = [(name.lower().encode("ascii"), value.encode("latin-1")) for name, value in response.items()]
    cookies = [(b"set-cookie", cookie.OutputString().encode("ascii")) for cookie in response.cookies.values()]
    return {"type": "http.response.start", "status": response.status_code, "headers": headers + cookies}
