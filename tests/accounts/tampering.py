"""What somebody can do who has the database: change the audit log with SQL, past the program and the guards."""

from datetime import datetime
from importlib import import_module

from django.db import connection

_migration = import_module("matinee.accounts.migrations.0002_audit")


def sql(statement: str, *values: str | int | datetime | None) -> None:
    """One statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def break_in() -> None:
    """Remove the guards that the database itself holds over the log."""
    for statement in _migration.GUARDS_GONE[connection.vendor]:
        sql(statement)


def stand_guard() -> None:
    """The guards as the program makes them; the suite works without one of them."""
    break_in()
    for statement in _migration.GUARDS[connection.vendor]:
        sql(statement)
