"""From TMDB's shapes to ours."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import cast

from matinee.catalog.metadata import (
    StoredPicture,
    StoredRelease,
    StoredVideo,
    StoredWatch,
    TitleMetadata,
)
from matinee.catalog.providers.base import (
    CompletePerson,
    CompleteTitle,
    FoundCollection,
    FoundCredit,
    FoundEpisode,
    FoundFacet,
    FoundPart,
    FoundPerson,
    FoundSeason,
    FoundTitle,
    FoundTranslation,
    Json,
    Kind,
)
from matinee.catalog.providers.tmdb import shapes

MOST_PICTURES = 40  # popular films have hundreds
_RELEASE_TYPES = {1: "premiere", 2: "limited", 3: "cinema", 4: "digital", 5: "physical", 6: "television"}
_OWN_REGIONS = {"en": "US", "zh": "CN", "pt": "PT", "ja": "JP", "ko": "KR", "sv": "SE", "da": "DK", "cs": "CZ"}
_WATCH_WAYS = {"flatrate": "stream", "free": "free", "ads": "ads", "rent": "rent", "buy": "buy"}


def image_name(path: str | None) -> str:
    """TMDB's "/abc.jpg" as an image name of ours; "" for none. TMDB's vector logos are also kept as PNG."""
    return f"tmdb-{path.removeprefix('/').replace('.svg', '.png')}" if path else ""


def title(item: shapes.Item, kind: Kind) -> FoundTitle:
    """A list's item."""
    released = item.release_date if kind == "movie" else item.first_air_date
    name = (item.title or item.name) if kind == "movie" else (item.name or item.title)
    original = (
        (item.original_title or item.original_name) if kind == "movie" else (item.original_name or item.original_title)
    )
    return FoundTitle(
        kind=kind,
        tmdb_id=item.id,
        name=(name or original or f"TMDB {item.id}")[:500],
        original_name=(original or name)[:500],
        original_language=item.original_language[:8],
        overview=item.overview,
        released_on=released,
        year=released.year if released else None,
        rating=item.vote_average if item.vote_count and item.vote_average else None,
        votes=item.vote_count,
        popularity=item.popularity,
        is_adult=item.adult,
        poster=image_name(item.poster_path),
        backdrop=image_name(item.backdrop_path),
        genres=tuple(dict.fromkeys(item.genre_ids)),
    )


def titles(items: Iterable[shapes.Item], kind: Kind) -> tuple[FoundTitle, ...]:
    """A list's items."""
    return tuple(title(item, _kind(item) or kind) for item in items)


def _kind(item: shapes.Item) -> Kind | None:
    """`media_type` appears only in multi, trending and combined answers."""
    return cast("Kind", item.media_type) if item.media_type in {"movie", "tv"} else None


def mixed(item: shapes.Item) -> FoundTitle | None:
    """An item of a multi search that is a film or show; collections and what comes later are none."""
    kind = _kind(item)
    return title(item, kind) if kind else None


def person(item: shapes.PersonItem) -> FoundPerson:
    """A list's or cast's person."""
    return FoundPerson(
        tmdb_id=item.id,
        name=item.name[:300],
        profile=image_name(item.profile_path),
        department=item.known_for_department[:60],
        popularity=item.popularity,
        known_for=tuple(found for one in item.known_for if (found := mixed(one))),
    )


def complete_title(shape: shapes.TitleShape, kind: Kind, language: str, region: str) -> CompleteTitle:
    """A title's own page. `region`: whose age ratings and watch providers can be filtered by."""
    return CompleteTitle(
        title=replace(title(shape, kind), genres=tuple(genre.id for genre in shape.genres)),
        language=language,
        imdb_id=shape.imdb_id or shape.external_ids.imdb_id,
        tvdb_id=shape.external_ids.tvdb_id,
        wikidata_id=shape.external_ids.wikidata_id,
        tagline=shape.tagline[:500],
        ended_on=shape.last_air_date if shape.status in {"Ended", "Canceled"} else None,
        runtime=shape.runtime or next(iter(shape.episode_run_time), None),
        status=shape.status[:40],
        season_count=shape.number_of_seasons or None if kind == "tv" else None,
        episode_count=shape.number_of_episodes or None if kind == "tv" else None,
        collection=collection_card(shape.belongs_to_collection) if shape.belongs_to_collection else None,
        seasons=tuple(season(one) for one in shape.seasons),
        credits=tuple(_credits(shape)),
        translations=tuple(_translations(shape.translations.translations, language)),
        recommended=titles(shape.recommendations.results, kind),
        similar=titles(shape.similar.results, kind),
        facets=tuple(_facets(shape, region)),
        metadata=cast("dict[str, Json]", _metadata(shape)),
    )


