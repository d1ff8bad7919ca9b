"""The read-through cache of public answers: one fill per key, stale while it is fetched anew, purged by tag."""

import asyncio
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

import structlog

from matinee.config.hall.answer import Answer
from matinee.config.hall.asgi import App, Message, Receive, Scope, Send
from matinee.config.hall.encodings import SMALLEST_WORTH, press
from matinee.config.hall.policy import Policy, policy
from matinee.config.hall.store import ByLanguage, Kept, Key, Passing, Slot, Store
from matinee.config.hall.views import TAG, VIEW, Views
from matinee.core.correlation import correlated
from matinee.core.language import pick

log = structlog.get_logger(__name__)

_RETRY_PAUSE = 5.0  # seconds between two refills after one failed
_PASSING_SECONDS = 30.0
_TOO_OFTEN = 429  # says something of who asked, nothing of what is kept
_MOST_ROUNDS = 3  # a visitor whose wait ends in nothing this often goes to the application alone
_MOST_NOTED, _LONGEST_NOTED = 4096, 500  # shortcuts, and bytes of one
_ALONE = "?"  # begins what stands for a view that is not known; no view's name does
_CONDITIONS = frozenset({b"if-none-match", b"if-modified-since", b"range"})

_Asked = tuple[str, bytes, bytes | None, str]  # path, query and Accept-Language as they came, and the view


@dataclass(slots=True)
class Counts:
    """What happened so far; `age` is the sum over all answers that were served from here, in seconds."""

    hits: int = 0
    stale: int = 0
    misses: int = 0
    joined: int = 0
    passed: int = 0
    purged: int = 0
    age: float = 0.0


@dataclass(slots=True)
class _Flight:
    """One fill under way. Those who ask for the same wait until it has `landed`; None means that each goes alone."""

    landed: asyncio.Future[Kept | None]
    purged: set[str] = field(default_factory=set)
    outdated: bool = False

    def is_outdated(self, kept: Kept) -> bool:
        """Whether it was read before a change that we have heard of meanwhile."""
        return self.outdated or bool(self.purged & kept.tags)

    def land(self, kept: Kept | None) -> None:
        """Tell those who wait; the first word counts."""
        if not self.landed.done():
            self.landed.set_result(kept)


