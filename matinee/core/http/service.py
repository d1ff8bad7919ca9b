"""One outside service, and the calls to it."""

import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import count
from typing import Generic, TypeVar
from urllib.parse import quote

import httpx
import stamina
import structlog

import matinee
from matinee.core import metrics
from matinee.core.correlation import correlation_id
from matinee.core.errors import Reached, ServiceDown, ServiceError, ServiceRefused
from matinee.core.http import status
from matinee.core.http.answers import (
    BytesAnswer,
    JsonAnswer,
    TooLarge,
    Unusable,
    WholeAnswer,
    read_bytes,
    read_json,
    read_whole,
    retry_after,
)
from matinee.core.http.breaker import Breaker, BreakerOpen, State
from matinee.core.http.network import AddressRefused, Budget, client, is_own_host
from matinee.core.http.rate import Rate
from matinee.core.settings import current

log = structlog.get_logger(__name__)

A = TypeVar("A", JsonAnswer, BytesAnswer, WholeAnswer)
Scalar = str | int | float | bool | None

MOST_REDIRECTS = 5
RETRIES = 2
JSON_BYTES = 16 * 2**20
stamina.instrumentation.set_on_retry_hooks([])  # its own lines name neither the service nor the path

_REDIRECTS = {301, 302, 303, 307, 308}


class _Failed(ServiceDown):
    """`again`: another attempt may succeed. `counts`: it says something about the service's health."""

    def __init__(
        self,
        service: str,
        detail: str,
        *,
        retry_after: int | None = None,
        reached: Reached = Reached.ANSWERED,
        again: bool = True,
        counts: bool = True,
    ) -> None:
        super().__init__(service, detail, retry_after=retry_after, reached=reached)
        self.again = again
        self.counts = counts


@dataclass(frozen=True, slots=True)
class _Call(Generic[A]):
    """What to ask, and how to read what comes back. `headers` may carry keys, `accept` does not."""

    url: httpx.URL
    accept: Mapping[str, str]
    headers: Mapping[str, str]
    budget: Budget
    attempts: int
    read: Callable[[httpx.Response], A]
    method: str = "GET"
    content: bytes = b""


