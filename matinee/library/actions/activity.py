"""What somebody did in the library, remembered for a page of their own, and undone while it is fresh."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from matinee.accounts.models import User
from matinee.catalog.models import Title
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.errors import Conflict, NotFound
from matinee.core.events import Event, decode
from matinee.core.models import Event as Stored
from matinee.library.actions.undoing import UNDOABLE_EVENTS, take_back
from matinee.library.events import ActivityUndone, ImportApplied, ImportUndone, WatchlistJoined, is_of_import
from matinee.library.models import UNDOABLE, Activity

REMEMBERED: tuple[type[Event], ...] = (*UNDOABLE_EVENTS, WatchlistJoined, ImportApplied)
_UNDOABLE_NAMES = {kind.__name__ for kind in UNDOABLE_EVENTS}


def remember(rows: Sequence[Stored]) -> None:
    """Put them on their people's pages; nothing for people and titles that are gone.

    All that an import does is one thing, which says how many rows it has brought by now.
    """
    imported = {row.body["import_id"]: row for row in rows if row.name == ImportApplied.__name__ and row.body["rows"]}
    _of_imports().filter(details__import_id__in=list(imported)).delete()
    alone = [row for row in rows if row.name != ImportApplied.__name__ and not is_of_import(row.correlation_id)]
    done = [_done(row) for row in [*alone, *imported.values()]]
    people = set(User.objects.filter(pk__in={one.user_id for one in done}).values_list("pk", flat=True))
    about = {one.title_id for one in done if one.title_id is not None}
    titles = {None, *Title.objects.filter(pk__in=about).values_list("pk", flat=True)}
    Activity.objects.bulk_create(one for one in done if one.user_id in people and one.title_id in titles)


def _done(row: Stored) -> Activity:
    details = _told(row.body)
    return Activity(
        event_id=row.pk,
        user_id=UUID(details.pop("user_id")),
        title_id=details.pop("title_id", None),
        what=row.name,
        details=details,
        undoable=row.name in _UNDOABLE_NAMES,
        at=row.created_at,
    )


def _told(body: dict[str, Any]) -> dict[str, Any]:
    """What a page shows of it: not the order of a whole list, nor whether there is such a person as was invited."""
    return {name: value for name, value in body.items() if name != "member_id" and not isinstance(value, list)}


def mark_import_undone(event: ImportUndone, at: datetime) -> None:
    """What it had brought is gone again."""
    _of_imports().filter(user=event.user_id, details__import_id=event.import_id).update(undone_at=at)


def _of_imports() -> QuerySet[Activity]:
    return Activity.objects.filter(what=ImportApplied.__name__)


def mark_undone(event: ActivityUndone, at: datetime) -> None:
    """They took it back then."""
    Activity.objects.filter(user=event.user_id, pk=event.event_id).update(undone_at=at)


def join_activity(kept: int, gone: int) -> None:
    """Two titles were one: what was done with the one was done with the other."""
    Activity.objects.filter(title=gone).update(title=kept)


def forget_activity() -> None:
    """Before everything is heard again."""
    Activity.objects.all().delete()


@deed
def undo(user_id: UUID, event_id: int) -> None:
    """Make it as it was before, once. Raises NotFound, and Conflict for what is too old or is not as it was left."""
    done = Activity.objects.select_for_update().filter(user=user_id, pk=event_id).first()
    if done is None:
        raise NotFound("You have done no such thing")
    if _is_undone(event_id):
        raise Conflict("You have undone it already")
    if done.at < timezone.now() - UNDOABLE:
        raise Conflict("Only what you did within the last hour can be undone")
    take_back(decode(Stored.objects.get(pk=event_id)))
    events.append(ActivityUndone(user_id, event_id))


def _is_undone(event_id: int) -> bool:
    """Asked of the events: the page hears of them a moment later."""
    undone = Stored.objects.filter(name=ActivityUndone.__name__, pk__gt=event_id)
    return undone.filter(body__event_id=event_id).exists()
