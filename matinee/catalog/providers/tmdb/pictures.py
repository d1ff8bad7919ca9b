"""Where TMDB's pictures are, and in which sizes.

Both are told by `/configuration`. The address is only believed when it is of a host that the settings name: an answer
must not be able to send us elsewhere.
"""

from urllib.parse import urlsplit

from matinee.catalog.models import ProviderCache
from matinee.catalog.providers.tmdb.client import TITLE
from matinee.core.http import Service
from matinee.core.settings import current

CONFIGURATION = "configuration"
# What TMDB has had for a decade; used until its own word has been heard.
_WIDTHS = {
    "poster": (92, 154, 185, 342, 500, 780),
    "backdrop": (300, 780, 1280),
    "profile": (45, 185),
    "still": (92, 185, 300),
    "logo": (45, 92, 154, 185, 300, 500),
}


def service() -> Service:
    """The image host. It needs no key, and none is sent."""
    settings = current()
    return Service("tmdb-images", f"{TITLE}'s image host", settings.tmdb_image_url, rate=settings.tmdb_rate)


def path(kind: str, width: int, name: str) -> str:
    """The smallest picture at least so wide, below the service's address."""
    told = ProviderCache.objects.filter(type=CONFIGURATION).values_list("body", flat=True).first() or {}
    widths = told.get("widths", {}).get(kind) or _WIDTHS.get(kind, ())
    fitting = min((one for one in widths if one >= width), default=None)
    return f"{_base(told)}/{f'w{fitting}' if fitting else 'original'}/{name}"


def _base(told: dict[str, str]) -> str:
    """What the configuration's address has beyond ours, when it is of the same host."""
    ours, theirs = urlsplit(current().tmdb_image_url), urlsplit(told.get("base", ""))
    if theirs.netloc != ours.netloc or not theirs.path.startswith(ours.path):
        return ""
    return theirs.path.removeprefix(ours.path).rstrip("/")
