"""The circuit breaker: by itself with a clock of the test's own, and around a real server."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from matinee.core import models
from matinee.core.errors import ServiceDown
from matinee.core.http import Service, ServiceState, states
from matinee.core.http.breaker import Breaker, BreakerOpen, State
from matinee.core.settings import Settings
from tests.loopback import LoopbackServer, html, json, silent
from tests.waiting import wait_until


class Circuit:
    """A breaker with two failures and ten seconds, its clock, and what it announced."""

    def __init__(self) -> None:
        self.now = 0.0
        self.changes: list[tuple[State, str]] = []
        self.breaker = Breaker(
            failures=2, pause=10, on_change=lambda *change: self.changes.append(change), clock=lambda: self.now
        )

    def fail(self) -> None:
        self.breaker.fail(self.breaker.enter(), "it broke")

    def opened(self) -> "Circuit":
        self.fail()
        self.fail()
        return self


def test_it_opens_after_failures_in_a_row_and_says_when_to_come_back() -> None:
    circuit = Circuit()
    circuit.fail()
    circuit.breaker.succeed(circuit.breaker.enter())
    circuit.fail()
    assert circuit.breaker.state is State.CLOSED
    circuit.fail()
    circuit.now = 4
    with pytest.raises(BreakerOpen) as caught:
        circuit.breaker.enter()
    assert caught.value.seconds == 6
    assert circuit.changes == [(State.OPEN, "it broke")]


def test_half_open_lets_exactly_one_call_through() -> None:
    circuit = Circuit().opened()
    circuit.now = 10
    together = threading.Barrier(8)

    def enter(_: int) -> int | None:
        together.wait(10)
        try:
            return circuit.breaker.enter()
        except BreakerOpen:
            return None

    with ThreadPoolExecutor(8) as pool:
        permits = [permit for permit in pool.map(enter, range(8)) if permit is not None]
    assert len(permits) == 1
    assert circuit.breaker.state is State.HALF_OPEN


def test_the_one_call_decides() -> None:
    circuit = Circuit().opened()
    circuit.now = 10
    circuit.fail()
    assert circuit.changes[-1] == (State.OPEN, "it broke")
    circuit.now = 20
    circuit.breaker.succeed(circuit.breaker.enter())
    assert circuit.breaker.state is State.CLOSED
    circuit.fail()
    assert circuit.breaker.state is State.CLOSED  # it counts anew


def test_a_probe_that_never_asked_leaves_the_turn_to_the_next() -> None:
    circuit = Circuit().opened()
    circuit.now = 10
    circuit.breaker.abandon(circuit.breaker.enter())
    circuit.breaker.succeed(circuit.breaker.enter())
    assert circuit.breaker.state is State.CLOSED


def test_a_call_from_before_the_opening_changes_nothing() -> None:
    circuit = Circuit()
    old = circuit.breaker.enter()
    circuit.opened()
    circuit.breaker.succeed(old)
    circuit.breaker.fail(old, "late")
    assert circuit.breaker.state is State.OPEN
    assert circuit.changes == [(State.OPEN, "it broke")]


# --- around a service ---

PAUSE = 30.0


class Clock:
    """Seconds that only the test lets pass."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(server: LoopbackServer, settings_now: Settings, clock: Clock, request: pytest.FixtureRequest) -> Service:
    """Its name is the test's, because states are written behind and may arrive in the next test."""
    settings_now.breaker_failures = 2
    settings_now.breaker_pause = PAUSE
    return Service(request.node.name[:64], "The archive", server.url, rate=1000, clock=clock)


def state_of(service: Service) -> ServiceState:
    return next(state for state in states() if state.name == service.name)


def is_written(service: Service, state: str, problem: str) -> bool:
    return models.ServiceStatus.objects.filter(name=service.name, state=state, problem=problem).exists()


def fail_twice(service: Service) -> None:
    for _ in range(2):
        with pytest.raises(ServiceDown, match="The archive answered"):
            service.get_json("/reel", retries=0)


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_a_service_that_is_down_is_left_alone_until_it_is_back(
    server: LoopbackServer, service: Service, clock: Clock
) -> None:
    server.on("/reel", html(status=502))
    fail_twice(service)
    clock.now = 10
    with pytest.raises(ServiceDown, match="The archive is not asked for another 20 seconds, after failures") as caught:
        service.get_json("/reel")
    assert len(server.seen) == 2
    assert caught.value.retry_after == 20
    assert state_of(service).state == "open"
    wait_until(lambda: is_written(service, "open", "The archive answered 502"))

    server.on("/reel", json({}))
    clock.now = PAUSE
    assert service.get_json("/reel").status == 200
    assert state_of(service).state == "closed"
    wait_until(lambda: is_written(service, "closed", ""))


