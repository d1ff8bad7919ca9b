"""People and their filmographies."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Q

from matinee.catalog.models import Credit, Person
from matinee.catalog.pages import FoundRefs
from matinee.catalog.queries.cards import Row, person_cards, profile, title_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale

_MOST_MAKERS = 3
_MAKERS = {"Director", "Creator"}


def makers(title_ids: Collection[int]) -> dict[int, list[str]]:
    """Names of up to three directors or creators of each title for which some are known, in one statement."""
    named = Q(job__contains="Director") | Q(job__contains="Creator")
    rows = Credit.objects.filter(named, title__in=title_ids, kind=Credit.Kind.CREW).order_by("position", "id")
    found: dict[int, list[str]] = defaultdict(list)
    for title_id, job, name in rows.values_list("title_id", "job", "person__name"):
        names = found[title_id]
        # A show's jobs are told together, "Director / Writer"; and an "Art Director" is none.
        if _MAKERS & set(job.split(" / ")) and name not in names and len(names) < _MOST_MAKERS:
            names.append(name)
    return {title_id: names for title_id, names in found.items() if names}


def people_page(found: FoundRefs, locale: Locale, viewer: Viewer) -> Row:
    """The fields of schemas.PersonPage, without its freshness."""
    cards = person_cards(found.ids("person"), locale, viewer)
    items = [cards[pk] for _, pk in found.refs if pk in cards]
    return {"items": items, "page": found.page, "pages": found.pages, "total": found.total}


def person_detail(person: Person, locale: Locale, viewer: Viewer) -> Row:
    """The fields of schemas.PersonDetail, without its freshness."""
    filmography = _filmography(person.pk, locale, viewer)
    best = sorted(filmography, key=lambda item: -item["title"]["popularity"])[:3]
    told = person.metadata.get("biographies", {})
    return {
        "id": person.pk,
        "name": person.name,
        "profile": profile(person.pk, person.name, person.profile),
        "department": person.department,
        "popularity": person.popularity,
        "knownFor": [item["title"]["title"] for item in best],
        "biography": next((told[tag] for tag in locale.languages if told.get(tag)), person.biography),
        "born": person.born_on,
        "died": person.died_on,
        "birthplace": person.birthplace,
        "aliases": person.metadata.get("aliases", []),
        "homepage": person.metadata.get("homepage"),
        "complete": person.completeness == "complete",
        "externalIds": {
            "tmdb": person.tmdb_id,
            "imdb": person.imdb_id,
            "tvdb": None,
            "wikidata": None,
            "archive": None,
        },
        "filmography": filmography,
    }


def _filmography(person_id: int, locale: Locale, viewer: Viewer) -> list[Row]:
    parts: dict[int, list[Row]] = defaultdict(list)
    credits = Credit.objects.filter(person_id=person_id).order_by("kind", "position", "id")
    for row in credits.values("title_id", "kind", "character", "job", "department", "episode_count"):
        parts[row["title_id"]].append(
            {
                "kind": row["kind"],
                "character": row["character"],
                "job": row["job"],
                "department": row["department"],
                "episodes": row["episode_count"],
            }
        )
    cards = title_cards(parts, locale, viewer)
    newest_first = sorted(cards.values(), key=lambda card: (-(card["year"] or 9999), card["title"]))
    return [{"title": card, "parts": parts[card["id"]]} for card in newest_first]
