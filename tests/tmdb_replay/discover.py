"""Discover with its filters. In lists of numbers a comma means all of them, a bar any of them."""

from collections.abc import Callable, Collection

from tests.tmdb_replay.bodies import Question, item, text_in
from tests.tmdb_replay.errors import Json, wrong_parameter
from tests.tmdb_replay.lists import paged
from tests.tmdb_replay.world import Kind, Title

_Key = Callable[[Title, Question], float | str]
_SORTS: dict[str, _Key] = {
    "popularity": lambda title, _: title.popularity,
    "vote_average": lambda title, _: title.rating,
    "vote_count": lambda title, _: title.votes,
    "primary_release_date": lambda title, _: title.released,
    "release_date": lambda title, _: title.released,
    "first_air_date": lambda title, _: title.released,
    "revenue": lambda title, _: title.popularity,
    "title": lambda title, question: text_in(title.texts, question.language).name or title.original,
    "name": lambda title, question: text_in(title.texts, question.language).name or title.original,
    "original_title": lambda title, _: title.original,
    "original_name": lambda title, _: title.original,
}


def discover(kind: Kind, question: Question) -> Json:
    """A page of what passes all filters."""
    query = question.query
    if ("certification" in query) != ("certification_country" in query):
        raise wrong_parameter("certification and certification_country go together")
    found = [title for title in question.world.all(kind) if _passes(title, question)]
    field, _, direction = query.get("sort_by", "popularity.desc").rpartition(".")
    if key := _SORTS.get(field):
        found.sort(key=lambda title: key(title, question), reverse=direction == "desc")
    return paged(question, [item(title, question.language) for title in found])


def _passes(title: Title, question: Question) -> bool:
    query = question.query
    return (
        (not title.adult or query.get("include_adult") == "true")
        and _has(query.get("with_genres"), {str(one) for one in title.genres})
        and not _has_any(query.get("without_genres"), {str(one) for one in title.genres})
        and _has(query.get("with_keywords"), {str(question.world.keyword_id(word)) for word in title.keywords})
        and _has(query.get("with_original_language"), {title.spoken})
        and _rated(title, query)
        and _watchable(title, query)
        and _dated(title, query)
        and _between(title.runtime, query, "with_runtime")
        and _between(title.rating, query, "vote_average")
        and _between(title.votes, query, "vote_count")
    )


def _has(asked: str | None, own: Collection[str]) -> bool:
    """Nothing asked passes; "a,b" wants both, "a|b" wants one."""
    if not asked:
        return True
    if "|" in asked:
        return any(one in own for one in asked.split("|"))
    return all(one in own for one in asked.split(","))


def _has_any(asked: str | None, own: Collection[str]) -> bool:
    return any(one in own for one in asked.replace("|", ",").split(",")) if asked else False


def _rated(title: Title, query: dict[str, str]) -> bool:
    if "certification" not in query or title.kind == "tv":  # shows cannot be filtered by rating
        return True
    return _has(query["certification"], {title.certifications.get(query["certification_country"], "")})


def _watchable(title: Title, query: dict[str, str]) -> bool:
    """Without a region the filter by provider does nothing."""
    region = query.get("watch_region")
    if not region or "with_watch_providers" not in query:
        return True
    ways = query.get("with_watch_monetization_types")
    offers = {str(number) for where, way, number in title.watch if where == region and (not ways or way in ways)}
    return _has(query["with_watch_providers"], offers)


def _dated(title: Title, query: dict[str, str]) -> bool:
    names = ("primary_release_date", "release_date") if title.kind == "movie" else ("first_air_date",)
    years = ("primary_release_year", "year") if title.kind == "movie" else ("first_air_date_year",)
    return all(
        (f"{name}.gte" not in query or (title.released and title.released >= query[f"{name}.gte"]))
        and (f"{name}.lte" not in query or (title.released and title.released <= query[f"{name}.lte"]))
        for name in names
    ) and all(year not in query or title.released.startswith(query[year]) for year in years)


def _between(value: float, query: dict[str, str], name: str) -> bool:
    try:
        return float(query.get(f"{name}.gte", "-1")) <= value <= float(query.get(f"{name}.lte", "1e9"))
    except ValueError:
        raise wrong_parameter(f"{name} is no number") from None
