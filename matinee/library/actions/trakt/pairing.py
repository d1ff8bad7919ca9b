"""Which list here and which list at Trakt are kept alike."""

from uuid import UUID

from matinee.core.deeds import deed
from matinee.core.errors import ServiceError
from matinee.library.actions.holding import Full
from matinee.library.actions.trakt.reading import WATCHLIST, WATCHLIST_ID, ReadList, is_the_watchlist, unpaired
from matinee.library.actions.trakt.report import Report
from matinee.library.actions.trakt.tokens import Access, hold
from matinee.library.actions.watchlists import make_watchlist
from matinee.library.lines import as_line, shows
from matinee.library.models import LONGEST_LIST_NAME, LONGEST_LIST_TEXT, TraktLink, TraktList, Watchlist
from matinee.library.trakt.app import NAME
from matinee.library.trakt.client import read
from matinee.library.trakt.shapes import PersonalList


@deed
def pair(link: TraktLink, user_id: UUID, found: ReadList, report: Report) -> TraktList | None:
    """The list here that is kept alike with this one: the one of the same name, else a new one.

    None where it is not to be: either of the two was deleted, there is no room, or Trakt's watchlist is empty.
    Raises NoLongerLinked.
    """
    hold(link)
    known = TraktList.objects.select_related("watchlist").filter(link=link, trakt_id=found.trakt_id).first()
    if known is not None:
        mine = known.watchlist
        return None if known.is_over or mine is None or mine.deleted_at is not None else known
    same = _of_the_same_name(link, user_id, found)
    if same is None and found.told is None and not found.things:
        return None
    try:
        row = same or _made(user_id, found)
    except Full as error:
        report.say(error.detail)
        return None
    return TraktList.objects.create(link=link, trakt_id=found.trakt_id, watchlist=row)


@deed
def end_missing(link: TraktLink, there: set[int]) -> None:
    """Lists that Trakt has no more: ours stay, and are not sent again. Raises NoLongerLinked."""
    hold(link)
    gone = link.lists.exclude(trakt_id__in=there | {WATCHLIST_ID}).filter(is_over=False)
    gone.update(is_over=True)


def make_there(access: Access, link: TraktLink, row: Watchlist) -> TraktList:
    """A private list at Trakt for one of ours. Raises as `Access.ask`, and NoLongerLinked."""
    body = {"name": row.name, "description": row.description, "privacy": "private"}
    told = read(PersonalList, access.ask(lambda session: session.write("/users/me/lists", body)))
    return _keep(link, told.ids.trakt, row)


def without_like(link: TraktLink, user_id: UUID) -> list[Watchlist]:
    """Our lists that Trakt does not have, but for the one that goes with its watchlist."""
    return [row for row in unpaired(link, user_id) if not is_the_watchlist(row)]


def note_seen(pair_: TraktList, updated_at: str) -> None:
    """Trakt's list was dealt with as of this change."""
    TraktList.objects.filter(pk=pair_.pk).update(updated_at=updated_at)


@deed
def _keep(link: TraktLink, trakt_id: int, row: Watchlist) -> TraktList:
    hold(link)
    if TraktList.objects.filter(link=link, trakt_id=trakt_id).exists():
        raise ServiceError(NAME, "Trakt gave a new list the number of another")
    return TraktList.objects.create(link=link, trakt_id=trakt_id, watchlist=row)


def _of_the_same_name(link: TraktLink, user_id: UUID, found: ReadList) -> Watchlist | None:
    if found.told is None:
        return next((row for row in unpaired(link, user_id) if is_the_watchlist(row)), None)
    name = _name(found)
    rows = (row for row in unpaired(link, user_id) if not is_the_watchlist(row))
    return next((row for row in rows if row.name.casefold() == name.casefold()), None)


def _made(user_id: UUID, found: ReadList) -> Watchlist:
    description = (found.told.description or "") if found.told else ""
    return make_watchlist(user_id, _name(found), description=description[:LONGEST_LIST_TEXT])


def _name(found: ReadList) -> str:
    """What it would be called here: Trakt lets lists have names that nobody can see."""
    if found.told is None:
        return WATCHLIST
    name = as_line(found.told.name)[:LONGEST_LIST_NAME].strip()
    return name if shows(name) else "Untitled"
