"""How the supervisor tends one role."""

import sys
import time
from collections.abc import Iterator

import pytest

from matinee.config.supervisor import Plan, Role
from tests.config.programs import alive
from tests.config.visits import Clock
from tests.waiting import wait_until

PLAN = Plan(data_dir="", lock=0, host="127.0.0.1", port=1, address="", json_lines=True)


class Sleeper(Role):
    """A role that is only a sleeping process."""

    code = "import time; time.sleep(600)"

    @property
    def command(self) -> list[str]:
        return [sys.executable, "-c", self.code]


class Stubborn(Sleeper):
    """It does not stop when asked, and has a child."""

    code = (
        "import signal, subprocess, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        "print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']).pid, flush=True);"
        "time.sleep(600)"
    )


@pytest.fixture
def clock() -> Clock:
    """Seconds that pass when told to."""
    return Clock()


@pytest.fixture
def role(clock: Clock) -> Iterator[Sleeper]:
    """A running one."""
    sleeper = Sleeper("web", clock=clock)
    sleeper.tend(PLAN)
    yield sleeper
    sleeper.stop(time.monotonic())


def kill(role: Role) -> None:
    """Kill it, and have it noticed."""
    assert role.process
    role.process.kill()
    role.process.wait()
    role.tend(PLAN)
    assert role.process is None


def test_the_first_death_is_answered_at_once_and_the_next_ones_with_growing_pauses(role: Sleeper, clock: Clock) -> None:
    pauses = []
    for _ in range(7):
        kill(role)
        pauses.append(role.start_at - clock.now)
        clock.pass_seconds(pauses[-1])
        role.tend(PLAN)

    assert pauses == [0, 2, 4, 8, 16, 30, 30]


def test_it_is_not_started_before_its_time(role: Sleeper, clock: Clock) -> None:
    kill(role)
    role.tend(PLAN)
    kill(role)
    clock.pass_seconds(1.9)
    role.tend(PLAN)
    assert role.process is None

    clock.pass_seconds(0.2)
    role.tend(PLAN)
    assert role.process is not None


def test_a_role_that_lived_long_starts_from_the_beginning(role: Sleeper, clock: Clock) -> None:
    role.deaths = 5
    clock.pass_seconds(100)
    kill(role)

    assert (role.deaths, role.start_at) == (1, clock.now)


def test_what_does_not_stop_is_killed_with_its_children(capfd: pytest.CaptureFixture[str]) -> None:
    role, said = Stubborn("worker"), ""

    def child_told() -> bool:
        nonlocal said
        said += capfd.readouterr().out
        return said.endswith("\n")

    role.tend(PLAN)
    assert role.process
    wait_until(child_told)
    role.ask_to_stop()
    role.stop(time.monotonic() + 0.2)

    assert not alive(role.process.pid)
    wait_until(lambda: not alive(int(said)))


def test_a_death_is_told(role: Sleeper, capsys: pytest.CaptureFixture[str]) -> None:
    kill(role)

    assert '"event": "role_died", "role": "web", "exit_code": -9' in capsys.readouterr().err
