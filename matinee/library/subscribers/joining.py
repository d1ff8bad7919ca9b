"""What the catalogue joins."""

from matinee.catalog.events import TitlesJoined
from matinee.core.events import subscribe
from matinee.library import actions


@subscribe("library.joins", TitlesJoined, from_start=False)
def join(event: TitlesJoined) -> None:
    """Two titles were one: what people think and wrote of the one, and the lists it is in, are the other's."""
    actions.join_titles(event.kept, event.gone)
