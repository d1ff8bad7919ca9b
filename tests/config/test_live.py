"""What people are told reaches their tabs at once, by Socket.IO from the real program, and nobody else's."""

import http.client
import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from websocket import ABNF, WebSocket, create_connection

from tests.config.furnished import Furnish
from tests.config.listening import Person, Tab, give_role, household
from tests.config.programs import Program
from tests.waiting import wait_until

pytestmark = pytest.mark.e2e

ELSEWHERE = "https://evil.example"
APP = "https://app.example"


@pytest.fixture(scope="module")
def house(furnish: Furnish) -> Iterator[Program]:
    """One for this file."""
    with Program(furnish("live"), "serve", MATINEE_CORS_ORIGINS=APP) as program:
        yield program


@pytest.fixture(scope="module")
def people(house: Program) -> list[Person]:
    """root, alice and bob."""
    return household(house, "alice", "bob")


@pytest.fixture
def root(people: list[Person]) -> Person:
    return people[0]


@pytest.fixture
def alice(people: list[Person]) -> Person:
    return people[1]


@pytest.fixture
def bob(people: list[Person]) -> Person:
    return people[2]


def toggle_role(root: Person, somebody: Person) -> None:
    """It is another one afterwards."""
    role = somebody.ask("GET", "/api/v1/me")["role"]
    give_role(root, somebody, "guest" if role == "member" else "member")


# --- who is let in ---


def test_who_does_not_say_who_they_are_is_refused_with_a_reason(house: Program) -> None:
    assert Tab(house).refused() == "Sign in, or connect with an access token or an API token as auth.token"


def test_a_token_that_is_not_good_is_refused_with_a_reason(house: Program, alice: Person) -> None:
    for token in ("nonsense", "mat_nonsense", alice.token + "x"):
        tab = Tab(house, token=token)
        assert tab.refused() == "This token is not valid (any more). Refresh it, or sign in again"
        assert tab.refusal["data"] == {"status": 401, "title": "Sign in first"}


@pytest.mark.parametrize("auth", [{"token": 1}, {"token": ["x"]}, {"Token": "x"}, {"jwt": "x"}])
def test_what_cannot_be_understood_as_a_credential_is_refused_with_a_reason(house: Program, auth: object) -> None:
    assert Tab(house, auth=auth).refused().startswith("auth: should be")


def test_a_page_of_another_origin_cannot_use_the_cookie(house: Program, alice: Person) -> None:
    tab = from_page(house, ELSEWHERE, Cookie=alice.cookie())

    assert tab.refused() == ""
    assert tab.connects == 0


def test_a_page_of_another_origin_is_refused_before_there_is_a_connection(house: Program, alice: Person) -> None:
    status, body = knock(house, Origin=ELSEWHERE, Cookie=alice.cookie())

    assert status == 403
    assert b"may not connect" in body


def test_a_page_of_a_listed_origin_needs_a_token(house: Program, alice: Person) -> None:
    assert from_page(house, APP, Cookie=alice.cookie()).refused().startswith("Sign in")
    with from_page(house, APP, token=alice.token) as tab:
        assert tab.connects == 1


def test_our_own_page_is_let_in_by_its_cookie(house: Program, alice: Person) -> None:
    with from_page(house, f"http://127.0.0.1:{house.port}", Cookie=alice.cookie()) as tab:
        assert tab.connects == 1


def test_a_cookie_without_a_page_says_nothing(house: Program, alice: Person) -> None:
    assert from_page(house, "", Cookie=alice.cookie()).refused().startswith("Sign in")


def test_another_host_is_refused(house: Program) -> None:
    assert knock(house, Host="evil.example")[0] == 400


def test_only_websockets_are_spoken(house: Program) -> None:
    assert house.get("/socket.io/?EIO=4&transport=polling")[0] == 426
    assert house.get("/socket.io/?EIO=4&transport=polling", "POST")[0] == 426


def test_there_is_no_websocket_elsewhere(house: Program) -> None:
    assert knock(house, "/api/v1/about")[0] == 404