def test_the_call_that_probes_is_not_retried(server: LoopbackServer, service: Service, clock: Clock) -> None:
    server.on("/reel", html(status=502))
    fail_twice(service)
    clock.now = PAUSE
    with pytest.raises(ServiceDown, match="The archive answered 502"):
        service.get_json("/reel", retries=5)
    assert len(server.seen) == 3
    with pytest.raises(ServiceDown, match="not asked for another 30 seconds"):
        service.get_json("/reel")


def test_a_4xx_does_not_open_the_breaker(server: LoopbackServer, service: Service) -> None:
    server.on("/reel", json({}, status=401))
    for _ in range(5):
        assert service.get_json("/reel").status == 401


def test_a_slow_service_opens_it_too(server: LoopbackServer, service: Service) -> None:
    end = threading.Event()
    server.on("/reel", silent(end))
    for _ in range(2):
        with pytest.raises(ServiceDown, match="did not answer"):
            service.get_json("/reel", timeout=0.1)
    with pytest.raises(ServiceDown, match="not asked for another"):
        service.get_json("/reel")
    end.set()


@pytest.mark.django_db(transaction=True)
def test_a_refusal_is_shown_until_an_answer_is_a_success(server: LoopbackServer, service: Service) -> None:
    server.on("/reel", json({"status_code": 7}, status=401), json({}))
    assert service.get_json("/reel").status == 401
    refusal = service.refused("The archive refused the key (401, code 7)")
    assert (refusal.status, refusal.service) == (502, service.name)
    assert state_of(service).problem == refusal.detail
    wait_until(lambda: is_written(service, "closed", refusal.detail))
    service.get_json("/reel")
    wait_until(lambda: is_written(service, "closed", ""))


@pytest.mark.django_db(transaction=True)
def test_what_another_process_saw_later_is_shown(service: Service) -> None:
    since = state_of(service).since
    row = models.ServiceStatus.objects.create(name=service.name, state="open", problem="It broke", since=since)
    assert state_of(service).state == "closed"
    row.since = since + timedelta(seconds=1)
    row.save()
    assert (state_of(service).state, state_of(service).problem) == ("open", "It broke")


@pytest.mark.django_db(transaction=True)
def test_the_failures_of_a_service_that_was_replaced_are_told_no_more(server: LoopbackServer, service: Service) -> None:
    service.refused("The archive refused the key")
    wait_until(lambda: is_written(service, "closed", "The archive refused the key"))
    successor = Service(service.name, "The archive", server.url, rate=1000)
    successor.replace(service)
    assert state_of(service).problem == ""

    server.on("/reel", html(status=502), html(status=502), json({}))
    fail_twice(service)
    service.refused("The archive refused the key once more")

    assert (state_of(service).state, state_of(service).problem) == ("closed", "")
    assert successor.get_json("/reel").status == 200
    wait_until(lambda: is_written(service, "closed", ""))


@pytest.mark.django_db(transaction=True)
def test_the_first_success_of_a_successor_outdoes_what_another_process_told_of_the_one_before(
    server: LoopbackServer, service: Service
) -> None:
    server.on("/reel", json({}))
    successor = Service(service.name, "The archive", server.url, rate=1000)
    successor.replace(service)
    late = state_of(service).since
    models.ServiceStatus.objects.create(name=service.name, state="open", problem="It broke", since=late)

    successor.get_json("/reel")

    wait_until(lambda: is_written(service, "closed", ""))
    assert state_of(service).problem == ""


def test_calls_go_on_when_the_state_cannot_be_written(server: LoopbackServer, service: Service, clock: Clock) -> None:
    """Without the `django_db` mark every use of the database fails in this test."""
    server.on("/reel", html(), html(), json({}))
    fail_twice(service)
    clock.now = PAUSE
    assert service.get_json("/reel").status == 200
