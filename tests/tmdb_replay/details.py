"""A title's own page, and every part that can be appended to it."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial

from tests.tmdb_replay.bodies import (
    NEW_KEY,
    Question,
    cast,
    crew,
    genre_name,
    genre_table,
    item,
    person_card,
    profile_path,
    text_in,
)
from tests.tmdb_replay.errors import Json
from tests.tmdb_replay.seasons import season_heading
from tests.tmdb_replay.world import Title
from tests.tmdb_replay.world.people import WATCH_PROVIDERS

Appended = Callable[[Title, Question], Json]
_NETWORKS = {5202: (2, "ABC"), 5203: (16, "CBS"), 5204: (6, "NBC")}
_COUNTRIES = {"US": "United States of America", "DE": "Germany", "FR": "France", "GB": "United Kingdom", "SE": "Sweden",
              "NL": "Netherlands", "IT": "Italy", "SU": "Soviet Union"}  # fmt: skip


def detail(title: Title, question: Question) -> Json:
    """Everything that comes without being appended."""
    body = item(title, question.language)
    del body["genre_ids"]
    table = genre_table(title.kind)
    body |= {
        "genres": [
            {"id": one, "name": genre_name(table[one], question.language)} for one in title.genres if one in table
        ],
        "homepage": "",
        "production_companies": [{"id": 12372, "logo_path": None, "name": "UFA", "origin_country": "DE"}]
        if title.id == 19
        else [],
        "production_countries": [{"iso_3166_1": code, "name": _COUNTRIES[code]} for code in title.countries],
        "spoken_languages": [{"english_name": "", "iso_639_1": title.spoken, "name": ""}],
        "tagline": text_in(title.texts, question.language).tagline,
    }
    return body | (_film(title, question) if title.kind == "movie" else _show(title, question))


def _film(title: Title, question: Question) -> Json:
    """An unknown runtime is 0 for films."""
    collection = question.world.collections.get(title.collection or 0)
    heading = collection and {
        "id": collection.id,
        "name": text_in(collection.texts, question.language).name or collection.texts["en-US"].name,
        "poster_path": f"/p{collection.id}.jpg",
        "backdrop_path": None,
    }
    return {
        "belongs_to_collection": heading,
        "budget": 0,
        "imdb_id": title.imdb,
        "origin_country": list(title.countries),
        "revenue": 0,
        "runtime": title.runtime,
        "status": "Released",
    }


def _show(title: Title, question: Question) -> Json:
    """An unknown runtime is an empty list for shows, and null for their episodes."""
    numbered = [season for season in title.seasons if season.number]
    network = _NETWORKS.get(title.id)
    people = question.world.people_by_name
    creators = [people[name] for name, job in title.jobs() if job == "Creator"]
    return {
        "created_by": [
            {"id": one.id, "credit_id": f"k{one.id}", "name": one.name, "gender": 0, "profile_path": profile_path(one)}
            for one in creators
        ],
        "episode_run_time": [title.runtime] if title.runtime else [],
        "in_production": title.on_now,
        "languages": [title.spoken],
        "last_air_date": max((one.aired for season in numbered for one in season.episodes if one.aired), default=None),
        "last_episode_to_air": None,
        "next_episode_to_air": None,
        "networks": [{"id": network[0], "logo_path": None, "name": network[1], "origin_country": "US"}]
        if network
        else [],
        "number_of_episodes": sum(len(season.episodes) for season in numbered),
        "number_of_seasons": len(numbered),
        "seasons": [season_heading(title, season, question.language) for season in title.seasons],
        "status": "Returning Series" if title.on_now else "Ended",
        "type": "Scripted",
    }


def _credits(title: Title, question: Question) -> Json:
    return {"cast": cast(title, question), "crew": crew(title, question)}


def _aggregate_credits(title: Title, question: Question) -> Json:
    """A show's parts over all its episodes; somebody with two jobs is told once per department."""
    total = sum(len(season.episodes) for season in title.seasons)
    people = question.world.people_by_name
    players = [
        person_card(people[name])
        | {
            "roles": [{"credit_id": f"r{title.id}x{order}", "character": character, "episode_count": total}],
            "total_episode_count": total,
            "order": order,
        }
        for order, (name, character) in enumerate(title.parts())
    ]
    makers = [
        {key: value for key, value in member.items() if key != "job"}
        | {"jobs": [{"credit_id": "j", "job": member["job"], "episode_count": 1}], "total_episode_count": 1}
        for member in crew(title, question)
    ]
    return {"cast": players, "crew": makers}


def _videos(title: Title, question: Question) -> Json:
    """Only those in the asked language, unless include_video_language names others."""
    wanted = _wanted_languages(question, "include_video_language")
    if not title.trailer or "en" not in wanted:
        return {"results": []}
    trailer = {
        "iso_639_1": "en",
        "iso_3166_1": "US",
        "name": "Trailer",
        "key": title.trailer,
        "site": "YouTube",
        "size": 720,
        "type": "Trailer",
        "official": False,
        "published_at": "2013-07-12T14:02:45.000Z",
        "id": f"v{title.id}",
    }
    return {"results": [trailer]}


