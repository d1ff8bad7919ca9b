"""Titles in the visitor's language, field by field: what nobody translated stays as it is."""

import json

import pytest

from matinee.catalog.models import GenreTranslation, TitleTranslation
from tests.catalog.visits import Body, get, titles, visit
from tests.tmdb_replay import TmdbReplay

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("genres")]

ENGLISH = "A clerk rides to the Carpathians"


def genres(language: str) -> list[Body]:
    """The genres as the API lists them."""
    found: list[Body] = json.loads(visit("/genres", language=language).content)
    return found


@pytest.mark.parametrize(
    ("language", "title", "overview"),
    [
        ("de", "Nosferatu – Eine Symphonie des Grauens", "Ein Makler reist"),  # noqa: RUF001 - the title has the dash
        ("fr", "Nosferatu le vampire", "Un clerc part vendre"),
        ("pt-BR", "Nosferatu", "Um corretor viaja"),
        ("es", "Nosferatu", ENGLISH),
        ("ja", "Nosferatu", ENGLISH),
        ("en", "Nosferatu", ENGLISH),
    ],
)
def test_a_title_is_shown_in_the_asked_language_and_falls_back_field_by_field(
    tmdb: TmdbReplay, language: str, title: str, overview: str
) -> None:
    body = get("/movies/tmdb:653", language=language)
    assert body["title"] == title
    assert body["overview"].startswith(overview)
    assert body["tagline"] == "A shadow climbs the stairs"
    assert body["originalTitle"] == "Nosferatu, eine Symphonie des Grauens"
    assert len(tmdb.calls) == 1


def test_a_variant_of_a_language_falls_back_to_its_main_form(tmdb: TmdbReplay) -> None:
    assert get("/movies/tmdb:653", language="de-AT")["overview"].startswith("Ein Makler")


def test_the_header_decides_when_the_query_does_not(tmdb: TmdbReplay) -> None:
    assert get("/movies/tmdb:653", "fr-CH, fr;q=0.9, en;q=0.5")["title"] == "Nosferatu le vampire"
    assert get("/movies/tmdb:653", "fr-CH, fr;q=0.9", language="de")["title"].startswith("Nosferatu – Eine")  # noqa: RUF001
    assert get("/movies/tmdb:653", "rubbish;;q=x,,*")["title"] == "Nosferatu"
    assert visit("/movies/tmdb:653").headers["Vary"] == "Accept-Language"


def test_a_list_asked_for_in_german_keeps_german_texts_only_where_there_are_any(tmdb: TmdbReplay) -> None:
    get("/movies/popular")
    german = get("/movies/popular", language="de")
    assert "Die Nacht der lebenden Toten" in titles(german)
    charade = next(item for item in german["items"] if item["title"] == "Charade")
    assert charade["overview"].startswith("Eine Witwe")
    sherlock = next(item for item in german["items"] if item["originalTitle"] == "Sherlock Jr.")
    assert sherlock["overview"].startswith("A projectionist")  # nobody translated it
    assert "Night of the Living Dead" in titles(get("/movies/popular"))


def test_an_original_name_in_another_script_is_no_translation(tmdb: TmdbReplay) -> None:
    get("/movies/popular")
    get("/movies/popular", language="fr")  # TMDB answers the Russian name, for want of a French one
    potemkin = next(item for item in get("/movies/popular", language="fr")["items"] if item["originalLanguage"] == "ru")
    assert potemkin["title"] == "Battleship Potemkin"
    assert not TitleTranslation.objects.filter(title__tmdb_id=643, language="fr").exclude(name="").exists()


def test_genres_are_named_in_the_asked_language_and_asked_for_once(tmdb: TmdbReplay) -> None:
    named = {genre["slug"]: genre["name"] for genre in genres("pt")}
    assert named["horror"] == "Terror"
    assert GenreTranslation.objects.filter(language="pt", name="Faroeste").exists()
    assert tmdb.paths() == ["/genre/movie/list", "/genre/tv/list"]
    genres("pt")
    assert len(tmdb.calls) == 2


def test_a_titles_genres_are_named_in_the_asked_language(tmdb: TmdbReplay) -> None:
    genres("en")
    genres("fr")
    body = get("/movies/tmdb:653", language="fr")
    assert [genre["name"] for genre in body["genreNames"]] == ["Fantastique", "Horreur"]
    assert body["genres"] == ["fantasy", "horror"]


def test_all_translations_come_when_asked_for(tmdb: TmdbReplay) -> None:
    found = {one["language"]: one["title"] for one in get("/movies/tmdb:653", include="translations")["translations"]}
    assert found["fr"] == "Nosferatu le vampire"
    assert {tag.partition("-")[0] for tag in found} >= {"de", "fr", "pt"}
