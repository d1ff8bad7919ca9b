"""The commands besides the roles, as processes on a data directory of their own."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.config.programs import free_port, run

pytestmark = pytest.mark.e2e

Command = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with an up-to-date database."""
    found: Path = tmp_path_factory.mktemp("commands")
    assert run(found, "migrate").returncode == 0
    return found


def test_users_are_made_and_listed(folder: Path) -> None:
    made = run(folder, "user", "create", "root", "--admin", typed="a lamp in Bagdad 1924\n")
    assert (made.returncode, made.stdout) == (0, "root is known now, and may administer.\n")

    weak = run(folder, "user", "create", "bob", typed="123\n")
    assert weak.returncode == 1
    assert "too short" in weak.stderr

    assert run(folder, "user", "password", "root", typed="another lamp 1925\n").returncode == 0
    assert run(folder, "user", "list").stdout == "root  admin\n"


def test_sweeps_are_listed_and_steered(folder: Path) -> None:
    assert "catalog.lists" in run(folder, "sweeps", "list").stdout
    assert run(folder, "sweeps", "pause", "catalog.lists").returncode == 0
    assert "catalog.lists  every 3600 s  paused" in run(folder, "sweeps", "list").stdout
    assert run(folder, "sweeps", "resume", "catalog.lists").returncode == 0
    assert run(folder, "sweeps", "run", "catalog.lists").returncode == 0

    unknown = run(folder, "sweeps", "run", "laundry")
    assert unknown.returncode == 1
    assert "no sweep is called laundry" in unknown.stderr


def test_events_are_listed_and_replayed(folder: Path) -> None:
    assert run(folder, "events", "list").returncode == 0
    assert run(folder, "events", "parked").returncode == 0

    unknown = run(folder, "events", "replay", "--subscriber", "nobody", "--from", "1")
    assert unknown.returncode == 1
    assert "no subscriber is called nobody" in unknown.stderr


def test_check_tells_each_problem_with_its_cure(folder: Path, tmp_path: Path) -> None:
    fine = run(folder, "check", MATINEE_PORT=str(free_port()))
    for name in ("settings", "data directory", "address", "database", "job queue", "outside services", "clock"):
        assert f"✓ {name}" in fine.stdout

    empty = run(tmp_path, "check", MATINEE_PORT=str(free_port()), MATINEE_REDIS_URL=f"redis://127.0.0.1:{free_port()}")
    assert empty.returncode == 1
    assert "Run `matinee migrate`" in empty.stdout
    assert "MATINEE_REDIS_URL" in empty.stdout

    wrong = run(folder, "check", MATINEE_PORT="eighty", MATINEE_LANGUAGE="Deutsch")
    assert wrong.returncode == 1
    assert "MATINEE_PORT" in wrong.stdout
    assert "MATINEE_LANGUAGE" in wrong.stdout


def test_two_may_migrate_at_the_same_time(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: run(tmp_path, "migrate"), range(2)))
    assert [done.returncode for done in both] == [0, 0], both


def test_version_and_help_need_no_data_directory(tmp_path: Path) -> None:
    missing = tmp_path / "none"

    assert "version" in run(missing, "--version").stdout
    assert "serve" in run(missing, "--help").stdout
    assert not missing.exists()
