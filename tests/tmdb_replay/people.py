"""People, collections and outside ids as TMDB words them."""

from tests.tmdb_replay.bodies import NEW_KEY, Question, item, person_card, person_item, text_in
from tests.tmdb_replay.errors import Json
from tests.tmdb_replay.world import Collection, Person, department


def person_page(person: Person, question: Question) -> Json:
    """A person's own page. The biography does not fall back to another language."""
    biographies = {tag: text for tag, text in person.biographies.items() if tag.startswith(question.language[:2])}
    return person_card(person) | {
        "also_known_as": list(person.aliases),
        "biography": next(iter(biographies.values()), ""),
        "birthday": person.born,
        "deathday": person.died,
        "homepage": None,
        "imdb_id": person.imdb,
        "place_of_birth": person.birthplace,
    }


def person_part(person: Person, name: str, question: Question) -> Json | None:
    """What can be appended to a person."""
    match name:
        case "combined_credits":
            return _combined_credits(person, question)
        case "external_ids":
            return {"imdb_id": person.imdb, "wikidata_id": None, "twitter_id": ""}
        case "images":
            return {"profiles": []}
        case "translations":
            return {
                "translations": [
                    {
                        "iso_3166_1": tag[3:],
                        "iso_639_1": tag[:2],
                        "name": "",
                        "english_name": "",
                        "data": {"biography": text, "name": ""},
                    }
                    for tag, text in person.biographies.items()
                ]
            }
        case _:
            return None


def _combined_credits(person: Person, question: Question) -> Json:
    """Every title they had a part in, films and shows together."""
    cast: list[Json] = []
    for order, (title, character) in enumerate(question.world.roles_of(person)):
        part: Json = {"character": character, "credit_id": f"cc{title.id}", "order": order}
        if title.kind == "tv":
            part = {"character": character, "credit_id": f"cc{title.id}", "episode_count": 3}
        cast.append(item(title, question.language, media_type=True) | part)
    crew = [
        item(title, question.language, media_type=True)
        | {"credit_id": f"cw{title.id}", "department": department(job), "job": job}
        for title, job in question.world.jobs_of(person)
    ]
    return {"cast": cast, "crew": crew}


def collection_page(collection: Collection, question: Question) -> Json:
    """A collection with its parts, which name their media type."""
    text = text_in(collection.texts, question.language)
    parts = [title for title in question.world.all("movie") if title.collection == collection.id]
    return {
        "id": collection.id,
        "name": text.name or collection.texts["en-US"].name,
        "overview": text.overview,
        "poster_path": f"/p{collection.id}.jpg",
        "backdrop_path": None,
        "parts": [item(title, question.language, media_type=True) for title in parts],
    } | NEW_KEY


def collection_part(collection: Collection, name: str, question: Question) -> Json | None:
    """What can be appended to a collection."""
    if name == "images":
        return {"backdrops": [], "posters": []}
    if name != "translations":
        return None
    return {
        "translations": [
            {
                "iso_3166_1": tag[3:],
                "iso_639_1": tag[:2],
                "name": "",
                "english_name": "",
                "data": {"title": text.name, "overview": text.overview, "homepage": ""},
            }
            for tag, text in collection.texts.items()
        ]
    }


def find(outside_id: str, question: Question) -> Json:
    """By IMDb or TheTVDB id; an id that nobody has is an answer with empty lists, not an error."""
    source = question.query.get("external_source", "")
    titles = [
        title
        for title in question.world.titles.values()
        if (source == "imdb_id" and title.imdb == outside_id)
        or (source == "tvdb_id" and title.kind == "tv" and str(70_000 + title.id) == outside_id)
    ]
    people = [one for one in question.world.people.values() if source == "imdb_id" and one.imdb == outside_id]
    shown = {kind: [item(one, question.language, media_type=True) for one in titles if one.kind == kind]
             for kind in ("movie", "tv")}  # fmt: skip
    return {
        "movie_results": shown["movie"],
        "person_results": [person_item(one, question, media_type=True) for one in people],
        "tv_results": shown["tv"],
        "tv_episode_results": [],
        "tv_season_results": [],
    }
