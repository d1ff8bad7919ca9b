"""Public answers that may be kept: encoded once, with what the front hall and browsers need to know."""

from collections.abc import Iterable

import orjson
from django.http import HttpResponse


def keepable(
    body: object,
    *,
    fresh: int,
    tags: Iterable[str],
    shared: int | None = None,
    by_language: bool = True,
) -> HttpResponse:
    """A JSON answer that is the same for everybody.

    `fresh`: seconds a browser may use it unasked. `shared`: seconds the front hall may (default: the same); it
    hears of changes by tag, so it can keep for longer. `by_language`: the body depends on Accept-Language.
    """
    response = HttpResponse(orjson.dumps(body), content_type="application/json")
    kept = fresh if shared is None else shared
    response["Cache-Control"] = f"public, max-age={fresh}, s-maxage={kept}, stale-while-revalidate={kept * 10}"
    response["Cache-Tag"] = " ".join(tags)
    if by_language:
        response["Vary"] = "Accept-Language"
    return response
