"""A worker that is killed in the middle of its work: the next one goes on, and nothing is lost or doubled."""

import signal
import subprocess
from datetime import timedelta

import pytest
from django.utils import timezone

from matinee.catalog import search
from matinee.core.models import Event
from matinee.library.actions import importing
from matinee.library.actions.importing import applying, reading
from matinee.library.models import ImportRow, ImportRun, Opinion, Viewing
from tests import databases
from tests.accounts.cast import Browser, person, said, seated
from tests.library.imports.bringing import apply, counts, entry, give, library, rows, undo
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

SHOW_ROWS = 1_100  # some portions, of reading and of applying


@pytest.fixture
def alice(transactional_db: None) -> Browser:
    person("alice")
    return seated("alice")


@pytest.fixture
def address(alice: Browser) -> str:
    """Of an import that nobody has begun to read: many viewings of one film, and a rating in the middle."""
    film = Shelf.filled().films[0]
    search.rebuild()
    first = timezone.now().replace(year=2020, month=1, day=1, hour=0, minute=30, second=0, microsecond=0)
    watched = [
        entry(film, watched={"at": (first + timedelta(hours=number)).isoformat()}) for number in range(SHOW_ROWS)
    ]
    watched.insert(SHOW_ROWS // 2, entry(film, rating=7, loved=True))
    response = give(alice, "mine.json", library(*watched))
    assert response.status_code == 202, response.content
    return f"/imports/{said(response)['id']}"


def killed_at(words: str, times: int) -> None:
    """A worker, killed right after that statement; and the time for which it was believed to live."""
    run = str(ImportRun.objects.get().pk)
    ended = subprocess.run(
        databases.python("-m", "tests.library.imports.programs", run, words, str(times)),
        env=databases.environment(DJANGO_SETTINGS_MODULE="matinee.config.settings"),
        check=False,
        timeout=120,
    )
    assert ended.returncode == -signal.SIGKILL
    assert importing.work_on_imports().idle  # somebody seems to be at it
    ImportRun.objects.update(claimed_until=timezone.now())


def test_reading_goes_on_where_a_killed_worker_stopped(alice: Browser, address: str) -> None:
    killed_at('UPDATE "library_importrun"', 3)  # once to take it, and once with each portion
    assert ImportRow.objects.count() == reading.AT_ONCE

    importing.work_on_imports()

    told = said(alice.get(address))
    assert (told["state"], told["read"], counts(told)) == ("ready", SHOW_ROWS + 1, {"matched": SHOW_ROWS + 1})
    numbers = ImportRow.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, SHOW_ROWS + 2))


def test_applying_and_undoing_go_on_where_a_killed_worker_stopped(alice: Browser, address: str) -> None:
    importing.work_on_imports()
    alice.post(f"{address}/apply")
    killed_at('UPDATE "library_importrow"', 2)
    # What a deed has not finished is not there, with nothing of it told.
    assert Viewing.objects.count() == applying.AT_ONCE == Event.objects.filter(name="FilmWatched").count()
    assert not Opinion.objects.exists()

    importing.work_on_imports()

    told = said(alice.get(address))
    assert (told["state"], counts(told)) == ("done", {"applied": SHOW_ROWS + 1})
    assert Viewing.objects.count() == SHOW_ROWS == Event.objects.filter(name="FilmWatched").count()
    assert (Opinion.objects.get().rating, Event.objects.filter(name="ImportApplied").count()) == (14, 1)

    alice.post(f"{address}/undo")
    killed_at('UPDATE "library_importrow"', 2)
    importing.work_on_imports()
    assert counts(said(alice.get(address))) == {"undone": SHOW_ROWS + 1}
    assert (Viewing.objects.count(), Opinion.objects.get().rating) == (0, None)


def test_a_worker_that_was_thought_dead_does_nothing_more(alice: Browser, address: str) -> None:
    from matinee.library.actions.importing.claiming import Lost, take

    run = ImportRun.objects.get()
    slow = take(run.pk)
    assert slow is not None
    assert take(run.pk) is None
    ImportRun.objects.update(claimed_until=timezone.now())

    importing.work_on_imports()

    with pytest.raises(Lost):
        reading.read_on(slow)
    assert ImportRow.objects.count() == SHOW_ROWS + 1


def test_a_death_while_nothing_is_left_is_no_harm(alice: Browser, address: str) -> None:
    importing.work_on_imports()
    apply(alice, address)
    undo(alice, address)
    assert importing.work_on_imports().idle
    assert rows(alice, address, "applied") == []
