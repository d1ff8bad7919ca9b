"""Reviewing titles, finding others' reviews helpful, and hiding what should not be read."""

from collections.abc import Sequence
from uuid import UUID

from django.utils import timezone

from matinee.accounts.actions import note
from matinee.accounts.models import AuditAction
from matinee.catalog import visible
from matinee.core import events
from matinee.core.access import Viewer
from matinee.core.deeds import deed
from matinee.core.errors import Forbidden, NotFound
from matinee.library.actions.earlier import KEPT_REMOVED, remember
from matinee.library.actions.opinions import Change, change_opinion
from matinee.library.events import (
    ReviewChanged,
    ReviewFoundHelpful,
    ReviewHidden,
    ReviewNotFoundHelpful,
    ReviewPublished,
    ReviewRemoved,
    ReviewRestored,
    ReviewUnhidden,
)
from matinee.library.models import HelpfulMark, Review

_NO_SUCH_REVIEW = "There is no such review"


@deed
def publish_review(user_id: UUID, title_id: int, text: str, change: Change, *, spoiler: bool = False) -> Review:
    """Say this of a title, whether or not something was said before. `change`: of the rating, which goes with it."""
    change_opinion(user_id, title_id, change)  # first: it locks the row that two at once wait for
    row = Review.objects.select_for_update().filter(user=user_id, title=title_id).first()
    if row is not None and row.removed_at is None:
        return _reword(row, text, spoiler=spoiler)
    row = row or Review(user_id=user_id, title_id=title_id)  # which stays hidden if it was
    HelpfulMark.objects.filter(review=row.pk).delete()  # what others found helpful was another text
    row.text, row.spoiler, row.helpful, row.removed_at = text, spoiler, 0, None
    row.created_at = row.changed_at = timezone.now()
    row.save()
    events.append(ReviewPublished(user_id, title_id, row.pk))
    return row


def _reword(row: Review, text: str, *, spoiler: bool) -> Review:
    if (row.text, row.spoiler) == (text, spoiler):
        return row
    earlier_id = remember(
        row.user_id, {"text": row.text, "spoiler": row.spoiler}, now={"text": text, "spoiler": spoiler}
    )
    row.text, row.spoiler, row.changed_at = text, spoiler, timezone.now()
    row.save(update_fields=["text", "spoiler", "changed_at"])
    events.append(ReviewChanged(row.user_id, row.title_id, row.pk, earlier_id))
    return row


@deed
def publish_reviews(user_id: UUID, rows: Sequence[Review]) -> None:
    """Say these things of titles of which they have said nothing, or have taken it back."""
    removed = Review.objects.filter(
        user=user_id, title__in={row.title_id for row in rows}, removed_at__isnull=False
    ).select_for_update(of=("self",))
    hidden = {row.title_id: row for row in removed if row.hidden_at is not None}
    for row in rows:
        if (earlier := hidden.get(row.title_id)) is not None:  # what was hidden stays so, as in `publish_review`
            row.hidden_at, row.hidden_because = earlier.hidden_at, earlier.hidden_because
    removed.delete()
    for row in Review.objects.bulk_create(rows):
        events.append(ReviewPublished(user_id, row.title_id, row.pk))


@deed
def remove_reviews(user_id: UUID, rows: Sequence[Review]) -> None:
    """Take back several, which are locked and there."""
    Review.objects.filter(user=user_id, pk__in=[row.pk for row in rows]).update(removed_at=timezone.now())
    for row in rows:
        events.append(ReviewRemoved(user_id, row.title_id, row.pk))


@deed
def remove_review(user_id: UUID, title_id: int) -> None:
    """Take it back; the rating stays. Raises NotFound."""
    row = _own(user_id, title_id)
    if row is None or row.removed_at is not None:
        raise NotFound(_NO_SUCH_REVIEW)
    row.removed_at = timezone.now()
    row.save(update_fields=["removed_at"])
    events.append(ReviewRemoved(user_id, title_id, row.pk))


@deed
def restore_review(user_id: UUID, title_id: int) -> Review:
    """Have a removed review back as it was, within a day. Raises NotFound."""
    row = _own(user_id, title_id)
    if row is None or row.removed_at is None or row.removed_at < timezone.now() - KEPT_REMOVED:
        raise NotFound(_NO_SUCH_REVIEW)
    row.removed_at = None
    row.save(update_fields=["removed_at"])
    events.append(ReviewRestored(user_id, title_id, row.pk))
    return row


@deed
def mark_helpful(viewer: Viewer, user_id: UUID, review_id: int) -> int:
    """Say that somebody else's review has helped; how many have. Raises NotFound, Forbidden for one's own."""
    row = _met(viewer, review_id)
    if row.user_id == user_id:
        raise Forbidden("This is your own review. Whether it helps is for others to say")
    _, is_new = HelpfulMark.objects.get_or_create(review=row, user_id=user_id)
    if is_new:
        _count(row, 1)
        events.append(ReviewFoundHelpful(user_id, row.title_id, row.pk))
    return row.helpful


@deed
def unmark_helpful(viewer: Viewer, user_id: UUID, review_id: int) -> int:
    """Say so no more; how many still do. Raises NotFound."""
    row = _met(viewer, review_id)
    gone, _ = HelpfulMark.objects.filter(review=row, user=user_id).delete()
    if gone:
        _count(row, -1)
        events.append(ReviewNotFoundHelpful(user_id, row.title_id, row.pk))
    return row.helpful


@deed
def hide_review(user_id: UUID, review_id: int, because: str) -> None:
    """Let nobody read it but its author and administrators, who read the reason, too. Raises NotFound."""
    row = _any(review_id)
    told = {"because": because}
    before = {"because": row.hidden_because} if row.hidden_at else None
    if before == told:
        return
    row.hidden_at, row.hidden_because = timezone.now(), because
    row.save(update_fields=["hidden_at", "hidden_because"])
    events.append(ReviewHidden(user_id, row.title_id, row.pk, row.user_id))
    note(AuditAction.REVIEW_HIDDEN, target=_called(row), before=before, after=told)


@deed
def unhide_review(user_id: UUID, review_id: int) -> None:
    """Let everybody read it again. Raises NotFound."""
    row = _any(review_id)
    if row.hidden_at is None:
        return
    before = {"because": row.hidden_because}
    row.hidden_at, row.hidden_because = None, ""
    row.save(update_fields=["hidden_at", "hidden_because"])
    events.append(ReviewUnhidden(user_id, row.title_id, row.pk, row.user_id))
    note(AuditAction.REVIEW_UNHIDDEN, target=_called(row), before=before)


def _own(user_id: UUID, title_id: int) -> Review | None:
    return Review.objects.select_for_update().filter(user=user_id, title=title_id).first()


def _met(viewer: Viewer, review_id: int) -> Review:
    """Locked, so that the count is the number of marks."""
    there = Review.objects.select_for_update(of=("self",)).filter(pk=review_id, removed_at=None, hidden_at=None)
    row = there.filter(visible.shown(viewer, "title__")).first()
    if row is None:
        raise NotFound(_NO_SUCH_REVIEW)
    return row


def _any(review_id: int) -> Review:
    there = Review.objects.select_for_update(of=("self",)).select_related("user", "title")
    row = there.filter(pk=review_id, removed_at=None).first()
    if row is None:
        raise NotFound(_NO_SUCH_REVIEW)
    return row


def _count(row: Review, more: int) -> None:
    row.helpful += more
    row.save(update_fields=["helpful"])


def _called(row: Review) -> str:
    return f"{row.user.username} on {row.title}"
