"""What of a row is not taken, although the rest of it is."""

from collections.abc import Collection

from matinee.library.actions.importing.claims import fitted
from matinee.library.models import OF_WHOLES, SAID_HERE, ImportRow
from matinee.library.transfer.formats import Fact, ListHead, Row


def leave(row: ImportRow, said: Row | ListHead, news: Collection[Fact]) -> None:
    """Write down at the row what of it is not among the news. That all of it is there already goes without saying."""
    left = [] if isinstance(said, ListHead) else _left(said, news)
    row.untaken = [(fact, why) for fact, why in left if news or why != SAID_HERE]
    row.in_part = bool(news and left)


def _left(said: Row, news: Collection[Fact]) -> list[tuple[Fact, str]]:
    kept = fitted(said)
    fit = kept.facts if isinstance(kept, Row) else []
    left = [(fact, SAID_HERE if fact in fit else OF_WHOLES) for fact in said.facts if fact not in news]
    return [*left, ("rating", said.unrated)] if said.unrated else left
