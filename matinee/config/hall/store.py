"""Where ready answers are kept: bounded by bytes, least recently used out first, found again by tag."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field

from matinee.config.hall.answer import Answer

Key = tuple[str, bytes, str, str]  # path, query in one order, language ("" where it does not matter), view

_LARGEST_SHARE = 8  # one answer takes at most this part of the budget
_KEY_OVERHEAD = 300  # bytes that Python's own objects take around a key and its tags, roughly
_TAG_OVERHEAD = 150


@dataclass(slots=True)
class Kept:
    """An answer and its times, all on the cache's clock, in seconds.

    Fresh until `fresh_until`; then shown while it is fetched anew until `revalidate_until`; then shown only in place
    of an error until `error_until`. A refill that failed is not tried again before `retry_at`.
    """

    answer: Answer
    stored_at: float
    fresh_until: float
    revalidate_until: float
    error_until: float
    tags: frozenset[str]
    view: str  # both as in the key
    language: str = ""
    retry_at: float = 0.0

    @property
    def size(self) -> int:
        return self.answer.size + sum(len(tag) + _TAG_OVERHEAD for tag in self.tags)


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """Stands at the key without language: answers here depend on it."""

    size: int = 100


@dataclass(frozen=True, slots=True)
class Passing:
    """What is asked for here is not for keeping, so nobody should wait for anybody; forgotten at `until`."""

    until: float
    size: int = 100


Slot = Kept | ByLanguage | Passing


@dataclass(slots=True)
class Store:
    """`budget` in bytes. For one thread, the event loop's."""

    budget: int
    bytes: int = 0
    evictions: int = 0
    _slots: OrderedDict[Key, Slot] = field(default_factory=OrderedDict)
    _tagged: dict[str, set[Key]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._slots)

    def get(self, key: Key) -> Slot | None:
        """What stands there; it counts as used."""
        slot = self._slots.get(key)
        if slot is not None:
            self._slots.move_to_end(key)
        return slot

    def put(self, key: Key, slot: Slot) -> bool:
        """Keep it, at the cost of what was used least lately. False when it is too large to keep at all."""
        self.drop(key)
        size = _cost(key, slot)
        if size > self.budget // _LARGEST_SHARE:
            return False
        while self.bytes + size > self.budget:
            self.drop(next(iter(self._slots)))
            self.evictions += 1
        self._slots[key] = slot
        self.bytes += size
        if isinstance(slot, Kept):
            for tag in slot.tags:
                self._tagged.setdefault(tag, set()).add(key)
        return True

    def drop(self, key: Key) -> None:
        """Forget what stands there, if anything."""
        slot = self._slots.pop(key, None)
        if slot is None:
            return
        self.bytes -= _cost(key, slot)
        if isinstance(slot, Kept):
            for tag in slot.tags:
                keys = self._tagged[tag]
                keys.discard(key)
                if not keys:
                    del self._tagged[tag]

    def clear(self) -> int:
        """Forget everything. Returns how much that was."""
        count = len(self._slots)
        self._slots.clear()
        self._tagged.clear()
        self.bytes = 0
        return count

    def purge(self, tags: Iterable[str]) -> int:
        """Forget every answer with one of the tags. Returns how many."""
        stale = {key for tag in tags for key in self._tagged.get(tag, ())}
        for key in stale:
            self.drop(key)
        return len(stale)


def _cost(key: Key, slot: Slot) -> int:
    return slot.size + sum(map(len, key)) + _KEY_OVERHEAD
