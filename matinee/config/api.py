"""The HTTP API at /api/v1: every feature's router in one."""

from typing import Any, cast

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from matinee import __version__
from matinee.accounts.api import router as accounts
from matinee.catalog.api import router as catalog
from matinee.config import docs, document
from matinee.config.problems import translate
from matinee.core.access import people
from matinee.library.api import router as library
from matinee.notifications.api import router as notifications
from matinee.system.api import router as system


class Api(NinjaAPI):
    """All of it, with the flows of signing in, which allauth answers."""

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        return cast(OpenAPISchema, document.finished(super().get_openapi_schema(**kwargs)))


api = Api(
    title="Matinee",
    version=__version__,
    description="Films and television: discover, search, read. Times are ISO 8601 UTC, errors are RFC 9457 problems.",
    docs=docs.Reader(),
    auth=people,  # an address that says nothing else is for those who are signed in
)
translate(api)
api.add_router("", accounts)
api.add_router("", catalog)
api.add_router("", library)
api.add_router("", notifications)
api.add_router("", system)
