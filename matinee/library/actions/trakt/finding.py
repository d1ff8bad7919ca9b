"""Finding the titles that Trakt tells of in the catalogue, and fetching those that it lacks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from matinee.catalog.actions import open_title
from matinee.catalog.models import Completeness, Episode, Title, TitleKind
from matinee.core.access import EVERYTHING
from matinee.core.errors import BadInput, NotFound, ServiceError
from matinee.core.settings import current
from matinee.core.sweeps import stopping
from matinee.library.actions.choosing import What, fetch
from matinee.library.actions.trakt.portions import portions
from matinee.library.actions.trakt.sides import joined, second
from matinee.library.actions.watching import FIRST_FILM
from matinee.library.trakt.merging import Base, Key, Version
from matinee.library.trakt.things import Ref, Thing

MOST_FETCHED = 100  # titles and seasons in one sync; the rest has to wait for the next
_AT_ONCE = 500  # in one statement

_Numbers = tuple[int, int, int]  # title, season, episode


@dataclass(slots=True)
class Finder:
    """For one sync. `unknown`: names of what the catalogue does not have; `waiting`: what it was not asked for yet."""

    left: int = field(default_factory=lambda: MOST_FETCHED)
    unknown: set[str] = field(default_factory=set)
    waiting: int = 0
    _known: dict[Ref, int] = field(default_factory=dict)
    _given_up: set[Ref | tuple[int, int]] = field(default_factory=set)

    def side(self, things: Sequence[Thing], agreed: Base) -> dict[Key, Version]:
        """Trakt's side, as far as its titles and episodes are known here; those that were not are fetched.

        What was agreed on is known again by Trakt's numbers: what the catalogue loses meanwhile was not removed there.
        """
        keys = {number: key for key, one in agreed.items() for number in one.ids}
        versions = []
        new = []
        for thing in things:
            key = keys.get(thing.number)
            if key is not None and key[3] in {None, second(thing.at)}:
                versions.append((key, _version(thing)))
            else:
                new.append(thing)
        return joined([*versions, *self._placed(new)])

    def _placed(self, things: Sequence[Thing]) -> Iterator[tuple[Key, Version]]:
        self._find_titles({thing.ref: thing.name for thing in things})
        found = [(self._known[thing.ref], thing) for thing in things if thing.ref in self._known]
        episodes = self._episodes(found)
        for title, thing in found:
            if thing.episode is not None and (title, thing.season, thing.episode) not in episodes:
                self.unknown.add(f"{thing.name} {thing.season}x{thing.episode:02}")
            elif not thing.is_viewing:
                yield (title, None, None, None), _version(thing)
            elif FIRST_FILM <= thing.at <= timezone.now():
                yield (title, thing.season, thing.episode, second(thing.at)), _version(thing)

    # --- titles ---

    def _find_titles(self, names: dict[Ref, str]) -> None:
        new = [ref for ref in names if ref not in self._known]
        self._known |= _stored(new)
        for ref in new:
            if ref in self._known or ref in self._given_up:
                continue
            if (title_id := self._fetched(ref, names[ref])) is not None:
                self._known[ref] = title_id

    def _fetched(self, ref: Ref, name: str) -> int | None:
        address = f"tmdb:{ref.tmdb}" if ref.tmdb else f"imdb:{ref.imdb}"
        if not self._may_fetch():
            return None
        try:
            return open_title(ref.kind, address, EVERYTHING, wait=current().http_timeout).id
        except (NotFound, BadInput):
            self.unknown.add(name)
            self._given_up.add(ref)
        except ServiceError:
            self.waiting += 1
        return None

    def _may_fetch(self) -> bool:
        if self.left <= 0 or stopping():
            self.waiting += 1
            return False
        self.left -= 1
        return True

    # --- episodes ---

    def _episodes(self, found: Iterable[tuple[int, Thing]]) -> set[_Numbers]:
        wanted = {
            (title, thing.season, thing.episode)
            for title, thing in found
            if thing.season is not None and thing.episode is not None
        }
        if not wanted:
            return set()
        known = _known_episodes({title for title, *_ in wanted})
        missing = {(title, season) for title, season, _ in wanted - known} - self._given_up
        if not missing:
            return known
        titles = Title.objects.in_bulk({title for title, _ in missing})
        for title, season in sorted(missing):
            if title in titles:
                self._fetch_season(titles[title], season)
        return _known_episodes({title for title, *_ in wanted})

    def _fetch_season(self, title: Title, season: int) -> None:
        """Of a title that only a list has shown, the seasons themselves are not known yet."""
        if not title.tmdb_id or not self._may_fetch():
            self._given_up.add((title.pk, season))
            return
        wait = current().http_timeout
        try:
            if title.completeness == Completeness.PARTIAL:
                open_title("tv", str(title.pk), EVERYTHING, wait=wait)
            fetch(title, What(season), wait=wait)
        except (NotFound, BadInput):
            self._given_up.add((title.pk, season))
        except ServiceError:
            self.waiting += 1


def _version(thing: Thing) -> Version:
    at = second(thing.at) if thing.is_viewing else thing.at
    return Version(thing.value, at, (thing.number,) if thing.number else ())


def _stored(refs: Sequence[Ref]) -> dict[Ref, int]:
    found: dict[Ref, int] = {}
    rows = Title.objects.filter(is_active=True, is_adult=False).order_by("-id")  # the oldest row is the last word
    for portion in portions(refs, _AT_ONCE):
        numbers, names = {ref.tmdb for ref in portion} - {0}, {ref.imdb for ref in portion} - {""}
        by_imdb = {
            (kind, imdb): pk for kind, imdb, pk in rows.filter(imdb_id__in=names).values_list("kind", "imdb_id", "id")
        }
        by_tmdb = {
            (kind, tmdb): pk for kind, tmdb, pk in rows.filter(tmdb_id__in=numbers).values_list("kind", "tmdb_id", "id")
        }
        for ref in portion:
            pk = by_tmdb.get((ref.kind, ref.tmdb)) or by_imdb.get((ref.kind, ref.imdb))
            if pk is not None:
                found[ref] = pk
    return found


def _known_episodes(titles: Iterable[int]) -> set[_Numbers]:
    found: set[_Numbers] = set()
    for portion in portions(sorted(titles), _AT_ONCE):
        rows = Episode.objects.filter(season__title__in=portion, season__title__kind=TitleKind.TV)
        found.update(rows.values_list("season__title_id", "season__number", "number"))
    return found
