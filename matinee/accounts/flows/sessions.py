"""Ending sessions, when allauth's own addresses are asked to."""

from collections.abc import Iterable

from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession

from matinee.accounts.actions.audit import note
from matinee.accounts.actions.sessions import end_sessions
from matinee.accounts.models import AuditAction
from matinee.core.deeds import deed


class SessionsAdapter(DefaultUserSessionsAdapter):
    """By the same deed as everywhere."""

    @deed
    def end_sessions(self, sessions: Iterable[UserSession]) -> None:
        ended = list(sessions)
        end_sessions(ended)
        for session in ended:
            note(AuditAction.SESSION_ENDED, actor=session.user, target=f"{session.ip} {session.user_agent}"[:200])
