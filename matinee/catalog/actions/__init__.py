"""What can be done in the catalogue: one function a deed."""

from matinee.catalog.actions.asking import refresh_answer
from matinee.catalog.actions.connecting import connect_tmdb, disconnect_tmdb, try_tmdb
from matinee.catalog.actions.importing import ImportOutcome, import_file, import_titles
from matinee.catalog.actions.listing import browse, open_list, open_popular_people
from matinee.catalog.actions.naming import ensure_genre_names, seed_genres
from matinee.catalog.actions.opening import open_collection, open_person, open_season, open_title
from matinee.catalog.actions.postponing import is_of_the_whole, postpone, postponed
from matinee.catalog.actions.refreshing import refresh_collection, refresh_person, refresh_season, refresh_title
from matinee.catalog.actions.resolving import Resolved, resolve
from matinee.catalog.actions.searching import search
from matinee.catalog.actions.seeding import seed_starter
from matinee.catalog.actions.syncing import complete_next_season, refresh_lists, sync_titles

__all__ = [
    "ImportOutcome",
    "Resolved",
    "browse",
    "complete_next_season",
    "connect_tmdb",
    "disconnect_tmdb",
    "ensure_genre_names",
    "import_file",
    "import_titles",
    "is_of_the_whole",
    "open_collection",
    "open_list",
    "open_person",
    "open_popular_people",
    "open_season",
    "open_title",
    "postpone",
    "postponed",
    "refresh_answer",
    "refresh_collection",
    "refresh_lists",
    "refresh_person",
    "refresh_season",
    "refresh_title",
    "resolve",
    "search",
    "seed_genres",
    "seed_starter",
    "sync_titles",
    "try_tmdb",
]
