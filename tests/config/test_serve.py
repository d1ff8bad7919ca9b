"""`matinee serve` as a whole: starting, staying, refusing, stopping."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.config.furnished import Furnish
from tests.config.programs import Program, alive, free_port, run
from tests.waiting import wait_until

pytestmark = pytest.mark.e2e


@contextmanager
def serving(folder: Path) -> Iterator[Program]:
    """The whole program, with both its roles."""
    with Program(folder, "serve") as running:
        wait_until(lambda: running.descendants("matinee worker"), seconds=30)
        yield running


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """One program for the tests that leave it running, from its very first start."""
    with serving(tmp_path_factory.mktemp("serve")) as running:
        yield running


def test_it_says_where_it_is(program: Program) -> None:
    wait_until(lambda: f"Matinee is at http://127.0.0.1:{program.port}" in program.output)


def test_its_key_is_for_its_owner_alone(program: Program) -> None:
    assert (program.data_dir / "secret.key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("role", ["web", "worker"])
def test_a_role_that_dies_is_started_again(program: Program, role: str) -> None:
    wait_until(lambda: program.descendants(f"matinee {role}"), seconds=30)
    old = program.descendants(f"matinee {role}")
    os.kill(max(old), signal.SIGKILL)  # of web, the process that serves, not its parent

    wait_until(lambda: set(program.descendants(f"matinee {role}")) - set(old), seconds=30)
    wait_until(program.answers, seconds=30)
    assert f"role_died role={role}" in program.output


def test_a_second_one_on_the_same_data_is_refused_in_a_sentence(program: Program) -> None:
    second = run(program.data_dir, "serve", MATINEE_PORT=str(free_port()))

    assert second.returncode == 1
    assert f"Another `matinee serve` is running on the data directory {program.data_dir}" in second.stderr
    assert "Traceback" not in second.stderr


def test_a_port_in_use_is_told_in_a_sentence(program: Program, tmp_path: Path) -> None:
    second = run(tmp_path, "serve", MATINEE_PORT=str(program.port))

    assert second.returncode == 1
    assert f"Port {program.port} on 127.0.0.1 is in use" in second.stderr
    assert "MATINEE_PORT" in second.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly_within_five_seconds(furnish: Furnish, number: signal.Signals) -> None:
    with serving(furnish("stopping")) as program:
        children = program.descendants()
        asked = time.monotonic()

        assert program.stop(number) == 0
        assert time.monotonic() - asked < 5
        assert not any(alive(child) for child in children)


def test_nothing_outlives_a_supervisor_that_is_killed(furnish: Furnish) -> None:
    with serving(furnish("killed")) as program:
        children = program.descendants()
        assert len(children) >= 3

        program.stop(signal.SIGKILL)
        wait_until(lambda: not any(alive(child) for child in children))


def test_a_data_directory_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    refused = run(tmp_path / "file" / "data", "serve")

    assert refused.returncode == 1
    assert "cannot be written" in refused.stderr
    assert "MATINEE_DATA_DIR" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_wrong_settings_are_told_all_at_once(tmp_path: Path) -> None:
    refused = run(tmp_path, "serve", MATINEE_PORT="eighty", MATINEE_REGION="us", MATINEE_COLOUR="red")

    assert refused.returncode == 1
    assert "MATINEE_PORT" in refused.stderr
    assert "MATINEE_REGION" in refused.stderr


def test_a_database_that_cannot_be_prepared_ends_it_with_a_sentence(tmp_path: Path) -> None:
    url = f"postgresql://nobody:nothing@127.0.0.1:{free_port()}/nowhere"
    refused = run(tmp_path, "serve", MATINEE_DATABASE_URL=url, MATINEE_PORT=str(free_port()))

    assert refused.returncode == 1
    assert "The database cannot be prepared" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert "nothing@" not in refused.stderr
