"""What the catalogue announces. Every event carries ids only, and names the cached answers that it makes stale."""

from dataclasses import dataclass

from matinee.core.events import Event

PROVIDER = "provider"
"""The tag of what would be another answer with, or without, a provider to ask."""


@dataclass(frozen=True)
class TitlesChanged(Event):
    """What pages show of these titles is different now."""

    title_ids: tuple[int, ...]

    def tags(self) -> tuple[str, ...]:
        """Their own pages; lists that show them live on until their own time ends."""
        return tuple(f"title:{title_id}" for title_id in self.title_ids)


@dataclass(frozen=True)
class AgesChanged(Event):
    """These titles are for people of another age than was known."""

    title_ids: tuple[int, ...]

    def tags(self) -> tuple[str, ...]:
        """Everything that was chosen for viewers with an age cap: a list must not show for minutes what it may not."""
        return ("ages",)


@dataclass(frozen=True)
class TitlesJoined(Event):
    """Two rows were one title: `gone` is hidden, and what points to it belongs to `kept` now."""

    kept: int
    gone: int

    def tags(self) -> tuple[str, ...]:
        """Both titles' pages."""
        return (f"title:{self.kept}", f"title:{self.gone}")


@dataclass(frozen=True)
class SeasonChanged(Event):
    """A season or its episodes are different now."""

    season_id: int

    def tags(self) -> tuple[str, ...]:
        """The season's page and its episodes'."""
        return (f"season:{self.season_id}",)


@dataclass(frozen=True)
class PersonChanged(Event):
    """What a person's page shows is different now."""

    person_id: int

    def tags(self) -> tuple[str, ...]:
        """The person's page."""
        return (f"person:{self.person_id}",)


@dataclass(frozen=True)
class CollectionChanged(Event):
    """What a collection's page shows is different now."""

    collection_id: int

    def tags(self) -> tuple[str, ...]:
        """The collection's page."""
        return (f"collection:{self.collection_id}",)


@dataclass(frozen=True)
class ListChanged(Event):
    """A list has other entries, or entries in another language."""

    slug: str

    def tags(self) -> tuple[str, ...]:
        """The list's page, and the page of all lists."""
        return (f"list:{self.slug}", "lists")


@dataclass(frozen=True)
class GenresChanged(Event):
    """Genres came or got names in another language."""

    def tags(self) -> tuple[str, ...]:
        """Only the page of genres: titles carry slugs."""
        return ("genres",)


@dataclass(frozen=True)
class ProviderChanged(Event):
    """Another provider can be asked now, or another key opens it, or there is none any more."""

    def tags(self) -> tuple[str, ...]:
        """Every page of the catalogue, and what is told about this installation's connections."""
        return (PROVIDER, "about")
