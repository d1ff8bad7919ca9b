"""Sessions as allauth knows them: ended at its own addresses, and what it remembers of who proved themselves."""

from collections.abc import Iterable

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest

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


def proved_recently(session_id: int | None) -> bool:
    """Whether in this session the person has lately shown again that it is they; never with an API token, so None.

    allauth asks the request, in which only the session of a cookie lies; what counts is the one that let them in.
    """
    session = UserSession.objects.filter(pk=session_id).select_related("user").first()
    if session is None:
        return False
    asked = HttpRequest()
    asked.session = SessionStore(session.session_key)
    asked.user = session.user
    return bool(did_recently_reauthenticate(asked))
