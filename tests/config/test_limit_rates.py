"""So many requests a minute by one address, one token and one session."""

from pathlib import Path

import orjson
import pytest

from matinee.config.hall.django_app import DjangoApp
from matinee.config.hall.rates import Rates
from matinee.core.errors import TooOften
from matinee.core.limits.guard import Guard
from matinee.core.limits.in_file import FileStore
from tests.config.visits import in_a_loop, visit


@pytest.fixture
def rates(tmp_path: Path) -> Rates:
    """Two requests a minute."""
    return Rates(2, Guard(FileStore(tmp_path / "limits.sqlite3")).allow)


def refused(rates: Rates, client: str = "192.0.2.7", address: str = "/api/v1/a", **headers: str) -> bool:
    """Whether this request is one too many."""
    lines = [(name.encode(), value.encode()) for name, value in headers.items()]
    try:
        rates.check({"path": address, "client": (client, 1), "headers": lines})
    except TooOften:
        return True
    return False


def test_an_address_that_asks_too_often_is_refused_and_others_are_not(rates: Rates) -> None:
    assert [refused(rates) for _ in range(3)] == [False, False, True]
    assert not refused(rates, "192.0.2.8")
    assert refused(rates, "::ffff:192.0.2.7")


def test_who_has_one_ipv6_address_has_all_of_its_network(rates: Rates) -> None:
    clients = ["2001:db8::1", "2001:db8::ffff:2", "2001:db8:0:0:9::"]

    assert [refused(rates, client) for client in clients] == [False, False, True]
    assert not refused(rates, "2001:db8:0:1::1")


@pytest.mark.parametrize("headers", [{"authorization": "Bearer x"}, {"cookie": "a=b; sessionid=x"}], ids=str)
def test_a_token_or_session_is_counted_wherever_it_comes_from(rates: Rates, headers: dict[str, str]) -> None:
    assert not refused(rates, "192.0.2.1", **headers)
    assert not refused(rates, "192.0.2.2", **headers)
    assert refused(rates, "192.0.2.3", **headers)


def test_health_checks_of_the_machine_itself_are_not_counted(rates: Rates) -> None:
    assert not any(refused(rates, "127.0.0.1", "/health/live") for _ in range(5))
    assert [refused(rates, "192.0.2.9", "/health/live") for _ in range(3)] == [False, False, True]


def test_none_means_none() -> None:
    assert not any(refused(Rates(0)) for _ in range(5))


def test_the_refusal_is_a_problem_that_says_when_to_come_again(rates: Rates) -> None:
    app = DjangoApp(1, admit=rates.check)

    @in_a_loop
    async def visits() -> None:
        answers = [await visit(app, "/health/live") for _ in range(3)]
        assert [answer.status for answer in answers] == [200, 200, 429]
        assert 0 < int(answers[2].headers["retry-after"]) <= 60
        assert orjson.loads(answers[2].body)["title"] == "Too many requests"

    visits()
    app.close()
