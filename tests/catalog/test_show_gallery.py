"""A title's pictures: first those that its visitor can read, never too many, and drawn ones where there are none."""

from typing import Any

import pytest
from django.test import Client

from matinee.catalog.models import Title
from matinee.core.access import Viewer
from matinee.images import addresses, origins
from tests.catalog.visits import get
from tests.tmdb_replay import TmdbReplay

pytestmark = pytest.mark.django_db


def _title(**metadata: Any) -> Title:
    return Title.objects.create(
        kind="movie", name="Sunrise", original_name="Sunrise", language="en", completeness="complete", metadata=metadata
    )


def _posters(*languages: str | None) -> list[dict[str, Any]]:
    return [
        {"name": f"tmdb-{place}.jpg", "width": 2000, "height": 3000, "language": language}
        for place, language in enumerate(languages)
    ]


def test_a_title_without_pictures_shows_those_that_are_drawn_for_it() -> None:
    title = get(f"/movies/{_title().pk}", include="images")
    assert title["images"] == {
        "posters": [{"name": title["poster"], "width": 780, "height": 1170, "language": None}],
        "backdrops": [{"name": title["backdrop"], "width": 1920, "height": 1080, "language": None}],
        "logos": [],
    }


def test_drawn_pictures_have_the_shape_that_the_gallery_says() -> None:
    pictures = get(f"/movies/{_title().pk}", include="images")["images"]
    for kind, width in (("poster", 92), ("backdrop", 300)):
        (told,) = pictures[f"{kind}s"]
        response = Client().get(f"/img/{kind}/w{width}/{told['name']}", headers={"accept": "image/jpeg"})
        assert response.status_code == 200


def test_a_provider_that_has_a_poster_but_tells_of_none_gets_no_invented_sizes() -> None:
    title = _title()
    Title.objects.update(poster="tmdb-abc.jpg")
    assert get(f"/movies/{title.pk}", include="images")["images"]["posters"] == []


def test_pictures_in_the_asked_language_come_first_then_those_without_words() -> None:
    title = _title(posters=_posters("en", None, "pt", "pt-BR", "de", None))
    shown = get(f"/movies/{title.pk}", include="images", language="pt-BR")["images"]["posters"]
    assert [one["language"] for one in shown] == ["pt-BR", "pt", None, None, "en", "de"]


def test_no_kind_has_more_than_twenty_pictures() -> None:
    title = _title(posters=_posters(*["en"] * 40), backdrops=_posters(*[None] * 21), logos=_posters("en"))
    shown = get(f"/movies/{title.pk}", include="images")["images"]
    assert {kind: len(pictures) for kind, pictures in shown.items()} == {"posters": 20, "backdrops": 20, "logos": 1}


def test_tmdbs_pictures_are_served_by_the_names_that_the_gallery_tells(tmdb: TmdbReplay) -> None:
    shown = get("/movies/tmdb:653", include="images")["images"]
    assert all(shown.values())
    for kind, width in (("poster", 92), ("backdrop", 300), ("logo", 92)):
        for picture in shown[f"{kind}s"]:
            origins.check(addresses.parse(kind, f"w{width}", picture["name"]), Viewer(age_cap=18))
