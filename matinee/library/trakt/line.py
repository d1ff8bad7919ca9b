"""This process's line to Trakt."""

import threading

from matinee.core.errors import Conflict
from matinee.library.trakt.app import App, app
from matinee.library.trakt.client import TraktClient

NOT_OFFERED = "This installation is not connected to Trakt. Ask an administrator to set it up on the Connections page"


class _Line:
    """One client as long as the app stays the same."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._client: TraktClient | None = None

    def by(self, found: App) -> TraktClient:
        with self._lock:
            if self._client is None or self._client.app != found:
                self._client = TraktClient(found, instead_of=self._client)
            return self._client


_line = _Line()


def connected() -> TraktClient | None:
    """Whom to ask, if an administrator has set it up and its secret can be opened."""
    found = app()
    return _line.by(found) if found is not None and found.secret else None


def needed() -> TraktClient:
    """The same. Raises Conflict where there is none."""
    client = connected()
    if client is None:
        raise Conflict(NOT_OFFERED)
    return client
