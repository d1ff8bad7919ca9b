"""To a person's own page of what they did, an import is one thing, however many rows it has."""

from typing import Any

import pytest

from matinee.core import delivery
from matinee.core.correlation import continued, correlated, correlation_id
from matinee.library.actions import importing
from matinee.library.events import is_of_import, work_of
from matinee.library.models import ImportRun
from tests.accounts.cast import Browser, refused, said
from tests.delivering import deliver
from tests.library.imports.bringing import apply, bring, entry, library, undo
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def activity(browser: Browser) -> list[dict[str, Any]]:
    """What is on the page once it is all heard."""
    deliver()
    items: list[dict[str, Any]] = said(browser.get("/me/activity"))["items"]
    return items


def three(shelf: Shelf) -> str:
    return library(
        entry(shelf.films[0], rating=7, watched={"at": "2021-05-04"}),
        entry(shelf.films[1], loved=True, listed={"name": "Silent"}),
        entry(shelf.shows[0], status="planned"),
    )


def test_an_import_is_one_thing_among_others(alice: Browser, shelf: Shelf) -> None:
    alice.send("PATCH", f"/me/opinions/movies/{shelf.films[5]}", {"rating": 3})
    told = apply(alice, bring(alice, "mine.json", three(shelf)))
    alice.send("PATCH", f"/me/opinions/movies/{shelf.films[4]}", {"rating": 4})

    done = activity(alice)

    assert [one["what"] for one in done] == ["TitleRated", "ImportApplied", "TitleRated"]
    assert done[1]["details"] == {"import_id": told["id"], "rows": 3, "file_name": "mine.json"}
    assert (done[1]["importId"], done[1]["undoable"], done[1]["undoneAt"]) == (told["id"], False, None)
    refused(alice.post(f"/me/activity/{done[1]['id']}/undo"), 409)


def test_it_is_undone_with_the_import_and_undoing_is_nothing_more(alice: Browser, shelf: Shelf) -> None:
    told = apply(alice, bring(alice, "mine.json", three(shelf)))
    undo(alice, f"/imports/{told['id']}")
    (done,) = activity(alice)
    assert (done["what"], done["undoneAt"] is not None) == ("ImportApplied", True)


def test_it_says_how_much_it_was_when_it_was_stopped_and_then_applied_to_the_end(
    alice: Browser, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    from matinee.library.actions.importing import applying

    address = bring(alice, "mine.json", three(shelf))
    monkeypatch.setattr(applying, "AT_ONCE", 1)
    alice.post(f"{address}/apply")
    monkeypatch.setattr(applying, "deed_by_deed", lambda step: step() and alice.post(f"{address}/stop"))
    importing.work_on_imports()
    monkeypatch.undo()
    assert [one["details"]["rows"] for one in activity(alice)] == [1]

    apply(alice, address)

    assert [one["details"]["rows"] for one in activity(alice)] == [3]


def test_it_stays_when_the_import_is_forgotten_and_leads_nowhere_then(alice: Browser, shelf: Shelf) -> None:
    told = apply(alice, bring(alice, "mine.json", three(shelf)))
    alice.send("DELETE", f"/imports/{told['id']}")
    (done,) = activity(alice)
    assert (done["importId"], done["details"]["file_name"]) == (None, "mine.json")


def test_it_is_remembered_the_same_when_all_is_heard_anew(alice: Browser, shelf: Shelf) -> None:
    apply(alice, bring(alice, "mine.json", three(shelf)))
    before = activity(alice)
    delivery.replay("activity", 1)
    assert activity(alice) == before


def test_an_import_that_changes_nothing_is_nothing_done(alice: Browser, shelf: Shelf) -> None:
    bring(alice, "mine.json", library(entry(shelf.films[0], rating=7)))
    alice.send("PATCH", f"/me/opinions/movies/{shelf.films[0]}", {"rating": 3})
    alice.post(f"/imports/{ImportRun.objects.get().pk}/apply")
    importing.work_on_imports()
    assert [one["what"] for one in activity(alice)] == ["TitleRated"]


def test_no_stranger_can_send_the_id_of_an_import_with_what_they_do() -> None:
    with correlated(work_of(12345678)) as given:
        assert not is_of_import(given)
    with continued(work_of(12345678)):
        assert is_of_import(correlation_id())
