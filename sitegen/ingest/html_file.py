"""Read web pages. The only module that knows trafilatura.

A page has no lines that anybody could count, so its blocks of visible text take their place.
Nothing here goes to the network: a page is what its bytes say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from sitegen.ingest.document import LONGEST, OUTSIDE, Document, Facts, RawLine
from sitegen.ingest.facts import check_facts
from sitegen.ingest.html_align import Aligned, align_blocks, make_key
from sitegen.ingest.html_blocks import PageBlock, list_blocks
from sitegen.ingest.html_date import find_date
from sitegen.ingest.html_depth import flatten, sum_depths
from sitegen.ingest.html_plain import is_vast, list_texts, part_blocks
from sitegen.model.problem import Problem

_MOST_TAGS = 30_000  # with more, the search for the article could take minutes
_MOST_BLOCKS = 3_000  # with more, nothing is searched for twice: that compares all with all
_MOST_STEPS = 1_000_000  # from the root to all elements, which the search goes several times
_TAG = re.compile(
    r"<(?:!doctype\s+html|/?(?:html|head|body|title|meta|div|p|br|span|article|section|main"
    r"|h[1-6]|table|ul|ol|li|a|b|i|em|strong|img|blockquote|font|center))\b",
    re.IGNORECASE,
)
# What an export leaves in the text of an article: boxes of their own, or the end of a mark.
_MARKED_UP = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|blockquote|figure|figcaption|table|tr|td|section|article|hr)"
    r"(?:\s[^<>]*)?/?>|</(?:a|b|i|u|em|strong|span|font)>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"</|<(?:br|hr)\b", re.IGNORECASE)
_WHOLE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_BOXED = re.compile(r"<(?:p|div)[\s>]", re.IGNORECASE)
_GAP = re.compile(r"\n[ \t\r]*\n")
_DECLARED = re.compile(
    rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})"
    rb"|^\s*<\?xml[^<>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})",
    re.IGNORECASE,
)
_XML = re.compile(r"^\s*<\?xml[^<>]*\?>")
_ROOT = re.compile(r"<html\b", re.IGNORECASE)
_PAGE_END = re.compile(r"(?<=</html>)\s*(?=<(?:!doctype|html|\?xml)\b)", re.IGNORECASE)
_QUOTED = 5  # blocks of a quotation and its caption
_DECLARED_WITHIN = 4_096  # bytes; browsers look no further than the first of them


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds; ``refusal`` says why it cannot be read, and is mostly empty."""

    document: Document
    problems: tuple[Problem, ...] = ()
    refusal: str = ""


def is_page(text: str) -> bool:
    """Tell whether a text is HTML at all, whatever its file is named.

    >>> is_page("<p>The ferry ran aground."), is_page("1 < 2, said the mayor.")
    (True, False)
    """
    return bool(_TAG.search(text))


def is_marked_up(text: str) -> bool:
    """Tell whether the text of an article is written in HTML.

    >>> is_marked_up("<p>The ferry ran aground.</p>"), is_marked_up("1 < 2, wrote <b> the mayor.")
    (True, False)
    >>> is_marked_up("Nobody closes a <p> any more, she said."), is_marked_up("Fog.<br>Rain.")
    (False, True)
    """
    if "<" not in text:
        return False
    marks = list(islice(_MARKED_UP.finditer(text), 2))
    if len(marks) != 1:
        return bool(marks)
    # A single bare mark that opens a box amid a sentence is one that the text speaks of.
    (mark,) = marks
    before = text[: mark.start()].rpartition("\n")[2]
    is_amid = before.endswith(" ") and before.rstrip()[-1:] not in {"", ".", "!", "?", ":"}
    is_spoken_of = is_amid and " " not in mark[0] and not text[mark.end() :][:1].isalnum()
    return not is_spoken_of or bool(_BREAK.match(mark[0]))


def find_declared(data: bytes) -> str:
    """Return the encoding that a page names in its meta tags or XML declaration, or nothing."""
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    name = (match[1] or match[2]).decode("ascii") if match else ""
    return "" if name.lower().startswith("utf") else name


def split_pages(text: str) -> list[str]:
    """Return the pages of a file, more than one where somebody put them one behind another.

    >>> split_pages("<html><p>Fog.</html> <html><p>Rain.</html>")
    ['<html><p>Fog.</html>', '<html><p>Rain.</html>']
    """
    return _PAGE_END.split(text)


def read_page(text: str, place: str) -> Page:
    """Return the blocks of a page, those outside the article marked so; never raises."""
    if LONGEST < len(text):
        return Page(
            Document(()),
            refusal=f"is a page of {len(text):,} characters, the limit is {LONGEST:,}; "
            "save the text of the article alone",
        )
    source = flatten(_XML.sub("", text))
    tree = _load(part_blocks(source) if is_vast(source) else source)
    page = _list_page(tree, source)
    if not page:
        return Page(
            Document(()),
            refusal="is a page without text, such as a frame or a script; save the page it shows",
        )
    problems: tuple[Problem, ...] = ()
    if too_much := _tell_too_much(source, tree):
        message = (
            f"has {too_much}, so its article is not searched for and all its text is read; "
            "save the article alone"
        )
        problems = (Problem(place, message, "warning"),)
        found = None
    else:
        found = _extract(tree, is_long=_MOST_BLOCKS < len(page))
    facts, wrong = check_facts(_read_facts(found, tree), place)
    kept = list_blocks(found.body) if found is not None and found.body is not None else []
    if found is None:
        return Page(_make_document(page, facts), (*problems, *wrong))
    lines, facts = _make_lines(align_blocks(page, kept), facts, is_searched=bool(kept))
    return Page(Document(lines, facts, is_single=True), (*problems, *wrong))


