"""Reviews over HTTP."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from matinee.core.access import administrators, viewer, visitors
from matinee.library import actions, queries
from matinee.library.api.asking import locale, me, met, title_id
from matinee.library.markdown import render
from matinee.library.schemas.common import Noun, Paged
from matinee.library.schemas.reviews import (
    Draft,
    Helpful,
    Hiding,
    MaybeReview,
    NewReview,
    OwnReviews,
    Rendered,
    ReviewPage,
    ReviewsQuery,
)

router = Router(by_alias=True)


@router.get(
    "/movies/{ref}/reviews",
    response=ReviewPage,
    operation_id="reviews_of_film",
    summary="A film's reviews",
    auth=visitors,
)
def film_reviews(request: HttpRequest, ref: str, query: Query[ReviewsQuery]) -> dict[str, Any]:
    return queries.reviews_page(title_id(request, "movies", ref), query.asked(), viewer(request))


@router.get(
    "/tv/{ref}/reviews", response=ReviewPage, operation_id="reviews_of_show", summary="A show's reviews", auth=visitors
)
def show_reviews(request: HttpRequest, ref: str, query: Query[ReviewsQuery]) -> dict[str, Any]:
    return queries.reviews_page(title_id(request, "tv", ref), query.asked(), viewer(request))


@router.get(
    "/titles/{title_id}/reviews",
    response=ReviewPage,
    operation_id="reviews",
    summary="The reviews of a film or show, by its id here",
    auth=visitors,
)
def title_reviews(request: HttpRequest, title_id: int, query: Query[ReviewsQuery]) -> dict[str, Any]:
    return queries.reviews_page(met(request, title_id), query.asked(), viewer(request))


@router.get("/me/reviews", response=OwnReviews, operation_id="own_reviews", summary="What I have written")
def list_own(request: HttpRequest, query: Query[Paged]) -> dict[str, Any]:
    return queries.own_reviews(me(request), query.page, locale(request, query), viewer(request))


@router.get(
    "/me/reviews/{noun}/{ref}", response=MaybeReview, operation_id="own_review", summary="What I have written about it"
)
def show_own(request: HttpRequest, noun: Noun, ref: str) -> dict[str, Any]:
    return {"review": queries.own_review(title_id(request, noun, ref), viewer(request))}


@router.put(
    "/me/reviews/{noun}/{ref}",
    response=MaybeReview,
    operation_id="publish_review",
    summary="Say this of a title, with or without a rating",
)
def publish(request: HttpRequest, noun: Noun, ref: str, given: NewReview) -> dict[str, Any]:
    of = title_id(request, noun, ref)
    actions.publish_review(me(request), of, given.text, given.change(), spoiler=given.spoiler)
    return {"review": queries.own_review(of, viewer(request))}


@router.delete(
    "/me/reviews/{noun}/{ref}",
    response={204: None},
    operation_id="remove_review",
    summary="Take it back (for a day it can be had again; the rating stays)",
)
def remove(request: HttpRequest, noun: Noun, ref: str) -> Status[None]:
    actions.remove_review(me(request), title_id(request, noun, ref))
    return Status(204, None)


@router.post(
    "/me/reviews/{noun}/{ref}/restore",
    response=MaybeReview,
    operation_id="restore_review",
    summary="Have a review back that was removed within a day",
)
def restore(request: HttpRequest, noun: Noun, ref: str) -> dict[str, Any]:
    of = title_id(request, noun, ref)
    actions.restore_review(me(request), of)
    return {"review": queries.own_review(of, viewer(request))}


@router.post("/reviews/preview", response=Rendered, operation_id="preview_review", summary="How a text will look")
def preview(request: HttpRequest, given: Draft) -> dict[str, str]:
    return {"html": render(given.text)}


@router.put(
    "/reviews/{review_id}/helpful", response=Helpful, operation_id="mark_helpful", summary="This review has helped me"
)
def mark_helpful(request: HttpRequest, review_id: int) -> dict[str, int]:
    return {"helpful": actions.mark_helpful(viewer(request), me(request), review_id)}


@router.delete(
    "/reviews/{review_id}/helpful", response=Helpful, operation_id="unmark_helpful", summary="It has not, after all"
)
def unmark_helpful(request: HttpRequest, review_id: int) -> dict[str, int]:
    return {"helpful": actions.unmark_helpful(viewer(request), me(request), review_id)}


@router.put(
    "/reviews/{review_id}/hidden",
    response={204: None},
    operation_id="hide_review",
    summary="Show it to nobody but its author",
    auth=administrators,
)
def hide(request: HttpRequest, review_id: int, given: Hiding) -> Status[None]:
    actions.hide_review(me(request), review_id, given.because)
    return Status(204, None)


@router.delete(
    "/reviews/{review_id}/hidden",
    response={204: None},
    operation_id="unhide_review",
    summary="Show it to everybody again",
    auth=administrators,
)
def unhide(request: HttpRequest, review_id: int) -> Status[None]:
    actions.unhide_review(me(request), review_id)
    return Status(204, None)
