"""Health, measures, connections and what this installation is, over HTTP."""

import hmac

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router

from matinee import __version__
from matinee.core import metrics as measures
from matinee.core.access import administrators, anyone
from matinee.core.answers import keepable
from matinee.core.errors import Forbidden
from matinee.core.settings import current
from matinee.system import queries
from matinee.system.schemas import About, Connections, ConnectionState

router = Router(tags=["system"])


@router.get("/about", response=About, auth=anyone, operation_id="about", summary="Version, defaults and attributions")
def about(request: HttpRequest) -> HttpResponse:
    settings = current()
    in_use = [report for report in queries.connection_reports() if report.state != "off"]
    shown = About(
        version=__version__,
        language=settings.language,
        region=settings.region,
        connected=[report.name for report in in_use],
        attributions=[report.attribution for report in in_use if report.attribution],
    )
    return keepable(shown.model_dump(by_alias=True), fresh=60, tags=["about"], by_language=False)


@router.get(
    "/connections",
    response=Connections,
    auth=administrators,
    by_alias=True,
    operation_id="connections",
    summary="Outside services",
)
def list_connections(request: HttpRequest) -> Connections:
    return Connections(items=[ConnectionState.model_validate(report) for report in queries.connection_reports()])


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
