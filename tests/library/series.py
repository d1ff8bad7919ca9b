"""A show whose episodes air on given days, and short ways to say what somebody does with it."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from matinee.catalog.actions.storing_details import store_complete
from matinee.catalog.models import Title
from matinee.catalog.providers.base import CompleteTitle, FoundEpisode, FoundSeason, FoundTitle
from matinee.core.models import Event
from tests.accounts.cast import Browser, said

HISTORY_EVENTS = ("FilmWatched", "EpisodeWatched", "ViewingRemoved", "StatusChanged")


def days(count: int) -> date:
    """So many days from today."""
    return timezone.localdate() + timedelta(days=count)


def serial(seasons: dict[int, list[date | None]], name: str = "The Loft") -> int:
    """A show with these seasons, each a list of the days on which its episodes air; its id."""
    found = tuple(
        FoundSeason(
            number=number,
            name="Specials" if number == 0 else f"Season {number}",
            aired_on=min((day for day in airs if day), default=None),
            episodes=tuple(
                FoundEpisode(number=one, name=f"Part {number}.{one}", aired_on=day, runtime=25)
                for one, day in enumerate(airs, 1)
            ),
        )
        for number, airs in seasons.items()
    )
    card = FoundTitle(
        kind="tv", starter_key=name.lower(), name=name, original_name=name, original_language="en", popularity=50.0
    )
    (pk,) = store_complete([CompleteTitle(title=card, language="en", runtime=30, seasons=found)], ages=False)
    return pk


def announced(show: int) -> int:
    """As if a provider told of it, which lists what has not been dated yet."""
    Title.objects.filter(pk=show).update(tmdb_id=90_000 + show)
    return show


def told() -> list[str]:
    """What happened in histories so far, oldest first."""
    names = Event.objects.filter(name__in=HISTORY_EVENTS).order_by("id")
    return list(names.values_list("name", flat=True))


def watch(browser: Browser, place: str, **what: object) -> dict[str, Any]:
    """`place`: movies/5 or tv/7."""
    return done(browser.post(f"/me/viewings/{place}", what))


def done(response: HttpResponse, status: int = 200) -> dict[str, Any]:
    assert response.status_code == status, response.content
    return said(response)


def standing(browser: Browser, place: str) -> dict[str, Any]:
    """Where somebody stands with it."""
    return done(browser.get(f"/me/standings/{place}"))


def next_numbers(told: dict[str, Any]) -> str | None:
    """Of the next episode of a standing: 1x02."""
    following = told["next"]
    return following and f"{following['season']}x{following['number']:02}"


def history(browser: Browser, query: str = "") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = done(browser.get(f"/me/history{query}"))["items"]
    return items
