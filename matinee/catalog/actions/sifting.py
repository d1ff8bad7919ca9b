"""A provider's answers for viewers with an age cap: kept for everybody, shown in part."""

from dataclasses import replace

from matinee.catalog import visible
from matinee.catalog.models import Completeness, Title
from matinee.catalog.pages import FoundRefs
from matinee.core.access import Viewer
from matinee.core.jobs import ring


def sift(found: FoundRefs, viewer: Viewer) -> FoundRefs:
    """What the viewer meets of a page, without the provider's total, which counts the rest too.

    Titles that only lists have told of have no rating yet: those are asked for behind the viewer's back.
    """
    ids = found.ids("movie", "tv")
    if viewer.age_cap is None or not ids:
        return found
    unrated = Title.objects.filter(pk__in=ids, completeness=Completeness.PARTIAL, tmdb_id__isnull=False)
    for pk in unrated.values_list("pk", flat=True):
        ring("catalog.refresh_title", pk)
    met = set(visible.titles(viewer).filter(pk__in=ids).values_list("pk", flat=True))
    return replace(found, refs=tuple(ref for ref in found.refs if ref[0] == "person" or ref[1] in met), total=None)
