"""What people here think of titles, over HTTP."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from matinee.core.access import viewer, visitors
from matinee.library import queries
from matinee.library.api.asking import locale, title_id
from matinee.library.schemas.common import Noun
from matinee.library.schemas.counting import Counts, LovedHere, LovedHereQuery

router = Router(by_alias=True)


@router.get(
    "/favorites", auth=visitors, response=LovedHere, operation_id="loved_here", summary="What people here love most"
)
def list_loved(request: HttpRequest, query: Query[LovedHereQuery]) -> dict[str, Any]:
    return queries.loved_here(query.page, locale(request, query), viewer(request))


@router.get(
    "/{noun}/{ref}/opinions",
    auth=visitors,
    response=Counts,
    operation_id="title_opinions",
    summary="What people here think of this title",
)
def show_counts(request: HttpRequest, noun: Noun, ref: str) -> dict[str, Any]:
    return queries.counts_of(title_id(request, noun, ref))
