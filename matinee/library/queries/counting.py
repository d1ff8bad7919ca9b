"""What people here think of titles, all together."""

from typing import Any

from matinee.catalog import visible
from matinee.catalog.queries import title_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale
from matinee.library.models import TitleCount
from matinee.library.queries.paging import page_of

MOST_PAGES = 25  # of what is loved here; whoever comes so far down finds titles that one person loves


def counts_of(title_id: int) -> dict[str, Any]:
    """Of one title."""
    return _counts(TitleCount.objects.filter(title=title_id).first() or TitleCount())


def loved_here(page: int, locale: Locale, viewer: Viewer) -> dict[str, Any]:
    """What most people love comes first; a page of 40 of the titles that the viewer meets."""
    rows = TitleCount.objects.filter(visible.shown(viewer, "title__"), loved__gt=0).order_by("-loved", "-title")
    shown, whole = page_of(rows, page)
    cards = title_cards([row.title_id for row in shown], locale, viewer)
    items = [{"title": cards[row.title_id], **_counts(row)} for row in shown if row.title_id in cards]
    return {"items": items, **whole, "pages": min(whole["pages"], MOST_PAGES)}


def _counts(row: TitleCount) -> dict[str, Any]:
    average = round(row.points / 2 / row.rated, 1) if row.rated else None
    return {"loved": row.loved, "rated": row.rated, "rating": average}
