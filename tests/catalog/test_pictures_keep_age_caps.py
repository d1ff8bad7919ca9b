"""Pictures by id: what shows a title above the cap is not there for a capped viewer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoDbBlocker

from matinee.catalog.artwork import drawn_name
from matinee.catalog.models import Person, Season, Title
from matinee.core.access import Viewer
from matinee.core.errors import NotFound
from matinee.core.settings import Settings
from matinee.images import addresses, origins, queries
from tests.catalog.ages import CHILD, TEENAGER, pk, store_ages
from tests.catalog.test_query_counts import EVERYTHING
from tests.catalog.visits import get, seen_by

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.usefixtures("all_ages")]

HIDDEN = (
    "feud-poster", "gore-backdrop", "gore-gallery", "cellar-season", "cellar-still", "gores", "never-heard-of",
)  # fmt: skip
SHOWN = (
    "lullaby-poster", "puzzle-backdrop", "puzzle-gallery", "garden-season", "garden-still", "all", "player", "guest",
    "service",
)  # fmt: skip


@pytest.fixture(scope="module")
def all_ages(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        store_ages()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _folder(settings_now: Settings, tmp_path: Path) -> None:
    settings_now.data_dir = tmp_path


def image(name: str, viewer: Viewer) -> HttpResponse:
    """What the viewer gets for a poster of that name."""
    with seen_by(viewer):
        answer = Client().get(f"/img/poster/w92/{name}")
    assert isinstance(answer, HttpResponse)
    return answer


def may_see(name: str, viewer: Viewer) -> bool:
    """Whether its origin would be asked, without asking it."""
    try:
        origins.check(addresses.parse("poster", "w92", name), viewer)
    except NotFound:
        return False
    return True


def drawn(key: str) -> str:
    title = Title.objects.get(starter_key=key)
    return drawn_name("title", title.pk, title.name, title.year)


def test_a_drawn_poster_is_there_for_those_who_meet_the_title() -> None:
    for key, viewer, status in (
        ("gore", CHILD, 404),
        ("gore", Viewer(), 200),
        ("lullaby", CHILD, 200),
        ("riddle", CHILD, 404),
        ("riddle", TEENAGER, 200),
    ):
        assert image(drawn(key), viewer).status_code == status, (key, viewer)


def test_a_file_that_is_ready_is_kept_from_them_too() -> None:
    name = drawn("gore")
    assert image(name, Viewer()).status_code == 200
    assert queries.ready_file("poster", "w92", name, "")
    assert image(name, CHILD).status_code == 404


def test_a_drawn_season_follows_its_show_and_people_are_met_by_all() -> None:
    for show, status in (("cellar", 404), ("garden", 200)):
        season = Season.objects.select_related("title").get(title__starter_key=show)
        name = drawn_name("season", season.pk, season.title.name, str(season))
        assert image(name, CHILD).status_code == status
    maker = Person.objects.get(starter_key="the-maker")
    assert image(drawn_name("person", maker.pk, maker.name), CHILD).status_code == 200


@pytest.mark.parametrize("name", HIDDEN)
def test_an_outside_picture_of_a_hidden_title_or_of_nothing_known_is_unknown(name: str) -> None:
    answer = image(f"tmdb-{name}.jpg", CHILD)
    assert answer.status_code == 404
    assert f"there is no image called tmdb-{name}.jpg" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"  # an older one may sit down at the same browser


@pytest.mark.parametrize("name", SHOWN)
def test_other_outside_pictures_are_not(name: str) -> None:
    assert may_see(f"tmdb-{name}.jpg", CHILD)


def test_what_a_child_gets_is_kept_by_its_own_browser_alone() -> None:
    assert image(drawn("lullaby"), CHILD)["Cache-Control"].startswith("private")
    assert image(drawn("lullaby"), Viewer())["Cache-Control"].startswith("public")


def test_every_picture_of_a_page_that_a_child_is_shown_is_there_for_it() -> None:
    with seen_by(CHILD):
        pages = [
            get(f"/movies/{pk('lullaby')}", include=EVERYTHING),
            get(f"/tv/{pk('garden')}", include=EVERYTHING),
            get(f"/tv/{pk('garden')}/seasons/1"),
            get("/lists", preview=5),
            get("/people/popular"),
        ]
    names = {name for page in pages for name in _names(page)}
    assert len(names) > 8
    assert [name for name in names if not may_see(name, CHILD)] == []


def _names(value: object) -> Iterator[str]:
    """All names of images in an answer."""
    if isinstance(value, dict):
        for one in value.values():
            yield from _names(one)
    elif isinstance(value, list):
        for one in value:
            yield from _names(one)
    elif isinstance(value, str) and value.startswith(("tmdb-", "drawn-")):
        yield value
