"""Who tells us about titles. Adding a provider: a folder, and a line here."""

import threading
from functools import cache

from matinee.catalog.providers.base import FullProvider
from matinee.catalog.providers.starter.provider import StarterProvider
from matinee.catalog.providers.tmdb import key
from matinee.catalog.providers.tmdb.client import TmdbClient
from matinee.catalog.providers.tmdb.provider import TmdbProvider


class _Line:
    """This process's line to TMDB: one client as long as the key stays the same."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._client: TmdbClient | None = None

    def by(self, text: str) -> FullProvider | None:
        """The provider to ask with this key; None without one."""
        if not text:
            return None
        with self._lock:
            if self._client is None or self._client.key != text:
                self._client = TmdbClient(text, instead_of=self._client)
            return TmdbProvider(self._client)


_line = _Line()


def connected() -> FullProvider | None:
    """The provider that can be asked, if there is a key."""
    return _line.by(key.in_use().text)


def connected_now() -> FullProvider | None:
    """The same at the cost of two statements: for what is done because the key has just changed."""
    return _line.by(key.in_use_now().text)


def on_trial(text: str) -> FullProvider:
    """TMDB with a key that is not in use; what it answers is told nowhere else."""
    return TmdbProvider(TmdbClient(text, is_trial=True))


@cache
def starter() -> StarterProvider:
    """The catalogue that ships with the program."""
    return StarterProvider()
