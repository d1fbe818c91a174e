"""Say of each line of a section what it is: title, caption, heading, body or named noise.

Two zones: above the text a line is furniture unless shown otherwise, within it a line is text
unless shown otherwise; what a whole page has behind its text is noise. Nothing is dropped: every
line gets a kind, the rule that decided it, and the reason.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from sitegen.ingest.bylines import is_post
from sitegen.ingest.caption_labels import is_captioned
from sitegen.ingest.document import OUTSIDE
from sitegen.ingest.ends import take_back_ends
from sitegen.ingest.extent import find_extent, is_dump
from sitegen.ingest.headings import HEADING_WORDS, goes_on_counting, is_leftover, is_plain_heading
from sitegen.ingest.headline import find_anchor, find_title, is_headline_again, tells_score
from sitegen.ingest.lines import Line, is_correction, is_headline_shaped, is_prose
from sitegen.ingest.listings import count_figures
from sitegen.ingest.looks import Look
from sitegen.ingest.matter_dates import is_of_matter
from sitegen.ingest.photographers import read_lone_credit
from sitegen.ingest.picture_marks import PICTURED
from sitegen.ingest.reaching import drop_front, reach_back, reach_on
from sitegen.ingest.stamps import is_dated
from sitegen.ingest.teasers import TEASERS
from sitegen.ingest.twins import is_said_twice
from sitegen.ingest.zones import find_lead, leave_page, trust_choice, widen
from sitegen.model.seed import LineKind
from sitegen.model.value import value

LONE_CREDIT, FRAGMENT, BEHIND = "credit on its own line", "fragment", "behind the text"
BELOW_CREDIT, WITH_CREDIT = "stands below a credit", "caption with credit"
_PLAIN_HEADING = "short line before a paragraph"
_LISTED, _FIGURE = 2, re.compile(r"\d")  # lines of one form make a list; so do figures
_LABEL_WORDS, _DEK_WORDS, _LAST_LINES = 3, 5, 4  # among the last an agency may be named
_LONGEST_IN_DOUBT = 24  # words of a sentence that may trail off, or be a headline that asks


@value
class Marked:
    """A line with its kind, the name of the rule that decided it, and the reason in words."""

    line: Line
    kind: LineKind
    rule: str
    reason: str = ""


def mark_lines(
    section: Sequence[Look], headline: int = -1, *, is_of_page: bool = False
) -> list[Marked]:
    """Return every line of the section, in order, marked.

    ``headline`` is the place of the line that is known to be it, -1 where none is; ``is_of_page``
    tells that the section is cut out of a file that is the dump of whole pages.
    """
    section = take_back_ends(section)
    counts = Counter([look.line.key for look in section if look.line.text])
    is_chosen = any(look.line.verdict == OUTSIDE for look in section)
    is_page = not is_chosen and is_dump(section)
    anchor = headline if 0 <= headline else find_anchor(section, counts)
    extent = find_extent(section, anchor, is_page=is_page)
    if is_page:
        extent = reach_back(section, drop_front(section, extent))
    lead = find_lead(section, extent, is_page=is_page)
    place = headline if 0 <= headline else find_title(section, counts, lead, anchor)
    title = section[place].line if 0 <= place else None
    if is_chosen:
        extent = trust_choice(section, place + 1)
    elif is_page:
        extent = reach_on(section, extent)
    else:
        extent = widen(section, extent, counts, place + 1)
        extent = leave_page(section, extent, anchor) if is_of_page else extent
    marked = [_mark_above(look, counts, title, is_page=is_page) for look in section[: extent.begin]]
    if is_page:
        marked = _clear_above(marked)
    marked += _mark_text(section[extent.begin : extent.end], title, marked, is_page=is_page)
    tail = section[extent.end :]
    figures = 0 if is_page else count_figures(tail)
    marked += _mark_figures(tail[:figures])
    marked += _mark_tail(tail[figures:], title, is_page=is_page)
    return marked


def _mark_above(look: Look, counts: Counter[str], title: Line | None, *, is_page: bool) -> Marked:
    """Mark a line above the body, where repetition means a headline or a caption."""
    line = look.line
    if mark := _mark_plainly(look, title):
        return mark
    if look.has_credit:
        return _mark_caption(line)
    if is_post(line):
        return Marked(line, "fact", "post of the writer")
    if is_dated(line) and not is_of_matter(line):
        return Marked(line, "fact", "line with a date")
    may_be_caption = not is_page and _DEK_WORDS <= line.words and not line.text.isupper()
    if counts[line.key] > 1 and may_be_caption:
        return Marked(line, "caption", "line repeated above the text")
    if title and tells_score(line, title):
        return Marked(line, "body", "text above the text")
    if title and line.number < title.number:
        return Marked(line, "noise", "above the headline", "stands above the headline")
    if title is None and not is_prose(line):
        return Marked(line, "noise", "above the text", "no sentence, above the text")
    if line.words <= _LABEL_WORDS and not line.is_sentence:
        return Marked(line, "noise", "label", "too short to be text, above the text")
    return Marked(line, "body", "text above the text")


def _clear_above(marked: Sequence[Marked]) -> list[Marked]:
    """Leave of the lines between headline and text of a page none but what may be the dek."""
    last = max((index for index, mark in enumerate(marked) if mark.kind == "title"), default=-1)
    below = [mark for mark in marked[last + 1 :] if mark.kind != "blank"]
    place = next((i for i, mark in enumerate(below) if mark.rule not in {"age", "button"}), 0)
    after = [mark.kind for mark in below[place + 1 :] if mark.kind != "noise"]
    first = below[place : place + 1] if not place or after[:1] == ["fact"] else []
    dek = next((one for one in first if 0 <= last and _DEK_WORDS <= one.line.words), None)
    return [
        Marked(mark.line, "noise", "above the text", "stands above the text of a page")
        if mark.kind == "body" and mark is not dek
        else mark
        for mark in marked
    ]


def _mark_plainly(look: Look, title: Line | None) -> Marked | None:
    """Mark a line that is what it is wherever it stands; None for any other."""
    line = look.line
    if not line.text:
        return Marked(line, "blank", "blank")
    if look.is_own:
        return Marked(line, "noise", "named noise", look.reason)
    if title and is_headline_again(line, title):
        if line.key == title.key:
            return Marked(line, "title", "headline")
        return Marked(line, "noise", "repeated headline", f"says what line {title.number} says")
    if look.fact:
        return Marked(line, "fact", look.fact)
    if look.noise:
        return Marked(line, "noise", look.noise, look.reason)
    return None


def _mark_text(
    looks: Sequence[Look], title: Line | None, above: Sequence[Marked], *, is_page: bool
) -> list[Marked]:
    """Mark the lines of the text, where a line is text unless a rule says otherwise."""
    texts = [look for look in looks if look.line.text]
    furniture = {mark.line.key for mark in above if mark.kind == "caption"}
    marked: list[Marked] = []
    in_list = has_text = False
    last = len(texts) - _LAST_LINES
    place = 0
    for look in looks:
        line = look.line
        if not line.text:
            marked.append(Marked(line, "blank", "blank"))
            continue
        place += 1
        if _is_plain_paragraph(look, title) and line.key not in furniture:
            in_list, has_text = False, True
            marked.append(Marked(line, "body", "text"))
            continue
        after = texts[place] if place < len(texts) else None
        # "(Laughter)": agencies are named above a text and at its end.
        is_said = look.fact == "agency credit" and place <= last and line.text[0] == "("
        mark = None if is_said else _mark_plainly(look, title)
        if mark is None:
            is_twice = is_said_twice(texts, place - 1, is_amid=has_text)
            if line.shape not in _ANY_OFTEN and (line.key in furniture or is_twice):
                mark = Marked(line, "caption", "caption repeated in the text")
                furniture.add(line.key)
            else:
                heads = (one.line for one in reversed(marked) if one.kind == "heading")
                is_listed = in_list and not goes_on_counting(line, heads)
                mark = _mark_paragraph(look, after, in_list=is_listed)
                if mark.rule == _PLAIN_HEADING and _is_last_of_list(line, marked):
                    mark = Marked(line, "body", "text")
                if is_page and mark.rule == "text" and is_leftover(line):
                    mark = Marked(line, "noise", FRAGMENT, "no sentence, amid those of a page")
        has_text = has_text or mark.kind == "body"
        in_list &= mark.kind in _BESIDE and mark.rule != TEASERS
        in_list |= mark.rule in _LIST_RULES
        marked.append(mark)
    return marked


def _is_plain_paragraph(look: Look, title: Line | None) -> bool:
    """Tell whether a line is a long sentence, as most are, and nothing tells that it is more.

    Such a line is the text that all the rules about lines of a text would call it, one by one.
    """
    if not look.is_prose or look.line.words <= _LONGEST_IN_DOUBT or look.has_credit:
        return False
    line = look.line
    is_bare = not (line.shape or look.noise or look.heading or look.fact or look.is_own)
    return is_bare and not is_correction(line) and not (title and is_headline_again(line, title))


_LIST_RULES = frozenset({"teaser", "list heading", "link list"})
_BESIDE = frozenset({"noise", "fact", "blank"})
# Two rows of a table may well say the same, and one took many pictures.
_ANY_OFTEN = frozenset({"item", "row", "caption", "credit", "signed"})
_SHAPED: dict[str, tuple[LineKind, str]] = {
    "heading": ("heading", "marked as a heading"),
    "title": ("heading", "marked as a heading"),
    "item": ("item", "item of a list"),
    "quote": ("quote", "marked as a quotation"),
    "row": ("row", "row of a table"),
    "caption": ("caption", "marked as a caption"),
    "credit": ("caption", LONE_CREDIT),
    "signed": ("caption", BELOW_CREDIT),
}


def _mark_paragraph(look: Look, after: Look | None, *, in_list: bool) -> Marked:
    """Mark a line between the first and the last sentence of the body."""
    line = look.line
    if in_list and is_headline_shaped(line) and not is_prose(line) and not look.has_credit:
        return Marked(line, "noise", "link list", "a headline below a pointer to others")
    if line.shape in _SHAPED:
        kind, rule = _SHAPED[line.shape]
        return Marked(line, kind, rule)
    if line.shape == "link":
        return Marked(line, "noise", "link", "nothing but links")
    if is_correction(line):
        return Marked(line, "correction", "correction")
    if look.heading:
        return Marked(line, "heading", "capitals or dashes")
    if look.has_credit and (not is_prose(line) or is_captioned(line)):
        return _mark_caption(line)
    if is_plain_heading(line, after):
        return Marked(line, "heading", _PLAIN_HEADING)
    return Marked(line, "body", "text")


def _is_last_of_list(line: Line, above: Sequence[Marked]) -> bool:
    """Tell whether lines of the same form stand above: scores, the rows of a table, names.

    Apart from them it is one of them only if all have figures and none is left out as a fragment.
    """
    last = reversed(above[-_LISTED:])
    near = list(takewhile(lambda mark: mark.rule == FRAGMENT or _may_be_listed(mark), last))
    if near:
        return len(near) == _LISTED or bool(_FIGURE.search(line.text))
    printed = [mark for mark in above[-2 * _LISTED :] if mark.kind != "blank"]
    rows = [line, *(mark.line for mark in printed if _may_be_listed(mark))]
    return _LISTED < len(rows) and all(_FIGURE.search(one.text) for one in rows)


def _may_be_listed(mark: Marked) -> bool:
    line = mark.line
    return mark.kind == "body" and not line.is_sentence and line.words <= HEADING_WORDS


def _mark_figures(looks: Sequence[Look]) -> list[Marked]:
    """Mark lines of figures behind the text, and what stands above them."""
    marked: list[Marked] = []
    is_first = True
    for look in looks:
        if not look.line.text:
            marked.append(Marked(look.line, "blank", "blank"))
        elif not is_first:
            marked.append(Marked(look.line, *_SHAPED["item"]))
        elif look.line.text.endswith(":"):
            marked.append(Marked(look.line, "body", "text"))
        else:
            marked.append(Marked(look.line, "heading", _PLAIN_HEADING))
        is_first = is_first and not look.line.text
    return marked


def _mark_tail(looks: Sequence[Look], title: Line | None, *, is_page: bool) -> list[Marked]:
    """Mark the lines behind the text: what is no fact is noise."""
    marked = []
    behind = "the end of the text of a page" if is_page else "the last sentence"
    is_gallery = True  # until something else than pictures stands behind the text
    for look in looks:
        mark = _mark_plainly(look, title)
        if mark is None and is_correction(look.line):
            mark = Marked(look.line, "correction", "correction")
        if mark is None and look.has_credit and (is_gallery or not is_page):
            mark = _mark_caption(look.line)
        is_gallery = is_gallery and mark is not None and not look.end
        if mark is not None and mark.kind == "title" and is_page:
            mark = Marked(look.line, "noise", "repeated headline", BEHIND)
        if look.end:
            behind = "a list of links" if look.end == "links" else "what readers wrote"
        marked.append(mark or Marked(look.line, "noise", BEHIND, f"stands behind {behind}"))
    return marked


def _mark_caption(line: Line) -> Marked:
    if line.shape in PICTURED:
        return Marked(line, *_SHAPED[line.shape])
    return Marked(line, "caption", LONE_CREDIT if read_lone_credit(line) else WITH_CREDIT)
