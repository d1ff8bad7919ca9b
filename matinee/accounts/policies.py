"""What an administrator decides about accounts while the program runs."""

import time
from typing import Literal

from django.db import transaction
from pydantic import BaseModel, Field

from matinee.accounts.actions.audit import note
from matinee.accounts.events import PoliciesChanged
from matinee.accounts.models import AuditAction
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.models import Setting

_NAME = "accounts"
_BELIEVED = 1.0  # seconds, as for everything that is kept (docs/decisions/front-hall.md)


class Policies(BaseModel):
    """Who may sign up, and what those see who are not signed in."""

    sign_up: Literal["open", "invited", "closed"] = "invited"
    visitors_may_look: bool = True
    visitors_age_cap: int | None = Field(None, ge=0, le=21)
    visitors_unrated: bool = False
    audit_days: int = Field(365, ge=1, le=3650)


class _Memory:
    """What was read last, and until when it is believed: every request of a visitor asks."""

    policies: Policies
    until = float("-inf")


def current() -> Policies:
    """What holds now, or in another process held a second ago."""
    if time.monotonic() >= _Memory.until:
        row = Setting.objects.filter(name=_NAME).first()
        _Memory.policies = Policies.model_validate(row.value) if row else Policies()
        _Memory.until = time.monotonic() + _BELIEVED
    return _Memory.policies


def forget() -> None:
    """Read anew when next asked."""
    _Memory.until = float("-inf")


def audit_days() -> int:
    """How long the audit log is kept."""
    return current().audit_days


@deed
def decide(policies: Policies) -> None:
    """From now on these hold."""
    before = current()
    Setting.objects.update_or_create(name=_NAME, defaults={"value": policies.model_dump(mode="json")})
    note(AuditAction.SETTINGS_CHANGED, target="accounts", before=before.model_dump(), after=policies.model_dump())
    events.append(PoliciesChanged())
    transaction.on_commit(forget)
