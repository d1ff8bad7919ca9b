"""Every address of the program that Django answers."""

from django.urls import URLPattern, URLResolver, include, path

from matinee.config.api import api
from matinee.config.docs import asset
from matinee.images.api import urlpatterns as images
from matinee.system.api import live, metrics, ready

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/docs/<str:name>", asset),
    path("api/v1/auth/", include("matinee.accounts.flows.addresses")),
    path("api/v1/", api.urls),
    path("accounts/", include("matinee.accounts.flows.social_callbacks")),
    path("img/", include(images)),
    path("health/live", live),
    path("health/ready", ready),
    path("metrics", metrics),
]

handler400 = "matinee.config.problems.bad_request"
handler404 = "matinee.config.problems.not_found"
handler500 = "matinee.config.problems.server_error"
