"""Keeping which outside pictures show which titles."""

from collections.abc import Collection, Mapping

from matinee.catalog.models import TitlePicture


def note_pictures(names: Mapping[int | None, Collection[str]]) -> None:
    """Keep that these pictures show these titles (None: no title at all), in one statement. Empty names are none.

    Nothing is taken away: a title's former poster still shows it.
    """
    rows = sorted((name, title) for title, some in names.items() if title is not None for name in some if name)
    bare = sorted(name for name in names.get(None, ()) if name)
    TitlePicture.objects.bulk_create(
        [TitlePicture(name=name, title_id=title) for name, title in [*rows, *((name, None) for name in bare)]],
        ignore_conflicts=True,
    )
