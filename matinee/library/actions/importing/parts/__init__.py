"""What a claim may be about, one module per thing, in the order in which they are applied.

Each has the three functions of `Part`. None of them replaces what somebody has said here: a file only adds.
"""

from collections.abc import Sequence
from typing import Protocol

from matinee.library.actions.importing.claims import Claim, Context, Made
from matinee.library.actions.importing.parts import opinions, progress, reviews, statuses, viewings, watchlists
from matinee.library.transfer.formats import Fact


class Part(Protocol):
    """Claims are by number; each function has as many statements for one as for hundreds."""

    def lacking(self, context: Context, claims: Sequence[Claim]) -> dict[int, set[Fact]]:
        """What they would add, for those that would add something; of the heading of a list it has no name."""

    def add(self, context: Context, claims: Sequence[Claim]) -> dict[int, Made]:
        """Part of a deed: add it; what that has made, for those which have made something."""

    def take_back(self, context: Context, claims: Sequence[Claim]) -> dict[int, str]:
        """Part of a deed: take back what `made` says, and say in a sentence what was changed since, and so stays."""


PARTS: tuple[Part, ...] = (opinions, viewings, statuses, progress, watchlists, reviews)


def news_of(context: Context, claims: Sequence[Claim]) -> dict[int, set[Fact]]:
    """What claims would add in all, by their numbers; without those that would add nothing."""
    found: dict[int, set[Fact]] = {}
    for part in PARTS:
        for number, facts in part.lacking(context, claims).items():
            found.setdefault(number, set()).update(facts)
    return found
