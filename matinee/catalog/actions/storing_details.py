"""Storing all about one title, season or collection."""

from collections.abc import Iterable
from itertools import islice

from django.utils import timezone

from matinee.catalog import search
from matinee.catalog.actions.storing_people import store_people
from matinee.catalog.actions.storing_titles import key_of, store_title_genres, store_titles
from matinee.catalog.events import CollectionChanged, SeasonChanged, TitlesChanged
from matinee.catalog.models import (
    Collection,
    Completeness,
    Credit,
    Episode,
    Recommendation,
    Season,
    Title,
    TitleFacet,
    TitleTranslation,
)
from matinee.catalog.providers.base import (
    CompleteTitle,
    FoundCollection,
    FoundCredit,
    FoundEpisode,
    FoundSeason,
    FoundTitle,
    FoundTranslation,
)
from matinee.core import events
from matinee.core.deeds import deed

MOST_CREDITS = 200  # a long show has thousands; the page shows the billing's beginning
_CARD = (
    "name", "original_name", "original_language", "overview", "released_on", "year", "rating", "votes", "popularity",
    "is_adult", "poster", "backdrop",
)  # fmt: skip
_DETAIL = (
    "imdb_id", "tvdb_id", "wikidata_id", "tagline", "ended_on", "runtime", "status", "season_count", "episode_count",
    "metadata", "language",
)  # fmt: skip
_EPISODE = ("tmdb_id", "imdb_id", "name", "overview", "aired_on", "runtime", "still", "rating", "votes")


@deed
def store_title(found: CompleteTitle, *, ages: bool = True) -> int:
    """Store all about one title; answers its id. `ages`: it will be asked for again when its time is over."""
    neighbours = [*found.recommended, *found.similar]
    ids = store_titles([found.title, *neighbours], found.language)
    title = Title.objects.get(pk=ids[key_of(found.title)])
    for name in _CARD:
        setattr(title, name, getattr(found.title, name))
    for name in _DETAIL:
        setattr(title, name, getattr(found, name))
    title.collection_id = store_collection(found.collection) if found.collection else None
    title.completeness = Completeness.COMPLETE
    title.fetched_at = timezone.now() if ages else None
    title.is_active = True
    title.save()
    store_title_genres(title.pk, found.title.genres)
    _store_translations(title, found.translations)
    _store_facets(title.pk, found)
    _store_credits(title.pk, found.credits)
    _store_edges(title.pk, found, ids)
    for season in found.seasons:
        store_season(title.pk, season, found.language, ages=ages)
    search.index_titles([title.pk])
    events.append(TitlesChanged((title.pk,)))
    return title.pk


def _store_translations(title: Title, found: Iterable[FoundTranslation]) -> None:
    texts = {one.language: one for one in found}
    TitleTranslation.objects.filter(title=title).exclude(language__in=texts).delete()
    TitleTranslation.objects.bulk_create(
        [
            TitleTranslation(title=title, language=language, name=one.name, overview=one.overview, tagline=one.tagline)
            for language, one in sorted(texts.items())
        ],
        update_conflicts=True,
        unique_fields=["title", "language"],
        update_fields=["name", "overview", "tagline"],
    )


def _store_facets(title_id: int, found: CompleteTitle) -> None:
    TitleFacet.objects.filter(title_id=title_id).delete()
    TitleFacet.objects.bulk_create(
        [
            TitleFacet(title_id=title_id, kind=one.kind, value=one.value, region=one.region)
            for one in dict.fromkeys(found.facets)
        ]
    )


def _store_credits(title_id: int, found: tuple[FoundCredit, ...]) -> None:
    """Replace the title's credits. One person may have several parts, but not the same one twice."""
    parts = {
        (one.person.tmdb_id or one.person.starter_key, one.part.kind, one.part.job, one.part.character): one
        for one in islice(found, MOST_CREDITS)
    }
    people = store_people([one.person for one in parts.values()])
    Credit.objects.filter(title_id=title_id).delete()
    Credit.objects.bulk_create(
        [
            Credit(
                title_id=title_id,
                person_id=people[one.person.tmdb_id or one.person.starter_key or ""],
                kind=one.part.kind,
                character=one.part.character,
                job=one.part.job,
                department=one.part.department,
                episode_count=one.part.episode_count,
                position=position,
            )
            for position, one in enumerate(parts.values())
        ]
    )


