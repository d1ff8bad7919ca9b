"""Recommendations over HTTP."""

from collections.abc import Sequence
from math import ceil
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router

from matinee.accounts.queries import company
from matinee.core.access import Viewer, viewer, visitors
from matinee.core.errors import BadInput, NotFound, TooOften
from matinee.core.limits import Lockout, failed, wait
from matinee.library import queries
from matinee.library.api.asking import locale, me, title_id
from matinee.library.schemas.common import Noun
from matinee.library.schemas.recommendations import ForMeQuery, Recommendations, SimilarQuery, TogetherQuery

router = Router(by_alias=True)

_MOST_OTHERS = 3
_WRONG_NAMES = Lockout(free=100, first=3600)  # of one person: so nobody finds out who is here by trying


@router.get(
    "/me/recommendations",
    response=Recommendations,
    operation_id="recommendations",
    summary="What I may like, and have neither seen nor planned",
)
def list_recommendations(request: HttpRequest, query: Query[ForMeQuery]) -> dict[str, Any]:
    found = queries.for_person(me(request), query.kind, query.count, locale(request, query), viewer(request))
    return {"items": found}


@router.get(
    "/recommendations/together",
    response=Recommendations,
    operation_id="recommendations_together",
    summary="What all of us may like and none of us has seen",
)
def list_together(request: HttpRequest, query: Query[TogetherQuery]) -> dict[str, Any]:
    names = query.names()
    if not 1 <= len(names) <= _MOST_OTHERS:
        raise BadInput.at("with", f"should be one to {_MOST_OTHERS} user names, with commas between them")
    others = _company(me(request), names)
    people = [me(request), *(one.user_id for one in others if one.user_id)]
    if me(request) in people[1:]:
        raise BadInput.at("with", "should name others than yourself")
    viewers = [viewer(request), *others]
    found = queries.together(people, query.kind, query.minutes, query.count, locale(request, query), viewers)
    return {"items": found}


def _company(user_id: UUID, names: Sequence[str]) -> list[Viewer]:
    key = f"together {user_id}"
    if seconds := wait(key, _WRONG_NAMES):
        raise TooOften("You have asked for many who cannot be found. Please wait", retry_after=ceil(seconds))
    try:
        return company(user_id, names)
    except NotFound:
        failed(key, _WRONG_NAMES)
        raise


@router.get(
    "/{noun}/{ref}/similar",
    auth=visitors,
    response=Recommendations,
    operation_id="similar_titles",
    summary="What is like this title",
)
def list_similar(request: HttpRequest, noun: Noun, ref: str, query: Query[SimilarQuery]) -> dict[str, Any]:
    found = queries.similar(title_id(request, noun, ref), query.count, locale(request, query), viewer(request))
    return {"items": found}
