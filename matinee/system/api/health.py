"""Health and measures: for orchestrators and collectors, outside the API."""

import hmac

from django.http import HttpRequest, HttpResponse, JsonResponse

from matinee.core import metrics as measures
from matinee.core.errors import Forbidden
from matinee.core.settings import current
from matinee.system import queries


def live(_request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return _plain({"status": "ok"})


def ready(_request: HttpRequest) -> HttpResponse:
    """200 when the process can do its work, else 503 with what is wrong."""
    troubles = queries.troubles()
    return _plain({"status": "ready" if not troubles else "not ready", "troubles": troubles}, 503 if troubles else 200)


def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus' text, for whoever has the token."""
    token = current().metrics_token.get_secret_value()
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not token or not hmac.compare_digest(given.encode(), token.encode()):
        raise Forbidden("Send MATINEE_METRICS_TOKEN as a Bearer token to read the metrics")
    content_type, text = measures.exposition()
    return HttpResponse(text, content_type=content_type)


def _plain(body: dict[str, object], status: int = 200) -> HttpResponse:
    return JsonResponse(body, status=status, headers={"Cache-Control": "no-store"})
