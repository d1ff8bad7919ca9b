"""Every address of the program that Django answers."""

from django.urls import URLPattern, URLResolver, path

from matinee.config.api import api
from matinee.config.docs import asset
from matinee.system.api import live

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/docs/<str:name>", asset),
    path("api/v1/", api.urls),
    path("health/live", live),
]

handler404 = "matinee.config.problems.not_found"
handler500 = "matinee.config.problems.server_error"
