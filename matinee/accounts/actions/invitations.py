"""Invitations: an administrator makes one, whoever has its code may sign up."""

import secrets
from datetime import timedelta
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from matinee.accounts.actions.audit import note
from matinee.accounts.actions.credentials import digest
from matinee.accounts.models import AuditAction, Invitation, User
from matinee.core.access import Role
from matinee.core.deeds import deed
from matinee.core.errors import BadInput, NotFound


@deed
def invite(made_by: User, *, role: Role, email: str = "", uses: int = 1, days: int = 7) -> tuple[Invitation, str]:
    """A new invitation and its code, which is shown once."""
    code = secrets.token_urlsafe(18)
    invitation = Invitation.objects.create(
        hash=digest(code),
        role=role,
        email=email.lower(),
        uses_left=uses,
        made_by=made_by,
        expires_at=timezone.now() + timedelta(days=days),
    )
    note(AuditAction.INVITATION_MADE, target=_called(invitation), after={"role": role, "uses": uses})
    return invitation, code


def look_at(code: str, *, email: str = "") -> Invitation:
    """The invitation of that code. Raises BadInput when it lets nobody in (any more), or only somebody else."""
    found = Invitation.objects.filter(hash=digest(code), uses_left__gt=0, expires_at__gt=timezone.now()).first()
    if found is None:
        raise BadInput.at("invitation", "this invitation is used up, has expired or never was; ask for another")
    if found.email and email and found.email != email.lower():
        raise BadInput.at("invitation", "this invitation is for another e-mail address")
    return found


@deed
def use(code: str, user: User) -> None:
    """Let this person, who has just signed up, be what the invitation says. Raises BadInput, as `look_at`."""
    found = _spend(look_at(code, email=user.email))
    user.role = found.role
    user.save(update_fields=["role"])
    note(AuditAction.INVITATION_USED, actor=user, target=_called(found), after={"role": found.role})


@deed
def waste(code: str) -> None:
    """Use it up for nobody. Raises BadInput, as `look_at`."""
    found = _spend(look_at(code))
    note(AuditAction.INVITATION_USED, target=_called(found))


def _spend(found: Invitation) -> Invitation:
    if Invitation.objects.filter(pk=found.pk, uses_left__gt=0).update(uses_left=F("uses_left") - 1) != 1:
        raise BadInput.at("invitation", "somebody else has just used this invitation; ask for another")
    return found


@deed
def withdraw(invitation_id: UUID) -> None:
    """Nobody signs up with it any more. Raises NotFound."""
    found = Invitation.objects.filter(pk=invitation_id).first()
    if found is None or not Invitation.objects.filter(pk=invitation_id).delete()[0]:
        raise NotFound("There is no such invitation")
    note(AuditAction.INVITATION_WITHDRAWN, target=_called(found))


def _called(invitation: Invitation) -> str:
    """By the address that it is for; one for anybody has only a number, of which the beginning tells it from others."""
    return invitation.email or f"#{invitation.pk.hex[:8]}"
