"""Visiting the API as a browser does, and what happens behind a visitor's back."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client

from matinee.core import jobs
from matinee.core.access import Viewer

Body = dict[str, Any]


_viewer: ContextVar[Viewer | None] = ContextVar("viewer", default=None)


@contextmanager
def seen_by(viewer: Viewer) -> Iterator[None]:
    """Visits inside the block are this viewer's."""
    token = _viewer.set(viewer)
    try:
        yield
    finally:
        _viewer.reset(token)


class Visiting:
    """Innermost middleware: who asks is who the test says, without an account for each age; else who really asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if viewer := _viewer.get():
            request.viewer = viewer  # type: ignore[attr-defined]
        return self._get_response(request)


def visit(path: str, wishes: str = "", /, **query: str | int) -> HttpResponse:
    """GET below /api/v1. `wishes` is the Accept-Language header."""
    headers = {"accept-language": wishes} if wishes else None
    return cast(HttpResponse, Client().get(f"/api/v1{path}", query, headers=headers))


def get(path: str, wishes: str = "", /, **query: str | int) -> Body:
    """The body of an answer, which has to be a success."""
    response = visit(path, wishes, **query)
    assert response.status_code == 200, response.content
    return body(response)


def body(response: HttpResponse) -> Body:
    """The JSON of any answer."""
    found: Body = json.loads(response.content)
    return found


def titles(page: Body) -> list[str]:
    """The names on a page of titles."""
    return [item["title"] for item in page["items"]]


def do_rung_work() -> int:
    """Do what visits have rung for, as a worker would; answers how much it was."""
    queue, done = jobs.queue(), 0
    while (task := queue.dequeue()) is not None:
        queue.execute(task)
        done += 1
    return done
