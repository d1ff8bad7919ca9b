"""Middleware: allauth's answers as problems. What allauth says stays in them, since its clients look for it.

And what is no JSON object is refused before allauth reads it, whose own reading fails inside of what is nested deeply.
"""

import json
from collections.abc import Callable

import orjson
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from matinee.core.errors import BadInput, FieldProblem, Forbidden, MatineeError
from matinee.core.problems import problem_response

FLOWS = "/api/v1/auth/"
_FORM = "/auth/provider/redirect"  # the one that a browser goes to, with a form
_RETRY_AFTER = 60  # seconds; allauth's limits are mostly per minute

_TOO_MANY = {"too_many_login_attempts", "rate_limited"}


class _Refused(MatineeError):
    """What a flow answers besides bad input."""

    def __init__(self, status: int, title: str, detail: str, *, retry_after: int | None = None) -> None:
        super().__init__(detail, retry_after=retry_after)
        self.status = status
        self.title = title


_WORDS = {
    401: ("Not signed in", "Signing in is not complete: `data.flows` names the next step"),
    403: ("Forbidden", "This is not possible here"),
    404: ("Not found", "There is none yet"),
    409: ("Not possible now", "This is not possible in this state: begin anew, or do the step before it first"),
    410: ("Session ended", "This session has ended. Sign in again"),
    429: ("Too many attempts", "Too many attempts. Please wait a minute"),
}


class FlowAnswers:
    """Adds to each error answer of a flow what every error answer of the API has."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(FLOWS) and not request.path.endswith(_FORM) and not _is_readable(request.body):
            return problem_response(BadInput("The body should be a JSON object"))
        response = self._get_response(request)
        if (
            response.status_code < 400
            or not request.path.startswith(FLOWS)
            or not isinstance(response, HttpResponse)
            or not response.get("Content-Type", "").startswith("application/json")
        ):
            return response
        said = json.loads(response.content)
        error = _error(response.status_code, said)
        worded = problem_response(error, **{**said, "status": error.status})
        worded.cookies = response.cookies
        return worded


def _is_readable(body: bytes) -> bool:
    """Whether it is nothing, or a JSON object, of which every number and every letter can be stored."""
    if not body:
        return True
    try:
        return isinstance(orjson.loads(body), dict) and isinstance(json.loads(body), dict)
    except (ValueError, RecursionError):  # the second also reads numbers of any length, and gives up on some
        return False


def _error(status: int, said: dict[str, object]) -> MatineeError:
    told = said.get("errors")
    errors = told if isinstance(told, list) else []
    fields = tuple(FieldProblem(error["param"], error["message"]) for error in errors if "param" in error)
    sentence = " ".join(error["message"] for error in errors)
    if any(error.get("code") in _TOO_MANY for error in errors):  # allauth has two ways to say so
        status, sentence = 429, ""
    if status == 400:
        return BadInput(sentence or "This cannot be understood", fields=fields)
    title, words = _WORDS.get(status, ("Something went wrong", "Something went wrong"))
    return _Refused(status, title, sentence or words, retry_after=_RETRY_AFTER if status == 429 else None)


def csrf_failure(_request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW."""
    return problem_response(
        Forbidden(
            f"This request does not seem to come from this site's own pages: {reason} Reload the page and try again"
        )
    )
