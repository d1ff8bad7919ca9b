"""The HTTP API at /api/v1: every feature's router in one."""

from ninja import NinjaAPI

from matinee import __version__
from matinee.accounts.api.audit import router as audit
from matinee.catalog.api import router as catalog
from matinee.config import docs
from matinee.config.problems import translate
from matinee.system.api import router as system

api = NinjaAPI(
    title="Matinee",
    version=__version__,
    description="Films and television: discover, search, read. Times are ISO 8601 UTC, errors are RFC 9457 problems.",
    docs=docs.Reader(),
)
translate(api)
api.add_router("", catalog)
api.add_router("", system)
api.add_router("", audit)
