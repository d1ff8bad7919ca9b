"""Pages of lists: named ones, trending, discover and search."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from tests.tmdb_replay.bodies import NEW_KEY, Question, item, person_item, text_in
from tests.tmdb_replay.errors import Json, wrong_page, wrong_parameter, wrong_range
from tests.tmdb_replay.world import Kind, Person, Title

PER_PAGE = 20
MOST_PAGES = 500
_CHANGES_PER_PAGE = 100
_LONGEST_RANGE = timedelta(days=14)

NAMED: dict[Kind, dict[str, Callable[[Title], bool]]] = {
    "movie": {
        "popular": lambda title: True,
        "top_rated": lambda title: title.votes >= 300,
        "upcoming": lambda title: title.coming,
        "now_playing": lambda title: title.on_now,
    },
    "tv": {
        "popular": lambda title: True,
        "top_rated": lambda title: title.votes >= 60,
        "airing_today": lambda title: title.coming,
        "on_the_air": lambda title: title.on_now,
    },
}


def page_number(question: Question) -> int:
    """Raises the refusal of a page that cannot be asked for."""
    asked = question.query.get("page", "1")
    if not (asked.isascii() and asked.isdigit()) or not 1 <= int(asked) <= MOST_PAGES:
        raise wrong_page()
    return int(asked)


def paged(question: Question, results: Sequence[Json], *, size: int = PER_PAGE) -> Json:
    """The asked page. `total_pages` may be claimed to be more than can be asked for."""
    page = page_number(question)
    pages = max(-(-len(results) // size), 1)
    total = len(results)
    if claimed := question.world.claimed_pages.get(question.path):
        pages, total = claimed, claimed * size
    start = (page - 1) * size
    return {"page": page, "results": list(results[start : start + size]), "total_pages": pages, "total_results": total}


def named(kind: Kind, name: str, question: Question) -> Json:
    """Popular, top rated …; a region narrows what films are shown there."""
    chosen = [title for title in question.world.all(kind) if NAMED[kind][name](title) and not title.adult]
    region = question.query.get("region")
    if region and kind == "movie" and name in {"upcoming", "now_playing"}:
        chosen = [title for title in chosen if region in {*title.certifications, *title.countries}]
    if name == "top_rated":
        chosen.sort(key=lambda title: -title.rating)
    body = paged(question, [item(title, question.language) for title in chosen])
    if name in {"upcoming", "now_playing"}:
        today = datetime.now(UTC).date()
        body["dates"] = {"minimum": str(today - timedelta(days=42)), "maximum": str(today + timedelta(days=7))}
    return body | NEW_KEY


def trending(what: str, window: str, question: Question) -> Json:
    """Day and week differ; every entry names its media type."""
    world = question.world
    if what == "person":
        return paged(question, [person_item(one, question, media_type=True) for one in _famous(question)])
    kinds: tuple[Kind, ...] = ("movie", "tv") if what == "all" else (_kind(what),)
    found = [title for kind in kinds for title in world.all(kind) if not title.adult]
    found.sort(key=lambda title: -(title.popularity if window == "week" else title.votes))
    return paged(question, [item(title, question.language, media_type=True) for title in found])


def _kind(word: str) -> Kind:
    return "movie" if word == "movie" else "tv"


def _famous(question: Question) -> list[Person]:
    return sorted(question.world.people.values(), key=lambda person: (-person.popularity, person.id))


def popular_people(question: Question) -> Json:
    return paged(question, [person_item(one, question) for one in _famous(question)])


def changes(kind: Kind, question: Question) -> Json:
    """Ids changed in a window of at most 14 days; yesterday and today unless asked otherwise."""
    today = datetime.now(UTC).date()
    end = _day(question, "end_date", today)
    start = _day(question, "start_date", end - timedelta(days=1))
    if not timedelta(0) <= end - start <= _LONGEST_RANGE:
        raise wrong_range()
    found = dict.fromkeys(one.id for one in question.world.changes if one.kind == kind and start <= one.day <= end)
    return paged(question, [{"id": number, "adult": False} for number in found], size=_CHANGES_PER_PAGE)


def _day(question: Question, name: str, otherwise: date) -> date:
    try:
        return date.fromisoformat(question.query[name]) if name in question.query else otherwise
    except ValueError:
        raise wrong_parameter(f"{name} is no date") from None


def search(what: str, question: Question) -> Json:
    """Whole beginnings of words, no misspellings. Multi mixes kinds, collections too."""
    words = _folded(question.query.get("query", "")).split()
    if not words:
        raise wrong_parameter("query must be provided")
    world, language = question.world, question.language
    found: list[tuple[float, Json]] = []
    for kind in ("movie", "tv"):
        if what in {"multi", kind}:
            titles = (
                one for one in world.all(_kind(kind)) if _matches(words, _names(one)) and _asked_year(one, question)
            )
            found += [
                (one.popularity, item(one, language, media_type=what == "multi")) for one in titles if not one.adult
            ]
    if what in {"multi", "person"}:
        people = (one for one in world.people.values() if _matches(words, [one.name, *one.aliases]))
        found += [(one.popularity, person_item(one, question, media_type=what == "multi")) for one in people]
    if what == "multi":
        sets = (
            one for one in world.collections.values() if _matches(words, [text.name for text in one.texts.values()])
        )
        found += [
            (0.0, {"id": one.id, "name": text_in(one.texts, language).name, "media_type": "collection"}) for one in sets
        ]
    found.sort(key=lambda pair: -pair[0])
    return paged(question, [body for _, body in found])


def search_keyword(question: Question) -> Json:
    words = _folded(question.query.get("query", "")).split()
    return paged(
        question, [{"id": n, "name": word} for n, word in question.world.keywords.items() if _matches(words, [word])]
    )


def _names(title: Title) -> list[str]:
    return [title.original, *(text.name for text in title.texts.values())]


def _asked_year(title: Title, question: Question) -> bool:
    asked = question.query.get("year") or question.query.get("primary_release_year")
    return asked is None or title.released.startswith(asked)


def _matches(words: Iterable[str], names: Iterable[str]) -> bool:
    own = [_folded(name).split() for name in names]
    return any(all(any(part.startswith(word) for part in parts) for word in words) for parts in own)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
