"""Two processes of the real program over one data directory: what one has counted holds in the other."""

import http.client
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.accounts.cast import PASSWORD
from tests.config.furnished import Furnish
from tests.config.programs import Program

pytestmark = pytest.mark.e2e

LOGIN, CODE = "/api/v1/auth/app/v1/auth/login", "/api/v1/auth/app/v1/auth/code/request"
Answer = tuple[int, dict[str, str], dict[str, Any]]


@pytest.fixture(scope="module")
def pair(furnish: Furnish) -> Iterator[tuple[Program, Program]]:
    """Both running, and alice, bob and root known."""
    folder = furnish("two")
    with Program(folder, "serve") as one, Program(folder, "web") as other:
        link = re.search(r"/setup#(\S+)", one.output)
        assert link, one.output
        root = {"token": link[1], "username": "root", "email": "root@example.org", "password": PASSWORD}
        assert ask(one, "POST", "/api/v1/setup", root)[0] == 201
        bearer = f"Bearer {sign_in(other, 'root')[2]['meta']['access_token']}"
        for name in ("alice", "bob"):
            made = {"username": name, "email": f"{name}@example.org", "password": PASSWORD}
            assert ask(other, "POST", "/api/v1/users", made, Authorization=bearer)[0] == 201
        yield one, other


def ask(program: Program, method: str, path: str, body: object = None, **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", program.port, timeout=30)
    try:
        sent = {"Content-Type": "application/json", **{name.replace("_", "-"): text for name, text in headers.items()}}
        connection.request(method, path, None if body is None else json.dumps(body), sent)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, json.loads(answer.read())
    finally:
        connection.close()


def sign_in(program: Program, name: str, password: str = PASSWORD) -> Answer:
    return ask(program, "POST", LOGIN, {"username": name, "password": password})


def test_wrong_passwords_count_together(pair: tuple[Program, Program]) -> None:
    one, other = pair
    answers = [sign_in(program, "alice", "a wrong guess")[0] for program in (one, other) * 3]
    assert answers == [400] * 6

    for program in pair:
        status, headers, told = sign_in(program, "alice")
        assert (status, told["title"]) == (429, "Too many attempts")
        assert 0 < int(headers["retry-after"]) <= 31
        assert sign_in(program, "bob")[0] == 200


def test_what_was_noted_names_the_request(pair: tuple[Program, Program]) -> None:
    one, other = pair
    _, _, told = sign_in(one, "nobody-at-all", "a wrong guess")
    _, _, me = sign_in(other, "root")

    status, _, log = ask(
        other, "GET", "/api/v1/audit?action=sign_in_failed", Authorization=f"Bearer {me['meta']['access_token']}"
    )

    assert status == 200
    newest = log["items"][0]
    assert told["correlationId"]
    assert newest["correlationId"] == told["correlationId"]
    assert newest["address"] == "127.0.0.1"


def test_codes_asked_for_count_together(pair: tuple[Program, Program]) -> None:
    one, other = pair
    answers = [ask(program, "POST", CODE, {"email": "bob@example.org"})[0] for program in (one, other, one)]
    assert answers == [401] * 3

    status, headers, _ = ask(other, "POST", CODE, {"email": "bob@example.org"})
    assert status == 429
    assert int(headers["retry-after"]) > 0


def test_a_token_of_one_is_known_to_the_other_and_so_is_its_end(pair: tuple[Program, Program]) -> None:
    one, other = pair
    _, _, told = sign_in(one, "bob")
    bearer = f"Bearer {told['meta']['access_token']}"

    assert ask(other, "GET", "/api/v1/me", Authorization=bearer)[0] == 200
    assert ask(other, "DELETE", "/api/v1/auth/app/v1/auth/session", Authorization=bearer)[0] == 401
    assert ask(one, "GET", "/api/v1/me", Authorization=bearer)[0] == 401


def test_a_body_of_megabytes_stops_at_the_door(pair: tuple[Program, Program]) -> None:
    head = f"POST {LOGIN} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1100000\r\n"

    answer = pair[0].send(f"{head}\r\n".encode())

    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b'"status":413' in answer
