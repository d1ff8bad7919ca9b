"""How a provider can fail. Each failure is a function from the true answer to what is sent instead.

`slow` and `reset` act on the connection; the others only change status, headers or body.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import orjson

Json = object


@dataclass(frozen=True)
class Reply:
    """One answer on its way out. `delay` is seconds before it; `cut` closes the connection without an answer."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json;charset=utf-8"})
    delay: float = 0.0
    cut: bool = False


Failure = Callable[[Reply], Reply]


def reset() -> Failure:
    """The connection is torn down before any answer."""
    return lambda reply: replace(reply, cut=True)


def slow(seconds: float) -> Failure:
    """The true answer, late."""
    return lambda reply: replace(reply, delay=seconds)


def html() -> Failure:
    """A page for people, with status 200: a captive portal or a maintenance page."""
    return _instead(200, b"<!doctype html><title>Back soon</title><p>We are working on it.", "text/html")


def empty() -> Failure:
    """Status 200 and no body."""
    return _instead(200, b"", "application/json")


def status(code: int) -> Failure:
    """An error page of a proxy in between."""
    return _instead(code, b"<h1>Error</h1>", "text/html")


def wrong_key() -> Failure:
    """As if the key were refused from now on."""
    return _tmdb_error(401, 7, "Invalid API key: You must be granted a valid key.")


def too_many(retry_after: int | None = 1) -> Failure:
    """Fewer requests, please. None: it does not say how long to wait."""
    more = {} if retry_after is None else {"Retry-After": str(retry_after)}
    refuse = _tmdb_error(429, 25, "Your request count (41) is over the allowed limit of 40.")
    return lambda reply: replace(refuse(reply), headers=reply.headers | more)


def truncated() -> Failure:
    """The first half of the body, announced as if it were all."""
    return lambda reply: replace(reply, body=reply.body[: len(reply.body) // 2])


def huge(size: int = 20 * 2**20) -> Failure:
    """Valid JSON, but far more than any answer has."""
    return _instead(200, b'{"results": ["' + b"x" * size + b'"]}', "application/json")


def of(body: object) -> Failure:
    """Another JSON document altogether, such as `[]` or `null`."""
    return _instead(200, orjson.dumps(body), "application/json")


_RUBBISH: tuple[Json, ...] = (
    None,
    "a stray word",
    7.5,
    [],
    {},
    {"id": "twelve"},
    {"id": -5, "name": ""},
    {"id": 10**12},
)

_IDENTITY = {"id", "media_type", "poster_path", "backdrop_path", "iso_639_1", "iso_3166_1", "season_number"}


def rubbish() -> Failure:
    """The true answer with things that make no sense among the items of every list."""
    return _changed(_littered)


def wrong_types() -> Failure:
    """The true answer with texts where numbers should be, and numbers where texts should be; ids stay."""
    return _changed(_confused)


def every_value(change: Callable[[Json], Json]) -> Failure:
    """The true answer with each value inside it changed, lists too; ids and what names kinds of things stay."""
    return _changed(lambda answer: _each(answer, change))


def _instead(code: int, body: bytes, content_type: str) -> Failure:
    return lambda _reply: Reply(code, body, {"Content-Type": content_type})


def _tmdb_error(code: int, number: int, message: str) -> Failure:
    body = {"status_code": number, "status_message": message, "success": False}
    return lambda reply: replace(reply, status=code, body=orjson.dumps(body))


def _changed(change: Callable[[Json], Json]) -> Failure:
    return lambda reply: replace(reply, body=orjson.dumps(change(orjson.loads(reply.body))))


def _littered(value: Json) -> Json:
    if isinstance(value, dict):
        return {name: _littered(part) for name, part in value.items()}
    if isinstance(value, list):
        return [*_RUBBISH, *(_littered(part) for part in value), *_RUBBISH]
    return value


def _confused(value: Json) -> Json:
    if isinstance(value, dict):
        return {name: part if name == "id" else _confused(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_confused(part) for part in value]
    if isinstance(value, str):
        return 12345
    if isinstance(value, (int, float)):
        return "many"
    return {"unexpected": True}


def _each(value: Json, change: Callable[[Json], Json]) -> Json:
    if isinstance(value, dict):
        return {name: part if name in _IDENTITY else _each(part, change) for name, part in value.items()}
    if isinstance(value, list):
        return change([_each(part, change) for part in value])
    return change(value)
