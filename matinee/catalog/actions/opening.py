"""Opening one thing: making sure that we know as much of it as its page shows.

Complete and fresh: read. Complete and stale: read, and asked for again behind the visitor's back. Partial or unknown:
asked for now, within the visitor's patience; a partial row is better than an error. Who opens titles in the background
says for how many seconds they `wait`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from django.db.models import Model
from django.utils import timezone

from matinee.catalog import visible
from matinee.catalog.actions.completing import (
    complete_collection,
    complete_person,
    complete_season,
    complete_title,
    find_imdb,
    translate_season,
)
from matinee.catalog.away import known_before, plainly, told_plainly
from matinee.catalog.freshness import LIST_TTL, PERSON_TTL, TITLE_TTL, Freshness
from matinee.catalog.models import Collection, Completeness, Person, ProviderCache, Season, Title
from matinee.catalog.providers import connected
from matinee.catalog.providers.base import Kind
from matinee.core.access import Viewer
from matinee.core.errors import BadInput, NotFound, ServiceError
from matinee.core.jobs import ring
from matinee.core.language import Locale
from matinee.core.settings import current

M = TypeVar("M", bound=Model)
T = TypeVar("T")

_NO_COLLECTION = "there is no such collection"
_REF = re.compile(r"(?P<own>[0-9]{1,18})|tmdb:(?P<tmdb>[0-9]{1,9})|imdb:(?P<imdb>(?:tt|nm)[0-9]{7,9})")


@dataclass(frozen=True, slots=True)
class Opened(Generic[M]):
    """What was opened, and how fresh it is."""

    row: M
    freshness: Freshness

    @property
    def id(self) -> int:
        """Its id here."""
        return int(self.row.pk)


@dataclass(frozen=True, slots=True)
class OutsideId:
    """An id as an address gives it: one of ours, of TMDB's or of IMDb's."""

    own: int | None
    tmdb: int | None
    imdb: str | None

    @classmethod
    def parse(cls, ref: str) -> "OutsideId":
        """Raises BadInput naming `id`."""
        match = _REF.fullmatch(ref)
        if match is None:
            raise BadInput.at("id", "should be a number, tmdb:550 or imdb:tt0137523")
        number = int(match["tmdb"]) if match["tmdb"] else None
        if number is not None and not 0 < number < 2**31:
            raise BadInput.at("id", "TMDB has no such numbers")
        return cls(int(match["own"]) if match["own"] else None, number, match["imdb"])

    def fields(self) -> dict[str, int | str]:
        """The column to look it up by."""
        if self.own is not None:
            return {"pk": self.own}
        return {"tmdb_id": self.tmdb} if self.tmdb is not None else {"imdb_id": self.imdb or ""}


def open_title(kind: Kind, ref: str, viewer: Viewer, *, wait: float | None = None) -> Opened[Title]:
    """A film or show, complete if that can be had. Raises BadInput, NotFound, ServiceError."""
    outside = OutsideId.parse(ref)
    return _if_met(viewer, lambda: _open_title(kind, outside, patience(wait)), visible.admits, _no_such(kind))


def patience(wait: float | None) -> float:
    """Seconds; a visitor's unless given."""
    return current().http_visitor_timeout if wait is None else wait


def _if_met(
    viewer: Viewer, find: Callable[[], Opened[M]], is_met: Callable[[Viewer, M], bool], unknown: NotFound
) -> Opened[M]:
    """To a viewer with an age cap, what is above it is as unknown as what there is not, in the same words."""
    if viewer.age_cap is None:
        return find()
    try:
        opened = find()
    except NotFound:
        raise unknown from None
    if not is_met(viewer, opened.row):
        raise unknown
    return opened


def _no_such(kind: Kind) -> NotFound:
    return NotFound(f"there is no such {'film' if kind == 'movie' else 'show'}")


def _open_title(kind: Kind, outside: OutsideId, wait: float) -> Opened[Title]:
    rows = Title.objects.select_related("collection").filter(kind=kind, is_active=True, is_adult=False)
    title = rows.filter(**outside.fields()).order_by("id").first()
    if title is None:
        title = rows.get(pk=_fetch_unknown(kind, outside, wait))
    ripe = title.completeness == Completeness.COMPLETE
    return _opened(
        title,
        fetched_at=title.fetched_at,
        ttl=TITLE_TTL,
        ripe=ripe,
        outside=bool(title.tmdb_id),
        complete=lambda: rows.get(pk=complete_title(kind, title.tmdb_id or 0, wait=wait)),
        job="catalog.refresh_title",
    )


def _fetch_unknown(kind: Kind, outside: OutsideId, wait: float) -> int:
    """Ask the provider for a title that we do not know; answers its id. What it does not have is remembered."""
    provider = connected()
    if provider is None or outside.own is not None:
        raise _no_such(kind)
    tmdb_id = outside.tmdb

    def fetch() -> int:
        number = tmdb_id if tmdb_id is not None else find_imdb(kind, outside.imdb or "", wait=wait)
        return complete_title(kind, number, wait=wait)

    return unless_missing(f"{kind}:{outside.tmdb or outside.imdb}", fetch)


