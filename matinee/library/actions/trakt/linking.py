"""Linking one's account at Trakt by a code, and ending that."""

from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.db.models import QuerySet
from django.utils import timezone

from matinee.accounts.actions import note
from matinee.accounts.models import AuditAction, User
from matinee.core import events, sweeps
from matinee.core.deeds import deed
from matinee.core.errors import Conflict, NotFound, ServiceDown, ServiceError
from matinee.core.secrets import SecretsError
from matinee.core.sweeps import SweepOutcome, stopping
from matinee.library.actions.trakt.tokens import forget, put, sealed, take_tokens
from matinee.library.events import TraktLinked, TraktUnlinked
from matinee.library.models import LinkStatus, TraktLink
from matinee.library.trakt.client import TITLE, TraktClient
from matinee.library.trakt.line import connected, needed
from matinee.library.trakt.shapes import DeviceCode, Tokens

log = structlog.get_logger(__name__)

SLOWER = 5  # seconds more between two questions, each time that Trakt finds them too many
LINKING, SYNC = "library.trakt_linking", "library.trakt"
"""The sweeps that wait for people, and that keep both sides alike."""
_LAST = {
    404: "Trakt does not know the code any more. Begin again",
    409: "The code was used already. Begin again",
    410: "Nobody entered the code in time. Begin again",
    418: "You said no at Trakt. Begin again if you want to link your account after all",
}
_EXPIRED = _LAST[410]
_REFUSED = "Trakt refuses this installation. An administrator has to look at its client id and secret"
_LINKED = "Your account is linked already. Unlink it first"


def begin_linking(user_id: UUID) -> TraktLink:
    """Get a code that the person types at Trakt; the one that they have, while it is good.

    Raises Conflict when they are linked or Trakt is not set up, ServiceError when it cannot be asked.
    """
    client = needed()
    row = TraktLink.objects.filter(user=user_id).first()
    if row is not None and row.status == LinkStatus.LINKED:
        raise Conflict(_LINKED)
    if row is not None and row.status == LinkStatus.LINKING and row.expires_at > timezone.now():
        return row
    return _begin(user_id, client.device_code())


@deed
def _begin(user_id: UUID, code: DeviceCode) -> TraktLink:
    User.objects.select_for_update(no_key=True).get(pk=user_id)  # two tabs at once make one link
    row = TraktLink.objects.filter(user=user_id).first()
    if row is not None and row.status == LinkStatus.LINKED:
        raise Conflict(_LINKED)
    if row is not None:  # what was agreed on with an earlier link says nothing of this one
        _delete(row)
    now = timezone.now()
    link = TraktLink(
        user_id=user_id,
        status=LinkStatus.LINKING,
        user_code=code.user_code,
        verification_url=code.verification_url,
        interval=max(code.interval, 1),
        expires_at=now + timedelta(seconds=code.expires_in),
        due_at=now + timedelta(seconds=max(code.interval, 1)),
    )
    put(link, device_code=code.device_code)
    link.save()
    sweeps.run_now(LINKING)
    return link


def ask_for_answers() -> SweepOutcome:
    """One question for each code whose turn it is: has its person said yes at Trakt?"""
    if not TraktLink.objects.filter(status=LinkStatus.LINKING).exists():
        return SweepOutcome(idle=True)
    client, done = connected(), 0
    for link in TraktLink.objects.filter(status=LinkStatus.LINKING, due_at__lte=timezone.now()).order_by("due_at")[:50]:
        if stopping():
            break
        if client is None or link.user_id is None or link.expires_at <= timezone.now():
            _fail(link, _EXPIRED)
        else:
            _ask(client, link)
        done += 1
    return SweepOutcome(done=done)


def _ask(client: TraktClient, link: TraktLink) -> None:
    try:
        status, tokens = client.device_tokens(sealed(link)["device_code"])
    except ServiceDown as error:  # too many questions, or trouble there: both want fewer of them
        _put_off(link, max(link.interval + SLOWER, error.retry_after or 0))
    except (ServiceError, SecretsError, NotFound) as error:
        _fail(link, f"{error.detail}. Begin again")
    else:
        if tokens is not None:
            _link(link, tokens)
        elif status == 400:
            _put_off(link, link.interval)
        else:
            _fail(link, _LAST.get(status, _REFUSED))


