"""Reading the members of a JSON object that anybody may have written."""

from matinee.library.transfer.formats.entries import Json
from matinee.library.transfer.formats.rows import NO_IDS, Ids
from matinee.library.transfer.formats.values import imdb_id, whole, without_nul
from matinee.library.transfer.formats.wrong import Unreadable, shown


def object_at(given: Json, name: str) -> Json:
    """The object of this name; an empty one when there is none, or null."""
    value = given.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Unreadable(f"{name!r} is {shown(value)} and should be an object")
    return value


def objects_at(given: Json, name: str) -> list[Json]:
    """The objects in the list of this name; none when there is no such list."""
    value = given.get(name)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise Unreadable(f"{name!r} should be a list of objects")
    return value


def text_at(given: Json, name: str) -> str:
    """The text of this name; a number as it is written; empty for none or null."""
    value = given.get(name)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise Unreadable(f"{name!r} is {shown(value)} and should be a text")
    return without_nul(str(value))


def number_at(given: Json, name: str, *, what: str = "", highest: int = 2**31 - 1) -> int | None:
    """The whole number from 0 on of this name; None for none or null."""
    return whole(text_at(given, name), what or name, highest=highest)


def flag_at(given: Json, name: str) -> bool | None:
    """Whether it is so; None for none or null."""
    value = given.get(name)
    if value is not None and not isinstance(value, bool):
        raise Unreadable(f"{name!r} is {shown(value)} and should be true or false")
    return value


def ids_at(given: Json, name: str = "ids") -> Ids:
    """The ids of a title or episode, under the names that Trakt made usual."""
    ids = object_at(given, name)
    if not ids:
        return NO_IDS
    return Ids(
        tmdb=number_at(ids, "tmdb"),
        imdb=imdb_id(text_at(ids, "imdb")),
        tvdb=number_at(ids, "tvdb"),
        trakt=text_at(ids, "slug") or text_at(ids, "trakt") or None,
    )
