"""Storing many rows with one statement, for which Django has no words.

The rows go to the database as JSON in one parameter. Django's `bulk_create` and `bulk_update` write an expression for
each value, which for an import of thousands takes longer than everything else.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias

import orjson
from django.db import connection
from django.db.models import (
    BooleanField,
    CharField,
    DateTimeField,
    Field,
    ForeignKey,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

_GIVEN = {
    "sqlite": "json_each(%s) AS given",
    "postgresql": "json_array_elements(%s::json) WITH ORDINALITY AS given(value, key)",
}
_TEXTS = (CharField, TextField)
_AS_THEY_ARE = (BooleanField, JSONField, *_TEXTS)

_Column: TypeAlias = "Field[Any, Any]"


def add_all(rows: Sequence[Model]) -> None:
    """Store new rows of one table, in one statement. Their keys are given by the database, in the order of the rows."""
    if not rows:
        return
    columns = [column for column in _columns(type(rows[0])) if not column.primary_key]
    keys = _insert(type(rows[0]), columns, [map(attrgetter(column.attname), rows) for column in columns])
    for row, key in zip(rows, keys, strict=True):
        row.pk = key
        row._state.adding = False  # noqa: SLF001 - Django documents _state


def add_values(model: type[Model], names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """The same for rows that nobody needs as objects: the values of all fields but the key, in the order of `names`."""
    columns = {column.attname: column for column in _columns(model)}
    _insert(model, [columns[name] for name in names], list(zip(*rows, strict=True)))


def _insert(model: type[Model], columns: Sequence[_Column], table: Sequence[Iterable[object]]) -> list[int]:
    """The keys of the new rows. `table`: the values, column by column."""
    statement = (
        f"INSERT INTO {_table(model)} ({', '.join(f'{column.column}' for column in columns)}) "  # noqa: S608 - names of ours
        f"SELECT {', '.join(_read(place, column) for place, column in enumerate(columns))} "
        f"FROM {_GIVEN[connection.vendor]} ORDER BY given.key RETURNING id"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [_given(columns, table)])
        return sorted(key for (key,) in cursor.fetchall())  # RETURNING promises no order


def add_missing(row: Model, name: str, values: Iterable[int]) -> None:
    """Store copies of a new row, one for each value of the field called `name`, in one statement and in this order.

    Those that are there already, by a unique constraint, stay as they are.
    """
    columns = [column for column in _columns(type(row)) if not column.primary_key]
    rest = [column for column in columns if column.attname != name]
    varied = next(column for column in columns if column.attname == name)
    statement = (
        f"INSERT INTO {_table(type(row))} ({', '.join(f'{column.column}' for column in [varied, *rest])}) "  # noqa: S608
        f"SELECT {', '.join([_read(0, varied), *(_typed('%s', column) for column in rest)])} "
        f"FROM {_GIVEN[connection.vendor]} WHERE true ORDER BY given.key ON CONFLICT DO NOTHING"
    )
    with connection.cursor() as cursor:
        cursor.execute(
            statement,
            [
                *(column.get_db_prep_save(getattr(row, column.attname), connection) for column in rest),
                orjson.dumps([[value] for value in values]).decode(),
            ],
        )


def store_all(rows: Collection[Model], fields: Collection[str]) -> None:
    """Store these fields of rows of one table, in one statement.

    `bulk_update` has the database compare each row with all of them, and takes twenty times as long.
    """
    if not rows:
        return
    model = type(next(iter(rows)))
    table = _table(model)
    columns = [column for column in _columns(model) if column.primary_key or column.name in fields]
    given = ", ".join(f"{_read(place, column)} AS {column.column}" for place, column in enumerate(columns))
    changes = ", ".join(f"{column.column} = given.{column.column}" for column in columns if not column.primary_key)
    statement = (
        f"UPDATE {table} SET {changes} "  # noqa: S608 - names of ours, and no values
        f"FROM (SELECT {given} FROM {_GIVEN[connection.vendor]}) AS given WHERE {table}.id = given.id"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [_given(columns, [map(attrgetter(column.attname), rows) for column in columns])])


def add_to_all(model: type[Model], key: tuple[str, ...], more: Mapping[tuple[Any, ...], Mapping[str, int]]) -> None:
    """Add to the numbers of rows of one table, in one statement; rows that are missing begin at 0.

    `key`: the columns that tell a row from all others; `more`: the numbers by these, all with the same names.
    """
    if not more:
        return
    table = _table(model)
    columns = {column.attname: column for column in _columns(model)}
    numbers = list(next(iter(more.values())))
    names = [*key, *numbers]
    places = ", ".join([f"({', '.join(['%s'] * len(names))})"] * len(more))
    sums = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in numbers)
    statement = (
        f"INSERT INTO {table} ({', '.join(names)}) VALUES {places} "  # noqa: S608 - names of ours, no values
        f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET {sums}"
    )
    values = [
        columns[name].get_db_prep_save(value, connection)
        for found, added in more.items()
        for name, value in [*zip(key, found, strict=True), *((name, added[name]) for name in numbers)]
    ]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001 - Django documents _meta


def _columns(model: type[Model]) -> Sequence[_Column]:
    return model._meta.concrete_fields  # noqa: SLF001


def _read(place: int, column: _Column) -> str:
    arrow = "->" if isinstance(column, JSONField) else "->>"  # as JSON, or as what it means
    return _typed(f"given.value {arrow} {place}", column)


def _typed(value: str, column: _Column) -> str:
    """SQLite keeps what it is given, and its CAST knows no times. A CAST of text would cut off what is too long."""
    if connection.vendor == "sqlite" or isinstance(column, _TEXTS):
        return value
    return f"CAST({value} AS {column.db_type(connection)})"


def _given(columns: Iterable[_Column], table: Iterable[Iterable[object]]) -> str:
    """A list for each row, from the values of each column."""
    written = [map(_writer(column), values) for column, values in zip(columns, table, strict=True)]
    return orjson.dumps(list(zip(*written, strict=True))).decode()


def _writer(column: _Column) -> Callable[[Any], object]:
    """What makes JSON of a column's values."""
    kind = column.target_field if isinstance(column, ForeignKey) else column
    if isinstance(kind, _AS_THEY_ARE):
        return _as_it_is
    if isinstance(kind, IntegerField):
        return _number
    if isinstance(kind, DateTimeField):
        return _moment_without_zone if connection.vendor == "sqlite" else _moment

    @cache  # rows that are stored together have most of their people in common
    def written(value: object) -> str | None:
        stored = column.get_db_prep_save(value, connection)
        return None if stored is None else str(stored)

    return written


def _number(value: Any) -> int | None:
    return None if value is None else int(value)  # a truth value counts as 0 or 1


def _moment(value: datetime | None) -> str | None:
    return None if value is None else value.isoformat(" ")


def _moment_without_zone(value: datetime | None) -> str | None:
    """As Django writes it for SQLite; Django itself takes five times as long, which was a tenth of an import."""
    return None if value is None else str(value.astimezone(UTC).replace(tzinfo=None))


def _as_it_is(value: object) -> object:
    return value
