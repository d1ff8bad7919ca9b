"""What search found, as rows."""

from matinee.catalog import search as engine
from matinee.catalog import visible
from matinee.catalog.artwork import drawn_name
from matinee.catalog.models import Person
from matinee.catalog.pages import FoundRefs
from matinee.catalog.queries.cards import Row, localised, person_cards, profile, title_cards, translations
from matinee.core.access import Viewer
from matinee.core.language import Locale

_SUGGESTIONS = 8


def search_page(found: FoundRefs, locale: Locale, viewer: Viewer) -> Row:
    """The fields of schemas.SearchPage, without its freshness."""
    titles = title_cards(found.ids("movie", "tv"), locale, viewer)
    people = person_cards(found.ids("person"), locale, viewer)
    items = []
    for kind, pk in found.refs:
        title, person = (None, people.get(pk)) if kind == "person" else (titles.get(pk), None)
        if title or person:
            items.append({"kind": kind, "title": title, "person": person})
    return {
        "query": found.query,
        "corrected": found.corrected,
        "items": items,
        "page": found.page,
        "pages": found.pages,
        "total": found.total,
    }


def suggest(text: str, locale: Locale, viewer: Viewer) -> list[Row]:
    """Titles and people while typing."""
    hits = engine.suggest(text, limit=_SUGGESTIONS, viewer=viewer)
    title_ids = [hit.id for hit in hits if hit.kind != "person"]
    titles = {
        row["id"]: row
        for row in visible.titles(viewer)
        .filter(pk__in=title_ids)
        .values("id", "kind", "name", "overview", "language", "year", "poster")
    }
    texts = translations(title_ids, locale) if title_ids else {}
    people = {
        row["id"]: row
        for row in Person.objects.filter(pk__in=[hit.id for hit in hits if hit.kind == "person"]).values(
            "id", "name", "profile"
        )
    }
    items = []
    for hit in hits:
        if hit.kind == "person":
            if person := people.get(hit.id):
                items.append(
                    _suggestion(
                        "person", hit.id, person["name"], None, profile(person["id"], person["name"], person["profile"])
                    )
                )
        elif title := titles.get(hit.id):
            shown = localised(title, texts.get(hit.id, []), locale)
            image = shown["poster"] or drawn_name("title", hit.id, title["name"], title["year"])
            items.append(_suggestion(title["kind"], hit.id, shown["name"], title["year"], image))
    return items


def _suggestion(kind: str, pk: int, name: str, year: int | None, image: str) -> Row:
    return {"kind": kind, "id": pk, "name": name, "year": year, "image": image}
