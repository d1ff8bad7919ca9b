"""A key to TMDB that is given in one process is used by all of them, the worker too, and none is started again."""

import http.client
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.config.furnished import Furnish
from tests.config.programs import Program, run
from tests.tmdb_replay import V3_KEY, TmdbReplay
from tests.waiting import wait_until

pytestmark = pytest.mark.e2e

PASSWORD = "a lamp in Bagdad 1924"
WRONG = "ffffffffffffffffffffffffffffffff"
WITHIN = 5.0  # seconds: a second is promised, and the machine may be busy


@dataclass
class House:
    """The whole program, a second web process on the same data, and root's token."""

    one: Program
    other: Program
    bearer: str = ""

    def ask(self, program: Program, method: str, path: str, body: object = None) -> tuple[int, Any]:
        """As root: status, and the answer's JSON."""
        line = http.client.HTTPConnection("127.0.0.1", program.port, timeout=30)
        headers = {"Content-Type": "application/json", "Authorization": self.bearer}
        try:
            line.request(method, f"/api/v1{path}", None if body is None else json.dumps(body), headers)
            answer = line.getresponse()
            return answer.status, json.loads(answer.read() or b"null")
        finally:
            line.close()

    def seen(self, path: str) -> list[Any]:
        """What a visitor of each web process sees, from its front hall if it lies there."""
        return [json.loads(program.get(f"/api/v1{path}")[2]) for program in (self.one, self.other)]

    def shows_tmdbs(self, path: str) -> list[bool]:
        """Whether each web process shows pictures of TMDB's there."""
        return ['"tmdb-' in json.dumps(answer) for answer in self.seen(path)]

    def connected(self) -> list[bool]:
        """Whether each web process says that TMDB is."""
        return ["tmdb" in about["connected"] for about in self.seen("/about")]


@pytest.fixture(scope="module")
def tmdb() -> Iterator[TmdbReplay]:
    with TmdbReplay() as replay:
        yield replay


@pytest.fixture(scope="module")
def house(tmdb: TmdbReplay, furnish: Furnish) -> Iterator[House]:
    """Without a key."""
    folder = furnish("connecting")
    settings = {
        "MATINEE_TMDB_URL": tmdb.url,
        "MATINEE_TMDB_IMAGE_URL": tmdb.image_url,
        "MATINEE_PRIVATE_HOSTS": tmdb.host,
    }
    with Program(folder, "serve", **settings) as one, Program(folder, "web", **settings) as other:
        assert run(folder, "user", "create", "root", "--admin", typed=f"{PASSWORD}\n").returncode == 0
        house = House(one, other)
        login = {"username": "root", "password": PASSWORD}
        status, told = house.ask(one, "POST", "/auth/app/v1/auth/login", login)
        assert status == 200, told
        house.bearer = f"Bearer {told['meta']['access_token']}"
        yield house
        for program in (one, other):
            assert V3_KEY not in program.output
            assert WRONG not in program.output
            assert "Traceback" not in program.output


def test_every_process_follows_and_lists_fill_at_once(house: House, tmdb: TmdbReplay) -> None:
    assert house.connected() == [False, False]
    assert house.shows_tmdbs("/movies/popular") == [False, False]
    assert house.shows_tmdbs("/lists?preview=5") == [False, False]
    assert house.ask(house.one, "PUT", "/settings/tmdb", {"key": WRONG})[0] == 200
    wait_until(lambda: house.connected() == [True, True], seconds=WITHIN)
    wait_until(lambda: tmdb.asked("/configuration"), seconds=WITHIN)  # the worker has it, too

    tmdb.forget()
    assert house.ask(house.one, "PUT", "/settings/tmdb", {"key": V3_KEY})[0] == 200

    given = time.monotonic()
    wait_until(lambda: tmdb.asked("/trending/movie/day"), seconds=WITHIN)
    wait_until(lambda: all(house.shows_tmdbs("/movies/popular")), seconds=WITHIN)
    wait_until(lambda: all(house.shows_tmdbs("/lists?preview=5")), seconds=WITHIN)
    assert time.monotonic() - given < 3 * WITHIN
    assert house.ask(house.other, "POST", "/settings/tmdb/test", {})[0] == 204
    shown = {one["name"]: one["state"] for one in house.ask(house.other, "GET", "/connections")[1]["items"]}
    assert shown["tmdb"] == "ok"


def test_a_key_that_is_taken_back_is_asked_with_no_more(house: House, tmdb: TmdbReplay) -> None:
    house.ask(house.one, "PUT", "/settings/tmdb", {"key": V3_KEY})
    wait_until(lambda: house.connected() == [True, True], seconds=WITHIN)

    assert house.ask(house.other, "DELETE", "/settings/tmdb")[0] == 204
    wait_until(lambda: house.connected() == [False, False], seconds=WITHIN)

    for program in (house.one, house.other):
        tmdb.forget()
        assert house.ask(program, "GET", "/search?q=something+new")[0] == 200
        assert tmdb.asked("/search/*") == []
        assert house.ask(program, "GET", "/settings/tmdb")[1] == {"source": "none", "hasKey": False}