# --- who hears what ---


def test_two_tabs_of_one_person_hear_it_and_somebody_elses_does_not(
    house: Program, root: Person, alice: Person, bob: Person
) -> None:
    with Tab(house, token=alice.token) as one, Tab(house, token=alice.token) as two, Tab(house, token=bob.token) as his:
        toggle_role(root, alice)

        (name, body), *_ = one.wait_for(1)
        assert name == "notifications.told"
        assert body["kind"] == "role.changed"
        assert alice.missed(after=body["id"] - 1) == [body["id"]]
        assert two.wait_for(1) == one.heard

        toggle_role(root, bob)
        his.wait_for(1)
        assert [heard["id"] for _, heard in his.heard] == bob.missed()[-1:]
        assert len(one.heard) == len(two.heard) == 1


def test_what_one_tab_has_read_the_other_hears_of(house: Program, root: Person, alice: Person) -> None:
    with Tab(house, token=alice.token) as tab:
        toggle_role(root, alice)
        told = tab.wait_for(1)[0][1]["id"]

        alice.ask("POST", "/api/v1/notifications/read", {"ids": [told]})
        assert tab.wait_for(2)[1] == ("notifications.changed", {"ids": [told]})
        alice.ask("POST", "/api/v1/notifications/unread", {"ids": [told]})
        assert tab.wait_for(3)[2] == ("notifications.changed", {"ids": [told]})
        alice.ask("DELETE", f"/api/v1/notifications/{told}")
        assert tab.wait_for(4)[3] == ("notifications.changed", {"ids": [told]})

        alice.ask("POST", "/api/v1/notifications/read", {"ids": [told]})  # it is theirs no more: nothing changes
        toggle_role(root, alice)
        assert tab.wait_for(5)[4][0] == "notifications.told"


def test_who_was_away_catches_up_by_the_last_id(house: Program, root: Person, alice: Person) -> None:
    with Tab(house, token=alice.token) as tab:
        toggle_role(root, alice)
        last = tab.wait_for(1)[0][1]["id"]
    for _ in range(3):
        toggle_role(root, alice)
    with Tab(house, token=alice.token) as tab:
        wait_until(lambda: len(alice.missed(after=last)) == 3)
        toggle_role(root, alice)
        newest = tab.wait_for(1)[0][1]["id"] if len(tab.heard) <= 1 else tab.heard[-1][1]["id"]
        assert newest >= alice.missed(after=last)[0]
        wait_until(lambda: len(alice.missed(after=last)) == 4)


# --- how it ends ---


def ends_soon(tab: Tab) -> None:
    began = time.monotonic()
    wait_until(lambda: bool(tab.ends), seconds=20)
    assert time.monotonic() - began < 3  # about one second, on a machine that has nothing else to do
    assert tab.ends == ["server disconnect"]


def test_signing_out_ends_the_connection_and_no_other(house: Program, alice: Person) -> None:
    elsewhere = Person(house, "alice")
    with Tab(house, token=elsewhere.token) as tab, Tab(house, token=alice.token) as stays:
        elsewhere.ask("DELETE", "/api/v1/auth/app/v1/auth/session")

        ends_soon(tab)
        assert stays.ends == []


def test_who_is_switched_off_is_disconnected(house: Program, root: Person, bob: Person) -> None:
    bobs = f"/api/v1/users/{bob.id}"
    with Tab(house, token=bob.token) as tab:
        root.ask("PATCH", bobs, {"isActive": False})
        ends_soon(tab)
    assert Tab(house, token=bob.token).refused().startswith("This token is not valid")
    root.ask("PATCH", bobs, {"isActive": True})
    bob.sign_in()


def test_an_api_token_lets_in_until_it_is_revoked(house: Program, alice: Person) -> None:
    made = alice.ask("POST", "/api/v1/me/tokens", {"name": "clock", "scopes": ["read"]})
    with Tab(house, token=made["token"]) as tab, Tab(house, token=alice.token) as stays:
        alice.ask("DELETE", f"/api/v1/me/tokens/{made['id']}")

        ends_soon(tab)
        assert stays.ends == []


