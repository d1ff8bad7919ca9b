"""Loving a title, rating it, noting something about it, wanting no more of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final
from uuid import UUID

from django.utils import timezone

from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.storing import add_missing, store_all
from matinee.library.actions.earlier import remember
from matinee.library.events import (
    FavoriteAdded,
    FavoriteRemoved,
    TitleDismissed,
    TitleNoted,
    TitleRated,
    TitleWelcomed,
)
from matinee.library.models import Opinion


class _AsItIs(Enum):
    AS_IT_IS = "as it is"


AS_IT_IS: Final = _AsItIs.AS_IT_IS
_CHANGED = ("loved_at", "rating", "rated_at", "notes", "dismissed_at", "changed_at")


@dataclass(frozen=True, slots=True)
class Change:
    """What shall be another; the rest stays. `rating`: half points, 0-20; None for none."""

    favorite: bool | _AsItIs = AS_IT_IS
    rating: int | _AsItIs | None = AS_IT_IS
    notes: str | _AsItIs = AS_IT_IS
    dismissed: bool | _AsItIs = AS_IT_IS


@deed
def change_opinion(user_id: UUID, title_id: int, change: Change, *, rated_at: datetime | None = None) -> Opinion:
    """Change what somebody thinks of a title, and tell of what is another now; the opinion.

    `rated_at`: when they came to think so, if that was not now.
    """
    row = _opinion_of(user_id, title_id)
    if change.notes is not AS_IT_IS and change.notes != row.notes:
        earlier_id = remember(user_id, {"notes": row.notes}, now={"notes": change.notes})
        events.append(TitleNoted(user_id, title_id, earlier_id))
    if _apply(row, change, rated_at or timezone.now()):
        row.save()
    return row


@deed
def change_opinions(user_id: UUID, changes: Sequence[tuple[Opinion, Change, datetime]]) -> None:
    """The same for many titles at once, each as of its own time. The opinions are those of `lock_opinions`.

    Notes are not told of, one by one: an import is taken back as a whole.
    """
    changed = {row.pk: row for row, change, when in changes if _apply(row, change, when)}
    store_all(changed.values(), _CHANGED)


def lock_opinions(user_id: UUID, title_ids: Collection[int]) -> dict[int, Opinion]:
    """Part of a deed: what somebody thinks of these titles, by title, locked until the deed's end."""
    ordered = sorted(title_ids)  # two deeds at once lock in the same order
    add_missing(Opinion(user_id=user_id, changed_at=timezone.now()), "title_id", ordered)
    mine = Opinion.objects.select_for_update(of=("self",)).filter(user=user_id, title__in=ordered)
    return {row.title_id: row for row in mine.order_by("title")}


def _opinion_of(user_id: UUID, title_id: int) -> Opinion:
    """Locked until the deed's end, so that two changes at once tell of themselves in order."""
    Opinion.objects.get_or_create(user_id=user_id, title_id=title_id, defaults={"changed_at": timezone.now()})
    return Opinion.objects.select_for_update(of=("self",)).get(user=user_id, title=title_id)


def _apply(row: Opinion, change: Change, when: datetime) -> bool:
    """Change it, and tell of that; whether it has changed. The row is not stored."""
    told = [
        *_love(row, change.favorite, when),
        *_rate(row, change.rating, when),
        *_dismiss(row, change.dismissed, when),
    ]
    noted = change.notes is not AS_IT_IS and change.notes != row.notes
    if change.notes is not AS_IT_IS:
        row.notes = change.notes
    if told or noted:
        row.changed_at = timezone.now()
    for event in told:
        events.append(event)
    return bool(told or noted)


def _love(row: Opinion, favorite: bool | _AsItIs, now: datetime) -> list[events.Event]:
    if favorite is AS_IT_IS or favorite == bool(row.loved_at):
        return []
    row.loved_at = now if favorite else None
    event = FavoriteAdded if favorite else FavoriteRemoved
    return [event(row.user_id, row.title_id)]


def _rate(row: Opinion, rating: int | _AsItIs | None, now: datetime) -> list[events.Event]:
    if rating is AS_IT_IS or rating == row.rating:
        return []
    before, row.rating = row.rating, rating
    row.rated_at = None if rating is None else now
    return [TitleRated(row.user_id, row.title_id, before, rating)]


def _dismiss(row: Opinion, dismissed: bool | _AsItIs, now: datetime) -> list[events.Event]:
    if dismissed is AS_IT_IS or dismissed == bool(row.dismissed_at):
        return []
    row.dismissed_at = now if dismissed else None
    event = TitleDismissed if dismissed else TitleWelcomed
    return [event(row.user_id, row.title_id)]
