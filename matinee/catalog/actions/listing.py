"""Opening lists, and browsing by filters."""

from dataclasses import replace

from matinee.catalog import queries
from matinee.catalog.actions.asking import Question, ask, subject_of
from matinee.catalog.away import known_before, nothing_known
from matinee.catalog.filters import Filters
from matinee.catalog.freshness import Freshness
from matinee.catalog.models import Genre, Person
from matinee.catalog.named_lists import NAMED_LISTS
from matinee.catalog.pages import MOST_PAGES, PER_PAGE, FoundRefs, page_count
from matinee.catalog.providers import connected
from matinee.core.access import Viewer
from matinee.core.errors import NotFound, ServiceDown
from matinee.core.language import Locale


def open_list(slug: str, page: int, locale: Locale, viewer: Viewer) -> FoundRefs:
    """A page of a list: the provider's if one is connected, else what is stored. Raises NotFound, ServiceDown."""
    if slug not in NAMED_LISTS or connected() is None:
        return _stored(slug, page, "", viewer)
    question = Question("list", slug, page, locale)
    return ask(question, viewer, otherwise=lambda reason: _stored(slug, page, reason, viewer))


def _stored(slug: str, page: int, reason: str, viewer: Viewer) -> FoundRefs:
    try:
        found = queries.stored_list_page(slug, page, viewer, notice=_notice(reason))
    except NotFound:
        if slug not in NAMED_LISTS:
            raise
        found = FoundRefs((), page, total=0, pages=0)  # nobody has filled it yet
    if reason and not found.refs:
        raise ServiceDown("tmdb", nothing_known(reason))
    return found


def _notice(reason: str) -> str | None:
    return known_before(reason) if reason else None


def browse(kind: str, filters: Filters, page: int, locale: Locale, viewer: Viewer) -> FoundRefs:
    """A page of the titles that pass the filters, of the provider's millions or of our own. Raises BadInput."""
    own = None if connected() is None else _tmdb_genres(filters)
    if own is None:
        return queries.browse(kind, filters, page, locale.region, viewer)
    question = Question("browse", kind, page, locale, subject_of(own))

    def stored(reason: str) -> FoundRefs:
        found = queries.browse(kind, filters, page, locale.region, viewer)
        return replace(found, freshness=Freshness(notice=_notice(reason)))

    return ask(question, viewer, otherwise=stored)


def _tmdb_genres(filters: Filters) -> Filters | None:
    """The filters with TMDB's numbers for genres; None when one of them is only ours. Raises BadInput."""
    if not filters.genre:
        return filters
    choices = queries.genre_choices(filters.genre)
    numbers = dict(Genre.objects.filter(pk__in={pk for part in choices for pk in part}).values_list("pk", "tmdb_id"))
    if None in numbers.values():
        return None
    return replace(filters, genre=",".join("|".join(str(numbers[pk]) for pk in part) for part in choices))


def open_popular_people(page: int, locale: Locale, viewer: Viewer) -> FoundRefs:
    """A page of popular people: the provider's if one is connected, else our own."""

    def stored(reason: str) -> FoundRefs:
        start = (page - 1) * PER_PAGE
        everyone = Person.objects.order_by("-popularity", "id")
        refs = tuple(("person", pk) for pk in everyone.values_list("pk", flat=True)[start : start + PER_PAGE])
        total = everyone.order_by()[: PER_PAGE * MOST_PAGES].count()
        return FoundRefs(refs, page, total=total, pages=page_count(total), freshness=Freshness(notice=_notice(reason)))

    if connected() is None:
        return stored("")
    return ask(Question("people", "popular", page, locale), viewer, otherwise=stored)
