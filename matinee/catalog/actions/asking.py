"""Questions to the provider whose answer is a page, and the keeping of such answers.

Database first: a fresh answer is read, a stale one is read too and asked for again behind the visitor's back, and
only a question never asked before makes a visitor wait.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import timedelta
from hashlib import blake2b
from typing import Any, cast

from django.utils import timezone

from matinee.catalog import search
from matinee.catalog.actions.sifting import sift
from matinee.catalog.actions.storing_titles import store_mixed
from matinee.catalog.away import plainly
from matinee.catalog.events import ListChanged
from matinee.catalog.filters import Filters
from matinee.catalog.freshness import LIST_TTL, Freshness
from matinee.catalog.models import ListEntry, MediaList, ProviderCache
from matinee.catalog.named_lists import NAMED_LISTS
from matinee.catalog.pages import PER_PAGE, FoundRefs, Ref
from matinee.catalog.providers import connected
from matinee.catalog.providers.base import FoundPage, FullProvider, Kind
from matinee.core import events
from matinee.core.access import Viewer
from matinee.core.deeds import deed
from matinee.core.errors import ServiceError
from matinee.core.jobs import ring
from matinee.core.language import Locale
from matinee.core.settings import current

REFRESH = "catalog.refresh_answer"
_MOST_PASSED = 4  # pages
_KEPT_AFTER_END = timedelta(days=30)  # old answers are better than none while the provider is away


@dataclass(frozen=True, slots=True)
class Question:
    """`type` list, browse, search or people; `subject` is what else the provider needs to know."""

    type: str
    category: str
    page: int
    locale: Locale
    subject: dict[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> dict[str, Any]:
        """Where the answer is kept."""
        digest = blake2b(json.dumps(self.subject, sort_keys=True).encode(), digest_size=16).hexdigest()
        return {
            "type": self.type,
            "category": self.category,
            "key": digest if self.subject else "",
            "page": self.page,
            "language": self.locale.language,
            "region": self.locale.region,
        }


def ask(question: Question, viewer: Viewer, *, otherwise: Callable[[str], FoundRefs]) -> FoundRefs:
    """What the viewer meets of the kept answer, or of the provider's.

    `otherwise`: what to show them when it cannot be asked, given the reason in plain words. A page that has nothing
    for a viewer with an age cap is passed over, a few times, so that scrolling does not end there: the answer's `page`
    is the last one looked at, and the next is the one after it.
    """
    found = sift(_ask(question, otherwise), viewer)
    last = min(found.pages, question.page + _MOST_PASSED)
    while not found.refs and found.total is None and found.page < last:
        found = sift(_ask(replace(question, page=found.page + 1), otherwise), viewer)
    return found


def _ask(question: Question, otherwise: Callable[[str], FoundRefs]) -> FoundRefs:
    row = ProviderCache.objects.filter(**question.place).first()
    if row is not None:
        refs = _refs(row)
        if refs.freshness.is_stale:
            ring(REFRESH, row.pk)
        return refs
    provider = connected()
    if provider is None:
        return otherwise("")
    try:
        found = _put(provider, question, wait=current().http_visitor_timeout)
    except ServiceError as error:
        return otherwise(plainly(error))
    return keep(question, found)


def refresh_answer(pk: int) -> None:
    """Ask a kept question again, unless somebody did in the meantime. Raises ServiceError."""
    if row := ProviderCache.objects.filter(pk=pk).first():
        locale = Locale(row.language, row.region)
        refresh_unless_fresh(Question(row.type, row.category, row.page, locale, row.body["subject"]))


def refresh_unless_fresh(question: Question) -> None:
    """Ask now, in the background's time, when somebody can be asked and needs to be. Raises ServiceError."""
    row = ProviderCache.objects.filter(**question.place).first()
    provider = connected()
    if provider and (row is None or _refs(row).freshness.is_stale):
        keep(question, _put(provider, question, wait=current().http_timeout))


def _put(provider: FullProvider, question: Question, *, wait: float) -> FoundPage:
    page, locale = question.page, question.locale
    match question.type:
        case "list":
            return provider.list_page(question.category, page, locale, wait=wait)
        case "browse":
            return provider.browse(
                cast("Kind", question.category), Filters(**question.subject), page, locale, wait=wait
            )
        case "search":
            return provider.search(question.subject["text"], question.category, page, locale, wait=wait)
        case "people":
            return provider.popular_people(page, locale, wait=wait)
    raise ValueError(f"nobody answers a question of type {question.type}")


@deed
def keep(question: Question, found: FoundPage) -> FoundRefs:
    """Store the titles and people of an answer, and remember which they were."""
    refs = tuple(store_mixed(found.items, question.locale.language))
    now = timezone.now()
    body = {"subject": question.subject, "refs": refs, "pages": found.pages, "total": found.total}
    row, _ = ProviderCache.objects.update_or_create(
        **question.place, defaults={"body": body, "fetched_at": now, "expires_at": now + LIST_TTL}
    )
    if question.type == "list":
        settings = current()
        if question.locale == Locale(settings.language, settings.region):
            store_list(question.category, question.page, refs, found.total, ages=True)
        events.append(ListChanged(question.category))
    return _refs(row)


def _refs(row: ProviderCache) -> FoundRefs:
    refs = tuple((str(kind), int(pk)) for kind, pk in row.body["refs"])
    return FoundRefs(
        refs, row.page, total=row.body["total"], pages=row.body["pages"], freshness=Freshness(row.fetched_at, LIST_TTL)
    )


@deed
def store_list(slug: str, page: int, refs: tuple[Ref, ...], total: int, *, ages: bool) -> None:
    """Make these the list's entries from that page's place on. `ages`: it comes from a provider that is asked again."""
    named = NAMED_LISTS[slug]
    wording = named.names if ages else named.picks or named.names
    fields = {
        "kind": named.kind,
        "origin": MediaList.Origin.PROVIDER,
        "name": wording["en"],
        "translations": {language: {"title": name} for language, name in wording.items() if language != "en"},
        "position": named.position,
        "total": total,
        "fetched_at": timezone.now() if ages else None,
    }
    row, _ = MediaList.objects.update_or_create(slug=slug, defaults=fields)
    place_titles(row, [pk for _, pk in refs], start=(page - 1) * PER_PAGE, last=len(refs) < PER_PAGE)
    search.index_lists([row.pk])


def place_titles(row: MediaList, title_ids: list[int], *, start: int, last: bool) -> None:
    """Put titles at the places from `start` on; one that stood elsewhere moves. `last`: nothing comes after them."""
    entries = ListEntry.objects.filter(list=row)
    entries.filter(title_id__in=title_ids).delete()
    entries.filter(position__gte=start, **({} if last else {"position__lt": start + PER_PAGE})).delete()
    ListEntry.objects.bulk_create(
        [ListEntry(list=row, title_id=pk, position=start + place) for place, pk in enumerate(title_ids)]
    )


def forget_old_answers() -> int:
    """Remove answers that nobody asked for in a long time; answers how many."""
    old = timezone.now() - _KEPT_AFTER_END
    return ProviderCache.objects.filter(expires_at__lt=old).delete()[0]


def subject_of(filters: Filters) -> dict[str, Any]:
    """Filters as a question's subject: what is not asked for is left out, so that the place stays the same."""
    return {name: value for name, value in asdict(filters).items() if value is not None}
