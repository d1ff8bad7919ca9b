"""The commands besides the roles."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from matinee.catalog.models import Genre
from matinee.config.cli import cli
from matinee.core import models
from matinee.core.errors import BadInput, NotFound
from tests.config.furnished import Furnish
from tests.config.programs import free_port, run

Command = Callable[..., Result]


@pytest.fixture
def matinee(db: None) -> Command:
    """`matinee("user", "list")`, on the test database."""

    def command(*words: str, typed: str = "") -> Result:
        return CliRunner().invoke(cli, words, input=typed)

    return command


def test_migrating_brings_the_genres_so_that_the_first_titles_find_theirs(matinee: Command) -> None:
    assert matinee("migrate").exit_code == 0
    assert Genre.objects.filter(slug="comedy", for_movies=True).exists()


def test_users_are_made_and_listed(matinee: Command) -> None:
    made = matinee("user", "create", "root", "--admin", typed="a lamp in Bagdad 1924\n")
    assert (made.exit_code, made.stdout) == (0, "root is known now, and may administer.\n")
    assert isinstance(matinee("user", "create", "bob", typed="123\n").exception, BadInput)

    assert matinee("user", "password", "root", typed="another lamp 1925\n").exit_code == 0
    assert matinee("user", "list").stdout == "root  admin\n"


def test_sweeps_are_listed_and_steered(matinee: Command) -> None:
    assert "catalog.lists" in matinee("sweeps", "list").stdout
    assert matinee("sweeps", "pause", "catalog.lists").exit_code == 0
    assert "catalog.lists  every 3600 s  paused" in matinee("sweeps", "list").stdout
    assert matinee("sweeps", "resume", "catalog.lists").exit_code == 0
    assert "paused" not in matinee("sweeps", "list").stdout
    assert matinee("sweeps", "run", "catalog.lists").exit_code == 0
    assert models.SweepState.objects.get(name="catalog.lists").requested
    assert isinstance(matinee("sweeps", "run", "laundry").exception, NotFound)


def test_events_are_listed_newest_last(matinee: Command) -> None:
    for number in range(30):
        models.Event.objects.create(name="ListChanged", body={"slug": f"list-{number}"})

    lines = matinee("events", "list", "--limit", "2").stdout.splitlines()
    assert "list-28" in lines[0]
    assert "list-29" in lines[1]
    first = models.Event.objects.order_by("id").values_list("id", flat=True)[0]
    assert "list-0" in matinee("events", "list", "--from", str(first)).stdout


def test_parked_events_are_shown(matinee: Command) -> None:
    event = models.Event.objects.create(name="ListChanged", body={"slug": "movies-popular"})
    models.ParkedEvent.objects.create(
        subscriber="search", event=event, attempts=8, error="ValueError: no", parked_at=event.created_at
    )

    assert "ListChanged for search, 8 attempts: ValueError: no" in matinee("events", "parked").stdout


def test_an_unknown_subscriber_cannot_hear_again(matinee: Command) -> None:
    assert isinstance(matinee("events", "replay", "--subscriber", "nobody", "--from", "1").exception, NotFound)
    assert isinstance(matinee("events", "retry", "--subscriber", "nobody", "1").exception, NotFound)


@pytest.mark.e2e
def test_check_tells_each_problem_with_its_cure(tmp_path: Path) -> None:
    redis = f"redis://127.0.0.1:{free_port()}"
    empty = run(tmp_path, "check", MATINEE_PORT=str(free_port()), MATINEE_REDIS_URL=redis)
    assert empty.returncode == 1
    for name in ("settings", "data directory", "address", "clock"):
        assert f"✓ {name}" in empty.stdout
    assert "✗ database" in empty.stdout
    assert "Run `matinee migrate`" in empty.stdout
    assert "MATINEE_REDIS_URL" in empty.stdout
    assert "✗ outside services" in empty.stdout
    assert "Traceback" not in empty.stderr

    wrong = run(tmp_path, "check", MATINEE_PORT="eighty", MATINEE_LANGUAGE="Deutsch")
    assert wrong.returncode == 1
    assert "MATINEE_PORT" in wrong.stdout
    assert "MATINEE_LANGUAGE" in wrong.stdout


@pytest.mark.e2e
def test_two_may_migrate_at_the_same_time(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: run(tmp_path, "migrate"), range(2)))

    assert [done.returncode for done in both] == [0, 0], both
    checked = run(tmp_path, "check", MATINEE_PORT=str(free_port()))
    for name in ("database", "job queue", "outside services"):
        assert f"✓ {name}" in checked.stdout


@pytest.mark.e2e
def test_errors_of_ours_are_told_without_a_trace(tmp_path: Path, furnish: Furnish) -> None:
    refused = run(furnish("errors"), "user", "create", "bob", typed="123\n")

    assert refused.returncode == 1
    assert "too short" in refused.stderr
    assert "Traceback" not in refused.stderr

    refused = run(tmp_path, "user", "list")  # nobody has migrated yet
    assert refused.returncode == 1
    assert "matinee check" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.e2e
@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("--version", 0),
        ("user --help", 0),
        ("laundry", 2),
        ("user list", 1),
        ("user create bob", 1),
        ("events list", 1),
        ("secrets rotate", 1),
        ("import imdb:tt0137523", 1),
        ("check", 1),
    ],
)
def test_who_only_asks_or_forgot_where_the_data_is_is_left_no_folder(tmp_path: Path, words: str, status: int) -> None:
    folder = tmp_path / "deep" / "data"

    told = run(folder, *words.split(), typed="a lamp in Bagdad 1924\n", MATINEE_PORT=str(free_port()))

    assert told.returncode == status, told
    assert list(tmp_path.iterdir()) == []
    if status == 1:
        assert f"There is no data directory {folder}. Set MATINEE_DATA_DIR" in told.stdout + told.stderr
    assert "Traceback" not in told.stderr


def test_help_needs_no_data_directory() -> None:
    assert "serve" in CliRunner().invoke(cli, ["--help"]).stdout


@pytest.mark.e2e
def test_a_password_is_hashed_at_the_cost_that_owasp_names(furnish: Furnish) -> None:
    folder = furnish("hashing")
    assert run(folder, "user", "create", "bob", typed="a lamp in Bagdad 1924\n").returncode == 0

    with closing(sqlite3.connect(folder / "matinee.sqlite3")) as database:
        (password,) = database.execute("SELECT password FROM accounts_user").fetchone()
    assert password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
