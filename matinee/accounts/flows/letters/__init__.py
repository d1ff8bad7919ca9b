"""The letters that flows send: short, in the reader's language, as text and as HTML of one look.

`<language>.json` beside this file has the sentences of each, by the name that allauth gives it, and the short messages
for phones. A `{code}` in a line of its own is shown large.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, cast

from django.utils.translation.trans_real import parse_accept_lang_header

_FOLDER = Path(__file__).parent
_DEFAULT = "en"
_RIGHT_TO_LEFT = {"ar"}
LANGUAGES = tuple(sorted(file.stem for file in _FOLDER.glob("*.json")))
_PAGE = """<!doctype html>
<html lang="{language}"><body style="margin:0;background:#f4f2ee;font-family:Georgia,serif;color:#1c1a17">
<div dir="{direction}" style="max-width:32rem;margin:0 auto;padding:2rem 1.5rem">
<p style="margin:0 0 1.5rem;font-size:1.1rem;letter-spacing:.08em">MATINEE</p>
{body}
<p style="margin:2rem 0 0;padding-top:1rem;border-top:1px solid #d8d3ca;font-size:.8rem;color:#6b655c">{closing}</p>
</div></body></html>
"""
_PARAGRAPH = '<p style="margin:0 0 1rem;line-height:1.5">{}</p>'
_CODE = '<p style="margin:0 0 1rem;font:700 1.8rem/1.4 monospace;letter-spacing:.15em"><bdi>{}</bdi></p>'


@dataclass(frozen=True, slots=True)
class Letter:
    """Ready to be sent."""

    subject: str
    text: str
    html: str


def write(name: str, language: str, facts: Mapping[str, Any]) -> Letter:
    """The letter called `name` (like "account/email/login_code"), with what of `facts` it mentions.

    `language`: a tag or a whole Accept-Language header. Raises KeyError for a letter that nobody has written.
    """
    chosen = choose(language)
    texts = _texts(chosen)
    letter = texts["letters"][name.replace("/email/", "/")]
    known = {fact: str(facts[fact]) for fact in ("code", "ip", "user_agent") if fact in facts}
    if "provider" in facts:
        known["provider"] = str(facts["provider"].name)
    lines = [line.format_map(known) for line in letter["lines"]]
    if "ip" in known:
        lines.append(texts["from_where"].format_map(known))
    closing = texts["closing"]
    body = "\n".join((_CODE if line == known.get("code") else _PARAGRAPH).format(escape(line)) for line in lines)
    return Letter(
        subject=f"Matinee: {letter['subject'].format_map(known)}",
        text="\n\n".join([*lines, f"-- \n{closing}"]) + "\n",
        html=_PAGE.format(
            language=chosen,
            direction="rtl" if chosen in _RIGHT_TO_LEFT else "ltr",
            body=body,
            closing=escape(closing),
        ),
    )


def short(name: str, language: str, facts: Mapping[str, str]) -> str:
    """The message for a phone called `name`."""
    return str(_texts(choose(language))["phone"][name].format_map(facts))


def choose(language: str) -> str:
    """The best of our languages for a tag or an Accept-Language header."""
    for tag, _weight in parse_accept_lang_header(language.lower()[:200]):
        if (base := tag.partition("-")[0]) in LANGUAGES:
            return base
    return _DEFAULT


@cache
def _texts(language: str) -> dict[str, Any]:
    return cast(dict[str, Any], json.loads((_FOLDER / f"{language}.json").read_text("utf-8")))
