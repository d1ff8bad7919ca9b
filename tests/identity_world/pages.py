"""The pages that people see at a provider."""

from collections.abc import Mapping, Sequence
from html import escape

from tests.identity_world.failures import Reply
from tests.identity_world.people import Person

_HTML = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}


def consent_page(provider: str, scope: frozenset[str], people: Sequence[Person], asked: Mapping[str, str]) -> Reply:
    """Who are you, and do you allow it? The form brings the whole request back."""
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in asked.items()
    )
    choices = "".join(
        f'<p><label><input type="radio" name="person" value="{escape(person.username)}"'
        f"{' checked' if place == 0 else ''}> {escape(person.name)}</label></p>"
        for place, person in enumerate(people)
    )
    wishes = escape(", ".join(sorted(scope)) or "your name")
    form = (
        f'<form method="post">{hidden}<fieldset><legend>Who are you?</legend>{choices}</fieldset>'
        f"<p>The application asks for: {wishes}</p>"
        '<button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></form>'
    )
    return _page(200, f"Sign in with {provider}", form)


def refusal_page(provider: str, reason: str) -> Reply:
    """An error that must not be sent back to anybody."""
    return _page(400, f"{provider} cannot go on", f"<p>{escape(reason)}</p>")


def _page(status: int, title: str, body: str) -> Reply:
    page = f'<!doctype html><html lang="en"><title>{escape(title)}</title><h1>{escape(title)}</h1>{body}</html>'
    return Reply(status, page.encode(), _HTML)
