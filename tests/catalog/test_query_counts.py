"""What an answer costs the database: a fixed number of statements, however many rows, and none reads a whole table."""

import re
from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from matinee.catalog.models import Collection, Person, Season, Title
from matinee.catalog.providers.base import Kind
from matinee.core.access import Viewer
from tests.catalog.many import key, store_many
from tests.catalog.visits import seen_by, visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fifty")]

KINDS: tuple[Kind, ...] = ("movie", "tv")
FIVE = (0, 1, 47, 48, 49)  # the one whose page is opened, its first neighbour, and those that lists begin with

EVERYTHING = "credits,videos,images,recommendations,similar,providers,translations,releases,keywords,externalIds"
MOST = {
    "/movies": 5,
    "/movies?genre=drama&keyword=reel&yearFrom=1900&provider=8": 6,
    "/movies?genre=drama,comedy&sort=rating": 6,
    "/movies?sort=newest": 5,
    "/tv?sort=title&originalLanguage=de": 5,
    "/movies/popular": 6,
    "/tv/popular": 6,
    "/people/popular": 6,
    "/movies/{film}": 4,
    f"/movies/{{film}}?include={EVERYTHING}": 7,
    "/tv/{show}": 5,
    f"/tv/{{show}}?include={EVERYTHING}": 8,
    "/tv/{show}/seasons/1": 4,
    "/tv/{show}/seasons/1/episodes/1": 4,
    "/people/{person}": 5,
    "/genres": 3,
    "/collections/{collection}": 5,
    "/lists": 2,
    "/lists?preview=20": 5,
    "/lists/our-films": 7,
    "/search?q=reel": 16,
    "/search?q=somebody 49": 16,
    "/search?q=reels&kind=collection": 6,
    "/search/suggest?q=ree": 9,
}
# Small tables that are read whole on purpose.
SMALL = {"catalog_genre", "catalog_genretranslation", "catalog_medialist", "catalog_groupdocument"}


def address(path: str) -> str:
    """With the ids of this database."""
    return path.format(
        film=Title.objects.get(starter_key=key("movie", 0)).pk,
        show=Title.objects.get(starter_key=key("tv", 0)).pk,
        person=Person.objects.order_by("pk").first().pk,  # type: ignore[union-attr]
        collection=Collection.objects.get().pk,
    )


def statements(path: str) -> list[str]:
    """The SQL of one visit, but for the question once a second of what visitors may see at all."""
    with CaptureQueriesContext(connection) as captured:
        response = visit(path)
    assert response.status_code == 200, response.content
    return [query["sql"] for query in captured.captured_queries if '"core_setting"' not in query["sql"]]


@pytest.fixture(scope="module")
def fifty(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Fifty films and shows, stored once; what a test changes is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        store_many(50)
        yield
        transaction.set_rollback(True)


def test_no_answer_costs_more_statements_with_more_rows_nor_more_than_its_limit() -> None:
    many = {path: len(statements(address(path))) for path in MOST}
    Title.objects.exclude(starter_key__in=[key(kind, one) for kind in KINDS for one in FIVE]).delete()
    Person.objects.exclude(starter_key__in=[f"somebody-{one}" for one in FIVE]).delete()
    Season.objects.filter(number__gt=5).delete()
    few = {path: len(statements(address(path))) for path in MOST}
    assert many == few
    assert {path: count for path, count in many.items() if count > MOST[path]} == {}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="EXPLAIN QUERY PLAN is SQLite's; PostgreSQL plans by size")
def test_no_answer_reads_a_large_table_whole() -> None:
    scans = {}
    for path in MOST:
        for sql in statements(address(path)):
            if sql.startswith("SELECT") and (read := whole_tables(sql) - SMALL):
                scans[path] = (sorted(read), sql)
    assert scans == {}


@pytest.mark.both_databases
@pytest.mark.parametrize("viewer", [Viewer(), Viewer(age_cap=6, unrated=False), Viewer(age_cap=12)])
@pytest.mark.parametrize("sort", ["popularity", "rating", "votes", "newest", "oldest", "title"])
def test_every_order_walks_along_an_index(sort: str, viewer: Viewer) -> None:
    with seen_by(viewer):
        page = next(sql for sql in statements(f"/movies?sort={sort}") if "ORDER BY" in sql and "LIMIT 20" in sql)
    steps = plan(page)
    assert not [step for step in steps if re.match(r"USE TEMP B-TREE FOR ORDER BY|(-> +)?Sort\b", step)], steps


def whole_tables(sql: str) -> set[str]:
    """Tables that the statement goes through row by row. Along an index in the wished order is no such thing."""
    aliases = {alias: table for table, alias in re.findall(r'"(catalog_\w+)" ([A-Z]\d+)\b', sql)}
    scanned = {line.removeprefix("SCAN ") for line in plan(sql) if re.fullmatch(r"SCAN \w+", line)}
    return {aliases.get(name, name) for name in scanned} - {"subquery", "having_all"}


def plan(sql: str) -> list[str]:
    """The steps by which the database would answer if the tables were large."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {sql.replace('%', '%%')}")
            return [str(row[3]) for row in cursor.fetchall()]
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off")
        cursor.execute(f"EXPLAIN {sql.replace('%', '%%')}")
        return [str(row[0]).strip() for row in cursor.fetchall()]
