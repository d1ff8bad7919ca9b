"""How TMDB words titles and people in its lists, in the asked language and no other."""

from dataclasses import dataclass

from tests.tmdb_replay.errors import Json
from tests.tmdb_replay.world import Kind, Person, Text, Title, World, department
from tests.tmdb_replay.world.people import GENRE_LANGUAGES, MOVIE_GENRES, TV_GENRES

NEW_KEY: Json = {"mood": {"warmth": 3, "tags": ["quiet"]}}
"""Keys that no documentation names yet: they appear unannounced."""
_MAIN_REGIONS = {"en": "US"}


@dataclass(frozen=True)
class Question:
    """What was asked: the query, and the address it came in at."""

    world: World
    query: dict[str, str]
    path: str
    address: str

    @property
    def language(self) -> str:
        return self.query.get("language", "en-US")


def text_in(texts: dict[str, Text], language: str) -> Text:
    """Exactly that language, or nothing: TMDB does not fall back. A bare "de" means its main region."""
    if language in texts:
        return texts[language]
    if "-" in language:
        return Text()
    main = f"{language}-{_MAIN_REGIONS.get(language, language.upper())}"
    return texts.get(main) or next((text for tag, text in texts.items() if tag.startswith(f"{language}-")), Text())


def item(title: Title, language: str, *, media_type: bool = False) -> Json:
    """A film or show as lists show it: genre numbers, no runtime, no outside ids."""
    text = text_in(title.texts, language)
    body: Json = {
        "adult": title.adult,
        "backdrop_path": f"/b{title.id}.jpg" if title.pictured else None,
        "genre_ids": list(title.genres),
        "id": title.id,
        "original_language": title.spoken,
        "overview": text.overview,
        "popularity": title.popularity,
        "poster_path": f"/p{title.id}.jpg" if title.pictured else None,
        "vote_average": title.rating,
        "vote_count": title.votes,
    } | NEW_KEY
    name = text.name or title.original
    if title.kind == "movie":
        body |= {"title": name, "original_title": title.original, "release_date": title.released, "video": False}
    else:
        body |= {
            "name": name,
            "original_name": title.original,
            "first_air_date": title.released,
            "origin_country": list(title.countries),
        }
    return body | ({"media_type": title.kind} if media_type else {})


def person_card(person: Person) -> Json:
    """A person as casts show them."""
    return {
        "adult": False,
        "gender": 0,
        "id": person.id,
        "known_for_department": person.department,
        "name": person.name,
        "original_name": person.name,
        "popularity": person.popularity,
        "profile_path": profile_path(person),
    } | NEW_KEY


def person_item(person: Person, question: Question, *, media_type: bool = False) -> Json:
    """A person as lists show them, with up to three titles."""
    found = dict.fromkeys(
        (title.kind, title.id) for title, _ in (*question.world.roles_of(person), *question.world.jobs_of(person))
    )
    known = [item(question.world.titles[key], question.language, media_type=True) for key in list(found)[:3]]
    return person_card(person) | {"known_for": known} | ({"media_type": "person"} if media_type else {})


def profile_path(person: Person) -> str | None:
    """Those whose life nobody wrote down have no picture either."""
    return f"/f{person.id}.jpg" if person.born else None


def cast(title: Title, question: Question) -> list[Json]:
    """The cast of a film, in billing order."""
    people = question.world.people_by_name
    return [
        person_card(people[name])
        | {"cast_id": order + 1, "character": character, "credit_id": f"c{title.id}x{order}", "order": order}
        for order, (name, character) in enumerate(title.parts())
    ]


def crew(title: Title, question: Question) -> list[Json]:
    """The crew of a film, in no useful order."""
    people = question.world.people_by_name
    return [
        person_card(people[name]) | {"credit_id": f"w{title.id}x{n}", "department": department(job), "job": job}
        for n, (name, job) in reversed(list(enumerate(title.jobs())))
    ]


def genre_table(kind: Kind) -> dict[int, tuple[str, ...]]:
    return dict(MOVIE_GENRES if kind == "movie" else TV_GENRES)


def genre_name(names: tuple[str, ...], language: str) -> str:
    """English where TMDB has no name in the language."""
    base = language.partition("-")[0]
    return names[GENRE_LANGUAGES.index(base)] if base in GENRE_LANGUAGES else names[0]
