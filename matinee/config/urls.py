"""Every address of the program that Django answers."""

from collections.abc import Iterable

from allauth.urls import urlpatterns as allauth
from django.urls import URLPattern, URLResolver, include, path

from matinee.config.api import api
from matinee.config.docs import asset
from matinee.images.api import urlpatterns as images
from matinee.system.api import live, metrics, ready


def _callbacks(patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """Where providers send people back to; allauth's other pages are not for a client of its own."""
    kept: list[URLPattern | URLResolver] = []
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            if (pattern.name or "").endswith("_callback"):
                kept.append(pattern)
        elif inner := _callbacks(pattern.url_patterns):
            kept.append(URLResolver(pattern.pattern, inner))
    return kept


urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/docs/<str:name>", asset),
    path("api/v1/auth/", include("matinee.accounts.flows.addresses")),
    path("api/v1/", api.urls),
    path("accounts/", include(_callbacks(allauth))),
    path("img/", include(images)),
    path("health/live", live),
    path("health/ready", ready),
    path("metrics", metrics),
]

handler404 = "matinee.config.problems.not_found"
handler500 = "matinee.config.problems.server_error"
