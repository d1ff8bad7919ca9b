"""Storing all about one title, season or collection."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count

from django.utils import timezone

from matinee.catalog import pictures, search
from matinee.catalog.actions.depicting import note_pictures
from matinee.catalog.actions.joining import forget_strangers, join_people, join_titles
from matinee.catalog.actions.storing_people import person_key, store_people
from matinee.catalog.actions.storing_titles import TitleKey, key_of, set_genres, store_titles
from matinee.catalog.age_ratings import minimum_age
from matinee.catalog.events import AgesChanged, CollectionChanged, SeasonChanged, TitlesChanged
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
)
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.errors import NotFound
from matinee.core.settings import current

MOST_CREDITS = 200  # a long show has thousands; the page shows the billing's beginning
_CARD = (
    "name", "original_name", "original_language", "overview", "released_on", "year", "rating", "votes", "popularity",
    "is_adult", "poster", "backdrop",
)  # fmt: skip
_DETAIL = (
    "imdb_id", "tvdb_id", "wikidata_id", "tagline", "ended_on", "runtime", "status", "season_count", "episode_count",
    "metadata", "language",
)  # fmt: skip
_COLUMNS = [*_CARD, *_DETAIL, "minimum_age", "collection", "completeness", "fetched_at", "is_active"]
_OURS = ("archive", "licence")  # only the starter knows them, and joining the provider's title must not lose them
_EPISODE = ("tmdb_id", "imdb_id", "name", "overview", "aired_on", "runtime", "still", "rating", "votes")


def store_title(found: CompleteTitle) -> int:
    """Store all about one title; answers its id. Raises NotFound for what only adults may see: it is not kept."""
    if found.title.is_adult:
        raise NotFound("this is for adults only, and not shown here")
    return store_complete([found])[0]


@deed
def store_complete(found: Sequence[CompleteTitle], *, ages: bool = True) -> list[int]:
    """Store all about some titles; answers their ids. The number of statements grows only with seasons.

    `ages`: they will be asked for again when their time is over.
    """
    join_titles(found)
    cards = [card for one in found for card in (one.title, *one.recommended, *one.similar)]
    ids = store_titles(cards, found[0].language)
    by_id = {ids[key_of(one.title)]: one for one in found if key_of(one.title) in ids}
    collections = _store_collections(by_id)
    rows = Title.objects.in_bulk(by_id)
    ages_before = {pk: row.minimum_age for pk, row in rows.items()}
    for pk, row in rows.items():
        _fill_title(row, by_id[pk], collections.get(pk), ages=ages)
    # All of them are there: an insert that always conflicts is an update of many rows, at a fraction of bulk_update.
    Title.objects.bulk_create(rows.values(), update_conflicts=True, unique_fields=["id"], update_fields=_COLUMNS)
    set_genres({pk: one.title.genres for pk, one in by_id.items()})
    _store_translations(by_id)
    _store_facets(by_id)
    starters = join_people(by_id)
    _store_credits(by_id)
    forget_strangers(starters)
    _store_edges(by_id, ids)
    _note_pictures(rows, by_id)
    for pk, one in by_id.items():
        for season in one.seasons:
            store_season(pk, season, one.language, ages=ages)
    search.index_titles(sorted(by_id))
    search.index_collections(set(collections.values()))
    events.append(TitlesChanged(tuple(sorted(by_id))))
    if changed := sorted(pk for pk, row in rows.items() if row.minimum_age != ages_before[pk]):
        events.append(AgesChanged(tuple(changed)))
    return list(by_id)


def _store_collections(found: dict[int, CompleteTitle]) -> dict[int, int]:
    return {pk: store_collection(one.collection) for pk, one in found.items() if one.collection}


def _fill_title(row: Title, found: CompleteTitle, collection_id: int | None, *, ages: bool) -> None:
    kept = {name: row.metadata[name] for name in _OURS if name in row.metadata}
    for name in _CARD:
        setattr(row, name, getattr(found.title, name))
    for name in _DETAIL:
        setattr(row, name, getattr(found, name))
    row.metadata = kept | found.metadata
    row.collection_id = collection_id
    rated = minimum_age(row.metadata.get("releases", []), current().region, is_adult=row.is_adult)
    # A source that knows no rating takes away none that another knew: the starter's title may be TMDB's by now.
    row.minimum_age = next((age for age in (rated, found.minimum_age) if age is not None), row.minimum_age)
    row.completeness = Completeness.COMPLETE
    row.fetched_at = timezone.now() if ages else None
    row.is_active = True


def _store_translations(found: dict[int, CompleteTitle]) -> None:
    wanted = {(pk, text.language): text for pk, one in found.items() for text in one.translations}
    gone = TitleTranslation.objects.filter(title_id__in=found).values_list("pk", "title_id", "language")
    TitleTranslation.objects.filter(pk__in=[pk for pk, *place in gone if tuple(place) not in wanted]).delete()
    TitleTranslation.objects.bulk_create(
        [
            TitleTranslation(title_id=pk, language=language, name=one.name, overview=one.overview, tagline=one.tagline)
            for (pk, language), one in sorted(wanted.items())
        ],
        update_conflicts=True,
        unique_fields=["title", "language"],
        update_fields=["name", "overview", "tagline"],
    )


def _store_facets(found: dict[int, CompleteTitle]) -> None:
    TitleFacet.objects.filter(title_id__in=found).delete()
    TitleFacet.objects.bulk_create(
        [
            TitleFacet(title_id=pk, kind=facet.kind, value=facet.value, region=facet.region)
            for pk, one in found.items()
            for facet in dict.fromkeys(one.facets)
        ]
    )


def _store_credits(found: dict[int, CompleteTitle]) -> None:
    """Replace the titles' credits. One person may have several parts in a title, but not the same one twice."""
    parts = {
        (pk, person_key(credit.person), credit.part.kind, credit.part.job, credit.part.character): credit
        for pk, one in found.items()
        for credit in one.credits[:MOST_CREDITS]
    }
    people = store_people([credit.person for credit in parts.values()])
    places: defaultdict[int, Iterator[int]] = defaultdict(count)  # in each title's own billing
    Credit.objects.filter(title_id__in=found).delete()
    Credit.objects.bulk_create(
        [
            Credit(
                title_id=pk,
                person_id=people[key],
                kind=credit.part.kind,
                character=credit.part.character,
                job=credit.part.job,
                department=credit.part.department,
                episode_count=credit.part.episode_count,
                position=next(places[pk]),
            )
            for (pk, key, *_), credit in parts.items()
        ]
    )


