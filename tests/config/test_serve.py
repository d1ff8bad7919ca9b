"""`matinee serve` as a whole: starting, staying, refusing, stopping."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.config.programs import Program, alive, free_port, run
from tests.waiting import wait_until

pytestmark = pytest.mark.e2e


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """The whole program, running."""
    with Program(tmp_path, "serve") as running:
        wait_until(lambda: running.descendants("matinee worker"), seconds=30)
        yield running


def test_it_says_where_it_is_and_stops_cleanly_within_five_seconds(program: Program, tmp_path: Path) -> None:
    wait_until(lambda: f"Matinee is at http://127.0.0.1:{program.port}" in program.output)
    children = program.descendants()
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600

    asked = time.monotonic()
    assert program.stop(signal.SIGTERM) == 0
    assert time.monotonic() - asked < 5
    assert not any(alive(child) for child in children)


def test_ctrl_c_stops_it_too(program: Program) -> None:
    children = program.descendants()

    assert program.stop(signal.SIGINT) == 0
    assert not any(alive(child) for child in children)


@pytest.mark.parametrize("role", ["web", "worker"])
def test_a_role_that_dies_is_started_again(program: Program, role: str) -> None:
    old = program.descendants(f"matinee {role}")
    os.kill(max(old), signal.SIGKILL)  # of web, the process that serves, not its parent

    wait_until(lambda: set(program.descendants(f"matinee {role}")) - set(old), seconds=30)
    wait_until(program.answers, seconds=30)
    assert "role_died" in program.output


def test_nothing_outlives_a_supervisor_that_is_killed(program: Program) -> None:
    children = program.descendants()
    assert len(children) >= 3

    program.stop(signal.SIGKILL)
    wait_until(lambda: not any(alive(child) for child in children))


def test_a_second_one_is_refused_in_a_sentence(program: Program, tmp_path: Path) -> None:
    second = run(tmp_path, "serve", MATINEE_PORT=str(free_port()))
    assert second.returncode == 1
    assert f"Another `matinee serve` is running on the data directory {tmp_path}" in second.stderr
    assert "Traceback" not in second.stderr

    second = run(tmp_path / "other", "serve", MATINEE_PORT=str(program.port))
    assert second.returncode == 1
    assert f"Port {program.port} on 127.0.0.1 is in use" in second.stderr
    assert "MATINEE_PORT" in second.stderr
    assert program.answers()


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
