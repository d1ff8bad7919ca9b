"""The starter catalogue as a provider: everything at once for seeding, and the named lists it can honestly keep."""

import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache

from django.utils import timezone

from matinee.catalog.metadata import TitleMetadata
from matinee.catalog.providers.base import (
    CompleteTitle,
    FoundCollection,
    FoundCredit,
    FoundEpisode,
    FoundFacet,
    FoundPage,
    FoundPart,
    FoundPerson,
    FoundSeason,
    FoundTitle,
    FoundTranslation,
)
from matinee.catalog.providers.starter.records import SeasonRecord, TitleRecord, title_records
from matinee.core.language import Locale

LANGUAGE = "en"
PER_PAGE = 20
_NEIGHBOURS = 12
_CLOSE = 3.0
_PICKS = 20


class StarterProvider:
    """Ships with the program. It has no votes and nothing new, so the lists that need those are empty."""

    def titles(self) -> Iterator[CompleteTitle]:
        """All titles, best known first."""
        return map(complete, title_records())

    def list_page(self, slug: str, page: int, locale: Locale, *, wait: float) -> FoundPage:
        """Popular: by how well known a title is. Trending: picks that change with the day or the week."""
        noun, _, name = slug.partition("-")
        kind = "movie" if noun == "movies" else "tv"
        records = [record for record in title_records() if record.kind == kind]
        match name:
            case "popular":
                chosen = records
            case "trending-day":
                chosen = _picks(records, timezone.localdate().isoformat())
            case "trending-week":
                chosen = _picks(records, "{0.year}-{0.week}".format(timezone.localdate().isocalendar()))
            case _:
                chosen = []
        start = (page - 1) * PER_PAGE
        items = tuple(_found(record) for record in chosen[start : start + PER_PAGE])
        return FoundPage(items, pages=-(-len(chosen) // PER_PAGE), total=len(chosen))


def _picks(records: list[TitleRecord], seed: str) -> list[TitleRecord]:
    """The same picks all day (or week) long, the better known more often."""
    chance = random.Random(seed)  # noqa: S311 - a rotation, not a secret
    weighted = sorted(records, key=lambda record: chance.random() ** (100 / record.known), reverse=True)
    return weighted[:_PICKS]


def _found(record: TitleRecord) -> FoundTitle:
    return FoundTitle(
        kind=record.kind,
        starter_key=record.key,
        name=record.title,
        original_name=record.original_title,
        original_language=record.original_language,
        overview=record.overview,
        released_on=record.released,
        year=record.year,
        popularity=float(record.known),
        genres=record.genres,
    )


def complete(record: TitleRecord) -> CompleteTitle:
    """All about one record's title, with its neighbours among the records that ship."""
    return CompleteTitle(
        title=_found(record),
        language=LANGUAGE,
        imdb_id=record.imdb,
        minimum_age=record.age,
        tagline=record.tagline,
        ended_on=_last_aired(record),
        runtime=record.runtime,
        status="Ended" if record.kind == "tv" else "Released",
        season_count=len([season for season in record.seasons if season.number]) or None,
        episode_count=sum(len(season.episodes) for season in record.seasons) or None,
        collection=_collection(record),
        seasons=tuple(_season(season) for season in record.seasons),
        credits=tuple(_credits(record)),
        translations=tuple(
            FoundTranslation(language=language, name=texts.title, overview=texts.overview)
            for language, texts in record.translations.items()
        ),
        similar=tuple(_found(other) for other in _neighbours(record)),
        facets=tuple(FoundFacet("keyword", keyword.lower()) for keyword in record.keywords),
        metadata=dict(_metadata(record)),  # type: ignore[arg-type]
    )


def _metadata(record: TitleRecord) -> TitleMetadata:
    metadata = TitleMetadata(
        countries=list(record.countries),
        languages=list(record.languages),
        keywords=list(record.keywords),
        licence=record.licence,
    )
    if record.archive:
        metadata["archive"] = record.archive
    return metadata


def _last_aired(record: TitleRecord) -> date | None:
    aired = [episode.aired for season in record.seasons for episode in season.episodes if episode.aired]
    return max(aired, default=None)


def _collection(record: TitleRecord) -> FoundCollection | None:
    if not record.collection:
        return None
    return FoundCollection(starter_key=slug(record.collection), name=record.collection)


def _season(record: SeasonRecord) -> FoundSeason:
    episodes = tuple(
        FoundEpisode(
            number=episode.number,
            imdb_id=episode.imdb,
            name=episode.title,
            overview=episode.overview,
            aired_on=episode.aired,
            runtime=episode.runtime,
            archive=episode.archive,
        )
        for episode in record.episodes
    )
    aired = min((episode.aired_on for episode in episodes if episode.aired_on), default=None)
    return FoundSeason(number=record.number, name=record.name, aired_on=aired, episodes=episodes)


def _credits(record: TitleRecord) -> Iterator[FoundCredit]:
    for part in record.cast:
        yield FoundCredit(
            _person(part.name, "Acting"), FoundPart(kind="cast", character=part.character, department="Acting")
        )
    for job, department, names in (
        ("Creator", "Writing", record.creators),
        ("Director", "Directing", record.directors),
        ("Writer", "Writing", record.writers),
    ):
        for name in names:
            yield FoundCredit(_person(name, department), FoundPart(kind="crew", job=job, department=department))


def _person(name: str, department: str) -> FoundPerson:
    best_known = _best_known().get(name)
    return FoundPerson(
        starter_key=slug(name),
        name=name,
        department=best_known[0] if best_known else department,
        popularity=float(best_known[1] if best_known else 0),
    )


@cache
def _best_known() -> dict[str, tuple[str, int]]:
    """Each person's department and fame, by the best known title that has them."""
    found: dict[str, tuple[str, int]] = {}
    for record in title_records():
        for department, names in (
            ("Directing", record.directors),
            ("Acting", [part.name for part in record.cast]),
            ("Writing", [*record.creators, *record.writers]),
        ):
            for name in names:
                found.setdefault(name, (department, record.known))
    return found


def _neighbours(record: TitleRecord) -> list[TitleRecord]:
    """Other titles by shared makers, players, themes and time, closest first."""
    closeness: dict[str, float] = defaultdict(float)
    for trait, weight in _traits(record):
        for key in _having().get(trait, ()):
            closeness[key] += weight
    closeness.pop(record.key, None)
    by_key = _by_key()
    near = [key for key, score in closeness.items() if score >= _CLOSE]
    near.sort(key=lambda key: (-closeness[key] - by_key[key].known / 100, key))
    return [by_key[key] for key in near[:_NEIGHBOURS]]


def _traits(record: TitleRecord) -> Iterator[tuple[tuple[str, object], float]]:
    """What two titles may share, and how near it brings them."""
    for names, what, weight in (
        ({*record.directors, *record.creators}, "maker", 5.0),
        ({part.name for part in record.cast}, "player", 3.0),
        (set(record.keywords), "keyword", 2.0),
        (set(record.genres), "genre", 1.0),
        ({record.collection} - {None}, "collection", 4.0),
        ({record.form}, "form", 1.0),
        ({record.year // 5}, "time", 1.0),
    ):
        for name in names:
            yield (what, name), weight


@cache
def _having() -> dict[tuple[str, object], list[str]]:
    """The keys of the titles that have a trait."""
    found: dict[tuple[str, object], list[str]] = defaultdict(list)
    for record in title_records():
        for trait, _ in _traits(record):
            found[trait].append(record.key)
    return found


@cache
def _by_key() -> dict[str, TitleRecord]:
    return {record.key: record for record in title_records()}


def slug(name: str) -> str:
    """ "Georges Méliès" becomes "georges-melies"; a name without Latin letters stays as it is."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or name
