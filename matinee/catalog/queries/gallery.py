"""A title's pictures, those first that its visitor can read."""

from matinee.catalog.artwork import is_drawn
from matinee.catalog.metadata import StoredPicture, TitleMetadata
from matinee.catalog.queries.cards import Row
from matinee.core.language import Locale

MOST_OF_A_KIND = 20
# Pixels of the largest that are served; a drawing has any size.
_DRAWN_POSTER = (780, 1170)
_DRAWN_BACKDROP = (1920, 1080)


def gallery(metadata: TitleMetadata, card: Row, locale: Locale) -> Row:
    """The fields of schemas.Pictures: in the asked language, then without words, then others.

    `card`: the title's; where there are no pictures of a kind, the one that is drawn for it is there.
    """
    return {
        "posters": _first(metadata.get("posters", []), locale) or _drawn(card["poster"], _DRAWN_POSTER),
        "backdrops": _first(metadata.get("backdrops", []), locale) or _drawn(card["backdrop"], _DRAWN_BACKDROP),
        "logos": _first(metadata.get("logos", []), locale),
    }


def _first(pictures: list[StoredPicture], locale: Locale) -> list[StoredPicture]:
    """As the provider ranks them within a language."""
    order = [*locale.languages, None]
    ranked = sorted(pictures, key=lambda one: order.index(one["language"]) if one["language"] in order else len(order))
    return ranked[:MOST_OF_A_KIND]


def _drawn(name: str, size: tuple[int, int]) -> list[Row]:
    width, height = size
    return [{"name": name, "width": width, "height": height, "language": None}] if is_drawn(name) else []
