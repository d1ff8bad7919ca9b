"""Favourites, ratings, notes and dismissals."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from matinee.library.actions.importing.claims import Claim, Context, Made
from matinee.library.actions.opinions import AS_IT_IS, Change, change_opinions, lock_opinions
from matinee.library.models import Opinion
from matinee.library.transfer.formats import Fact, Row

_NAME = "opinion"
_FIELDS = ("loved", "rating", "notes", "dismissed")


def lacking(context: Context, claims: Sequence[Claim]) -> dict[int, set[Fact]]:
    mine = _claims(claims)
    if not mine:
        return {}
    rows = Opinion.objects.filter(user=context.user_id, title__in={claim.about_title for claim, _ in mine})
    held = {row.title_id: _held(row) for row in rows}
    return {claim.number: set(news) for claim, row in mine if (news := _news(row, held.get(claim.about_title, set())))}


def add(context: Context, claims: Sequence[Claim]) -> dict[int, Made]:
    mine = _claims(claims)
    if not mine:
        return {}
    opinions = lock_opinions(context.user_id, {claim.about_title for claim, _ in mine})
    held = {title_id: _held(row) for title_id, row in opinions.items()}
    made: dict[int, Made] = {}
    changes: list[tuple[Opinion, Change, datetime]] = []
    for claim, row in mine:
        if news := _news(row, held[claim.about_title]):
            held[claim.about_title] |= set(news)
            made[claim.number] = {_NAME: news}
            changes.append((opinions[claim.about_title], _change(row, news), context.said_at(row)))
    change_opinions(context.user_id, changes)
    return made


def take_back(context: Context, claims: Sequence[Claim]) -> dict[int, str]:
    mine = [(claim, row) for claim, row in _claims(claims) if _NAME in claim.made]
    opinions = lock_opinions(context.user_id, {claim.about_title for claim, _ in mine})
    kept: dict[int, str] = {}
    changes: list[tuple[Opinion, Change, datetime]] = []
    for claim, row in mine:
        opinion = opinions[claim.about_title]
        same = [name for name in claim.made[_NAME] if _is_as_left(opinion, row, name, context.said_at(row))]
        changes.append((opinion, _opposite(same), context.begun_at))
        if changed := [name for name in claim.made[_NAME] if name not in same]:
            kept[claim.number] = f"You have changed the {' and the '.join(map(_called, changed))} since"
    change_opinions(context.user_id, changes)
    return kept


def _claims(claims: Sequence[Claim]) -> list[tuple[Claim, Row]]:
    """Those that say any of it."""
    return [(claim, row) for claim in claims if isinstance(row := claim.said, Row) and any(_said(row))]


def _said(row: Row) -> Iterator[Fact]:
    if row.loved:
        yield "loved"
    if row.rating is not None:
        yield "rating"
    if row.notes:
        yield "notes"
    if row.dismissed:
        yield "dismissed"


def _held(row: Opinion) -> set[str]:
    """What somebody has said of it already."""
    said = (row.loved_at is not None, row.rating is not None, bool(row.notes), row.dismissed_at is not None)
    return {name for name, is_said in zip(_FIELDS, said, strict=True) if is_said}


def _news(row: Row, held: Collection[str]) -> list[Fact]:
    return [name for name in _said(row) if name not in held]


def _change(row: Row, names: Sequence[str]) -> Change:
    return Change(
        favorite=True if "loved" in names else AS_IT_IS,
        rating=row.rating if "rating" in names else AS_IT_IS,
        notes=row.notes if "notes" in names else AS_IT_IS,
        dismissed=True if "dismissed" in names else AS_IT_IS,
    )


def _opposite(names: Sequence[str]) -> Change:
    return Change(
        favorite=False if "loved" in names else AS_IT_IS,
        rating=None if "rating" in names else AS_IT_IS,
        notes="" if "notes" in names else AS_IT_IS,
        dismissed=False if "dismissed" in names else AS_IT_IS,
    )


def _is_as_left(opinion: Opinion, row: Row, name: str, when: datetime) -> bool:
    """`when` it was said; what was taken away and then said anew, if with the same words, has another time."""
    left = {
        "loved": opinion.loved_at == when,
        "rating": (opinion.rating, opinion.rated_at) == (row.rating, when),
        "notes": opinion.notes == row.notes,
        "dismissed": opinion.dismissed_at == when,
    }
    return left[name]


def _called(name: str) -> str:
    return {"loved": "favourite", "dismissed": "dismissal"}.get(name, name)
