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
from django.db import close_old_connections
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix

from matinee.config.hall import bodies
from matinee.config.hall.asgi import Message, Receive, Scope, Send, send_problem
from matinee.core.errors import BadInput, MatineeError
from matinee.core.problems import problem_response

_RETRY_AFTER = 5  # seconds
_T = TypeVar("_T")


class Busy(MatineeError):
    """No thread became free in time."""

    status = 503
    title = "Too busy"


class DjangoApp(BaseHandler):
    """An ASGI application. `threads`: how many requests run at once.

    `patience`: seconds that a request waits for a free thread; `body_seconds`: how long its body may take;
    `largest`: bytes of a body at a path; `admit`: raises when the request may not be answered, on its thread.
    """

    def __init__(
        self,
        threads: int,
        *,
        patience: float = 30.0,
        body_seconds: float = bodies.SECONDS,
        largest: Callable[[str], int] = bodies.largest,
        admit: Callable[[Scope], None] = lambda _: None,
    ) -> None:
        super().__init__()
        self.load_middleware(is_async=False)
        self._patience = patience
        self._body_seconds = body_seconds
        self._largest = largest
        self._admit = admit
        self._pool = ThreadPoolExecutor(threads, "django")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            body = await bodies.read_body(scope, receive, self._largest(scope["path"]), self._body_seconds)
        except (bodies.TooLarge, bodies.TooSlow) as error:
            # What is left of the body is in the way of the next request.
            await send_problem(send, error, (b"connection", b"close"))
            return
        except RequestAborted:
            return
        response = await self._hop(self._respond, scope, body, patience=self._patience)
        await send(_start(response, is_secure=scope.get("scheme") == "https"))
        if isinstance(response, StreamingHttpResponse):
            await self._stream(response, receive, send)
        else:
            await send({"type": "http.response.body", "body": cast(HttpResponse, response).content})

    async def ask(self, work: Callable[..., _T], *args: object) -> _T:
        """Run it where requests run, with their connections to the database. Raises Busy."""
        return await self._hop(_connected, work, *args, patience=self._patience)

    def close(self) -> None:
        """Take no more requests; those that run may end."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _hop(self, work: Callable[..., _T], *args: object, patience: float | None = None) -> _T:
        """Run it on a thread. Raises Busy when none became free within `patience` seconds."""
        job = self._pool.submit(copy_context().run, work, *args)
        late = None if patience is None else asyncio.get_running_loop().call_later(patience, job.cancel)
        try:
            return await asyncio.wrap_future(job)
        except asyncio.CancelledError:
            if _is_cancelled_itself():
                raise
            raise Busy("The server has more to do than it can. Please try again", retry_after=_RETRY_AFTER) from None
        finally:
            if late is not None:
                late.cancel()

    def _respond(self, scope: Scope, body: BytesIO) -> HttpResponseBase:
        """On a pool thread: the whole chain, from the signal that starts a request to the one that ends it."""
        set_script_prefix(get_script_prefix(scope))
        signals.request_started.send(sender=self.__class__, scope=scope)
        try:
            self._admit(scope)
            request = ASGIRequest(scope, body)
            response: HttpResponseBase = (
                problem_response(BadInput("The address holds a NUL character, which nothing is called by"))
                if "\0" in request.path
                else self.get_response(request)
            )
        except UnicodeDecodeError:
            response = problem_response(BadInput("The address is not valid UTF-8"))
        except MatineeError as error:
            response = problem_response(error)
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


def _connected(work: Callable[..., _T], *args: object) -> _T:
    close_old_connections()
    try:
        return work(*args)
    finally:
        close_old_connections()


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _is_cancelled_itself() -> bool:
    """Whether the task that runs was told to stop, and not only what it waits for."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def _start(response: HttpResponseBase, *, is_secure: bool) -> Message:
    for cookie in response.cookies.values():
        cookie["secure"] = is_secure or cookie["secure"]
    headers = [(name.lower().encode("ascii"), value.encode("latin-1")) for name, value in response.items()]
    cookies = [(b"set-cookie", cookie.OutputString().encode("ascii")) for cookie in response.cookies.values()]
    return {"type": "http.response.start", "status": response.status_code, "headers": headers + cookies}