def _put_off(link: TraktLink, seconds: int) -> None:
    longer = min(max(seconds, link.interval), 3600)
    _waiting(link).update(interval=longer, due_at=timezone.now() + timedelta(seconds=longer))


def _waiting(link: TraktLink) -> QuerySet[TraktLink]:
    return TraktLink.objects.filter(pk=link.pk, status=LinkStatus.LINKING, secret=link.secret_id)


@deed
def _fail(link: TraktLink, why: str) -> None:
    if _waiting(link).update(status=LinkStatus.FAILED, error=why, secret=None, user_code="", verification_url=""):
        forget(link.secret_id)


@deed
def _link(link: TraktLink, tokens: Tokens) -> None:
    row = _waiting(link).select_for_update().first()
    if row is None or row.user_id is None:  # they thought better of it while Trakt was asked
        return
    now = timezone.now()
    row.status, row.linked_at, row.due_at, row.error = LinkStatus.LINKED, now, now, ""
    row.user_code = row.verification_url = ""
    take_tokens(row, tokens, now)
    events.append(TraktLinked(row.user_id))
    sweeps.run_now(SYNC)
    note(AuditAction.SERVICE_LINKED, actor=User.objects.get(pk=row.user_id), target=TITLE)


def unlink(user_id: UUID) -> bool:
    """Both sides stay as they are, and go their own ways. Whether Trakt was told that it is over.

    The tokens are forgotten here in any case. Raises NotFound when there is no link.
    """
    row = TraktLink.objects.filter(user=user_id).first()
    if row is None:
        raise NotFound("Your account is not linked to Trakt")
    token = _access_token(row)
    _unlink(user_id)
    return give_back(token)


@deed
def _unlink(user_id: UUID) -> None:
    row = TraktLink.objects.select_for_update().filter(user=user_id).first()
    if row is None:
        return
    was_linked = row.status in {LinkStatus.LINKED, LinkStatus.REVOKED}
    _delete(row)
    if was_linked:
        events.append(TraktUnlinked(user_id))
        note(AuditAction.SERVICE_UNLINKED, target=TITLE)


def _delete(row: TraktLink) -> None:
    secret_id = row.secret_id
    row.delete()
    forget(secret_id)


def _access_token(row: TraktLink) -> str:
    try:
        return sealed(row).get("access", "") if row.secret_id else ""
    except (SecretsError, NotFound):  # unreadable, or gone with another tab's unlinking
        return ""


def give_back(token: str) -> bool:
    """Tell Trakt that we need it no more, if there is one; whether that worked."""
    client = connected() if token else None
    if client is None:
        return not token
    try:
        client.revoke(token)
    except ServiceError as error:
        log.warning("a token was not given back to Trakt", problem=error.detail)
        return False
    return True


def let_go_of_leavers() -> int:
    """Links of people whose accounts are gone: give their tokens back, and delete them; how many."""
    rows = list(TraktLink.objects.filter(user=None)[:20])
    for row in rows:
        token = _access_token(row)
        _delete_leavers(row)
        give_back(token)
    return len(rows)


@deed
def _delete_leavers(row: TraktLink) -> None:
    _delete(row)


def sync_soon(user_id: UUID, at: datetime) -> None:
    """Let their two sides be compared then, if not before."""
    TraktLink.objects.filter(user=user_id, status=LinkStatus.LINKED, due_at__gt=at).update(due_at=at)


def sync_now(user_id: UUID) -> TraktLink:
    """Let their two sides be compared at once. Raises Conflict unless they are linked."""
    if not TraktLink.objects.filter(user=user_id, status=LinkStatus.LINKED).exists():
        raise Conflict("Your account is not linked to Trakt. Link it first")
    needed()
    sync_soon(user_id, timezone.now())
    sweeps.run_now(SYNC)
    return TraktLink.objects.get(user=user_id)
