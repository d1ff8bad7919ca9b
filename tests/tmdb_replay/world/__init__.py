"""A small world to answer from: each server has its own copy, which a test may change."""

from collections import defaultdict
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from itertools import chain

from tests.tmdb_replay.world.films import FILMS
from tests.tmdb_replay.world.people import COLLECTIONS, LIVES
from tests.tmdb_replay.world.shapes import Collection, Episode, Kind, Person, Season, Text, Title, pairs
from tests.tmdb_replay.world.shows import SHOWS

__all__ = ["Change", "Collection", "Episode", "Kind", "Person", "Season", "Text", "Title", "World"]

_FIRST_PERSON, _FIRST_KEYWORD = 70_001, 60_001
_DEPARTMENTS = {
    "Director": "Directing",
    "Writer": "Writing",
    "Creator": "Writing",
    "Director of Photography": "Camera",
}


@dataclass(frozen=True)
class Change:
    """An entry of the changes feed."""

    kind: Kind
    id: int
    day: date


def department(job: str) -> str:
    """The department that a job belongs to."""
    return _DEPARTMENTS.get(job, "Crew")


class World:
    """All titles, people and collections, by id."""

    def __init__(self) -> None:
        self.titles: dict[tuple[Kind, int], Title] = {
            (title.kind, title.id): title for title in deepcopy((*FILMS, *SHOWS))
        }
        self.collections: dict[int, Collection] = {one.id: one for one in deepcopy(COLLECTIONS)}
        self.people = self._everybody()
        self.people_by_name = {person.name: person for person in self.people.values()}
        words = sorted({word for title in self.titles.values() for word in title.keywords})
        self.keywords: dict[int, str] = dict(enumerate(words, start=_FIRST_KEYWORD))
        self.changes: list[Change] = []
        self.claimed_pages: dict[str, int] = {}

    def all(self, kind: Kind) -> list[Title]:
        """The titles of a kind, most popular first."""
        found = (title for (its_kind, _), title in self.titles.items() if its_kind == kind)
        return sorted(found, key=lambda title: (-title.popularity, title.id))

    def keyword_id(self, word: str) -> int:
        return next(number for number, name in self.keywords.items() if name == word)

    def roles_of(self, person: Person) -> list[tuple[Title, str]]:
        """(title, character), best known first."""
        return [(title, role) for title in self._by_fame() for name, role in title.parts() if name == person.name]

    def jobs_of(self, person: Person) -> list[tuple[Title, str]]:
        """(title, job), best known first."""
        return [(title, job) for title in self._by_fame() for name, job in title.jobs() if name == person.name]

    def _by_fame(self) -> list[Title]:
        return sorted(self.titles.values(), key=lambda title: (-title.popularity, title.id))

    def _everybody(self) -> dict[int, Person]:
        """A number for every name in the tables, the same in each run."""
        fame: dict[str, float] = defaultdict(float)
        departments: dict[str, str] = {}
        for title in self._by_fame():
            guests = [pairs(episode.guests) for season in title.seasons for episode in season.episodes]
            for name, _ in chain(title.parts(), *guests):
                fame[name] += title.popularity / 2
                departments[name] = "Acting"
            for name, job in title.jobs():
                fame[name] += title.popularity / 2
                departments.setdefault(name, department(job))
        return {
            number: _person(number, name, departments[name], round(fame[name], 3))
            for number, name in enumerate(sorted(fame), start=_FIRST_PERSON)
        }


def _person(number: int, name: str, their_department: str, popularity: float) -> Person:
    person = Person(id=number, name=name, department=their_department, popularity=popularity)
    if life := LIVES.get(name):
        person.imdb, person.born, person.died, person.birthplace = life.imdb, life.born, life.died, life.birthplace
        person.biographies, person.aliases = dict(life.biographies), life.aliases
    return person
