"""Fixtures for the tests of the library."""

import pytest

from tests.accounts.cast import Browser, person, seated
from tests.accounts.conftest import later, no_keys_of_another_test  # noqa: F401 - fixtures
from tests.library.shelf import Shelf


@pytest.fixture
def shelf(db: None) -> Shelf:
    """Six films and six shows that the catalogue knows."""
    return Shelf.filled()


@pytest.fixture
def alice(shelf: Shelf) -> Browser:
    """A member, signed in; bob is one, too."""
    person("alice")
    person("bob")
    return seated("alice")
