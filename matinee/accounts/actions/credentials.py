"""Tokens: made, recognised, renewed, revoked. What is stored of one is its hash."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Q
from django.utils import timezone

from matinee.accounts.actions import signing
from matinee.accounts.actions.audit import note
from matinee.accounts.actions.sessions import end_sessions
from matinee.accounts.events import ApiTokenRevoked
from matinee.accounts.models import ApiToken, AuditAction, RefreshToken, User
from matinee.accounts.queries import identity
from matinee.core import events
from matinee.core.access import Role, Scope
from matinee.core.deeds import deed
from matinee.core.errors import BadInput, Forbidden, NotFound

API_TOKEN = "mat_"  # noqa: S105 - how one begins, so that it is known at sight, also by those who look for leaks
REFRESH = timedelta(days=7)
_MOST_TOKENS = 50


def digest(token: str) -> str:
    """What is stored of a random token. No salt and no cost: nobody guesses 256 bits."""
    return hashlib.sha256(token.encode()).hexdigest()


# --- recognising ---


def recognise(token: str) -> identity.Known | None:
    """Whose token this is; None for one that is wrong, expired or revoked."""
    if token.startswith(API_TOKEN):
        found = identity.by_api_token(digest(token))
        if found is not None and found.unseen:
            ApiToken.objects.filter(hash=digest(token)).update(last_used_at=timezone.now())
        return found
    claims = signing.verify(token)
    if claims is None:
        return None
    found = identity.by_session_id(claims.session, claims.user)
    if found is not None and found.unseen:
        session_seen(found)
    return found


def session_seen(found: identity.Known) -> None:
    """Note that their session was in use just now."""
    UserSession.objects.filter(pk=found.session).update(last_seen_at=timezone.now())


# --- refresh tokens ---


@dataclass(frozen=True, slots=True)
class Pair:
    """What a program is given: both are shown once."""

    access: str
    refresh: str


@deed
def begin_family(session: UserSession) -> Pair:
    """The first pair of tokens of a sign-in."""
    return _pair(session)


@deed
def renew(refresh_token: str) -> Pair | None:
    """A new pair for a refresh token, which is good for one use; None for one that is not good.

    One that comes a second time has been copied: by whom cannot be known, so the whole family is revoked.
    """
    now = timezone.now()
    row = RefreshToken.objects.filter(hash=digest(refresh_token))
    if row.filter(used_at=None, expires_at__gt=now).update(used_at=now) == 1:
        family = row.select_related("family__user").get().family
        session = Session.objects.filter(session_key=family.session_key)
        if not family.user.is_active or not session.update(expire_date=now + identity.SESSION):
            return None
        note(AuditAction.TOKEN_REFRESHED, actor=family.user)
        return _pair(family)
    used = row.exclude(used_at=None).select_related("family__user").first()
    if used is not None:
        note(AuditAction.TOKEN_REUSED, actor=used.family.user, target=f"session {used.family_id}")
        end_sessions([used.family])
    return None


def _pair(session: UserSession) -> Pair:
    token = secrets.token_urlsafe(32)
    RefreshToken.objects.create(hash=digest(token), family=session, expires_at=timezone.now() + REFRESH)
    return Pair(access=signing.sign(session.user_id, session.pk), refresh=token)


# --- API tokens ---


@deed
def make_api_token(
    user: User, name: str, scopes: Iterable[Scope], *, expires_at: datetime | None = None
) -> tuple[ApiToken, str]:
    """A token for a program of this person, and its text, which is shown once. Raises BadInput and Forbidden."""
    wanted = sorted(set(scopes))
    if not wanted:
        raise BadInput.at("scopes", "name at least one of read, write, admin")
    if Scope.ADMIN in wanted and user.role != Role.ADMINISTRATOR:
        raise Forbidden("Only an administrator's token can have the scope admin")
    if user.api_tokens.count() >= _MOST_TOKENS:
        raise BadInput(f"There are {_MOST_TOKENS} tokens already. Revoke one that is not used any more")
    text = API_TOKEN + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        user=user, name=name, hash=digest(text), scopes=[str(scope) for scope in wanted], expires_at=expires_at
    )
    note(AuditAction.API_TOKEN_MADE, target=name, after={"scopes": token.scopes})
    return token, text


@deed
def revoke_api_token(user: User, token_id: UUID) -> None:
    """It lets nobody in any more. Raises NotFound."""
    token = user.api_tokens.filter(id=token_id).first()
    if token is None:
        raise NotFound("There is no such token")
    note(AuditAction.API_TOKEN_REVOKED, target=token.name)
    events.append(ApiTokenRevoked(user_id=user.pk, token_id=token.pk))
    token.delete()


def forget_expired() -> int:
    """Delete what has been of no use for a while; returns how many rows."""
    now = timezone.now()
    stale, _ = RefreshToken.objects.filter(expires_at__lt=now).delete()
    sessions, _ = Session.objects.filter(expire_date__lt=now).delete()
    alive = Session.objects.values("session_key")
    orphans, _ = UserSession.objects.filter(
        ~Q(session_key__in=alive), created_at__lt=now - timedelta(minutes=5)
    ).delete()
    tokens, _ = ApiToken.objects.filter(expires_at__lt=now - timedelta(days=30)).delete()
    return int(stale + sessions + orphans + tokens)
