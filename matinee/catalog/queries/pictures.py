"""Whether a viewer with an age cap may see a picture, by its name alone: `matinee.images` asks before it shows one."""

from matinee.catalog import visible
from matinee.catalog.artwork import NAME
from matinee.catalog.models import Person, Season, TitlePicture
from matinee.core.access import Viewer


def may_see_drawn(viewer: Viewer, name: str) -> bool:
    """A drawn name has the id of what it shows. People are met by everybody."""
    match = NAME.fullmatch(name)
    if match is None:
        return False
    pk = int(match["pk"])
    match match["what"]:
        case "title":
            return visible.titles(viewer).filter(pk=pk).exists()
        case "season":
            return Season.objects.filter(visible.shown(viewer, "title__"), pk=pk).exists()
        case _:
            return True


def may_see_tmdb(viewer: Viewer, name: str) -> bool:
    """A picture is seen by who meets a title that it shows. One that nothing stored has is not seen."""
    stored = f"tmdb-{name}"
    shown = visible.titles(viewer).filter(pictures__name=stored)
    return (
        shown.exists()
        or TitlePicture.objects.filter(name=stored, title=None).exists()
        or Person.objects.filter(profile=stored).exists()
    )
