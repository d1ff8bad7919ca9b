"""The index on PostgreSQL: two GIN indexes, one of them over the well-known few.

A GIN index finds all matches before the first can be shown. A common word has most of its matches among titles that
hardly anybody looks for, so the small index is asked first, and the full one only for what it has too few of.
"""

from collections.abc import Sequence

from django.db import connection

from matinee.catalog.search.documents import Kind, key_range
from matinee.catalog.search.index import Term, Wanted

# `id + 0` keeps the planner from walking the primary key in the hope of meeting enough matches early.
_PART = """(
    SELECT {place}, {kind}, id FROM catalog_searchdocument
    WHERE array_to_tsvector(string_to_array(tokens, ' ')) @@ %s::tsquery AND id BETWEEN %s AND %s {tier}
    ORDER BY id + 0 LIMIT %s
)"""


def _term(term: Term) -> str:
    return f"'{term.text}':*" if term.is_beginning else f"'{term.text}'"


def _expression(groups: tuple[tuple[Term, ...], ...]) -> str:
    return " & ".join(f"({' | '.join(map(_term, group))})" for group in groups)


class PostgresqlIndex:
    """See `Index`."""

    def ask(self, wanted: Sequence[Wanted], kinds: Sequence[Kind]) -> list[list[int]]:
        """One statement for the well-known, one more for what was not answered in full."""
        asked = [(place, kind) for place in range(len(wanted)) for kind in range(len(kinds))]
        found = self._ask(wanted, kinds, asked, "AND is_renowned")
        if short := [pair for pair in asked if len(found[pair]) < wanted[pair[0]].limit]:
            found |= self._ask(wanted, kinds, short, "")
        return [[key for kind in range(len(kinds)) for key in found[place, kind]] for place in range(len(wanted))]

    def _ask(
        self, wanted: Sequence[Wanted], kinds: Sequence[Kind], asked: Sequence[tuple[int, int]], tier: str
    ) -> dict[tuple[int, int], list[int]]:
        parts: list[str] = []
        parameters: list[str | int] = []
        for place, kind in asked:
            parts.append(_PART.format(place=place, kind=kind, tier=tier))
            parameters += [_expression(wanted[place].groups), *key_range(kinds[kind]), wanted[place].limit]
        found: dict[tuple[int, int], list[int]] = {pair: [] for pair in asked}
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), parameters)
            for place, kind, key in cursor.fetchall():
                found[place, kind].append(key)
        return found

    def tidy(self) -> None:
        """Tell the planner what there is."""
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE catalog_searchdocument, catalog_searchword, catalog_searchgap")
