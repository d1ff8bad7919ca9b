"""The starter catalogue's own files, as a whole: what ships with the program has to be right."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files

import pytest

from matinee.catalog.named_lists import NAMED_LISTS
from matinee.catalog.providers.starter.records import TitleRecord, list_records, title_records

TITLES = title_records()
LICENCES = {"public-domain", "cc0", "cc-by", "cc-by-sa", "cc-by-nd", "cc-by-nc", "cc-by-nc-sa", "cc-by-nc-nd"}
GENRES = {
    "action", "adventure", "animation", "comedy", "crime", "documentary", "drama", "family", "fantasy", "history",
    "horror", "kids", "music", "mystery", "noir", "romance", "science-fiction", "thriller", "war", "western",
    "action-adventure", "sci-fi-fantasy", "war-politics", "talk", "news", "reality", "soap", "tv-movie",
}  # fmt: skip


def wrong(records: Iterable[TitleRecord]) -> list[str]:
    """The keys of records, for a message that names them."""
    return [record.key for record in records]


def repeated(values: Iterable[str | None]) -> list[str]:
    return [value for value, count in Counter(value for value in values if value).items() if count > 1]


def test_there_are_at_least_300_titles_of_every_form() -> None:
    forms = Counter(record.form for record in TITLES)
    assert len(TITLES) >= 300
    assert {"feature", "short", "serial"} <= forms.keys()
    assert forms.keys() & {"series", "miniseries"}
    assert {record.kind for record in TITLES} == {"movie", "tv"}


def test_keys_and_outside_ids_are_unique() -> None:
    assert repeated(record.key for record in TITLES) == []
    assert repeated(record.imdb for record in TITLES) == []
    assert repeated(record.archive for record in TITLES) == []
    assert repeated(f"{one.kind} {one.title.casefold()} {one.year} {one.directors}" for one in TITLES) == []


@pytest.mark.parametrize(
    ("field", "pattern"),
    [
        ("key", r"[a-z0-9-]+-\d{4}"),
        ("imdb", r"tt\d{7,8}"),
        ("archive", r"[A-Za-z0-9][A-Za-z0-9._-]{2,99}"),
        ("original_language", r"[a-z]{2}"),
    ],
)
def test_ids_are_well_formed(field: str, pattern: str) -> None:
    assert wrong(one for one in TITLES if (value := getattr(one, field)) and not re.fullmatch(pattern, value)) == []


def test_episodes_have_ids_of_their_own_and_numbers_without_repetition() -> None:
    episodes = [episode for record in TITLES for season in record.seasons for episode in season.episodes]
    assert wrong(one for one in TITLES if repeated(f"{season.number}" for season in one.seasons)) == []
    for record in TITLES:
        for season in record.seasons:
            numbers = [episode.number for episode in season.episodes]
            assert numbers == sorted(set(numbers)), f"{record.key}, season {season.number}"
    assert repeated(episode.imdb for episode in episodes) == []


def test_years_are_plausible_and_agree_with_the_dates() -> None:
    assert wrong(one for one in TITLES if not 1874 <= one.year <= 2026) == []
    assert wrong(one for one in TITLES if one.released and abs(one.released.year - one.year) > 1) == []
    assert wrong(one for one in TITLES if not one.key.endswith(str(one.year))) == []


def test_runtimes_are_plausible_for_their_form() -> None:
    longest = {"feature": 420, "short": 60, "serial": 120, "series": 120, "miniseries": 120}
    assert wrong(one for one in TITLES if not 1 <= one.runtime <= longest[one.form]) == []
    assert wrong(one for one in TITLES if one.form == "feature" and one.runtime < 40) == []


def test_every_title_has_genres_credits_and_an_overview() -> None:
    assert wrong(one for one in TITLES if not one.genres or set(one.genres) - GENRES) == []
    assert wrong(one for one in TITLES if not (one.directors or one.creators or one.writers or one.cast)) == []
    assert wrong(one for one in TITLES if not 40 <= len(one.overview) <= 1200) == []
    assert wrong(one for one in TITLES if one.overview != one.overview.strip() or "  " in one.overview) == []
    assert repeated(one.overview for one in TITLES) == []


def test_every_title_has_countries_languages_and_a_licence_that_lets_it_be_shown() -> None:
    assert wrong(one for one in TITLES if not one.countries) == []
    assert wrong(one for one in TITLES if [code for code in one.countries if not re.fullmatch("[A-Z]{2}", code)]) == []
    assert wrong(one for one in TITLES if [code for code in one.languages if not re.fullmatch("[a-z]{2}", code)]) == []
    assert sorted({one.licence for one in TITLES} - LICENCES) == []


def test_shows_and_serials_have_their_episodes_and_films_have_none() -> None:
    assert wrong(one for one in TITLES if one.kind == "tv" and not any(season.episodes for season in one.seasons)) == []
    assert wrong(one for one in TITLES if one.kind == "movie" and one.seasons) == []


def test_nobody_is_twice_in_the_same_part() -> None:
    assert wrong(one for one in TITLES if repeated(f"{part.name}|{part.character}" for part in one.cast)) == []
    assert wrong(one for one in TITLES if repeated(one.directors) or repeated(one.writers)) == []


def test_translations_are_into_other_languages_and_have_something_to_say() -> None:
    for record in TITLES:
        for language, texts in record.translations.items():
            assert re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", language), record.key
            assert texts.title or texts.overview, record.key
            assert texts.overview != record.overview, record.key
    assert sum("de" in record.translations for record in TITLES) >= 100


def test_lists_are_filled_with_titles_that_there_are() -> None:
    keys = {record.key: record.kind for record in TITLES}
    assert len(list_records()) >= 5
    assert repeated(one.slug for one in list_records()) == []
    for one in list_records():
        assert [key for key in one.keys if key not in keys] == [], one.slug
        assert repeated(one.keys) == [], one.slug
        assert one.kind == "mixed" or {keys[key] for key in one.keys} == {one.kind}, one.slug
        assert len(one.keys) >= 5, one.slug
        assert one.description, one.slug


def test_at_least_120_titles_have_the_age_that_boards_rate_them_for() -> None:
    ages = {record.key: record.age for record in TITLES if record.age is not None}
    assert len(ages) >= 120
    assert set(ages.values()) <= {0, 6, 8, 12, 13, 15, 16, 18}
    assert ages["the-kid-1921"] <= 6 < ages["nosferatu-1922"] < ages["night-of-the-living-dead-1968"]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ar"])
def test_genres_and_lists_are_named_in_every_language_of_the_client(language: str) -> None:
    genres = json.loads((files("matinee.catalog") / "genres.json").read_text("utf-8"))
    assert [genre["slug"] for genre in genres if not genre["names"].get(language)] == []
    assert [
        one.slug
        for one in NAMED_LISTS.values()
        for words in (one.names, one.picks)
        if words and not words.get(language)
    ] == []
    texts = {} if language == "en" else {one.slug: one.translations.get(language) for one in list_records()}
    assert [slug for slug, text in texts.items() if not text or not text.title or not text.overview] == []
