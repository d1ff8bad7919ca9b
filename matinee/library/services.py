"""The outside services that the library brings."""

from matinee.core import connections
from matinee.library.trakt.connection import TraktConnection

connections.register(TraktConnection())
