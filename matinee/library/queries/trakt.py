"""Somebody's link to Trakt, as they see it."""

from typing import Any
from uuid import UUID

from django.utils import timezone

from matinee.core import leases
from matinee.core.personal import personal
from matinee.library.models import LinkStatus, TraktLink
from matinee.library.trakt.app import App, app
from matinee.library.trakt.line import connected

_NOTHING_YET: dict[str, Any] = {
    "taken": 0,
    "dropped": 0,
    "sent": 0,
    "withdrawn": 0,
    "waiting": 0,
    "unknown_here": [],
    "unknown_there": [],
    "notes": [],
}


def trakt_app() -> App | None:
    """What this installation is at Trakt; its secret is nobody's to see."""
    return app()


def trakt_link(user_id: UUID) -> dict[str, Any]:
    """Where they stand with it, and what the last sync did. Never a token, nor the code of the device."""
    link = TraktLink.objects.filter(user=user_id).first()
    told: dict[str, Any] = {"is_offered": connected() is not None, "status": "none"}
    if link is None:
        return told
    is_linking = link.status == LinkStatus.LINKING
    return told | {
        "status": link.status,
        "user_code": link.user_code or None,
        "verification_url": link.verification_url or None,
        "interval": link.interval if is_linking else None,
        "expires_at": link.expires_at if is_linking else None,
        "username": link.username or None,
        "linked_at": link.linked_at,
        "synced_at": link.synced_at,
        "next_sync_at": link.due_at if link.status == LinkStatus.LINKED else None,
        "is_syncing": told["is_offered"] and _is_syncing(link),
        "error": link.error or None,
        "report": _NOTHING_YET | link.report if link.synced_at else None,
    }


def _is_syncing(link: TraktLink) -> bool:
    if link.status != LinkStatus.LINKED:
        return False
    now = timezone.now()
    return link.due_at <= now or leases.held(link.claim, now=now)


@personal("trakt")
def _kept(user_id: UUID) -> object:
    link = TraktLink.objects.filter(user=user_id).first()
    if link is None:
        return None
    return {
        "status": link.status,
        "username": link.username,
        "linkedAt": link.linked_at,
        "syncedAt": link.synced_at,
        "error": link.error,
        "report": link.report,
    }
