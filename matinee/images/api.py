"""/img/{kind}/{size}/{name} over HTTP. The front hall sends ready files itself and comes here for the others."""

import structlog
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from matinee.core.access import Viewer, viewer, visitors
from matinee.core.errors import MatineeError, NotFound, ServiceError
from matinee.core.problems import problem_response
from matinee.images import actions, addresses, origins, queries
from matinee.images.encoding import NotAnImage

log = structlog.get_logger(__name__)

STAND_IN_SECONDS = 30
NONE_SECONDS = 300


@require_safe
def image(request: HttpRequest, kind: str, size: str, name: str) -> HttpResponseBase:
    """The image; a problem for a wrong address; a drawn stand-in, kept for seconds, while its origin is away.

    What is answered to a viewer with an age cap is for them alone: who comes after them may see more, or less.
    """
    visitors(request)
    who = viewer(request)
    response = _image(request, kind, size, name, who)
    if who.age_cap is not None:
        kept = response["Cache-Control"].replace("public", "private")
        response["Cache-Control"] = "no-store" if response.status_code == NotFound.status else kept
    return response


def _image(request: HttpRequest, kind: str, size: str, name: str, who: Viewer) -> HttpResponseBase:
    accept = request.headers.get("Accept", "")
    try:
        origins.check(addresses.parse(kind, size, name), who)
        file = queries.ready_file(kind, size, name, accept) or actions.make_file(kind, size, name, accept)
        try:
            body = file.path.read_bytes()
        except FileNotFoundError:  # evicted this very moment
            file = actions.make_file(kind, size, name, accept)
            body = file.path.read_bytes()
    except (ServiceError, NotAnImage) as error:
        return _stand_in(error, kind, size, name, accept)
    except MatineeError as error:
        return _problem(error)
    response = HttpResponse(body, headers=file.headers)
    return get_conditional_response(request, etag=file.etag, response=response) or response


def _stand_in(error: MatineeError, kind: str, size: str, name: str, accept: str) -> HttpResponse:
    log.warning("image missing", kind=kind, name=name, problem=error.detail)
    try:
        body, content_type = actions.stand_in(kind, size, name, accept)
    except NotFound:
        return _problem(error)
    headers = {
        "Cache-Control": f"public, max-age={STAND_IN_SECONDS}",
        "Content-Security-Policy": "default-src 'none'",
        "Vary": "Accept",
    }
    return HttpResponse(body, content_type=content_type, headers=headers)


def _problem(error: MatineeError) -> HttpResponse:
    response = problem_response(error)
    if isinstance(error, NotFound):  # not asked for again with every page
        response["Cache-Control"] = f"public, max-age={NONE_SECONDS}"
    return response


urlpatterns = [path("<str:kind>/<str:size>/<str:name>", image)]
