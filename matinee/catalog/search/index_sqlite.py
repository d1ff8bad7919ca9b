"""The index on SQLite: FTS5, which walks matches by key and stops at the limit."""

from collections.abc import Sequence

from django.db import connection

from matinee.catalog.search.documents import key_range
from matinee.catalog.search.index import Term, Wanted

_PART = """
    SELECT * FROM (
        SELECT {place}, rowid FROM catalog_searchindex
        WHERE catalog_searchindex MATCH %s AND rowid BETWEEN %s AND %s ORDER BY rowid LIMIT %s
    )
"""


def _term(term: Term) -> str:
    return f'"{term.text}" *' if term.is_beginning else f'"{term.text}"'


def _expression(groups: tuple[tuple[Term, ...], ...]) -> str:
    return " AND ".join(f"({' OR '.join(map(_term, group))})" for group in groups)


class SqliteIndex:
    """See `Index`."""

    def ask(self, wanted: Sequence[Wanted]) -> list[list[int]]:
        """All in one statement."""
        statement = " UNION ALL ".join(_PART.format(place=place) for place in range(len(wanted)))
        parameters: list[str | int] = []
        for one in wanted:
            parameters += [_expression(one.groups), *key_range(one.kind), one.limit]
        found: list[list[int]] = [[] for _ in wanted]
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            for place, key in cursor.fetchall():
                found[place].append(key)
        return found

    def tidy(self) -> None:
        """Merge the index's pieces into one."""
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO catalog_searchindex (catalog_searchindex) VALUES ('optimize')")
