"""All numbers of one person, for all time or one year."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, QuerySet, Sum
from django.utils import timezone

from matinee.catalog.queries import title_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale
from matinee.library.models import HIGHEST_RATING, Opinion, ScreenDay, Screened
from matinee.library.queries.marks import in_points
from matinee.library.queries.statistics import days, tallies

_MOST_WATCHED = 10
_BEST_RATED = 10


def statistics(user_id: UUID, year: int | None, locale: Locale, viewer: Viewer) -> dict[str, Any]:
    """What they watched and rated; in that year, if one is given. A fixed number of statements."""
    seen = Screened.objects.filter(user=user_id, times__gt=0)
    opinions = Opinion.objects.filter(user=user_id)
    watched_on = ScreenDay.objects.filter(user=user_id)
    years = watched_on.exclude(films=0, episodes=0).aggregate(first=Min("day"), last=Max("day"))
    if year is not None:
        seen = seen.filter(year=year)
        opinions = opinions.filter(rated_at__year=year)
        watched_on = watched_on.filter(day__year=year)
    return {
        "years": _years(years),
        **_totals(seen),
        **_ratings(opinions, locale, viewer),
        **_days(watched_on),
        "genres": tallies.by_genre(seen, locale),
        "decades": tallies.by_decade(seen),
        "languages": tallies.by_language(seen),
        "countries": tallies.by_country(seen),
        "directors": tallies.by_person(seen, "director", locale, viewer),
        "cast": tallies.by_person(seen, "cast", locale, viewer),
        "mostWatched": _most_watched(seen, locale, viewer),
    }


def _years(found: dict[str, Any]) -> list[int]:
    if found["first"] is None:
        return []
    return list(range(found["last"].year, found["first"].year - 1, -1))


def _totals(seen: QuerySet[Screened]) -> dict[str, Any]:
    kinds = seen.values("title__kind").annotate(
        titles=Count("title", distinct=True), times=Sum("times"), minutes=Sum("minutes")
    )
    found = {row["title__kind"]: row for row in kinds.order_by()}
    nothing = {"titles": 0, "times": 0, "minutes": 0}
    films, shows = found.get("movie", nothing), found.get("tv", nothing)
    return {
        "films": films["titles"],
        "filmViewings": films["times"],
        "shows": shows["titles"],
        "episodes": shows["times"],
        "filmMinutes": films["minutes"],
        "showMinutes": shows["minutes"],
    }


def _ratings(opinions: QuerySet[Opinion], locale: Locale, viewer: Viewer) -> dict[str, Any]:
    rated = opinions.filter(rating__isnull=False)
    numbers = dict(rated.values_list("rating").annotate(Count("pk")).order_by())
    total = sum(numbers.values())
    best = list(rated.order_by("-rating", "-rated_at")[:_BEST_RATED])
    cards = title_cards([row.title_id for row in best], locale, viewer)
    return {
        "ratings": [numbers.get(points, 0) for points in range(HIGHEST_RATING + 1)],
        "averageRating": round(sum(points * n for points, n in numbers.items()) / total / 2, 2) if total else None,
        "bestRated": [
            {"title": cards[row.title_id], "rating": in_points(row.rating)} for row in best if row.title_id in cards
        ],
    }


def _days(watched_on: QuerySet[ScreenDay]) -> dict[str, Any]:
    rows = watched_on.exclude(films=0, episodes=0).order_by("day").values_list("day", "films", "episodes", "minutes")
    found = [days.Day(*row) for row in rows]
    runs = days.streaks([one.day for one in found])
    busiest = max(found, key=lambda one: one.minutes, default=None)
    return {
        "daysWatched": len(found),
        "months": days.by_month(found),
        "weekdays": days.by_weekday(found),
        "longestStreak": _streak(days.longest(runs)),
        "currentStreak": _streak(days.current(runs, timezone.now().date())),
        "busiestDay": busiest and {"day": busiest.day, "minutes": busiest.minutes},
    }


def _streak(found: days.Streak | None) -> dict[str, Any] | None:
    return None if found is None else {"first": found.first, "last": found.last, "days": found.days}


def _most_watched(seen: QuerySet[Screened], locale: Locale, viewer: Viewer) -> list[dict[str, Any]]:
    sums = seen.values("title").annotate(total=Sum("minutes"), viewings=Sum("times"))
    rows = list(sums.order_by("-total", "-viewings", "title")[:_MOST_WATCHED])
    cards = title_cards([row["title"] for row in rows], locale, viewer)
    return [
        {"title": cards[row["title"]], "times": row["viewings"], "minutes": row["total"]}
        for row in rows
        if row["title"] in cards
    ]
