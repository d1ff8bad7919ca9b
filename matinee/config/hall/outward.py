"""What every answer carries out of the house, whoever gave it."""

from collections.abc import Iterable, Mapping

from matinee.config.hall.asgi import Header, Message, Scope, Send
from matinee.config.hall.policy import FOR_THE_HALL, shareable
from matinee.config.hall.security import HTTPS_FROM_NOW_ON, security
from matinee.config.hall.views import has_token

API, IMAGES, CALLBACKS = "/api/", "/img/", "/accounts/"
_NOT_MODIFIED = 304
_NO_STORE = (b"cache-control", b"no-store")


class Outward:
    """`send` for the long way: adds `extra` and what is missing; remembers the status, 0 before there is one."""

    def __init__(self, send: Send, scope: Scope, headers: Mapping[bytes, bytes], extra: tuple[Header, ...]) -> None:
        self.status = 0
        self._send = send
        self._head = scope["method"] == "HEAD"
        self._path = scope["path"]
        self._has_token = has_token(headers)
        self._extra = extra

    async def __call__(self, message: Message) -> None:
        """One message of the answer."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message = {**message, "headers": self._dress(message["headers"])}
        elif self._head:
            message = {**message, "body": b""}
        await self._send(message)

    def _dress(self, given: Iterable[Header]) -> list[Header]:
        lines = [(name.lower(), value) for name, value in given]
        if self._path.startswith((API, IMAGES, CALLBACKS)):
            lines = shareable(lines, has_token=self._has_token, needs_view=self._path.startswith(API))
            if not self._path.startswith(IMAGES) and all(name != b"cache-control" for name, _ in lines):
                lines.append(_NO_STORE)
        kept = [line for line in lines if line[0] not in FOR_THE_HALL]
        # A 304 does not tell a page from data, and a browser has the page's own headers.
        safety = () if self.status == _NOT_MODIFIED else security(kept)
        return [*kept, *safety, *self._extra]


def always(scope: Scope, request_id: bytes) -> tuple[Header, ...]:
    """Headers that depend on the request alone."""
    own = (b"x-request-id", request_id)
    return (own, HTTPS_FROM_NOW_ON) if scope.get("scheme") == "https" else (own,)
