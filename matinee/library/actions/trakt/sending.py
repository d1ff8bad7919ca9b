"""Making Trakt's side like ours: what is new here is sent, what was removed here is removed there, in portions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone

from matinee.catalog.models import Title, TitleKind
from matinee.core.deeds import deed
from matinee.library.actions.trakt.applying import Versions, plan_for, remember
from matinee.library.actions.trakt.portions import portions
from matinee.library.actions.trakt.reading import WATCHLIST_ID, Window
from matinee.library.actions.trakt.report import Report
from matinee.library.actions.trakt.sides import Part, base, ours
from matinee.library.actions.trakt.tokens import Access, hold
from matinee.library.models import Standpoint, TraktItem, TraktLink, TraktPart
from matinee.library.trakt.client import read, written
from matinee.library.trakt.merging import Key, Version
from matinee.library.trakt.shapes import Written

AT_ONCE = 100  # things in one request

Body = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Sender:
    """For one part of one person's."""

    access: Access
    link: TraktLink
    user_id: UUID
    part: Part
    report: Report

    def send(self, theirs: Versions, window: Window | None) -> None:
        """Raises as `Access.ask`, and NoLongerLinked. What went through before is remembered portion by portion."""
        plan, _ = plan_for(self.link, self.user_id, self.part, theirs, window)
        for keys in portions(plan.send, AT_ONCE):
            self._send({key: plan.send[key] for key in keys})
        for keys in portions(plan.withdraw, AT_ONCE):
            self._withdraw({key: plan.withdraw[key] for key in keys})

    def _send(self, versions: dict[Key, Version]) -> None:
        titles = Title.objects.in_bulk({key[0] for key in versions})
        body = _body(self.part, versions, titles)
        answer = self.access.ask(lambda session: session.write(self._path(), body))
        unfound = _unfound(read(Written, answer), titles.values())
        self._remember_sent(versions, unfound)
        self.report.sent += sum(key[0] not in unfound for key in versions)
        self.report.unknown_there.update(str(titles[title]) for title in unfound)

    def _withdraw(self, versions: dict[Key, Version]) -> None:
        if self.part.kind == TraktPart.HISTORY:
            body: Mapping[str, object] = {"ids": [number for one in versions.values() for number in one.ids]}
        else:
            titles = Title.objects.in_bulk({key[0] for key in versions})
            body = _bare(versions, titles)
        self.access.ask(lambda session: session.write(f"{self._path()}/remove", body))
        self._forget(versions)
        self.report.withdrawn += len(versions)

    def _path(self) -> str:
        if self.part.of_list is None:
            return "/sync/ratings" if self.part.kind == TraktPart.RATING else "/sync/history"
        number = self.part.of_list.trakt_id
        return "/sync/watchlist" if number == WATCHLIST_ID else f"/users/me/lists/{number}/items"

    @deed
    def _remember_sent(self, versions: Versions, unfound: set[int]) -> None:
        """What was removed here while it was on its way is to be withdrawn."""
        hold(self.link)
        touched = {key[0] for key in versions}
        known = base(self.link, self.part, touched)
        found = {key: one for key, one in versions.items() if key[0] not in unfound}
        lost = {key: one for key, one in versions.items() if key[0] in unfound}
        remember(self.link, self.part, found, known, Standpoint.SENT)
        remember(self.link, self.part, lost, known, Standpoint.UNKNOWN)
        still = ours(self.user_id, self.part, touched)
        gone = [
            one.pk for key, one in base(self.link, self.part, touched).items() if key in versions and key not in still
        ]
        TraktItem.objects.filter(pk__in=gone).update(gone_at=timezone.now())

    @deed
    def _forget(self, versions: Versions) -> None:
        hold(self.link)
        known = base(self.link, self.part, {key[0] for key in versions})
        TraktItem.objects.filter(pk__in=[known[key].pk for key in versions if key in known]).delete()


def _body(part: Part, versions: Versions, titles: Mapping[int, Title]) -> Body:
    if part.kind == TraktPart.HISTORY:
        return _viewings(versions, titles)
    is_rating = part.kind == TraktPart.RATING
    body: Body = {"movies": [], "shows": []}
    for (title, *_), one in versions.items():
        rating = {"rating": one.value, "rated_at": written(one.at)} if is_rating else {}
        body[_noun(titles[title])].append({"ids": _ids(titles[title]), **rating})
    return body


def _bare(versions: Versions, titles: Mapping[int, Title]) -> Body:
    body: Body = {"movies": [], "shows": []}
    for title, *_ in versions:
        body[_noun(titles[title])].append({"ids": _ids(titles[title])})
    return body


def _viewings(versions: Versions, titles: Mapping[int, Title]) -> Body:
    body: Body = {"movies": [], "shows": []}
    seasons: dict[tuple[int, int], list[dict[str, Any]]] = {}
    shows: dict[int, dict[str, Any]] = {}
    for title, season, episode, at in versions:
        watched_at = written(at) if at is not None else ""
        if season is None:
            body["movies"].append({"ids": _ids(titles[title]), "watched_at": watched_at})
            continue
        show = shows.setdefault(title, {"ids": _ids(titles[title]), "seasons": []})
        if (title, season) not in seasons:
            show["seasons"].append({"number": season, "episodes": seasons.setdefault((title, season), [])})
        seasons[title, season].append({"number": episode, "watched_at": watched_at})
    body["shows"] = list(shows.values())
    return body


def _noun(title: Title) -> str:
    return "movies" if title.kind == TitleKind.MOVIE else "shows"


def _ids(title: Title) -> dict[str, int | str]:
    """Trakt looks for the first that it knows."""
    ids: dict[str, int | str] = {}
    if title.imdb_id:
        ids["imdb"] = title.imdb_id
    if title.tmdb_id:
        ids["tmdb"] = title.tmdb_id
    return ids


def _unfound(answer: Written, titles: Iterable[Title]) -> set[int]:
    """Of which of these titles Trakt says that it does not know them."""
    films = [one.ids for one in answer.not_found.movies]
    shows = [one.ids for one in answer.not_found.shows]
    return {
        title.pk
        for title in titles
        for ids in (films if title.kind == TitleKind.MOVIE else shows)
        if (ids.tmdb and ids.tmdb == title.tmdb_id) or (ids.imdb and ids.imdb == title.imdb_id)
    }
