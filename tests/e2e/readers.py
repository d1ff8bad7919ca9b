"""What readers do in a real browser."""

import re
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visitor
from tests.e2e.doing import do

FILMS = ("Metropolis", "Nosferatu", "The General")


def make_list(visitor: Visitor, name: str, *, public: bool = False) -> None:
    """With the three films in their order."""
    made = do(visitor, "POST", "/watchlists", {"name": name, "public": public})
    for film in FILMS:
        hits = do(visitor, "GET", f"/search?kind=movie&q={quote(film)}")["items"]
        do(visitor, "PUT", f"/watchlists/{made['id']}/items/movies/{hits[0]['title']['id']}", {})


def open_title(visitor: Visitor, name: str) -> Page:
    page = visitor.page
    visitor.open(f"/search?q={name.replace(' ', '+')}&kind=movie")
    page.get_by_role("main").get_by_role("link", name=re.compile(name)).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    return page


def undo(page: Page, said: str) -> None:
    """What was just done, by the message that says so."""
    page.locator("li", has=page.get_by_text(said, exact=True)).locator("button", has_text="Undo").click()
