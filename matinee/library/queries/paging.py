"""One page of a listing."""

from typing import Any, TypeVar

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)

PER_PAGE = 40


def page_of(
    rows: QuerySet[M], page: int, per_page: int = PER_PAGE, *, total: int | None = None
) -> tuple[list[M], dict[str, Any]]:
    """The rows of that page, counted from 1, and what an answer says of the whole: `page`, `pages`, `total`.

    `total`: for who knows a cheaper way to count them.
    """
    start = (page - 1) * per_page
    total = rows.count() if total is None else total
    return list(rows[start : start + per_page]), {"page": page, "total": total, "pages": -(-total // per_page)}
