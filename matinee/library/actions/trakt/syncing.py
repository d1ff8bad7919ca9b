"""Keeping people's libraries and their accounts at Trakt alike."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.utils import timezone

from matinee.core import leases
from matinee.core.deeds import deed
from matinee.core.errors import MatineeError, ServiceDown
from matinee.core.secrets import SecretsError
from matinee.core.sweeps import SweepOutcome, stopping
from matinee.library.actions.trakt.applying import Versions, apply
from matinee.library.actions.trakt.finding import Finder
from matinee.library.actions.trakt.linking import let_go_of_leavers
from matinee.library.actions.trakt.pairing import end_missing, make_there, note_seen, pair, without_like
from matinee.library.actions.trakt.reading import Asked, ReadList, Window, ask, within
from matinee.library.actions.trakt.report import Report
from matinee.library.actions.trakt.sending import Sender
from matinee.library.actions.trakt.sides import Part, base
from matinee.library.actions.trakt.tokens import Access, NoLongerLinked, hold, lose
from matinee.library.models import LinkStatus, TraktLink, TraktPart
from matinee.library.trakt.client import AccountLimit, AccountLocked, TokenRefused, TraktClient
from matinee.library.trakt.line import connected
from matinee.library.trakt.merging import Key, Version
from matinee.library.trakt.shapes import AccountSettings
from matinee.library.trakt.things import Thing

log = structlog.get_logger(__name__)

EVERY = timedelta(minutes=15)
SOON = timedelta(minutes=1)  # where one sync left something for the next
ALL_EVERY = timedelta(days=1)
DAY = timedelta(days=1)
LONGEST_PAUSE = timedelta(hours=1)
_LEASE = 60.0  # seconds; renewed while the sync runs
_UNREADABLE = "The tokens that Trakt gave cannot be opened any more. Link your account anew"


def sync_due() -> SweepOutcome:
    """Everybody whose turn it is, one after the other."""
    gone = let_go_of_leavers()
    client = connected()
    if client is None:
        return SweepOutcome(done=gone, idle=not gone)
    due = TraktLink.objects.filter(status=LinkStatus.LINKED, user__isnull=False, due_at__lte=timezone.now())
    done = errors = 0
    for link in due.order_by("due_at"):
        if stopping():
            break
        done += 1
        errors += not sync(client, link)
    return SweepOutcome(done=done + gone, errors=errors, idle=not done and not gone)


def sync(client: TraktClient, link: TraktLink) -> bool:
    """Compare one person's two sides, and make them alike; whether that went to its end.

    Nobody else does so at the same time, nor exchanges the tokens.
    """
    claim = leases.take(link.claim, seconds=_LEASE)
    if claim is None or link.user_id is None:
        return True
    with claim.kept():
        try:
            _begin(link)
            _Sync(client, link, link.user_id).run()
        except NoLongerLinked:
            return True
        except (TokenRefused, SecretsError) as error:
            _lose(link, error)
            return False
        except MatineeError as error:  # NotFound, too: what was there a moment ago may be gone at Trakt
            log.warning("trakt not synced", problem=error.detail)
            _put_off(link, error)
            return False
    return True


def _begin(link: TraktLink) -> None:
    """What its person changes from now on moves the time on which they are due again."""
    if not TraktLink.objects.filter(pk=link.pk, status=LinkStatus.LINKED).update(due_at=timezone.now() + EVERY):
        raise NoLongerLinked
    link.refresh_from_db()  # its tokens, too: another process may have exchanged them before the lease was ours


class _Sync:
    """One person's."""

    def __init__(self, client: TraktClient, link: TraktLink, user_id: UUID) -> None:
        """Raises as `Access`."""
        self._access = Access(client, link)
        self._link = link
        self._user_id = user_id
        self._report = Report()
        self._finder = Finder()
        self._began_at = timezone.now()
        self._everything = link.compared_at is None or link.compared_at <= self._began_at - ALL_EVERY

    def run(self) -> None:
        """First all is asked for, then what is new there is taken over, then what is new here is sent."""
        if not self._link.username:
            profile = self._access.ask(lambda session: session.one(AccountSettings, "/users/settings"))
            self._link.username = profile.user.username
        asked = ask(self._access, self._link, self._user_id, everything=self._everything)
        for reading in asked.readings:
            theirs = within(self._side(reading.part, reading.things), reading.window)
            self._settle(reading.part, theirs, reading.window)
        self._settle_lists(asked)
        self._report.waiting = self._finder.waiting
        self._report.unknown_here |= self._finder.unknown
        _finish(self._link, self._report, asked.seen, began_at=self._began_at, everything=self._everything)

    def _side(self, part: Part, things: Sequence[Thing]) -> dict[Key, Version]:
        return self._finder.side(things, base(self._link, part))

    def _settle(self, part: Part, theirs: Versions, window: Window | None = None) -> None:
        apply(self._link, self._user_id, part, theirs, window, self._report)
        if self._is_held(part):
            return
        try:
            Sender(self._access, self._link, self._user_id, part, self._report).send(theirs, window)
        except AccountLimit as error:
            self._hold(part, error)

    def _settle_lists(self, asked: Asked) -> None:
        if asked.has_lists:
            end_missing(self._link, {one.trakt_id for one in asked.lists})
        for found in asked.lists:
            self._settle_list(found)
        if asked.has_lists and not self._is_held(Part(TraktPart.LISTED)):
            self._make_lists_there()

    def _settle_list(self, found: ReadList) -> None:
        if found.things is None or (kept := pair(self._link, self._user_id, found, self._report)) is None:
            return
        before = self._finder.waiting
        part = Part(TraktPart.LISTED, kept)
        self._settle(part, self._side(part, found.things))
        if found.told is not None and self._finder.waiting == before:
            note_seen(kept, found.told.updated_at)

    def _make_lists_there(self) -> None:
        try:
            for row in without_like(self._link, self._user_id):
                kept = make_there(self._access, self._link, row)
                self._settle(Part(TraktPart.LISTED, kept), {})
        except AccountLimit as error:
            self._hold(Part(TraktPart.LISTED), error)

    # --- accounts that are full ---

    def _is_held(self, part: Part) -> bool:
        until = self._link.held.get(_holder(part), "")
        return bool(until) and datetime.fromisoformat(until) > self._began_at

    def _hold(self, part: Part, error: AccountLimit) -> None:
        """Nothing of the kind is sent for a day: to ask again and again does not make room."""
        self._report.say(error.detail)
        self._link.held[_holder(part)] = (self._began_at + DAY).isoformat()


