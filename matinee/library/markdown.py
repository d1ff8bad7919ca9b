"""People's Markdown as HTML that may be shown to anybody (docs/decisions/markdown.md)."""

from collections.abc import Callable
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_FENCE = "||"
_TAGS = {"a", "blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "s", "span", "strong", "ul"}
_TOO_LOUD = ["heading", "lheading", "image", "reference", "html_block", "html_inline", "entity"]
_SIGNS = "[]*_~|`<>\\&\n"
_MOST_SIGNS = 1_000  # 30 ms at the worst, for which 20,000 take a quarter of a second; long reviews have 300


@lru_cache(maxsize=128)
def render(text: str) -> str:
    """Sanitised HTML. What is between two || is in `<span class="spoiler">`; pictures and headings stay plain text.

    So does all of a text that is hardly anything but signs, and if it has a spoiler, it is one.
    """
    if sum(map(text.count, _SIGNS)) > _MOST_SIGNS:
        return _as_it_is(text)
    import nh3  # noqa: PLC0415 - only who reads or writes reviews needs the memory

    return nh3.clean(
        _parser()(text),
        tags=_TAGS,
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        allowed_classes={"span": {"spoiler"}},
        url_schemes={"http", "https"},
        url_relative="deny",
        link_rel="nofollow noopener",
    )


def _as_it_is(text: str) -> str:
    lines = escape(text, quote=False).replace("\n", "<br>\n")
    return f'<p><span class="spoiler">{lines}</span></p>' if _FENCE in text else f"<p>{lines}</p>"


@cache
def _parser() -> Callable[[str], str]:
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("strikethrough").disable(_TOO_LOUD)
    parser.inline.ruler.before("emphasis", "spoiler", _spoiler)
    parser.inline.add_terminator_char(_FENCE[0])
    return parser.render


def _spoiler(state: "StateInline", silent: bool) -> bool:
    """A rule of markdown-it's: ||what gives something away||, on one paragraph's lines, with emphasis inside or not."""
    begin, end = state.pos, state.posMax
    if not state.src.startswith(_FENCE, begin):
        return False
    inside = begin + len(_FENCE)
    close = state.src.find(_FENCE, inside, end)
    if close < 0 or not state.src[inside:close].strip():
        return False
    if not silent:
        state.push("spoiler_open", "span", 1).attrSet("class", "spoiler")
        state.pos, state.posMax = inside, close
        state.md.inline.tokenize(state)
        state.push("spoiler_close", "span", -1)
    state.pos, state.posMax = close + len(_FENCE), end
    return True
