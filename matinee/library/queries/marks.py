"""What somebody has to do with the titles of a page: one statement, however many there are and whatever it is.

Each table tells its part as JSON, so that parts of any shape make one list.
"""

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import JSONObject

from matinee.library.models import Opinion, Progress, Standing
from matinee.library.queries.watchlists import list_facts

_Parts = list[QuerySet[Any, tuple[int, dict[str, Any]]]]


def marks(user_id: UUID, title_ids: Collection[int]) -> list[dict[str, Any]]:
    """A mark for each of these titles that the person has something to do with; nothing for the others."""
    first, *others = _parts(user_id, title_ids)
    told: dict[int, dict[str, Any]] = defaultdict(lambda: {"lists": []})
    for title_id, part in first.union(*others, all=True):
        if "list" in part:
            told[title_id]["lists"].append(part["list"])
        else:
            told[title_id] |= part
    return [{"id": title_id, **_mark(parts)} for title_id, parts in told.items() if _says_something(parts)]


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
