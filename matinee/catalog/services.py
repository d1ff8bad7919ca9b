"""The outside services that the catalogue brings: TMDB as a connection, and where its pictures come from."""

import re

from matinee.catalog import artwork, queries
from matinee.catalog.providers.tmdb import pictures
from matinee.catalog.providers.tmdb.connection import TmdbConnection
from matinee.core import connections
from matinee.images import origins

connections.register(TmdbConnection())
_TMDB_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}\.(jpg|png|webp)")
origins.register("tmdb", origins.Remote(pictures.service(), _TMDB_NAME, pictures.path), may_see=queries.may_see_tmdb)
origins.register("drawn", origins.Drawn(artwork.NAME, artwork.subject_of), may_see=queries.may_see_drawn)
