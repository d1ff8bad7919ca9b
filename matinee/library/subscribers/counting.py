"""What is counted of what people do in the library, and remembered for their own pages.

Many are heard with one call. Those that change what was counted or remembered before are heard between the others.
"""

from collections.abc import Sequence
from itertools import groupby

from matinee.accounts.events import UserLeft
from matinee.catalog.events import TitlesJoined
from matinee.core.events import Heard, subscribe_to_many
from matinee.library import actions
from matinee.library.events import ActivityUndone, EpisodeWatched, FilmWatched, ImportUndone, ViewingRemoved


@subscribe_to_many(
    "statistics", *actions.COUNTED, *actions.SCREENED, UserLeft, TitlesJoined, begin_anew=actions.forget_statistics
)
def count(told: Sequence[Heard]) -> None:
    """Keep what people here think of titles, all together, and what each has watched."""
    for changes_all, some in groupby(told, key=lambda one: isinstance(one.event, UserLeft | TitlesJoined)):
        if changes_all:
            for one in some:
                _count_anew(one)
        else:
            events = [one.event for one in some]
            actions.screen([one for one in events if isinstance(one, FilmWatched | EpisodeWatched | ViewingRemoved)])
            actions.count([one for one in events if isinstance(one, actions.COUNTED)])


def _count_anew(one: Heard) -> None:
    match one.event:
        case UserLeft(user_id=user_id):
            actions.uncount(user_id, one.row.pk)
        case TitlesJoined(kept=kept, gone=gone):
            actions.join_screenings(kept, gone)


_CHANGE_WHAT_IS_REMEMBERED = (ActivityUndone, ImportUndone, TitlesJoined)


@subscribe_to_many("activity", *actions.REMEMBERED, *_CHANGE_WHAT_IS_REMEMBERED, begin_anew=actions.forget_activity)
def remember(told: Sequence[Heard]) -> None:
    """Keep it for the person's own page."""
    for changes_all, some in groupby(told, key=lambda one: isinstance(one.event, _CHANGE_WHAT_IS_REMEMBERED)):
        if changes_all:
            for one in some:
                _remember_anew(one)
        else:
            actions.remember([one.row for one in some])


def _remember_anew(one: Heard) -> None:
    match one.event:
        case ActivityUndone():
            actions.mark_undone(one.event, one.row.created_at)
        case ImportUndone():
            actions.mark_import_undone(one.event, one.row.created_at)
        case TitlesJoined(kept=kept, gone=gone):
            actions.join_activity(kept, gone)
