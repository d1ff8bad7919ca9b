"""Whom a credential belongs to: one statement for each request of somebody who is signed in.

Written in SQL, because it joins allauth's table of sessions with Django's, which have no relation in the models, and
because composing it anew would cost more than asking.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import Q
from django.utils import timezone

from matinee.accounts.models import ApiToken
from matinee.core.access import ALL_SCOPES, Role, Scope, Viewer

RENEW_AFTER = timedelta(days=1)  # a session slides at most once a day, so that most requests write nothing
SEEN_EVERY = timedelta(minutes=5)
SESSION = timedelta(days=7)

_PERSON = "u.id, u.role, u.age_cap, u.unrated"
_SESSIONS = f"""
    SELECT {_PERSON}, us.id, us.last_seen_at < %s, s.expire_date < %s
    FROM usersessions_usersession us
    JOIN django_session s ON s.session_key = us.session_key
    JOIN accounts_user u ON u.id = us.user_id
    WHERE s.expire_date > %s AND u.is_active AND """  # noqa: S608 - nothing in it comes from outside
_TOKENS = f"""
    SELECT {_PERSON}, t.id, t.last_used_at IS NULL OR t.last_used_at < %s, t.scopes
    FROM accounts_apitoken t
    JOIN accounts_user u ON u.id = t.user_id
    WHERE (t.expires_at IS NULL OR t.expires_at > %s) AND u.is_active AND t.hash = %s"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Known:
    """Who it is. `session` or `token` is the id of what they came with; `unseen`: its time of last use is due to be
    noted; `renew`: the session should be given another seven days.
    """

    viewer: Viewer
    unseen: bool
    session: int | None = None
    token: UUID | None = None
    renew: bool = False


def by_session_key(key: str) -> Known | None:
    """By the session cookie."""
    return _session("us.session_key = %s", key)


def by_session_id(session: int, user: UUID) -> Known | None:
    """By what an access token says."""
    return _session("us.id = %s AND u.id = %s", session, str(user) if connection.vendor == "postgresql" else user.hex)


def by_api_token(digest: str) -> Known | None:
    """By the hash of an API token."""
    now = timezone.now()
    row = _one(_TOKENS, _time(now - SEEN_EVERY), _time(now), digest)
    if row is None:
        return None
    *person, token, unseen, scopes = row
    granted = frozenset(Scope(scope) for scope in (json.loads(scopes) if isinstance(scopes, str) else scopes))
    return Known(_viewer(person, granted), bool(unseen), token=_uuid(token))


def still_good(sessions: Collection[int], tokens: Collection[UUID]) -> tuple[set[int], set[UUID]]:
    """Those of these sessions and API tokens that still let somebody in."""
    now = timezone.now()
    alive = Session.objects.filter(expire_date__gt=now).values("session_key")
    known = UserSession.objects.filter(pk__in=sessions, user__is_active=True, session_key__in=alive)
    unexpired = ApiToken.objects.filter(Q(expires_at=None) | Q(expires_at__gt=now), user__is_active=True, pk__in=tokens)
    return set(known.values_list("pk", flat=True)), set(unexpired.values_list("pk", flat=True))


def _session(condition: str, *values: str | int) -> Known | None:
    now = timezone.now()
    moments = _time(now - SEEN_EVERY), _time(now + SESSION - RENEW_AFTER), _time(now)
    row = _one(_SESSIONS + condition, *moments, *values)
    if row is None:
        return None
    *person, session, unseen, renew = row
    return Known(_viewer(person, ALL_SCOPES), bool(unseen), session=session, renew=bool(renew))


def _one(sql: str, *values: str | int) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: tuple[Any, ...] | None = cursor.fetchone()
        return found


def _time(moment: datetime) -> str:
    return str(connection.ops.adapt_datetimefield_value(moment))


def _viewer(person: list[Any], scopes: frozenset[Scope]) -> Viewer:
    user, role, age_cap, unrated = person
    return Viewer(
        user_id=_uuid(user),
        role=Role(role),
        scopes=scopes,
        age_cap=age_cap,
        unrated=bool(unrated),
    )


def _uuid(value: UUID | str) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)
