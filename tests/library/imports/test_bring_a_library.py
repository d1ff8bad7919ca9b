"""Uploading a file, what its rows are taken for, applying and undoing it."""

import csv
import io
import json
from datetime import timedelta
from typing import Any, cast

import pytest
from django.utils import timezone

from matinee.catalog.models import Title
from matinee.core.models import Event
from matinee.core.personal import everything_about
from matinee.library.actions import importing
from matinee.library.models import (
    ImportRow,
    ImportRun,
    Opinion,
    Progress,
    Review,
    Standing,
    Viewing,
    Watchlist,
    WatchlistItem,
)
from tests.accounts.cast import Browser, refused, said, seated
from tests.library.imports.bringing import apply, bring, counts, entry, give, library, rows, undo
from tests.library.shelf import Shelf
from tests.library.transfer.files import zipped

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def table(*lines: tuple[str, ...]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    return text.getvalue()


def letterboxd(**files: str) -> bytes:
    return zipped({f"{name}.csv": content for name, content in files.items()})


RATINGS = table(
    ("Date", "Name", "Year", "Letterboxd URI", "Rating"),
    ("2021-01-02", "Reel 1", "1921", "https://boxd.it/1", "4.5"),
    ("2021-01-03", "Reel 2 e", "1923", "https://boxd.it/2", "2"),
    ("2021-01-04", "Nosferatoo the Lost", "1922", "https://boxd.it/3", "3"),
)
DIARY = table(
    ("Date", "Name", "Year", "Letterboxd URI", "Rating", "Rewatch", "Tags", "Watched Date"),
    ("2021-01-02", "Reel 1", "1921", "https://boxd.it/4", "4", "", "", "2021-01-01"),
    ("2021-01-05", "Reel 1", "1921", "https://boxd.it/5", "4.5", "Yes", "", "2021-01-05"),
)
WATCHED = table(
    ("Date", "Name", "Year", "Letterboxd URI"),
    ("2021-01-02", "Reel 1", "1921", "https://boxd.it/1"),
    ("2020-12-30", "Reel 3", "1923", "https://boxd.it/6"),
)
WATCHLIST = table(
    ("Date", "Name", "Year", "Letterboxd URI"),
    ("2021-02-01", "Reel 4", "1924", "https://boxd.it/7"),
    ("2021-02-02", "Reel 5", "1925", "https://boxd.it/8"),
)


def everything(shelf: Shelf) -> str:
    """A file with each thing that can be said."""
    at = "2021-05-04T20:15:00+00:00"
    film, other, show = shelf.films[0], shelf.films[1], shelf.shows[0]
    return library(
        entry(film, rating=8.5, at=at),
        entry(film, loved=True, at=at),
        entry(film, notes="The boots!", at=at),
        entry(other, dismissed=True, at=at),
        {"list": {"name": "Silent", "description": "Hush", "public": False}},
        entry(other, listed={"name": "Silent", "position": 2}, at=at),
        entry(film, listed={"name": "Silent", "position": 1, "notes": "First"}, at=at),
        entry(film, review={"text": "The *robot*!", "spoilers": True}, at=at),
        entry(film, watched={"at": at}),
        entry(show, season=1, episode=1, watched={"at": at}),
        entry(show, season=1, episode=2, progress=60, at=at),
        entry(shelf.films[2], status="planned", at=at),
        entry(shelf.shows[1], status="dropped", at=at),
    )


def kept(username: str) -> dict[str, Any]:
    """How many rows somebody has of each thing."""
    return {
        "opinions": Opinion.objects.filter(user__username=username)
        .exclude(rating=None, loved_at=None, notes="", dismissed_at=None)
        .count(),
        "viewings": Viewing.objects.filter(user__username=username).count(),
        "standings": Standing.objects.filter(user__username=username).exclude(status="").count(),
        "progress": Progress.objects.filter(user__username=username).count(),
        "lists": Watchlist.objects.filter(owner__username=username, deleted_at=None).count(),
        "items": WatchlistItem.objects.filter(watchlist__owner__username=username).count(),
        "reviews": Review.objects.filter(user__username=username, removed_at=None).count(),
    }


NOTHING = {"opinions": 0, "viewings": 0, "standings": 0, "progress": 0, "lists": 0, "items": 0, "reviews": 0}
ALL = {"opinions": 2, "viewings": 2, "standings": 4, "progress": 1, "lists": 1, "items": 2, "reviews": 1}


def test_an_upload_is_read_and_nothing_is_changed_until_it_is_applied(alice: Browser, shelf: Shelf) -> None:
    response = give(alice, "letterboxd.zip", letterboxd(ratings=RATINGS, diary=DIARY))
    assert response.status_code == 202
    told = said(response)
    assert (told["state"], told["format"], told["fileName"], told["read"]) == (
        "reading",
        "Letterboxd",
        "letterboxd.zip",
        0,
    )

    importing.work_on_imports()

    told = said(alice.get(f"/imports/{told['id']}"))
    assert (told["state"], told["read"], told["canApply"], told["canUndo"]) == ("ready", 5, True, False)
    assert counts(told) == {"matched": 3, "ambiguous": 1, "missing": 1}
    assert kept("alice") == NOTHING


def test_a_row_says_what_the_file_says_and_what_it_was_taken_for(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "letterboxd.zip", letterboxd(ratings=RATINGS))

    first, doubtful, missing = rows(alice, address)

    assert (first["outcome"], first["title"]["id"], first["file"], first["line"]) == (
        "matched",
        shelf.films[1],
        "ratings.csv",
        2,
    )
    assert (first["said"]["name"], first["said"]["year"], first["said"]["rating"]) == ("Reel 1", 1921, 9.0)
    assert (doubtful["outcome"], [one["id"] for one in doubtful["choices"]]) == ("ambiguous", [shelf.films[2]])
    assert (missing["outcome"], missing["sentence"]) == (
        "missing",
        "No title here goes by this name or id. Choose one, or leave it out",
    )
    assert [row["line"] for row in rows(alice, address, "missing", "ambiguous")] == [3, 4]


def test_a_name_without_end_is_told_in_short(alice: Browser, shelf: Shelf) -> None:
    long = "Reel " * 100_000
    listed = {"title": {"kind": "movie", "name": long}, "listed": {"name": long}}
    address = bring(alice, "mine.json", library({"list": {"name": long}}, listed))

    heading, row = (one["said"] for one in rows(alice, address))

    told = f"{long[:499]}…"
    assert (heading["name"], row["name"], row["list"]) == (told, told, told)


def test_an_import_in_which_nothing_is_left_is_done(alice: Browser, shelf: Shelf) -> None:
    text = library(entry(shelf.films[0], rating=7), {"title": {"kind": "movie", "name": "Elsewhere"}, "loved": True})
    apply(alice, bring(alice, "mine.json", text))

    told = said(alice.get(bring(alice, "again.json", text)))

    assert (told["state"], counts(told)) == ("done", {"there": 1, "missing": 1})
    assert (told["canApply"], told["canUndo"], told["finishedAt"] is not None) == (False, False, True)
    assert give(alice, "another.json", text).status_code == 202  # it stands in nobody's way


def test_an_import_is_done_when_the_last_is_left_out_and_can_still_be_applied(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "mine.json", library(entry(shelf.films[0], rating=7), entry(shelf.films[1], rating=8)))
    first, second = rows(alice, address)

    def state_after(row: dict[str, Any], *, skip: bool) -> tuple[str, bool]:
        assert alice.send("PATCH", f"{address}/rows/{row['id']}", {"skip": skip}).status_code == 200
        told = said(alice.get(address))
        return told["state"], told["canApply"]

    assert state_after(first, skip=True) == ("ready", True)
    assert state_after(second, skip=True) == ("done", False)
    assert state_after(second, skip=False) == ("done", True)
    assert counts(apply(alice, address)) == {"applied": 1, "skipped": 1}


def test_what_a_title_turns_out_to_say_already_is_not_left_to_be_applied(alice: Browser, shelf: Shelf) -> None:
    alice.send("PATCH", f"/me/opinions/movies/{shelf.films[2]}", {"rating": 9})
    doubt = table(("Name", "Year", "Letterboxd URI", "Rating"), ("Reel 2 e", "1923", "https://boxd.it/2", "2"))
    address = bring(alice, "letterboxd.zip", letterboxd(ratings=doubt))
    (doubtful,) = rows(alice, address)
    assert (said(alice.get(address))["state"], doubtful["outcome"]) == ("ready", "ambiguous")

    alice.send("PATCH", f"{address}/rows/{doubtful['id']}", {"titleId": shelf.films[2]})

    assert (said(alice.get(address))["state"], counts(said(alice.get(address)))) == ("done", {"there": 1})


def test_what_is_applied_is_as_the_file_says(alice: Browser, shelf: Shelf) -> None:
    address = bring(
        alice, "letterboxd.zip", letterboxd(ratings=RATINGS, diary=DIARY, watched=WATCHED, watchlist=WATCHLIST)
    )

    told = apply(alice, address)

    assert (told["state"], told["canApply"], told["canUndo"]) == ("done", False, True)
    # One that was watched on a day is not watched once more for being on the list of all that was watched.
    assert counts(told) == {"applied": 7, "there": 1, "ambiguous": 1, "missing": 1}
    opinion = said(alice.get(f"/me/opinions/movies/{shelf.films[1]}"))
    assert (opinion["rating"], opinion["ratedAt"]) == (9.0, "2021-01-02T12:00:00Z")
    days = Viewing.objects.filter(title=shelf.films[1]).order_by("watched_at").values_list("watched_at", flat=True)
    assert [day.date().isoformat() for day in days] == ["2021-01-01", "2021-01-05"]
    assert Standing.objects.get(title=shelf.films[3]).status == "watched"
    names = WatchlistItem.objects.order_by("position").values_list("watchlist__name", "title_id", "position")
    assert list(names) == [("Watchlist", shelf.films[4], 0), ("Watchlist", shelf.films[5], 1)]
    assert Event.objects.filter(name="ImportApplied").latest("id").body["rows"] == 7


def test_everything_that_can_be_said_is_applied_and_undone(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "mine.json", everything(shelf))

    assert counts(apply(alice, address)) == {"applied": 13}
    assert kept("alice") == ALL
    items = WatchlistItem.objects.order_by("position").values_list("title_id", "note")
    assert list(items) == [(shelf.films[0], "First"), (shelf.films[1], "")]
    review = Review.objects.get()
    assert (review.text, review.spoiler, review.created_at.year) == ("The *robot*!", True, 2021)
    statuses = dict(Standing.objects.exclude(status="").values_list("title_id", "status"))
    assert statuses == {
        shelf.films[0]: "watched",
        shelf.films[2]: "planned",
        shelf.shows[0]: "watching",
        shelf.shows[1]: "dropped",
    }

    assert counts(undo(alice, address)) == {"undone": 13}
    assert kept("alice") == NOTHING
    assert Event.objects.filter(name="ImportUndone").latest("id").body["rows"] == 13


def told_since(before: int) -> list[str]:
    """Names of events, but for how far the worker was."""
    since = Event.objects.filter(id__gt=before).exclude(name="ImportAdvanced")
    return list(since.values_list("name", flat=True))


def test_that_a_list_will_be_public_is_told_before_and_leaving_out_its_row_keeps_it_private(
    alice: Browser, shelf: Shelf
) -> None:
    text = library(
        {"list": {"name": "Loud", "public": True}},
        {"list": {"name": "Silent", "public": True}},
        {"list": {"name": "Hidden", "public": False}},
        {"list": {"name": "Not said"}},
        *(entry(shelf.films[0], listed={"name": name}) for name in ("Loud", "Silent", "Hidden", "Not said")),
    )
    address = bring(alice, "mine.json", text)
    heads = rows(alice, address)[:4]
    assert said(alice.get(address))["publicLists"] == 2
    assert [row["said"]["isPublic"] for row in heads] == [True, True, False, False]

    alice.send("PATCH", f"{address}/rows/{heads[1]['id']}", {"skip": True})
    assert said(alice.get(address))["publicLists"] == 1
    assert apply(alice, address)["publicLists"] == 0

    assert set(Watchlist.objects.exclude(link=None).values_list("name", flat=True)) == {"Loud"}
    assert Watchlist.objects.count() == 4


def test_a_list_of_another_service_is_private_whatever_it_was_there(alice: Browser, shelf: Shelf) -> None:
    film = {"type": "movie", "movie": {"title": "Reel 1", "year": 1921}, "listed_at": "2021-01-02T00:00:00Z", "id": 1}
    files = {
        "lists-lists.json": json.dumps([{"name": "Loud", "privacy": "public", "ids": {"trakt": 5}}]),
        "lists-list-5-loud.json": json.dumps([film]),
    }
    address = bring(alice, "trakt.zip", zipped(files))
    assert said(alice.get(address))["publicLists"] == 0
    assert not any(row["said"]["isPublic"] for row in rows(alice, address))
    apply(alice, address)
    assert list(Watchlist.objects.values_list("name", "link")) == [("Loud", None)]


def test_each_change_is_told(alice: Browser, shelf: Shelf) -> None:
    before = Event.objects.latest("id").pk
    address = bring(alice, "mine.json", everything(shelf))
    apply(alice, address)
    names = sorted(told_since(before))
    assert names == sorted(
        ["TitleRated", "FavoriteAdded", "TitleDismissed", "WatchlistMade", "WatchlistItemAdded", "WatchlistItemAdded"]
        + ["ReviewPublished", "FilmWatched", "EpisodeWatched", "ImportApplied"]
        + ["StatusChanged"] * 4
    )
    before = Event.objects.latest("id").pk
    undo(alice, address)
    names = sorted(told_since(before))
    assert names == sorted(
        ["TitleRated", "FavoriteRemoved", "TitleWelcomed", "WatchlistItemRemoved", "WatchlistItemRemoved"]
        + ["WatchlistDeleted", "ReviewRemoved", "ViewingRemoved", "ViewingRemoved", "ImportUndone"]
        + ["StatusChanged"] * 4
    )


def test_the_same_file_again_doubles_nothing(alice: Browser, shelf: Shelf) -> None:
    files = letterboxd(ratings=RATINGS, diary=DIARY, watched=WATCHED, watchlist=WATCHLIST)
    apply(alice, bring(alice, "letterboxd.zip", files))
    apply(alice, bring(alice, "mine.json", everything(shelf)))
    once, told = kept("alice"), Event.objects.exclude(name__startswith="Import").count()

    again = said(alice.get(bring(alice, "letterboxd.zip", files)))

    assert counts(again) == {"there": 8, "ambiguous": 1, "missing": 1}
    assert again["canApply"] is False
    assert alice.send("DELETE", f"/imports/{again['id']}").status_code == 204
    assert counts(said(alice.get(bring(alice, "mine.json", everything(shelf))))) == {"there": 13}
    assert kept("alice") == once
    assert Event.objects.exclude(name__startswith="Import").count() == told


def test_what_was_said_here_is_left_alone(alice: Browser, shelf: Shelf) -> None:
    film = shelf.films[1]
    alice.send("PATCH", f"/me/opinions/movies/{film}", {"rating": 3.5})

    told = apply(alice, bring(alice, "mine.json", library(entry(film, rating=9, loved=True))))

    assert counts(told) == {"applied": 1}
    opinion = said(alice.get(f"/me/opinions/movies/{film}"))
    assert (opinion["rating"], opinion["favorite"]) == (3.5, True)
    undo(alice, f"/imports/{told['id']}")
    opinion = said(alice.get(f"/me/opinions/movies/{film}"))
    assert (opinion["rating"], opinion["favorite"]) == (3.5, False)


def test_undoing_leaves_what_was_changed_since_and_says_so(alice: Browser, shelf: Shelf) -> None:
    film, other = shelf.films[:2]
    address = bring(alice, "mine.json", everything(shelf))
    apply(alice, address)
    alice.send("PATCH", f"/me/opinions/movies/{film}", {"rating": 2, "notes": "No boots."})
    list_address = f"/watchlists/{Watchlist.objects.get().pk}"
    alice.send("PUT", f"{list_address}/items/movies/{shelf.films[3]}", {})
    alice.send("DELETE", f"{list_address}/items/{other}")
    Review.objects.update(text="It was no robot.")
    alice.send("PUT", f"/me/standings/movies/{shelf.films[2]}", {"status": "dropped"})

    told = undo(alice, address)

    sentences = {row["line"]: row["sentence"] for row in rows(alice, address, "kept")}
    assert sentences == {
        1: "You have changed the rating since",
        3: "You have changed the notes since",
        5: "There is more in the list by now, so it stays",
        6: "You have taken it out of the list since",
        8: "You have changed the review since",
        12: "You have set another status since",
    }
    assert counts(told) == {"undone": 7, "kept": 6}
    assert said(alice.get(f"/me/opinions/movies/{film}"))["rating"] == 2
    assert list(WatchlistItem.objects.values_list("title_id", "position")) == [(shelf.films[3], 0)]


def test_who_has_begun_a_show_and_dropped_it_has_dropped_it(
    alice: Browser, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = shelf.shows[0]
    file = library(
        entry(show, season=1, episode=1, watched={"at": "2021-05-04"}), entry(show, status="dropped", at="2021-05-05")
    )
    for at_once in (100, 1):  # in one deed, or in two
        monkeypatch.setattr("matinee.library.actions.importing.applying.AT_ONCE", at_once)
        address = bring(alice, "mine.json", file)
        assert counts(apply(alice, address)) == {"applied": 2}
        assert Standing.objects.get(title=show).status == "dropped"
        assert counts(undo(alice, address)) == {"undone": 2}
        assert Standing.objects.get(title=show).status == ""


def test_undoing_a_viewing_brings_back_what_was_planned(alice: Browser, shelf: Shelf) -> None:
    alice.send("PUT", f"/me/standings/movies/{shelf.films[0]}", {"status": "planned"})
    address = bring(alice, "mine.json", library(entry(shelf.films[0], watched={"at": "2021-05-04"})))
    apply(alice, address)
    assert Standing.objects.get(title=shelf.films[0]).status == "watched"
    undo(alice, address)
    standing = Standing.objects.get(title=shelf.films[0])
    assert (standing.status, standing.viewings) == ("planned", 0)


def test_a_title_is_chosen_for_all_rows_that_say_the_same(alice: Browser, shelf: Shelf) -> None:
    ratings = RATINGS.replace("Nosferatoo the Lost,1922", "Reel One Hundred,1921")
    watched = table(
        ("Date", "Name", "Year", "Letterboxd URI"), ("2021-01-02", "Reel One Hundred", "1921", "https://boxd.it/1")
    )
    address = bring(alice, "letterboxd.zip", letterboxd(ratings=ratings, watched=watched))
    first, second = rows(alice, address, "missing")

    chosen = alice.send("PATCH", f"{address}/rows/{second['id']}", {"titleId": shelf.films[1]})

    assert chosen.status_code == 200, chosen.content
    assert (said(chosen)["outcome"], said(chosen)["title"]["id"]) == ("matched", shelf.films[1])
    assert rows(alice, address, "missing") == []
    assert {row["id"] for row in rows(alice, address, "matched")} >= {first["id"], second["id"]}


def test_a_row_that_is_left_out_is_not_applied(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "mine.json", library(entry(shelf.films[0], rating=7), entry(shelf.films[1], rating=8)))
    first, _ = rows(alice, address)
    left_out = alice.send("PATCH", f"{address}/rows/{first['id']}", {"skip": True})
    assert said(left_out)["outcome"] == "skipped"
    back = alice.send("PATCH", f"{address}/rows/{first['id']}", {"skip": False})
    assert said(back)["outcome"] == "matched"
    alice.send("PATCH", f"{address}/rows/{first['id']}", {"skip": True})
    assert counts(apply(alice, address)) == {"applied": 1, "skipped": 1}
    assert Opinion.objects.get().title_id == shelf.films[1]


def test_what_is_chosen_later_is_applied_later(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "letterboxd.zip", letterboxd(ratings=RATINGS))
    apply(alice, address)
    (doubtful,) = rows(alice, address, "ambiguous")
    alice.send("PATCH", f"{address}/rows/{doubtful['id']}", {"titleId": shelf.films[2]})
    assert counts(apply(alice, address)) == {"applied": 2, "missing": 1}
    assert counts(undo(alice, address)) == {"undone": 2, "missing": 1}


@pytest.mark.parametrize(
    "body",
    [{}, {"titleId": 1, "skip": True}, {"titleId": "soup"}, {"titleId": 0}, {"title": 5}],
    ids=["nothing", "both", "soup", "zero", "misspelt"],
)
def test_a_decision_is_one_thing(alice: Browser, shelf: Shelf, body: dict[str, object]) -> None:
    address = bring(alice, "letterboxd.zip", letterboxd(ratings=RATINGS))
    (doubtful,) = rows(alice, address, "ambiguous")
    refused(alice.send("PATCH", f"{address}/rows/{doubtful['id']}", body), 400)
    assert rows(alice, address, "ambiguous") == [doubtful]


def test_a_title_that_they_do_not_meet_is_neither_found_nor_chosen(alice: Browser, shelf: Shelf) -> None:
    Title.objects.update(minimum_age=6)
    Title.objects.filter(pk=shelf.films[1]).update(minimum_age=18)
    ImportRun.objects.all().delete()
    from matinee.accounts.models import User

    User.objects.filter(username="alice").update(age_cap=12)
    address = bring(alice, "mine.json", library(entry(shelf.films[1], rating=8)))
    (missing,) = rows(alice, address)
    assert missing["outcome"] == "missing"
    answer = alice.send("PATCH", f"{address}/rows/{missing['id']}", {"titleId": shelf.films[1]})
    refused(answer, 400, "there is no such title")


def test_an_import_is_there_for_nobody_else(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "mine.json", library(entry(shelf.films[0], rating=7)))
    row = rows(alice, address)[0]["id"]
    bob = seated("bob")
    for method, path in (
        ("GET", address),
        ("GET", f"{address}/rows"),
        ("POST", f"{address}/apply"),
        ("POST", f"{address}/stop"),
        ("POST", f"{address}/undo"),
        ("DELETE", address),
    ):
        refused(bob.send(method, path), 404, "There is no such import")
    refused(bob.send("PATCH", f"{address}/rows/{row}", {"skip": True}), 404)
    assert said(bob.get("/imports"))["items"] == []
    assert len(said(alice.get("/imports"))["items"]) == 1


def test_a_person_has_one_import_under_way(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "mine.json", library(entry(shelf.films[0], rating=7)))
    refused(give(alice, "mine.json", library()), 409, "Another import of yours is under way")
    assert give(seated("bob"), "mine.json", library()).status_code == 202
    apply(alice, address)
    assert give(alice, "mine.json", library()).status_code == 202


def test_an_import_is_stopped_between_two_deeds_and_what_is_done_can_be_undone(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "mine.json", everything(shelf))
    assert alice.post(f"{address}/apply").status_code == 202
    assert alice.post(f"{address}/stop").status_code == 204
    assert Event.objects.latest("id").name == "ImportAdvanced"  # pages elsewhere learn that it is over
    importing.work_on_imports()
    told = said(alice.get(address))
    assert (told["state"], counts(told)) == ("cancelled", {"matched": 13})
    assert kept("alice") == NOTHING
    assert counts(apply(alice, address)) == {"applied": 13}
    refused(alice.post(f"{address}/apply"), 409, "Nothing in it is left to be applied")
    undo(alice, address)
    refused(alice.post(f"{address}/undo"), 409)
    assert alice.send("DELETE", address).status_code == 204
    refused(alice.get(address), 404)


def test_a_stop_that_comes_too_late_leaves_the_import_and_its_undo(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "mine.json", everything(shelf))
    assert alice.post(f"{address}/apply").status_code == 202
    assert said(alice.get(address))["state"] == "applying"  # what the page shows, while the worker comes to its end
    importing.work_on_imports()
    assert alice.post(f"{address}/stop").status_code == 204
    told = said(alice.get(address))
    assert (told["state"], counts(told), told["canUndo"]) == ("done", {"applied": 13}, True)
    assert counts(undo(alice, address)) == {"undone": 13}
    assert alice.post(f"{address}/stop").status_code == 204
    assert said(alice.get(address))["state"] == "undone"


def test_an_import_is_not_removed_while_it_is_applied_or_undone(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "mine.json", everything(shelf))
    assert alice.post(f"{address}/apply").status_code == 202
    refused(alice.send("DELETE", address), 409, "It is being applied. Stop it first, or wait until that is over")
    importing.work_on_imports()
    assert alice.post(f"{address}/undo").status_code == 202
    refused(alice.send("DELETE", address), 409, "It is being undone. Wait until that is over")
    refused(alice.post(f"{address}/stop"), 409, "It is being undone. Wait until that is over")
    importing.work_on_imports()
    assert counts(said(alice.get(address))) == {"undone": 13}
    assert alice.send("DELETE", address).status_code == 204


def test_an_import_that_is_still_read_is_removed_and_not_stopped(alice: Browser, shelf: Shelf) -> None:
    address = f"/imports/{said(give(alice, 'mine.json', everything(shelf)))['id']}"
    refused(alice.post(f"{address}/stop"), 409, "Its file is being read, and nothing of it is applied")
    assert alice.send("DELETE", address).status_code == 204
    assert importing.work_on_imports().idle
    refused(alice.get(address), 404)
    assert give(alice, "mine.json", everything(shelf)).status_code == 202


def test_an_old_import_is_forgotten(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "mine.json", everything(shelf))
    apply(alice, address)
    assert importing.forget_imports() == 0
    ImportRun.objects.update(created_at=timezone.now() - timedelta(days=31))
    while importing.forget_imports():
        pass
    assert not ImportRow.objects.exists()
    refused(alice.get(address), 404)
    assert kept("alice") == ALL


def test_the_file_is_gone_once_it_is_read(alice: Browser, shelf: Shelf) -> None:
    from matinee.core.settings import current

    def files() -> set[str]:
        return {path.name for path in (current().data_dir / "imports").glob("*")} - before

    before: set[str] = set()
    before = files()
    give(alice, "../../../etc/mine.json", library(entry(shelf.films[0], rating=7)))
    (kept_name,) = files()
    assert len(kept_name) == 32
    importing.work_on_imports()
    assert files() == set()
    assert said(alice.get("/imports"))["items"][0]["fileName"] == "mine.json"


def test_what_was_brought_along_is_among_ones_data(alice: Browser, shelf: Shelf) -> None:
    from matinee.accounts.actions import find_user

    bring(alice, "mine.json", library(entry(shelf.films[0], rating=7)))
    (run,) = cast("list[dict[str, Any]]", everything_about(find_user("alice").pk)["imports"])
    assert (run["fileName"], run["rows"][0]["outcome"]) == ("mine.json", "matched")
