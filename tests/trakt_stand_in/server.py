"""Answers as Trakt does: codes, tokens that rotate, pages, and the account behind the token."""

import re
from collections.abc import Callable, Mapping
from types import TracebackType

import orjson

from tests.loopback import Behaviour, Handler, LoopbackServer, Seen, json
from tests.trakt_stand_in.account import Account, Json

CLIENT_ID, CLIENT_SECRET = "c1" * 32, "5e" * 32
_ITEMS = re.compile(r"/users/me/lists/(\d+)/items(/remove)?")
Answer = tuple[int, object]


class TraktStandIn:
    """`trakt.next("/sync/ratings", status=502)`: so the next request for that path is answered, before all goes on."""

    def __init__(self) -> None:
        self.account = Account()
        self.device_status = 400
        self.tokens: tuple[str, str] = ("", "")
        self.interval = 5
        self.lifetime = 86_400
        self.per_page = 250
        self._pairs = 0
        self._loopback = LoopbackServer()
        self._loopback.fallback(self._behave)
        self._instead: dict[str, list[Behaviour]] = {}

    @property
    def url(self) -> str:
        return self._loopback.url

    @property
    def host(self) -> str:
        return self._loopback.host

    def __enter__(self) -> "TraktStandIn":
        self._loopback.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loopback.__exit__(kind, error, trace)

    # --- for tests ---

    def next(self, path: str, *, status: int, headers: Mapping[str, str] | None = None, after: int = 0) -> None:
        """Once, instead of what it would answer, after so many good answers."""
        self.instead(path, json({}, status=status, headers=headers), after=after)

    def instead(self, path: str, behaviour: Behaviour, *, after: int = 0) -> None:
        """Any behaviour, in the same way."""
        self._instead.setdefault(path, []).extend([*[self.as_ever] * after, behaviour])

    def requests(self, method: str = "") -> list[str]:
        """Paths so far."""
        return [seen.path for seen in self._loopback.seen if seen.method == (method or seen.method)]

    def bodies(self, path: str) -> list[Json]:
        """What was posted there."""
        return [orjson.loads(seen.body) for seen in self._loopback.seen if seen.path == path and seen.method == "POST"]

    def headers(self, path: str) -> list[Mapping[str, str]]:
        return [seen.headers for seen in self._loopback.seen if seen.path == path]

    def forget_requests(self) -> None:
        self._loopback.seen.clear()

    def withdraw_permission(self) -> None:
        """The person takes it back at Trakt: neither token is good any more."""
        self.tokens = ("", "")

    def expire_access(self) -> None:
        """The access token alone is good no more."""
        self.tokens = ("gone", self.tokens[1])

    # --- answering ---

    def _behave(self, handler: Handler) -> None:
        seen = self._loopback.seen[-1]
        if waiting := self._instead.get(seen.path):
            waiting.pop(0)(handler)
        else:
            self.as_ever(handler)

    def as_ever(self, handler: Handler) -> None:
        """Answer what was asked last."""
        seen = self._loopback.seen[-1]
        status, data = self._answer(seen)
        headers: dict[str, str] = {}
        if isinstance(data, list):
            page, limit = int(seen.query.get("page", 1)), min(int(seen.query.get("limit", 10)), self.per_page)
            headers = {
                "X-Pagination-Item-Count": str(len(data)),
                "X-Pagination-Page-Count": str(max(1, -(-len(data) // limit))),
            }
            data = data[(page - 1) * limit : page * limit]
        json(data, status=status, headers=headers)(handler)

    def _answer(self, seen: Seen) -> Answer:
        if seen.headers.get("trakt-api-key") != CLIENT_ID:
            return 403, {}
        body: Json = orjson.loads(seen.body) if seen.body else {}
        if seen.path == "/movies/trending":
            return 200, []
        if seen.path.startswith("/oauth/"):
            return self._oauth(seen.path, body)
        if seen.headers.get("authorization") != f"Bearer {self.tokens[0]}" or not self.tokens[0]:
            return 401, {}
        return self._written(seen.path, body) if seen.method == "POST" else self._read(seen.path, seen.query)

    def _oauth(self, path: str, body: Json) -> Answer:
        if path == "/oauth/device/code":
            code = {"device_code": "d" * 64, "user_code": "5055CC52", "verification_url": "https://trakt.tv/activate"}
            return 200, {**code, "expires_in": 600, "interval": self.interval}
        if body["client_secret"] != CLIENT_SECRET:
            return 401, {"error": "invalid_client"}
        if path == "/oauth/device/token":
            if self.device_status != 200:
                return self.device_status, {}
            return 200, self._pair()
        if path == "/oauth/revoke":
            self.withdraw_permission()
            return 200, {}
        if body["refresh_token"] != self.tokens[1] or not self.tokens[1]:
            return 401, {"error": "invalid_grant"}
        return 200, self._pair()

    def _pair(self) -> Json:
        self._pairs += 1
        self.tokens = (f"access-{self._pairs}", f"refresh-{self._pairs}")
        return {"access_token": self.tokens[0], "refresh_token": self.tokens[1], "expires_in": self.lifetime}

    def _read(self, path: str, query: Mapping[str, str]) -> Answer:
        account = self.account
        if match := _ITEMS.fullmatch(path):
            return (200, account.items(int(match[1]))) if int(match[1]) in account.lists else (404, {})
        answers: dict[str, Callable[[], object]] = {
            "/users/settings": lambda: {"user": {"username": account.username}},
            "/sync/last_activities": account.activities,
            "/sync/history": lambda: account.history(query.get("start_at", ""), query.get("end_at", "")),
            "/sync/ratings/movies": lambda: account.rated("movie"),
            "/sync/ratings/shows": lambda: account.rated("show"),
            "/sync/watchlist": lambda: account.items(0),
            "/users/me/lists": lambda: [account.list_told(number) for number in account.lists if number],
        }
        return (200, answers[path]()) if path in answers else (404, {})

    def _written(self, path: str, body: Json) -> Answer:
        account = self.account
        if match := _ITEMS.fullmatch(path):
            number = int(match[1])
            done = account.remove_items(number, body) if match[2] else account.add_items(number, body)
            return (420, {}) if done is None else (201, done)
        if path == "/users/me/lists":
            if len(account.lists) > account.most_lists:
                return 420, {}
            return 201, account.list_told(account.makes_list(body["name"]))
        answers: dict[str, Callable[[], object]] = {
            "/sync/history": lambda: account.add_plays(body),
            "/sync/history/remove": lambda: account.remove_plays(body),
            "/sync/ratings": lambda: account.add_ratings(body),
            "/sync/ratings/remove": lambda: account.remove_ratings(body),
            "/sync/watchlist": lambda: account.add_items(0, body),
            "/sync/watchlist/remove": lambda: account.remove_items(0, body),
        }
        if path not in answers:
            return 404, {}
        taken = answers[path]()
        return (420, {}) if taken is None else (201, taken)
