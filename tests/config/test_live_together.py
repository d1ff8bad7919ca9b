"""Two web processes: each tells its own connections what it hears of the events, on both databases."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres
from tests.config.furnished import Furnish
from tests.config.listening import Person, Tab, give_role, household
from tests.config.programs import Program, run

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def houses(request: pytest.FixtureRequest, furnish: Furnish) -> Iterator[list[Program]]:
    """The same one twice: two web processes at different ports, and a worker behind both."""
    if request.param == "sqlite":
        yield from _running(furnish("together"))
    elif os.environ.get("TESTS_WITHOUT_POSTGRES") == "1":
        pytest.skip("as TESTS_WITHOUT_POSTGRES says")
    else:
        with postgres.running() as address:
            yield from _running(furnish("together"), MATINEE_DATABASE_URL=address)


def _running(folder: Path, **settings: str) -> Iterator[list[Program]]:
    if settings:
        assert run(folder, "migrate", **settings).returncode == 0
    with Program(folder, "serve", **settings) as one, Program(folder, "web", **settings) as other:
        household(one, "alice", **settings)
        yield [one, other]


def test_whichever_process_a_tab_is_connected_to_it_hears_in_order(houses: list[Program]) -> None:
    root, alice = Person(houses[0], "root"), Person(houses[0], "alice")
    with Tab(houses[0], token=alice.token) as one, Tab(houses[1], token=alice.token) as other:
        for role in ("guest", "member", "guest"):
            give_role(root, alice, role)

        told = [body["id"] for _, body in one.wait_for(3)]
        assert [body["id"] for _, body in other.wait_for(3)] == told == sorted(told)
        assert alice.missed()[-3:] == told


def test_signing_out_at_one_process_ends_the_connection_to_the_other(houses: list[Program]) -> None:
    alice = Person(houses[0], "alice")
    with Tab(houses[1], token=alice.token) as tab:
        alice.ask("DELETE", "/api/v1/auth/app/v1/auth/session")
        assert tab.wait_for_end() == "server disconnect"
