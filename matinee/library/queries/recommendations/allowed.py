"""Which titles somebody may be recommended at all."""

import threading
from collections import OrderedDict
from collections.abc import Collection, Hashable
from time import monotonic

from matinee.catalog import visible
from matinee.core.access import Viewer

_A_WHILE = 60.0  # seconds
_MOST = 32


def allowed(viewer: Viewer, kind: str = "", minutes: int | None = None) -> frozenset[int] | None:
    """Ids of titles that may be picked; None for all, which costs nothing."""
    if viewer.age_cap is None and not kind and minutes is None:
        return None
    titles = visible.titles(viewer)
    if kind:
        titles = titles.filter(kind=kind)
    if minutes is not None:
        titles = titles.filter(runtime__gt=0, runtime__lte=minutes)
    return frozenset(titles.values_list("pk", flat=True))


class AllowedLately:
    """The same as it was within the last minute. Looking through the whole catalogue takes longer than all the rest of
    a recommendation, and what is learnt is older anyway.

    Only for picks that are shown by way of the viewer's own cards, which never have what they may not meet by now.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, tuple[float, frozenset[int] | None]] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, models: Hashable, viewer: Viewer, kind: str = "") -> Collection[int] | None:
        """`models`: what is picked from; of new ones nothing is known yet."""
        key, now = (models, viewer.view, kind), monotonic()
        with self._lock:
            known = self._known.get(key)
        if known is not None and now < known[0]:
            return known[1]
        found = allowed(viewer, kind)
        with self._lock:
            self._known[key] = now + _A_WHILE, found
            self._known.move_to_end(key)
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
        return found
