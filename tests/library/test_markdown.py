"""Markdown from anybody: what becomes of it, and what never does."""

import re
import time
from html.parser import HTMLParser

import pytest

from matinee.library.markdown import render

ALLOWED = {
    "a": {"href", "rel"}, "blockquote": set(), "br": set(), "code": set(), "em": set(), "hr": set(), "li": set(),
    "ol": {"start"}, "p": set(), "pre": set(), "s": set(), "span": {"class"}, "strong": set(), "ul": set(),
}  # fmt: skip

ATTACKS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<iframe src=javascript:alert(1)></iframe>",
    "<body onload=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<details open ontoggle=alert(1)>",
    "<style>*{display:none}</style>",
    "<form action=//evil.example><input name=password></form>",
    "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<p id=root class=fixed style=position:fixed>x</p>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](  javascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript:alert&#40;1&#41;)",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](data:image/svg+xml,<svg onload=alert(1)>)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](/api/v1/me)",
    "[x](#root)",
    "[x](https://example.org \"\\\"onmouseover=alert(1) x=\\\"\")",
    "[x](https://example.org\"onmouseover=\"alert(1))",
    "[x](<https://example.org/\" onclick=\"alert(1)>)",
    "[a]: javascript:alert(1)\n\n[a]",
    "![x](https://evil.example/pixel.gif)",
    "![x](javascript:alert(1))",
    "![x](x \"\\\" onerror=alert(1)\")",
    "<javascript:alert(1)>",
    "<https://example.org/\"onclick=alert(1)>",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "```\" onload=alert(1)\nx\n```",
    "    <script>alert(1)</script>",
    "||<img src=x onerror=alert(1)>||",
    "||\" onclick=\"alert(1)||",
    "||[x](javascript:alert(1))||",
    "**<b onclick=alert(1)>x</b>**",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "\\<script>alert(1)\\</script>",
    "\u202e<script>alert(1)</script>",
    "<scr\0ipt>alert(1)</scr\0ipt>",
    "<<script>script>alert(1)<</script>/script>",
    "# <h1 onclick=alert(1)>x</h1>",
    "| a | b |\n|---|---|\n| <img src=x onerror=alert(1)> | |",
]  # fmt: skip


class Seen(HTMLParser):
    """Fails at whatever is not allowed."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        for name, value in attrs:
            assert name in ALLOWED[tag], (tag, name)
            if name == "href":
                assert re.match(r"https?://", value or ""), value
            if name == "rel":
                assert value == "nofollow noopener"
            if name == "class":
                assert value == "spoiler"


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("around", ["{}", "> {}", "* {}", "||a {} b||", "*a {} b*", "a\n\n{}", "*" * 1_001 + "{}"])
def test_no_attack_becomes_more_than_text(attack: str, around: str) -> None:
    html = render(around.format(attack))
    Seen().feed(html)
    assert "<script" not in html
    assert "javascript:" not in "".join(re.findall(r"<[^>]*>", html))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Good.", "<p>Good.</p>"),
        ("*so* **very** ~~bad~~", "<p><em>so</em> <strong>very</strong> <s>bad</s></p>"),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'),
        (
            "[x](https://example.org/a?b=1)",
            '<p><a href="https://example.org/a?b=1" rel="nofollow noopener">x</a></p>',
        ),
        ("# Not loud", "<p># Not loud</p>"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
    ],
)
def test_markdown_becomes_plain_html(text: str, html: str) -> None:
    assert render(text).strip() == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("||He dies||", '<p><span class="spoiler">He dies</span></p>'),
        ("a ||b **c** d|| e", '<p>a <span class="spoiler">b <strong>c</strong> d</span> e</p>'),
        ("||a|| or ||b||", '<p><span class="spoiler">a</span> or <span class="spoiler">b</span></p>'),
        ("**||a||**", '<p><strong><span class="spoiler">a</span></strong></p>'),
        ("* ||a||", '<ul>\n<li><span class="spoiler">a</span></li>\n</ul>'),
        ("||", "<p>||</p>"),
        ("||||", "<p>||||</p>"),
        ("|| ||", "<p>|| ||</p>"),
        ("||never closed", "<p>||never closed</p>"),
        ("a | b", "<p>a | b</p>"),
        ("`||code||`", "<p><code>||code||</code></p>"),
    ],
)
def test_what_is_between_two_bars_twice_is_a_spoiler(text: str, html: str) -> None:
    assert render(text).strip() == html


def test_a_text_of_more_signs_than_a_review_has_is_shown_as_it_was_typed() -> None:
    signs = "_" * 1_000
    assert render(f"*so*\n{signs} 1 < 2") == f"<p>*so*<br>\n{signs} 1 &lt; 2</p>"
    assert render(f"||He dies|| {signs}") == f'<p><span class="spoiler">||He dies|| {signs}</span></p>'


@pytest.mark.parametrize(
    "piece", ["||", "||a", "[", "![", "*", "_", "`", "> ", "* ", "<", "&", "~~", "[a](", "||**", "\\", "|| *a ||"]
)
def test_a_text_of_nothing_but_marks_is_soon_done(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    begun = time.process_time()
    Seen().feed(render(text))
    assert time.process_time() - begun < 2  # seconds of work; 0.1 where nothing goes wrong
