"""Where the tests keep their data. A pytest plugin, because it must speak before Django reads the settings.

Tests run on SQLite, in a file as in real life, unless MATINEE_DATABASE_URL names a PostgreSQL server; the suite makes a
database of its own there. Tests marked `both_databases` run on both:

    python -m pytest
    python -m tests.postgres -- python -m pytest -m both_databases
"""

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

import pytest

REPOSITORY = Path(__file__).parent.parent


def _prepare() -> Path:
    """Nothing of the developer's own settings reaches the tests; a worker of a parallel run has a folder of its own."""
    if worker := os.environ.get("PYTEST_XDIST_WORKER"):
        folder = Path(os.environ["MATINEE_DATA_DIR"]) / worker
        folder.mkdir()
    else:
        for name in [name for name in os.environ if name.startswith("MATINEE_") and name != "MATINEE_DATABASE_URL"]:
            del os.environ[name]
        folder = Path(tempfile.mkdtemp(prefix="matinee-tests-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["MATINEE_DATA_DIR"] = str(folder)
    return folder


DATA_DIR = _prepare()
_GUARDED = "accounts_auditentry"
_NOTES = {"django_content_type", "auth_permission"}


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "both_databases: runs on SQLite and on PostgreSQL, where things may differ")


def use_file() -> Path:
    """Have Django look for SQLite's test database in this file: in memory it knows neither WAL nor other processes."""
    from django.db import connection

    file = DATA_DIR / "tests.sqlite3"
    connection.settings_dict["TEST"]["NAME"] = str(file)
    return file


def make_tables(file: Path) -> None:
    """A new SQLite database with nothing but what the migrations bring."""
    from django.core.management import call_command
    from django.db import connection

    connection.close()
    settings = connection.settings_dict
    usual, settings["NAME"] = settings["NAME"], str(file)
    try:
        call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)
    finally:
        connection.close()
        settings["NAME"] = usual


def empty_only_what_is_filled() -> None:
    """Between tests Django empties a hundred tables, which takes it longer than most tests: a handful has rows.

    The audit log's guard lets no row be deleted. What Django notes of its own models stays, and is not noted anew.
    """
    from django.contrib.contenttypes.management import create_contenttypes
    from django.db import connection
    from django.db.models.signals import post_migrate

    def statements(style: object, tables: Iterable[str], **more: object) -> list[str]:
        filled = _filled(sorted(set(tables) - _NOTES))
        guarded = [f"TRUNCATE {table}" for table in filled if table == _GUARDED and on_postgresql()]
        return guarded + [f'DELETE FROM "{table}"' for table in filled if not (guarded and table == _GUARDED)]

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER IF EXISTS audit_entry_is_kept")
    connection.ops.sql_flush = statements  # type: ignore[method-assign]
    post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")
    post_migrate.disconnect(create_contenttypes)


def _filled(tables: list[str]) -> list[str]:
    """Those with rows."""
    from django.db import connection

    each = (f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")" for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(each))
        return [name for (name,) in cursor.fetchall()]


def on_postgresql() -> bool:
    from django.db import connection

    return connection.vendor == "postgresql"


def database_url() -> str:
    """The address of this run's test database, for other processes."""
    from django.db import connection

    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{quote(str(settings['NAME']))}"
    secret = f"{settings['USER']}:{settings['PASSWORD']}"
    return f"postgresql://{secret}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"


def environment(**settings: str) -> dict[str, str]:
    """For a process on the same test database; `settings` are more of the environment, like MATINEE_PORT="0"."""
    path = os.pathsep.join([str(REPOSITORY), *os.environ.get("PYTHONPATH", "").split(os.pathsep)])
    return {**os.environ, "MATINEE_DATABASE_URL": database_url(), "PYTHONPATH": path, **settings}


def python(*arguments: str) -> list[str]:
    """The command that runs this Python."""
    return [sys.executable, *arguments]
