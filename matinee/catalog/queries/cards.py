"""Titles and people as lists show them, many at once: three statements for a page, whatever its length."""

from collections import defaultdict
from collections.abc import Collection as SizedIterable
from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from django.db.models import FilteredRelation, Q

from matinee.catalog.artwork import drawn_name
from matinee.catalog.models import Collection, Person, Title, TitleGenre, TitleTranslation
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


def title_cards(ids: SizedIterable[int], locale: Locale) -> dict[int, Row]:
    """Cards of active titles by id."""
    rows = list(Title.objects.filter(pk__in=ids, is_active=True, is_adult=False).values(*CARD_FIELDS))
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


def person_cards(ids: SizedIterable[int]) -> dict[int, Row]:
    """Cards of people by id, each with up to three titles they are known for."""
    people = Person.objects.filter(pk__in=ids).values("id", "name", "profile", "department", "popularity")
    known: dict[int, dict[str, None]] = defaultdict(dict)
    best = Title.objects.filter(credits__person_id__in=ids, is_active=True, is_adult=False).order_by(
        "-popularity", "id"
    )
    for person_id, name in best.values_list("credits__person_id", "name")[: 60 * len(ids)]:
        known[person_id][name] = None
    return {
        person["id"]: {
            "id": person["id"],
            "name": person["name"],
            "profile": profile(person["id"], person["name"], person["profile"]),
            "department": person["department"],
            "popularity": person["popularity"],
            "knownFor": list(known[person["id"]])[:3],
        }
        for person in people
    }
