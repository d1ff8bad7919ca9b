"""What ships with the program and what TMDB tells about the same title become one."""

import pytest

from matinee.catalog import actions
from matinee.catalog.actions.storing_details import store_complete
from matinee.catalog.models import Credit, ListEntry, MediaList, Person, Season, Title
from matinee.catalog.providers import starter
from tests.catalog.ageing import age_everything
from tests.catalog.visits import get, titles
from tests.tmdb_replay import TmdbReplay

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("genres")]

# In both worlds: Metropolis, Nosferatu, The General, Charade.
SHARED = {"tt0017136", "tt0013442", "tt0017925", "tt0056923"}


@pytest.fixture
def some_starters() -> dict[str, int]:
    """A few starter titles that TMDB's stand-in knows too, stored as the first start does; their ids by IMDb's."""
    found = [title for title in starter().titles() if title.imdb_id in SHARED]
    store_complete(found, ages=False)
    rows = Title.objects.filter(imdb_id__in=SHARED, starter_key__isnull=False)
    row = MediaList.objects.create(slug="ours", kind="mixed", origin="curated", name="Ours", total=len(rows))
    ListEntry.objects.bulk_create(ListEntry(list=row, title=title, position=n) for n, title in enumerate(rows))
    return {str(title.imdb_id): title.pk for title in rows}


def test_the_sweep_finds_starter_titles_at_tmdb_and_they_keep_their_place(
    tmdb: TmdbReplay, some_starters: dict[str, int]
) -> None:
    number = some_starters["tt0017136"]
    outcome = actions.sync_titles()
    assert outcome.errors == 0
    row = Title.objects.get(imdb_id="tt0017136")
    assert (row.pk, row.tmdb_id) == (number, 19)
    assert row.starter_key is not None
    body = get(f"/movies/{number}", include="externalIds")
    assert (body["votes"], body["fetchedAt"] is None) == (2950, False)
    assert body["licence"] == "public-domain"  # which TMDB does not know
    assert len(get("/lists/ours")["items"]) == len(some_starters)


def test_each_starter_title_is_looked_for_once(tmdb: TmdbReplay, some_starters: dict[str, int]) -> None:
    actions.sync_titles()
    tmdb.forget()
    actions.sync_titles()
    assert tmdb.asked("/find/*") == []


def test_opening_tmdbs_title_finds_that_we_have_it(tmdb: TmdbReplay, some_starters: dict[str, int]) -> None:
    body = get("/movies/tmdb:19")
    assert body["id"] == some_starters["tt0017136"]
    assert Title.objects.filter(imdb_id="tt0017136").count() == 1


def test_a_row_from_a_list_is_given_up_for_the_starters_when_it_turns_out_to_be_the_same(
    tmdb: TmdbReplay, some_starters: dict[str, int]
) -> None:
    get("/movies/popular")
    assert Title.objects.filter(name="Metropolis").count() == 2  # lists have no IMDb ids, so nobody can tell
    actions.sync_titles()
    assert Title.objects.get(name="Metropolis", is_active=True).pk == some_starters["tt0017136"]
    age_everything(hours=2)
    actions.refresh_lists()
    page = get("/movies/popular")
    assert [item["id"] for item in page["items"] if item["title"] == "Metropolis"] == [some_starters["tt0017136"]]
    hits = [hit["title"]["id"] for hit in get("/search", q="metropolis")["items"] if hit["title"]]
    assert hits == [some_starters["tt0017136"]]
    index = get("/lists", preview=20)
    assert all(len(titles(one)) == len(set(titles(one))) for one in index["items"])


def test_people_of_a_joined_title_are_one_person_each(tmdb: TmdbReplay, some_starters: dict[str, int]) -> None:
    actions.sync_titles()
    for name in ("Fritz Lang", "Brigitte Helm", "Buster Keaton"):
        assert Person.objects.filter(name=name).count() == 1, name
    number = some_starters["tt0017136"]
    jobs = Credit.objects.filter(title_id=number, job="Director").values_list("person__name", flat=True)
    assert list(jobs) == ["Fritz Lang"]


def test_a_joined_show_has_each_season_once(tmdb: TmdbReplay) -> None:
    show = next(one for one in starter().titles() if one.title.kind == "tv" and one.imdb_id and one.seasons)
    tmdb.world.titles["tv", 5202].imdb = show.imdb_id
    (number,) = store_complete([show], ages=False)
    actions.sync_titles()
    assert Title.objects.get(pk=number).tmdb_id == 5202
    assert list(Season.objects.filter(title_id=number).order_by("number").values_list("number", flat=True)) == [1, 2]
    season = get(f"/tv/{number}/seasons/1")
    assert [episode["number"] for episode in season["episodes"]] == [1, 2, 3, 4]
    assert season["episodes"][0]["title"] == "The Bride Possessed"


def test_a_new_edition_of_the_starter_leaves_joined_titles_as_tmdb_has_them(
    tmdb: TmdbReplay, some_starters: dict[str, int]
) -> None:
    actions.sync_titles()
    taken = actions.seed_starter()
    assert taken < sum(1 for _ in starter().titles())
    assert Title.objects.get(imdb_id="tt0017136").votes == 2950


def test_an_answer_kept_from_before_the_join_names_the_row_that_stays(
    tmdb: TmdbReplay, some_starters: dict[str, int]
) -> None:
    before = titles(get("/movies/popular"))
    actions.sync_titles()
    assert sorted(titles(get("/movies/popular"))) == sorted(before)
    assert some_starters["tt0017136"] in [item["id"] for item in get("/movies/popular")["items"]]
