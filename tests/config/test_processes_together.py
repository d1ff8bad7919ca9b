"""Two web processes of the real program agree on who is who, on both databases, whatever happens at once."""

import http.client
import json
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests import postgres
from tests.config.furnished import Furnish
from tests.config.programs import Program, run
from tests.waiting import wait_until

pytestmark = pytest.mark.e2e

PASSWORD = "a lamp in Bagdad 1924"
FLOWS = "/api/v1/auth/app/v1"
MANY = 20


class House:
    """The program, and what is asked of it: each request on a connection of its own, which either process may take."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def ask(self, method: str, path: str, body: object = None, *, token: str = "") -> tuple[int, dict[str, Any]]:
        """Status, and the answer's JSON."""
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        line = http.client.HTTPConnection("127.0.0.1", self.program.port, timeout=60)
        try:
            line.request(method, path, None if body is None else json.dumps(body), headers)
            answer = line.getresponse()
            return answer.status, json.loads(answer.read() or b"{}")
        finally:
            line.close()

    def sign_in(self, name: str) -> dict[str, Any]:
        """Its tokens."""
        status, told = self.ask("POST", f"{FLOWS}/auth/login", {"username": name, "password": PASSWORD})
        assert status == 200, told
        meta: dict[str, Any] = told["meta"]
        return meta

    def statuses(self, path: str, *, token: str = "") -> set[int]:
        """Of many requests at once."""
        with ThreadPoolExecutor(MANY) as crowd:
            found = {status for status, _ in crowd.map(lambda _: self.ask("GET", path, token=token), range(MANY))}
        assert 500 not in found, self.program.output[-5000:]
        return found

    def decide(self, **values: object) -> None:
        """As the administrator."""
        root = self.sign_in("root")["access_token"]
        _, before = self.ask("GET", "/api/v1/settings/accounts", token=root)
        assert self.ask("PUT", "/api/v1/settings/accounts", before | values, token=root)[0] == 200


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def house(request: pytest.FixtureRequest, furnish: Furnish) -> Iterator[House]:
    """With root and alice."""
    folder = furnish("processes-together")
    if request.param == "sqlite":
        yield from _running(folder)
    elif os.environ.get("TESTS_WITHOUT_POSTGRES") == "1":
        pytest.skip("as TESTS_WITHOUT_POSTGRES says")
    else:
        with postgres.running() as address:
            yield from _running(folder, MATINEE_DATABASE_URL=address)


def _running(folder: Path, **settings: str) -> Iterator[House]:
    with Program(folder, "serve", MATINEE_WEB_PROCESSES="2", **settings) as program:
        made = run(folder, "user", "create", "root", "--admin", typed=f"{PASSWORD}\n", **settings)
        assert made.returncode == 0, made.stderr
        house = House(program)
        alice = {"username": "alice", "email": "alice@example.org", "password": PASSWORD}
        token = house.sign_in("root")["access_token"]
        assert house.ask("POST", "/api/v1/users", alice, token=token)[0] == 201
        yield house


def test_of_many_uses_of_one_refresh_token_one_succeeds_and_its_family_ends(house: House) -> None:
    tokens = house.sign_in("alice")
    with ThreadPoolExecutor(MANY) as crowd:
        answers = list(
            crowd.map(
                lambda _: house.ask("POST", f"{FLOWS}/tokens/refresh", {"refresh_token": tokens["refresh_token"]}),
                range(MANY),
            )
        )

    assert sorted(status for status, _ in answers) == [200] + [401] * (MANY - 1)
    (renewed,) = [told["data"] for status, told in answers if status == 200]
    assert house.ask("POST", f"{FLOWS}/tokens/refresh", {"refresh_token": renewed["refresh_token"]})[0] == 401
    assert house.statuses("/api/v1/me", token=renewed["access_token"]) == {401}


def test_a_session_that_has_been_ended_is_refused_by_each_process_at_once(house: House) -> None:
    lost, mine = house.sign_in("alice")["access_token"], house.sign_in("alice")["access_token"]
    assert house.statuses("/api/v1/me", token=lost) == {200}

    assert house.ask("DELETE", "/api/v1/me/sessions", token=mine)[0] == 204

    assert house.statuses("/api/v1/me", token=lost) == {401}
    assert house.statuses("/api/v1/me", token=mine) == {200}


def test_what_visitors_may_see_changes_in_each_process_though_it_was_kept(house: House) -> None:
    assert house.statuses("/api/v1/genres") == {200}

    house.decide(visitorsMayLook=False)
    wait_until(lambda: house.statuses("/api/v1/genres") == {401}, seconds=5)

    house.decide(visitorsMayLook=True)
    wait_until(lambda: house.statuses("/api/v1/genres") == {200}, seconds=5)


def test_who_signs_up_while_a_process_is_killed_can_go_on(house: House) -> None:
    house.decide(signUp="open")
    for number in range(3):
        wait_until(house.program.answers, seconds=60)
        wanted = {"username": f"carol{number}", "email": f"carol{number}@example.org", "password": PASSWORD}
        sending = threading.Thread(target=_try_to_sign_up, args=(house, wanted))
        sending.start()
        sending.join(0.05 * number)  # each time at another moment of it
        for pid in house.program.descendants("matinee web"):
            os.kill(pid, signal.SIGKILL)
        sending.join()
        wait_until(house.program.answers, seconds=60)

        assert _goes_on(house, wanted)


def _try_to_sign_up(house: House, wanted: dict[str, str]) -> None:
    try:
        house.ask("POST", f"{FLOWS}/auth/signup", wanted)
    except (OSError, http.client.HTTPException):
        return  # the process that was to answer is gone


def _goes_on(house: House, wanted: dict[str, str]) -> bool:
    """Whether trying again, to sign in or else to sign up, leads to a code for their e-mail address.

    429 says that one was sent just now: the right password alone gets that far.
    """
    credentials = {"username": wanted["username"], "password": wanted["password"]}
    status, told = house.ask("POST", f"{FLOWS}/auth/login", credentials)
    if status == 400:  # the sign-up was undone as a whole
        status, told = house.ask("POST", f"{FLOWS}/auth/signup", wanted)
    flows = told.get("data", {}).get("flows", [])
    return status == 429 or [flow["id"] for flow in flows if flow.get("is_pending")] == ["verify_email"]
