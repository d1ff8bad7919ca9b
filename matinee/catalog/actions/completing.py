"""Asking the provider all about one thing, and storing it. The call comes first, outside any transaction."""

from typing import cast

from django.utils import timezone

from matinee.catalog import search
from matinee.catalog.actions.storing_details import (
    store_collection,
    store_collection_parts,
    store_season,
    store_title,
)
from matinee.catalog.actions.storing_people import store_people, store_person
from matinee.catalog.actions.storing_titles import store_titles
from matinee.catalog.events import TitlesChanged
from matinee.catalog.models import Season, Title
from matinee.catalog.providers import connected
from matinee.catalog.providers.base import CompletePerson, FoundCollection, FoundTitle, FullProvider, Kind
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.errors import NotFound, Reached, ServiceDown
from matinee.core.settings import current


def provider() -> FullProvider:
    """The connected provider. Raises ServiceDown when there is none."""
    found = connected()
    if found is None:
        sentence = "No provider is connected; an administrator can connect TMDB on the Connections page"
        raise ServiceDown("tmdb", sentence, reached=Reached.NOBODY)
    return found


def complete_title(kind: str, tmdb_id: int, *, wait: float) -> int:
    """Fetch and store one title; answers its id. Raises NotFound, ServiceError."""
    return store_title(provider().title(cast("Kind", kind), tmdb_id, wait=wait))


@deed
def retire_title(title_id: int) -> None:
    """The provider has it no more: hide it. People's lists still point here, so it is not deleted."""
    Title.objects.filter(pk=title_id).update(is_active=False, fetched_at=timezone.now())
    search.forget_titles([title_id])
    events.append(TitlesChanged((title_id,)))


def refresh_title(title: Title, *, wait: float) -> None:
    """Fetch a known title again. Raises ServiceError."""
    try:
        complete_title(title.kind, title.tmdb_id or 0, wait=wait)
    except NotFound:
        retire_title(title.pk)


def complete_season(season: Season, *, wait: float) -> int:
    """Fetch and store a season with its episodes; answers its id. Raises NotFound, ServiceError."""
    language = season.title.language
    found = provider().season(season.title.tmdb_id or 0, season.number, language, wait=wait)
    return store_season(season.title_id, found, language)


def translate_season(season: Season, language: str, *, wait: float) -> int:
    """Fetch and store a season's texts in another language; answers its id. Raises NotFound, ServiceError."""
    found = provider().season(season.title.tmdb_id or 0, season.number, language, wait=wait)
    return store_season(season.title_id, found, language)


def complete_person(tmdb_id: int, *, wait: float) -> int:
    """Fetch and store a person with their filmography; answers their id. Raises NotFound, ServiceError."""
    return _store_person(provider().person(tmdb_id, wait=wait))


@deed
def _store_person(found: CompletePerson) -> int:
    titles = store_titles([title for title, _ in found.filmography], current().language)
    return store_person(found, titles)


def complete_collection(tmdb_id: int, *, wait: float) -> int:
    """Fetch and store a collection with its parts; answers its id. Raises NotFound, ServiceError."""
    return _store_collection(provider().collection(tmdb_id, wait=wait))


@deed
def _store_collection(found: FoundCollection) -> int:
    collection_id = store_collection(found)
    store_collection_parts(collection_id, found.parts or (), current().language)
    return collection_id


def find_imdb(kind: str, imdb_id: str, *, wait: float) -> int:
    """TMDB's id of what IMDb calls so. `kind`: movie, tv or person. Raises NotFound, ServiceError."""
    found = provider().find_imdb(imdb_id, wait=wait)
    if (found.kind if isinstance(found, FoundTitle) else "person") != kind or found.tmdb_id is None:
        raise NotFound(f"{imdb_id} is no {kind}")
    if isinstance(found, FoundTitle):
        store_titles([found], current().language)
    else:
        store_people([found])
    return found.tmdb_id
