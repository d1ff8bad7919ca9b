"""Live connections by Socket.IO: each web process tells its own what it hears of the events.

Nobody has anything to say here but who they are, and a connection lives no longer than what it was opened with.
"""

import asyncio
import gc
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from importlib import import_module
from typing import Any, Protocol, TypeVar

import orjson
import structlog
from django.db import DatabaseError

from matinee.accounts.queries import identity
from matinee.config.hall import knock
from matinee.config.hall.asgi import Receive, Scope, Send
from matinee.config.hall.line import LARGEST, LAST_WORDS, Line
from matinee.config.hall.measures import SOCKETS
from matinee.core.errors import MatineeError
from matinee.core.live import Push

log = structlog.get_logger(__name__)

PATH = "/socket.io/"
EACH = 20
"""Connections of one person to one process, at most: tabs, phones, programs."""

_LINE = "matinee.line"
_NAMESPACE = "/"
_EVENT = "42"  # as it begins on the wire: a message of Engine.IO, an event of Socket.IO
_LOOK_PAUSE = 30.0  # seconds between two looks for what has expired by itself
_TROUBLE_PAUSE = 1.0
_TELLING_FIRST = 0.1  # seconds: to look at a thousand takes as long as to tell them, and many changes come together
_SOON = 5  # seconds
_RESTART = 1012

_T = TypeVar("_T")


class Ask(Protocol):
    """Runs work on a thread with a connection to the database."""

    def __call__(self, work: Callable[..., _T], *args: object) -> Awaitable[_T]: ...


class NotYet(MatineeError):
    """There is no room, or nothing would be heard yet."""

    status = 503
    title = "Not now"


class TooMany(MatineeError):
    """One person has more connections than they can look at."""

    status = 429
    title = "Too many connections"


