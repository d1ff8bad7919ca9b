"""Storing titles as lists show them: many at once, in a number of statements that does not grow with them."""

from collections.abc import Collection, Iterable, Sequence

from django.db.models import Q

from matinee.catalog import search
from matinee.catalog.actions.depicting import note_pictures
from matinee.catalog.actions.storing_people import person_key, remember_known_for, store_people
from matinee.catalog.events import TitlesChanged
from matinee.catalog.models import Completeness, Genre, Title, TitleGenre, TitleTranslation
from matinee.catalog.providers.base import FoundPerson, FoundTitle, GenreRef
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.settings import current

TitleKey = tuple[str, int | str]
"""What tells two found titles apart: ("movie", 550) or ("movie", "nosferatu-1922")."""

# What moves every day in a provider's lists. It is taken for complete rows too, but is no news for pages.
_MOVING = ("rating", "votes", "popularity")
_CARD = (
    "name", "original_name", "original_language", "overview", "released_on", "year", "is_adult", "poster", "backdrop"
)  # fmt: skip


def key_of(found: FoundTitle) -> TitleKey:
    """The identity of a found title."""
    return found.kind, found.tmdb_id or found.starter_key or ""


@deed
def store_titles(found: Sequence[FoundTitle], language: str) -> dict[TitleKey, int]:
    """Store titles as a list in `language` showed them; answers their ids.

    A complete row keeps what its own page told; only its votes and popularity move. In a language other than the
    row's, name and overview become a translation.
    """
    wanted = {key_of(one): one for one in found if not one.is_adult}
    rows = _existing(wanted.values())
    fresh = [
        _new_row(one, language) for key, one in sorted(wanted.items(), key=lambda item: str(item[0])) if key not in rows
    ]
    if fresh:
        # Another process may store the same title at the same moment; then its row counts.
        Title.objects.bulk_create(fresh, ignore_conflicts=True)
        rows |= _existing([one for key, one in wanted.items() if key not in rows])
    new_keys = {(row.kind, row.tmdb_id or row.starter_key or "") for row in fresh}
    changed = [row for key, row in rows.items() if key not in new_keys and _renew(row, wanted[key], language)]
    moved = [row for key, row in rows.items() if key not in new_keys and _move(row, wanted[key])]
    Title.objects.bulk_update(sorted(changed, key=lambda row: row.pk), [*_CARD, "language"])
    Title.objects.bulk_update(sorted(moved, key=lambda row: row.pk), _MOVING)
    open_rows = {key: row for key, row in rows.items() if row.completeness == Completeness.PARTIAL}
    set_genres({row.pk: wanted[key].genres for key, row in open_rows.items()})
    translated = _store_translations(
        {rows[key].pk: (rows[key], one) for key, one in wanted.items() if key in rows}, language
    )
    news = {row.pk for row in changed} | {rows[key].pk for key in new_keys if key in rows} | translated
    if news:
        note_pictures({row.pk: {row.poster, row.backdrop} for row in rows.values() if row.pk in news})
        search.index_titles(sorted(news))
        events.append(TitlesChanged(tuple(sorted(news))))
    return {key: row.pk for key, row in rows.items()}


@deed
def store_mixed(found: Sequence[FoundTitle | FoundPerson], language: str) -> list[tuple[str, int]]:
    """Store what a page held, titles and people; answers ("movie" | "tv" | "person", id) in the page's order."""
    titles = [one for one in found if isinstance(one, FoundTitle)]
    people = [one for one in found if isinstance(one, FoundPerson)]
    title_ids = store_titles([*titles, *(known for one in people for known in one.known_for)], language)
    people_ids = store_people(people)
    remember_known_for(
        {
            people_ids[person_key(one)]: [
                title_ids[key_of(known)] for known in one.known_for if key_of(known) in title_ids
            ]
            for one in people
        }
    )
    refs: dict[tuple[str, int], None] = {}  # a set that keeps its order: providers repeat themselves
    for one in found:
        if isinstance(one, FoundPerson):
            refs[("person", people_ids[person_key(one)])] = None
        elif title_id := title_ids.get(key_of(one)):
            refs[(one.kind, title_id)] = None
    return list(refs)


