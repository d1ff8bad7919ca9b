"""What was watched, by genre, decade, language, country and people. Each costs a statement or two."""

from collections import Counter
from typing import Any

from django.db.models import Count, F, QuerySet, Sum

from matinee.catalog.models import Credit, Title
from matinee.catalog.queries import genres, person_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale
from matinee.library.models import Screened

MOST = 12  # of a kind, those with the most titles
_LEADS = 5  # of a cast: whoever comes after them is in half of all films

Tally = dict[str, Any]


def by_genre(seen: QuerySet[Screened], locale: Locale) -> list[Tally]:
    """With each genre's name; a title counts for all of its genres."""
    found = seen.filter(title__genre_links__isnull=False).values(slug=F("title__genre_links__genre__slug"))
    rows = found.annotate(titles=Count("title", distinct=True), watched=Sum("minutes"))
    best = rows.order_by("-titles", "-watched", "slug")[:MOST]
    names = {genre["slug"]: genre["name"] for genre in genres(locale)}
    return [
        _tally(row["slug"], row["titles"], row["watched"]) | {"name": names.get(row["slug"], row["slug"])}
        for row in best
    ]


def by_decade(seen: QuerySet[Screened]) -> list[Tally]:
    """Of release, the oldest first: `key` is its first year."""
    titles, minutes = Counter[int](), Counter[int]()
    made = seen.filter(title__year__isnull=False).values(made=F("title__year")).order_by()
    for row in made.annotate(titles=Count("title", distinct=True), watched=Sum("minutes")):
        decade = row["made"] // 10 * 10
        titles[decade] += row["titles"]
        minutes[decade] += row["watched"]
    return [_tally(str(one), titles[one], minutes[one]) for one in sorted(titles)]


def by_language(seen: QuerySet[Screened]) -> list[Tally]:
    """Original languages, by code."""
    found = seen.exclude(title__original_language="").values(key=F("title__original_language"))
    rows = found.annotate(titles=Count("title", distinct=True), watched=Sum("minutes"))
    return [
        _tally(row["key"], row["titles"], row["watched"]) for row in rows.order_by("-titles", "-watched", "key")[:MOST]
    ]


def by_country(seen: QuerySet[Screened]) -> list[Tally]:
    """Countries of production, by code; a title counts for all of its countries."""
    titles, minutes = Counter[str](), Counter[str]()
    totals = dict(seen.values_list("title").annotate(Sum("minutes")).order_by())
    made_in = Title.objects.filter(pk__in=seen.values("title")).values_list("pk", "metadata__countries")
    for title_id, countries in made_in:
        for country in countries or []:
            titles[country] += 1
            minutes[country] += totals.get(title_id, 0)
    best = sorted(titles, key=lambda key: (-titles[key], -minutes[key], key))[:MOST]
    return [_tally(key, titles[key], minutes[key]) for key in best]


def by_person(seen: QuerySet[Screened], part: str, locale: Locale, viewer: Viewer) -> list[Tally]:
    """Directors (`part` "director") or leading players ("cast"), with their cards."""
    credits = Credit.objects.filter(title__in=seen.values("title"))
    if part == "director":
        credits = credits.filter(kind=Credit.Kind.CREW, job="Director")
    else:
        credits = credits.filter(kind=Credit.Kind.CAST, position__lt=_LEADS)
    rows = list(
        credits.values("person").annotate(titles=Count("title", distinct=True)).order_by("-titles", "person")[:MOST]
    )
    cards = person_cards([row["person"] for row in rows], locale, viewer)
    return [{"person": cards[row["person"]], "titles": row["titles"]} for row in rows if row["person"] in cards]


def _tally(key: str, titles: int, minutes: int) -> Tally:
    return {"key": key, "titles": titles, "minutes": minutes}