def test_an_api_token_that_may_not_read_hears_nothing(house: Program, alice: Person) -> None:
    made = alice.ask("POST", "/api/v1/me/tokens", {"name": "pen", "scopes": ["write"]})

    assert Tab(house, token=made["token"]).refused() == "This token has not the scope read"


def test_a_killed_web_process_loses_no_notification(house: Program, root: Person, alice: Person) -> None:
    with Tab(house, token=alice.token, again=True) as tab:
        toggle_role(root, alice)
        last = tab.wait_for(1)[0][1]["id"]
        (web,) = [pid for pid in house.descendants("matinee web") if not _has_children(house, pid)]
        os.kill(web, signal.SIGKILL)

        wait_until(lambda: bool(tab.ends), seconds=20)
        wait_until(lambda: tab.connects == 2, seconds=60)
        wait_until(house.answers, seconds=60)
        toggle_role(root, alice)
        wait_until(lambda: len(alice.missed(after=last)) == 1)
        assert tab.wait_for(2)[1][1]["id"] == alice.missed(after=last)[0]


def test_it_stops_within_five_seconds_although_somebody_listens(furnish: Furnish) -> None:
    with Program(furnish("stopping"), "serve") as program:
        _, alice = household(program, "alice")
        with Tab(program, token=alice.token) as tab:
            began = time.monotonic()
            assert program.stop(signal.SIGTERM) == 0
            assert time.monotonic() - began < 5
            wait_until(lambda: bool(tab.ends))
            assert tab.ends != ["server disconnect"]  # which would mean: do not come again


# --- limits ---


def test_one_person_has_so_many_connections_and_no_more(house: Program, alice: Person) -> None:
    tabs = [Tab(house, token=alice.token) for _ in range(20)]
    try:
        for tab in tabs:
            tab.__enter__()
        refused = Tab(house, token=alice.token)
        assert refused.refused() == "There are 20 live connections of yours already. Close one"
        assert refused.refusal["data"]["status"] == 429
    finally:
        for tab in tabs:
            tab.__exit__(None, None, None)


@pytest.mark.parametrize("said", ["x" * 5000, '40{"token":"' + "x" * 5000 + '"}'])
def test_what_is_longer_than_a_token_ends_the_connection(house: Program, said: str) -> None:
    line = raw(house)
    line.recv()
    line.send(said)

    assert closed_with(line) == 1009


NOT_MEANT: list[str | bytes] = [
    b"bytes",
    b"41",
    *("", "x", "2", "2probe", "3", "3probe", "5", "6", "9", "4", '4"', "4{", "42", '42["x"]', "42{}", "43[]", "44{}"),
    *('451-["x",{"_placeholder":true,"num":0}]', "49", "41/admin,", "40[", "40/admin,", '40/admin,{"token":"x"}'),
    "40" + "[" * 4000,
]


@pytest.mark.parametrize("said", NOT_MEANT)
def test_what_nobody_has_reason_to_send_ends_the_connection(house: Program, said: str | bytes) -> None:
    line = raw(house)
    line.recv()
    say(line, said)

    assert closed_with(line) == 1008


@pytest.mark.parametrize("said", [*NOT_MEANT, "40", "40/,", '40{"token":"another"}'])
def test_who_is_known_has_no_more_to_say(house: Program, alice: Person, said: str | bytes) -> None:
    line = let_in(house, alice)
    say(line, said)

    assert closed_with(line) == 1008


def test_what_nobody_has_reason_to_send_fills_no_log(house: Program) -> None:
    before = len(house.output)
    for said in NOT_MEANT:
        line = raw(house)
        line.recv()
        with suppress(OSError):  # it may be closed while we talk
            for _ in range(100):
                say(line, said)
        line.close()
    Tab(house).refused()
    wait_until(lambda: "live connection refused" in house.output[before:])  # by then all before it is written, too

    assert "error" not in house.output[before:].lower()
    assert "Traceback" not in house.output[before:]