def _holder(part: Part) -> str:
    return f"{part.kind} {part.of_list.trakt_id}" if part.of_list else str(part.kind)


@deed
def _finish(link: TraktLink, report: Report, seen: dict[str, str], *, began_at: datetime, everything: bool) -> None:
    """What was seen is behind us only if nothing of it waits for the catalogue."""
    row = hold(link)
    now = timezone.now()
    is_done = not report.waiting
    if is_done:
        row.seen = seen
        if everything:
            row.compared_at = began_at
    if row.due_at == link.due_at:
        has_written = bool(report.sent or report.withdrawn)  # Trakt is to show soon that it has it
        row.due_at = now + (EVERY if is_done and not has_written else SOON)
    row.username, row.held, row.report = link.username, link.held, report.told()
    row.failures, row.error, row.synced_at = 0, "", now
    row.save()


def _lose(link: TraktLink, error: TokenRefused | SecretsError) -> None:
    try:
        if isinstance(error, SecretsError):
            lose(link, _UNREADABLE)
        else:
            lose(link)
    except NoLongerLinked:
        return


def _put_off(link: TraktLink, error: MatineeError) -> None:
    """Until Trakt wants to be asked again: each time for longer, a day for an account that is locked."""
    failures = link.failures + 1
    pause = min(SOON * 2 ** min(failures - 1, 10), LONGEST_PAUSE)
    if isinstance(error, AccountLocked):
        pause = DAY
    elif isinstance(error, ServiceDown) and error.retry_after:
        pause = max(pause, timedelta(seconds=error.retry_after))
    TraktLink.objects.filter(pk=link.pk, status=LinkStatus.LINKED).update(
        failures=failures, error=error.detail, due_at=timezone.now() + pause
    )
