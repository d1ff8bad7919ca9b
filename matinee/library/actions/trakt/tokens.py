"""The pair of tokens of a link: kept, exchanged for the next before it runs out, forgotten."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from django.utils import timezone

from matinee.core import events, secrets
from matinee.core.deeds import deed
from matinee.library.events import TraktLinkLost
from matinee.library.models import LinkStatus, TraktLink
from matinee.library.trakt.client import TokenRefused, TraktClient, TraktSession
from matinee.library.trakt.shapes import Tokens

T = TypeVar("T")

PURPOSE = "trakt link"
EARLY = timedelta(hours=1)
"""So long before a token runs out, the next pair is asked for."""
LOST = "Trakt does not let Matinee in any more: the permission was taken back there, or ran out. Link your account anew"


class NoLongerLinked(Exception):
    """It was unlinked, or linked anew, while we were at work."""


def sealed(link: TraktLink) -> dict[str, str]:
    """What its secret holds. Raises SecretsError, NoLongerLinked."""
    if link.secret_id is None:
        raise NoLongerLinked
    value: dict[str, str] = json.loads(secrets.reveal(link.secret_id))
    return value


def put(link: TraktLink, **values: str) -> None:
    """Part of a deed that saves the link: seal these under a new secret; the one before goes with `forget`."""
    link.secret = secrets.keep(json.dumps(values), PURPOSE)


def take_tokens(link: TraktLink, tokens: Tokens, now: datetime) -> None:
    """Part of a deed: the link has this pair, in the place of what it had. Saves it."""
    before = link.secret_id
    put(link, access=tokens.access_token, refresh=tokens.refresh_token)
    link.expires_at = now + timedelta(seconds=tokens.expires_in)
    link.save()
    forget(before)


def forget(secret_id: UUID | None) -> None:
    """Part of a deed: that secret is in no row any more."""
    if secret_id is not None:
        secrets.forget(secret_id)


def hold(link: TraktLink) -> TraktLink:
    """Part of a deed: the link as it is now, for oneself until the deed's end. Raises NoLongerLinked."""
    row = TraktLink.objects.select_for_update().filter(pk=link.pk, status=LinkStatus.LINKED).first()
    if row is None or row.user_id != link.user_id:
        raise NoLongerLinked
    return row


class Access:
    """A link's way in, for whoever holds the lease of the link: nobody else exchanges its tokens meanwhile."""

    def __init__(self, client: TraktClient, link: TraktLink) -> None:
        """Raises TokenRefused, SecretsError, ServiceError: a pair that is about to run out is exchanged now."""
        self._client = client
        self._link = link
        self._tokens = sealed(link)
        self._session = TraktSession(client, self._tokens["access"])
        if link.expires_at <= timezone.now() + EARLY:
            self._exchange()

    def ask(self, question: Callable[[TraktSession], T]) -> T:
        """Ask it, and once more with the next pair if Trakt does not take the token. Raises as the question does."""
        try:
            return question(self._session)
        except TokenRefused:
            self._exchange()
            return question(self._session)

    def _exchange(self) -> None:
        """The next pair is stored before it is used: the one before is good for nothing from the answer on."""
        tokens = self._client.refreshed(self._tokens["refresh"])
        self._link.secret_id = _store(self._link, tokens)
        self._tokens = {"access": tokens.access_token, "refresh": tokens.refresh_token}
        self._session = TraktSession(self._client, tokens.access_token)


@deed
def _store(link: TraktLink, tokens: Tokens) -> UUID | None:
    row = hold(link)
    take_tokens(row, tokens, timezone.now())
    return row.secret_id


@deed
def lose(link: TraktLink, why: str = LOST) -> None:
    """Trakt has ended it: nothing is asked or sent until its person links anew. Nothing here is removed."""
    row = hold(link)
    before, row.secret = row.secret_id, None
    row.status, row.error = LinkStatus.REVOKED, why
    row.save()
    forget(before)
    if row.user_id is not None:
        events.append(TraktLinkLost(row.user_id))
