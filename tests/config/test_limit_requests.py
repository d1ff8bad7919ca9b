"""Bodies within a size and a time, a thread within a time, and so many requests a minute."""

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from matinee.config.hall import bodies
from matinee.config.hall.asgi import Message
from matinee.config.hall.django_app import DjangoApp
from matinee.config.hall.rates import Rates, TooOften
from matinee.core.errors import MatineeError
from matinee.core.limits.guard import Guard
from matinee.core.limits.in_file import FileStore
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
    with override_settings(ROOT_URLCONF=__name__):
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


class TestRates:
    """Two requests a minute."""

    @pytest.fixture
    def rates(self, tmp_path: Path) -> Rates:
        return Rates(2, Guard(FileStore(tmp_path / "limits.sqlite3")).allow)

    @staticmethod
    def refused(rates: Rates, client: str = "192.0.2.7", address: str = "/api/v1/a", **headers: str) -> bool:
        """Whether this request is one too many."""
        lines = [(name.encode(), value.encode()) for name, value in headers.items()]
        try:
            rates.check({"path": address, "client": (client, 1), "headers": lines})
        except TooOften:
            return True
        return False

    def test_an_address_that_asks_too_often_is_refused_and_others_are_not(self, rates: Rates) -> None:
        assert [self.refused(rates) for _ in range(3)] == [False, False, True]
        assert not self.refused(rates, "192.0.2.8")
        assert self.refused(rates, "::ffff:192.0.2.7")

    def test_who_has_one_ipv6_address_has_all_of_its_network(self, rates: Rates) -> None:
        clients = ["2001:db8::1", "2001:db8::ffff:2", "2001:db8:0:0:9::"]

        assert [self.refused(rates, client) for client in clients] == [False, False, True]
        assert not self.refused(rates, "2001:db8:0:1::1")

    @pytest.mark.parametrize("headers", [{"authorization": "Bearer x"}, {"cookie": "a=b; sessionid=x"}], ids=str)
    def test_a_token_or_session_is_counted_wherever_it_comes_from(self, rates: Rates, headers: dict[str, str]) -> None:
        assert not self.refused(rates, "192.0.2.1", **headers)
        assert not self.refused(rates, "192.0.2.2", **headers)
        assert self.refused(rates, "192.0.2.3", **headers)

    def test_health_checks_of_the_machine_itself_are_not_counted(self, rates: Rates) -> None:
        assert not any(self.refused(rates, "127.0.0.1", "/health/live") for _ in range(5))
        assert [self.refused(rates, "192.0.2.9", "/health/live") for _ in range(3)] == [False, False, True]

    def test_none_means_none(self) -> None:
        assert not any(self.refused(Rates(0)) for _ in range(5))

    def test_the_refusal_is_a_problem_that_says_when_to_come_again(self, rates: Rates) -> None:
        app = DjangoApp(1, admit=rates.check)

        @in_a_loop
        async def visits() -> None:
            answers = [await visit(app, "/signed") for _ in range(3)]
            assert [answer.status for answer in answers] == [200, 200, 429]
            assert 0 < int(answers[2].headers["retry-after"]) <= 60
            assert orjson.loads(answers[2].body)["title"] == "Too many requests"

        visits()
        app.close()
