"""Handing many rows to a statement in one parameter, the same way on both databases."""

import json
from collections.abc import Iterable, Sequence

from django.db import connection

_SOURCE = {"sqlite": "json_each(%s) AS given", "postgresql": "json_array_elements(%s::json) AS given(value)"}


def rows(**types: str) -> str:
    """A SELECT of the rows in one parameter (`parameter`), a column for each name and SQL type."""
    columns = (f"CAST(given.value ->> {place} AS {kind}) AS {name}" for place, (name, kind) in enumerate(types.items()))
    # WHERE tells SQLite that a following ON CONFLICT is not a join's.
    return f"SELECT {', '.join(columns)} FROM {_SOURCE[connection.vendor]} WHERE true"  # noqa: S608 - no values


def parameter(values: Iterable[Sequence[object]]) -> str:
    """The rows for `rows`; they are handed over in this order."""
    return json.dumps(list(values))
