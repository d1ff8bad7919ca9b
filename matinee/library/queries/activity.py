"""What somebody did, newest first."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.utils import timezone

from matinee.catalog.queries import title_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale
from matinee.core.personal import personal
from matinee.library.models import UNDOABLE, Activity, ImportRun
from matinee.library.queries.paging import PER_PAGE
from matinee.library.queries.watchlists import names_of


def activity_page(user_id: UUID, before: int | None, locale: Locale, viewer: Viewer) -> dict[str, Any]:
    """Forty things, those before that id; `before` of the answer is for the next page, None at the end."""
    mine = Activity.objects.filter(user=user_id).order_by("-event_id")
    if before is not None:
        mine = mine.filter(event_id__lt=before)
    rows = list(mine[: PER_PAGE + 1])
    shown, more = rows[:PER_PAGE], len(rows) > PER_PAGE
    cards = title_cards({row.title_id for row in shown if row.title_id}, locale, viewer)
    lists = names_of(user_id, {row.details["watchlist_id"] for row in shown if "watchlist_id" in row.details})
    imports = _kept_imports(user_id, {row.details["import_id"] for row in shown if "import_id" in row.details})
    now = timezone.now()
    return {
        "items": [
            {
                "id": row.event_id,
                "what": row.what,
                "title": cards[row.title_id] if row.title_id else None,
                "list": lists.get(row.details.get("watchlist_id")),
                "importId": row.details["import_id"] if row.details.get("import_id") in imports else None,
                "details": row.details,
                "at": row.at,
                "undoable": row.undoable and row.undone_at is None and row.at > now - UNDOABLE,
                "undoneAt": row.undone_at,
            }
            for row in shown
            if row.title_id is None or row.title_id in cards
        ],
        "before": shown[-1].event_id if more else None,
    }


def _kept_imports(user_id: UUID, ids: Collection[int]) -> set[int]:
    """Those of them that can still be looked at."""
    return set(ImportRun.objects.filter(user=user_id, pk__in=ids).values_list("pk", flat=True)) if ids else set()


@personal("activity")
def _kept(user_id: UUID) -> object:
    rows = Activity.objects.filter(user=user_id).order_by("event_id")
    return list(rows.values("what", "title_id", "details", "at", "undone_at"))
