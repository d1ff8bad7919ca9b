"""Bringing in titles by outside ids, or from a file of records."""

import json
from pathlib import Path

import pytest

from matinee.catalog import actions
from matinee.catalog.models import Title
from matinee.core.errors import BadInput
from tests.catalog.visits import get
from tests.tmdb_replay import TmdbReplay

pytestmark = pytest.mark.django_db

RECORD = {
    "key": "the-home-reel-1931",
    "kind": "movie",
    "form": "short",
    "title": "The Home Reel",
    "originalTitle": "The Home Reel",
    "year": 1931,
    "runtime": 7,
    "countries": ["GB"],
    "languages": ["en"],
    "originalLanguage": "en",
    "genres": ["documentary"],
    "directors": ["A. Uncle"],
    "overview": "A garden, a dog, and somebody waving.",
    "licence": "public-domain",
    "known": 1,
}


def test_titles_come_in_by_either_outside_id(tmdb: TmdbReplay) -> None:
    heard: list[str] = []
    refs = ["movie:tmdb:653", "tv:tmdb:5203", "imdb:tt0017136", "imdb:tt0046643", "tv:imdb:tt0052451"]
    outcome = actions.import_titles(refs, progress=heard.append)
    assert (outcome.done, outcome.failed, heard) == (5, (), refs)
    assert set(Title.objects.filter(completeness="complete").values_list("kind", "tmdb_id")) == {
        ("movie", 653), ("tv", 5203), ("movie", 19), ("tv", 5201), ("tv", 5204)
    }  # fmt: skip


def test_one_wrong_id_does_not_stop_the_rest_and_each_says_why(tmdb: TmdbReplay) -> None:
    outcome = actions.import_titles(["movie:tmdb:1", "imdb:tt9999999", "nonsense", "tmdb:653", "movie:tmdb:653"])
    assert outcome.done == 1
    reasons = dict(outcome.failed)
    assert reasons["movie:tmdb:1"] == "TMDB has no such thing"
    assert "knows no film or show with the IMDb id tt9999999" in reasons["imdb:tt9999999"]
    assert "should be" in reasons["nonsense"]
    assert "movie:tmdb:550" in reasons["tmdb:653"]  # film or show? It has to be said


def test_a_file_of_records_is_stored_and_can_be_opened(tmp_path: Path) -> None:
    file = tmp_path / "ours.json"
    file.write_text(json.dumps([RECORD]))
    assert actions.import_file(file).done == 1
    assert actions.import_file(file).done == 1
    number = Title.objects.get(starter_key="the-home-reel-1931").pk
    assert get(f"/movies/{number}", include="credits")["credits"]["crew"][0]["name"] == "A. Uncle"


@pytest.mark.parametrize(
    "content",
    ["", "{}", "[1]", "not json", json.dumps([RECORD | {"year": "soon"}]), json.dumps([RECORD | {"colour": "blue"}])],
)
def test_a_file_that_cannot_be_read_stores_nothing_and_says_why(tmp_path: Path, content: str) -> None:
    file = tmp_path / "ours.json"
    file.write_text(content)
    with pytest.raises(BadInput):
        actions.import_file(file)
    assert not Title.objects.exists()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        actions.import_file(tmp_path / "nothing.json")
