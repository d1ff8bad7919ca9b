"""Files that cannot be read, or in part: a clear answer for each, and nothing half applied."""

import io
import zipfile
from typing import cast

import pytest
from django.http import HttpResponse
from PIL import Image

from matinee.accounts.actions import credentials, find_user
from matinee.catalog.models import Completeness, Title
from matinee.core.access import Scope
from matinee.core.settings import current
from matinee.library.actions import importing
from matinee.library.models import ImportRow, ImportRun, Opinion, Viewing, Watchlist
from tests.accounts.cast import Browser, Program, refused, said
from tests.library.imports.bringing import apply, bring, counts, entry, give, library, rows, upload
from tests.library.shelf import Shelf
from tests.library.transfer.files import zipped

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

HEADER = "Date,Name,Year,Letterboxd URI,Rating\n"


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 60), "navy").save(file, "PNG")
    return file.getvalue()


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        into.writestr("ratings.csv", HEADER + "0" * 50_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("export.zip", bomb(), "unpacks to far more than it seems"),
        ("poster.png", picture(), "is not readable as text"),
        ("export.zip", b"PK\x03\x04 and no more", "cut off"),
        ("export.zip", zipped({"readme.txt": "Hello"}), "no CSV or JSON file"),
        ("empty.csv", b"", "empty"),
        ("shopping.csv", b"What,How many\nPopcorn,3\n", "is no export that we know"),
        ("mine.json", b'{"format": "matinee library", "version": 9, "entries": [{}]}', "Update the program"),
    ],
    ids=["zip bomb", "picture", "half a zip", "no table", "empty", "other table", "newer version"],
)
def test_what_is_no_export_is_refused_at_once(alice: Browser, name: str, content: bytes, words: str) -> None:
    before = set((current().data_dir / "imports").glob("*"))
    refused(give(alice, name, content), 400, words)
    assert not ImportRun.objects.exists()
    assert set((current().data_dir / "imports").glob("*")) == before


def test_a_season_that_no_show_has_costs_only_its_row(alice: Browser, shelf: Shelf) -> None:
    Title.objects.filter(pk=shelf.shows[1]).update(completeness=Completeness.PARTIAL)
    odd = entry(shelf.shows[1], season=40_000, episode=1, watched={"at": "2021-05-04"})
    address = bring(alice, "mine.json", library(odd, entry(shelf.films[0], loved=True)))
    (bad,) = rows(alice, address, "bad")
    assert bad["sentence"] == "No show has a season 40000. Give the number of the season, at most 32767"
    assert counts(apply(alice, address)) == {"applied": 1, "bad": 1}


@pytest.mark.parametrize("name", ["   ", "\u200b", "two\nlines", "\u202egnp.tset"])
def test_a_list_whose_name_cannot_be_seen_is_not_made(alice: Browser, shelf: Shelf, name: str) -> None:
    address = bring(alice, "mine.json", library({"list": {"name": name}}, entry(shelf.films[0], listed={"name": name})))
    assert "one line of visible characters" in rows(alice, address, "bad")[0]["sentence"]
    assert said(alice.get(address))["counts"]["bad"] == 2


def test_an_upload_needs_a_file(alice: Browser) -> None:
    refused(alice.post("/imports"), 400)
    refused(upload(alice, {"file": "soup"}), 400)


FORMS = {
    "no boundary": ("multipart/form-data", b"--x--\r\n"),
    "odd boundary": ("multipart/form-data; boundary=\xff", b"--\xff--\r\n"),
    "broken base64": (
        "multipart/form-data; boundary=x",
        b"\r\n".join(
            [
                b"--x",
                b'Content-Disposition: form-data; name="file"; filename="a"',
                b"Content-Transfer-Encoding: base64",
                b"",
                b"A",
                b"--x--",
            ]
        ),
    ),
}


@pytest.mark.parametrize("path", ["/api/v1/imports", "/api/v1/me/picture"])
@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_cannot_be_taken_apart_is_told_to_browsers_and_programs(
    alice: Browser, path: str, form: str
) -> None:
    content_type, body = FORMS[form]
    _, token = credentials.make_api_token(find_user("alice"), "her script", {Scope.WRITE})
    for sender in (alice, Program(access=token)):
        answer = sender.client.generic("POST", path, body, content_type=content_type, headers=sender.headers())
        refused(cast(HttpResponse, answer), 400, "Send it as multipart/form-data")


def test_a_form_of_thousands_of_fields_is_told_to_be_too_large(alice: Browser) -> None:
    refused(upload(alice, {f"field{number}": "" for number in range(1_100)}), 400, "larger than any")


def test_a_bad_line_costs_only_itself(alice: Browser, shelf: Shelf) -> None:
    text = (
        f'{HEADER}2021-01-02,Reel 1,1921,https://boxd.it/1,4.5\n2021-01-03,"Reel 2,1922,https://boxd.it/2,2\n'
        "2021-01-04,Reel 3,1923,https://boxd.it/3,11\n44197,Reel 4,1924,https://boxd.it/4,3\n"
    )
    address = bring(alice, "ratings.csv", text.replace('"Reel 2', "Reel 2"))
    found = {row["line"]: (row["outcome"], row["sentence"]) for row in rows(alice, address)}
    assert found[2] == ("matched", None)
    assert found[4] == ("bad", 'The rating "11" is out of range. Ratings go from 0.5 to 5')
    assert counts(apply(alice, address))["bad"] == 1
    assert Opinion.objects.get(title=shelf.films[1]).rating == 18
    assert not Opinion.objects.filter(title=shelf.films[3]).exists()


