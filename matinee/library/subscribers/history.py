"""What of the catalogue changes where people stand with a title."""

from matinee.catalog.events import SeasonChanged, TitlesJoined
from matinee.core.events import Event, subscribe
from matinee.library import actions


@subscribe("library.history", SeasonChanged, TitlesJoined, from_start=False)
def keep_up(event: Event) -> None:
    """Episodes came or went, or two titles were one."""
    match event:
        case SeasonChanged():
            actions.recount_season(event.season_id)
        case TitlesJoined():
            actions.move_history(event.gone, event.kept)
