"""From TMDB's answers to ours, over real HTTP: each peculiarity that clients commonly get wrong."""

from datetime import UTC, date, datetime, timedelta
from typing import cast

import pytest

from matinee.catalog.filters import Filters
from matinee.catalog.metadata import TitleMetadata
from matinee.catalog.providers import connected
from matinee.catalog.providers.base import CompleteTitle, FoundPerson, FoundTitle, FullProvider, Kind
from matinee.core.errors import NotFound, ServiceError
from matinee.core.language import Locale
from matinee.core.settings import Settings
from tests.tmdb_replay import TmdbReplay, failures

HERE = Locale("en", "US")
WAIT = 5.0


@pytest.fixture
def provider(tmdb: TmdbReplay) -> FullProvider:
    found = connected()
    assert found is not None
    return found


def metadata(title: CompleteTitle) -> TitleMetadata:
    return cast(TitleMetadata, title.metadata)


def test_a_films_page_is_one_call_with_at_most_twenty_parts(provider: FullProvider, tmdb: TmdbReplay) -> None:
    found = provider.title("movie", 653, wait=WAIT)
    assert found.title.name == "Nosferatu"
    assert found.title.original_name == "Nosferatu, eine Symphonie des Grauens"
    assert (found.imdb_id, found.runtime, found.title.year) == ("tt0013442", 95, 1922)
    assert tmdb.paths() == ["/movie/653"]
    assert len(tmdb.calls[0].query["append_to_response"].split(",")) <= 20


def test_a_shows_page_is_one_call_with_its_credits_over_all_episodes(provider: FullProvider, tmdb: TmdbReplay) -> None:
    found = provider.title("tv", 5203, wait=WAIT)
    lucy = found.credits[0]
    assert (found.title.name, found.title.released_on) == ("The Lucy Show", date(1962, 10, 1))
    assert (lucy.person.name, lucy.part.character, lucy.part.episode_count) == ("Lucille Ball", "Lucy Carmichael", 6)
    assert tmdb.paths() == ["/tv/5203"]


def test_list_items_have_genre_numbers_and_neither_runtime_nor_outside_ids(provider: FullProvider) -> None:
    first = provider.list_page("movies-popular", 1, HERE, wait=WAIT).items[0]
    assert isinstance(first, FoundTitle)
    assert (first.kind, first.tmdb_id, first.genres) == ("movie", 10331, (27, 53))


def test_items_without_a_media_type_are_of_the_lists_kind(provider: FullProvider) -> None:
    shows = provider.list_page("tv-popular", 1, HERE, wait=WAIT)
    assert {item.kind for item in shows.items if isinstance(item, FoundTitle)} == {"tv"}
    assert len(shows.items) == 4


def test_similar_titles_and_recommendations_are_read_with_and_without_media_type(provider: FullProvider) -> None:
    found = provider.title("movie", 653, wait=WAIT)
    assert len(found.recommended) == 8
    assert {title.kind for title in (*found.recommended, *found.similar)} == {"movie"}


def test_more_than_500_pages_cannot_be_asked_for_whatever_the_answer_says(
    provider: FullProvider, tmdb: TmdbReplay
) -> None:
    tmdb.claim_pages("/movie/popular", 7416)
    assert provider.list_page("movies-popular", 1, HERE, wait=WAIT).pages == 500
    with pytest.raises(ServiceError, match="code 22"):
        provider.list_page("movies-popular", 501, HERE, wait=WAIT)


def test_an_unknown_date_runtime_picture_and_vote_are_none(provider: FullProvider) -> None:
    found = provider.title("movie", 16624, wait=WAIT)
    assert (found.title.released_on, found.title.year, found.runtime, found.title.rating) == (None, None, None, None)
    assert (found.title.poster, found.title.backdrop, found.tagline, found.title.overview) == ("", "", "", "")
    assert metadata(found)["homepage"] == ""


def test_an_unknown_runtime_of_an_episode_and_an_unknown_air_date_are_none(provider: FullProvider) -> None:
    shy_ballerina = (provider.season(5201, 1, "en", wait=WAIT).episodes or ())[5]
    emergency = (provider.season(5202, 1, "en", wait=WAIT).episodes or ())[2]
    assert (shy_ballerina.runtime, shy_ballerina.rating, shy_ballerina.still) == (None, None, "")
    assert emergency.aired_on is None


def test_a_vote_average_without_votes_is_no_rating(provider: FullProvider, tmdb: TmdbReplay) -> None:
    tmdb.world.titles["movie", 653].votes = 0
    assert provider.title("movie", 653, wait=WAIT).title.rating is None


def test_keys_that_appear_unannounced_are_no_trouble(provider: FullProvider) -> None:
    assert provider.title("movie", 19, wait=WAIT).title.name == "Metropolis"  # every body has an unknown key