def test_broken_quotes_are_told_and_the_rest_is_read(alice: Browser, shelf: Shelf) -> None:
    text = f'{HEADER}2021-01-02,Reel 1,1921,https://boxd.it/1,4.5\n2021-01-03,"Reel 2,1922,https://boxd.it/2,2\n'
    told = said(alice.get(bring(alice, "ratings.csv", text)))
    assert counts(told) == {"matched": 1, "bad": 1}


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_any_writing_is_read(alice: Browser, shelf: Shelf, encoding: str) -> None:
    Title.objects.filter(pk=shelf.films[0]).update(imdb_id="tt1013752")
    text = "Const,Your Rating,Date Rated,Title,URL,Title Type\r\ntt1013752,9,2021-01-02,Häxan é,u,Movie\r\n"
    address = bring(alice, "ratings.csv", text.encode(encoding))
    (row,) = rows(alice, address)
    assert (row["outcome"], row["said"]["name"]) == ("matched", "Häxan é")


def test_an_archive_without_ratings_is_read_for_what_it_has(alice: Browser, shelf: Shelf) -> None:
    watched = "Date,Name,Year,Letterboxd URI\n2021-01-02,Reel 1,1921,https://boxd.it/1\n"
    address = bring(alice, "letterboxd.zip", zipped({"watched.csv": watched, "profile.csv": "Username\nalice\n"}))
    assert counts(apply(alice, address)) == {"applied": 1}
    viewing = Viewing.objects.get()
    assert (viewing.title_id, viewing.watched_at.date().isoformat()) == (shelf.films[1], "2021-01-02")


@pytest.mark.parametrize(
    ("said_of_it", "sentence"),
    [
        (
            {"watched": {"at": "2090-01-01"}},
            '"2090-01-01" would be 2090-01-01, which cannot be right. Write it as 2020-12-31',
        ),
        (
            {"watched": {"at": "1066-10-14"}},
            '"1066-10-14" would be 1066-10-14, which cannot be right. Write it as 2020-12-31',
        ),
        ({"notes": "x" * 10_001}, "Its notes have 10,001 characters, and 10,000 is the most. Shorten them"),
        ({"review": {"text": "x" * 20_001}}, "Its review has 20,001 characters, and 20,000 is the most. Shorten it"),
        ({"listed": {"name": "x" * 101}}, "The list's name has 101 characters, and 100 is the most. Shorten it"),
        ({}, "It says nothing of this title. Leave it out"),
    ],
    ids=["future", "middle ages", "notes", "review", "list name", "nothing"],
)
def test_what_a_library_cannot_keep_is_told_row_by_row(
    alice: Browser, shelf: Shelf, said_of_it: dict[str, object], sentence: str
) -> None:
    text = library(entry(shelf.films[0], **said_of_it), entry(shelf.films[1], rating=7))
    address = bring(alice, "mine.json", text)
    first, second = rows(alice, address)
    assert (first["outcome"], first["sentence"]) == ("bad", sentence)
    assert second["outcome"] == "matched"


def test_an_episode_that_there_is_not_is_missing(alice: Browser, shelf: Shelf) -> None:
    show = shelf.shows[0]
    text = library(
        entry(show, season=1, episode=99, watched={"at": "2021-05-04"}),
        entry(show, season=99, episode=1, watched={"at": "2021-05-04"}),
        entry(show, season=1, episode=1, rating=7),
    )
    told = [(row["outcome"], row["sentence"]) for row in rows(alice, bring(alice, "mine.json", text))]
    assert told == [
        ("missing", "This show has no episode 1x99"),
        ("missing", "This show has no season 99"),
        ("bad", "Only whole films and shows are rated, listed and reviewed here; an episode can be watched"),
    ]


def test_an_import_that_fails_again_and_again_is_given_up(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "mine.json", library(entry(shelf.films[0], rating=7)))
    alice.post(f"{address}/apply")
    ImportRun.objects.update(attempts=5)
    importing.work_on_imports()
    told = said(alice.get(address))
    assert (told["state"], told["canApply"]) == ("failed", True)
    assert "An administrator finds the reason" in told["error"]


def test_a_file_that_is_gone_before_it_was_read_fails_with_a_sentence(alice: Browser, shelf: Shelf) -> None:
    give(alice, "mine.json", library(entry(shelf.films[0], rating=7)))
    (current().data_dir / "imports" / ImportRun.objects.get().upload).unlink()
    importing.work_on_imports()
    (told,) = said(alice.get("/imports"))["items"]
    assert (told["state"], told["error"]) == ("failed", "The file is no longer there. Give it again")
    assert not ImportRow.objects.exists()


def test_a_list_that_is_full_takes_no_more(alice: Browser, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    from matinee.library.actions import watchlist_items

    monkeypatch.setattr(watchlist_items, "MOST_ITEMS", 2)
    text = library(*(entry(film, listed={"name": "Silent"}) for film in shelf.films[:3]))
    address = bring(alice, "mine.json", text)
    assert counts(apply(alice, address)) == {"applied": 2, "bad": 1}
    (full,) = rows(alice, address, "bad")
    assert full["sentence"] == "The list is full. Remove a title from it first"
    assert Watchlist.objects.get().length == 2
