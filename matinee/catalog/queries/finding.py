"""What search found, as rows."""

from collections import defaultdict

from matinee.catalog import search as engine
from matinee.catalog import visible
from matinee.catalog.artwork import drawn_name
from matinee.catalog.models import Person
from matinee.catalog.pages import FoundRefs, Ref
from matinee.catalog.queries.cards import Row, localised, person_cards, profile, title_cards, translations
from matinee.catalog.queries.groups import group_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale

_SUGGESTIONS = 8


def search_page(found: FoundRefs, locale: Locale, viewer: Viewer) -> Row:
    """The fields of schemas.SearchPage, without its freshness."""
    titles = title_cards(found.ids("movie", "tv"), locale, viewer)
    people = person_cards(found.ids("person"), locale, viewer)
    groups = group_cards(found.ids("collection"), found.ids("list"), locale, viewer)
    shown = (
        {
            "kind": kind,
            "title": titles.get(pk) if kind in ("movie", "tv") else None,
            "person": people.get(pk) if kind == "person" else None,
            "collection": groups.get((kind, pk)) if kind == "collection" else None,
            "list": groups.get((kind, pk)) if kind == "list" else None,
        }
        for kind, pk in found.refs
    )
    items = [one for one in shown if one["title"] or one["person"] or one["collection"] or one["list"]]
    return {
        "query": found.query,
        "corrected": found.corrected,
        "items": items,
        "page": found.page,
        "pages": found.pages,
        "total": found.total,
    }


def suggest(text: str, locale: Locale, viewer: Viewer, *, titles_only: bool = False) -> list[Row]:
    """Rows of schemas.Suggestion while typing, best first."""
    hits = engine.suggest(text, limit=_SUGGESTIONS, viewer=viewer, titles_only=titles_only)
    ids: dict[str, list[int]] = defaultdict(list)
    for hit in hits:
        ids[hit.kind].append(hit.id)
    rows = _suggested_titles([*ids["movie"], *ids["tv"]], locale, viewer)
    rows |= _suggested_people(ids["person"])
    rows |= {
        (kind, pk): _suggestion(kind, pk, card["name"], image=card["poster"], slug=card.get("slug"))
        for (kind, pk), card in group_cards(ids["collection"], ids["list"], locale, viewer).items()
    }
    return [rows[hit.kind, hit.id] for hit in hits if (hit.kind, hit.id) in rows]


def _suggested_titles(ids: list[int], locale: Locale, viewer: Viewer) -> dict[Ref, Row]:
    fields = ("id", "kind", "name", "overview", "language", "year", "poster")
    texts = translations(ids, locale) if ids else {}
    found = {}
    for row in visible.titles(viewer).filter(pk__in=ids).values(*fields):
        pk, kind, year = row["id"], row["kind"], row["year"]
        shown = localised(row, texts.get(pk, []), locale)
        image = shown["poster"] or drawn_name("title", pk, row["name"], year)
        found[kind, pk] = _suggestion(kind, pk, shown["name"], image=image, year=year)
    return found


def _suggested_people(ids: list[int]) -> dict[Ref, Row]:
    people = Person.objects.filter(pk__in=ids).values_list("id", "name", "profile")
    return {
        ("person", pk): _suggestion("person", pk, name, image=profile(pk, name, picture))
        for pk, name, picture in people
    }


def _suggestion(kind: str, pk: int, name: str, *, image: str, year: int | None = None, slug: str | None = None) -> Row:
    return {"kind": kind, "id": pk, "name": name, "year": year, "image": image, "slug": slug}
