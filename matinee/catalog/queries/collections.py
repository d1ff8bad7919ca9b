"""Collections."""

from matinee.catalog import visible
from matinee.catalog.models import Collection
from matinee.catalog.queries.cards import Row, by_language, collection_card, title_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale


def collection_detail(collection: Collection, locale: Locale, viewer: Viewer) -> Row:
    """The fields of schemas.CollectionDetail, without its freshness; parts in order of release."""
    parts = visible.titles(viewer).filter(collection=collection).order_by("year", "released_on", "id")
    ids = list(parts.values_list("id", flat=True))
    cards = title_cards(ids, locale, viewer)
    return collection_card(collection, locale) | {
        "overview": by_language(collection.translations, "overview", locale) or collection.overview,
        "parts": [cards[pk] for pk in ids if pk in cards],
    }
