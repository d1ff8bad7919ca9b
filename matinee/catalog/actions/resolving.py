"""From a link to the page here that shows the same."""

from dataclasses import dataclass
from typing import cast

from matinee.catalog import visible
from matinee.catalog.actions.completing import provider
from matinee.catalog.actions.opening import patience, unless_missing
from matinee.catalog.links import Kind, Link
from matinee.catalog.models import Collection, Person
from matinee.catalog.providers import connected
from matinee.catalog.providers.base import FoundTitle
from matinee.core.access import Viewer
from matinee.core.errors import NotFound

_COLUMNS = {"own": "pk", "tmdb": "tmdb_id", "imdb": "imdb_id", "tvdb": "tvdb_id", "wikidata": "wikidata_id"}


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a link leads to: `id` is ours, or None; `tmdb_id` is for what is opened here for the first time."""

    kind: Kind
    id: int | None
    tmdb_id: int | None = None

    @property
    def ref(self) -> str:
        """What opens it, as OutsideId reads it."""
        return str(self.id) if self.id is not None else f"tmdb:{self.tmdb_id}"


def resolve(link: Link, viewer: Viewer, *, wait: float | None = None) -> Resolved:
    """What the link leads to. Raises NotFound, ServiceError.

    To a viewer with an age cap, what is above it is as unknown as what was never stored. Only TMDB is ever asked, and
    only for ids of IMDb, within `wait` seconds (a visitor's patience unless given); its own ids are passed on, for the
    page to find out.
    """
    if found := _stored(link, viewer):
        return found
    if connected() is not None and link.source == "tmdb" and link.kind:
        return Resolved(link.kind, None, int(link.id))
    if connected() is not None and link.source == "imdb":
        kind, number = unless_missing(f"link:{link.id}", lambda: _ask(link.id, patience(wait)))
        return _stored(Link("tmdb", str(number), kind), viewer) or Resolved(kind, None, number)
    raise NotFound("nothing here has that address")


def _stored(link: Link, viewer: Viewer) -> Resolved | None:
    """Our own row. Titles and people share no number but those of IMDb, which tell them apart."""
    by_id = {_COLUMNS[link.source]: link.id}
    if link.kind == "person":
        person = Person.objects.filter(**by_id).order_by("pk").values_list("pk", flat=True).first()
        return None if person is None else Resolved("person", person)
    if link.kind == "collection":
        return _stored_collection(by_id, viewer)
    titles = visible.titles(viewer).filter(**by_id, **({"kind": link.kind} if link.kind else {}))
    title = titles.order_by("pk").values_list("kind", "pk").first()
    return None if title is None else Resolved(cast("Kind", title[0]), title[1])


def _stored_collection(by_id: dict[str, str], viewer: Viewer) -> Resolved | None:
    pk = Collection.objects.filter(**by_id).values_list("pk", flat=True).first()
    if pk is None or (viewer.age_cap is not None and not visible.titles(viewer).filter(collection=pk).exists()):
        return None
    return Resolved("collection", pk)


def _ask(imdb_id: str, wait: float) -> tuple[Kind, int]:
    """What TMDB calls so. Raises NotFound, ServiceError."""
    found = provider().find_imdb(imdb_id, wait=wait)
    if found.tmdb_id is None or (isinstance(found, FoundTitle) and found.is_adult):
        raise NotFound("nothing here has that address")
    return (found.kind if isinstance(found, FoundTitle) else "person"), found.tmdb_id
