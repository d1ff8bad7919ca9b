"""The index on PostgreSQL: one GIN index over tokens that are marked with the shelf their document stands on.

A GIN index finds all matches before the first can be shown, and a common word has most of its matches among titles
that hardly anybody looks for. So every kind has three shelves by renown (the SQL function `catalog_searchable` marks
the tokens), and a lower shelf is only asked for what a higher one has too few of.
"""

from collections.abc import Sequence

from django.db import connection

from matinee.catalog.search.documents import KINDS
from matinee.catalog.search.index import Term, Wanted

_SHELVES = 3  # of each kind; `catalog_searchable` says which document stands where
# `id + 0` keeps the planner from walking the primary key in the hope of meeting enough matches early.
_ASK = """
    SELECT asked.place, hit.id
    FROM unnest(%s::integer[], %s::text[]::tsquery[], %s::integer[]) AS asked(place, query, most), LATERAL (
        SELECT id FROM catalog_searchdocument WHERE catalog_searchable(id, tokens) @@ asked.query
        ORDER BY id + 0 LIMIT asked.most
    ) AS hit
"""


def _marks(one: Wanted, shelf: int) -> list[str]:
    """The marks of the shelves to ask. Whole words have so few matches that all shelves are asked at once."""
    first = KINDS.index(one.kind) * _SHELVES
    return [chr(ord("a") + first + number) for number in ([shelf] if one.has_beginning else range(_SHELVES))]


def _term(term: Term, mark: str) -> str:
    return f"'{mark}{term.text}':*" if term.is_beginning else f"'{mark}{term.text}'"


def _expression(one: Wanted, shelf: int) -> str:
    marks = _marks(one, shelf)
    groups = (" | ".join(_term(term, mark) for term in group for mark in marks) for group in one.groups)
    return " & ".join(f"({group})" for group in groups)


class PostgresqlIndex:
    """See `Index`."""

    def ask(self, wanted: Sequence[Wanted]) -> list[list[int]]:
        """One statement for each shelf that has to be asked."""
        found: list[list[int]] = [[] for _ in wanted]
        for shelf in range(_SHELVES):
            asked = [
                (place, _expression(one, shelf), one.limit - len(found[place]))
                for place, one in enumerate(wanted)
                if len(found[place]) < one.limit and (one.has_beginning or shelf == 0)
            ]
            if not asked:
                break
            with connection.cursor() as cursor:
                cursor.execute(_ASK, [list(column) for column in zip(*asked, strict=True)])
                for place, key in cursor.fetchall():
                    found[place].append(key)
        return [sorted(keys) for keys in found]

    def tidy(self) -> None:
        """Tell the planner what there is."""
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE catalog_searchdocument, catalog_searchword, catalog_searchgap")
