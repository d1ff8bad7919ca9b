"""Which address answers what: the part of TMDB v3 that tells of titles and people."""

import re
from collections.abc import Callable

from tests.tmdb_replay import discover, lists, people
from tests.tmdb_replay.bodies import Question, genre_name, genre_table
from tests.tmdb_replay.details import detail
from tests.tmdb_replay.details import part as title_part
from tests.tmdb_replay.errors import Json, not_found, too_many_appended, wrong_parameter
from tests.tmdb_replay.seasons import episode_page, season_page
from tests.tmdb_replay.world import Kind, Season, Title

MOST_APPENDED = 20
_SIZES = {
    "backdrop_sizes": ["w300", "w780", "w1280", "original"],
    "logo_sizes": ["w45", "w92", "w154", "w185", "w300", "w500", "original"],
    "poster_sizes": ["w92", "w154", "w185", "w342", "w500", "w780", "original"],
    "profile_sizes": ["w45", "w185", "h632", "original"],
    "still_sizes": ["w92", "w185", "w300", "original"],
}
IMAGE_SIZES = {size for sizes in _SIZES.values() for size in sizes}


def answer(question: Question) -> Json:
    """The body for one address below /3. Raises Refusal."""
    for pattern, make in _ROUTES:
        if match := pattern.fullmatch(question.path):
            return make(question, *match.groups())
    raise not_found()


def _configuration(question: Question) -> Json:
    base = f"{question.address}/t/p/"
    return {"images": {"base_url": base, "secure_base_url": base, **_SIZES}, "change_keys": ["adult", "title"]}


def _genres(question: Question, kind: Kind) -> Json:
    table = genre_table(kind)
    return {"genres": [{"id": n, "name": genre_name(names, question.language)} for n, names in table.items()]}


def _title(question: Question, kind: Kind, number: str) -> Json:
    title = _found_title(question, kind, number)
    return _appended(detail(title, question), question, lambda name: title_part(title, name, question))


def _title_part(question: Question, kind: Kind, number: str, name: str) -> Json:
    title = _found_title(question, kind, number)
    body = title_part(title, name, question)
    if body is None:
        raise not_found()
    return {"id": title.id} | body


def _found_title(question: Question, kind: Kind, number: str) -> Title:
    title = question.world.titles.get((kind, int(number)))
    if title is None:
        raise not_found()
    return title


def _appended(body: Json, question: Question, part: Callable[[str], Json | None]) -> Json:
    """Add what append_to_response names; a name that does not exist is passed over in silence."""
    names = [name for name in question.query.get("append_to_response", "").split(",") if name]
    if len(names) > MOST_APPENDED:
        raise too_many_appended()
    return body | {name: found for name in names if (found := part(name)) is not None}


def _found_season(title: Title, number: str) -> Season:
    for season in title.seasons:
        if season.number == int(number):
            return season
    raise not_found()


def _season(question: Question, number: str, season: str) -> Json:
    title = _found_title(question, "tv", number)
    body = season_page(title, _found_season(title, season), question)
    return _appended(body, question, lambda name: {"id": body["id"]} if name == "external_ids" else None)


def _episode(question: Question, number: str, season: str, episode: str) -> Json:
    title = _found_title(question, "tv", number)
    found = _found_season(title, season)
    for one in found.episodes:
        if one.number == int(episode):
            return episode_page(title, found, one, question)
    raise not_found()


def _person(question: Question, number: str) -> Json:
    person = question.world.people.get(int(number))
    if person is None:
        raise not_found()
    body = people.person_page(person, question)
    return _appended(body, question, lambda name: people.person_part(person, name, question))


def _collection(question: Question, number: str) -> Json:
    collection = question.world.collections.get(int(number))
    if collection is None:
        raise not_found()
    body = people.collection_page(collection, question)
    return _appended(body, question, lambda name: people.collection_part(collection, name, question))


def _find(question: Question, outside_id: str) -> Json:
    if "external_source" not in question.query:
        raise wrong_parameter("external_source must be provided")
    return people.find(outside_id, question)


_KIND = "(movie|tv)"
_PART = "([a-z_]+|watch/providers)"
_FILM_LISTS = "(popular|top_rated|upcoming|now_playing)"
_SHOW_LISTS = "(popular|top_rated|airing_today|on_the_air)"
_TABLE: tuple[tuple[str, Callable[..., Json]], ...] = (
    ("/configuration", _configuration),
    (f"/genre/{_KIND}/list", _genres),
    ("/trending/(all|movie|tv|person)/(day|week)", lambda asked, what, window: lists.trending(what, window, asked)),
    (f"/(movie)/{_FILM_LISTS}", lambda asked, kind, name: lists.named(kind, name, asked)),
    (f"/(tv)/{_SHOW_LISTS}", lambda asked, kind, name: lists.named(kind, name, asked)),
    (f"/discover/{_KIND}", lambda asked, kind: discover.discover(kind, asked)),
    ("/search/(multi|movie|tv|person)", lambda asked, what: lists.search(what, asked)),
    ("/search/keyword", lists.search_keyword),
    (f"/{_KIND}/changes", lambda asked, kind: lists.changes(kind, asked)),
    (rf"/{_KIND}/(\d+)", _title),
    (rf"/{_KIND}/(\d+)/{_PART}", _title_part),
    (r"/tv/(\d+)/season/(\d+)", _season),
    (r"/tv/(\d+)/season/(\d+)/episode/(\d+)", _episode),
    ("/person/popular", lists.popular_people),
    (r"/person/(\d+)", _person),
    (r"/collection/(\d+)", _collection),
    ("/find/([A-Za-z0-9]+)", _find),
)
_ROUTES = [(re.compile(pattern), make) for pattern, make in _TABLE]
