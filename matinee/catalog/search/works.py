"""What the person that was looked for is best known for: who types a name often wants the films."""

from django.db.models import Q

from matinee.catalog import visible
from matinee.catalog.models import Credit
from matinee.catalog.search.documents import Rank, renown
from matinee.catalog.search.ranking import Match
from matinee.core.access import Viewer

_MOST = 10
_BEHIND = 1.0  # points


def works_of(person: tuple[float, int, Match], viewer: Viewer) -> list[tuple[float, int, Match]]:
    """The best known titles that the viewer meets of somebody who was found, as (score, key, match), in one statement.

    They rank by their own fame, but behind the person: among what bears the name well, and before what hardly does.
    """
    score, key, match = person
    parts = Q(kind=Credit.Kind.CAST) | Q(department__in=("Directing", "Writing"))
    credits = Credit.objects.filter(parts, visible.shown(viewer, "title__"), person_id=Rank.of_key(key).subject_id)
    fields = ("title__votes", "title__popularity", "title_id", "title__kind")
    best = credits.order_by("-title__votes", "-title__popularity", "title_id").values_list(*fields).distinct()[:_MOST]
    found = []
    for votes, popularity, title_id, kind in best:
        rank = Rank.of_renown(kind, renown(votes, popularity), title_id)
        found.append((min(rank.renown, score - _BEHIND), rank.key(), match._replace(is_exact=False)))
    return found
