"""Titles and people as lists show them, many at once: three statements for a page, whatever its length."""

from collections import defaultdict
from collections.abc import Collection as SizedIterable
from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from django.db.models import FilteredRelation, Q

from matinee.catalog import visible
from matinee.catalog.artwork import drawn_name
from matinee.catalog.models import Collection, Credit, Person, TitleGenre, TitleTranslation
from matinee.core.access import Viewer
from matinee.core.language import Locale

Row = dict[str, Any]
"""One object in the shape of a schema, with its outside names."""

CARD_FIELDS = (
    "id", "kind", "name", "original_name", "original_language", "language", "overview", "year", "released_on", "poster",
    "backdrop", "rating", "votes", "popularity", "runtime",
)  # fmt: skip


class Texts(TypedDict):
    """What a translation may replace."""

    name: str
    overview: str
    tagline: str
    poster: str


def title_cards(ids: SizedIterable[int], locale: Locale, viewer: Viewer) -> dict[int, Row]:
    """Cards by id, of those titles that the viewer meets."""
    rows = list(visible.titles(viewer).filter(pk__in=ids).values(*CARD_FIELDS))
    texts = translations([row["id"] for row in rows], locale)
    slugs = genre_slugs([row["id"] for row in rows])
    return {row["id"]: title_card(row, texts.get(row["id"], []), slugs[row["id"]], locale) for row in rows}


def title_card(row: Row, texts: Iterable[TitleTranslation], genres: list[str], locale: Locale) -> Row:
    """One card, from a row of `CARD_FIELDS`."""
    shown = localised(row, texts, locale)
    return {
        "id": row["id"],
        "kind": row["kind"],
        "title": shown["name"],
        "originalTitle": row["original_name"],
        "year": row["year"],
        "released": row["released_on"],
        "overview": shown["overview"],
        "poster": shown["poster"] or drawn_name("title", row["id"], row["name"], row["year"]),
        "backdrop": row["backdrop"] or drawn_name("title", row["id"], row["name"], row["year"]),
        "rating": row["rating"],
        "votes": row["votes"],
        "popularity": row["popularity"],
        "runtime": row["runtime"],
        "originalLanguage": row["original_language"],
        "genres": genres,
    }


def localised(row: Mapping[str, Any], texts: Iterable[TitleTranslation], locale: Locale) -> Texts:
    """Field by field: the wished language's text, else its base language's, else the row's own."""
    by_language = {text.language: text for text in texts}
    own = Texts(name=row["name"], overview=row["overview"], tagline=row.get("tagline", ""), poster=row["poster"])
    sources = [own if tag == row["language"] else _texts(by_language.get(tag)) for tag in locale.languages] + [own]

    def best(name: str) -> str:
        return next((source[name] for source in sources if source[name]), "")  # type: ignore[literal-required]

    return Texts(name=best("name"), overview=best("overview"), tagline=best("tagline"), poster=best("poster"))


def _texts(found: TitleTranslation | None) -> Texts:
    if found is None:
        return Texts(name="", overview="", tagline="", poster="")
    return Texts(name=found.name, overview=found.overview, tagline=found.tagline, poster=found.poster)


def translations(
    title_ids: SizedIterable[int], locale: Locale, *, all_of: int | None = None
) -> dict[int, list[TitleTranslation]]:
    """Translations into the wished languages; of one title, all there are."""
    wanted = Q(title_id__in=title_ids, language__in=locale.languages)
    if all_of is not None:
        wanted |= Q(title_id=all_of)
    found: dict[int, list[TitleTranslation]] = defaultdict(list)
    for row in TitleTranslation.objects.filter(wanted).order_by("language"):
        found[row.title_id].append(row)
    return found


