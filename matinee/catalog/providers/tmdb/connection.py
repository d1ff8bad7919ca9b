"""TMDB among the connections that a person may set up."""

from matinee.catalog.providers import connected
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
        """Whether a key is set."""
        return bool(current().tmdb_key.get_secret_value())

    def how_to_set_up(self) -> str:
        """Where to get a key, and where to put it."""
        return "Get a free API key at themoviedb.org (Settings, API) and start Matinee with MATINEE_TMDB_KEY set to it."

    def test(self) -> None:
        """Ask for the configuration, which needs nothing but a good key."""
        if provider := connected():
            provider.pictures(wait=current().http_timeout)