def unless_missing(key: str, fetch: Callable[[], T]) -> T:
    """Fetch, unless the provider said within the hour that it has none; or remember that it says so now."""
    now = timezone.now()
    place: dict[str, Any] = {"type": "missing", "category": "", "key": key, "page": 1, "language": "", "region": ""}
    if ProviderCache.objects.filter(**place, expires_at__gt=now).exists():
        raise NotFound("TMDB has no such thing")
    try:
        with told_plainly():
            return fetch()
    except NotFound:
        ProviderCache.objects.update_or_create(
            **place, defaults={"body": {}, "fetched_at": now, "expires_at": now + LIST_TTL}
        )
        raise


def _opened(
    row: M,
    *,
    fetched_at: datetime | None,
    ttl: timedelta,
    ripe: bool,
    outside: bool,
    complete: Callable[[], M],
    job: str,
) -> Opened[M]:
    """The rule of this module's docstring. `ripe`: complete enough; `outside`: a provider knows it."""
    freshness = Freshness(fetched_at, ttl)
    if not outside or connected() is None:
        return Opened(row, freshness)
    if ripe:
        if freshness.is_stale:
            ring(job, row.pk)
        return Opened(row, freshness)
    try:
        return Opened(complete(), Freshness(timezone.now(), ttl))
    except (ServiceError, NotFound) as error:
        if isinstance(error, ServiceError):
            ring(job, row.pk)
        return Opened(row, Freshness(fetched_at, ttl, known_before(plainly(error))))


def open_season(ref: str, number: int, locale: Locale, viewer: Viewer, *, wait: float | None = None) -> Opened[Season]:
    """A season with its episodes, in the wished language if that can be had. Raises NotFound, BadInput."""
    show, seconds = open_title("tv", ref, viewer, wait=wait), patience(wait)
    rows = Season.objects.select_related("title")
    season = rows.filter(title=show.row, number=number).first()
    if season is None:
        raise NotFound(f"{show.row.name} has no season {number}")
    title = show.row
    opened = _opened(
        season,
        fetched_at=season.fetched_at,
        ttl=TITLE_TTL,
        ripe=season.completeness == Completeness.COMPLETE,
        outside=bool(title.tmdb_id),
        complete=lambda: rows.get(pk=complete_season(season, wait=seconds)),
        job="catalog.refresh_season",
    )
    if title.language in locale.languages or locale.language in opened.row.translations or not title.tmdb_id:
        return opened
    return _opened(
        opened.row,
        fetched_at=opened.freshness.fetched_at,
        ttl=TITLE_TTL,
        ripe=False,
        outside=True,
        complete=lambda: rows.get(pk=translate_season(opened.row, locale.language, wait=seconds)),
        job="catalog.refresh_season",
    )


def open_person(ref: str) -> Opened[Person]:
    """A person with their filmography if that can be had. Raises BadInput, NotFound, ServiceError."""
    outside = OutsideId.parse(ref)
    person, wait = Person.objects.filter(**outside.fields()).order_by("id").first(), patience(None)
    if person is None:
        person = Person.objects.get(pk=_fetch_unknown_person(outside, wait))
    return _opened(
        person,
        fetched_at=person.fetched_at,
        ttl=PERSON_TTL,
        ripe=person.completeness == Completeness.COMPLETE,
        outside=bool(person.tmdb_id),
        complete=lambda: Person.objects.get(pk=complete_person(person.tmdb_id or 0, wait=wait)),
        job="catalog.refresh_person",
    )


def _fetch_unknown_person(outside: OutsideId, wait: float) -> int:
    if connected() is None or outside.own is not None:
        raise NotFound("there is no such person")
    tmdb_id = outside.tmdb

    def fetch() -> int:
        number = tmdb_id if tmdb_id is not None else find_imdb("person", outside.imdb or "", wait=wait)
        return complete_person(number, wait=wait)

    return unless_missing(f"person:{outside.tmdb or outside.imdb}", fetch)


def open_collection(ref: str, viewer: Viewer) -> Opened[Collection]:
    """A collection with its parts if that can be had. Raises BadInput, NotFound, ServiceError.

    One of which a viewer with an age cap meets no part is unknown to them: its name and pictures tell of the parts.
    """
    outside = OutsideId.parse(ref)
    if outside.imdb:
        raise BadInput.at("id", "IMDb has no collections")
    return _if_met(viewer, lambda: _open_collection(outside), _has_part_for, NotFound(_NO_COLLECTION))


def _has_part_for(viewer: Viewer, collection: Collection) -> bool:
    return visible.titles(viewer).filter(collection=collection).exists()


def _open_collection(outside: OutsideId) -> Opened[Collection]:
    collection, wait = Collection.objects.filter(**outside.fields()).first(), patience(None)
    if collection is None:
        if connected() is None or outside.tmdb is None:
            raise NotFound(_NO_COLLECTION)
        number = outside.tmdb
        pk = unless_missing(f"collection:{number}", lambda: complete_collection(number, wait=wait))
        collection = Collection.objects.get(pk=pk)
    row = collection
    return _opened(
        row,
        fetched_at=row.fetched_at,
        ttl=TITLE_TTL,
        ripe=row.completeness == Completeness.COMPLETE,
        outside=bool(row.tmdb_id),
        complete=lambda: Collection.objects.get(pk=complete_collection(row.tmdb_id or 0, wait=wait)),
        job="catalog.refresh_collection",
    )
