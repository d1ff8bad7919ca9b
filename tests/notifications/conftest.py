"""Fixtures for the tests of notifications."""

import pytest

from tests.accounts.conftest import later, no_keys_of_another_test  # noqa: F401 - fixtures
from tests.delivering import deliver


@pytest.fixture(autouse=True)
def ears_open(db: None) -> None:
    """Who begins to listen hears what happens from then on, as when the first worker starts."""
    deliver()