def test_who_sends_events_is_disconnected(house: Program, alice: Person) -> None:
    with Tab(house, token=alice.token) as tab:
        tab.say("anything", {"x": 1})
        wait_until(lambda: bool(tab.ends), seconds=20)


def test_each_connection_has_one_try(house: Program) -> None:
    line = raw(house)
    line.recv()
    line.send('40{"token":"guess"}')
    assert str(line.recv()).startswith("44")
    line.send('40{"token":"another"}')

    assert closed_with(line) == 1008


def test_the_default_namespace_may_be_named(house: Program, alice: Person) -> None:
    line = raw(house)
    line.recv()
    line.send(f'40/,{{"token":"{alice.token}"}}')

    assert str(line.recv()).startswith("40")


@pytest.mark.parametrize("bye", [["41"], ["41/,"], ["1"], ["41", "1"]], ids=", ".join)
def test_who_says_goodbye_and_stays_is_hung_up_on(house: Program, alice: Person, bye: list[str]) -> None:
    line = let_in(house, alice)
    began = time.monotonic()
    for word in bye:
        line.send(word)

    assert closed_with(line) == 1000
    assert time.monotonic() - began < 3  # about one second, on a machine that has nothing else to do


@pytest.mark.parametrize("bye", ["41", "1"])
def test_who_says_goodbye_does_not_come_in_again(house: Program, bob: Person, bye: str) -> None:
    line = raw(house)
    line.recv()
    line.send(bye)
    line.send(f'40{{"token":"{bob.token}"}}')

    assert closed_with(line) == 1008


def test_who_says_goodbye_counts_until_they_have_gone(house: Program, bob: Person) -> None:
    lines = [let_in(house, bob) for _ in range(20)]
    for line in lines:
        line.send("41")
    assert Tab(house, token=bob.token).refused() == "There are 20 live connections of yours already. Close one"

    assert [closed_with(line) for line in lines] == [1000] * 20
    with Tab(house, token=bob.token) as tab:
        assert tab.connects == 1


def knock(house: Program, path: str = "/socket.io/?EIO=4&transport=websocket", **headers: str) -> tuple[int, bytes]:
    """What a request for a WebSocket is answered instead of one."""
    line = http.client.HTTPConnection("127.0.0.1", house.port, timeout=20)
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    try:
        line.request("GET", path, headers=upgrade | headers)
        answer = line.getresponse()
        return answer.status, answer.read()
    finally:
        line.close()


def raw(house: Program) -> WebSocket:
    """A WebSocket without Socket.IO's client."""
    return create_connection(
        f"ws://127.0.0.1:{house.port}/socket.io/?EIO=4&transport=websocket", suppress_origin=True, timeout=20
    )


def let_in(house: Program, somebody: Person) -> WebSocket:
    """The same, and it is known who is there."""
    line = raw(house)
    line.recv()
    line.send(f'40{{"token":"{somebody.token}"}}')
    assert str(line.recv()).startswith("40")
    return line


def say(line: WebSocket, said: str | bytes) -> None:
    line.send(said, ABNF.OPCODE_BINARY if isinstance(said, bytes) else ABNF.OPCODE_TEXT)


def closed_with(line: WebSocket) -> int:
    """The code that comes next, and nothing before it."""
    kind, content = line.recv_data()
    line.close()
    assert kind == ABNF.OPCODE_CLOSE, content
    return int.from_bytes(content[:2], "big")


def from_page(house: Program, origin: str, *, token: str = "", **headers: str) -> Tab:
    """A tab whose browser says that the page is from there; nothing for ""."""
    tab = Tab(house, token=token, auth=None, again=False, **headers)
    tab._client.eio.websocket_extra_options = {"origin": origin} if origin else {"suppress_origin": True}
    return tab


def _has_children(house: Program, pid: int) -> bool:
    return any(_parent(other) == pid for other in house.descendants())


def _parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
