"""Every answer is what the OpenAPI document says, whatever is asked."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, Phase, settings
from jsonschema import Draft202012Validator

from matinee.catalog.models import Person, Title
from matinee.config.api import api
from tests.catalog.many import key, store_many
from tests.catalog.visits import visit
from tests.tmdb_replay import TmdbReplay

CATALOGUE = {"movies", "tv", "people", "catalog", "lists", "search"}


def document() -> dict[str, Any]:
    """The API's document, but for what other features say in it."""
    found: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema()))
    found["paths"] = {
        path: methods
        for path, methods in found["paths"].items()
        if CATALOGUE & set(methods.get("get", {}).get("tags", ()))
    }
    return found


API = schemathesis.openapi.from_dict(document())
EVERYTHING = "credits,videos,images,recommendations,similar,providers,translations,releases,keywords,externalIds"
WITH_TMDB = {
    "/movies/{ref}": ["/movies/tmdb:653", f"/movies/tmdb:13371?include={EVERYTHING}", "/movies/tmdb:16624"],
    "/tv/{ref}": ["/tv/tmdb:5203", f"/tv/tmdb:5201?include={EVERYTHING}&language=de&region=DE"],
    "/tv/{ref}/seasons/{number}": ["/tv/tmdb:5203/seasons/0", "/tv/tmdb:5201/seasons/1?language=fr"],
    "/tv/{ref}/seasons/{number}/episodes/{episode}": ["/tv/tmdb:5201/seasons/1/episodes/1"],
    "/people/{ref}": ["/people/imdb:nm0000485", "/people/tmdb:70001"],
    "/people/popular": ["/people/popular?page=2"],
    "/collections/{ref}": ["/collections/tmdb:99001"],
    "/genres": ["/genres?language=es"],
    "/movies": ["/movies?keyword=robot", "/movies?sort=title&language=pt-BR"],
    "/tv": ["/tv"],
    "/movies/popular": ["/movies/popular"],
    "/movies/trending": ["/movies/trending?window=week"],
    "/tv/airing-today": ["/tv/airing-today"],
    "/lists": ["/lists?preview=4"],
    "/lists/{slug}": ["/lists/movies-popular"],
    "/search": ["/search?q=sherlock", "/search?q=nothing+of+the+kind", "/search?q=chaplin&kind=person"],
    "/search/suggest": ["/search/suggest?q=sher"],
}


@pytest.fixture(scope="module")
def openapi() -> dict[str, Any]:
    return document()


def promise(openapi: dict[str, Any], path: str) -> Draft202012Validator:
    """What answers of an address are to look like."""
    answer = openapi["paths"][f"/api/v1{path}"]["get"]["responses"]["200"]
    return Draft202012Validator(answer["content"]["application/json"]["schema"] | {"components": openapi["components"]})


def broken_promises(openapi: dict[str, Any], path: str, address: str) -> list[str]:
    """What is not as promised in the answer of that address."""
    response = visit(address)
    assert response.status_code == 200, response.content
    errors = promise(openapi, path).iter_errors(json.loads(response.content))
    return [f"{error.json_path}: {error.message[:200]}" for error in errors]


@pytest.mark.django_db
@pytest.mark.usefixtures("genres")
def test_answers_have_the_shape_that_the_document_promises(tmdb: TmdbReplay, openapi: dict[str, Any]) -> None:
    broken = {address: broken_promises(openapi, path, address) for path in WITH_TMDB for address in WITH_TMDB[path]}
    assert {address: promises for address, promises in broken.items() if promises} == {}


@pytest.mark.django_db
def test_what_ships_with_the_program_has_that_shape_too(openapi: dict[str, Any]) -> None:
    store_many(3)
    film, show = (Title.objects.get(starter_key=key(kind, 0)).pk for kind in ("movie", "tv"))
    person = Person.objects.values_list("pk", flat=True)[0]
    for path, address in {
        "/movies/{ref}": f"/movies/{film}?include={EVERYTHING}",
        "/tv/{ref}": f"/tv/{show}?include={EVERYTHING}",
        "/tv/{ref}/seasons/{number}": f"/tv/{show}/seasons/1",
        "/people/{ref}": f"/people/{person}",
        "/people/popular": "/people/popular",
        "/movies": "/movies",
        "/lists/{slug}": "/lists/our-films",
        "/search": "/search?q=reel",
        "/search/suggest": "/search/suggest?q=some",
    }.items():
        assert broken_promises(openapi, path, address) == [], path


def test_every_address_says_what_it_does(openapi: dict[str, Any]) -> None:
    for path, methods in openapi["paths"].items():
        for method, operation in methods.items():
            assert operation.get("summary"), f"{method} {path}"
            assert operation["responses"], f"{method} {path}"
    assert len({one["operationId"] for methods in openapi["paths"].values() for one in methods.values()}) == sum(
        len(methods) for methods in openapi["paths"].values()
    )


@API.parametrize()
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@pytest.mark.django_db
@pytest.mark.usefixtures("genres")
def test_whatever_is_asked_nothing_fails_inside(
    tmdb: TmdbReplay, openapi: dict[str, Any], case: schemathesis.Case[Any]
) -> None:
    address = f"{case.formatted_path}?{urlencode(case.query or {}, doseq=True)}"
    response = Client().generic(case.method, address)
    assert response.status_code < 500, address
    if response.status_code == 200:
        found = promise(openapi, case.path.removeprefix("/api/v1"))
        assert [error.message for error in found.iter_errors(json.loads(response.content))] == []
    elif response.status_code != 405:
        assert response.headers["Content-Type"] == "application/problem+json"
