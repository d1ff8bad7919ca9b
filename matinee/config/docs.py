"""The page that shows the API to people, at /api/v1/docs: Swagger UI as Ninja ships it, from our own address."""

from importlib import resources

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import format_html
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

_TYPES = {
    "swagger-ui.css": "text/css; charset=utf-8",
    "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
    "swagger-ui-init.js": "text/javascript; charset=utf-8",
    "favicon.svg": "image/svg+xml",
}
_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} API</title>
<link rel="icon" href="docs/favicon.svg">
<link rel="stylesheet" href="docs/swagger-ui.css">
<script type="application/json" id="swagger-settings">{{"url": "openapi.json", "layout": "BaseLayout"}}</script>
<div id="swagger-ui"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/swagger-ui-init.js"></script>
</html>
"""


class Reader(DocsBase):
    """Ninja's hook for the page; it needs no other host and no inline script."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **_kwargs: object) -> HttpResponse:
        page = format_html(_PAGE, title=api.title)
        return HttpResponse(page, headers={"Cache-Control": "public, max-age=3600"})


def asset(_request: HttpRequest, name: str) -> HttpResponse:
    """One of the page's own files."""
    if name not in _TYPES:
        raise Http404
    body = resources.files("ninja").joinpath("static", "ninja", name).read_bytes()
    return HttpResponse(body, content_type=_TYPES[name], headers={"Cache-Control": "public, max-age=86400"})