def test_season_0_is_the_specials_and_does_not_count_as_a_season(provider: FullProvider) -> None:
    found = provider.title("tv", 5203, wait=WAIT)
    assert next((season.number, season.name) for season in found.seasons) == (0, "Specials")
    assert found.season_count == 2


def test_pictures_of_all_languages_and_of_none_come_along(provider: FullProvider, settings_now: Settings) -> None:
    settings_now.language = "de"
    posters = metadata(provider.title("movie", 653, wait=WAIT))["posters"]
    assert {poster["language"] for poster in posters} == {"de", "en", None}


def test_a_trailer_in_english_is_better_than_none(provider: FullProvider, settings_now: Settings) -> None:
    settings_now.language = "de"
    assert [video["key"] for video in metadata(provider.title("movie", 653, wait=WAIT))["videos"]] == ["FC6jFoYm3xs"]


def test_a_vector_logo_is_named_as_the_picture_that_the_image_host_makes_of_it(provider: FullProvider) -> None:
    assert metadata(provider.title("movie", 653, wait=WAIT))["logos"][0]["name"] == "tmdb-l653.png"


def test_translations_have_only_the_fields_that_somebody_translated(provider: FullProvider) -> None:
    texts = {text.language: text for text in provider.title("movie", 653, wait=WAIT).translations}
    assert texts["de"].name == "Nosferatu – Eine Symphonie des Grauens"  # noqa: RUF001 - the title has the dash
    assert (texts["pt-BR"].name if "pt-BR" in texts else texts["pt"].name) == ""
    assert "en" not in texts  # that is the row's own language


def test_watch_providers_and_ratings_of_the_region_can_be_filtered_by(provider: FullProvider) -> None:
    facets = {(facet.kind, facet.value, facet.region) for facet in provider.title("movie", 653, wait=WAIT).facets}
    assert ("provider", "8001", "US") in facets
    assert ("certification", "NR", "US") in facets
    assert ("keyword", "vampire", "") in facets
    assert not [facet for facet in facets if facet[2] == "DE"]


def test_films_say_keywords_and_shows_say_results(provider: FullProvider) -> None:
    assert metadata(provider.title("movie", 653, wait=WAIT))["keywords"][0] == "vampire"
    assert metadata(provider.title("tv", 5201, wait=WAIT))["keywords"] == ["detective", "london"]


def test_directors_come_before_the_other_crew(provider: FullProvider) -> None:
    crew = [credit for credit in provider.title("movie", 653, wait=WAIT).credits if credit.part.kind == "crew"]
    assert (crew[0].person.name, crew[0].part.job) == ("F. W. Murnau", "Director")


def test_region_is_not_language(provider: FullProvider, tmdb: TmdbReplay) -> None:
    provider.list_page("movies-now-playing", 1, Locale("fr", "DE"), wait=WAIT)
    assert (tmdb.calls[0].query["language"], tmdb.calls[0].query["region"]) == ("fr", "DE")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(genre="27,14"), {"Nosferatu"}),
        (Filters(year_from=1922, year_to=1922), {"Nosferatu", "Häxan"}),
        (Filters(runtime_from=100, runtime_to=110), {"Häxan", "Scarlet Street"}),
        (Filters(rating_from=8.1), {"Metropolis", "The Kid"}),
        (Filters(votes_from=2400), {"Metropolis", "Night of the Living Dead"}),
        (Filters(original_language="fr"), {"A Trip to the Moon"}),
        (Filters(certification="G", genre="18"), {"The Gold Rush", "The Kid"}),
        (Filters(keyword="Robot"), {"Metropolis", "Tears of Steel"}),
        (Filters(keyword="no such keyword"), set()),
    ],
)
def test_every_filter_reaches_tmdb(provider: FullProvider, filters: Filters, expected: set[str]) -> None:
    page = provider.browse("movie", filters, 1, HERE, wait=WAIT)
    assert {item.name for item in page.items} == expected


def test_a_watch_provider_is_asked_for_in_its_region(provider: FullProvider) -> None:
    page = provider.browse("movie", Filters(provider=8003), 1, Locale("en", "DE"), wait=WAIT)
    assert {item.name for item in page.items} == {"Metropolis"}


@pytest.mark.parametrize(
    ("sort", "first"), [("newest", "Tears of Steel"), ("rating", "Metropolis"), ("title", "A Trip")]
)
def test_films_can_be_sorted(provider: FullProvider, sort: str, first: str) -> None:
    assert provider.browse("movie", Filters(sort=sort), 1, HERE, wait=WAIT).items[0].name.startswith(first)


@pytest.mark.parametrize(("kind", "names"), [("movie", {"Häxan"}), ("tv", set[str]())])
def test_shows_have_filters_of_their_own_names(provider: FullProvider, kind: Kind, names: set[str]) -> None:
    page = provider.browse(kind, Filters(genre="99", year_to=1925), 1, HERE, wait=WAIT)
    assert {item.name for item in page.items} == names


