"""What came back, read within limits."""

import math
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
import orjson

_LONGEST_WAIT = 3600  # seconds; whoever asks for years is mistaken, and must not be left alone until we are restarted


class Unusable(Exception):
    """The answer cannot be used, with the reason as the end of a sentence: "answered …"."""


class TooLarge(Exception):
    """The body is larger than the caller allows."""


@dataclass(frozen=True, slots=True)
class JsonAnswer:
    """`status` is below 500 and not 429. `data` is None for a 4xx whose body is not JSON."""

    status: int
    data: object
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BytesAnswer:
    """`status` is below 500 and not 429; `body` is empty unless it is 200. `content_type` is bare: "image/jpeg"."""

    status: int
    body: bytes
    content_type: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WholeAnswer:
    """`status` is below 500 and not 429; `body` is whatever came, of any content type, empty when nothing did."""

    status: int
    body: bytes
    headers: Mapping[str, str]

    def json(self) -> object:
        """The body as JSON, None when it is none."""
        try:
            return orjson.loads(self.body)
        except orjson.JSONDecodeError:
            return None


def read_whole(response: httpx.Response, *, max_bytes: int) -> WholeAnswer:
    """Raises Unusable for an encoding that was not asked for, TooLarge."""
    return WholeAnswer(response.status_code, _read(response, max_bytes), response.headers)


def read_json(response: httpx.Response, *, max_bytes: int) -> JsonAnswer:
    """Raises Unusable for a success without JSON, TooLarge."""
    body = _read(response, max_bytes)
    try:
        data = orjson.loads(body)
    except orjson.JSONDecodeError:
        if response.status_code < 400:
            raise Unusable(_not_json(response, body)) from None
        data = None
    return JsonAnswer(response.status_code, data, response.headers)


def read_bytes(response: httpx.Response, *, max_bytes: int, content_types: frozenset[str]) -> BytesAnswer:
    """Raises Unusable for a success of another content type, TooLarge."""
    content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if response.status_code != 200:
        if response.status_code < 400:
            raise Unusable(f"status {response.status_code} where 200 was expected")
        return BytesAnswer(response.status_code, b"", content_type, response.headers)
    if content_type not in content_types:
        raise Unusable(f"{content_type or 'no content type'} where {', '.join(sorted(content_types))} was expected")
    return BytesAnswer(200, _read(response, max_bytes), content_type, response.headers)


def retry_after(response: httpx.Response) -> int | None:
    """Seconds that Retry-After asks to wait, in either of its forms, at most an hour; None without a readable one."""
    value = response.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return min(int(value[:9]), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0, min(math.ceil((moment - datetime.now(UTC)).total_seconds()), _LONGEST_WAIT))


def _not_json(response: httpx.Response, body: bytes) -> str:
    if not body:
        return "nothing"
    if body.lstrip()[:1] == b"<":
        return "a web page where JSON was expected"
    return (
        f"JSON that is broken after {len(body)} bytes"
        if "json" in response.headers.get("content-type", "")
        else "no JSON"
    )


def _read(response: httpx.Response, max_bytes: int) -> bytes:
    announced = response.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > max_bytes:
        raise TooLarge(f"{announced} bytes where at most {max_bytes} are taken")
    body = bytearray()
    for part in _decoded(response, max_bytes):
        body += part
        if len(body) > max_bytes:
            raise TooLarge(f"more than {max_bytes} bytes")
    return bytes(body)


def _decoded(response: httpx.Response, max_bytes: int) -> Iterator[bytes]:
    """The body before gzip, in parts of at most one byte over the limit: a small body may unpack to a huge one."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding == "identity":
        yield from response.iter_raw()
        return
    if encoding not in {"gzip", "x-gzip"}:
        raise Unusable(f"in the encoding {encoding}, which was not asked for")
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        for packed in response.iter_raw():
            yield unpacker.decompress(packed, max_bytes + 1)
    except zlib.error:
        raise Unusable("broken gzip") from None
    if not unpacker.eof:
        raise Unusable("gzip that ends too early")
