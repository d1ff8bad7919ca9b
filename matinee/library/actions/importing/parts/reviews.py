"""Reviews."""

from collections.abc import Sequence

from matinee.library.actions.importing.claims import Claim, Context, Made
from matinee.library.actions.reviews import publish_reviews, remove_reviews
from matinee.library.models import Review
from matinee.library.transfer.formats import Fact, Row
from matinee.library.transfer.formats import Review as Text

_NAME = "review"


def lacking(context: Context, claims: Sequence[Claim]) -> dict[int, set[Fact]]:
    mine = _claims(claims)
    if not mine:
        return {}
    there = _there(context, mine)
    return {claim.number: {"review"} for claim, _, _ in mine if claim.title_id not in there}


def add(context: Context, claims: Sequence[Claim]) -> dict[int, Made]:
    mine = _claims(claims)
    if not mine:
        return {}
    there = _there(context, mine)
    new: dict[int, tuple[Claim, Review]] = {}
    for claim, row, text in mine:
        if claim.about_title not in there:
            at = context.said_at(row)
            review = Review(
                user_id=context.user_id,
                title_id=claim.about_title,
                text=text.text,
                spoiler=text.spoilers,
                created_at=at,
                changed_at=at,
            )
            new.setdefault(claim.about_title, (claim, review))
    publish_reviews(context.user_id, [review for _, review in new.values()])
    return {claim.number: {_NAME: review.pk} for claim, review in new.values()}


def take_back(context: Context, claims: Sequence[Claim]) -> dict[int, str]:
    mine = {
        claim.made[_NAME]: (claim, (text.text, text.spoilers, context.said_at(row)))
        for claim, row, text in _claims(claims)
        if _NAME in claim.made
    }
    rows = Review.objects.filter(user=context.user_id, pk__in=mine, removed_at=None).select_for_update(of=("self",))
    same = [row for row in rows if (row.text, row.spoiler, row.created_at) == mine[row.pk][1]]
    remove_reviews(context.user_id, same)
    gone = {row.pk for row in same}
    return {claim.number: "You have changed the review since" for pk, (claim, _) in mine.items() if pk not in gone}


def _claims(claims: Sequence[Claim]) -> list[tuple[Claim, Row, Text]]:
    return [
        (claim, row, row.review) for claim in claims if isinstance(row := claim.said, Row) and row.review is not None
    ]


def _there(context: Context, claims: Sequence[tuple[Claim, Row, Text]]) -> set[int]:
    title_ids = {claim.title_id for claim, _, _ in claims}
    rows = Review.objects.filter(user=context.user_id, title__in=title_ids, removed_at=None)
    return set(rows.values_list("title_id", flat=True))
