"""Plex: what its server answers when it is asked for the history, in JSON; one page of it, or several in a zip.

It has the plays of everybody who uses the server, so only one account's is taken. The year and the ids of an episode
are the episode's own. What was removed from the server since has its names left, and nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from matinee.core.errors import BadInput
from matinee.library.transfer.formats.entries import Entries, Json
from matinee.library.transfer.formats.objects import number_at, objects_at, text_at
from matinee.library.transfer.formats.reading import first_entry, from_entries
from matinee.library.transfer.formats.rows import About, Ids, Outcome, Row, Watch
from matinee.library.transfer.formats.uploads import Member, Upload
from matinee.library.transfer.formats.values import imdb_id, whole, year
from matinee.library.transfer.formats.wrong import Unreadable, shown

NAME = "Plex"

_ADDRESS = "/status/sessions/history/all"
_ANSWER = re.compile(r'\s*(?:(?P<xml>(?:<\?xml[^>]*>\s*)?<MediaContainer\b)|\{\s*"MediaContainer"\s*:)')
_BEGINNING = 1_000  # characters
_OF_A_PLAY = {"historyKey", "viewedAt"}
_NAME_AND_YEAR = re.compile(r"(.+) \(((?:19|20)\d\d)\)")  # how Plex tells shows of one name apart
_FIRST_PLAY = datetime(2008, 1, 1, tzinfo=UTC)  # before there was Plex: the server's clock was not set
_TOMORROW = timedelta(days=1)  # a clock may be ahead


def recognise(upload: Upload) -> int:
    """How sure it is, 0-100. Any answer of Plex is taken for one, so that `rows` can say what to ask for instead."""
    return 90 if any(_beginning(member) for member in upload.members) else 0


def rows(upload: Upload) -> Iterator[Outcome]:
    """Each play, as a viewing. Raises BadInput for XML, for another answer than the history, and for plays of several
    accounts.
    """
    pages = [member for member in upload.members if _is_page(member)]
    if not pages:
        raise BadInput(
            f"{upload.name!r} has no plays in it. Ask Plex for {_ADDRESS}, and if accountID is given, "
            "see that the number is that of an account"
        )
    _check_account(pages)
    for page in pages:
        yield from from_entries(page, _Reader(page.name).read)


def _beginning(member: Member) -> re.Match[str] | None:
    """That of an answer of Plex."""
    if member.encoding is None:
        return None
    with member.text() as text:
        return _ANSWER.match(text.read(_BEGINNING))


def _is_page(member: Member) -> bool:
    """Whether plays are in it. Raises BadInput for XML."""
    answer = _beginning(member)
    if answer and answer["xml"]:
        raise BadInput(
            f'{member.name!r} is XML. Ask Plex once more with the header "Accept: application/json", '
            "and give what it answers then"
        )
    return bool(answer and _OF_A_PLAY & first_entry(member)[1].keys())


def _check_account(pages: list[Member]) -> None:
    """Raises BadInput when the plays are of more than one: nobody should get those of others into their history."""
    only = None
    for account in _accounts(pages):
        only = only or account
        if account != only:
            raise BadInput(
                f"These are the plays of several accounts, {shown(only)} and {shown(account)} among them. Ask Plex for "
                f"those of one, as {_ADDRESS}?accountID=1; /accounts tells whose number is which"
            )


def _accounts(pages: list[Member]) -> Iterator[str]:
    for page in pages:
        with page.text() as text:
            for _, entry in Entries(text):
                if isinstance(entry, dict) and entry.get("accountID") is not None:
                    yield str(entry["accountID"])


@dataclass(frozen=True, slots=True)
class _Reader:
    file: str

    def read(self, number: int, entry: Json) -> Iterator[Outcome]:
        yield Row(self.file, number, _about(entry), watch=Watch(_viewed_at(entry)))


def _about(entry: Json) -> About:
    match text_at(entry, "type"):
        case "movie":
            released = text_at(entry, "year") or text_at(entry, "originallyAvailableAt")
            return About("movie", text_at(entry, "title"), year(released), _ids(entry))
        case "episode":
            return _episode(entry)
        case other:
            raise Unreadable(f"Films and episodes are taken from Plex, and this is of type {shown(other)}")


def _episode(entry: Json) -> About:
    """Without both numbers it would stand for a whole season or show."""
    show = text_at(entry, "grandparentTitle")
    season, episode = number_at(entry, "parentIndex"), number_at(entry, "index")
    if not show or season is None or episode is None:
        raise Unreadable(
            f"Plex does not say which episode of which show {shown(text_at(entry, 'title'))} is. "
            "Mark it as watched yourself"
        )
    named = _NAME_AND_YEAR.fullmatch(show)
    name, began = (named[1], int(named[2])) if named else (show, None)
    return About("tv", name, began, season=season, episode=episode, episode_ids=_ids(entry))


def _ids(entry: Json) -> Ids:
    """Of addresses like imdb://tt0017136; those at other places are passed over."""
    found = dict(text_at(one, "id").partition("://")[::2] for one in objects_at(entry, "Guid"))
    return Ids(
        tmdb=whole(found.get("tmdb", ""), "TMDB id"),
        imdb=imdb_id(found.get("imdb", "")),
        tvdb=whole(found.get("tvdb", ""), "TVDB id"),
    )


def _viewed_at(entry: Json) -> datetime:
    seconds = number_at(entry, "viewedAt")
    if seconds is None:
        raise Unreadable("Plex does not say when this was played. Mark it as watched yourself")
    at = datetime.fromtimestamp(seconds, UTC)
    if not _FIRST_PLAY <= at <= datetime.now(UTC) + _TOMORROW:
        raise Unreadable(
            f"Its viewedAt, {seconds}, would be {at.date().isoformat()}, which cannot be right. "
            "Mark it as watched yourself, on the right day"
        )
    return at
