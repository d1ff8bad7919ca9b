"""Bringing files along, as a browser does, and doing the worker's part of it at once."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, cast

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from matinee.catalog.models import Title
from matinee.library.actions import importing
from tests.accounts.cast import Browser, said

AT = datetime(2021, 5, 4, 20, 15, tzinfo=UTC)


def give(browser: Browser, name: str, content: str | bytes) -> HttpResponse:
    """Upload it."""
    data = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile(name, data, "application/octet-stream")
    return upload(browser, {"file": file})


def upload(browser: Browser, fields: Mapping[str, object]) -> HttpResponse:
    """Send a form of these."""
    return cast(HttpResponse, browser.client.post("/api/v1/imports", fields, headers=browser.headers()))


def bring(browser: Browser, name: str, content: str | bytes) -> str:
    """Upload it and have it read; its address."""
    response = give(browser, name, content)
    assert response.status_code == 202, response.content
    importing.work_on_imports()
    return f"/imports/{said(response)['id']}"


def apply(browser: Browser, address: str) -> dict[str, Any]:
    """Have it applied; how it ended."""
    response = browser.post(f"{address}/apply")
    assert response.status_code == 202, response.content
    importing.work_on_imports()
    return said(browser.get(address))


def undo(browser: Browser, address: str) -> dict[str, Any]:
    """Have it undone; how it ended."""
    response = browser.post(f"{address}/undo")
    assert response.status_code == 202, response.content
    importing.work_on_imports()
    return said(browser.get(address))


def counts(told: Mapping[str, Any]) -> dict[str, int]:
    """Those that are not zero."""
    return {outcome: number for outcome, number in told["counts"].items() if number}


def rows(browser: Browser, address: str, *outcomes: str) -> list[dict[str, Any]]:
    """The first page of them."""
    query = "&".join(f"outcome={outcome}" for outcome in outcomes)
    items: list[dict[str, Any]] = said(browser.get(f"{address}/rows?{query}"))["items"]
    return items


def entry(title_id: int, **said_of_it: object) -> dict[str, object]:
    """One of our own format, about a title that the catalogue has."""
    title = Title.objects.get(pk=title_id)
    numbers = {name: said_of_it.pop(name) for name in ("season", "episode") if name in said_of_it}
    about = {"kind": title.kind, "name": title.name, "year": title.year, "ids": {"imdb": title.imdb_id}}
    return {"title": about | numbers} | said_of_it


def library(*entries: object) -> str:
    """A file of our own format."""
    return json.dumps({"format": "matinee library", "version": 1, "entries": list(entries)})
