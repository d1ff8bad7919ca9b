"""What this installation is, and the outside services it is connected to."""

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from matinee import __version__
from matinee.core.access import administrators, anyone
from matinee.core.answers import keepable
from matinee.core.settings import current
from matinee.system import actions, queries
from matinee.system.schemas import About, Connections, ConnectionState

router = Router(tags=["system"], by_alias=True, auth=administrators)


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
    operation_id="connections",
    summary="Outside services",
)
def list_connections(request: HttpRequest) -> Connections:
    return Connections(items=[ConnectionState.model_validate(report) for report in queries.connection_reports()])


@router.post(
    "/connections/{name}/test",
    response={204: None},
    operation_id="test_connection",
    summary="Ask a service now; an error says what is wrong",
)
def test_connection(request: HttpRequest, name: str) -> Status[None]:
    actions.test_connection(name)
    return Status(204, None)
