"""Bringing in titles that somebody names, by outside id or from a file of records."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from matinee.catalog.actions.completing import complete_title, find_imdb
from matinee.catalog.actions.naming import seed_genres
from matinee.catalog.actions.opening import OutsideId
from matinee.catalog.actions.storing_details import store_complete
from matinee.catalog.providers.starter.provider import complete
from matinee.catalog.providers.starter.records import read_titles
from matinee.core.errors import BadInput, MatineeError, NotFound
from matinee.core.settings import current

_FORMS = "should be movie:tmdb:550, tv:tmdb:1396 or imdb:tt0137523, or the path of a file of records"


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """How many titles came in, and for each that did not, why."""

    done: int
    failed: tuple[tuple[str, str], ...]


def import_titles(refs: Iterable[str], *, progress: Callable[[str], None] = lambda _: None) -> ImportOutcome:
    """Fetch titles by outside id: movie:tmdb:550, tv:tmdb:1396, imdb:tt0137523. One failure does not stop the rest."""
    done, failed = 0, []
    for ref in refs:
        try:
            _import_one(ref)
        except MatineeError as error:
            failed.append((ref, error.detail))
        else:
            done += 1
        progress(ref)
    return ImportOutcome(done, tuple(failed))


def _import_one(ref: str) -> None:
    kind, _, rest = ref.partition(":") if ref.startswith(("movie:", "tv:")) else ("", "", ref)
    try:
        outside = OutsideId.parse(rest)
    except BadInput:
        raise BadInput(_FORMS) from None
    wait = current().http_timeout
    if outside.imdb:
        complete_title(*_by_imdb(kind, outside.imdb, wait=wait), wait=wait)
    elif outside.tmdb and kind:
        complete_title(kind, outside.tmdb, wait=wait)
    else:
        raise BadInput(_FORMS)


def _by_imdb(kind: str, imdb_id: str, *, wait: float) -> tuple[str, int]:
    for candidate in (kind,) if kind else ("movie", "tv"):
        try:
            return candidate, find_imdb(candidate, imdb_id, wait=wait)
        except NotFound:
            continue
    raise NotFound(f"TMDB knows no film or show with the IMDb id {imdb_id}")


def import_file(path: Path) -> ImportOutcome:
    """Store the titles of a file in the starter catalogue's format, all or none. Raises BadInput."""
    records = read_titles(path)
    seed_genres()
    if records:
        store_complete([complete(record) for record in records], ages=False)
    return ImportOutcome(len(records), ())