def _store_edges(title_id: int, found: CompleteTitle, ids: dict[tuple[str, int | str], int]) -> None:
    origins = ((Recommendation.Origin.RECOMMENDED, found.recommended), (Recommendation.Origin.SIMILAR, found.similar))
    edges = {
        (origin, ids[key_of(one)]): rank
        for origin, titles in origins
        for rank, one in enumerate(titles)
        if key_of(one) in ids and ids[key_of(one)] != title_id
    }
    Recommendation.objects.filter(title_id=title_id).delete()
    Recommendation.objects.bulk_create(
        [
            Recommendation(title_id=title_id, target_id=target, origin=origin, rank=rank)
            for (origin, target), rank in edges.items()
        ]
    )


@deed
def store_season(title_id: int, found: FoundSeason, language: str, *, ages: bool = True) -> int:
    """Store a season's heading, and its episodes where they are known; answers its id.

    In a language other than the show's own the texts become translations.
    """
    own = Title.objects.filter(pk=title_id).values_list("language", flat=True).get() == language
    season, _ = Season.objects.get_or_create(title_id=title_id, number=found.number)
    if own:
        for name in ("tmdb_id", "name", "overview", "aired_on", "poster"):
            setattr(season, name, getattr(found, name))
    else:
        season.translations[language] = {"title": found.name, "overview": found.overview}
    season.episode_count = max(found.episode_count, len(found.episodes or ()))
    if found.episodes is not None:
        _store_episodes(season, found.episodes, language, own=own)
        if own:
            season.completeness = Completeness.COMPLETE
            season.fetched_at = timezone.now() if ages else None
    season.save()
    events.append(SeasonChanged(season.pk))
    return season.pk


def _store_episodes(season: Season, found: tuple[FoundEpisode, ...], language: str, *, own: bool) -> None:
    rows = {row.number: row for row in season.episodes.all()}
    for one in found:
        row = rows.setdefault(one.number, Episode(season=season, number=one.number))
        if own or row.pk is None:
            _fill_episode(row, one)
        if not own:
            row.translations[language] = {"title": one.name, "overview": one.overview}
    wanted = {one.number for one in found}
    if own and (gone := [row.pk for number, row in rows.items() if number not in wanted]):
        Episode.objects.filter(pk__in=gone).delete()
    kept = [rows[number] for number in sorted(wanted)]
    Episode.objects.bulk_create(
        kept,
        update_conflicts=True,
        unique_fields=["season", "number"],
        update_fields=[*_EPISODE, "metadata", "translations"],
    )


def _fill_episode(row: Episode, found: FoundEpisode) -> None:
    for name in _EPISODE:
        setattr(row, name, getattr(found, name))
    row.metadata = {
        "archive": found.archive,
        "guests": [_episode_credit(one) for one in found.guests],
        "crew": [_episode_credit(one) for one in found.crew],
    }


def _episode_credit(found: FoundCredit) -> dict[str, object]:
    """Guests of an episode stay in its row; `person` is TMDB's id, which their page can be opened by."""
    return {
        "person": found.person.tmdb_id,
        "name": found.person.name,
        "profile": found.person.profile,
        "character": found.part.character,
        "job": found.part.job,
        "department": found.part.department,
    }


@deed
def store_collection(found: FoundCollection) -> int:
    """Store a collection's heading, and its parts where they are known; answers its id."""
    key = {"tmdb_id": found.tmdb_id} if found.tmdb_id else {"starter_key": found.starter_key}
    row, _ = Collection.objects.get_or_create(**key, defaults={"name": found.name})
    before = (row.name, row.poster, row.backdrop)
    row.name, row.poster, row.backdrop = found.name, found.poster, found.backdrop
    if found.parts is not None:
        row.overview = found.overview
        row.translations = {one.language: {"title": one.name, "overview": one.overview} for one in found.translations}
        row.completeness, row.fetched_at = Completeness.COMPLETE, timezone.now()
    if found.parts is not None or before != (row.name, row.poster, row.backdrop):
        row.save()
        events.append(CollectionChanged(row.pk))
    return row.pk


@deed
def store_collection_parts(collection_id: int, parts: tuple[FoundTitle, ...], language: str) -> None:
    """Make the stored titles among a collection's parts members of it."""
    ids = store_titles(parts, language).values()
    Title.objects.filter(pk__in=list(ids)).exclude(collection_id=collection_id).update(collection_id=collection_id)
