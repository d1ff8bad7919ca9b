"""The system over HTTP."""

from ninja import Router

from matinee.system.api import connections, messages, tmdb, trakt
from matinee.system.api.health import live, metrics, ready

__all__ = ["live", "metrics", "ready", "router"]

router = Router(by_alias=True)
router.add_router("", connections.router)
router.add_router("", messages.router)
router.add_router("", tmdb.router)
router.add_router("", trakt.router)
