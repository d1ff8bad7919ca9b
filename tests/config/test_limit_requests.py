"""Bodies within a size and a time, a thread within a time, and cookies for https alone."""

import asyncio
import threading
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from matinee.config.hall import bodies
from matinee.config.hall.asgi import Message
from matinee.config.hall.django_app import DjangoApp
from matinee.core.errors import MatineeError
from tests.config.visits import Seen, in_a_loop, scope, visit

_go_on = threading.Event()


def busy(request: HttpRequest) -> HttpResponse:
    """Holds its thread until told to go on."""
    _go_on.wait(20)
    return HttpResponse("done")


def signed(request: HttpRequest) -> HttpResponse:
    """Hands out a cookie."""
    response = HttpResponse("in")
    response.set_cookie("sessionid", "abc", httponly=True)
    return response


urlpatterns = [path("busy", busy), path("signed", signed)]


@pytest.fixture(autouse=True)
def own_addresses() -> Iterator[None]:
    """This file's views instead of the program's."""
    _go_on.clear()
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=["matinee.config.problems.Problems"]):
        yield


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/api/v1/auth/browser/v1/auth/login", 2**16),
        ("/api/v1/setup", 2**16),
        ("/api/v1/me/picture", 2**23),
        ("/api/v1/me", 2**20),
        ("/api/v1/users", 2**20),
    ],
)
def test_a_body_may_have_as_much_as_its_address_needs(address: str, most: int) -> None:
    app = DjangoApp(1)

    @in_a_loop
    async def visits() -> None:
        assert (await visit(app, address, "POST", content_length=str(most + 1))).status == 413
        assert (await visit(app, address, "POST", bytes(most + 1), transfer_encoding="chunked")).status == 413
        assert (await visit(app, address, "POST", bytes(most), content_length=str(most))).status == 404

    visits()
    app.close()


def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    app = DjangoApp(1, body_seconds=0.01)

    @in_a_loop
    async def visits() -> None:
        seen = Seen()

        async def receive() -> Message:
            await asyncio.Event().wait()
            raise AssertionError("nobody sets that event")

        async def send(message: Message) -> None:
            seen.messages.append(message)

        await app(scope("/signed", "POST", content_length="10"), receive, send)
        assert seen.status == 408
        assert seen.headers["content-type"] == "application/problem+json"
        assert seen.headers["connection"] == "close"

    visits()
    app.close()


def test_a_large_body_may_take_longer() -> None:
    @in_a_loop
    async def visits() -> None:
        async def receive() -> Message:
            await asyncio.sleep(0.05)
            return {"type": "http.request", "body": bytes(2**16)}

        asked = scope("/signed", "POST", content_length=str(2**16))
        assert (await bodies.read_body(asked, receive, 2**16, seconds=0.01)).getbuffer().nbytes == 2**16

    visits()


def test_who_waits_too_long_for_a_thread_is_told_so() -> None:
    app = DjangoApp(1, patience=0.05)

    @in_a_loop
    async def visits() -> None:
        first = asyncio.create_task(visit(app, "/busy"))
        await asyncio.sleep(0)
        with pytest.raises(MatineeError) as refused:
            await visit(app, "/signed")
        assert (refused.value.status, refused.value.retry_after) == (503, 5)

        _go_on.set()
        assert (await first).body == b"done"  # what has begun is not given up
        assert (await visit(app, "/signed")).status == 200

    visits()
    app.close()


def test_a_visitor_who_gives_up_waiting_is_not_told_that_we_are_busy() -> None:
    app = DjangoApp(1)

    @in_a_loop
    async def visits() -> None:
        first = asyncio.create_task(visit(app, "/busy"))
        await asyncio.sleep(0)
        second = asyncio.create_task(visit(app, "/signed"))
        await asyncio.sleep(0)
        second.cancel()
        with pytest.raises(asyncio.CancelledError):
            await second
        _go_on.set()
        await first

    visits()
    app.close()


@pytest.mark.parametrize(("scheme", "is_secure"), [("https", True), ("http", False)])
def test_cookies_are_secure_where_the_connection_is(scheme: str, is_secure: bool) -> None:
    app = DjangoApp(1)

    @in_a_loop
    async def visits() -> None:
        seen = Seen()

        async def send(message: Message) -> None:
            seen.messages.append(message)

        await app({**scope("/signed"), "scheme": scheme}, asyncio.Event().wait, send)  # type: ignore[arg-type]
        assert ("Secure" in seen.headers["set-cookie"]) is is_secure
        assert "HttpOnly" in seen.headers["set-cookie"]

    visits()
    app.close()
