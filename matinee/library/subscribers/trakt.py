"""What is to reach Trakt."""

from collections.abc import Sequence

from matinee.core.events import Heard, subscribe_to_many
from matinee.library import actions


@subscribe_to_many("library.trakt", *actions.TRAKT_HEARD, from_start=False)
def hear(told: Sequence[Heard]) -> None:
    """Somebody whose account is linked changed something here. The sweep sends it: nobody waits for Trakt."""
    actions.hear_for_trakt(told)
