"""Saying what of a title was watched: the film, an episode, a season, all up to an episode, the whole show."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from matinee.catalog.actions import open_season
from matinee.catalog.models import Completeness, Episode, Season, Title, TitleKind
from matinee.core.access import EVERYTHING
from matinee.core.errors import BadInput, NotFound, ServiceDown
from matinee.core.language import Locale
from matinee.core.settings import current
from matinee.library.models import SPECIALS
from matinee.library.queries.runs import has_aired

Thing = tuple[int | None, int | None]
"""Numbers of a season and an episode; twice None is a film."""


@dataclass(frozen=True, slots=True)
class What:
    """Of a film: nothing is to be said. Of a show: an episode, a season, or all of it; `up_to`: with all before it.

    Of a season and of a show, what has aired; the specials (season 0) only when they are named.
    """

    season: int | None = None
    episode: int | None = None
    up_to: bool = False

    def check(self, title: Title) -> None:
        """Raises BadInput when it makes no sense of this title."""
        if title.kind == TitleKind.MOVIE and (self.season, self.episode, self.up_to) != (None, None, False):
            raise BadInput.at("season", "is for shows, and this is a film")
        if self.episode is not None and self.season is None:
            raise BadInput.at("season", "is needed to tell which episode is meant")
        if self.up_to and not self.season:
            raise BadInput.at("upTo", "needs a season from 1 on; the specials have no place in the order")

    def covers(self, season: int) -> bool:
        """Whether episodes of that season may belong to it."""
        if self.season is None:
            return season != SPECIALS
        return season == self.season or (self.up_to and SPECIALS < season < self.season)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A film, or an episode of a show; `minutes` are None when nobody knows."""

    numbers: Thing
    minutes: int | None


def fetch(title: Title, what: What, *, wait: float | None = None) -> None:
    """See to it that the episodes are known. `wait`: seconds for a season; a visitor's patience unless given.

    Raises BadInput, NotFound, ServiceError.
    """
    what.check(title)
    if title.kind == TitleKind.MOVIE:
        return
    seasons = dict(Season.objects.filter(title=title).values_list("number", "completeness"))
    if what.season is not None and what.season not in seasons:
        raise NotFound(f"{title.name} has no season {what.season}")
    if not title.tmdb_id:
        return
    locale = Locale(title.language, current().region)
    for number, completeness in sorted(seasons.items()):
        if completeness == Completeness.COMPLETE or not what.covers(number):
            continue
        season = open_season(str(title.pk), number, locale, EVERYTHING, wait=wait).row
        if season.completeness == Completeness.PARTIAL and season.episode_count:
            raise ServiceDown("tmdb", f"The episodes of season {number} are not known yet. Please try again later")


def choose(title: Title, what: What) -> list[Chosen]:
    """What that is, in order. Raises NotFound for an episode that there is not, BadInput where nothing has aired."""
    if title.kind == TitleKind.MOVIE:
        return [Chosen((None, None), title.runtime)]
    of_season, aired = Q(season__number=what.season), has_aired(timezone.localdate())
    if what.season is None:
        wanted = Q(season__number__gt=SPECIALS) & aired
    elif what.episode is None:
        earlier = Q(season__number__gt=SPECIALS, season__number__lt=what.season) if what.up_to else Q()
        wanted = ((of_season | earlier) if what.up_to else of_season) & aired
    else:
        wanted = this = of_season & Q(number=what.episode)
        if what.up_to:
            before = Q(season__number__lt=what.season) | of_season & Q(number__lt=what.episode)
            wanted = this | before & aired & Q(season__number__gt=SPECIALS)
    found = _read(title, wanted)
    if what.episode is not None and (what.season, what.episode) not in {one.numbers for one in found}:
        raise _no_such(title, what.season, what.episode)
    if not found:
        raise BadInput.at("season", "none of these episodes has aired yet; name one to mark it all the same")
    return found


def lookup(title: Title, things: Collection[Thing]) -> dict[Thing, Chosen]:
    """Each of these. Raises NotFound when one of them is not there, or is none of this title."""
    film = Chosen((None, None), title.runtime)
    known = {film.numbers: film} if title.kind == TitleKind.MOVIE else {}
    if title.kind == TitleKind.TV:
        seasons = {season for season, _ in things if season is not None}
        known = {one.numbers: one for one in _read(title, Q(season__number__in=seasons))}
    for season, episode in things:
        if (season, episode) not in known:
            raise _no_such(title, season, episode)
    return known


def _read(title: Title, wanted: Q) -> list[Chosen]:
    rows = Episode.objects.filter(wanted, season__title=title).order_by("season__number", "number")
    fields = rows.values_list("season__number", "number", "runtime")
    return [Chosen((season, number), runtime or title.runtime) for season, number, runtime in fields]


def _no_such(title: Title, season: int | None, episode: int | None) -> NotFound:
    if season is None or episode is None:
        return NotFound(f"{title.name} is a show: say which episode")
    if title.kind == TitleKind.MOVIE:
        return NotFound(f"{title.name} is a film and has no episodes")
    return NotFound(f"{title.name} has no episode {season}x{episode:02}")
