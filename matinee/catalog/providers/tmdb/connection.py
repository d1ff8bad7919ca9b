"""TMDB among the connections that a person may set up."""

from matinee.catalog.providers import connected
from matinee.catalog.providers.tmdb import key
from matinee.catalog.providers.tmdb.client import NAME, TITLE
from matinee.core.settings import current


class TmdbConnection:
    """See `core.connections.Connection`."""

    name = NAME
    title = TITLE
    attribution = (
        "This product uses the TMDB API but is not endorsed or certified by TMDB. Where to watch: data by JustWatch."
    )

    def is_set_up(self) -> bool:
        """Whether there is a key."""
        return connected() is not None

    def how_to_set_up(self) -> str:
        """Where to get a key, and where to put it."""
        if problem := key.in_use().problem:
            return f"The key that was given cannot be opened. {problem}. Give it once more."
        return "Get a free API key at themoviedb.org (Settings, API) and give it to Matinee."

    def test(self) -> None:
        """Ask for the configuration, which needs nothing but a good key."""
        if provider := connected():
            provider.pictures(wait=current().http_timeout)
