"""Watching things of many titles at once, and taking that back, in as many statements as for one."""

from collections.abc import Collection, Container, Mapping, Sequence
from uuid import UUID

from matinee.catalog.models import Title
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.storing import add_all
from matinee.library.actions.standings import count_all, earned, keep_all, lock_all
from matinee.library.actions.watching import removed, told
from matinee.library.models import FOLLOWED, Progress, Standing, Status, Viewing


@deed
def add_to_history(user_id: UUID, viewings: Sequence[Viewing]) -> Mapping[int, Status]:
    """Store viewings of which none is there yet, and move the standings along; the statuses before, by title."""
    rows = lock_all(user_id, {one.title_id for one in viewings})
    add_all(viewings)
    for one in viewings:
        events.append(told(one))
    _end_progress(user_id, viewings)
    return _count(user_id, rows, moved=Status)


@deed
def take_from_history(user_id: UUID, ids: Collection[int]) -> set[int]:
    """Take these back, as far as they are there and theirs; the ids of those that were."""
    mine = Viewing.objects.filter(user=user_id, pk__in=ids)
    rows = lock_all(user_id, set(mine.values_list("title_id", flat=True)))
    gone = list(mine.order_by("id"))
    Viewing.objects.filter(pk__in=[one.pk for one in gone]).delete()
    for one in gone:
        events.append(removed(one))
    _count(user_id, rows, moved=FOLLOWED)
    return {one.pk for one in gone}


def _count(user_id: UUID, rows: Mapping[int, Standing], *, moved: Container[Status]) -> Mapping[int, Status]:
    """Count anew; who has one of the `moved` statuses gets the one that their viewings earn."""
    before = {title_id: Status(row.status) for title_id, row in rows.items()}
    complete = count_all(user_id, rows, kinds(rows))
    for title_id, row in rows.items():
        if before[title_id] in moved:
            row.status = earned(row, complete=complete[title_id])
    keep_all(rows, before)
    return before


def kinds(title_ids: Collection[int]) -> dict[int, str]:
    """Films or shows."""
    return dict(Title.objects.filter(pk__in=title_ids).values_list("pk", "kind"))


def _end_progress(user_id: UUID, viewings: Sequence[Viewing]) -> None:
    seen = {(one.title_id, one.season, one.episode) for one in viewings}
    begun = Progress.objects.filter(user=user_id, title__in={one.title_id for one in viewings})
    numbers = begun.values_list("pk", "title_id", "season", "episode")
    if ended := [pk for pk, *thing in numbers if tuple(thing) in seen]:
        Progress.objects.filter(pk__in=ended).delete()
