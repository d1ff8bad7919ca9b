"""The calendar as programs read it: iCalendar (RFC 5545), all-day events."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import timezone

from matinee.accounts.models import User
from matinee.core.errors import NotFound
from matinee.core.language import Locale, choose
from matinee.library.models import CalendarLink
from matinee.library.queries.calendar import Calendar, Coming, calendar
from matinee.library.queries.viewers import viewer_of

if TYPE_CHECKING:
    from icalendar import Event

_BEFORE, _AFTER = timedelta(days=31), timedelta(days=366)
_ASK_AGAIN = timedelta(hours=6)


def calendar_link(user_id: UUID) -> CalendarLink | None:
    """Their secret address, if they have made one."""
    return CalendarLink.objects.filter(user=user_id).first()


def calendar_feed(digest: str, site: str) -> bytes:
    """A month back and a year ahead, for the person whose link has that digest. The same days give the same bytes.

    `site`: the address of this installation, with a slash at its end. Raises NotFound.
    """
    link = CalendarLink.objects.select_related("user").filter(digest=digest, user__is_active=True).first()
    if link is None:
        raise NotFound("There is no such calendar; its address may have been made anew")
    today, user = timezone.localdate(), link.user
    found = calendar(user.pk, today - _BEFORE, today + _AFTER, _locale(user), viewer_of(user))
    return _written(found, link.made_at, site)


def _locale(user: User) -> Locale:
    return choose(user.language or None, user.region or None, "")


def _written(found: Calendar, made_at: datetime, site: str) -> bytes:
    from icalendar import Calendar as Written  # noqa: PLC0415 - only this address needs it, and it takes memory

    written = Written()
    written.add("prodid", "-//Matinee//EN")
    written.add("version", "2.0")
    written.add("x-wr-calname", "Matinee")
    written.add("refresh-interval", _ASK_AGAIN, parameters={"VALUE": "DURATION"})
    written.add("x-published-ttl", _ASK_AGAIN, parameters={"VALUE": "DURATION"})
    for one in found.items:
        if card := found.titles.get(one.title_id):
            episode = found.episodes.get(one.episode_id) if one.episode_id else None
            written.add_component(_event(one, card, episode, made_at, site))
    return bytes(written.to_ical())


def _event(one: Coming, card: dict[str, Any], episode: dict[str, Any] | None, made_at: datetime, site: str) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - as above

    page = f"{'tv' if card['kind'] == 'tv' else 'movies'}/{card['id']}"
    numbers, summary = "film", card["title"]
    if episode:
        numbers = f"{episode['season']}x{episode['number']:02}"
        summary = f"{summary} {numbers}" + (f": {episode['title']}" if episode["title"] else "")
        page += f"/seasons/{episode['season']}"
    event = Event()
    event.add("uid", f"{card['id']}-{numbers}@matinee")
    event.add("dtstamp", made_at.astimezone(UTC))  # of the link: a time that moves would make each answer another
    event.add("dtstart", one.on)
    event.add("dtend", _day_after(one.on))
    event.add("summary", summary)
    event.add("url", site + page)
    event.add("transp", "TRANSPARENT")  # nobody is busy because something airs
    return event


def _day_after(day: date) -> date:
    return day + timedelta(days=1)
