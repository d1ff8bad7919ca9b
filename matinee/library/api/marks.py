"""Marks over HTTP."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from matinee.core.access import viewer
from matinee.library import queries
from matinee.library.schemas.marks import Marks, MarksQuery

router = Router(by_alias=True)


@router.get("/me/marks", response=Marks, operation_id="marks", summary="What I have to do with the titles of a page")
def list_marks(request: HttpRequest, query: Query[MarksQuery]) -> dict[str, Any]:
    return {"items": queries.marks(viewer(request), query.ids())}
