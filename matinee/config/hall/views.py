"""Which part of the catalogue a visitor sees: learned from the application's answers, by the visitor's cookies.

The application names the view in a header of its answers (`core.access.Viewer.view`). Whose view is not known is asked
for by the application, so nobody is ever shown what was made for another view.
"""

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from matinee.config.hall.asgi import Backend, Message, Receive, Scope, Send, header

VIEW = b"x-view"
TAG = "viewers"
"""Carried by events after which somebody may see more or less than before."""

EVERYTHING = ""
_SECONDS = 60.0
_ASK_AFTER, _ASK_PAUSE = 45.0, 5.0
_PATIENCE = 0.1  # seconds
_MOST, _LONGEST = 10_000, 500  # cookies, and bytes of one
_TOKENS = (b"authorization", b"x-session-token")


def has_token(headers: Mapping[bytes, bytes]) -> bool:
    """Whether more than cookies tells who asks. Such a request is answered by the application alone."""
    return _TOKENS[0] in headers or _TOKENS[1] in headers


@dataclass(slots=True)
class _Known:
    view: str
    ask_at: float
    until: float


class Views:
    """For one event loop. `clock` in seconds, never going back.

    `with_them`: called when all is forgotten, for what the application's next answers would else be made from.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, *, with_them: Callable[[], None] = lambda: None
    ) -> None:
        self._with_them = with_them
        self.changes = 0
        self._clock = clock
        self._known: dict[bytes, _Known] = {}
        self._asked: dict[bytes, asyncio.Event] = {}

    def of(self, cookie: bytes) -> str | None:
        """The view of those who send this Cookie header (b"" for none), or None: then the application has to say.

        Shortly before it would be forgotten one visitor is sent to ask, so that not all of them are at once.
        """
        if (known := self._known.get(cookie)) is None:
            return None
        now = self._clock()
        if now < known.ask_at:
            return known.view
        if now < known.until:
            known.ask_at = min(now + _ASK_PAUSE, known.until)
        return None

    def learn(self, cookie: bytes, view: str, changes: int) -> None:
        """Remember it. `changes`: as they were when the application was asked; it may not have known of newer ones."""
        if changes != self.changes or len(cookie) > _LONGEST:
            return
        self.drop(cookie)
        if len(self._known) >= _MOST:
            self.drop(next(iter(self._known)))  # the one that was learned first
        now = self._clock()
        self._known[cookie] = _Known(view, now + _ASK_AFTER, now + _SECONDS)
        self._end_asking(cookie)

    async def told(self, cookie: bytes) -> bool:
        """Wait for what the application says of it, if it is being asked already, and not for long.

        A page asks for many things at once: the first tells the view, and the others may lie ready. Whether it did.
        """
        if len(cookie) > _LONGEST or (asked := self._asked.get(cookie)) is None:
            return False
        try:
            async with asyncio.timeout(_PATIENCE):
                return await asked.wait() and cookie in self._known
        except TimeoutError:
            return False

    @contextmanager
    def asking(self, cookie: bytes) -> Iterator[None]:
        """Around asking the application in the name of this cookie."""
        self._asked.setdefault(cookie, asyncio.Event())
        try:
            yield
        finally:
            self._end_asking(cookie)

    def _end_asking(self, cookie: bytes) -> None:
        if asked := self._asked.pop(cookie, None):
            asked.set()

    def drop(self, cookie: bytes) -> None:
        """Forget one."""
        self._known.pop(cookie, None)

    def forget(self) -> None:
        """Forget all: somebody's view has changed."""
        self.changes += 1
        self._with_them()
        self._known.clear()


class Listener:
    """In front of `app`: learns from all that it answers."""

    def __init__(self, app: Backend, views: Views) -> None:
        self._app = app
        self._views = views

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on the request, and the answer as it comes."""
        if any(name in _TOKENS for name, _ in scope["headers"]):
            await self._app(scope, receive, send)
            return
        cookie, changes = header(scope, b"cookie"), self._views.changes

        async def listen(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._hear({name.lower(): value for name, value in message["headers"]}, cookie, changes)
            await send(message)

        with self._views.asking(cookie):
            await self._app(scope, receive, listen)

    def close(self) -> None:
        """No more requests."""
        self._app.close()

    def _hear(self, said: Mapping[bytes, bytes], cookie: bytes, changes: int) -> None:
        if b"set-cookie" in said:  # somebody else, from now on
            self._views.drop(cookie)
        elif (view := said.get(VIEW)) is not None:
            self._views.learn(cookie, view.decode("latin-1"), changes)