def genre_names(title_ids: SizedIterable[int], locale: Locale) -> dict[int, dict[str, str]]:
    """Each title's genres: names in the wished language by slug."""
    wanted = [*locale.languages, "en"]
    links = (
        TitleGenre.objects.filter(title_id__in=title_ids)
        .annotate(named=FilteredRelation("genre__translations", condition=Q(genre__translations__language__in=wanted)))
        .order_by("genre__slug")
        .values_list("title_id", "genre__slug", "named__language", "named__name")
    )
    found: dict[int, dict[str, tuple[int, str]]] = defaultdict(dict)
    for title_id, slug, language, name in links:
        choice = (wanted.index(language), name) if language else (len(wanted), slug)
        found[title_id][slug] = min(choice, found[title_id].get(slug, choice))
    return defaultdict(dict, {pk: {slug: name for slug, (_, name) in named.items()} for pk, named in found.items()})


def genre_slugs(title_ids: SizedIterable[int]) -> dict[int, list[str]]:
    """Slugs of each title's genres."""
    found: dict[int, list[str]] = defaultdict(list)
    links = TitleGenre.objects.filter(title_id__in=title_ids).order_by("genre__slug")
    for title_id, slug in links.values_list("title_id", "genre__slug"):
        found[title_id].append(slug)
    return found


def collection_card(collection: Collection, locale: Locale) -> Row:
    """The fields of schemas.CollectionCard."""
    return {
        "id": collection.pk,
        "name": by_language(collection.translations, "title", locale) or collection.name,
        "poster": collection.poster or None,
        "backdrop": collection.backdrop or None,
    }


def by_language(stored: dict[str, dict[str, str]], field: str, locale: Locale) -> str:
    """One text out of `{"de": {"title": …}}`, "" where there is none in the wished language."""
    return next((text for tag in locale.languages if (text := stored.get(tag, {}).get(field))), "")


def profile(pk: int, name: str, picture: str) -> str:
    """A person's picture, or a drawn one."""
    return picture or drawn_name("person", pk, name)


def person_cards(ids: SizedIterable[int], locale: Locale, viewer: Viewer) -> dict[int, Row]:
    """Cards of people by id, each with up to three titles they are known for and the viewer meets."""
    fields = ("id", "name", "profile", "department", "popularity", "metadata__known_for")
    people = list(Person.objects.filter(pk__in=ids).values(*fields))
    known = _known_titles(people, viewer)
    names = title_names({pk for title_ids in known.values() for pk in title_ids}, locale, viewer)
    return {
        person["id"]: {
            "id": person["id"],
            "name": person["name"],
            "profile": profile(person["id"], person["name"], person["profile"]),
            "department": person["department"],
            "popularity": person["popularity"],
            "knownFor": [names[pk] for pk in known[person["id"]] if pk in names][:_KNOWN_FOR],
        }
        for person in people
    }


_KNOWN_FOR = 3
_MOST_CREDITS = 60  # of a person on average: enough to find the best known three


def _known_titles(people: Iterable[Mapping[str, Any]], viewer: Viewer) -> dict[int, list[int]]:
    """By their best known credits, else by what a list said of them: some of that may not be met."""
    told = {person["id"]: person["metadata__known_for"] or [] for person in people}
    found: dict[int, dict[int, None]] = defaultdict(dict)
    credits = Credit.objects.filter(visible.shown(viewer, "title__"), person_id__in=told)
    best = credits.order_by("-title__popularity", "title_id").values_list("person_id", "title_id")
    for person_id, title_id in best[: _MOST_CREDITS * len(told)]:
        found[person_id][title_id] = None
    return {pk: list(found[pk])[:_KNOWN_FOR] or titles for pk, titles in told.items()}


def title_names(ids: SizedIterable[int], locale: Locale, viewer: Viewer) -> dict[int, str]:
    """What those titles are called that the viewer meets."""
    rows = visible.titles(viewer).filter(pk__in=ids).values("id", "name", "overview", "language", "poster")
    texts = translations(ids, locale)
    return {row["id"]: localised(row, texts[row["id"]], locale)["name"] for row in rows}
