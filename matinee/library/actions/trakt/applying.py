"""Making our side like Trakt's, in portions: what changes here and what is agreed on commit together."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.utils import timezone

from matinee.catalog.models import Title
from matinee.core.deeds import deed
from matinee.core.errors import MatineeError
from matinee.library.actions.opinions import Change, change_opinion
from matinee.library.actions.trakt.portions import portions
from matinee.library.actions.trakt.reading import Window, within
from matinee.library.actions.trakt.report import Report
from matinee.library.actions.trakt.sides import Part, base, ours, to_half_points
from matinee.library.actions.trakt.tokens import hold
from matinee.library.actions.watching import FIRST_FILM, Dated, add_viewings, remove_viewings
from matinee.library.actions.watchlist_items import add_title, remove_title
from matinee.library.models import Standpoint, TraktItem, TraktLink, TraktPart
from matinee.library.trakt.merging import Base, Key, Plan, Version, merge

TITLES_AT_ONCE = 20
FEW = 20  # so many may always be dropped at once; of more, only up to half

Versions = Mapping[Key, Version]


def plan_for(
    link: TraktLink, user_id: UUID, part: Part, theirs: Versions, window: Window | None, titles: set[int] | None = None
) -> tuple[Plan, Base]:
    """What is to be done as things are now, of these titles or of all."""
    mine = within(ours(user_id, part, titles), window)
    known = {key: one for key, one in base(link, part, titles).items() if window is None or window.holds(key)}
    yours = theirs if titles is None else {key: one for key, one in theirs.items() if key[0] in titles}
    return merge(mine, yours, known), known


def apply(link: TraktLink, user_id: UUID, part: Part, theirs: Versions, window: Window | None, report: Report) -> None:
    """Take over what is new there, drop what was removed there. Raises NoLongerLinked."""
    plan, known = plan_for(link, user_id, part, theirs, window)
    may_drop = _is_believable(plan, known, report)
    for titles in portions(sorted(plan.here()), TITLES_AT_ONCE):
        _apply_portion(link, user_id, part, theirs, window, set(titles), report, may_drop=may_drop)


def _is_believable(plan: Plan, known: Base, report: Report) -> bool:
    shared = sum(one.standpoint == Standpoint.SHARED for one in known.values())
    if len(plan.drop) <= max(FEW, shared // 2):
        return True
    report.say(
        f"Trakt no longer tells of {len(plan.drop)} of {shared} things. That looks like a mistake, so nothing was "
        "removed here. If it is none, unlink your account, remove them here, and link it anew"
    )
    return False


@deed
def _apply_portion(
    link: TraktLink,
    user_id: UUID,
    part: Part,
    theirs: Versions,
    window: Window | None,
    titles: set[int],
    report: Report,
    *,
    may_drop: bool,
) -> None:
    hold(link)
    plan, known = plan_for(link, user_id, part, theirs, window, titles)
    dropped = plan.drop if may_drop else {}
    doing = _Doing(link, user_id, part, report)
    done = doing.take(plan.take)
    doing.drop(dropped)
    report.taken += len(done)
    report.dropped += len(dropped)
    remember(link, part, {**plan.agree, **done}, known)
    gone = [known[key].pk for key in (*plan.forget, *dropped) if key in known]
    TraktItem.objects.filter(pk__in=gone).delete()
    unknown = [known[key].pk for key in plan.unknown]
    TraktItem.objects.filter(pk__in=unknown).update(standpoint=Standpoint.UNKNOWN)


def remember(
    link: TraktLink, part: Part, versions: Versions, known: Base, standpoint: Standpoint = Standpoint.SHARED
) -> None:
    """Part of a deed: these are agreed on from now on."""
    TraktItem.objects.filter(pk__in=[known[key].pk for key in versions if key in known]).delete()
    TraktItem.objects.bulk_create(
        TraktItem(
            link=link,
            part=part.kind,
            of_list=part.of_list,
            title_id=title,
            season=season,
            episode=episode,
            at=at,
            value=one.value,
            trakt_ids=list(one.ids) if standpoint == Standpoint.SHARED else [],
            standpoint=standpoint,
        )
        for (title, season, episode, at), one in versions.items()
    )


class _Doing:
    """The library's own deeds, for one part of one person's."""

    def __init__(self, link: TraktLink, user_id: UUID, part: Part, report: Report) -> None:
        self._link = link
        self._user_id = user_id
        self._part = part
        self._report = report

    def take(self, versions: Versions) -> dict[Key, Version]:
        """Those of them that could be taken over."""
        take = {
            TraktPart.RATING: self._rate,
            TraktPart.HISTORY: self._watch,
            TraktPart.LISTED: self._list,
        }[self._part.kind]
        done: dict[Key, Version] = {}
        for title, of_title in _by_title(versions).items():
            if self._tried(take, title, of_title):
                done |= of_title
        return done

    def drop(self, versions: Versions) -> None:
        """What is not here any more is dropped already."""
        for title, of_title in _by_title(versions).items():
            self._tried(self._drop, title, of_title)

    def _tried(self, doing: Callable[[int, Versions], None], title: int, versions: Versions) -> bool:
        try:
            with deed():
                doing(title, versions)
        except MatineeError as error:  # a full list, an episode that was taken out of the catalogue meanwhile
            self._report.say(error.detail)
            return False
        return True

    def _rate(self, title: int, versions: Versions) -> None:
        for one in versions.values():
            rating = Change(rating=to_half_points(one.value))
            rated_at = max(FIRST_FILM, min(one.at, timezone.now()))
            change_opinion(self._user_id, title, rating, rated_at=rated_at)

    def _watch(self, title: int, versions: Versions) -> None:
        dated = [Dated(season, episode, at) for _, season, episode, at in versions if at is not None]
        add_viewings(self._user_id, Title.objects.get(pk=title), dated)

    def _list(self, title: int, _versions: Versions) -> None:
        add_title(self._user_id, self._watchlist_id, title)

    def _drop(self, title: int, versions: Versions) -> None:
        match self._part.kind:
            case TraktPart.RATING:
                change_opinion(self._user_id, title, Change(rating=None))
            case TraktPart.HISTORY:
                remove_viewings(self._user_id, [pk for one in versions.values() for pk in one.ids])
            case TraktPart.LISTED:
                remove_title(self._user_id, self._watchlist_id, title)

    @property
    def _watchlist_id(self) -> int:
        of_list = self._part.of_list
        return (of_list.watchlist_id if of_list else None) or 0


def _by_title(versions: Versions) -> dict[int, dict[Key, Version]]:
    found: dict[int, dict[Key, Version]] = {}
    for key, one in versions.items():
        found.setdefault(key[0], {})[key] = one
    return found
