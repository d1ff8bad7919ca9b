"""Counting what people here think of titles, from events alone: heard again from the first on, they give the same."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import singledispatch
from uuid import UUID

from matinee.catalog.models import Title
from matinee.core.events import Event, decode
from matinee.core.models import Event as Stored
from matinee.core.storing import add_to_all
from matinee.library.events import FavoriteAdded, FavoriteRemoved, TitleRated
from matinee.library.models import ScreenDay, Screened, TitleCount

COUNTED: tuple[type[Event], ...] = (FavoriteAdded, FavoriteRemoved, TitleRated)

Difference = Counter[str]
"""By column of TitleCount; may be negative."""


@singledispatch
def difference(event: Event) -> Difference:
    """What an event makes of its title's counts."""
    raise TypeError(f"{type(event).__name__} is not counted")


@difference.register
def _(_event: FavoriteAdded) -> Difference:
    return Counter(loved=1)


@difference.register
def _(_event: FavoriteRemoved) -> Difference:
    return Counter(loved=-1)


@difference.register
def _(event: TitleRated) -> Difference:
    rated = (event.rating is not None) - (event.before is not None)
    return Counter(rated=rated, points=(event.rating or 0) - (event.before or 0))


def count(events: Sequence[Event]) -> None:
    """Add what they say to their titles' counts; nothing for titles that are gone."""
    totals: dict[int, Difference] = {}
    for event in events:
        totals.setdefault(event.title_id, Counter()).update(difference(event))  # type: ignore[attr-defined]
    _add(totals)


def _add(totals: Mapping[int, Difference]) -> None:
    there = Title.objects.filter(pk__in=totals).values_list("pk", flat=True)
    more = {(pk,): {name: totals[pk][name] for name in ("loved", "rated", "points")} for pk in there}
    add_to_all(TitleCount, ("title_id",), more)


def uncount(user_id: UUID, before: int) -> None:
    """Take back all that a person who left has had a part in. `before`: the id of the event that tells of it."""
    theirs = Stored.objects.filter(
        name__in=[kind.__name__ for kind in COUNTED], id__lt=before, body__user_id=str(user_id)
    )
    totals: dict[int, Difference] = {}
    for row in theirs.order_by("id").iterator():
        event = decode(row)
        totals.setdefault(event.title_id, Counter()).subtract(difference(event))  # type: ignore[attr-defined]
    _add(totals)


def forget_statistics() -> None:
    """Before everything is heard again."""
    TitleCount.objects.all().delete()
    Screened.objects.all().delete()
    ScreenDay.objects.all().delete()
