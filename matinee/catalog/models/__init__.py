"""The catalogue's tables: titles and what hangs on them, people, lists, and what is known of the providers."""

from matinee.catalog.models.lists import ListEntry, MediaList
from matinee.catalog.models.people import Credit, Person
from matinee.catalog.models.pictures import TitlePicture
from matinee.catalog.models.search import GroupDocument, GroupToken, SearchDocument, SearchWord
from matinee.catalog.models.sync import ProviderCache, SyncState
from matinee.catalog.models.titles import (
    Collection,
    Completeness,
    Episode,
    Genre,
    GenreTranslation,
    Recommendation,
    Season,
    Title,
    TitleFacet,
    TitleGenre,
    TitleKind,
    TitleTranslation,
)

__all__ = [
    "Collection",
    "Completeness",
    "Credit",
    "Episode",
    "Genre",
    "GenreTranslation",
    "GroupDocument",
    "GroupToken",
    "ListEntry",
    "MediaList",
    "Person",
    "ProviderCache",
    "Recommendation",
    "SearchDocument",
    "SearchWord",
    "Season",
    "SyncState",
    "Title",
    "TitleFacet",
    "TitleGenre",
    "TitleKind",
    "TitlePicture",
    "TitleTranslation",
]
