"""Titles that are found by their names, as whoever imports a file finds them."""

import pytest

from matinee.catalog import search
from tests.library.shelf import Shelf


@pytest.fixture
def shelf(shelf: Shelf) -> Shelf:
    search.rebuild()
    return shelf
