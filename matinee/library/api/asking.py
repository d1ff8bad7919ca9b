"""What the library's addresses need to know of a request."""

from typing import cast
from uuid import UUID

from django.http import HttpRequest

from matinee.catalog import actions as catalog
from matinee.catalog import visible
from matinee.catalog.models import Title
from matinee.core.access import viewer
from matinee.core.errors import NotFound
from matinee.core.language import Locale
from matinee.library.schemas.common import Localised, Noun


def me(request: HttpRequest) -> UUID:
    """Who asks."""
    return cast(UUID, viewer(request).user_id)  # the gate has seen to it that there is somebody


def title(request: HttpRequest, noun: Noun, ref: str) -> Title:
    """It, fetched now if need be. Raises NotFound for what is not there for this person."""
    return catalog.open_title("movie" if noun == "movies" else "tv", ref, viewer(request)).row


def title_id(request: HttpRequest, noun: Noun, ref: str) -> int:
    """Its id, in the same way."""
    return title(request, noun, ref).pk


def met(request: HttpRequest, title_id: int) -> int:
    """The same id. Raises NotFound for a title that is not there for this person."""
    if not visible.titles(viewer(request)).filter(pk=title_id).exists():
        raise NotFound("there is no such title")
    return title_id


def locale(request: HttpRequest, query: Localised) -> Locale:
    """In which language, for which region they want to read."""
    return query.locale(request.headers.get("Accept-Language", ""))
