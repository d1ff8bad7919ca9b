"""Which language and region an answer is in: asked for by query, else by `Accept-Language`, else by setting."""

import re
from dataclasses import dataclass

from matinee.core.errors import BadInput
from matinee.core.settings import current

_TAG = re.compile(r"([a-z]{2,3})(?:-([A-Z]{2}))?")
_HEADER_TAG = re.compile(r"^([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?$")
_REGION = re.compile(r"[A-Z]{2}")
_MOST_TAGS = 10  # a browser sends a handful; more is somebody wasting our time


@dataclass(frozen=True, slots=True)
class Locale:
    """`language` is "de" or "pt-BR"; `region` is "AT"."""

    language: str
    region: str

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages to try, best first: ("pt-BR", "pt"), or ("de",)."""
        base = self.language.partition("-")[0]
        return (self.language,) if base == self.language else (self.language, base)


def pick(accept_language: str) -> Locale:
    """The visitor's locale by header alone. Never fails: what cannot be read counts as absent.

    Variants of one wish give one answer, so this is also what a cache may key on.
    """
    settings = current()
    for tag, _quality in sorted(_wishes(accept_language), key=lambda wish: -wish[1]):
        if match := _HEADER_TAG.match(tag):
            language, region = match[1].lower(), (match[2] or "").upper()
            return Locale(f"{language}-{region}" if region else language, region or settings.region)
    return Locale(settings.language, settings.region)


def _wishes(header: str) -> list[tuple[str, float]]:
    wishes = []
    for part in header.split(",")[:_MOST_TAGS]:
        tag, _, quality = part.strip().partition(";q=")
        try:
            weight = float(quality) if quality else 1.0
        except ValueError:
            continue
        if tag and weight > 0:
            wishes.append((tag, weight))
    return wishes


def choose(language: str | None, region: str | None, accept_language: str) -> Locale:
    """The locale of one request. Raises BadInput naming `language` or `region` when the query's is malformed."""
    if language is not None and not _TAG.fullmatch(language):
        raise BadInput.at("language", 'should be like "de" or "pt-BR"')
    if region is not None and not _REGION.fullmatch(region):
        raise BadInput.at("region", 'should be two capital letters, like "DE"')
    header = pick(accept_language)
    wished = language or header.language
    # A language asked for by name brings its own region along; the header's region belongs to the header's language.
    own_region = wished.partition("-")[2] or (header.region if language is None else current().region)
    return Locale(wished, region or own_region)
