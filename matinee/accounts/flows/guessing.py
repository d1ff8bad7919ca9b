"""Guessing slowed down: after a few wrong passwords each further one makes the next wait twice as long.

Counted for what was typed and where it came from, whether or not there is such an account, so that neither the answer
nor its delay tells. And counted for what was typed alone, with far more patience: many addresses may guess together,
but one stranger must not be able to lock a person out.
"""

from collections.abc import Mapping
from typing import Any

from allauth.core.internal.ratelimit import truncate_ip
from django.db.models import Q
from django.http import HttpRequest

from matinee.accounts.actions.audit import note
from matinee.accounts.models import AuditAction, User
from matinee.core import limits
from matinee.core.errors import MatineeError

_MANY = limits.Lockout(free=50)


class TooManyAttempts(MatineeError):
    """Guessing has to wait."""

    status = 429
    title = "Too many attempts"


def check(request: HttpRequest, credentials: Mapping[str, Any]) -> None:
    """Raises TooManyAttempts with the seconds to wait."""
    near, far = _keys(request, credentials)
    seconds = max(limits.wait(near), limits.wait(far, _MANY))
    if seconds > 0:
        raise TooManyAttempts(
            "Too many wrong passwords. Please wait before you try again", retry_after=int(seconds) + 1
        )


def count(request: HttpRequest, credentials: Mapping[str, Any]) -> None:
    """A password was wrong."""
    near, far = _keys(request, credentials)
    name = _known(credentials)
    note(AuditAction.SIGN_IN_FAILED, target=name)
    seconds = max(limits.failed(near), limits.failed(far, _MANY))
    if seconds > 0:
        note(AuditAction.LOCKED_OUT, target=name, after={"seconds": int(seconds)})


def forgive(request: HttpRequest, credentials: Mapping[str, Any]) -> None:
    """The password was right."""
    near, _far = _keys(request, credentials)
    limits.forget(near)


def _keys(request: HttpRequest, credentials: Mapping[str, Any]) -> tuple[str, str]:
    typed = _typed(credentials)
    return f"sign-in:{typed}:{truncate_ip(request.META['REMOTE_ADDR'])}", f"sign-in:{typed}"


def _typed(credentials: Mapping[str, Any]) -> str:
    for method in ("email", "username", "phone"):
        if value := credentials.get(method):
            return str(value).strip().lower()
    return ""


def _known(credentials: Mapping[str, Any]) -> str:
    """Who was meant. Of what belongs to nobody the log says nothing: people do type passwords into the wrong field."""
    typed = _typed(credentials)
    meant = Q(username__iexact=typed) | Q(email=typed) | (Q(phone=typed) & Q(phone_verified=True))
    return User.objects.filter(meant).values_list("username", flat=True).first() or "nobody known"
