"""Who tells us about titles. Adding a provider: a folder, and a line here."""

from functools import cache

from matinee.catalog.providers.base import FullProvider
from matinee.catalog.providers.starter.provider import StarterProvider
from matinee.catalog.providers.tmdb.client import TmdbClient
from matinee.catalog.providers.tmdb.provider import TmdbProvider
from matinee.core.settings import current


@cache
def connected() -> FullProvider | None:
    """The provider that can be asked, if a key is set."""
    settings = current()
    return TmdbProvider(TmdbClient(settings)) if settings.tmdb_key.get_secret_value() else None


@cache
def starter() -> StarterProvider:
    """The catalogue that ships with the program."""
    return StarterProvider()
