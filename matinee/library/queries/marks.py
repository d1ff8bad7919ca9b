"""What somebody has to do with the titles of a page: one statement, however many there are and whatever it is.

Each table tells its part as JSON, so that parts of any shape make one list. Composing the statement costs many times
what asking does, so it is composed once for each number of titles.

A title that is not for the reader's age has no mark: a list that is shared with them would tell of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson
from django.db import connection
from django.db.models import Q, QuerySet, UUIDField
from django.db.models.functions import JSONObject

from matinee.catalog import visible
from matinee.core.access import Viewer
from matinee.library.models import Opinion, Progress, Standing
from matinee.library.queries.watchlists import list_facts

_Parts = list[QuerySet[Any, tuple[int, dict[str, Any]]]]
_SOMEBODY = UUID(int=0)
_SOME_AGE = -1_000  # what no title has for an id
_MOST = 200  # titles of a page, so as many statements


def marks(viewer: Viewer, title_ids: Collection[int]) -> list[dict[str, Any]]:
    """A mark for each of these titles that the viewer meets and has something to do with; nothing for the others."""
    told: dict[int, dict[str, Any]] = defaultdict(lambda: {"lists": []})
    for title_id, part in _ask(viewer, list(dict.fromkeys(title_ids))):
        if "list" in part:
            told[title_id]["lists"].append(part["list"])
        else:
            told[title_id] |= part
    return [{"id": title_id, **_mark(parts)} for title_id, parts in told.items() if _says_something(parts)]


def _ask(viewer: Viewer, title_ids: list[int]) -> Iterator[tuple[int, dict[str, Any]]]:
    age = None if viewer.age_cap is None else _SOME_AGE
    sql, values = _composed(Viewer(_SOMEBODY, age_cap=age, unrated=viewer.unrated), len(title_ids))
    meant = {
        _stored(_SOMEBODY): _stored(viewer.user_id),
        _SOME_AGE: viewer.age_cap,
        **dict(zip(_places(len(title_ids)), title_ids, strict=True)),
    }
    with connection.cursor() as cursor:
        cursor.execute(sql, [meant.get(value, value) for value in values])
        yield from ((title_id, orjson.loads(part)) for title_id, part in cursor.fetchall())


@lru_cache(_MOST)
def _composed(viewer: Viewer, count: int) -> tuple[str, tuple[Any, ...]]:
    """The statement for so many titles, and its values: with somebody for the reader, and places for the titles."""
    first, *others = _parts(viewer, _places(count))
    sql, values = first.union(*others, all=True).query.sql_with_params()
    return sql, values


def _places(count: int) -> range:
    """What no title has for an id."""
    return range(-count, 0)


def _stored(user_id: UUID | None) -> Any:
    """As this database is given it."""
    return UUIDField().get_db_prep_value(user_id, connection)


def _parts(viewer: Viewer, title_ids: Collection[int]) -> _Parts:
    of_titles = Q(title__in=title_ids) & _met(viewer)
    mine = Q(user=viewer.user_id) & of_titles
    return [
        Opinion.objects.filter(mine).values_list(
            "title_id", JSONObject(loved="loved_at", rating="rating", dismissed="dismissed_at")
        ),
        Standing.objects.filter(mine).values_list(
            "title_id", JSONObject(status="status", again="again", seen="seen", aired="aired")
        ),
        Progress.objects.filter(mine, episode__isnull=True).values_list(
            "title_id", JSONObject(seconds="seconds", duration="duration")
        ),
        *(held.values_list("title_id", JSONObject(list="watchlist_id")) for held in list_facts(viewer, of_titles)),
    ]


def _met(viewer: Viewer) -> Q:
    """Who has no cap is spared the joins, with which PostgreSQL takes half as long again."""
    return Q() if viewer.age_cap is None else visible.shown(viewer, "title__")


def _says_something(parts: dict[str, Any]) -> bool:
    return any(parts.get(name) is not None for name in ("loved", "rating", "dismissed", "seconds")) or bool(
        parts.get("status") or parts.get("seen") or parts["lists"]
    )


def _mark(parts: dict[str, Any]) -> dict[str, Any]:
    return {
        "favorite": parts.get("loved") is not None,
        "rating": in_points(parts.get("rating")),
        "dismissed": parts.get("dismissed") is not None,
        "lists": sorted(parts["lists"]),
        "status": parts.get("status") or None,
        "rewatched": bool(parts.get("again")),
        "seen": parts.get("seen", 0),
        "aired": parts.get("aired", 0),
        "progress": parts["seconds"] / parts["duration"] if "seconds" in parts else fraction(parts),
    }


def fraction(counted: dict[str, Any]) -> float | None:
    """How much of what has aired is seen, 0-1; None where nothing has begun."""
    return counted["seen"] / counted["aired"] if counted.get("seen") and counted.get("aired") else None


def in_points(rating: int | None) -> float | None:
    """Half points as people say them: 17 is 8.5."""
    return None if rating is None else rating / 2