def _tell_too_much(source: str, tree: Any) -> str:  # noqa: ANN401 # of a library without types
    """Say what of a page is too much to search it for its article; mostly nothing."""
    if _MOST_TAGS < source.count("<"):
        return f"more than {_MOST_TAGS:,} tags"
    return "thousands of tags in dozens of others" if _MOST_STEPS < sum_depths(tree) else ""


def read_marked_up(text: str, place: str) -> Document:
    """Return the blocks of an article's text in HTML; of a whole page, as that of a file.

    Blank lines part paragraphs, as some systems write them between the marks of HTML; so does
    every line end in a text without paragraphs of HTML. A text that shows nothing has no lines.
    """
    if len(text) <= LONGEST and _WHOLE.search(text):
        return read_page(text, place).document
    text = _GAP.sub("<br>", text) if _BOXED.search(text) else text.replace("\n", "<br>")
    tree = _load(flatten(text)) if len(text) <= LONGEST else None
    blocks = list_blocks(_find_body(tree)) if tree is not None else []
    return replace(_make_document(blocks, Facts()), is_single=False)


def _make_document(blocks: Sequence[PageBlock], facts: Facts) -> Document:
    """Return the document of a page that is read as a whole."""
    lines = (
        RawLine(number, one.text, one.shape, "", one.mark)
        for number, one in enumerate(blocks, start=1)
    )
    return Document(tuple(lines), facts, is_single=True)


def _list_page(tree: Any, source: str) -> list[PageBlock]:  # noqa: ANN401 # of a library without types
    if tree is None:
        return []
    body = _find_body(tree)
    return list(map(PageBlock, list_texts(body))) if is_vast(source) else list_blocks(body)


def _load(source: str) -> Any:  # noqa: ANN401 # a tree of a library that ships no types
    from trafilatura import load_html

    # Pages that do not begin as one are refused, and those of a single element.
    start = "" if _ROOT.search(source[:_DECLARED_WITHIN]) else "<html>"
    try:
        return load_html(f"{start}{source}\n<p></p>")
    except Exception:  # noqa: BLE001 # whatever a library makes of bad input, the site is built
        return None


def _find_body(tree: Any) -> Any:  # noqa: ANN401 # a tree of a library that ships no types
    body = tree.find(".//body")
    return tree if body is None else body


def _extract(tree: Any, *, is_long: bool) -> Any:  # noqa: ANN401 # of a library without types
    """Return what trafilatura takes for the article, or ``None`` where it finds none.

    Of a long page it does not ask justext and readability as well.
    """
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            tree,
            fast=is_long,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "max_date": "2199-12-31"},
        )
    except Exception:  # noqa: BLE001 # whatever a library makes of bad input, the site is built
        return None


def _read_facts(found: Any, tree: Any) -> Facts:  # noqa: ANN401 # of a library without types
    date = find_date(tree)
    facts = Facts(date=date.text, date_origin=date.origin, lang=(tree.get("lang") or "").strip())
    if found is None:
        return facts
    return replace(
        facts,
        title=found.title or "",
        dek=found.description or "",
        url=found.url or "",
        source=found.sitename or "",
        byline=(found.author or "").replace("; ", ", "),
    )


def _make_lines(
    aligned: tuple[Aligned, ...], facts: Facts, *, is_searched: bool
) -> tuple[tuple[RawLine, ...], Facts]:
    """Return the lines of a page, and its facts without those that lines say, too.

    Where no article was found, all is read, and the rules have to tell the noise.
    """
    title = _find_title(aligned, facts.title)
    kept = [place for place, one in enumerate(aligned) if one.is_kept or place == title]
    chosen, inside = set(kept), range(kept[0], kept[-1]) if kept else range(0)
    lines: list[RawLine] = []
    for number, one in enumerate(aligned, start=1):
        # What stands below a picture of the article, or in its place, is left out by trafilatura,
        # and so are the sub-headings of some pages, and the dek.
        is_caption = _is_figure(aligned, number - 1) and number - 1 in inside
        is_heading = one.block.shape == "heading" and {number - 2, number} <= chosen
        is_kept = one.is_kept or is_caption or is_heading or not is_searched
        if number - 1 == title:
            lines.append(RawLine(number, one.block.text, "title"))
        elif is_kept:
            lines.append(RawLine(number, one.block.text, one.block.shape, "", one.block.mark))
        else:
            lines.append(RawLine(number, one.block.text, one.block.shape, OUTSIDE))
    if title is not None:
        facts = replace(facts, title="")
    return tuple(lines), facts


def _is_figure(aligned: tuple[Aligned, ...], place: int) -> bool:
    """Tell whether a block is a caption, or a quotation that has one."""
    shapes = (one.block.shape for one in aligned[place : place + _QUOTED])
    return next((shape for shape in shapes if shape != "quote"), "") == "caption"


def _find_title(aligned: tuple[Aligned, ...], title: str) -> int | None:
    """Return the place of the headline: the block that says what the page's title says."""
    key = make_key(title)
    if not key:
        return None
    keys = [make_key(one.block.text) for one in aligned]
    equal = [place for place, other in enumerate(keys) if other == key]
    headings = [place for place in equal if aligned[place].block.shape == "heading"]
    return next(iter(headings or equal), None)