class Service:
    """Thread-safe; make one per outside service and process."""

    def __init__(
        self,
        name: str,
        title: str,
        base_url: str,
        *,
        hosts: tuple[str, ...] = (),
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, Scalar] | None = None,
        rate: float = 20,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`title` is its name for people. `hosts`: others that it may redirect to. `headers` and `params` go with every
        request to the host of `base_url`, and to no other. `rate`: most requests a second, per host. `clock`: seconds,
        for the breaker's pause."""
        self.name = name
        self.title = title
        self._base = httpx.URL(base_url)
        self._rate = rate
        self._rates = {host.lower(): Rate(rate) for host in (self._base.host, *hosts)}
        self._headers = dict(headers or {})
        self._params = _query(params)
        self._problem = ""
        self._is_retired = self._is_successor = False
        settings = current()
        self._breaker = Breaker(
            failures=settings.breaker_failures,
            pause=settings.breaker_pause,
            on_change=self._breaker_changed,
            clock=clock,
        )
        status.register(self._state("", datetime.now(UTC)))

    def get_json(
        self,
        path: str,
        params: Mapping[str, Scalar] | None = None,
        headers: Mapping[str, str] | None = None,
        *,
        timeout: float | None = None,
        retries: int = RETRIES,
    ) -> JsonAnswer:
        """GET a JSON document below the base address. Parameters that are None are left out.

        `timeout`: seconds for everything, retries included; the background's setting unless given. A 4xx other than
        429 is returned, for the caller to judge. Raises ServiceDown when the service could not be asked or answered
        nothing usable (429 and 5xx too), ServiceError when the answer is larger than JSON_BYTES.
        """
        return self._make(
            _Call(
                url=self._url(path, params),
                accept={"accept": "application/json", "accept-encoding": "gzip"},
                headers=dict(headers or {}),
                budget=_budget(timeout),
                attempts=retries + 1,
                read=partial(read_json, max_bytes=JSON_BYTES),
            )
        )

    def get_bytes(
        self,
        path: str,
        *,
        max_bytes: int,
        content_types: frozenset[str],
        timeout: float | None = None,
        retries: int = RETRIES,
    ) -> BytesAnswer:
        """GET a file below the base address, of one of the content types (bare and lower case: "image/jpeg").

        Otherwise like `get_json`; a body larger than `max_bytes` raises ServiceError.
        """
        return self._make(
            _Call(
                url=self._url(path, None),
                accept={"accept": ", ".join(sorted(content_types)), "accept-encoding": "identity"},
                headers={},
                budget=_budget(timeout),
                attempts=retries + 1,
                read=partial(read_bytes, max_bytes=max_bytes, content_types=content_types),
            )
        )

    def call(
        self,
        method: str,
        address: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        max_bytes: int = JSON_BYTES,
        timeout: float | None = None,
    ) -> WholeAnswer:
        """Any request, made once: what changes something there is not tried again, nor sent to where it redirects.

        `address`: a path below the base address, or a whole address that `may_reach` holds for. `headers` go to the
        host of the address alone. Otherwise like `get_json`.
        """
        is_whole = address.startswith(("https://", "http://"))
        if is_whole and not self.may_reach(address):
            raise ServiceError(self.name, f"{self.title} may not be asked at an address that is none of its own")
        return self._make(
            _Call(
                url=httpx.URL(address) if is_whole else self._url(address, None),
                accept={"accept-encoding": "gzip"},
                headers={name.lower(): value for name, value in (headers or {}).items()},
                budget=_budget(timeout),
                attempts=1,
                read=partial(read_whole, max_bytes=max_bytes),
                method=method.upper(),
                content=content,
            )
        )

    def may_reach(self, address: str) -> bool:
        """Whether a whole address is on one of the hosts of this service, and as safe on the way as its base."""
        try:
            url = httpx.URL(address)
        except httpx.InvalidURL:
            return False
        return url.host in self._rates and url.scheme in {"https", self._base.scheme} and not url.userinfo

    def admit(self, *hosts: str) -> None:
        """These hosts belong to the service, too, from now on."""
        for host in hosts:
            self._rates.setdefault(host.lower(), Rate(self._rate))

    def replace(self, old: "Service") -> None:
        """Take the place of one of the same name, e.g. with another key: its failures say nothing of this one.

        What its calls under way still meet is not told. Another process may be using it a moment longer and tell, so
        the first success here is told, too.
        """
        old.retire()
        self._is_successor = True
        status.register(self._state("", datetime.now(UTC)))

    def retire(self) -> None:
        """Tell nobody any more what calls meet."""
        self._is_retired = True
        metrics.BREAKER_OPEN.labels(self.name).set(0)

    def refused(self, detail: str) -> ServiceRefused:
        """The error to raise when an answer means that we may not; `states` shows it until an answer is a success."""
        if detail != self._problem:
            self._publish(detail)
        return ServiceRefused(self.name, detail)

    # --- one call ---

    def _make(self, call: _Call[A]) -> A:
        permit = self._enter()
        started = time.monotonic()
        outcome = "failed"
        try:
            answer = self._judged(permit, call)
            outcome = f"{answer.status // 100}xx"
        except ServiceError as error:
            log.warning("outside call failed", service=self.name, path=call.url.path, problem=error.detail)
            raise
        finally:
            metrics.OUTSIDE_CALLS.labels(self.name, outcome).inc()
            metrics.OUTSIDE_SECONDS.labels(self.name).observe(time.monotonic() - started)
        if (self._problem or self._is_successor) and answer.status < 300:
            self._is_successor = False
            self._publish("")
        return answer

    def _enter(self) -> int:
        """The breaker's permit. Its refusals are counted, not logged: its opening was."""
        try:
            return self._breaker.enter()
        except BreakerOpen as error:
            metrics.OUTSIDE_CALLS.labels(self.name, "not asked").inc()
            seconds = max(1, round(error.seconds))
            more = "1 second" if seconds == 1 else f"{seconds} seconds"
            detail = f"{self.title} is not asked for another {more}, after failures"
            raise ServiceDown(self.name, detail, retry_after=seconds, reached=Reached.NOBODY) from None

    def _judged(self, permit: int, call: _Call[A]) -> A:
        """Call, and tell the breaker how it went."""
        try:
            answer = self._attempt(call)
        except _Failed as error:
            if error.counts:
                self._breaker.fail(permit, error.detail)
            raise
        except ServiceError:  # it answered, if too much
            self._breaker.succeed(permit)
            raise
        else:
            self._breaker.succeed(permit)
            return answer
        finally:
            self._breaker.abandon(permit)  # has no effect once the permit is used

    def _attempt(self, call: _Call[A]) -> A:
        """Attempt it as often as is sensible."""
        most = 1 if self._breaker.state is State.HALF_OPEN else call.attempts  # one probe means one request
        numbers = count(1)

        def pause(error: Exception) -> float | bool:
            """Seconds until the next attempt, or False when there is none."""
            number = next(numbers)
            if not isinstance(error, _Failed) or not error.again or number >= most:
                return False
            backoff = 0.2 * 2**number * random.uniform(0.25, 0.5)  # noqa: S311
            wait = backoff if error.retry_after is None else float(error.retry_after)
            if wait >= call.budget.left:
                return False
            log.info("outside call failed once", service=self.name, path=call.url.path, problem=error.detail, wait=wait)
            return wait

        for attempt in stamina.retry_context(on=pause, attempts=most, timeout=None):
            with attempt:
                return self._follow(call)
        raise AssertionError("stamina ends with an answer or an error")

    def _follow(self, call: _Call[A]) -> A:
        """One attempt: follow redirects by hand, each to a permitted host, and read the answer."""
        url = call.url
        for _ in range(MOST_REDIRECTS + 1):
            self._wait_turn(url.host, call.budget)
            with self._answered(url, call) as response:
                if response.status_code not in _REDIRECTS:
                    self._check_status(response)
                    return call.read(response)
                if call.method not in {"GET", "HEAD"}:
                    raise self._failed(f"{self.title} redirected what was sent to it", again=False)
                url = self._redirected(url, response)
        raise self._failed(f"{self.title} redirected more than {MOST_REDIRECTS} times", again=False)

    def _wait_turn(self, host: str, budget: Budget) -> None:
        wait = self._rates[host].reserve(budget.left)
        if wait is None:
            sentence = f"too many requests to {self.title} are waiting"
            raise self._failed(sentence, reached=Reached.NOBODY, again=False, counts=False)
        time.sleep(wait)

    @contextmanager
    def _answered(self, url: httpx.URL, call: _Call[A]) -> Iterator[httpx.Response]:
        """The head of the answer, its body to be read inside the block; what can go wrong becomes one of our errors."""
        request = client().build_request(
            call.method, url, headers=self._headers_for(url, call), content=call.content or None
        )
        try:
            with call.budget.spent_here():
                response = client().send(request, stream=True)
                try:
                    yield response
                finally:
                    response.close()
        except httpx.TimeoutException:
            sentence = f"{self.title} did not answer within {call.budget.seconds:g} s"
            raise self._failed(sentence, reached=Reached.SILENCE) from None
        except httpx.TransportError as error:
            sentence = f"{self.title} could not be reached: {error or type(error).__name__}"
            raise self._failed(sentence, reached=Reached.SILENCE) from None
        except AddressRefused as error:
            sentence = f"{self.title} may not be asked: {error}"
            raise self._failed(sentence, reached=Reached.NOBODY, again=False) from None
        except Unusable as error:
            raise self._failed(f"{self.title} answered {error}") from None
        except TooLarge as error:
            raise ServiceError(self.name, f"{self.title} answered too much: {error}") from None

    def _check_status(self, response: httpx.Response) -> None:
        if response.status_code == 429:
            seconds = retry_after(response)
            wait = 1 if seconds is None else seconds
            self._rates[response.url.host].hold(wait)
            raise self._failed(f"{self.title} asks for fewer requests (429)", reached=Reached.NOBODY, retry_after=wait)
        if response.status_code >= 500:
            raise self._failed(f"{self.title} answered {response.status_code}", retry_after=retry_after(response))

    def _redirected(self, url: httpx.URL, response: httpx.Response) -> httpx.URL:
        try:
            target = url.join(response.headers.get("location", ""))
        except httpx.InvalidURL:
            raise self._failed(f"{self.title} redirected to something that is no address", again=False) from None
        if target.host not in self._rates or target.scheme not in {"https", url.scheme}:
            place = f"{target.scheme}://{target.host}"
            raise self._failed(f"{self.title} redirected to {place}, where it has no business", again=False)
        return target

    # --- parts of a request ---

    def _url(self, path: str, params: Mapping[str, Scalar] | None) -> httpx.URL:
        below = quote(path.lstrip("/"), safe="/:@!$&'()*+,;=~")  # a path stays a path, whatever it is made of
        url = self._base.copy_with(path=f"{self._base.path.rstrip('/')}/{below}")
        query = self._params | _query(params)
        return url.copy_merge_params(query) if query else url

    def _headers_for(self, url: httpx.URL, call: _Call[A]) -> dict[str, str]:
        headers = {"user-agent": f"Matinee/{matinee.__version__}", **call.accept}
        if _origin(url) == _origin(self._base):  # a key is for the service, not for whoever it redirects to
            headers |= self._headers
        if _origin(url) == _origin(call.url):
            headers |= call.headers
        if is_own_host(url.host, _port(url)) and (correlation := correlation_id()):
            headers["x-request-id"] = correlation  # only to our own hosts: strangers learn nothing of our visitors
        return headers

    # --- state ---

    def _breaker_changed(self, state: State, reason: str) -> None:
        if self._is_retired:
            return
        level = log.warning if state is State.OPEN else log.info
        level("breaker changed", service=self.name, state=state, reason=reason)
        metrics.BREAKER_OPEN.labels(self.name).set(state is not State.CLOSED)
        self._publish(self._problem if state is State.HALF_OPEN else reason)

    def _publish(self, problem: str) -> None:
        self._problem = problem
        if not self._is_retired:
            status.publish(self._state(problem, datetime.now(UTC)))

    def _state(self, problem: str, since: datetime) -> status.ServiceState:
        return status.ServiceState(self.name, self.title, self._breaker.state, problem, since)

    def _failed(
        self,
        detail: str,
        *,
        retry_after: int | None = None,
        reached: Reached = Reached.ANSWERED,
        again: bool = True,
        counts: bool = True,
    ) -> _Failed:
        return _Failed(self.name, detail, retry_after=retry_after, reached=reached, again=again, counts=counts)


def _budget(timeout: float | None) -> Budget:
    return Budget(current().http_timeout if timeout is None else timeout)


def _query(params: Mapping[str, Scalar] | None) -> dict[str, str]:
    given = {name: value for name, value in (params or {}).items() if value is not None}
    return {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in given.items()}


def _port(url: httpx.URL) -> int:
    return url.port or (443 if url.scheme == "https" else 80)


def _origin(url: httpx.URL) -> tuple[str, str, int]:
    return url.scheme, url.host, _port(url)