class ByteCache:
    """In front of `app`, for GET; `app` has `views` told what it says of them.

    `budget` in bytes; `clock` in seconds, never going back. For one event loop.
    """

    def __init__(self, app: App, budget: int, views: Views, clock: Callable[[], float] = time.monotonic) -> None:
        self.store = Store(budget)
        self.counts = Counts()
        self._app = app
        self._views = views
        self._clock = clock
        self._flights: dict[Key, _Flight] = {}
        self._shortcuts: dict[_Asked, Key] = {}
        self._refills: set[asyncio.Task[None]] = set()

    def ready(self, scope: Scope, headers: Mapping[bytes, bytes]) -> Answer | None:
        """The answer, if it is here and may be shown, without any waiting. A stale one is fetched anew behind."""
        if (view := self._views.of(headers.get(b"cookie", b""))) is None:
            return None
        asked = (scope["path"], scope["query_string"], headers.get(b"accept-language"), view)
        if (key := self._shortcuts.get(asked)) is None:
            key = self._shorten(asked, scope, headers)
        kept = self.store.get(key)
        if not isinstance(kept, Kept):
            return None
        now = self._clock()
        if now < kept.fresh_until:
            self.counts.hits += 1
        elif now < kept.revalidate_until:
            self.counts.stale += 1
            if now >= kept.retry_at and key not in self._flights:
                self._refill(key, kept, scope, headers)
        else:
            return None
        self.counts.age += now - kept.stored_at
        return kept.answer

    async def fetch(self, scope: Scope, headers: Mapping[bytes, bytes], receive: Receive, send: Send) -> Answer | None:
        """What `ready` did not have. Returns the answer to send, or None when the application has sent its own."""
        for _ in range(_MOST_ROUNDS):
            view = self._whose(headers)
            key, slot = self._find(scope, headers, view)
            if isinstance(slot, Passing) and self._clock() < slot.until:
                break
            if (flight := self._flights.get(key)) is None:
                if view.startswith(_ALONE) and await self._views.told(headers.get(b"cookie", b"")):
                    if (answer := self.ready(scope, headers)) is not None:
                        return answer
                    continue
                if key in self._flights:  # somebody set off while we waited to be told
                    continue
                self.counts.misses += 1
                spare = slot if isinstance(slot, Kept) and self._clock() < slot.error_until else None
                return await self._lead(key, spare, scope, headers, receive, send)
            kept = await asyncio.shield(flight.landed)
            if kept is None:
                break
            # Else it is of another language or view, or outdated since we began to wait: look again.
            fits = kept.language in {"", _language(headers)} and (view == kept.view or view.startswith(_ALONE))
            if fits and not flight.is_outdated(kept):
                self.counts.joined += 1
                return kept.answer
        self.counts.passed += 1
        await self._app(scope, receive, send)
        return None

    def purge(self, tags: Collection[str]) -> None:
        """Forget what carries one of the tags, also what is only just being fetched."""
        self.counts.purged += self.store.purge(tags)
        for flight in self._flights.values():
            flight.purged.update(tags)
        if TAG in tags:
            self._forget_views()

    def forget(self) -> None:
        """Forget everything: who knows what has changed."""
        self.counts.purged += self.store.clear()
        self._forget_views()

    def _forget_views(self) -> None:
        """Who sees what has changed: what is on its way may be for the old view of those who ask from now on."""
        self._views.forget()
        for flight in self._flights.values():
            flight.outdated = True

    async def close(self) -> None:
        """Give up the refills that run."""
        for task in self._refills:
            task.cancel()
        await asyncio.gather(*self._refills, return_exceptions=True)

    def _shorten(self, asked: _Asked, scope: Scope, headers: Mapping[bytes, bytes]) -> Key:
        """Note which key a question led to: reading its query and its languages costs more than all else about a hit.

        A note may outlive its truth, e.g. when an answer begins to depend on the language. Then nothing is found under
        the key, and `fetch` looks properly.
        """
        key, slot = self._find(scope, headers, asked[3])
        if isinstance(slot, Kept) and sum(map(len, asked[:2])) + len(asked[2] or b"") <= _LONGEST_NOTED:
            if len(self._shortcuts) >= _MOST_NOTED:
                self._shortcuts.clear()
            self._shortcuts[asked] = key
        return key

    def _whose(self, headers: Mapping[bytes, bytes]) -> str:
        """The visitor's view; while it is not known, a name that they share only with those who send their cookies."""
        cookie = headers.get(b"cookie", b"")
        view = self._views.of(cookie)
        return _ALONE + cookie.decode("latin-1") if view is None else view

    def _find(self, scope: Scope, headers: Mapping[bytes, bytes], view: str) -> tuple[Key, Slot | None]:
        """What is kept for this request, and where."""
        query = scope["query_string"]
        key: Key = (scope["path"], _in_one_order(query) if b"&" in query else query, "", view)
        slot = self.store.get(key)
        if isinstance(slot, ByLanguage):
            key = (key[0], key[1], _language(headers), view)
            slot = self.store.get(key)
        return key, slot

    async def _lead(
        self,
        key: Key,
        spare: Kept | None,
        scope: Scope,
        headers: Mapping[bytes, bytes],
        receive: Receive,
        send: Send,
    ) -> Answer | None:
        """Fill in the visitor's name. `spare`: an old answer, better than an error."""
        capture = _Capture(send, hold_errors=spare is not None)
        try:
            kept = await self._fill(key, _without(scope, _CONDITIONS), headers, receive, capture)
        except Exception:
            if spare is None or capture.passing:
                raise
            log.exception("stale answer instead of an error", path=scope["path"])
            return self._instead(spare)
        if kept is not None:
            return kept.answer
        return self._instead(spare) if spare is not None and capture.failed else None

    def _instead(self, spare: Kept) -> Answer:
        """The old answer, for those who come next, too: they need not wait for the error while it is fetched behind."""
        spare.retry_at, spare.revalidate_until = self._clock() + _RETRY_PAUSE, spare.error_until
        self.counts.stale += 1
        return spare.answer

    def _refill(self, key: Key, old: Kept, scope: Scope, headers: Mapping[bytes, bytes]) -> None:
        old.retry_at = self._clock() + _RETRY_PAUSE
        task = asyncio.get_running_loop().create_task(self._fill_behind(key, scope, headers))
        self._refills.add(task)
        task.add_done_callback(self._refills.discard)

    async def _fill_behind(self, key: Key, scope: Scope, headers: Mapping[bytes, bytes]) -> None:
        capture = _Capture(None, hold_errors=True)
        with correlated():
            try:
                kept = await self._fill(key, _without(scope, _CONDITIONS), headers, _nothing, capture)
            except Exception:  # the old answer stays, and is tried again later
                log.exception("answer not fetched anew", path=scope["path"])
                return
        if kept is None and not capture.failed:
            self.store.drop(key)  # it is gone, or private by now

    async def _fill(
        self, key: Key, scope: Scope, headers: Mapping[bytes, bytes], receive: Receive, capture: "_Capture"
    ) -> Kept | None:
        """Ask the application, keep what may be kept, and tell those who wait for the same."""
        flight = self._flights[key] = _Flight(asyncio.get_running_loop().create_future())
        capture.on_pass = lambda view: self._let_pass(key, flight, view)
        kept = None
        try:
            await self._app(scope, receive, capture)
            if capture.policy is not None:
                kept = await self._build(capture.policy, bytes(capture.body), _language(headers))
                self._keep(key, flight, kept)
        finally:
            if self._flights.get(key) is flight:  # a refill that began late may have set off beside another
                del self._flights[key]
            flight.land(kept)
        return kept

    async def _build(self, found: Policy, body: bytes, language: str) -> Kept:
        pressed: dict[bytes, bytes] = {}
        if len(body) >= SMALLEST_WORTH:
            pressed = await asyncio.get_running_loop().run_in_executor(None, press, body)
        now = self._clock()
        return Kept(
            answer=Answer(found.headers, body, pressed, vary=found.vary),
            stored_at=now,
            fresh_until=now + found.fresh,
            revalidate_until=now + found.fresh + found.revalidate,
            error_until=now + found.fresh + max(found.revalidate, found.on_error),
            tags=found.tags,
            view=found.view,
            language=language if found.by_language else "",
        )

    def _keep(self, key: Key, flight: _Flight, kept: Kept) -> None:
        if flight.is_outdated(kept):
            return
        path, query, _language, _view = key  # the view that it turned out to be, which may be news
        if kept.language:
            self.store.put((path, query, "", kept.view), ByLanguage())
        self.store.put((path, query, kept.language, kept.view), kept)

    def _let_pass(self, key: Key, flight: _Flight, view: bytes | None) -> None:
        """What comes is not for keeping: nobody waits for it any more, nor, if it says its view, for the next one."""
        flight.land(None)
        if view is not None:
            self.store.put((*key[:3], view.decode("latin-1")), Passing(self._clock() + _PASSING_SECONDS))


