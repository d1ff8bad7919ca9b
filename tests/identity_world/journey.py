"""Going through a provider as a browser does, hop by hop: Matinee, the provider, and back."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import httpx
from django.test import Client as Browser

from tests.identity_world.provider import Provider

AUTH = "/api/v1/auth/browser/v1"
BACK = "/sign-in/through"
_PAGES = (BACK, "/sign-in/error")


@dataclass(frozen=True)
class Arrival:
    """Where the person ended: the page, the `error` in its address, and what the session says then."""

    page: str
    error: str | None
    session: dict[str, object]

    @property
    def is_signed_in(self) -> bool:
        return self.session["status"] == 200


def leave(browser: Browser, provider_id: str, *, process: Literal["login", "connect"] = "login") -> str:
    """Ask for the way to the provider; the address that the browser is sent to."""
    if "csrftoken" not in browser.cookies:
        browser.get(f"{AUTH}/config")
    form = {
        "provider": provider_id,
        "process": process,
        "callback_url": f"http://testserver{BACK}",
        "csrfmiddlewaretoken": browser.cookies["csrftoken"].value,
    }
    answer = browser.post(f"{AUTH}/auth/provider/redirect", form)
    assert answer.status_code == 302, answer.content
    return str(answer["Location"])


def visit(address: str) -> str:
    """Be at the provider; the address that it sends the browser back to."""
    with httpx.Client(verify=False) as http:  # no TLS on loopback, and certificates take long to read
        answer = http.get(address)
    assert answer.status_code == 302, answer.text
    return str(answer.headers["Location"])


def arrive(browser: Browser, address: str) -> Arrival:
    """Follow the address back into Matinee, and from there to the page."""
    if urlsplit(address).path not in _PAGES:
        answer = browser.get(urlsplit(address)._replace(scheme="", netloc="", fragment="").geturl())
        assert answer.status_code == 302, answer.content
        address = str(answer["Location"])
    page = urlsplit(address)
    error = parse_qs(page.query).get("error", [None])[0]
    return Arrival(page.path, error, browser.get(f"{AUTH}/auth/session").json())


def travel(
    browser: Browser, provider_id: str, provider: Provider, *, process: Literal["login", "connect"] = "login"
) -> Arrival:
    """The whole way. A browser that is turned back at the start does not meet the provider."""
    address = leave(browser, provider_id, process=process)
    return arrive(browser, visit(address) if address.startswith(provider.url) else address)
