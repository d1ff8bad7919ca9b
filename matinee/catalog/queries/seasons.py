"""Seasons and episodes."""

from collections.abc import Collection

from matinee.catalog.artwork import drawn_name
from matinee.catalog.models import Episode, Season, Title
from matinee.catalog.queries.cards import CARD_FIELDS, Row, by_language, title_card, translations
from matinee.core.errors import NotFound
from matinee.core.language import Locale


def season_cards(title: Title, locale: Locale) -> list[Row]:
    """A show's seasons as its page lists them; the specials come last."""
    seasons = Season.objects.filter(title=title).order_by("number")
    return sorted(
        (_heading(season, title, locale) for season in seasons), key=lambda card: (card["number"] == 0, card["number"])
    )


def _heading(season: Season, title: Title, locale: Locale) -> Row:
    name = by_language(season.translations, "title", locale) or season.name
    return {
        "number": season.number,
        "title": name,
        "overview": by_language(season.translations, "overview", locale) or season.overview,
        "aired": season.aired_on,
        "poster": season.poster or drawn_name("season", season.pk, title.name, str(season)),
        "episodes": season.episode_count,
    }


def season_detail(season: Season, locale: Locale) -> Row:
    """The fields of schemas.SeasonDetail, without its freshness (`season` has its title)."""
    show = _show(season, locale)
    episodes = season.episodes.order_by("number")
    return _heading(season, season.title, locale) | {
        "show": show,
        "complete": season.completeness == "complete",
        "episodes": [_episode(episode, season.number, locale) for episode in episodes],
    }


def episode_detail(season: Season, number: int, locale: Locale) -> Row:
    """The fields of schemas.EpisodeDetail, without its freshness. Raises NotFound."""
    episode = season.episodes.filter(number=number).first()
    if episode is None:
        raise NotFound(f"season {season.number} has no episode {number}")
    return _episode(episode, season.number, locale) | {"show": _show(season, locale)}


def episode_cards(ids: Collection[int], locale: Locale) -> dict[int, Row]:
    """The fields of schemas.EpisodeCard by id; of shows that the viewer is known to meet."""
    fields = ("pk", "season__number", "number", "name", "translations", "still", "aired_on", "runtime")
    return {
        row["pk"]: {
            "id": row["pk"],
            "season": row["season__number"],
            "number": row["number"],
            "title": by_language(row["translations"], "title", locale) or row["name"],
            "still": row["still"] or None,
            "aired": row["aired_on"],
            "runtime": row["runtime"],
        }
        for row in Episode.objects.filter(pk__in=ids).values(*fields)
    }


def _show(season: Season, locale: Locale) -> Row:
    title = season.title
    row = {name: getattr(title, name) for name in CARD_FIELDS}
    card = title_card(row, translations([title.pk], locale)[title.pk], [], locale)
    return {name: card[name] for name in ("id", "title", "poster", "backdrop")}


def _episode(episode: Episode, season: int, locale: Locale) -> Row:
    members = [_member(one) for one in episode.metadata.get("guests", [])]
    crew = [_member(one) for one in episode.metadata.get("crew", [])]
    return {
        "id": episode.pk,
        "season": season,
        "number": episode.number,
        "title": by_language(episode.translations, "title", locale) or episode.name,
        "overview": by_language(episode.translations, "overview", locale) or episode.overview,
        "still": episode.still or None,
        "aired": episode.aired_on,
        "runtime": episode.runtime,
        "rating": episode.rating,
        "votes": episode.votes,
        "archive": episode.metadata.get("archive"),
        "guests": members,
        "crew": crew,
    }


def _member(stored: Row) -> Row:
    """A guest or crew member. Those live in the episode's row, so their page is opened by TMDB's id."""
    return {
        "person": f"tmdb:{stored['person']}",
        "name": stored["name"],
        "profile": stored["profile"] or None,
        "character": stored["character"],
        "job": stored["job"],
    }
