"""The small cast, and how they come in: alice and bob are members, root administrates, gus is a guest.

`Browser` is a browser with cookies and the CSRF token, `Program` a program with tokens; both speak to the whole of
Django in this process, with the CSRF check on, which Django's own test client leaves out.
"""

from dataclasses import dataclass, field
from typing import Any, cast

import orjson
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.http import HttpResponse
from django.middleware.csrf import CSRF_SECRET_LENGTH
from django.test import Client
from django.utils.crypto import get_random_string

from matinee.accounts.actions import create_user
from matinee.accounts.models import User
from matinee.core.access import Role

PASSWORD = "a lamp in Bagdad 1924"
FLOWS = "/api/v1/auth"
_WHOLE = ("/api/", "/accounts/", "/img/", "/health/", "/metrics")
_ROLES = {"root": Role.ADMINISTRATOR, "gus": Role.GUEST}


def person(name: str) -> User:
    """One of the cast, made now, with a verified address and PASSWORD."""
    return create_user(name, PASSWORD, email=f"{name}@example.org", role=_ROLES.get(name, Role.MEMBER))


@dataclass
class Visitor:
    """Whoever sends requests; `address` is where from."""

    address: str = "127.0.0.1"
    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True, raise_request_exception=False))

    def headers(self) -> dict[str, str]:
        """What goes with every request."""
        return {}

    def send(self, method: str, path: str, body: object = None, **headers: str) -> HttpResponse:
        """Any request below /api/v1, with a body of JSON if there is one."""
        return cast(
            HttpResponse,
            self.client.generic(
                method,
                path if path.startswith(_WHOLE) else f"/api/v1{path}",
                "" if body is None else orjson.dumps(body),
                content_type="application/json",
                headers={**self.headers(), **{name.replace("_", "-"): value for name, value in headers.items()}},
                REMOTE_ADDR=self.address,
            ),
        )

    def get(self, path: str, **headers: str) -> HttpResponse:
        return self.send("GET", path, **headers)

    def post(self, path: str, body: object = None, **headers: str) -> HttpResponse:
        return self.send("POST", path, body, **headers)


@dataclass
class Browser(Visitor):
    """A browser on one of our pages."""

    flows: str = f"{FLOWS}/browser/v1"

    def headers(self) -> dict[str, str]:
        if "csrftoken" not in self.client.cookies:
            self.client.get(f"{self.flows}/config", REMOTE_ADDR=self.address)
        return {"X-CSRFToken": self.client.cookies["csrftoken"].value}

    def sign_in(self, name: str, password: str = PASSWORD) -> HttpResponse:
        """By user name or e-mail address."""
        return self.post(
            f"{self.flows}/auth/login", {"email" if "@" in name else "username": name, "password": password}
        )


@dataclass
class Program(Visitor):
    """A program; after `sign_in` it has tokens."""

    flows: str = f"{FLOWS}/app/v1"
    session: str = ""
    access: str = ""
    refresh: str = ""

    def headers(self) -> dict[str, str]:
        if self.access:
            return {"Authorization": f"Bearer {self.access}"}
        return {"X-Session-Token": self.session} if self.session else {}

    def send(self, method: str, path: str, body: object = None, **headers: str) -> HttpResponse:
        response = super().send(method, path, body, **headers)
        if path.startswith(self.flows) and response.status_code < 500 and response.content:
            told = said(response)
            for source in (told.get("meta") or {}, told.get("data") or {}):
                if isinstance(source, dict):
                    self.session = source.get("session_token", self.session)
                    self.access = source.get("access_token", self.access)
                    self.refresh = source.get("refresh_token", self.refresh)
        return response

    def sign_in(self, name: str, password: str = PASSWORD) -> HttpResponse:
        """By user name or e-mail address."""
        return self.post(
            f"{self.flows}/auth/login", {"email" if "@" in name else "username": name, "password": password}
        )

    def renew(self, refresh: str = "") -> HttpResponse:
        """Use a refresh token, by default the latest."""
        return self.post(f"{self.flows}/tokens/refresh", {"refresh_token": refresh or self.refresh})


def signed_in(name: str) -> Browser:
    """A browser in which this person, who exists, has signed in."""
    browser = Browser()
    response = browser.sign_in(name)
    assert response.status_code == 200, response.content
    return browser


def seated(name: str) -> Browser:
    """Like `signed_in`, without the steps and traces of signing in: for tests that are about something else."""
    browser, user = Browser(), User.objects.get(username=name)
    browser.client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    UserSession.objects.create(user=user, session_key=browser.client.session.session_key, ip=browser.address)
    browser.client.cookies[settings.CSRF_COOKIE_NAME] = get_random_string(CSRF_SECRET_LENGTH)
    return browser


def said(response: HttpResponse) -> dict[str, Any]:
    """The JSON of any answer."""
    body: dict[str, Any] = orjson.loads(response.content)
    return body


def refused(response: HttpResponse, status: int, words: str = "") -> None:
    """It has to be a problem of that status, whose detail has these words, and which all problems' members."""
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    body = said(response)
    assert body["status"] == status
    assert {"type", "title", "detail", "error", "details", "correlationId"} <= set(body)
    assert words in body["detail"], body["detail"]
