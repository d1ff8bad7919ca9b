"""Titles to choose from are told apart, in as many statements for a page of rows as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matinee.catalog import search
from matinee.catalog.models import Credit, Person, Title
from tests.accounts.cast import Browser
from tests.library.imports.bringing import bring, rows
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

HEAD = "Name,Year,Letterboxd URI,Rating\n"


def twins(title_ids: list[int], name: str) -> None:
    """Titles of one name and year, made by different people."""
    for place, pk in enumerate(title_ids):
        Title.objects.filter(pk=pk).update(name=name, original_name=name, year=1922, runtime=90 + place)
        for position, (job, who) in enumerate(
            [("Art Director", "Nobody"), ("Director / Writer", f"Maker {pk}"), ("Director", f"Other {pk}")]
        ):
            Credit.objects.create(
                title_id=pk,
                person=Person.objects.create(name=who),
                kind=Credit.Kind.CREW,
                department="Directing",
                job=job,
                position=position,
            )


def test_choices_say_by_whom_they_are_and_how_long(alice: Browser, shelf: Shelf) -> None:
    Credit.objects.all().delete()
    twins(shelf.films[:2], "Twin")
    search.rebuild()

    (row,) = rows(alice, bring(alice, "ratings.csv", f"{HEAD}Twin,1922,https://boxd.it/1,4\n"))

    assert row["outcome"] == "ambiguous"
    told = {one["id"]: (one["year"], one["makers"], one["runtime"]) for one in row["choices"]}
    assert told == {pk: (1922, [f"Maker {pk}", f"Other {pk}"], 90 + place) for place, pk in enumerate(shelf.films[:2])}


def test_a_page_of_them_costs_as_many_statements_as_one(alice: Browser, shelf: Shelf) -> None:
    for place, name in enumerate(("Twin", "Pair", "Double")):
        twins(shelf.films[place * 2 : place * 2 + 2], name)
    search.rebuild()
    lines = [f"{name},1922,https://boxd.it/1,4\n" for name in ("Twin", "Pair", "Double")]

    def statements(address: str) -> int:
        with CaptureQueriesContext(connection) as counted:
            assert {len(row["choices"]) for row in rows(alice, address)} == {2}
        return len(counted)

    address = bring(alice, "ratings.csv", HEAD + lines[0])
    one = statements(address)
    alice.send("DELETE", address)
    assert statements(bring(alice, "ratings.csv", HEAD + "".join(lines * 5))) == one
