"""Which titles a viewer meets. Every query of titles begins here, so that none forgets to ask.

A title whose minimum age is above the viewer's cap is not there for them: in no list, no search, no filmography, and
its address is as unknown as any other.
"""

from typing import Any

from django.db.models import Count, Exists, F, Func, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.db.models.lookups import LessThanOrEqual

from matinee.catalog.models import Title
from matinee.core.access import Viewer

_TOO_OLD = 1000  # for every cap
_HIDDEN = Q(is_active=False) | Q(is_adult=True)


def titles(viewer: Viewer) -> QuerySet[Title]:
    """The titles that this viewer meets."""
    return Title.objects.filter(shown(viewer))


def shown(viewer: Viewer, path: str = "") -> Q:
    """Whether a title is met. `path` leads from the queried table to it: "target__"."""
    return Q(**{f"{path}is_active": True, f"{path}is_adult": False}) & within_cap(viewer, path)


def within_cap(viewer: Viewer, path: str = "") -> Q:
    """Whether a title is for the viewer's age; empty, so free of cost, for one without a cap."""
    if viewer.age_cap is None:
        return Q()
    # Not a comparison of the bare column: SQLite would then find titles by age and sort them all for a page.
    age = Coalesce(F(f"{path}minimum_age"), 0 if viewer.unrated else _TOO_OLD)
    return Q(LessThanOrEqual(age, viewer.age_cap))


def count(rows: QuerySet[Any], viewer: Viewer) -> int:
    """Of how many of these rows the viewer meets the `title`. No two rows may be of one title.

    Without a cap it is nearly all. What nobody meets has an index, so none of the others is looked at. Rows that were
    chosen by what their titles are have looked at them already, and need only `filter(shown(…)).count()`.
    """
    if viewer.age_cap is not None:
        return rows.filter(shown(viewer, "title__")).count()
    hidden = Title.objects.filter(_HIDDEN, Exists(rows.filter(title=OuterRef("pk"))))
    how_many = Subquery(hidden.values(number=Func(F("pk"), function="COUNT")))  # an aggregate would group by the title
    met: int = rows.aggregate(number=Count("*") - how_many)["number"]
    return met


def admits(viewer: Viewer, title: Title) -> bool:
    """The same as `within_cap` for a row that has been read."""
    if viewer.age_cap is None:
        return True
    return viewer.unrated if title.minimum_age is None else title.minimum_age <= viewer.age_cap
