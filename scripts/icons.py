"""Draws the PNG icons of the web client from web/public/icon.svg: `.venv/bin/python scripts/icons.py`.

Devices cut maskable icons to any shape: only a circle of 80 % of their width is certain to be seen, so there the sign
is smaller and its ground goes to the edge. Apple rounds the corners itself and paints what is transparent black.
"""

import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

_PUBLIC = Path(__file__).parents[1] / "web" / "public"
_SAFE = 0.72  # of the sign's size, so that its corners lie within the safe circle
_ICONS = {
    "any-192": (192, False),
    "any-512": (512, False),
    "maskable-192": (192, True),
    "maskable-512": (512, True),
    "apple-touch-180": (180, True),
}


def _full_bleed(svg: str) -> str:
    """The same sign on a ground without corners, drawn smaller around the middle."""
    ground, sign = re.search(r"(<rect.*?/>)(<path.*?/>)", svg).groups()  # type: ignore[union-attr]
    square = re.sub(r' rx="[^"]*"', "", ground)
    middle = f"translate(32 32) scale({_SAFE}) translate(-32 -32)"
    return svg.replace(ground + sign, f'{square}<g transform="{middle}">{sign}</g>')


def _draw(browser: Browser, svg: str, size: int, file: Path) -> None:
    page = browser.new_page(viewport={"width": size, "height": size})
    page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block; width: {size}px }}</style>{svg}")
    page.screenshot(path=file, omit_background=True)
    page.close()


def main() -> int:
    """Write them all."""
    svg = (_PUBLIC / "icon.svg").read_text().strip()
    (_PUBLIC / "icons").mkdir(exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, (size, full) in _ICONS.items():
            _draw(browser, _full_bleed(svg) if full else svg, size, _PUBLIC / "icons" / f"{name}.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
