"""A shelf that most searches are tried on."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.catalog.search.shelf import index_all, store_person, store_title


@pytest.fixture(scope="module")
def stored_shelf(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Stored once for all tests of a module; each test's own changes are undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        _fill()
        index_all()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def shelf(stored_shelf: None, db: None) -> None:
    """Well-known titles with what makes each hard to find, hardly known ones beside them, and people."""


def _fill() -> None:
    store_title("The Matrix", 1999, votes=26_000, translations={"ru": "Матрица", "zh": "黑客帝国", "el": "Μάτριξ"})
    store_title("The Matrix Reloaded", 2003, votes=11_000)
    store_title("Matrix", 1993, kind="tv", votes=20)
    store_title("The Godfather", 1972, votes=20_000, translations={"de": "Der Pate", "ar": "العرّاب"})
    store_title("2001: A Space Odyssey", 1968, votes=12_000)
    store_title("1917", 2019, votes=12_000)
    store_title("Blade Runner", 1982, votes=13_000)
    store_title("Blade Runner 2049", 2017, votes=14_000)
    store_title("Dune", 1984, votes=3_000)
    store_title("Dune", 2021, votes=13_000)
    store_title("Die Hard", 1988, votes=11_000, translations={"de": "Stirb langsam"})
    store_title("Hard Candy", 2006, votes=2_000)
    store_title("The Lord of the Rings: The Return of the King", 2003, votes=25_000)
    store_title("Amélie", 2001, original_name="Le Fabuleux Destin d'Amélie Poulain", votes=11_000)
    store_title("L'avventura", 1960, votes=500)
    store_title("Spider-Man: No Way Home", 2021, votes=20_000)
    store_title("WALL·E", 2008, votes=18_000)
    store_title("8½", 1963, votes=2_000)
    store_title("Rocky II", 1979, votes=6_000)
    store_title("Rocky Balboa", 2006, votes=6_000)
    store_title("Fast & Furious", 2009, votes=8_000)
    store_title("Seven Samurai", 1954, votes=3_000, original_name="七人の侍")
    store_title("Star Wars", 1977, votes=20_000)
    store_title("Up", 2009, votes=19_000)
    store_title("Upstairs at Midnight", 2015, votes=3)
    store_person("Keanu Reeves")
    store_person("Audrey Tautou")
    store_person("Toshirō Mifune", aliases=("三船敏郎",))
