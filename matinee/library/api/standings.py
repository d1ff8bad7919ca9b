"""Where somebody stands with titles, over HTTP."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from matinee.core.access import viewer
from matinee.core.language import pick
from matinee.library import actions, queries
from matinee.library.api.asking import locale, me, title, title_id
from matinee.library.schemas.common import Localised, Noun
from matinee.library.schemas.history import (
    NewProgress,
    NewStatus,
    NextUp,
    NextUpQuery,
    ProgressKept,
    SeasonProgress,
    StandingDetail,
    StandingPage,
    StandingsQuery,
)

router = Router(by_alias=True)


@router.get(
    "/me/standings",
    response=StandingPage,
    operation_id="standings",
    summary="What I plan, watch, have watched or dropped",
)
def list_standings(request: HttpRequest, query: Query[StandingsQuery]) -> dict[str, Any]:
    return queries.standings_page(me(request), query.filters(), query.page, locale(request, query), viewer(request))


@router.get(
    "/me/standings/{noun}/{ref}",
    response=StandingDetail,
    operation_id="standing",
    summary="Where I stand with a title",
)
def show_standing(request: HttpRequest, noun: Noun, ref: str, query: Query[Localised]) -> dict[str, Any]:
    return queries.standing_of(me(request), title_id(request, noun, ref), locale(request, query))


@router.put(
    "/me/standings/{noun}/{ref}",
    response=StandingDetail,
    operation_id="set_status",
    summary="I plan it, watch it, drop it, or none of these",
)
def set_status(request: HttpRequest, noun: Noun, ref: str, given: NewStatus) -> dict[str, Any]:
    row = actions.set_status(me(request), title(request, noun, ref), given.wanted())
    return queries.told_of(row, pick(request.headers.get("Accept-Language", "")))


@router.get(
    "/me/standings/tv/{ref}/seasons/{number}",
    response=SeasonProgress,
    operation_id="season_progress",
    summary="Which episodes of a season I have seen or begun",
)
def show_season(request: HttpRequest, ref: str, number: int) -> dict[str, Any]:
    return {"items": queries.season_progress(me(request), title_id(request, "tv", ref), number)}


@router.put(
    "/me/progress/{noun}/{ref}",
    response=ProgressKept,
    operation_id="set_progress",
    summary="How far into a film or an episode I am",
)
def set_progress(request: HttpRequest, noun: Noun, ref: str, given: NewProgress) -> dict[str, Any]:
    row = actions.set_progress(me(request), title(request, noun, ref), given.what(), given.point())
    wording = pick(request.headers.get("Accept-Language", ""))
    return {"standing": None if row is None else queries.told_of(row, wording)}


@router.get("/me/next-up", response=NextUp, operation_id="next_up", summary="What to go on with")
def list_next_up(request: HttpRequest, query: Query[NextUpQuery]) -> dict[str, Any]:
    return {"items": queries.next_up(me(request), query.limit, locale(request, query), viewer(request))}
