"""One's own numbers over HTTP."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from matinee.core.access import viewer
from matinee.library import queries
from matinee.library.api.asking import locale, me
from matinee.library.schemas.statistics import Statistics, StatisticsQuery

router = Router(by_alias=True)


@router.get("/me/stats", response=Statistics, operation_id="statistics", summary="What I watched and rated, in numbers")
def show_statistics(request: HttpRequest, query: Query[StatisticsQuery]) -> dict[str, Any]:
    return queries.statistics(me(request), query.year, locale(request, query), viewer(request))