class Live:
    """For one event loop. `most`: connections at once; `listed`: origins whose pages may connect with a token.

    `admit`: raises when the visitor may not ask at all; on a thread.
    """

    def __init__(
        self, ask: Ask, *, most: int, listed: Collection[str] = (), admit: Callable[[Scope], None] = lambda _: None
    ) -> None:
        self._ask = ask
        self._most = most
        self._listed = frozenset(listed)
        self._admit = admit
        self._follows = False
        self._server: Any = None
        self._all: dict[Line, asyncio.Task[Any] | None] = {}
        self._known: dict[str, Line] = {}  # by Socket.IO's name for them
        self._changes = 0
        self._looking: asyncio.Task[None] | None = None
        self._clock: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, headers: Mapping[bytes, bytes], receive: Receive, send: Send) -> None:
        """One WebSocket, from the request to its end. Raises MatineeError while it is only a request."""
        knock.check_origin(scope, headers, self._listed)
        if not self._follows or len(self._all) >= self._most:
            raise NotYet("No live connection can be had now. Please try again", retry_after=_SOON)
        line = Line(scope, headers, receive, send)
        self._all[line] = asyncio.current_task()
        try:
            await self._ask(self._admit, scope)
            server = self._server or await self._open()
            await server.handle_request({**scope, _LINE: line}, line.receive, line.send)
        finally:
            del self._all[line]

    @property
    def has_listeners(self) -> bool:
        return bool(self._known)

    def follow(self) -> None:
        """From now on what happens is heard, so nobody who connects misses anything."""
        self._follows = True
        self._clock = self._clock or asyncio.get_running_loop().create_task(self._keep_looking())

    def tell(self, pushes: Sequence[Push]) -> None:
        """Tell those who are connected here.

        Socket.IO's own `emit` takes each message through two tasks and a queue, one person after the other. Here nobody
        is waited for, so who does not take theirs keeps no other waiting.
        """
        if not self._known:
            return
        for push in pushes:
            text = ""
            for sid, _ in self._server.manager.get_participants(_NAMESPACE, str(push.to)):
                if (line := self._known.get(sid)) is not None:
                    text = text or f"{_EVENT}{orjson.dumps([push.name, push.body]).decode()}"
                    line.tell(text)

    def look_again(self) -> None:
        """Somebody may come in no more, or with something no more: find out who, and hang up."""
        self._changes += 1
        if self._known and (self._looking is None or self._looking.done()):
            self._looking = asyncio.get_running_loop().create_task(self._look())

    async def close(self) -> None:
        """All of them; they will look for another process, or for this one when it is back."""
        self._follows = False
        for task in (self._clock, self._looking):
            if task is not None:
                task.cancel()
        for line in list(self._all):
            await line.hang_up(_RESTART)
        if self._server is not None:
            await self._server.shutdown()
        if ending := [task for task in self._all.values() if task is not None]:
            await asyncio.wait(ending, timeout=LAST_WORDS)

    # --- what Socket.IO calls ---

    async def _connect(self, sid: str, environ: Mapping[str, Any], _auth: object = None) -> None:
        line: Line = environ["asgi.scope"][_LINE]
        changes = self._changes
        try:
            holder = await self._ask(knock.holder, line.scope, line.headers, line.auth)
            theirs = [
                other for other in self._known.values() if other.holder and other.holder.user_id == holder.user_id
            ]
            if len(theirs) >= EACH:
                raise TooMany(f"There are {EACH} live connections of yours already. Close one")
        except MatineeError as error:
            log.info("live connection refused", reason=error.detail)
            raise self._refusal(error) from None
        line.welcome(holder)
        self._known[sid] = line
        SOCKETS.set(len(self._known))
        await self._server.enter_room(sid, str(holder.user_id))
        if changes != self._changes:  # it may have ended while we asked
            self.look_again()

    def _disconnect(self, sid: str, _reason: str) -> None:
        if (line := self._known.pop(sid, None)) is not None:
            line.part()  # Socket.IO itself would leave it open
        SOCKETS.set(len(self._known))

    # --- inside ---

    async def _open(self) -> Any:
        # It takes 15 MB and a quarter of a second, which a process that nobody connects to never spends.
        socketio = await asyncio.to_thread(import_module, "socketio")
        if self._server is None:
            # It stays for good, as does all that was loaded before: the collector need not look at it while many wait.
            gc.collect()
            gc.freeze()
            self._server = socketio.AsyncServer(
                async_mode="asgi",
                transports=["websocket"],  # with several processes, each request of a poll would find another
                cors_allowed_origins=[],  # `knock` looks at them
                max_http_buffer_size=LARGEST,
            )
            self._refused = socketio.exceptions.ConnectionRefusedError
            self._server.on("connect", self._connect)
            self._server.on("disconnect", self._disconnect)
        return self._server

    def _refusal(self, error: MatineeError) -> Exception:
        refused: Exception = self._refused(error.detail, {"status": error.status, "title": error.title})
        return refused

    async def _keep_looking(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_PAUSE)
            self.look_again()

    async def _look(self) -> None:
        await asyncio.sleep(_TELLING_FIRST)
        looked: int | None = None
        while looked != self._changes:
            changes = self._changes
            try:
                await self._part_with_strangers()
                looked = changes
            except (DatabaseError, MatineeError) as error:  # it is away for a moment, or has too much to do
                log.warning("live connections not looked at", problem=str(error))
                await asyncio.sleep(_TROUBLE_PAUSE)

    async def _part_with_strangers(self) -> None:
        held = {sid: line.holder for sid, line in self._known.items() if line.holder}
        sessions = {holder.session for holder in held.values() if holder.session is not None}
        tokens = {holder.token for holder in held.values() if holder.token is not None}
        good_sessions, good_tokens = await self._ask(identity.still_good, sessions, tokens)
        for sid, holder in held.items():
            if holder.session not in good_sessions and holder.token not in good_tokens:
                await self._server.disconnect(sid)
