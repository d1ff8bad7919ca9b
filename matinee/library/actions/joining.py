"""Two rows of the catalogue were one title: what belongs to the one belongs to the other now."""

from django.db.models import Exists, F, OuterRef

from matinee.core.deeds import deed
from matinee.library.actions.opinions import AS_IT_IS, Change, change_opinion
from matinee.library.models import Opinion, Review, Watchlist, WatchlistItem


@deed
def join_titles(kept: int, gone: int) -> None:
    """Move opinions, places in lists and reviews; where there are two, that of the kept title stays."""
    for row in Opinion.objects.filter(title=gone).order_by("pk").iterator():
        _join_opinions(row, kept)
    Opinion.objects.filter(title=gone).delete()
    for item in WatchlistItem.objects.filter(title=gone).order_by("watchlist", "pk"):
        _join_items(item, kept)
    has_both = Review.objects.filter(user=OuterRef("user"), title=kept)
    Review.objects.filter(title=gone).exclude(Exists(has_both)).update(title=kept)


def _join_opinions(row: Opinion, kept: int) -> None:
    mine = Opinion.objects.filter(user=row.user_id, title=kept).first() or Opinion()
    both = Change(
        favorite=True if row.loved_at else AS_IT_IS,
        rating=AS_IT_IS if mine.rating is not None else row.rating,
        notes=mine.notes or row.notes,
        dismissed=True if row.dismissed_at else AS_IT_IS,
    )
    change_opinion(row.user_id, kept, both)
    change_opinion(row.user_id, row.title_id, Change(favorite=False, rating=None, notes="", dismissed=False))


def _join_items(item: WatchlistItem, kept: int) -> None:
    holder = Watchlist.objects.select_for_update(of=("self",)).get(pk=item.watchlist_id)
    if not holder.items.filter(title=kept).exists():
        holder.items.filter(pk=item.pk).update(title=kept)
        return
    item.refresh_from_db()  # its place: somebody may have moved it before the list was ours
    holder.items.filter(pk=item.pk).delete()
    holder.items.filter(position__gt=item.position).update(position=F("position") - 1)
    Watchlist.objects.filter(pk=holder.pk).update(length=F("length") - 1)
