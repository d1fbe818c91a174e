"""Turn the Markdown of content/ into HTML that is safe to show.

The only module that knows Python-Markdown and nh3, and the only one that may declare text to be
HTML: whatever is not an :class:`Html` made here, templates escape.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from html import escape, unescape
from posixpath import normpath
from urllib.parse import unquote

import nh3
from markdown import Markdown

from sitegen.publish import urls
from sitegen.publish.json_text import write_json
from sitegen.publish.prose import ESCAPABLE, is_harmless, is_prose, render_prose
from sitegen.text.normalize import drop_controls

# Python-Markdown takes time quadratic in the marks of one paragraph and worse in its nesting
# (upstream #161, #798, #1619): 4,000 "[" cost 5 s, a quote 400 deep 21 s. Within these limits
# the worst body found takes two thirds of a second; past them a body is shown as plain prose.
MARKS_IN_BLOCK = 400
LINES_IN_BLOCK = 400  # of those that end what is above them: headings and rules
LINES_IN_BODY = 6_000
WORK_IN_BODY = 8_000_000  # marks of a block times its characters, for each mark is sought anew
MARKS_IN_BODY = 4_000
NESTING = 24
BODY_LENGTH = 100_000

_MARK = re.compile(r"[\\\[\]<>*_`~!&(|]|[ ]{2}\n")
_NESTED = re.compile(r"^(?>(?:[ >]|(?:[*+-]|\d+\.)(?=[ ]))*)", re.MULTILINE)
_BREAKING = re.compile(r"^[ ]{0,3}(?:#|[-_*=][-_*= ]*$)", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ ]*\n")
# What JSON leaves as it is and HTML forbids, or that could make a line read as another one.
_UNSEEN = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff<]")
_PARAGRAPH = re.compile(r"<(?:p|li)>([^<]*+(?>(?:<(?!/?(?:p|li)>)[^<]*+)*))</(?:p|li)>")
_ELEMENT = re.compile(r"<[^>]*>")
_LINK = re.compile(r'<a href="([^"]*)"((?: [^>]*)?)>(.*?)</a>', re.DOTALL)

# nh3 looks through the rest of a text at each "&" and at each character of two bytes that begin
# as a no-break space does: a megabyte of guillemets in one paragraph took it half a minute. So it
# is given texts in parts, between elements that no Markdown makes.
_LONG_TEXT = re.compile(r"(?<=>)[^<>]{2000,}(?=<)")
_PART = re.compile("[^<>]{1000}[^&\x80-\xbf]*")
_JOINT = "<wbr>"

_TAGS = set(
    "a abbr blockquote br code dd del dl dt em h2 h3 h4 h5 h6 hr kbd li ol p pre strong sub sup "
    "table tbody td th thead tr ul wbr".split()
)
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "abbr": {"title"}}
_SCHEMES = {"http", "https", "mailto"}

_TABLE_BOX = '<figure class="scroll" aria-label="{}" tabindex="0"><table>'

# Where a file of content/ is published.
_ADDRESSES: Mapping[str, Callable[[str], str]] = {
    "articles": urls.article_address,
    "tags": urls.tag_address,
    "digests": urls.digest_address,
    "pages": urls.own_address,
}


@dataclass(frozen=True, slots=True)
class Html:
    """Text that has been through this module, so that templates show it unescaped."""

    text: str

    def __html__(self) -> str:
        """Return the text as templates insert it."""
        return self.text


def render_markdown(body: str) -> str:
    r"""Return the sanitised HTML of a Markdown body.

    HTML inside the Markdown is shown as text, not obeyed; comments that stand alone are dropped.
    Links lead to http, https, mailto or relative addresses, or are no links.

    >>> render_markdown("*The Mira* rose [again](javascript:alert\\(1\\)) <b>today</b>")
    '<p><em>The Mira</em> rose <a>again</a> &lt;b&gt;today&lt;/b&gt;</p>'
    """
    text = _clean(body)
    if BODY_LENGTH < len(text) or is_prose(text) or _is_over_budget(text):
        html = render_prose(text)
        return html if is_harmless(text) else _sanitize(html)
    return _sanitize(_converter().reset().convert(_drop_comments(text)))


def resolve_links(html: str, folder: str, link: Callable[[str], str]) -> str:
    """Return HTML in which links between files of content/ lead to pages of the site.

    ``folder`` is the folder of content/ that the file lies in; ``link`` turns an address of the
    site into the link to write, or into the empty string where there is no such page: then the
    words stay and the link goes.

    >>> html = '<a href="../tags/mira.md#top">Mira</a> <a href="gone.md">gone</a>'
    >>> resolve_links(html, "articles", {"tags/mira/": "/tags/mira/", "articles/gone/": ""}.get)
    '<a href="/tags/mira/#top">Mira</a> gone'
    """

    def resolve(found: re.Match[str]) -> str:
        target, hash_mark, anchor = unescape(found[1]).partition("#")
        address = find_address(target, folder)
        if not address:
            return found[0]
        href = link(address)
        if not href:
            return found[3]
        return f'<a href="{escape(href + hash_mark + anchor)}"{found[2]}>{found[3]}</a>'

    return _LINK.sub(resolve, html)


def lead_links(html: str, lead: Callable[[str], str]) -> str:
    """Return HTML in which each link leads where ``lead`` says that its target is.

    Where that is nowhere, the words stay and the link goes.

    >>> html = '<a href="a.md" title="A">a</a> <a href="b.md">b</a>'
    >>> lead_links(html, {"a.md": "chapter-1.xhtml", "b.md": ""}.get)
    '<a href="chapter-1.xhtml" title="A">a</a> b'
    """

    def replace(found: re.Match[str]) -> str:
        there = lead(unescape(found[1]))
        return f'<a href="{escape(there)}"{found[2]}>{found[3]}</a>' if there else found[3]

    return _LINK.sub(replace, html)


def find_targets(html: str, folder: str) -> tuple[tuple[str, str], ...]:
    """Return each link to a Markdown file, with the address that it means or an empty string.

    >>> find_targets('<a href="gone.md#a">gone</a> <a href="../../x.md">out</a>', "articles")
    (('gone.md', 'articles/gone/'), ('../../x.md', ''))
    """
    targets = (unescape(found[1]).partition("#")[0] for found in _LINK.finditer(html))
    return tuple(
        (target, find_address(target, folder))
        for target in targets
        if target.endswith(".md") and ":" not in target
    )


@lru_cache(maxsize=10_000)
def find_address(target: str, folder: str) -> str:
    """Return the address of the page that a relative link to a file of content/ means, or ''.

    >>> find_address("../tags/mira.md", "articles"), find_address("https://mira.town/a.md", "tags")
    ('tags/mira/', '')
    """
    if not target.endswith(".md") or ":" in target or target.startswith("/"):
        return ""
    parts = normpath(f"{folder}/{target}").split("/")
    if len(parts) != 2 or parts[0] not in _ADDRESSES:  # noqa: PLR2004 - a folder and a file
        return ""
    return _ADDRESSES[parts[0]](unquote(parts[1].removesuffix(".md")))


def place_html(html: str, folder: str, link: Callable[[str], str], table: str) -> Html:
    """Return HTML of :func:`render_markdown` for a page: links resolved, tables in a box each.

    The box scrolls where a table is wider than the screen; keys reach it as they reach a link.
    ``table`` is what it is called.
    """
    boxed = html.replace("<table>", _TABLE_BOX.format(escape(table))).replace(
        "</table>", "</table></figure>"
    )
    return Html(resolve_links(boxed, folder, link))


def read_texts(html: str) -> list[str]:
    """Return the plain text of each paragraph of HTML that was made here.

    >>> read_texts("<h2>Fog</h2><p>The <em>Mira</em> &amp; crew</p>")
    ['The Mira & crew']
    """
    found = _PARAGRAPH.findall(html)
    return [unescape(_ELEMENT.sub("", text) if "<" in text else text) for text in found]


def embed_json(value: object) -> Html:
    r"""Return a value as JSON that may stand inside a script element.

    >>> print(embed_json({"name": "</script>"}).text)
    {"name":"\u003c/script>"}
    """
    text = write_json(value)
    if text.isprintable() and "<" not in text:  # as nearly all is, and what is unseen is not
        return Html(text)
    return Html(_UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def hash_inline(html: Html) -> str:
    """Return the hash by which a policy knows an inline script or block of data (CSP 3, 2.3.1).

    >>> hash_inline(embed_json({}))
    'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='
    """
    return f"sha256-{b64encode(sha256(html.text.encode()).digest()).decode()}"


def _clean(body: str) -> str:
    return drop_controls(body.replace("\r\n", "\n").replace("\r", "\n")).expandtabs(4)


def _sanitize(html: str) -> str:
    cleaned = nh3.clean(
        _part_texts(html.replace("<h1>", "<h2>").replace("</h1>", "</h2>")),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    return cleaned.replace(_JOINT, "")


def _part_texts(html: str) -> str:
    """Return HTML with joints in its long texts, so that none stands within a reference."""
    return _LONG_TEXT.sub(lambda text: _PART.sub(rf"\g<0>{_JOINT}", text[0]), html)


def _is_over_budget(text: str) -> bool:
    if LINES_IN_BODY < text.count("\n"):
        return True
    blocks = _BLANK_LINE.split(text)
    marks = [len(_MARK.findall(block)) for block in blocks]
    work = sum(found * len(block) for found, block in zip(marks, blocks, strict=True))
    return (
        MARKS_IN_BODY < sum(marks)
        or MARKS_IN_BLOCK < max(marks)
        or WORK_IN_BODY < work
        or any(LINES_IN_BLOCK < len(_BREAKING.findall(block)) for block in blocks)
        or any(NESTING < len(found) for found in _NESTED.findall(text))
    )


def _drop_comments(text: str) -> str:
    blocks = _BLANK_LINE.split(text)
    return "\n\n".join(
        block
        for block in blocks
        if not (block.startswith("<!--") and block.rstrip().endswith("-->"))
    )


@cache
def _converter() -> Markdown:
    """Return the one converter of the process: making one costs as much as an article.

    It does not read HTML: what stands in angle brackets is text, so nothing needs to be
    filtered out of it, and two of the slow cases are gone. It makes no images: the site has
    none, and a third party's would tell it who reads.
    """
    converter = Markdown(extensions=["fenced_code", "sane_lists", "tables"])
    converter.preprocessors.deregister("html_block")
    for pattern in ("html", "image_link", "image_reference", "short_image_ref"):
        converter.inlinePatterns.deregister(pattern)
    converter.ESCAPED_CHARS[:] = ESCAPABLE
    return converter