def _wanted_languages(question: Question, include: str) -> set[str]:
    named = question.query.get(include)
    return set(named.split(",")) if named else {question.language.partition("-")[0]}


def _images(title: Title, question: Question) -> Json:
    """Only those in the asked language, unless include_image_language names others; "null" is without words."""
    wanted = _wanted_languages(question, "include_image_language")

    def pictures(prefix: str, ending: str, width: int, height: int, languages: tuple[str | None, ...]) -> list[Json]:
        return [
            {
                "aspect_ratio": round(width / height, 3),
                "file_path": f"/{prefix}{title.id}{'' if place == 0 else f'v{place}'}.{ending}",
                "height": height,
                "iso_639_1": language,
                "vote_average": 5.3,
                "vote_count": 4,
                "width": width,
            }
            for place, language in enumerate(languages)
            if (language or "null") in wanted and title.pictured
        ]

    return {
        "backdrops": pictures("b", "jpg", 1280, 720, (None, "en")),
        "logos": pictures("l", "svg", 500, 180, ("en", "de")),
        "posters": pictures("p", "jpg", 1000, 1500, ("en", "de", None)),
    }


def _external_ids(title: Title, question: Question) -> Json:
    ids: Json = {"imdb_id": title.imdb, "wikidata_id": None, "facebook_id": "", "instagram_id": None, "twitter_id": ""}
    return ids if title.kind == "movie" else ids | {"tvdb_id": 70_000 + title.id, "tvrage_id": None}


def _keywords(title: Title, question: Question) -> Json:
    """Films say `keywords`, shows say `results`."""
    found = [{"id": question.world.keyword_id(word), "name": word} for word in title.keywords]
    return {"keywords" if title.kind == "movie" else "results": found}


def _release_dates(title: Title, question: Question) -> Json:
    results = [
        {
            "iso_3166_1": country,
            "release_dates": [
                {
                    "certification": rating,
                    "descriptors": [],
                    "iso_639_1": "",
                    "note": "",
                    "release_date": f"{title.released}T00:00:00.000Z",
                    "type": 3,
                }
            ],
        }
        for country, rating in title.certifications.items()
    ]
    return {"results": results}


def _content_ratings(title: Title, question: Question) -> Json:
    return {
        "results": [
            {"descriptors": [], "iso_3166_1": country, "rating": rating}
            for country, rating in title.certifications.items()
        ]
    }


def _translations(title: Title, question: Question) -> Json:
    """A name is "" where only other fields are translated, and in the original language, where it is the same."""
    name_key = "title" if title.kind == "movie" else "name"
    found = []
    for tag, text in title.texts.items():
        language, _, region = tag.partition("-")
        name = "" if text.name == title.original else text.name
        data = {"homepage": "", "overview": text.overview, "runtime": 0, "tagline": text.tagline, name_key: name}
        found.append({"iso_3166_1": region, "iso_639_1": language, "name": "", "english_name": "", "data": data})
    return {"translations": found}


def _watch_providers(title: Title, question: Question) -> Json:
    """All regions at once; each repeats the names."""
    regions: dict[str, dict[str, object]] = defaultdict(dict)
    for region, way, provider in title.watch:
        address = f"https://www.themoviedb.org/{title.kind}/{title.id}/watch?locale={region}"
        entry = {
            "logo_path": f"/w{provider}.jpg",
            "provider_id": provider,
            "provider_name": WATCH_PROVIDERS[provider],
            "display_priority": 1,
        }
        regions[region] = {"link": address, **regions[region], way: [entry]}
    return {"results": dict(regions)}


def _neighbours(title: Title, question: Question, *, media_type: bool) -> Json:
    """Titles that share most genres. Recommendations name the media type, similar titles do not."""
    others = [one for one in question.world.all(title.kind) if one.id != title.id and not one.adult]
    others.sort(key=lambda one: -len({*one.genres} & {*title.genres}))
    near = others[:8] if media_type else others[4:10]
    return {
        "page": 1,
        "results": [item(one, question.language, media_type=media_type) for one in near],
        "total_pages": 2,
        "total_results": 40,
    }


_BOTH: dict[str, Appended] = {
    "credits": _credits,
    "external_ids": _external_ids,
    "images": _images,
    "keywords": _keywords,
    "recommendations": partial(_neighbours, media_type=True),
    "similar": partial(_neighbours, media_type=False),
    "translations": _translations,
    "videos": _videos,
    "watch/providers": _watch_providers,
}
PARTS: dict[str, dict[str, Appended]] = {
    "movie": _BOTH | {"release_dates": _release_dates, "alternative_titles": lambda _title, _question: {"titles": []}},
    "tv": _BOTH
    | {
        "aggregate_credits": _aggregate_credits,
        "content_ratings": _content_ratings,
        "alternative_titles": lambda _title, _question: {"results": []},
    },
}


def part(title: Title, name: str, question: Question) -> Json | None:
    """One part by the name it is appended under; None where there is no such part."""
    made = PARTS[title.kind].get(name)
    return made(title, question) | NEW_KEY if made else None
