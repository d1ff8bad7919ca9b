"""Searching: our own index first, the provider for what it lacks."""

from dataclasses import replace

from matinee.catalog import search as engine
from matinee.catalog.actions.asking import Question, ask
from matinee.catalog.freshness import Freshness
from matinee.catalog.pages import PER_PAGE, FoundRefs, page_count
from matinee.catalog.providers import connected
from matinee.core.access import Viewer
from matinee.core.language import Locale


def search(text: str, kind: engine.AnyKind, page: int, locale: Locale, viewer: Viewer) -> FoundRefs:
    """A page of what was found, best first. Titles and people not found here are asked of the provider, and stored."""
    found = engine.find(text, kind=kind, page=page, page_size=PER_PAGE, viewer=viewer)
    own = FoundRefs(
        tuple((hit.kind, hit.id) for hit in found.hits),
        page,
        total=found.total,
        pages=page_count(found.total),
        corrected=found.corrected,
        query=text,
    )
    if connected() is None or found.confident or kind in engine.GROUP_KINDS:
        return own

    def stored(reason: str) -> FoundRefs:
        return replace(own, freshness=Freshness(notice=f"{reason}; this is what was found among the stored titles."))

    asked = ask(Question("search", kind, page, locale, {"text": text}), viewer, otherwise=stored)
    # Ours first: they are ranked by what people look for, and forgive typing errors. Then what only the provider found.
    refs = tuple(dict.fromkeys([*own.refs, *asked.refs]))
    return replace(
        own,
        refs=refs,
        total=max(own.total or 0, asked.total or 0, len(refs)),
        pages=max(own.pages, asked.pages),
        freshness=asked.freshness,
    )
