"""Sessions: a person's sign-ins in browsers and programs."""

from collections.abc import Iterable

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from matinee.accounts.actions.audit import note
from matinee.accounts.events import SessionsEnded
from matinee.accounts.models import AuditAction, User
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.errors import NotFound


@deed
def end_sessions(sessions: Iterable[UserSession]) -> None:
    """Whoever comes with one of these is nobody from now on; so is whoever comes with a token of theirs."""
    ended = list(sessions)
    Session.objects.filter(session_key__in=[session.session_key for session in ended]).delete()
    UserSession.objects.filter(pk__in=[session.pk for session in ended]).delete()
    for user_id in {session.user_id for session in ended}:
        events.append(SessionsEnded(user_id=user_id))


@deed
def move_session(session_id: int, key: str) -> None:
    """The session goes on under another key, as Django wants after a new password; so do the tokens that come of it."""
    UserSession.objects.filter(session_key=key).exclude(pk=session_id).delete()
    UserSession.objects.filter(pk=session_id).update(session_key=key)


@deed
def end_session(user: User, session_id: int) -> None:
    """One of this person's. Raises NotFound."""
    session = UserSession.objects.filter(user=user, pk=session_id).first()
    if session is None:
        raise NotFound("There is no such session")
    end_sessions([session])
    note(AuditAction.SESSION_ENDED, target=f"{session.ip} {session.user_agent}"[:200])


@deed
def end_all_sessions(user: User, *, but: int | None = None) -> int:
    """All of this person's, but the one of that id; returns how many."""
    sessions = list(UserSession.objects.filter(user=user).exclude(pk=but))
    if sessions:
        end_sessions(sessions)
        note(AuditAction.SESSION_ENDED, target=f"{len(sessions)} sessions of {user.username}")
    return len(sessions)
