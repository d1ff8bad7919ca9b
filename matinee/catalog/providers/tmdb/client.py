"""Speaking to TMDB: with either kind of key, and with its error codes turned into ours."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from matinee.catalog.providers.tmdb.key import is_v3
from matinee.core.errors import NotFound, ServiceError
from matinee.core.http import JsonAnswer, Service
from matinee.core.http.service import Scalar
from matinee.core.settings import current

NAME, TRIAL, TITLE = "tmdb", "tmdb-trial", "TMDB"
MOST_APPENDED = 20

S = TypeVar("S", bound=BaseModel)


class TmdbClient:
    """One per process and key. Every answer comes validated as one of `shapes`."""

    def __init__(self, key: str, *, instead_of: "TmdbClient | None" = None, is_trial: bool = False) -> None:
        """A v3 key goes in the query, a v4 read token in a header; users paste either.

        `instead_of`: the client with the key before. `is_trial`: how it fares is not how TMDB fares for everybody.
        """
        self.key = key
        settings = current()
        self.service = Service(
            TRIAL if is_trial else NAME,
            TITLE,
            settings.tmdb_url,
            params={"api_key": key} if is_v3(key) else {},
            headers={} if is_v3(key) else {"Authorization": f"Bearer {key}"},
            rate=settings.tmdb_rate,
        )
        if is_trial:
            self.service.retire()
        if instead_of is not None:
            self.service.replace(instead_of.service)

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
        answer = self.service.get_json(path, params, timeout=wait)
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
            return self.service.refused(f"TMDB refused the key {told}")
        return ServiceError(NAME, f"TMDB could not make sense of the question {told}")
