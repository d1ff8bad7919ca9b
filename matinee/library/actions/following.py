"""Keeping up with the catalogue: episodes that air, come and go, and titles that turn out to be one."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Exists, Model, OuterRef, Q
from django.utils import timezone

from matinee.catalog.actions import refresh_season
from matinee.catalog.models import Season, Title
from matinee.core.deeds import deed
from matinee.core.errors import NotFound, ServiceError
from matinee.core.sweeps import SweepOutcome, stopping
from matinee.library.actions.standings import recount
from matinee.library.models import FOLLOWED, SPECIALS, Progress, Standing, Status, Viewing

_TITLES = 50  # in one pass
_SEASONS = 5
_OLD = timedelta(hours=24)


def notice_airings() -> SweepOutcome:
    """What aired since the last pass is up next for whoever waits for it."""
    due = Standing.objects.filter(airs_on__lte=timezone.localdate()).values("title")
    titles = Title.objects.filter(pk__in=due).order_by("pk")[:_TITLES]
    done = 0
    for title in titles:
        if stopping():
            break
        done += recount(title)
    return SweepOutcome(done=done, idle=done == 0)


def recount_season(season_id: int) -> None:
    """Its episodes came or went."""
    if title := Title.objects.filter(seasons=season_id, pk__in=Standing.objects.values("title")).first():
        recount(title)


def look_for_episodes() -> SweepOutcome:
    """Ask anew, each day, for the latest seasons of shows that somebody follows and that go on."""
    followed = Standing.objects.filter(title=OuterRef("title"), status__in=[*FOLLOWED, Status.PLANNED])
    later = Season.objects.filter(title=OuterRef("title"), number__gt=OuterRef("number"))
    due = Season.objects.filter(
        Exists(followed),
        ~Exists(later),
        number__gt=SPECIALS,
        fetched_at__lt=timezone.now() - _OLD,
        title__tmdb_id__isnull=False,
        title__ended_on__isnull=True,
        title__is_active=True,
    ).order_by("?")  # so that one that fails each time does not stand in the way of others
    return _refresh(due.values_list("pk", flat=True)[:_SEASONS])


def _refresh(season_ids: Iterable[int]) -> SweepOutcome:
    done, errors, note = 0, 0, ""
    for season_id in season_ids:
        if stopping():
            break
        try:
            refresh_season(season_id)
        except NotFound as error:
            errors, note = errors + 1, error.detail
        except ServiceError as error:
            return SweepOutcome(done=done, errors=errors + 1, note=error.detail)
        else:
            done += 1
    return SweepOutcome(done=done, errors=errors, note=note, idle=done == 0)


@deed
def move_history(gone: int, kept: int) -> None:
    """Two titles were one: what anybody has watched of the one belongs to the other now."""
    _move(Viewing, gone, kept, "user", "season", "episode", "watched_at")
    _move(Progress, gone, kept, "user", "season", "episode")
    _move(Standing, gone, kept, "user")
    recount(Title.objects.get(pk=kept))


def _move(model: type[Model], gone: int, kept: int, *same: str) -> None:
    """All rows of one title to the other, but for those of which it has the same."""
    rows = model._default_manager.filter(title=gone)  # noqa: SLF001 - Django's documented name
    mine = model._default_manager.filter(title=kept)  # noqa: SLF001
    for name in same:
        mine = mine.filter(
            Q(**{name: OuterRef(name)}) | Q(**{f"{name}__isnull": True})
        )  # null: a film, and so are both
    rows.exclude(Exists(mine)).update(title=kept)
    rows.delete()
