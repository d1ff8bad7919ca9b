"""Django behind ASGI in one thread hop."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator

import pytest
from django.core.signals import request_finished, request_started
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.test import override_settings
from django.urls import path

from matinee.config.hall.asgi import Message
from matinee.config.hall.django_app import DjangoApp
from tests.config.visits import in_a_loop, receiving, scope, visit

_threads: set[str] = set()
_closed = threading.Event()


def echo(request: HttpRequest) -> HttpResponse:
    """What came in."""
    _threads.add(threading.current_thread().name)
    response = JsonResponse({"method": request.method, "body": request.body.decode(), "page": request.GET.get("page")})
    response.set_cookie("seen", "yes")
    return response


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("secret inside")


def stream(request: HttpRequest) -> StreamingHttpResponse:
    """Parts, until somebody stops asking."""

    def parts() -> Iterator[bytes]:
        try:
            for number in range(int(request.GET["parts"])):
                yield b"%d," % number
        finally:
            _closed.set()

    return StreamingHttpResponse(parts())


def stream_async(request: HttpRequest) -> StreamingHttpResponse:
    async def parts() -> AsyncIterator[bytes]:
        yield b"a"
        yield b"b"

    return StreamingHttpResponse(parts())


def which_connection(request: HttpRequest) -> HttpResponse:
    connection.ensure_connection()
    return HttpResponse(str(id(connection.connection)))


urlpatterns = [
    path("echo", echo),
    path("broken", broken),
    path("stream", stream),
    path("stream-async", stream_async),
    path("connection", which_connection),
]


@pytest.fixture(autouse=True)
def own_addresses() -> Iterator[None]:
    """This file's views instead of the program's."""
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=["matinee.config.problems.Problems"]):
        yield


@pytest.fixture
def app() -> Iterator[DjangoApp]:
    """Django on two threads."""
    found = DjangoApp(2, largest=lambda _: 1000)
    yield found
    found.close()


def test_the_view_gets_the_request_and_its_answer_goes_out(app: DjangoApp) -> None:
    @in_a_loop
    async def visits() -> None:
        seen = await visit(app, "/echo?page=2", "POST", b"hello", content_length="5")
        assert seen.status == 200
        assert seen.body == b'{"method": "POST", "body": "hello", "page": "2"}'
        assert seen.headers["content-length"] == str(len(seen.body))
        assert "seen=yes" in seen.headers["set-cookie"]
        assert all(name.startswith("django") for name in _threads)

    visits()


@pytest.mark.parametrize("headers", [{"content_length": "1001"}, {"transfer_encoding": "chunked"}], ids=str)
def test_a_body_over_the_limit_is_refused(app: DjangoApp, headers: dict[str, str]) -> None:
    @in_a_loop
    async def visits() -> None:
        lines: dict[str, str | list[str]] = dict(headers)
        seen = await visit(app, "/echo", "POST", bytes(1001), **lines)
        assert seen.status == 413
        assert seen.headers["content-type"] == "application/problem+json"

    visits()


def test_an_unexpected_error_tells_nothing_of_its_inside(app: DjangoApp) -> None:
    @in_a_loop
    async def visits() -> None:
        seen = await visit(app, "/broken")
        assert seen.status == 500
        assert seen.headers["content-type"] == "application/problem+json"
        assert b"secret" not in seen.body

    visits()


def test_a_query_that_is_no_utf8_is_the_visitors_mistake(app: DjangoApp) -> None:
    @in_a_loop
    async def visits() -> None:
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        await app({**scope("/echo"), "query_string": b"page=\xff"}, receiving(), send)
        assert sent[0]["status"] == 400

    visits()


def test_a_stream_comes_part_by_part(app: DjangoApp) -> None:
    @in_a_loop
    async def visits() -> None:
        seen = await visit(app, "/stream?parts=3")
        assert [message.get("body") for message in seen.messages[1:]] == [b"0,", b"1,", b"2,", b""]
        assert [message.get("more_body", False) for message in seen.messages[1:]] == [True, True, True, False]
        assert (await visit(app, "/stream-async")).body == b"ab"

    visits()


def test_a_stream_ends_when_the_visitor_leaves(app: DjangoApp) -> None:
    _closed.clear()

    @in_a_loop
    async def visits() -> None:
        parts = 0
        gone = asyncio.Event()

        async def receive() -> Message:
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            nonlocal parts
            parts += 1
            if parts == 5:
                gone.set()

        await app(scope("/stream?parts=1000000"), receive, send)
        assert parts < 100
        assert _closed.is_set()

    visits()


def test_a_visitor_who_leaves_before_the_body_is_whole_is_not_answered(app: DjangoApp) -> None:
    @in_a_loop
    async def visits() -> None:
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            sent.append(message)

        await app(scope("/echo", "POST", content_length="10"), receive, send)
        assert sent == []

    visits()


def test_a_threads_database_connection_is_kept_between_requests(app: DjangoApp, db: None) -> None:
    one = DjangoApp(1)

    @in_a_loop
    async def visits() -> None:
        bodies = {(await visit(one, "/connection")).body for _ in range(5)}
        assert len(bodies) == 1

    visits()
    one.close()


def test_each_request_is_started_and_finished_once(app: DjangoApp) -> None:
    heard: list[str] = []

    def started(**_: object) -> None:
        heard.append("started")

    def finished(**_: object) -> None:
        heard.append("finished")

    request_started.connect(started)
    request_finished.connect(finished)
    try:

        @in_a_loop
        async def visits() -> None:
            await visit(app, "/echo")
            await visit(app, "/stream?parts=2")

        visits()
    finally:
        request_started.disconnect(started)
        request_finished.disconnect(finished)
    assert heard == ["started", "finished"] * 2
