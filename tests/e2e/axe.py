"""axe-core, the accessibility checker that the client's own packages bring, inside a page."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_SOURCE = Path("web/node_modules/axe-core/axe.min.js")
# WCAG 2.2 to level AA, and what axe's makers hold to be good practice besides.
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _source() -> str:
    return _SOURCE.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """A line per rule that the page breaks, with the first places where it does."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(_source())
    found: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })", _RULES
    )
    return [_line(one) for one in found["violations"]]


def _line(violation: dict[str, Any]) -> str:
    places = "; ".join(f"{node['html'][:160]} ({node['failureSummary']})" for node in violation["nodes"][:3])
    return f"{violation['id']} ({violation['impact']}): {violation['help']}: {places}"
