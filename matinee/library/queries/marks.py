"""What somebody has to do with the titles of a page: one statement, however many there are and whatever it is.

Each table tells its part as JSON, so that parts of any shape make one list. Composing the statement costs many times
what asking does, so it is composed once for each number of titles.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson
from django.db import connection
from django.db.models import QuerySet, UUIDField
from django.db.models.functions import JSONObject

from matinee.library.models import Opinion, Progress, Standing
from matinee.library.queries.watchlists import list_facts

_Parts = list[QuerySet[Any, tuple[int, dict[str, Any]]]]
_SOMEBODY = UUID(int=0)
_MOST = 200  # titles of a page, so as many statements


def marks(user_id: UUID, title_ids: Collection[int]) -> list[dict[str, Any]]:
    """A mark for each of these titles that the person has something to do with; nothing for the others."""
    told: dict[int, dict[str, Any]] = defaultdict(lambda: {"lists": []})
    for title_id, part in _ask(user_id, list(dict.fromkeys(title_ids))):
        if "list" in part:
            told[title_id]["lists"].append(part["list"])
        else:
            told[title_id] |= part
    return [{"id": title_id, **_mark(parts)} for title_id, parts in told.items() if _says_something(parts)]


def _ask(user_id: UUID, title_ids: list[int]) -> Iterator[tuple[int, dict[str, Any]]]:
    sql, values = _composed(len(title_ids))
    meant = {_stored(_SOMEBODY): _stored(user_id), **dict(zip(_places(len(title_ids)), title_ids, strict=True))}
    with connection.cursor() as cursor:
        cursor.execute(sql, [meant.get(value, value) for value in values])
        yield from ((title_id, orjson.loads(part)) for title_id, part in cursor.fetchall())


@lru_cache(_MOST)
def _composed(count: int) -> tuple[str, tuple[Any, ...]]:
    """The statement for so many titles, and its values: with somebody for the reader, and places for the titles."""
    first, *others = _parts(_SOMEBODY, _places(count))
    sql, values = first.union(*others, all=True).query.sql_with_params()
    return sql, values


def _places(count: int) -> range:
    """What no title has for an id."""
    return range(-count, 0)


def _stored(user_id: UUID) -> Any:
    """As this database is given it."""
    return UUIDField().get_db_prep_value(user_id, connection)


def _parts(user_id: UUID, title_ids: Collection[int]) -> _Parts:
    mine = {"user": user_id, "title__in": title_ids}
    return [
        Opinion.objects.filter(**mine).values_list(
            "title_id", JSONObject(loved="loved_at", rating="rating", dismissed="dismissed_at")
        ),
        Standing.objects.filter(**mine).values_list(
            "title_id", JSONObject(status="status", again="again", seen="seen", aired="aired")
        ),
        Progress.objects.filter(**mine, episode__isnull=True).values_list(
            "title_id", JSONObject(seconds="seconds", duration="duration")
        ),
        *(held.values_list("title_id", JSONObject(list="watchlist_id")) for held in list_facts(user_id, title_ids)),
    ]


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
