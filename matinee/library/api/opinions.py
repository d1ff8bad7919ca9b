"""Favourites, ratings and dismissals over HTTP."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from matinee.core.access import viewer
from matinee.library import actions, queries
from matinee.library.api.asking import locale, me, title_id
from matinee.library.schemas.common import Noun
from matinee.library.schemas.opinions import (
    NewFavorite,
    OpinionChange,
    OpinionChoices,
    OpinionChoicesQuery,
    OpinionPage,
    OpinionsQuery,
    OpinionTold,
    Which,
)

router = Router(by_alias=True)


@router.get("/me/favorites", response=OpinionPage, operation_id="favorites", summary="What I love")
def list_favorites(request: HttpRequest, query: Query[OpinionsQuery]) -> dict[str, Any]:
    return _page(request, query, "favorites")


@router.get("/me/ratings", response=OpinionPage, operation_id="ratings", summary="What I have rated")
def list_ratings(request: HttpRequest, query: Query[OpinionsQuery]) -> dict[str, Any]:
    return _page(request, query, "ratings")


@router.get("/me/dismissals", response=OpinionPage, operation_id="dismissals", summary="What I do not want recommended")
def list_dismissals(request: HttpRequest, query: Query[OpinionsQuery]) -> dict[str, Any]:
    return _page(request, query, "dismissals")


@router.get(
    "/me/opinions/choices",
    response=OpinionChoices,
    operation_id="opinion_choices",
    summary="Which kinds and genres there are among them",
)
def list_choices(request: HttpRequest, query: Query[OpinionChoicesQuery]) -> dict[str, Any]:
    return queries.opinion_choices(me(request), query.filters(), viewer(request))


@router.put(
    "/me/favorites/{noun}/{ref}",
    response=OpinionTold,
    operation_id="add_favorite",
    summary="I love this title (fetched first when it is not known yet)",
)
def add_favorite(request: HttpRequest, noun: Noun, ref: str, given: NewFavorite) -> dict[str, Any]:
    return queries.opinion(actions.change_opinion(me(request), title_id(request, noun, ref), given.change()))


@router.delete(
    "/me/favorites/{noun}/{ref}",
    response={204: None},
    operation_id="remove_favorite",
    summary="I do not love it any more (my rating and notes stay)",
)
def remove_favorite(request: HttpRequest, noun: Noun, ref: str) -> Status[None]:
    actions.change_opinion(me(request), title_id(request, noun, ref), actions.Change(favorite=False))
    return Status(204, None)


@router.get(
    "/me/opinions/{noun}/{ref}",
    response=OpinionTold,
    operation_id="opinion",
    summary="What I think of this title",
)
def show_opinion(request: HttpRequest, noun: Noun, ref: str) -> dict[str, Any]:
    return queries.opinion_of(me(request), title_id(request, noun, ref))


@router.patch(
    "/me/opinions/{noun}/{ref}",
    response=OpinionTold,
    operation_id="change_opinion",
    summary="I think something else of it",
)
def change_opinion(request: HttpRequest, noun: Noun, ref: str, given: OpinionChange) -> dict[str, Any]:
    return queries.opinion(actions.change_opinion(me(request), title_id(request, noun, ref), given.change()))


def _page(request: HttpRequest, query: OpinionsQuery, which: Which) -> dict[str, Any]:
    return queries.opinions_page(me(request), query.filters(which), query.page, locale(request, query), viewer(request))
