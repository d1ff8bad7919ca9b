"""One WebSocket: what may come in on it, and for how long nobody has to be known.

Nobody has anything to say here but who they are, that they are still there and that they go. All else ends the
connection before Socket.IO hears of it, which would read it, and write down that it cannot.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import orjson

from matinee.config.hall.asgi import Message, Receive, Scope, Send

LARGEST = 4096  # characters: the greatest thing that anybody has to say is a token
PATIENCE = 10.0  # seconds until it has to be known who is there
LAST_WORDS = 1.0  # seconds that either side has to hear that it is over
_NORMAL, _POLICY, _TOO_LARGE = 1000, 1008, 1009
_HELLO, _BYE, _CLOSE, _PING, _PONG = "40", "41", "1", "2", "3"  # as Engine.IO and Socket.IO write them
_DEFAULT = "/,"  # some clients name the namespace although it is the one that goes without saying
_GONE: Message = {"type": "websocket.disconnect", "code": _NORMAL}


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is there, and by what they are known: the id of a session or of an API token."""

    user_id: UUID
    session: int | None
    token: UUID | None


class Line:
    """Between the server and Socket.IO. `auth`: what they said to show who they are; `holder`: who that is."""

    def __init__(self, scope: Scope, headers: Mapping[bytes, bytes], receive: Receive, send: Send) -> None:
        self.scope = scope
        self.headers = headers
        self.auth: object = None
        self.holder: Holder | None = None
        self._receive = receive
        self._send = send
        self._over = False
        self._code = _POLICY
        self._deadline: float | None = asyncio.get_running_loop().time() + PATIENCE
        self._waiting: asyncio.Timeout | None = None
        self._may = {_HELLO, _BYE, _CLOSE}  # what they have not said yet, each of which is said once

    async def receive(self) -> Message:
        """The next message, or that they have gone; who sends what nobody has reason to send goes, too."""
        while not self._over:
            try:
                async with asyncio.timeout_at(self._deadline) as self._waiting:
                    message = await self._receive()
            except TimeoutError:
                return await self._close(self._code)
            finally:
                self._waiting = None
            if message["type"] != "websocket.receive":
                return message
            if len(message.get("text") or "") > LARGEST:
                return await self._close(_TOO_LARGE)
            word = self._understand(message.get("text"))
            if word not in self._may:
                return await self._close(_POLICY)
            self._may.discard(word)
            if word not in (_BYE, _CLOSE):
                return {"type": "websocket.receive", "text": word}
            # Socket.IO would forget them and leave the connection open. So they are known until it has ended.
            self._may &= {_CLOSE}
            self.part()
        return _GONE

    async def send(self, message: Message) -> None:
        """To the other side, as long as there is one."""
        if not self._over:
            self._over = message["type"] == "websocket.close"
            if message.get("text") == _PING:
                self._may.add(_PONG)
            await self._send(message)

    def tell(self, text: str) -> None:
        """The same for a message, without waiting until it is taken: the server begins to send when it is asked."""
        if not self._over:
            self._send({"type": "websocket.send", "text": text})

    def welcome(self, holder: Holder) -> None:
        """It is known who is there: they may stay."""
        self.holder = holder
        self._deadline = None

    def part(self) -> None:
        """It is over, and ends as soon as they have had time to hear of it, or to hang up themselves."""
        self._end(_NORMAL, LAST_WORDS)

    async def hang_up(self, code: int = _NORMAL) -> None:
        """End it."""
        if self._waiting is None:
            await self._close(code)
        else:  # the server closes nothing while somebody waits for a message
            self._end(code, 0)

    def _end(self, code: int, seconds: float) -> None:
        self._code = code
        self._deadline = asyncio.get_running_loop().time() + seconds
        if self._waiting is not None and not self._waiting.expired():
            self._waiting.reschedule(self._deadline)

    async def _close(self, code: int) -> Message:
        await self.send({"type": "websocket.close", "code": code})
        return _GONE

    def _understand(self, text: str | None) -> str:
        """The word that it is, without what comes with it; "" for what is none, as bytes are."""
        if text is None or not text.startswith(_HELLO):
            return (text or "").removesuffix(_DEFAULT)
        try:
            self.auth = orjson.loads(text.removeprefix(_HELLO).removeprefix(_DEFAULT) or "null")
        except orjson.JSONDecodeError:
            return ""
        return _HELLO
