"""Visiting the API as a browser does, and what happens behind a visitor's back."""

import json
from typing import Any, cast

from django.http import HttpResponse
from django.test import Client

from matinee.core import jobs

Body = dict[str, Any]


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
