"""The porch and the way to each room."""

import asyncio
import re
import secrets
import threading
from collections.abc import Mapping, Sequence
from itertools import count
from time import perf_counter

import structlog

from matinee.config.hall import hosts
from matinee.config.hall.answer import Answer
from matinee.config.hall.asgi import Backend, Header, Receive, Scope, Send, refuse, send_problem, send_whole
from matinee.config.hall.byte_cache import ByteCache
from matinee.config.hall.client import Client, not_built
from matinee.config.hall.cors import Cors
from matinee.config.hall.live import PATH as LIVE
from matinee.config.hall.live import Live
from matinee.config.hall.measures import REQUESTS, SECONDS
from matinee.config.hall.outward import API, CALLBACKS, IMAGES, Outward, always
from matinee.config.hall.pictures import send_ready
from matinee.config.hall.proxies import Proxies
from matinee.config.hall.security import security
from matinee.config.hall.views import EVERYTHING, Views, has_token
from matinee.config.hall.views import TAG as VIEWERS
from matinee.core.correlation import correlated
from matinee.core.errors import MatineeError, NotFound
from matinee.core.events import Event
from matinee.core.following import follow
from matinee.core.live import pushes_of

log = structlog.get_logger(__name__)

_DJANGO = (API, IMAGES, CALLBACKS, "/health/", "/metrics")
_ANY_HOST = "/health/"  # asked for by address, from the machine or its orchestrator
_READING = frozenset({"GET", "HEAD"})
_HIT = (b"x-cache", b"hit")
_SANE_ID = re.compile(rb"[A-Za-z0-9._-]{8,64}\Z")
_MISS = (b"x-cache", b"miss")


