"""What accounts hears: allauth's signals, which become entries of the audit log and events."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from allauth.socialaccount import signals as social
from allauth.usersessions.models import UserSession
from django.db.models import Model
from django.db.models.signals import post_delete
from django.dispatch import Signal, receiver
from django.http import HttpRequest

from matinee.accounts.actions.audit import note
from matinee.accounts.actions.factors import forget_factor
from matinee.accounts.actions.sessions import end_all_sessions, end_sessions, move_session
from matinee.accounts.events import SignedIn, UserJoined
from matinee.accounts.models import AuditAction, User
from matinee.core import events
from matinee.core.deeds import deed

_NOTED: tuple[tuple[Signal, AuditAction], ...] = (
    (account.user_logged_out, AuditAction.SIGNED_OUT),
    (account.email_changed, AuditAction.EMAIL_CHANGED),
    (account.email_added, AuditAction.EMAIL_CHANGED),
    (account.email_removed, AuditAction.EMAIL_CHANGED),
    (account.login_code_rejected, AuditAction.SIGN_IN_FAILED),
    (account.password_reset_code_rejected, AuditAction.SIGN_IN_FAILED),
    (account.email_verification_code_rejected, AuditAction.SIGN_IN_FAILED),
    (mfa.authentication_failed, AuditAction.SIGN_IN_FAILED),
    (mfa.authenticator_added, AuditAction.AUTHENTICATOR_ADDED),
)


def _note_each(signal: Signal, action: AuditAction) -> None:
    def hear(user: User | None, sender: type[Model], **_kwargs: Any) -> None:
        if user is not None:
            note(action, actor=user)

    signal.connect(hear, weak=False, dispatch_uid=f"audit {id(signal)}")


for _signal, _action in _NOTED:
    _note_each(_signal, _action)


@receiver(account.email_confirmed)
def _email_verified(email_address: Any, **_kwargs: Any) -> None:
    note(AuditAction.EMAIL_VERIFIED, actor=email_address.user)


@receiver(account.user_logged_in)
@deed
def _signed_in(user: User, **_kwargs: Any) -> None:
    entry = note(AuditAction.SIGNED_IN, actor=user)
    events.append(SignedIn(user_id=user.pk, entry_id=entry.id))


@receiver(account.user_signed_up)
@deed
def _joined(user: User, **_kwargs: Any) -> None:
    note(AuditAction.SIGNED_UP, actor=user)
    events.append(UserJoined(user_id=user.pk))


@receiver(account.user_logged_out)
def _signed_out(request: HttpRequest, **_kwargs: Any) -> None:
    """Django ends its session; what allauth knows of it, and the refresh token, has to go as well."""
    end_sessions(UserSession.objects.filter(session_key=request.session.session_key))


@receiver(account.password_changed)
@receiver(account.password_set)
@deed
def _password_changed(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    current: int | None = getattr(request, "session_id", None)
    if current is not None and request.session.session_key:
        move_session(current, request.session.session_key)
    end_all_sessions(user, but=current)
    note(AuditAction.PASSWORD_CHANGED, actor=user)


@receiver(account.password_reset)
@deed
def _password_reset(user: User, **_kwargs: Any) -> None:
    end_all_sessions(user)
    note(AuditAction.PASSWORD_RESET, actor=user)


@receiver(account.authentication_step_completed)
def _reauthenticated(user: User, method: str, **more: Any) -> None:
    if more.get("reauthenticated"):
        note(AuditAction.REAUTHENTICATED, actor=user, target=method)


@receiver(mfa.authenticator_removed)
def _authenticator_removed(user: User, authenticator: Authenticator, **_kwargs: Any) -> None:
    note(AuditAction.AUTHENTICATOR_REMOVED, actor=user, target=authenticator.type)


@receiver(post_delete, sender=Authenticator)
def _authenticator_gone(instance: Authenticator, **_kwargs: Any) -> None:
    """allauth and Django delete them in many ways, of which few are told otherwise."""
    forget_factor(instance)


@receiver(mfa.authenticator_reset)
def _recovery_codes_made(user: User, **_kwargs: Any) -> None:
    note(AuditAction.RECOVERY_CODES_MADE, actor=user)


@receiver(social.social_account_added)
def _identity_linked(sociallogin: Any, **_kwargs: Any) -> None:
    note(AuditAction.IDENTITY_LINKED, actor=sociallogin.user, target=sociallogin.account.provider)


@receiver(social.social_account_removed)
def _identity_unlinked(socialaccount: Any, **_kwargs: Any) -> None:
    note(AuditAction.IDENTITY_UNLINKED, actor=socialaccount.user, target=socialaccount.provider)
