"""Asking the full-text index, in either database. Answers are keys of documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from matinee.catalog.search.documents import Kind


@dataclass(frozen=True, slots=True)
class Term:
    """A token, or all tokens that begin so. Only letters, digits and our own marks: nothing has to be escaped."""

    text: str
    is_beginning: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """Documents of a kind that have, of every group, any term; at most `limit`, the best known."""

    kind: Kind
    groups: tuple[tuple[Term, ...], ...]
    limit: int

    @property
    def has_beginning(self) -> bool:
        """Whether any token is only begun."""
        return any(term.is_beginning for group in self.groups for term in group)


class Index(Protocol):
    """What the two databases do differently."""

    def ask(self, wanted: Sequence[Wanted]) -> list[list[int]]:
        """For each of `wanted` the keys found, ascending."""

    def tidy(self) -> None:
        """After a great change: make reading as fast as it can be."""
