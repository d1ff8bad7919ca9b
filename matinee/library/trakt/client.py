"""Speaking to Trakt, with what its statuses mean turned into our errors."""

import re
import time
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

import orjson
from pydantic import BaseModel, TypeAdapter, ValidationError

from matinee.core.errors import NotFound, ServiceDown, ServiceError
from matinee.core.http import Scalar, Service
from matinee.core.http.rate import Rate
from matinee.core.settings import current
from matinee.library.trakt import shapes
from matinee.library.trakt.app import NAME, App

TITLE = "Trakt"
PER_PAGE = 250
MOST_PAGES = 2_000
_WRITES_WAIT = 120.0  # seconds
_WHOLE = re.compile(r"[0-9]{1,18}")

S = TypeVar("S", bound=BaseModel)


class TokenRefused(ServiceError):
    """The person's token is no good: it ran out, or they took the permission back at Trakt."""


class AccountLimit(ServiceError):
    """The account may not hold more, or is no VIP's."""


class AccountLocked(ServiceError):
    """Trakt has locked or deactivated the account."""


_MEANINGS: dict[int, tuple[type[ServiceError], str]] = {
    401: (TokenRefused, "Trakt does not take the token any more"),
    420: (AccountLimit, "The account at Trakt is full; Trakt VIP accounts may hold more"),
    423: (AccountLocked, "Trakt has locked or deactivated the account: write to support@trakt.tv"),
    426: (AccountLimit, "Trakt allows this to VIP accounts only"),
}


class TraktClient:
    """One per process and app."""

    def __init__(self, app: App, *, instead_of: "TraktClient | None" = None, is_trial: bool = False) -> None:
        """`instead_of`: the client of the app before. `is_trial`: how it fares is not how Trakt fares for everybody."""
        self.app = app
        settings = current()
        headers = {"trakt-api-key": app.client_id, "trakt-api-version": "2", "content-type": "application/json"}
        name = f"{NAME}-trial" if is_trial else NAME
        self.service = Service(name, TITLE, settings.trakt_url, headers=headers, rate=settings.trakt_rate)
        if is_trial:
            self.service.retire()
        if instead_of is not None:
            self.service.replace(instead_of.service)

    def check(self) -> None:
        """Ask something that needs no person. Raises ServiceError with a sentence."""
        answer = self.service.get_json("/movies/trending", {"limit": 1})
        if answer.status != 200:
            raise self.error(answer.status)

    def device_code(self) -> shapes.DeviceCode:
        """A new code for a person to type at Trakt."""
        status, data = self._post("/oauth/device/code", {"client_id": self.app.client_id})
        if status != 200:
            raise self.error(status)
        return read(shapes.DeviceCode, data)

    def device_tokens(self, device_code: str) -> tuple[int, shapes.Tokens | None]:
        """Trakt's status for that code, and the tokens when it is 200. Raises ServiceDown also for "slow down"."""
        status, data = self._post("/oauth/device/token", {"code": device_code, **self._credentials()})
        return status, read(shapes.Tokens, data) if status == 200 else None

    def refreshed(self, refresh_token: str) -> shapes.Tokens:
        """The next pair; the one before is good for nothing from then on. Raises TokenRefused, ServiceError."""
        asked = {
            "refresh_token": refresh_token,
            "redirect_uri": "urn:ietf:wg:oauth:2.0:oob",
            "grant_type": "refresh_token",
            **self._credentials(),
        }
        status, data = self._post("/oauth/token", asked)
        if status in {400, 401}:
            raise TokenRefused(NAME, "Trakt says that the permission was taken back")
        if status != 200:
            raise self.error(status)
        return read(shapes.Tokens, data)

    def revoke(self, access_token: str) -> None:
        """Give a token back. Raises ServiceError."""
        status, _ = self._post("/oauth/revoke", {"token": access_token, **self._credentials()})
        if status not in {200, 204, 401, 404}:  # one that is no good is as good as given back
            raise self.error(status)

    def error(self, status: int) -> ServiceError | NotFound:
        """What a status that is no success means."""
        if status == 403:
            return self.service.refused("Trakt refused the client id of this installation (403)")
        if status == 404:
            return NotFound("Trakt has no such thing")
        meaning, sentence = _MEANINGS.get(
            status, (ServiceError, f"Trakt could not make sense of the question ({status})")
        )
        return meaning(NAME, sentence)

    def _credentials(self) -> dict[str, str]:
        return {"client_id": self.app.client_id, "client_secret": self.app.secret}

    def _post(self, path: str, body: Mapping[str, object]) -> tuple[int, object]:
        answer = self.service.call("POST", path, content=orjson.dumps(body))
        return answer.status, answer.json()


class TraktSession:
    """Speaks for one person. Writes are spread as Trakt wants it of each person, reads as of the whole."""

    def __init__(self, client: TraktClient, access_token: str) -> None:
        self._client = client
        self._headers = {"authorization": f"Bearer {access_token}"}
        self._writes = Rate(current().trakt_rate / 3)

    def one(self, shape: type[S], path: str) -> S:
        """Raises TokenRefused, AccountLocked, AccountLimit, NotFound, ServiceDown, ServiceError; so do the others."""
        return read(shape, self._get(path, {})[0])

    def all(self, shape: type[S], path: str, **params: Scalar) -> list[S]:
        """Everything of a listing, page by page. Raises ServiceDown when it changed while it was being read."""
        adapter, items, total = TypeAdapter(list[shape]), list[S](), ""  # type: ignore[valid-type]
        for page in range(1, MOST_PAGES + 1):
            data, headers = self._get(path, {**params, "page": page, "limit": PER_PAGE})
            count = headers.get("x-pagination-item-count", "")
            if page > 1 and count != total:
                raise ServiceDown(NAME, "What is at Trakt changed while it was being read", retry_after=60)
            items += _valid(adapter, data)
            total = count
            if page >= _whole(headers.get("x-pagination-page-count", "")):
                break
        if total and len(items) != _whole(total):
            raise ServiceDown(NAME, f"Trakt tells of {total} things and shows {len(items)}", retry_after=600)
        return items

    def write(self, path: str, body: Mapping[str, object]) -> object:
        """POST, once."""
        wait = self._writes.reserve(_WRITES_WAIT)
        time.sleep(_WRITES_WAIT if wait is None else wait)
        answer = self._client.service.call("POST", path, headers=self._headers, content=orjson.dumps(body))
        if answer.status not in {200, 201, 204}:
            raise self._client.error(answer.status)
        return answer.json()

    def _get(self, path: str, params: Mapping[str, Scalar]) -> tuple[object, Mapping[str, str]]:
        answer = self._client.service.get_json(path, params, self._headers)
        if answer.status != 200:
            raise self._client.error(answer.status)
        return answer.data, answer.headers


def read(shape: type[S], data: object) -> S:
    """An answer in its shape. Raises ServiceError for one that makes no sense."""
    value: S = _valid(TypeAdapter(shape), data)
    return value


def written(moment: datetime) -> str:
    """As Trakt writes times."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _valid(adapter: TypeAdapter[Any], data: object) -> Any:
    try:
        return adapter.validate_python(data)
    except ValidationError as error:
        what = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise ServiceError(NAME, f"Trakt answered something unexpected at {what or 'the top'}") from None


def _whole(text: str) -> int:
    return int(text) if _WHOLE.fullmatch(text) else 0
