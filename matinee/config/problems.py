"""Every error that Django or Ninja would word itself, as application/problem+json."""

from collections.abc import Callable
from http import HTTPStatus

import structlog
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from matinee.core.errors import BadInput, FieldProblem, MatineeError, NotFound
from matinee.core.problems import CONTENT_TYPE, problem_response

_WORDED = (CONTENT_TYPE, "application/json")  # it has said itself what is wrong

_OF_FORMS = (MultiPartParserError, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
_UNREADABLE_FORM = (
    "The form in this request cannot be read: its boundary is missing or odd, or a part of it is damaged. "
    "Send it as multipart/form-data, as browsers and curl -F do"
)

log = structlog.get_logger(__name__)


class _Refused(MatineeError):
    """An HTTP error that was not ours: its status and the standard's own words."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.title = HTTPStatus(status).phrase


class _DatabaseAway(MatineeError):
    """The database could not be asked, or was too busy for too long."""

    status = 503
    title = "Database unavailable"


def translate(api: NinjaAPI) -> None:
    """Have the API answer errors as problems."""
    for kind in (MatineeError, ValidationError, Http404, HttpError, Exception):
        api.add_exception_handler(kind, _worded)


def _worded(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
    known: MatineeError
    match error:
        case MatineeError():
            known = error
        case ValidationError():
            known = bad_input(error)
        case HttpError():
            known = _Refused(error.status_code, error.message)
        case SuspiciousOperation():  # such as thousands of query parameters
            known = BadInput("This request is larger than any that is asked for here")
        case MultiPartParserError():
            known = BadInput(_UNREADABLE_FORM)
        case OperationalError() | InterfaceError():
            log.error("database failed", path=request.path, exc_info=error)
            known = _DatabaseAway("The database does not answer. Please try again", retry_after=5)
        case Http404():
            return not_found(request, error)
        case _:
            log.error("request failed", path=request.path, exc_info=error)
            return server_error(request)
    return problem_response(known)


def bad_input(error: ValidationError) -> BadInput:
    """The same, naming each wrong field as the caller named it: no "query" or "body" in front."""
    fields = tuple(FieldProblem(_name(item["loc"]), _sentence(item)) for item in error.errors)
    return BadInput("; ".join(f"{field.field}: {field.message}" for field in fields), fields=fields)


def _name(location: tuple[str | int, ...]) -> str:
    """("query", "query", "page") is `page`: where it came in, the view's argument, and then the caller's own path."""
    place, *path = location
    own = path[1:] if len(path) > 1 else path
    return ".".join(str(part) for part in own) or str(place)


def _sentence(item: dict[str, object]) -> str:
    message = str(item["msg"]).removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler400: what middleware has come upon, as the CSRF check does when it looks into a form."""
    if isinstance(exception, _OF_FORMS):
        return _worded(request, exception)
    return problem_response(_Refused(HTTPStatus.BAD_REQUEST, HTTPStatus.BAD_REQUEST.description))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler404."""
    return problem_response(NotFound(f"There is nothing at {request.path[:200]}"))


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler500; the trace has been logged."""
    return problem_response(RuntimeError(request.path))


class Problems:
    """Middleware: words what plain views raise, and what Django and Ninja refuse on their own (405, …)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._get_response(request)
        if response.status_code < 400 or response.get("Content-Type", "").startswith(_WORDED):
            return response
        worded = problem_response(_Refused(response.status_code, _detail(request, response)))
        if response.has_header("Allow"):
            worded["Allow"] = response["Allow"]
        return worded

    def process_exception(self, _request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Django's hook; what is not ours it logs and hands to `server_error`."""
        return problem_response(error) if isinstance(error, MatineeError) else None


def _detail(request: HttpRequest, response: HttpResponseBase) -> str:
    if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        return f"{request.method} is not possible here; {response.get('Allow', 'another method')} is"
    return HTTPStatus(response.status_code).description or "This request was refused"
