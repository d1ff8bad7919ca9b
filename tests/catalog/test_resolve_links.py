"""From a link, here or elsewhere, to our page of the same; hostile addresses are refused and never fetched."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matinee.catalog.models import Collection, Person, Title
from matinee.core.access import Viewer
from tests.catalog.visits import body, get, seen_by, visit
from tests.tmdb_replay import TmdbReplay

pytestmark = pytest.mark.django_db

FILM = 653
SHOW = 5203


@pytest.fixture
def stored() -> dict[str, int]:
    """A film, a show, a collection and a person with ids elsewhere; answers our ids by kind."""
    collection = Collection.objects.create(tmdb_id=10, name="Symphonies")
    film = Title.objects.create(
        kind="movie", name="Nosferatu", language="de", tmdb_id=FILM, imdb_id="tt0013442", wikidata_id="Q151895",
        tvdb_id=2593, collection=collection,
    )  # fmt: skip
    show = Title.objects.create(
        kind="tv", name="The Lucy Show", language="en", tmdb_id=SHOW, imdb_id="tt0055686", tvdb_id=75203
    )
    person = Person.objects.create(name="F. W. Murnau", tmdb_id=9839, imdb_id="nm0003638")
    return {"movie": film.pk, "tv": show.pk, "person": person.pk, "collection": collection.pk}


LINKS = [
    ("https://www.themoviedb.org/movie/653-nosferatu-eine-symphonie-des-grauens", "movie"),
    ("https://www.themoviedb.org/movie/653", "movie"),
    ("http://themoviedb.org/movie/653/cast?language=de-DE#top", "movie"),
    ("https://www.themoviedb.org/tv/5203-the-lucy-show/season/1", "tv"),
    ("https://www.themoviedb.org/person/9839-f-w-murnau", "person"),
    ("https://www.themoviedb.org/collection/10-symphonies", "collection"),
    ("https://www.imdb.com/title/tt0013442/", "movie"),
    ("https://m.imdb.com/title/tt0013442/?ref_=ext_shr_lnk", "movie"),
    ("https://www.imdb.com/de/title/tt0055686/episodes/", "tv"),
    ("https://www.imdb.com/es-es/name/nm0003638/", "person"),
    ("https://www.wikidata.org/wiki/Q151895", "movie"),
    ("http://www.wikidata.org/entity/Q151895", "movie"),
    ("https://thetvdb.com/dereferrer/series/75203", "tv"),
    ("https://www.thetvdb.com/dereferrer/movie/2593", "movie"),
    ("HTTPS://WWW.IMDB.COM/title/tt0013442/", "movie"),
    ("http://testserver/movies/tmdb:653", "movie"),
    ("http://testserver/tv/imdb%3Att0055686/seasons/1", "tv"),
]


@pytest.mark.parametrize(("url", "kind"), LINKS)
def test_a_link_leads_to_what_we_have(stored: dict[str, int], url: str, kind: str) -> None:
    assert get("/resolve", url=url) == {"kind": kind, "ref": str(stored[kind]), "id": stored[kind]}


@pytest.mark.parametrize(("path", "kind"), [("movies", "movie"), ("tv", "tv"), ("people", "person")])
def test_our_own_addresses_lead_to_themselves(stored: dict[str, int], path: str, kind: str) -> None:
    assert get("/resolve", url=f"https://testserver/{path}/{stored[kind]}")["id"] == stored[kind]


HOSTILE = [
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,x",
    "//www.imdb.com/title/tt0013442",
    "www.imdb.com/title/tt0013442",
    "https:www.imdb.com/title/tt0013442",
    "https://",
    "https://[::1",
    "https://[www.imdb.com]/title/tt0013442",
    "https://evil.example/movie/653",
    "https://evil.example/?https://www.themoviedb.org/movie/653",
    "https://www.themoviedb.org.evil.example/movie/653",
    "https://eviltthemoviedb.org/movie/653",
    "https://www.themoviedb.org@evil.example/movie/653",
    "https://user:password@www.themoviedb.org/movie/653",
    "https://www.themoviedb.org:8443/movie/653",
    "https://www.themoviedb.org\\@evil.example/movie/653",
    "https://www.themoviedb.org/movie/653\r\nX-Evil: 1",
    "https://www.themoviedb.org/movie/0",
    "https://www.themoviedb.org/movie/-1",
    "https://www.themoviedb.org/movie/653nosferatu",
    "https://www.themoviedb.org/movie/9999999999999999999",
    "https://www.themoviedb.org/movie/٦٥٣",
    "https://www.themoviedb.org/../movie/653",
    "https://www.themoviedb.org/keyword/653",
    "https://www.imdb.com/title/nm0003638",
    "https://www.imdb.com/title/tt1",
    "https://www.imdb.com/title/tt0013442%00",
    "https://www.imdb.com/title/tt0013442%0a",
    "https://www.wikidata.org/wiki/Q0",
    "https://www.wikidata.org/wiki/Talk:Q151895",
    "https://thetvdb.com/series/the-lucy-show",
    "http://127.0.0.1/movies/1",
    "http://testserver:8080/movies/1",
    "http://testserver/settings",
    "http://testserver/movies/1234567890123456789",
    "https://www.imdb.com/title/tt0013442/" + "x" * 500,
    " https://www.imdb.com/title/tt0013442",
    "\0",
    "",
]


@pytest.mark.parametrize("url", HOSTILE)
def test_what_is_no_link_of_a_known_site_is_refused_and_never_asked_for(
    stored: dict[str, int], tmdb: TmdbReplay, url: str
) -> None:
    with CaptureQueriesContext(connection) as captured:
        response = visit("/resolve", url=url)
    assert response.status_code == 400
    assert body(response)["details"][0]["field"] == "url"
    assert not [query for query in captured.captured_queries if "catalog_" in query["sql"]]
    assert tmdb.paths() == []


def test_without_a_provider_nobody_can_open_what_we_do_not_have() -> None:
    for url in (
        "https://www.themoviedb.org/movie/653",
        "https://www.imdb.com/title/tt0013442/",
        "http://testserver/tv/7",
    ):
        assert visit("/resolve", url=url).status_code == 404


def test_what_tmdb_may_have_is_passed_on_to_its_page_unasked(tmdb: TmdbReplay) -> None:
    assert get("/resolve", url="https://www.themoviedb.org/movie/653") == {
        "kind": "movie", "ref": "tmdb:653", "id": None,
    }  # fmt: skip
    assert tmdb.paths() == []


def test_tmdb_is_asked_what_imdb_means_and_the_page_opens_by_the_answer(tmdb: TmdbReplay) -> None:
    found = get("/resolve", url="https://www.imdb.com/title/tt0055686/")
    assert found == {"kind": "tv", "ref": f"tmdb:{SHOW}", "id": None}
    assert tmdb.paths() == ["/find/tt0055686"]
    title = get(f"/tv/{found['ref']}")
    assert get("/resolve", url="https://www.imdb.com/title/tt0055686/")["id"] == title["id"]


def test_what_tmdb_does_not_know_is_asked_once(tmdb: TmdbReplay) -> None:
    for _ in range(2):
        assert visit("/resolve", url="https://www.imdb.com/title/tt9999999/").status_code == 404
    assert tmdb.paths() == ["/find/tt9999999"]


@pytest.mark.parametrize("connected", [True, False])
def test_what_is_above_the_cap_is_answered_like_what_was_never_stored(
    stored: dict[str, int], connected: bool, request: pytest.FixtureRequest
) -> None:
    if connected:
        request.getfixturevalue("tmdb")
    Title.objects.update(minimum_age=18)
    own = f"http://testserver/movies/{stored['movie']}"
    urls = ("https://www.themoviedb.org/movie/653", "https://www.themoviedb.org/collection/10")
    with seen_by(Viewer(age_cap=12)):
        assert visit("/resolve", url=own).status_code == 404
        assert visit("/resolve", url="https://www.wikidata.org/wiki/Q151895").status_code == 404
        hidden = [visit("/resolve", url=url) for url in urls]
        Title.objects.update(tmdb_id=None)
        Collection.objects.update(tmdb_id=None)
        unknown = [visit("/resolve", url=url) for url in urls]
    assert [one.status_code for one in hidden] == [200 if connected else 404] * 2
    assert [body(one).get("ref") for one in hidden] == [body(one).get("ref") for one in unknown]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="EXPLAIN QUERY PLAN is SQLite's")
@pytest.mark.parametrize(("url", "kind"), LINKS)
def test_no_link_reads_a_table_whole(stored: dict[str, int], url: str, kind: str) -> None:
    with CaptureQueriesContext(connection) as captured:
        get("/resolve", url=url)
    for query in captured.captured_queries:
        if "catalog_" in query["sql"]:
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
                assert not [row for row in cursor.fetchall() if str(row[3]).startswith("SCAN")]
