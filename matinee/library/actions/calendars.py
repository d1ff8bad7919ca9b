"""The secret address at which a calendar program reads what is coming."""

import hashlib
import secrets
from uuid import UUID

from django.utils import timezone

from matinee.core.deeds import deed
from matinee.library.models import CalendarLink


@deed
def make_calendar_link(user_id: UUID) -> str:
    """A new secret, shown this once; the address with the one before it is dead."""
    secret = secrets.token_urlsafe(32)
    CalendarLink.objects.update_or_create(
        user_id=user_id, defaults={"digest": digest(secret), "made_at": timezone.now()}
    )
    return secret


@deed
def remove_calendar_link(user_id: UUID) -> None:
    """There is no such address any more; it is no mistake when there was none."""
    CalendarLink.objects.filter(user=user_id).delete()


def digest(secret: str) -> str:
    """What is stored of it. No salt and no cost: nobody guesses 256 bits."""
    return hashlib.sha256(secret.encode()).hexdigest()
