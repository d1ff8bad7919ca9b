"""A complete public answer, ready to send in every encoding, and its 304."""

import re
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from matinee.config.hall.asgi import Header, Message
from matinee.config.hall.encodings import IDENTITY, wanted
from matinee.config.hall.security import security

_NOT_MODIFIED_KEEPS = frozenset({b"cache-control", b"content-location", b"etag", b"expires", b"vary"})
_REPLACED = frozenset({b"content-length", b"content-encoding", b"etag", b"vary"})
_ETAG = re.compile(rb'"[^"]*"')
_OVERHEAD = 1500  # bytes that Python's own objects take around one answer, roughly


class Answer:
    """Status 200 with a body. `size`: the bytes of memory that it takes, all in all."""

    __slots__ = ("_not_modified", "_variants", "etag", "size")

    def __init__(
        self,
        headers: Iterable[Header],
        body: bytes,
        pressed: Mapping[bytes, bytes],
        *,
        vary: bytes = b"accept-encoding",
    ) -> None:
        """`headers` in lower case; `pressed`: the body by encoding name, where that is smaller."""
        # Weak, because it is one for all encodings.
        self.etag = b'W/"' + blake2b(body, digest_size=12).hexdigest().encode() + b'"'
        kept = [(name, value) for name, value in headers if name not in _REPLACED]
        safety = security(kept)
        base = [*kept, *safety, (b"etag", self.etag), (b"vary", vary)]
        self._variants: dict[bytes, tuple[list[Header], Message]] = {IDENTITY: ([*base, _length(body)], _message(body))}
        for name, data in pressed.items():
            self._variants[name] = ([*base, (b"content-encoding", name), _length(data)], _message(data))
        # A browser puts the headers of a 304 over those it has: they must be the page's own.
        self._not_modified = [*(line for line in base if line[0] in _NOT_MODIFIED_KEEPS), *safety]
        lines = sum(len(name) + len(value) + 16 for name, value in base) + 200
        self.size = _OVERHEAD + lines + sum(len(data) + 600 for data in (body, *pressed.values()))

    def messages(
        self, asked: Mapping[bytes, bytes], extra: tuple[Header, ...], *, head: bool = False
    ) -> tuple[Message, Message]:
        """What to send for a request with the headers `asked`; `extra` headers are added."""
        if (known := asked.get(b"if-none-match")) and names_etag(known, self.etag):
            start: Message = {"type": "http.response.start", "status": 304, "headers": [*self._not_modified, *extra]}
            return start, _EMPTY
        for name in wanted(asked.get(b"accept-encoding", b"")):
            if (variant := self._variants.get(name)) is not None:
                break
        else:  # it refused all that there is: better the plain body than none
            variant = self._variants[IDENTITY]
        headers, body = variant
        start = {"type": "http.response.start", "status": 200, "headers": [*headers, *extra]}
        return start, _EMPTY if head else body


def _message(body: bytes) -> Message:
    return {"type": "http.response.body", "body": body}


_EMPTY = _message(b"")


def names_etag(if_none_match: bytes, etag: bytes) -> bool:
    """Whether the header names the ETag, or any by `*`: by weak comparison, as it is defined for If-None-Match."""
    return if_none_match.strip() == b"*" or etag.removeprefix(b"W/") in _ETAG.findall(if_none_match)


def _length(body: bytes) -> Header:
    return b"content-length", str(len(body)).encode()
