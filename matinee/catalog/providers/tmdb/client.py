"""Speaking to TMDB: with either kind of key, and with its error codes turned into ours."""

import re
from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from matinee.core.errors import NotFound, ServiceError
from matinee.core.http import JsonAnswer, Service
from matinee.core.http.service import Scalar
from matinee.core.settings import Settings

NAME, TITLE = "tmdb", "TMDB"
MOST_APPENDED = 20
_V3_KEY = re.compile(r"^[0-9a-f]{32}$")

S = TypeVar("S", bound=BaseModel)


class TmdbClient:
    """One per process. Every answer comes validated as one of `shapes`."""

    def __init__(self, settings: Settings) -> None:
        """A v3 key goes in the query, a v4 read token in a header; users paste either."""
        key = settings.tmdb_key.get_secret_value().strip()
        is_v3 = _V3_KEY.match(key) is not None
        self._service = Service(
            NAME,
            TITLE,
            settings.tmdb_url,
            params={"api_key": key} if is_v3 else {},
            headers={} if is_v3 else {"Authorization": f"Bearer {key}"},
            rate=settings.tmdb_rate,
        )

    def get(
        self,
        shape: type[S],
        path: str,
        query: Mapping[str, Scalar] | None = None,
        *,
        wait: float,
        append: tuple[str, ...] = (),
    ) -> S:
        """One call. Raises NotFound, ServiceDown, ServiceRefused, or ServiceError for an answer that makes no sense."""
        params = dict(query or {}) | ({"append_to_response": ",".join(append[:MOST_APPENDED])} if append else {})
        answer = self._service.get_json(path, params, timeout=wait)
        if answer.status != 200:
            raise self._error(answer)
        try:
            return shape.model_validate(answer.data)
        except ValidationError as error:
            what = ".".join(str(part) for part in error.errors()[0]["loc"])
            raise ServiceError(NAME, f"TMDB answered something unexpected at {what or 'the top'}") from None

    def _error(self, answer: JsonAnswer) -> Exception:
        body = answer.data if isinstance(answer.data, dict) else {}
        code = body.get("status_code")
        told = f"({answer.status}, code {code})" if isinstance(code, int) else f"({answer.status})"
        if answer.status == 404:
            return NotFound("TMDB has no such thing")
        if answer.status in {401, 403}:
            return self._service.refused(f"TMDB refused the key {told}")
        return ServiceError(NAME, f"TMDB could not make sense of the question {told}")
