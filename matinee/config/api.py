"""The HTTP API at /api/v1: every feature's router in one."""

from typing import Any, cast

import orjson
from django.http import HttpRequest
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import BaseRenderer
from ninja.responses import NinjaJSONEncoder

from matinee import __version__
from matinee.accounts.api import router as accounts
from matinee.catalog.api import router as catalog
from matinee.config import docs, document
from matinee.config.problems import translate
from matinee.core.access import people
from matinee.library.api import router as library
from matinee.notifications.api import router as notifications
from matinee.system.api import router as system


class Json(BaseRenderer):
    """As `core.answers.keepable` writes it; `json` takes ten times as long."""

    media_type = "application/json"

    def render(self, _request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        return orjson.dumps(data, default=NinjaJSONEncoder().default, option=orjson.OPT_UTC_Z)


class Api(NinjaAPI):
    """All of it, with the flows of signing in, which allauth answers."""

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        return cast(OpenAPISchema, document.finished(super().get_openapi_schema(**kwargs)))


api = Api(
    title="Matinee",
    version=__version__,
    description="Films and television: discover, search, read. Times are ISO 8601 UTC, errors are RFC 9457 problems.",
    docs=docs.Reader(),
    renderer=Json(),
    auth=people,  # an address that says nothing else is for those who are signed in
)
translate(api)
api.add_router("", accounts)
api.add_router("", catalog)
api.add_router("", library)
api.add_router("", notifications)
api.add_router("", system)