def _credits(shape: shapes.TitleShape) -> Iterator[FoundCredit]:
    lists = shape.aggregate_credits or shape.credits
    for one in sorted(lists.cast, key=lambda member: member.order):
        yield cast_credit(one)
    for creator in shape.created_by:
        yield FoundCredit(person(creator), FoundPart(kind="crew", job="Creator", department="Writing"))
    for crew in sorted(lists.crew, key=_crew_rank):
        yield crew_credit(crew)


def _crew_rank(member: shapes.CrewShape) -> int:
    """Directors and writers first: what is cut off at the end should be the lesser-known jobs."""
    return {"Directing": 0, "Writing": 1, "Production": 2, "Camera": 3, "Sound": 4, "Editing": 5}.get(
        member.department, 9
    )


def cast_credit(member: shapes.CastShape) -> FoundCredit:
    """One part played; a show's roles are told together."""
    character = member.character or " / ".join(role.character for role in member.roles if role.character)
    return FoundCredit(
        person(member),
        FoundPart(
            kind="cast",
            character=character[:500],
            department="Acting",
            episode_count=member.total_episode_count or None,
        ),
    )


def crew_credit(member: shapes.CrewShape) -> FoundCredit:
    """One job done; a show's jobs are told together."""
    job = member.job or " / ".join(role.job for role in member.jobs if role.job)
    return FoundCredit(
        person(member),
        FoundPart(
            kind="crew",
            job=job[:120],
            department=member.department[:60],
            episode_count=member.total_episode_count or None,
        ),
    )


def _translations(found: list[shapes.TranslationShape], own: str) -> Iterator[FoundTranslation]:
    """Each translation under its full tag, the language's main one also under the language alone.

    The title's own language is left out: its texts are in the row itself.
    """
    mains: dict[str, shapes.TranslationShape] = {}
    for one in found:
        if one.iso_639_1 not in mains or one.iso_3166_1 == _OWN_REGIONS.get(one.iso_639_1, one.iso_639_1.upper()):
            mains[one.iso_639_1] = one
    tagged = {language: one for language, one in mains.items() if language != own}
    tagged |= {
        tag: one
        for one in found
        if mains[one.iso_639_1] is not one and (tag := f"{one.iso_639_1}-{one.iso_3166_1}") != own and len(tag) <= 6
    }
    for tag, one in tagged.items():
        data = one.data
        if data.title or data.name or data.overview or data.tagline:
            yield FoundTranslation(
                language=tag,
                name=(data.title or data.name)[:500],
                overview=data.overview,
                tagline=data.tagline[:500],
            )


def _facets(shape: shapes.TitleShape, region: str) -> Iterator[FoundFacet]:
    for keyword in _keywords(shape):
        yield FoundFacet("keyword", keyword.lower()[:80])
    for release in _releases(shape):
        if release["country"] == region and release["certification"]:
            yield FoundFacet("certification", release["certification"][:80], region)
    watch = shape.watch.results.get(region, shapes.WatchRegion())
    for way in _WATCH_WAYS:
        for option in getattr(watch, way):
            yield FoundFacet("provider", str(option.provider_id), region)


def _keywords(shape: shapes.TitleShape) -> list[str]:
    return [keyword.name for keyword in (shape.keywords.keywords or shape.keywords.results)]


def _metadata(shape: shapes.TitleShape) -> TitleMetadata:
    countries = [country.iso_3166_1 for country in shape.production_countries] or shape.origin_country
    names, regions = _watch(shape.watch.results)
    return TitleMetadata(
        countries=countries,
        languages=[language.iso_639_1 for language in shape.spoken_languages] or shape.languages,
        homepage=shape.homepage if shape.homepage.startswith(("https://", "http://")) else "",
        companies=[company.name for company in [*shape.networks, *shape.production_companies]],
        keywords=_keywords(shape),
        videos=[_video(one) for one in shape.videos.results],
        posters=_pictures(shape.images.posters),
        backdrops=_pictures(shape.images.backdrops),
        logos=_pictures(shape.images.logos),
        releases=_releases(shape),
        watch_names=names,
        watch=regions,
    )


def _video(one: shapes.VideoShape) -> StoredVideo:
    return StoredVideo(
        site=one.site, key=one.key, name=one.name, type=one.type, language=one.iso_639_1, official=one.official
    )


def _pictures(found: list[shapes.ImageShape]) -> list[StoredPicture]:
    return [
        StoredPicture(name=image_name(one.file_path), width=one.width, height=one.height, language=one.iso_639_1)
        for one in found[:MOST_PICTURES]
    ]


def _releases(shape: shapes.TitleShape) -> list[StoredRelease]:
    """Those that say something: countries have entries with neither a rating nor a date."""
    films = [
        StoredRelease(
            country=country.iso_3166_1,
            certification=release.certification,
            released=_day(release.release_date),
            type=_RELEASE_TYPES.get(release.type, ""),
        )
        for country in shape.release_dates.results
        for release in country.release_dates
        if release.certification or release.release_date
    ]
    shows = [
        StoredRelease(country=rating.iso_3166_1, certification=rating.rating, released=None, type="")
        for rating in shape.content_ratings.results
        if rating.rating
    ]
    return films + shows


