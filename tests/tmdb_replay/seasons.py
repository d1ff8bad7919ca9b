"""Seasons and episodes as TMDB words them."""

from tests.tmdb_replay.bodies import NEW_KEY, Question, person_card, text_in
from tests.tmdb_replay.errors import Json
from tests.tmdb_replay.world import Episode, Season, Text, Title
from tests.tmdb_replay.world.shapes import pairs

# What TMDB answers for the name of an untranslated season or episode.
_SEASONS = {"en": "Season", "de": "Staffel", "fr": "Saison", "pt": "Temporada", "es": "Temporada"}
_EPISODES = {"en": "Episode", "de": "Folge", "fr": "Épisode", "pt": "Episódio", "es": "Episodio"}
_SPECIALS = {"en": "Specials", "de": "Extras", "fr": "Épisodes spéciaux", "pt": "Especiais", "es": "Especiales"}


def season_id(title: Title, season: Season) -> int:
    return title.id * 100 + season.number


def season_heading(title: Title, season: Season, language: str) -> Json:
    """A season as its show lists it."""
    return _heading(title, season, language) | {"episode_count": len(season.episodes)}


def _heading(title: Title, season: Season, language: str) -> Json:
    base = language.partition("-")[0]
    name = f"{_SEASONS.get(base, 'Season')} {season.number}" if season.number else _SPECIALS.get(base, "Specials")
    return {
        "air_date": season.aired or None,
        "id": season_id(title, season),
        "name": name,
        "overview": season.overview if base == "en" else "",
        "poster_path": f"/p{season_id(title, season)}.jpg" if season.number else None,
        "season_number": season.number,
        "vote_average": 0,
    }


def season_page(title: Title, season: Season, question: Question) -> Json:
    """A season with its episodes; it does not say how many they are."""
    episodes = [episode_page(title, season, one, question) for one in season.episodes]
    return (
        _heading(title, season, question.language)
        | {"_id": f"s{season_id(title, season)}", "episodes": episodes}
        | NEW_KEY
    )


def episode_page(title: Title, season: Season, episode: Episode, question: Question) -> Json:
    """One episode. An untranslated name is "Folge 3", an untranslated overview is ""."""
    base = question.language.partition("-")[0]
    texts = {"en-US": Text(episode.name, episode.overview), **episode.texts}
    text = text_in(texts, question.language)
    people = question.world.people_by_name
    return {
        "air_date": episode.aired or None,
        "crew": [],
        "episode_number": episode.number,
        "episode_type": "standard",
        "guest_stars": [
            person_card(people[name]) | {"character": character, "credit_id": "g", "order": 500 + order}
            for order, (name, character) in enumerate(pairs(episode.guests))
        ],
        "id": season_id(title, season) * 100 + episode.number,
        "name": text.name or f"{_EPISODES.get(base, 'Episode')} {episode.number}",
        "overview": text.overview,
        "production_code": "",
        "runtime": episode.runtime,
        "season_number": season.number,
        "show_id": title.id,
        "still_path": f"/s{season_id(title, season)}x{episode.number}.jpg" if episode.overview else None,
        "vote_average": 7.1 if episode.overview else 0,
        "vote_count": 12 if episode.overview else 0,
    }  # fmt: skip
