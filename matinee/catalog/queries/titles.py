"""A title's own page, and pages of titles."""

from collections.abc import Callable

from matinee.catalog.metadata import TitleMetadata
from matinee.catalog.models import Credit, Recommendation, Title, TitleTranslation
from matinee.catalog.pages import FoundRefs
from matinee.catalog.queries.cards import (
    CARD_FIELDS,
    Row,
    collection_card,
    genre_names,
    localised,
    profile,
    title_card,
    title_cards,
    translations,
)
from matinee.catalog.queries.gallery import gallery
from matinee.catalog.queries.neighbours import edges, reasons
from matinee.catalog.queries.seasons import season_cards
from matinee.core.access import Viewer
from matinee.core.errors import BadInput
from matinee.core.language import Locale

PARTS = (
    "credits", "videos", "images", "recommendations", "similar", "providers", "translations", "releases", "keywords",
    "externalIds",
)  # fmt: skip


def parse_include(value: str) -> frozenset[str]:
    """The optional parts asked for. Raises BadInput naming `include`."""
    wanted = frozenset(part.strip() for part in value.split(",") if part.strip())
    if unknown := sorted(wanted - set(PARTS)):
        raise BadInput.at("include", f"there is no {', '.join(unknown)}; there are {', '.join(PARTS)}")
    return wanted


def title_page(found: FoundRefs, locale: Locale, viewer: Viewer) -> Row:
    """The fields of schemas.TitlePage, without its freshness."""
    cards = title_cards(found.ids("movie", "tv"), locale, viewer)
    items = [cards[pk] for _, pk in found.refs if pk in cards]
    return {"items": items, "page": found.page, "pages": found.pages, "total": found.total}


def title_detail(title: Title, locale: Locale, include: frozenset[str], viewer: Viewer) -> Row:
    """The fields of schemas.TitleDetail, without its freshness.

    Seven statements at most, two of them to say why its neighbours are there (`title` has its collection).
    """
    near = edges(title.pk, include, viewer)
    row: Row = {name: getattr(title, name) for name in CARD_FIELDS} | {"tagline": title.tagline}
    metadata: TitleMetadata = title.metadata
    shown_ids = [title.pk, *(edge["id"] for edge in near)]
    texts = translations(shown_ids, locale, all_of=title.pk if "translations" in include else None)
    genres = genre_names(shown_ids, locale)
    shown = localised(row, texts[title.pk], locale)
    body = title_card(row, texts[title.pk], list(genres[title.pk]), locale)
    body |= {
        "tagline": shown["tagline"],
        "status": title.status,
        "ended": title.ended_on,
        "certification": _certification(metadata, locale.region),
        "minimumAge": title.minimum_age,
        "countries": metadata.get("countries", []),
        "languages": metadata.get("languages", []),
        "homepage": metadata.get("homepage") or None,
        "licence": metadata.get("licence"),
        "complete": title.completeness == "complete",
        "seasonCount": title.season_count,
        "episodeCount": title.episode_count,
        "genreNames": [{"slug": slug, "name": name} for slug, name in genres[title.pk].items()],
        "collection": collection_card(title.collection, locale) if title.collection else None,
        "seasons": season_cards(title, locale) if title.kind == "tv" else [],
        "companies": metadata.get("companies", []),
    }
    why = reasons(title, near, genres, locale)
    cards = {
        pk: title_card(edge, texts[pk], list(genres[pk]), locale) | {"reason": why[pk]}
        for pk, edge in {edge["id"]: edge for edge in near}.items()
    }
    neighbours = [(edge["origin"], cards[edge["id"]]) for edge in near]
    return body | _parts(title, body, texts[title.pk], neighbours, include, locale)


def _parts(
    title: Title,
    card: Row,
    texts: list[TitleTranslation],
    neighbours: list[tuple[str, Row]],
    include: frozenset[str],
    locale: Locale,
) -> Row:
    """What `include` names. `neighbours`: cards with their origins."""
    metadata: TitleMetadata = title.metadata
    makers: dict[str, Callable[[], object]] = {
        "credits": lambda: _credits(title.pk),
        "videos": lambda: metadata.get("videos", []),
        "images": lambda: gallery(metadata, card, locale),
        "recommendations": lambda: _of_origin(neighbours, Recommendation.Origin.RECOMMENDED),
        "similar": lambda: _of_origin(neighbours, Recommendation.Origin.SIMILAR),
        "providers": lambda: _watch(metadata, locale.region),
        "translations": lambda: [
            {"language": text.language, "title": text.name, "overview": text.overview} for text in texts
        ],
        "releases": lambda: metadata.get("releases", []),
        "keywords": lambda: metadata.get("keywords", []),
        "externalIds": lambda: {
            "tmdb": title.tmdb_id,
            "imdb": title.imdb_id,
            "tvdb": title.tvdb_id,
            "wikidata": title.wikidata_id,
            "archive": metadata.get("archive"),
        },
    }
    return {part: makers[part]() for part in PARTS if part in include}


def _of_origin(neighbours: list[tuple[str, Row]], wanted: str) -> list[Row]:
    return [card for origin, card in neighbours if origin == wanted]


def _credits(title_id: int) -> Row:
    rows = Credit.objects.filter(title_id=title_id).order_by("position", "id")
    body: Row = {"cast": [], "crew": []}
    for row in rows.values(
        "kind", "character", "job", "department", "episode_count", "person_id", "person__name", "person__profile"
    ):
        pk, name, picture = row["person_id"], row["person__name"], row["person__profile"]
        member = {"personId": pk, "name": name, "profile": profile(pk, name, picture)}
        if row["kind"] == Credit.Kind.CAST:
            body["cast"].append(member | {"character": row["character"], "episodes": row["episode_count"]})
        else:
            body["crew"].append(member | {"job": row["job"], "department": row["department"]})
    return body


def _certification(metadata: TitleMetadata, region: str) -> str | None:
    """The region's age rating; a cinema release's before others'."""
    rated = [one for one in metadata.get("releases", []) if one["country"] == region and one["certification"]]
    rated.sort(key=lambda one: one["type"] != "cinema")
    return rated[0]["certification"] if rated else None


def _watch(metadata: TitleMetadata, region: str) -> Row:
    names = metadata.get("watch_names", {})
    here = metadata.get("watch", {}).get(region, {})
    body: Row = {"region": region, "link": here.get("link") or None}
    for way in ("stream", "free", "ads", "rent", "buy"):
        ids: list[int] = here.get(way, [])  # type: ignore[assignment]
        options = ((pk, names.get(str(pk), ["", ""])) for pk in ids)
        body[way] = [{"id": pk, "name": name, "logo": logo or None} for pk, (name, logo) in options]
    return body