def _day(moment: str) -> str | None:
    """The day of "2013-09-06T00:00:00.000Z"."""
    try:
        return date.fromisoformat(moment[:10]).isoformat()
    except ValueError:
        return None


def _watch(regions: dict[str, shapes.WatchRegion]) -> tuple[dict[str, list[str]], dict[str, StoredWatch]]:
    """Names and logos once by id, and per region the ids: the raw answer repeats each name in every region."""
    names: dict[str, list[str]] = {}
    stored: dict[str, StoredWatch] = {}
    for code, region in regions.items():
        entry: dict[str, object] = {"link": region.link if region.link.startswith("https://") else ""}
        for theirs, ours in _WATCH_WAYS.items():
            options: list[shapes.WatchShape] = getattr(region, theirs)
            names |= {str(one.provider_id): [one.provider_name, image_name(one.logo_path)] for one in options}
            entry[ours] = [one.provider_id for one in options]
        stored[code] = cast("StoredWatch", entry)
    return names, stored


def season(shape: shapes.SeasonShape, *, translated: bool = False) -> FoundSeason:
    """A season, with episodes where the answer has them. `translated`: asked for in another language than the show."""
    return FoundSeason(
        number=shape.season_number,
        tmdb_id=shape.id,
        name=shape.name[:300],
        overview=shape.overview,
        aired_on=shape.air_date,
        poster=image_name(shape.poster_path),
        episode_count=shape.episode_count,
        episodes=None
        if shape.episodes is None
        else tuple(_episode(one, translated=translated) for one in shape.episodes),
    )


def _episode(shape: shapes.EpisodeShape, *, translated: bool) -> FoundEpisode:
    return FoundEpisode(
        number=shape.episode_number,
        tmdb_id=shape.id,
        name="" if translated and _is_made_up(shape) else shape.name[:500],
        overview=shape.overview,
        aired_on=shape.air_date,
        runtime=shape.runtime,
        still=image_name(shape.still_path),
        rating=shape.vote_average if shape.vote_count and shape.vote_average else None,
        votes=shape.vote_count,
        guests=tuple(cast_credit(one) for one in shape.guest_stars),
        crew=tuple(crew_credit(one) for one in shape.crew),
    )


def _is_made_up(shape: shapes.EpisodeShape) -> bool:
    """TMDB answers "Folge 3" or "第3話" where an episode's name has no translation."""
    return re.fullmatch(rf"[^\W\d]*\W*{shape.episode_number}\W*[^\W\d]*", shape.name) is not None


def collection_card(shape: shapes.CollectionShape) -> FoundCollection:
    """A collection as a title's page names it."""
    return FoundCollection(
        tmdb_id=shape.id,
        name=shape.name[:300],
        poster=image_name(shape.poster_path),
        backdrop=image_name(shape.backdrop_path),
    )


def collection(shape: shapes.CollectionShape, language: str) -> FoundCollection:
    """A collection's own page."""
    return FoundCollection(
        tmdb_id=shape.id,
        name=shape.name[:300],
        overview=shape.overview,
        poster=image_name(shape.poster_path),
        backdrop=image_name(shape.backdrop_path),
        parts=titles(shape.parts or (), "movie"),
        translations=tuple(_translations(shape.translations.translations, language)),
    )


def complete_person(shape: shapes.PersonShape, language: str) -> CompletePerson:
    """A person's own page."""
    biographies = {one.iso_639_1: one.data.biography for one in shape.translations.translations if one.data.biography}
    return CompletePerson(
        person=person(shape),
        imdb_id=shape.imdb_id,
        biography=shape.biography or biographies.get("en", ""),
        biographies={tag: text for tag, text in biographies.items() if tag != language},
        born_on=shape.birthday,
        died_on=shape.deathday,
        birthplace=shape.place_of_birth[:300],
        aliases=tuple(shape.also_known_as[:20]),
        homepage=shape.homepage if shape.homepage.startswith(("https://", "http://")) else None,
        filmography=tuple(_filmography(shape.combined_credits)),
    )


def _filmography(lists: shapes.FilmographyLists) -> Iterator[tuple[FoundTitle, FoundPart]]:
    for one in lists.cast:
        if found := mixed(one):
            part = FoundPart(
                kind="cast", character=one.character[:500], department="Acting", episode_count=one.episode_count or None
            )
            yield found, part
    for one in lists.crew:
        if found := mixed(one):
            part = FoundPart(
                kind="crew", job=one.job[:120], department=one.department[:60], episode_count=one.episode_count or None
            )
            yield found, part
