"""Whether the catalogue has somebody to ask."""

from matinee.catalog.providers.tmdb import key


def source_of_tmdb_key() -> key.Source:
    """Where the key to TMDB is from, as of now in every process; the key itself is nobody's to see."""
    return key.in_use_now().source
