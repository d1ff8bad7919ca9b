"""Alice, her account at Trakt, and titles that both sides know."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from matinee.accounts.actions import find_user
from matinee.accounts.models import User
from matinee.catalog.models import Title
from matinee.core.settings import Settings
from matinee.library import actions
from matinee.library.models import TraktLink
from matinee.library.trakt import line
from tests.accounts.cast import Browser
from tests.delivering import deliver
from tests.library.shelf import Shelf
from tests.trakt_stand_in import CLIENT_ID, CLIENT_SECRET, Account, Known, TraktStandIn


@pytest.fixture
def trakt(settings_now: Settings) -> Iterator[TraktStandIn]:
    """Trakt's stand-in. No administrator has connected this installation yet."""
    with TraktStandIn() as running:
        settings_now.trakt_url = running.url
        settings_now.trakt_rate = 1000
        settings_now.private_hosts = [running.host]
        line._line = line._Line()
        yield running
    line._line = line._Line()
    for thread in threading.enumerate():
        if thread.name.startswith("status of "):
            thread.join()


@pytest.fixture
def offered(db: None, trakt: TraktStandIn) -> TraktStandIn:
    """The same, connected."""
    actions.connect_trakt(CLIENT_ID, CLIENT_SECRET)
    return trakt


@dataclass
class Side:
    """Alice's library, her account at Trakt, and what both know: three films and a show."""

    alice: User
    trakt: TraktStandIn
    films: list[Known]
    show: Known
    titles: dict[int, Title]

    @property
    def account(self) -> Account:
        return self.trakt.account

    @property
    def link(self) -> TraktLink:
        return TraktLink.objects.get(user=self.alice)

    def title(self, known: Known) -> Title:
        """The same, here."""
        return self.titles[known.trakt]

    def sync(self) -> TraktLink:
        """Compare now, as the worker does: after hearing what was changed here."""
        deliver()
        TraktLink.objects.filter(user=self.alice).update(due_at="2020-01-01T00:00:00Z")
        actions.sync_due()
        deliver()
        return self.link


@pytest.fixture
def unlinked(alice: Browser, shelf: Shelf, offered: TraktStandIn) -> Side:
    """Nothing is linked yet."""
    numbers = [*shelf.films[:3], shelf.shows[0]]
    titles = dict(enumerate(Title.objects.filter(pk__in=numbers).order_by("kind", "id"), start=1))
    for number, title in titles.items():
        title.imdb_id = f"tt000000{number}"
        title.save()
    episodes = frozenset((season, number) for season in range(1, 7) for number in range(1, 6))  # Trakt lacks sixths
    known = [
        Known(number, "movie" if title.kind == "movie" else "show", title.name, title.imdb_id or "", None, episodes)
        for number, title in titles.items()
    ]
    offered.account.knows(*known)
    deliver()
    return Side(find_user("alice"), offered, known[:3], known[3], titles)


@pytest.fixture
def both(unlinked: Side) -> Side:
    """Linked, and not compared yet."""
    link_now(unlinked)
    return unlinked


def link_now(side: Side) -> None:
    """She gets a code and says yes at once."""
    actions.begin_linking(side.alice.pk)
    side.trakt.device_status = 200
    TraktLink.objects.update(due_at="2020-01-01T00:00:00Z")
    actions.ask_for_answers()
    assert side.link.status == "linked", side.link.error
    side.trakt.forget_requests()
