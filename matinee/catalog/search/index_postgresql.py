"""The index on PostgreSQL: two GIN indexes, one of them over the well-known few.

A GIN index finds all matches before the first can be shown. A common word has most of its matches among titles that
hardly anybody looks for, so the small index is asked first, and the full one only for what it has too few of.
"""

from collections.abc import Sequence

from django.db import connection

from matinee.catalog.search.documents import key_range
from matinee.catalog.search.index import Term, Wanted

# `id + 0` keeps the planner from walking the primary key in the hope of meeting enough matches early.
_PART = """(
    SELECT {place}, id FROM catalog_searchdocument
    WHERE array_to_tsvector(string_to_array(tokens, ' ')) @@ %s::tsquery AND id BETWEEN %s AND %s {tier}
    ORDER BY id + 0 LIMIT %s
)"""


def _term(term: Term) -> str:
    return f"'{term.text}':*" if term.is_beginning else f"'{term.text}'"


def _expression(groups: tuple[tuple[Term, ...], ...]) -> str:
    return " & ".join(f"({' | '.join(map(_term, group))})" for group in groups)


class PostgresqlIndex:
    """See `Index`."""

    def ask(self, wanted: Sequence[Wanted]) -> list[list[int]]:
        """One statement for the well-known, one more for what was not answered in full."""
        found = dict(enumerate(self._ask(wanted, "AND is_renowned")))
        if short := [place for place, one in enumerate(wanted) if len(found[place]) < one.limit]:
            found |= zip(short, self._ask([wanted[place] for place in short], ""), strict=True)
        return list(found.values())

    def _ask(self, wanted: Sequence[Wanted], tier: str) -> list[list[int]]:
        statement = " UNION ALL ".join(_PART.format(place=place, tier=tier) for place in range(len(wanted)))
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
        """Tell the planner what there is."""
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE catalog_searchdocument, catalog_searchword, catalog_searchgap")