@dataclass(slots=True)
class _Capture:
    """The application's `send`: takes in what is for keeping, hands on the rest to `send` as it comes.

    `hold_errors`: a 5xx or a 429 is not handed on but noted in `failed`.
    """

    send: Send | None
    hold_errors: bool
    policy: Policy | None = None
    passing: bool = False
    failed: bool = False
    body: bytearray = field(default_factory=bytearray)
    on_pass: Callable[[bytes | None], None] = lambda _: None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._decide(message)
        elif self.policy is not None:
            self.body += message.get("body", b"")
        if self.passing and self.send is not None:
            await self.send(message)

    def _decide(self, start: Message) -> None:
        status, headers = start["status"], [(name.lower(), value) for name, value in start["headers"]]
        self.policy = policy(status, headers)
        self.failed = status >= 500 or status == _TOO_OFTEN
        self.passing = self.policy is None and not (self.failed and self.hold_errors)
        if self.passing and status == 200:
            self.on_pass(dict(headers).get(VIEW))


async def _nothing() -> Message:
    """`receive` for a request without a visitor: an empty body."""
    return {"type": "http.request", "body": b"", "more_body": False}


def _without(scope: Scope, names: Collection[bytes]) -> Scope:
    return {**scope, "headers": [line for line in scope["headers"] if line[0] not in names]}


def _in_one_order(query: bytes) -> bytes:
    """`b=2&a=1` asks the same as `a=1&b=2`; only the order among equal names may matter, so that stays."""
    parts: list[bytes] = [part for part in query.split(b"&") if part]
    parts.sort(key=_name)
    return b"&".join(parts)


def _name(part: bytes) -> bytes:
    """As the application reads it: `%70age=2` names the page, too."""
    return unquote_to_bytes(part.partition(b"=")[0].replace(b"+", b" "))


def _language(headers: Mapping[bytes, bytes]) -> str:
    locale = pick(headers.get(b"accept-language", b"").decode("latin-1"))
    return f"{locale.language}/{locale.region}"