def _existing(found: Collection[FoundTitle]) -> dict[TitleKey, Title]:
    """The rows of found titles, by what those were found by: a row may have both kinds of key.

    They are locked in one order, and before any people are, so that two who store the same ones queue up.
    """
    wanted = {key_of(one) for one in found}
    match = Q(starter_key__in=[one.starter_key for one in found if one.starter_key])
    for kind in ("movie", "tv"):
        match |= Q(kind=kind, tmdb_id__in=[one.tmdb_id for one in found if one.tmdb_id and one.kind == kind])
    rows = Title.objects.select_for_update(no_key=True).filter(match).order_by("pk").defer("metadata")
    keys = {(row.kind, key): row for row in rows for key in (row.tmdb_id, row.starter_key) if key}
    return {key: row for key, row in keys.items() if key in wanted}


def _new_row(found: FoundTitle, language: str) -> Title:
    return Title(
        kind=found.kind,
        tmdb_id=found.tmdb_id,
        starter_key=found.starter_key,
        language=language,
        **{name: getattr(found, name) for name in (*_CARD, *_MOVING)},
    )


def _renew(row: Title, found: FoundTitle, language: str) -> bool:
    """Take over the card of a partial row, when it comes in the row's language or the installation's. True if news."""
    if row.completeness == Completeness.COMPLETE or language not in {row.language, current().language}:
        return False
    before = [getattr(row, name) for name in _CARD]
    for name in _CARD:
        setattr(row, name, getattr(found, name))
    row.language = language
    return before != [getattr(row, name) for name in _CARD]


def _move(row: Title, found: FoundTitle) -> bool:
    if row.tmdb_id and not found.tmdb_id:  # the starter knows no votes, and must not take away the provider's
        return False
    before = [getattr(row, name) for name in _MOVING]
    for name in _MOVING:
        setattr(row, name, getattr(found, name))
    return before != [getattr(row, name) for name in _MOVING]


def genre_ids(refs: Iterable[GenreRef]) -> dict[GenreRef, int]:
    """Our ids of genres by TMDB's number or by slug; unknown ones are left out until the genres are fetched anew."""
    wanted = set(refs)
    found: dict[GenreRef, int] = {}
    for pk, slug, tmdb_id in Genre.objects.values_list("pk", "slug", "tmdb_id"):
        found |= {ref: pk for ref in (slug, tmdb_id) if ref in wanted}
    return found


def set_genres(refs_by_title: dict[int, tuple[GenreRef, ...]]) -> None:
    """Make each title's genres exactly these."""
    if not refs_by_title:
        return
    known = genre_ids(ref for refs in refs_by_title.values() for ref in refs)
    wanted = {(title_id, known[ref]) for title_id, refs in refs_by_title.items() for ref in refs if ref in known}
    links = TitleGenre.objects.filter(title_id__in=refs_by_title)
    existing = {(link.title_id, link.genre_id): link.pk for link in links}
    if gone := [pk for pair, pk in existing.items() if pair not in wanted]:
        TitleGenre.objects.filter(pk__in=gone).delete()
    new = sorted(wanted - existing.keys())
    TitleGenre.objects.bulk_create(
        (TitleGenre(title_id=title_id, genre_id=genre_id) for title_id, genre_id in new), ignore_conflicts=True
    )


def _store_translations(found: dict[int, tuple[Title, FoundTitle]], language: str) -> set[int]:
    """Keep name, overview and poster as translations where the row speaks another language; answers what changed."""
    wanted = {}
    for pk, (row, one) in found.items():
        if row.language == language:
            continue
        # TMDB answers the original name where it has no translation: that is not a name in this language.
        own_name = one.name if one.name != one.original_name or language.startswith(one.original_language) else ""
        if own_name or one.overview:
            wanted[pk] = (own_name, one.overview)
    existing = {
        row.title_id: (row.name, row.overview)
        for row in TitleTranslation.objects.filter(title_id__in=wanted, language=language)
    }
    changed = {pk for pk, texts in wanted.items() if existing.get(pk) != texts}
    TitleTranslation.objects.bulk_create(
        [
            TitleTranslation(title_id=pk, language=language, name=wanted[pk][0], overview=wanted[pk][1])
            for pk in sorted(changed)
        ],
        update_conflicts=True,
        unique_fields=["title", "language"],
        update_fields=["name", "overview"],
    )
    return changed
