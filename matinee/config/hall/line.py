"""One WebSocket: what may come in on it, and for how long nobody has to be known."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from matinee.config.hall.asgi import Message, Receive, Scope, Send

LARGEST = 4096  # characters: the greatest thing that anybody has to say is a token
PATIENCE = 10.0  # seconds until it has to be known who is there
_NORMAL, _TOO_LATE, _TOO_LARGE = 1000, 1008, 1009
_GONE: Message = {"type": "websocket.disconnect", "code": _NORMAL}


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is there, and by what they are known: the id of a session or of an API token."""

    user_id: UUID
    session: int | None
    token: UUID | None


class Line:
    """Between the server and Socket.IO. `holder`: who is there, once that is known; `asked`: whether they said."""

    def __init__(self, scope: Scope, headers: Mapping[bytes, bytes], receive: Receive, send: Send) -> None:
        self.scope = scope
        self.headers = headers
        self.holder: Holder | None = None
        self.asked = False
        self._receive = receive
        self._send = send
        self._over = False
        self._code = _TOO_LATE
        self._deadline = asyncio.get_running_loop().time() + PATIENCE
        self._waiting: asyncio.Timeout | None = None

    async def receive(self) -> Message:
        """The next message, or that they have gone; who sends what nobody has reason to send goes, too."""
        if self._over:
            return _GONE
        try:
            async with asyncio.timeout_at(None if self.holder else self._deadline) as self._waiting:
                message = await self._receive()
        except TimeoutError:
            return await self._close(self._code)
        finally:
            self._waiting = None
        if message["type"] == "websocket.receive" and not _fits(message):
            return await self._close(_TOO_LARGE)
        return message

    async def send(self, message: Message) -> None:
        """To the other side, as long as there is one."""
        if not self._over:
            self._over = message["type"] == "websocket.close"
            await self._send(message)

    def tell(self, text: str) -> None:
        """The same for a message, without waiting until it is taken: the server begins to send when it is asked."""
        if not self._over:
            self._send({"type": "websocket.send", "text": text})

    async def hang_up(self, code: int = _NORMAL) -> None:
        """End it."""
        if self._waiting is None:
            await self._close(code)
        else:  # the server closes nothing while somebody waits for a message
            self._code = code
            self._waiting.reschedule(asyncio.get_running_loop().time())

    async def _close(self, code: int) -> Message:
        await self.send({"type": "websocket.close", "code": code})
        return _GONE


def _fits(message: Message) -> bool:
    """Text, and not much: bytes would be parts of events, and nobody has events for us."""
    return message.get("bytes") is None and len(message.get("text") or "") <= LARGEST
