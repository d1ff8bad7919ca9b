"""Health, measures and what this installation is, over HTTP."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema

from matinee import __version__
from matinee.core.settings import current


router = Router(tags=["system"])


class About(Schema):
    """What runs here."""

    version: str
    language: str
    region: str


@router.get("/about", response=About, summary="Version and defaults of this installation")
def about(request: HttpRequest) -> dict[str, object]:  # noqa: ARG001
    settings = current()
    return {"version": __version__, "language": settings.language, "region": settings.region}


def live(_request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})
