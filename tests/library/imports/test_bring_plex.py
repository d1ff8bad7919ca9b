"""What was played at a Plex server, from the upload until it is undone."""

import json
from datetime import UTC, datetime

import pytest

from matinee.library.models import ImportRun, Viewing
from tests.accounts.cast import Browser, refused, said
from tests.library.imports.bringing import apply, bring, counts, give, rows, undo
from tests.library.shelf import Shelf
from tests.library.transfer.files import zipped
from tests.library.transfer.test_read_plex import XML, answer

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

AT = int(datetime(2021, 5, 4, 20, 15, tzinfo=UTC).timestamp())
DAY = 86_400


def play(number: int, **more: object) -> dict[str, object]:
    return {"historyKey": f"/status/sessions/history/{number}", "viewedAt": AT + number * DAY, "accountID": 1} | more


FILM = {"type": "movie", "title": "Reel 1", "originallyAvailableAt": "1921-01-01"}
CHAPTER = {"type": "episode", "title": "Chapter 2", "grandparentTitle": "Reel 0 (1920)", "parentIndex": 1, "index": 2}
FIRST_PAGE = answer(play(0, **FILM), play(1, **CHAPTER), play(2, type="track", title="A song"))
SECOND_PAGE = answer(play(1, **CHAPTER), play(3, **FILM), play(4, type="movie", title="Lost"))
PAGES = zipped({"1.json": json.dumps(FIRST_PAGE), "2.json": json.dumps(SECOND_PAGE)})


def viewings() -> list[tuple[int, int | None, int | None, int]]:
    """All there are: of which title, season and episode, and how many days after the first."""
    found = Viewing.objects.order_by("watched_at").values_list("title", "season", "episode", "watched_at")
    return [(title, season, episode, (int(at.timestamp()) - AT) // DAY) for title, season, episode, at in found]


def test_a_history_of_plex_is_looked_at_applied_and_undone(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "plex.zip", PAGES)

    told = said(alice.get(address))
    assert (told["format"], told["state"]) == ("Plex", "ready")
    assert viewings() == []
    (song,) = rows(alice, address, "bad")
    assert (song["file"], song["line"]) == ("1.json", 3)
    assert '"track"' in song["sentence"]
    (lost,) = rows(alice, address, "missing")
    assert lost["said"]["name"] == "Lost"

    # The chapter is on both pages, and was watched once; the film was watched twice.
    assert counts(apply(alice, address)) == {"applied": 3, "there": 1, "bad": 1, "missing": 1}
    film, show = shelf.films[1], shelf.shows[0]
    assert viewings() == [(film, None, None, 0), (show, 1, 2, 1), (film, None, None, 3)]

    assert counts(undo(alice, address))["undone"] == 3
    assert viewings() == []


def test_the_history_brought_again_adds_only_what_was_played_since(alice: Browser, shelf: Shelf) -> None:
    apply(alice, bring(alice, "plex.zip", PAGES))
    before = viewings()

    again = bring(alice, "plex.zip", PAGES)
    assert counts(said(alice.get(again))) == {"there": 4, "bad": 1, "missing": 1}
    assert alice.send("DELETE", again).status_code == 204

    later = answer(play(1, **CHAPTER), play(5, **(CHAPTER | {"index": 3})))
    assert counts(apply(alice, bring(alice, "plex.json", json.dumps(later)))) == {"applied": 1, "there": 1}
    assert viewings() == [*before, (shelf.shows[0], 1, 3, 5)]


def test_an_episode_that_its_show_does_not_have_is_not_found(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "plex.json", json.dumps(answer(play(0, **(CHAPTER | {"index": 99})))))
    (missing,) = rows(alice, address, "missing")
    assert missing["sentence"] == "This show has no episode 1x99"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (json.dumps(answer(play(0, **FILM), play(1, **(FILM | {"accountID": 2})))), "?accountID=1"),
        (XML, "Accept: application/json"),
        ('{"MediaContainer": {"size": 0}}', "/status/sessions/history/all"),
    ],
    ids=["two accounts", "XML", "nothing"],
)
def test_an_answer_that_is_not_ones_own_history_is_refused_at_once(alice: Browser, content: str, words: str) -> None:
    refused(give(alice, "plex.json", content), 400, words)
    assert not ImportRun.objects.exists()
