"""Keeping up with the provider: each public function is one pass of a sweep."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db.models import Q
from django.utils import timezone

from matinee.catalog.actions.asking import Question, forget_old_answers, refresh_unless_fresh
from matinee.catalog.actions.completing import complete_season, complete_title, find_imdb, provider, refresh_title
from matinee.catalog.actions.naming import store_genre_names
from matinee.catalog.actions.seeding import store_starter_list
from matinee.catalog.freshness import TITLE_TTL
from matinee.catalog.models import Completeness, ProviderCache, Season, SyncState, Title
from matinee.catalog.named_lists import NAMED_LISTS
from matinee.catalog.providers import connected, connected_now
from matinee.catalog.providers.base import Kind
from matinee.catalog.providers.tmdb.pictures import CONFIGURATION
from matinee.core.errors import MatineeError, NotFound
from matinee.core.language import Locale
from matinee.core.settings import current
from matinee.core.sweeps import SweepOutcome, stopping

T = TypeVar("T")

TITLES_A_PASS = 500
CHANGE_PAGES = 50
LONGEST_WINDOW = timedelta(days=14)  # TMDB refuses a longer one
RETRY_AFTER = timedelta(hours=1)
_UNCONNECTED = SweepOutcome(idle=True, note="no provider is connected")


def _each(things: Iterable[T], do: Callable[[T], object]) -> SweepOutcome:
    """Do it to each; one failure does not stop the rest, and the last is told."""
    done, errors, note = 0, 0, ""
    for thing in things:
        if stopping():
            break
        try:
            do(thing)
        except MatineeError as error:
            errors, note = errors + 1, error.detail
        else:
            done += 1
    return SweepOutcome(done=done, errors=errors, idle=not done and not errors, note=note)


def _add(one: SweepOutcome, other: SweepOutcome) -> SweepOutcome:
    return SweepOutcome(
        done=one.done + other.done,
        errors=one.errors + other.errors,
        idle=one.idle and other.idle,
        note=other.note or one.note,
    )


def refresh_lists() -> SweepOutcome:
    """Fetch the first page of every named list in the installation's own language and region.

    Without a provider, only the starter's picks of the day and the week change.
    """
    locale = Locale(current().language, current().region)
    if connected_now() is None:
        return _each(NAMED_LISTS, lambda slug: store_starter_list(slug, locale))
    forget_old_answers()
    _each([CONFIGURATION], _read_configuration)
    named = _each([locale.language], lambda language: store_genre_names(language, wait=current().http_timeout))
    return _add(named, _each(NAMED_LISTS, lambda slug: refresh_unless_fresh(Question("list", slug, 1, locale))))


def sync_titles() -> SweepOutcome:
    """Read the changes feeds, tell the starter's titles from the provider's no more, and refresh what is due."""
    if connected_now() is None:
        return _UNCONNECTED
    kinds: tuple[Kind, ...] = ("movie", "tv")
    _each(kinds, _read_changes)
    joined = _each(_unjoined(), _join)
    due = Title.objects.filter(
        completeness=Completeness.COMPLETE,
        tmdb_id__isnull=False,
        fetched_at__lt=timezone.now() - TITLE_TTL,
        is_active=True,
    ).order_by("fetched_at")[:TITLES_A_PASS]
    return _add(joined, _each(due, lambda title: refresh_title(title, wait=current().http_timeout)))


def _read_changes(kind: Kind) -> None:
    """Make the titles due that the feed names. The cursor is the last day read, which is read again next time."""
    state, _ = SyncState.objects.get_or_create(what=f"changes:{kind}")
    today = timezone.localdate()
    since = max(date.fromisoformat(state.cursor) if state.cursor else today, today - LONGEST_WINDOW)
    page, pages = 1, 1
    while page <= min(pages, CHANGE_PAGES) and not stopping():
        found = provider().changes(kind, since, today, page, wait=current().http_timeout)
        changed = Title.objects.filter(kind=kind, tmdb_id__in=found.ids, completeness=Completeness.COMPLETE)
        # What was fetched since the day began may have it already, but the feed has no times to tell.
        changed.filter(fetched_at__gt=timezone.now() - TITLE_TTL).update(fetched_at=timezone.now() - 2 * TITLE_TTL)
        page, pages = page + 1, found.pages
    state.cursor, state.succeeded_at = today.isoformat(), timezone.now()
    state.save()


def _unjoined() -> list[Title]:
    """Starter titles whose IMDb id may tell TMDB's; each is asked for once."""
    tried = SyncState.objects.filter(what="joined").values_list("cursor", flat=True).first() or "0"
    titles = Title.objects.filter(starter_key__isnull=False, tmdb_id__isnull=True, imdb_id__isnull=False)
    return list(titles.filter(pk__gt=int(tried)).order_by("pk")[:TITLES_A_PASS])


def _join(title: Title) -> None:
    """Find the starter title at the provider and fetch all about it; storing it joins the two rows."""
    try:
        tmdb_id = find_imdb(title.kind, title.imdb_id or "", wait=current().http_timeout)
        complete_title(title.kind, tmdb_id, wait=current().http_timeout)
    except NotFound:
        pass  # TMDB does not have everything
    SyncState.objects.update_or_create(what="joined", defaults={"cursor": str(title.pk)})


def complete_next_season() -> SweepOutcome:
    """Fetch the episodes of one season that lacks them. A season that fails waits an hour, and others go first."""
    if connected() is None:
        return _UNCONNECTED
    now = timezone.now()
    waiting = Season.objects.filter(
        Q(attempted_at=None) | Q(attempted_at__lt=now - RETRY_AFTER),
        completeness=Completeness.PARTIAL,
        title__tmdb_id__isnull=False,
        title__is_active=True,
    )
    season = waiting.select_related("title").order_by("attempted_at", "id").first()
    if season is None:
        return SweepOutcome(idle=True)
    if waiting.filter(pk=season.pk).update(attempted_at=now) != 1:
        return SweepOutcome(idle=True)  # somebody else took it
    return _each([season], lambda found: complete_season(found, wait=current().http_timeout))


def _read_configuration(kind: str) -> None:
    """Learn where the provider's pictures are."""
    told = provider().pictures(wait=current().http_timeout)
    now = timezone.now()
    place: dict[str, Any] = {"type": kind, "category": "", "key": "", "page": 1, "language": "", "region": ""}
    ProviderCache.objects.update_or_create(**place, defaults={"body": told, "fetched_at": now, "expires_at": now})
