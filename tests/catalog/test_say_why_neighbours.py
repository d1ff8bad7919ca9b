"""Why a title is next to another: the strongest true thing that they share."""

from datetime import date

import pytest

from matinee.catalog.actions.storing_details import store_complete
from matinee.catalog.models import Credit, Title
from matinee.catalog.providers.base import (
    CompleteTitle,
    FoundCollection,
    FoundCredit,
    FoundFacet,
    FoundPart,
    FoundPerson,
    FoundTitle,
)
from matinee.core.access import Viewer
from tests.catalog.visits import Body, get, seen_by
from tests.tmdb_replay import TmdbReplay

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("genres"), pytest.mark.both_databases]

_NUMBERS = {"The Lodger": 1, "Neighbour": 2}


def _card(name: str, year: int = 1927, genres: tuple[str, ...] = ()) -> FoundTitle:
    return FoundTitle(
        kind="movie",
        tmdb_id=_NUMBERS[name],
        name=name,
        original_name=name,
        original_language="en",
        released_on=date(year, 2, 14),
        year=year,
        genres=genres,
    )


def _complete(
    card: FoundTitle,
    *,
    cast: tuple[str, ...] = (),
    crew: tuple[tuple[str, str, str], ...] = (),
    keywords: tuple[str, ...] = (),
    collection: str | None = None,
    neighbours: tuple[FoundTitle, ...] = (),
) -> CompleteTitle:
    played = [FoundCredit(_person(name), FoundPart(kind="cast", department="Acting")) for name in cast]
    made = [
        FoundCredit(_person(name), FoundPart(kind="crew", job=job, department=department))
        for name, job, department in crew
    ]
    return CompleteTitle(
        title=card,
        language="en",
        credits=(*played, *made),
        facets=tuple(FoundFacet("keyword", keyword.lower()) for keyword in keywords),
        collection=FoundCollection(tmdb_id=7, name=collection) if collection else None,
        recommended=neighbours,
        similar=neighbours,
        metadata={"keywords": list(keywords)},
    )


def _person(name: str) -> FoundPerson:
    return FoundPerson(starter_key=name, name=name)


HITCH = ("Alfred Hitchcock", "Director", "Directing")
STANNARD = ("Eliot Stannard", "Screenplay", "Writing")
FOG = ("Fog", "landlady", "london")

REASONS = {
    "a collection before all": ({"collection": "Lodgers", "crew": (HITCH,)}, "collection", ["Lodgers"]),
    "its director": ({"crew": (STANNARD, HITCH), "cast": ("Ivor Novello",)}, "director", ["Alfred Hitchcock"]),
    "a director who is told together with another job": (
        {"crew": (("Alfred Hitchcock", "Writer / Director", "Directing"),)},
        "director",
        ["Alfred Hitchcock"],
    ),
    "the cast, best billed first, three at most": (
        {"cast": ("Malcolm Keen", "June Tripp", "Marie Ault", "Ivor Novello"), "crew": (STANNARD,)},
        "cast",
        ["June Tripp", "Malcolm Keen", "Ivor Novello"],
    ),
    "its writer, whatever the job is called": (
        {"crew": (("Eliot Stannard", "Writer", "Writing"),), "keywords": FOG},
        "writer",
        ["Eliot Stannard"],
    ),
    "somebody who did another thing there is no reason": (
        {"cast": ("Alfred Hitchcock",), "keywords": FOG},
        "keywords",
        ["Fog", "landlady", "london"],
    ),
    "two keywords": ({"keywords": ("london", "fog"), "genres": ("thriller",)}, "keywords", ["Fog", "london"]),
    "a genre of the same decade": ({"genres": ("thriller",), "keywords": ("fog",)}, "genres", ["Thriller"]),
    "two genres of any time": ({"genres": ("thriller", "crime"), "year": 1999}, "genres", ["Krimi", "Thriller"]),
    "one keyword when there is nothing more": (
        {"genres": ("thriller",), "keywords": ("fog",), "year": 1999},
        "keywords",
        ["Fog"],
    ),
    "the provider's word when we know of nothing": ({"genres": ("thriller",), "year": 1999}, "provider", []),
}


def _store(traits: dict[str, object]) -> int:
    """A title and one neighbour with these traits; answers the title's id."""
    rest = dict(traits)
    near = _card("Neighbour", year=rest.pop("year", 1926), genres=rest.pop("genres", ()))  # type: ignore[arg-type]
    title = _complete(
        _card("The Lodger", genres=("thriller", "crime")),
        cast=("June Tripp", "Ivor Novello", "Marie Ault", "Malcolm Keen"),
        crew=(HITCH, STANNARD),
        keywords=FOG,
        collection="Lodgers",
        neighbours=(near,),
    )
    ids = store_complete([title, _complete(near, **rest)])  # type: ignore[arg-type]
    return ids[0]


@pytest.mark.parametrize(("traits", "kind", "names"), REASONS.values(), ids=REASONS.keys())
def test_the_strongest_thing_that_both_share_is_the_reason(
    traits: dict[str, object], kind: str, names: list[str]
) -> None:
    title = get(f"/movies/{_store(traits)}", include="recommendations,similar", language="de")
    for part in ("recommendations", "similar"):
        assert [card["reason"] for card in title[part]] == [{"kind": kind, "names": names}]


def test_a_small_part_far_down_the_billing_is_no_reason() -> None:
    crowd = tuple(f"Passer-by {number}" for number in range(20))
    title = get(f"/movies/{_store({'cast': (*crowd, 'June Tripp')})}", include="similar")
    assert title["similar"][0]["reason"]["kind"] == "provider"


def test_a_neighbour_that_is_hidden_gives_no_reason() -> None:
    pk = _store({"crew": (HITCH,)})
    Title.objects.filter(pk=pk).update(minimum_age=0)
    Title.objects.filter(name="Neighbour").update(minimum_age=16)
    with seen_by(Viewer(age_cap=6)):
        assert get(f"/movies/{pk}", include="similar")["similar"] == []


def test_every_starter_title_says_truly_why_its_neighbours_are_there(starter_stored: None) -> None:
    for pk in Title.objects.order_by("-popularity").values_list("pk", flat=True)[:20]:
        kind = Title.objects.get(pk=pk).kind
        title = get(f"/{'movies' if kind == 'movie' else 'tv'}/{pk}", include="similar")
        for card in title["similar"]:
            _assert_true(pk, card)


def _assert_true(pk: int, card: Body) -> None:
    reason = card["reason"]
    assert reason["kind"] != "provider"
    if reason["kind"] in {"director", "creator", "cast", "writer"}:
        for name in reason["names"]:
            assert set(
                Credit.objects.filter(title_id__in=(pk, card["id"]), person__name=name).values_list("title")
            ) == {
                (pk,),
                (card["id"],),
            }


def test_tmdbs_neighbours_have_their_reasons_too(tmdb: TmdbReplay) -> None:
    title = get("/movies/tmdb:653", include="recommendations,similar")
    assert {card["reason"]["kind"] for card in title["recommendations"]} <= {
        "director", "cast", "writer", "keywords", "genres", "provider",
    }  # fmt: skip