def test_a_mixed_search_has_films_shows_and_people_and_leaves_collections_out(provider: FullProvider) -> None:
    found = provider.search("sherlock", "all", 1, HERE, wait=WAIT)
    assert {item.kind for item in found.items if isinstance(item, FoundTitle)} == {"movie", "tv"}
    people = provider.search("chaplin", "all", 1, HERE, wait=WAIT).items
    assert [item.name for item in people if isinstance(item, FoundPerson)] == ["Charlie Chaplin"]
    assert {item.name for item in found.items} == {
        "Sherlock Jr.", "Sherlock Holmes", "Sherlock Holmes and the Secret Weapon"
    }  # fmt: skip


@pytest.mark.parametrize(("kind", "names"), [("movie", {"Sherlock Jr."}), ("tv", set[str]()), ("person", set[str]())])
def test_a_search_of_one_kind_needs_no_media_type(provider: FullProvider, kind: str, names: set[str]) -> None:
    assert {item.name for item in provider.search("sherlock jr", kind, 1, HERE, wait=WAIT).items} == names


def test_a_person_has_a_life_and_a_filmography_of_films_and_shows(provider: FullProvider, tmdb: TmdbReplay) -> None:
    found = provider.person(tmdb.world.people_by_name["Fritz Lang"].id, wait=WAIT)
    assert (found.born_on, found.died_on, found.imdb_id) == (date(1890, 12, 5), date(1976, 8, 2), "nm0000485")
    assert {title.name for title, _ in found.filmography} == {"Metropolis", "Scarlet Street"}
    assert len(tmdb.calls) == 1


def test_somebody_of_whom_little_is_known_has_no_life(provider: FullProvider, tmdb: TmdbReplay) -> None:
    found = provider.person(tmdb.world.people_by_name["Georgia Hale"].id, wait=WAIT)
    assert (found.born_on, found.died_on, found.birthplace, found.biography) == (None, None, "", "")
    assert found.person.profile == ""


def test_a_collection_has_its_parts(provider: FullProvider) -> None:
    found = provider.collection(99001, wait=WAIT)
    assert {part.name for part in found.parts or ()} == {
        "Sherlock Holmes and the Secret Weapon", "The Woman in Green", "Terror by Night", "Dressed to Kill"
    }  # fmt: skip


@pytest.mark.parametrize(("imdb_id", "kind", "number"), [("tt0017136", "movie", 19), ("tt0046643", "tv", 5201)])
def test_titles_are_found_by_imdb_id(provider: FullProvider, imdb_id: str, kind: str, number: int) -> None:
    found = provider.find_imdb(imdb_id, wait=WAIT)
    assert isinstance(found, FoundTitle)
    assert (found.kind, found.tmdb_id) == (kind, number)


def test_an_imdb_id_that_nobody_has_is_not_found(provider: FullProvider) -> None:
    with pytest.raises(NotFound):
        provider.find_imdb("tt9999999", wait=WAIT)


def test_what_tmdb_does_not_have_is_not_found_rather_than_a_failure(provider: FullProvider) -> None:
    for ask in (
        lambda: provider.title("movie", 1, wait=WAIT),
        lambda: provider.season(5201, 9, "en", wait=WAIT),
        lambda: provider.person(1, wait=WAIT),
        lambda: provider.collection(1, wait=WAIT),
    ):
        with pytest.raises(NotFound):
            ask()


def test_changes_are_asked_for_in_windows_that_tmdb_takes(provider: FullProvider, tmdb: TmdbReplay) -> None:
    today = datetime.now(UTC).date()
    tmdb.tell_change("movie", 653)
    assert provider.changes("movie", today - timedelta(days=14), today, 1, wait=WAIT).ids == (653,)
    with pytest.raises(ServiceError, match="code 20"):
        provider.changes("movie", today - timedelta(days=15), today, 1, wait=WAIT)


def test_items_that_make_no_sense_cost_only_themselves(provider: FullProvider, tmdb: TmdbReplay) -> None:
    whole = provider.list_page("movies-popular", 1, HERE, wait=WAIT)
    with tmdb.failing(failures.rubbish()):
        assert provider.list_page("movies-popular", 1, HERE, wait=WAIT).items == whole.items
        title = provider.title("movie", 653, wait=WAIT)
        show = provider.title("tv", 5203, wait=WAIT)
    assert title == provider.title("movie", 653, wait=WAIT)
    assert show == provider.title("tv", 5203, wait=WAIT)


def test_an_answer_of_wrong_types_is_a_failure_that_names_the_place(provider: FullProvider, tmdb: TmdbReplay) -> None:
    with tmdb.failing(failures.of([])), pytest.raises(ServiceError, match="unexpected at"):
        provider.list_page("movies-popular", 1, HERE, wait=WAIT)
    with tmdb.failing(failures.of(None)), pytest.raises(ServiceError, match="unexpected at"):
        provider.title("movie", 653, wait=WAIT)