def _store_edges(found: dict[int, CompleteTitle], ids: dict[TitleKey, int]) -> None:
    edges: dict[tuple[int, str, int], int] = {}
    for pk, one in found.items():
        for origin, titles in (
            (Recommendation.Origin.RECOMMENDED, one.recommended),
            (Recommendation.Origin.SIMILAR, one.similar),
        ):
            targets = (ids[key_of(title)] for title in titles if key_of(title) in ids)
            edges |= {(pk, origin, target): rank for rank, target in enumerate(targets) if target != pk}
    Recommendation.objects.filter(title_id__in=found).delete()
    Recommendation.objects.bulk_create(
        [
            Recommendation(title_id=pk, target_id=target, origin=origin, rank=rank)
            for (pk, origin, target), rank in edges.items()
        ]
    )


def _note_pictures(rows: dict[int, Title], found: dict[int, CompleteTitle]) -> None:
    """Those of their pages and of their collections; and the logos of services, which show no title."""
    names: dict[int | None, set[str]] = {None: set()}
    for pk, row in rows.items():
        names[pk] = {row.poster, row.backdrop} | pictures.of_gallery(row.metadata)
        if collection := found[pk].collection:
            names[pk] |= {collection.poster, collection.backdrop}
        names[None] |= pictures.of_services(row.metadata)
    note_pictures(names)


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
    elif ages and season.fetched_at is None:
        season.completeness = Completeness.PARTIAL  # its episodes are the starter's, and the provider has its own
    season.save()
    _note_season_pictures(title_id, found)
    events.append(SeasonChanged(season.pk))
    return season.pk


def _note_season_pictures(title_id: int, found: FoundSeason) -> None:
    episodes = found.episodes or ()
    guests = {member.person.profile for one in episodes for member in (*one.guests, *one.crew)}
    note_pictures({title_id: {found.poster, *(one.still for one in episodes)}, None: guests})


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
        "archive": found.archive or row.metadata.get("archive"),
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
    search.index_collections([collection_id])
    shown = Collection.objects.filter(pk=collection_id).values_list("poster", "backdrop").get()
    note_pictures(dict.fromkeys(ids, shown))
