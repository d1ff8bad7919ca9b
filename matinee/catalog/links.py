"""Addresses of titles and people, here and elsewhere, taken apart. Nothing is ever fetched from them."""

import re
from dataclasses import dataclass
from typing import Literal, cast
from urllib.parse import SplitResult, unquote, urlsplit

from matinee.core.errors import BadInput

Kind = Literal["movie", "tv", "person", "collection"]
Source = Literal["own", "tmdb", "imdb", "tvdb", "wikidata"]

LONGEST = 500
_KINDS: dict[str, Kind] = {
    "movie": "movie",
    "movies": "movie",
    "tv": "tv",
    "series": "tv",
    "person": "person",
    "people": "person",
    "name": "person",
    "collection": "collection",
    "collections": "collection",
}
_OWN = re.compile(
    r"/(?P<kind>movies|tv|people|collections)"
    r"/((?P<own>[0-9]{1,18})|tmdb:(?P<tmdb>[1-9][0-9]{0,8})|imdb:(?P<imdb>(tt|nm)[0-9]{7,9}))(/.*)?"
)
_PATHS = {
    "themoviedb.org": re.compile(r"/(?P<kind>movie|tv|person|collection)/(?P<tmdb>[1-9][0-9]{0,8})(-[^/]*)?(/.*)?"),
    "imdb.com": re.compile(
        r"(/[a-z]{2}(-[a-z]{2})?)?/(title/(?=tt)|(?P<kind>name)/(?=nm))(?P<imdb>..[0-9]{7,9})(/.*)?"
    ),
    "thetvdb.com": re.compile(r"/dereferrer/(?P<kind>series|movie)/(?P<tvdb>[1-9][0-9]{0,8})/?"),
    "wikidata.org": re.compile(r"/(wiki|entity)/(?P<wikidata>Q[1-9][0-9]{0,11})"),
}
_SUBDOMAIN = re.compile(r"^(www|m)\.")
_STRANGE = re.compile(r"[\s\\\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Link:
    """Whose address it is, and the id in it. `kind` is None where the address does not tell."""

    source: Source
    id: str
    kind: Kind | None = None


def parse(url: str, own_host: str) -> Link:
    """The link that an address is; `own_host` is this installation's, with its port if that is no usual one.

    Raises BadInput naming `url` for what is no address, is of another site, or tells no id.
    """
    parts = _split(url)
    path = unquote(parts.path)
    if parts.netloc.lower() == own_host.lower():
        return _read(_OWN.fullmatch(path))
    site = _SUBDOMAIN.sub("", parts.netloc.lower())
    if site not in _PATHS:
        sites = ", ".join(_PATHS)
        raise BadInput.at("url", f"should be a title's or person's page here or on one of {sites}")
    return _read(_PATHS[site].fullmatch(path))


def _split(url: str) -> SplitResult:
    """Only plain addresses: none with a name, a password or a foreign port, which a title's page never has."""
    if len(url) > LONGEST or _STRANGE.search(url):
        raise BadInput.at("url", f"should be one address of at most {LONGEST} characters, without spaces")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise BadInput.at("url", "is no address") from None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise BadInput.at("url", "should begin with https:// and a site's name")
    return parts


def _read(match: re.Match[str] | None) -> Link:
    if match is None:
        raise BadInput.at("url", "is of a known site, but not a page with the id of a title or person")
    found = {name: value for name, value in match.groupdict().items() if value}
    kind = _KINDS.get(found.pop("kind", ""))
    ((source, value),) = found.items()
    return Link(cast("Source", source), value, kind)