class Hall:
    """The ASGI application that the server runs."""

    def __init__(
        self,
        django: Backend,
        cache: ByteCache,
        views: Views,
        client: Client,
        *,
        proxies: Proxies | None = None,
        cors: Cors | None = None,
        live: Live | None = None,
    ) -> None:
        """`proxies`: whose word is taken about visitors; `cors`: whose pages may ask. Nobody's by default.

        `live`: who answers WebSockets.
        """
        self._django = django
        self._cache = cache
        self._views = views
        self._client = client
        self._proxies = proxies or Proxies()
        self._cors = cors or Cors()
        self._live = live

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            headers = _by_name(scope)
            if self._proxies.has_trusted:
                scope, headers = self._proxies.look_behind(scope, headers)
            # What lies ready leaves in a few microseconds: it is counted, but neither logged nor measured.
            if (
                _may_be_kept(scope, headers)
                and hosts.is_ours(headers.get(b"host", b""))
                and (answer := self._cache.ready(scope, headers)) is not None
            ):
                extra = (_HIT, *always(scope, _request_id(headers)), *self._cors.lines(headers))
                start, body = answer.messages(headers, extra, head=scope["method"] == "HEAD")
                await send(start)
                await send(body)
            else:
                await self._welcome(scope, headers, receive, send)
        elif scope["type"] == "lifespan":
            await self._open_and_close(receive, send)
        else:
            await self._connect(scope, receive, send)

    async def _open_and_close(self, receive: Receive, send: Send) -> None:
        loop = asyncio.get_running_loop()
        stop = threading.Event()

        def purge(tags: frozenset[str]) -> None:
            loop.call_soon_threadsafe(self._purge, tags)

        def forget() -> None:
            loop.call_soon_threadsafe(self._forget)

        def tell(events: Sequence[Event]) -> None:
            if self._live and (pushes := list(pushes_of(events))):
                loop.call_soon_threadsafe(self._live.tell, pushes)

        def eager() -> bool:
            return bool(self._live and self._live.has_listeners)

        follower = threading.Thread(
            target=follow, args=(stop, purge, forget, tell), kwargs={"eager": eager}, name="follower", daemon=True
        )
        await receive()
        follower.start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        stop.set()
        follower.join()
        if self._live:
            await self._live.close()
        await self._cache.close()
        self._django.close()
        await send({"type": "lifespan.shutdown.complete"})

    def _purge(self, tags: frozenset[str]) -> None:
        self._cache.purge(tags)
        if self._live and VIEWERS in tags:
            self._live.look_again()

    def _forget(self) -> None:
        self._cache.forget()
        if self._live:
            self._live.follow()

    async def _connect(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A WebSocket. What is refused is answered as any request is."""
        scope, headers = self._proxies.look_behind(scope, _by_name(scope))
        request_id = _request_id(headers)
        with correlated(request_id.decode()):
            try:
                hosts.check(headers.get(b"host", b""))
                if self._live is None or scope["path"] != LIVE:
                    raise NotFound(f"There is no live connection at {scope['path'][:200]}")
                await self._live(scope, headers, receive, send)
            except MatineeError as error:
                log.info("live connection refused", path=scope["path"], status=error.status, reason=error.detail)
                await refuse(send, error, *security([]), *always(scope, request_id))

    async def _welcome(self, scope: Scope, headers: dict[bytes, bytes], receive: Receive, send: Send) -> None:
        """The long way: everything is measured and logged, and no error leaves unworded."""
        started = perf_counter()
        scope, headers = self._proxies.look_behind(scope, headers)  # nothing is left to see the second time
        request_id = _request_id(headers)
        extra = always(scope, request_id)
        if scope["path"].startswith(API):
            extra += self._cors.lines(headers)
        outward = Outward(send, scope, headers, extra)
        with correlated(request_id.decode()):
            try:
                await self._answer(scope, headers, receive, outward)
            except MatineeError as error:
                await send_problem(outward, error)
            except Exception as error:  # the last stop before the server
                log.exception("request failed", path=scope["path"])
                if outward.status:  # too late for words
                    raise
                await send_problem(outward, error)
            _note(scope, outward.status, perf_counter() - started)

    async def _answer(self, scope: Scope, headers: Mapping[bytes, bytes], receive: Receive, send: Send) -> None:
        path = scope["path"]
        if not path.startswith(_ANY_HOST):
            hosts.check(headers.get(b"host", b""))
        if path == LIVE:
            await send_problem(send, NotSpoken("Only WebSockets are spoken here"), (b"upgrade", b"websocket"))
            return
        if not path.startswith(_DJANGO):
            await self._show_client(scope, headers, send)
            return
        if path.startswith(API) and (allowed := self._cors.preflight(scope, headers)):
            await send({"type": "http.response.start", "status": 204, "headers": allowed})
            await send({"type": "http.response.body", "body": b""})
            return
        if path.startswith(IMAGES) and self._sees_everything(headers) and await send_ready(scope, headers, send):
            return
        if scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}  # what is sent has no body: `Outward` sees to it
        if not _may_be_kept(scope, headers):
            await self._django(scope, receive, send)
        elif (answer := await self._cache.fetch(scope, headers, receive, send)) is not None:
            await _hand_out(answer, scope, headers, send, _MISS)

    def _sees_everything(self, headers: Mapping[bytes, bytes]) -> bool:
        """Whether it is known already; the application knows it of everybody."""
        return not has_token(headers) and self._views.of(headers.get(b"cookie", b"")) == EVERYTHING

    async def _show_client(self, scope: Scope, headers: Mapping[bytes, bytes], send: Send) -> None:
        if scope["method"] not in _READING:
            await send_problem(
                send, NotAllowed(f"{scope['method']} is not possible here; GET is"), (b"allow", b"GET, HEAD")
            )
        elif not self._client.built:
            await send_whole(send, 503, [(b"content-type", b"text/html; charset=utf-8")], not_built())
        elif answer := self._client.find(scope["path"]):
            await _hand_out(answer, scope, headers, send)
        else:
            raise NotFound(f"There is nothing at {scope['path'][:200]}")


class NotSpoken(MatineeError):
    """Another protocol than the address has."""

    status = 426
    title = "Upgrade required"


class NotAllowed(MatineeError):
    """Another method than the address has."""

    status = 405
    title = "Method not allowed"


def _note(scope: Scope, status: int, seconds: float) -> None:
    room = "django" if scope["path"].startswith(_DJANGO) else "client"
    REQUESTS.labels(room, str(status)).inc()
    SECONDS.labels(room).observe(seconds)
    tell = log.info if room == "django" else log.debug
    tell("request", method=scope["method"], path=scope["path"], status=status, ms=round(seconds * 1000, 1))


async def _hand_out(answer: Answer, scope: Scope, headers: Mapping[bytes, bytes], send: Send, *extra: Header) -> None:
    start, body = answer.messages(headers, extra, head=scope["method"] == "HEAD")
    await send(start)
    await send(body)


def _may_be_kept(scope: Scope, headers: Mapping[bytes, bytes]) -> bool:
    return scope["method"] in _READING and scope["path"].startswith(API) and not has_token(headers)


_process = secrets.token_hex(6).encode()
_numbers = count(1)


def _request_id(headers: Mapping[bytes, bytes]) -> bytes:
    """The visitor's own id when it is sane, else the next of ours: a random one would cost as much as the whole hit."""
    given = headers.get(b"x-request-id")
    if given is None or not _SANE_ID.match(given):
        given = b"%s-%x" % (_process, next(_numbers))
    return given


def _by_name(scope: Scope) -> dict[bytes, bytes]:
    """The request's headers; several lines of one name mean the same as one line, joined."""
    lines = scope["headers"]
    headers = dict(lines)
    if len(headers) != len(lines):
        for name in headers:
            headers[name] = b", ".join(value for key, value in lines if key == name)
    return headers
