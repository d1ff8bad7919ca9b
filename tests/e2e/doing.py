"""What somebody who is signed in does through the API, in the session of their own browser."""

from typing import Any

from playwright.sync_api import APIResponse

from tests.e2e.conftest import Visitor


def knock(visitor: Visitor, method: str, path: str, body: object = None) -> APIResponse:
    """Call an address below /api/v1, whatever comes of it."""
    context = visitor.page.context
    tokens = [cookie.get("value", "") for cookie in context.cookies() if cookie.get("name") == "csrftoken"]
    headers = {"X-CSRFToken": tokens[0] if tokens else "", "Referer": f"{visitor.address}/"}
    return context.request.fetch(f"{visitor.address}/api/v1{path}", method=method, data=body, headers=headers)


def do(visitor: Visitor, method: str, path: str, body: object = None) -> Any:
    """Call an address below /api/v1; what it answers, None for nothing."""
    answer = knock(visitor, method, path, body)
    assert answer.ok, f"{method} {path}: {answer.status} {answer.text()}"
    return answer.json() if answer.body() else None


def watch(visitor: Visitor, noun: str, title: int, at: str, **what: object) -> None:
    """A film, an episode or a season at that time, be it once more."""
    do(visitor, "POST", f"/me/viewings/{noun}/{title}", {"watchedAt": at, "again": True, **what})


def titles(visitor: Visitor, noun: str, query: str = "") -> list[dict[str, Any]]:
    """The first page of them, most popular first."""
    found: list[dict[str, Any]] = do(visitor, "GET", f"/{noun}?{query}")["items"]
    return found
