"""Recommendations as pages show them: titles that the viewer meets, each with a reason that a person understands."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from matinee.catalog.queries import genres, title_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale
from matinee.core.settings import current
from matinee.library.models import Opinion, Standing, Status
from matinee.library.queries.recommendations.allowed import AllowedLately, allowed
from matinee.library.queries.recommendations.learnt import newest_of
from matinee.library.recommend import Pick, Reason

if TYPE_CHECKING:
    from matinee.library.recommend.shelf import Shelf

FOLDER = "recommendations"
_SPARE = 20  # picks more than asked for: some may have left the catalogue since it was learnt

_allowed_lately = AllowedLately()


def similar(title_id: int, count: int, locale: Locale, viewer: Viewer) -> list[dict[str, Any]]:
    """What is like a title."""
    models = shelf().current()
    picks = models.similar(title_id, count + _SPARE, allowed=_allowed_lately(models, viewer))
    return _shown(picks, count, locale, viewer)


def for_person(user_id: UUID, kind: str, count: int, locale: Locale, viewer: Viewer) -> list[dict[str, Any]]:
    """What somebody may like, and has neither seen nor planned. `kind`: movie, tv or "" for both."""
    models = shelf().current()
    may_be_picked = _allowed_lately(models, viewer, kind)
    left_out = _dismissed([user_id]) | _planned(user_id)
    picks = models.for_user(newest_of(user_id), left_out, may_be_picked, count + _SPARE)
    return _shown(picks, count, locale, viewer)


def together(
    people: Sequence[UUID], kind: str, minutes: int | None, count: int, locale: Locale, viewers: Sequence[Viewer]
) -> list[dict[str, Any]]:
    """What all of them may like and none has seen, within so many minutes. The first of them asks.

    `viewers`: of the people, in the same order: nobody is shown what another of them may not meet. The reasons are
    those of who asks; what the others like is their own affair.
    """
    common = _common([allowed(viewer, kind, minutes) for viewer in viewers])
    likings = [newest_of(user_id) for user_id in people]
    picks = shelf().current().together(likings, _dismissed(people), common, n=count + _SPARE)
    return _shown(picks, count, locale, viewers[0])


@cache
def shelf() -> "Shelf":
    """Of this process; it opens a file that was learnt anew by itself."""
    from matinee.library.recommend.shelf import Shelf  # noqa: PLC0415 - brings numpy and scipy, 30 MB

    return Shelf(current().data_dir / FOLDER)


def _dismissed(people: Sequence[UUID]) -> set[int]:
    rows = Opinion.objects.filter(user__in=people, dismissed_at__isnull=False)
    return set(rows.values_list("title_id", flat=True))


def _planned(user_id: UUID) -> set[int]:
    """What they know of already."""
    return set(Standing.objects.filter(user=user_id, status=Status.PLANNED).values_list("title_id", flat=True))


def _common(allowed_to: Collection[frozenset[int] | None]) -> frozenset[int] | None:
    given = [ids for ids in allowed_to if ids is not None]
    return frozenset.intersection(*given) if given else None


def _shown(picks: Sequence[Pick], count: int, locale: Locale, viewer: Viewer) -> list[dict[str, Any]]:
    causes = {pick.reasons[0].because_of for pick in picks} - {None}
    cards = title_cards([pick.title for pick in picks] + [one for one in causes if one], locale, viewer)
    names = {genre["slug"]: genre["name"] for genre in genres(locale)}
    met = [pick for pick in picks if pick.title in cards][:count]
    return [{**cards[pick.title], "reason": _reason(pick.reasons[0], cards, names)} for pick in met]


def _reason(reason: Reason, cards: dict[int, dict[str, Any]], genre_names: dict[str, str]) -> dict[str, Any]:
    told = [genre_names.get(name, name) for name in reason.names] if reason.kind == "genres" else list(reason.names)
    because = cards.get(reason.because_of) if reason.because_of is not None else None
    return {
        "kind": reason.kind,
        "names": told if reason.kind != "text" else [],
        "becauseOf": because and {name: because[name] for name in ("id", "kind", "title")},
    }
