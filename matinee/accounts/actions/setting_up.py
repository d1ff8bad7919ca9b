"""The first administrator: made by whoever has the one-time link that `serve` prints.

The link dies with its use, with half an hour, and once there is an administrator.
"""

import secrets
from datetime import datetime, timedelta

from django.utils import timezone

from matinee.accounts.actions.audit import note
from matinee.accounts.actions.credentials import digest
from matinee.accounts.actions.people import create_user
from matinee.accounts.models import AuditAction, User
from matinee.core.access import Role
from matinee.core.deeds import deed
from matinee.core.errors import Forbidden
from matinee.core.models import Setting

LIFE = timedelta(minutes=30)
_NAME = "setup-link"


def is_needed() -> bool:
    """Whether there is no administrator yet."""
    return not User.objects.filter(role=Role.ADMINISTRATOR).exists()


@deed
def make_link() -> str | None:
    """A fresh token for the link, in place of any before; None when there is an administrator."""
    if not is_needed():
        return None
    token = secrets.token_urlsafe(24)
    value = {"hash": digest(token), "until": (timezone.now() + LIFE).isoformat()}
    Setting.objects.update_or_create(name=_NAME, defaults={"value": value})
    return token


@deed
def set_up(token: str, username: str, email: str, password: str, *, language: str = "", region: str = "") -> User:
    """Make the first administrator. Raises Forbidden for a dead link, BadInput for what `create_user` does not take."""
    link = Setting.objects.select_for_update().filter(name=_NAME).first()
    alive = link is not None and datetime.fromisoformat(link.value["until"]) > timezone.now()
    if link is None or not alive or not secrets.compare_digest(link.value["hash"], digest(token)) or not is_needed():
        raise Forbidden(
            "This set-up link is not good any more: it is for one use within 30 minutes. "
            "Start Matinee anew, or run `matinee user setup-link`, for another"
        )
    user = create_user(username, password, email=email, role=Role.ADMINISTRATOR, language=language, region=region)
    link.delete()
    note(AuditAction.SET_UP, actor=user)
    return user
