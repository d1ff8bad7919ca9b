"""Who may have a live connection: by which credential, from which page."""

import asyncio

import pytest
from engineio import packet

from matinee.accounts.actions import signing
from matinee.config.hall import knock, line
from matinee.config.hall.asgi import Message
from matinee.config.hall.proxies import Proxies
from matinee.core.access import SignInNeeded
from matinee.core.errors import Forbidden
from tests.accounts.cast import Program, person, signed_in
from tests.accounts.conftest import Later, later  # noqa: F401 - a fixture
from tests.config.visits import scope

OURS = {b"host": b"home.example", b"origin": b"https://home.example"}


def websocket(scheme: str = "wss") -> dict[str, object]:
    return {**scope("/socket.io/"), "type": "websocket", "scheme": scheme}


@pytest.mark.parametrize(
    "origin",
    [
        "http://home.example",
        "https://home.example:8443",
        "https://evil.example",
        "null",
        "https://home.example.evil.example",
    ],
)
def test_only_a_page_of_the_same_scheme_host_and_port_is_ours(origin: str) -> None:
    with pytest.raises(Forbidden):
        knock.check_origin(websocket(), OURS | {b"origin": origin.encode()}, ())


def test_our_page_behind_a_proxy_that_speaks_https_is_ours() -> None:
    told = {b"host": b"inside", b"x-forwarded-proto": b"wss", b"x-forwarded-host": b"home.example"}
    asked, headers = Proxies(["192.0.2.7"]).look_behind(
        websocket("ws") | {"headers": list(told.items())}, told | {b"origin": OURS[b"origin"]}
    )

    assert knock.is_ours(asked, headers)
    assert not knock.is_ours(websocket("ws"), OURS)


@pytest.mark.django_db
@pytest.mark.both_databases
def test_an_access_token_that_has_expired_lets_nobody_in(later: Later) -> None:  # noqa: F811
    person("alice")
    program = Program()
    program.sign_in("alice")
    assert knock.holder(websocket(), {}, {"token": program.access}).session is not None

    later(seconds=signing.ACCESS.total_seconds() + 1)

    with pytest.raises(SignInNeeded):
        knock.holder(websocket(), {}, {"token": program.access})


@pytest.mark.django_db
@pytest.mark.both_databases
def test_a_cookie_lets_in_from_our_page_alone() -> None:
    alice = person("alice")
    cookie = f"sessionid={signed_in('alice').client.cookies['sessionid'].value}".encode()

    assert knock.holder(websocket(), OURS | {b"cookie": cookie}, None).user_id == alice.pk
    for origin in ({b"origin": b"https://app.example"}, {b"origin": b""}):
        with pytest.raises(SignInNeeded):
            knock.holder(websocket(), OURS | {b"cookie": cookie} | origin, None)
    with pytest.raises(SignInNeeded):
        knock.holder(websocket(), OURS | {b"cookie": b"sessionid=\x00'"}, None)


def test_who_does_not_say_who_they_are_is_hung_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "PATIENCE", 0.01)
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def say_nothing() -> Message:
        await asyncio.Event().wait()
        raise AssertionError("nobody sets that event")

    async def listen() -> Message:
        return await line.Line(websocket(), {}, say_nothing, send).receive()

    assert asyncio.run(listen())["type"] == "websocket.disconnect"
    assert sent == [{"type": "websocket.close", "code": 1008}]


def test_they_answer_each_ping_once() -> None:
    sent: list[Message] = []
    said = iter(["3", "3"])

    async def send(message: Message) -> None:
        sent.append(message)

    async def say() -> Message:
        return {"type": "websocket.receive", "text": next(said)}

    async def listen() -> list[Message]:
        pinged = line.Line(websocket(), {}, say, send)
        await pinged.send({"type": "websocket.send", "text": packet.Packet(packet.PING).encode()})
        return [await pinged.receive(), await pinged.receive()]

    answered, again = asyncio.run(listen())
    assert (answered["text"], again["type"]) == ("3", "websocket.disconnect")
    assert sent[1:] == [{"type": "websocket.close", "code": 1008}]
