"""Fixtures for the tests of accounts."""

import pytest

from matinee.accounts.actions import signing


@pytest.fixture(autouse=True)
def no_keys_of_another_test() -> None:
    """The keys in memory are of a database that has been emptied since."""
    signing._ring.cache_clear()
