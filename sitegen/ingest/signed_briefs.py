"""Find reports in brief by what each begins or ends with: a place line, or who signed it.

Their heads are as short as those of the parts of one article, and a page sets them alike. But no
part of an article begins with a place line or ends with the letters of an agency, and nothing
stands above the first of the reports but the name of the column. So a page is asked as a whole.
"""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from sitegen.ingest.lines import Line, is_headline_shaped
from sitegen.ingest.looks import Look, is_body
from sitegen.ingest.separators import LONGEST_HEADLINE, mask_figures
from sitegen.model.value import value
from sitegen.text.dateline import split_dateline

_FEWEST = 4  # reports of a column
_SHARE = 0.6  # of all that stands below heads; and of heads below clocks, where a page is live
_PLACE_LETTERS = 4  # at least, of a place that is the whole of a headline
_NAME = r"[^\W\d_][^()]{1,30}"
# "… of clean water. (INA)": a sentence, and behind it who reported it.
_SIGNED = re.compile(rf"[.!?…]['\"”’»]? \(({_NAME})\)$")
# "— Ledger staff", "(INA) kl/rs": the line below a report.
_SIGNATURE = re.compile(rf"[—–-] ?({_NAME})$|\(({_NAME})\)(?: [a-z/]{{2,9}})?$")
_SIGNATURE_SIGNS = ("—", "–", "-", "(")
_CLOCK = re.compile(r"0[:.]0(?: ?[ap]\.?m\.?)?$")  # once its figures are masked


@value
class _Report:
    """What stands below a head, and what shows that it is a report.

    ``start`` is the index of its first line, ``near`` that of the line right above its first
    paragraph, ``text``; ``signed`` names who stands at its end.
    """

    start: int
    near: int
    text: str
    is_timed: bool
    signed: str = ""


def find_signed_briefs(looks: Sequence[Look]) -> list[int]:
    """Return where the reports of a column begin, in order; nothing on any other page.

    Entries of a live report stand below clocks and may be from an agency, but have no place lines.
    """
    reports = _list_reports(looks)
    if len(reports) < _FEWEST:  # as in most articles, of which none is asked for its place
        return []
    counts = Counter(report.signed for report in reports)
    placed = [bool(split_dateline(report.text)[0]) for report in reports]
    signed = sum(1 < counts[report.signed] for report in reports if report.signed)
    is_live = _SHARE * len(reports) <= sum(report.is_timed for report in reports)
    if (min if is_live else max)(sum(placed), signed) < max(_FEWEST, _SHARE * len(reports)):
        return []
    if not (placed[0] or reports[0].signed) or _has_lead(looks, reports[0]):
        return []
    first, *others = reports
    of_one_line = sum(one.start == one.near for one in others)
    # The name of the column stands above the first headline, and no headline has a second line.
    starts = [first.near if _SHARE * len(others) <= of_one_line else first.start]
    for (above, report), is_placed in zip(pairwise(reports), placed[1:], strict=True):
        is_shown = report.signed or report == reports[-1]
        if is_placed or (above.signed and is_shown):
            starts.append(report.start)
    return starts


def _has_lead(looks: Sequence[Look], first: _Report) -> bool:
    """Tell whether an article has begun above the first report: a headline, a fact, a paragraph."""
    above = [look for look in looks[: first.start] if look.line.text]
    facts = (place for place, look in enumerate(above) if look.fact)
    place = next(facts, len(above))
    return any(map(_may_be_head, above[:place])) and any(map(_is_paragraph, above[place:]))


def part_reports(looks: Sequence[Look], starts: Sequence[int]) -> list[list[Look]]:
    """Return the looks of each report: a signed paragraph is no caption, a place is a headline.

    Elsewhere a line of one word heads no article.
    """
    return [_mark(*looks[start:end]) for start, end in pairwise([*starts, len(looks)])]


def is_signed_text(look: Look) -> bool:
    """Tell whether a name in brackets stands behind a sentence, as who reported or pictured it."""
    return bool(_read_end(look.line.text))


def _read_end(text: str) -> re.Match[str] | None:
    """Return the name in brackets behind the last sentence of a paragraph; few end with any."""
    return _SIGNED.search(text) if text.endswith(")") else None


def _read_signature(key: str) -> re.Match[str] | None:
    """Return the name that a line holds and nothing else, behind a dash or in brackets."""
    return _SIGNATURE.match(key) if key.startswith(_SIGNATURE_SIGNS) else None


def _mark(head: Look, *below: Look) -> list[Look]:
    if _is_place(head.line):
        head = replace(head, line=replace(head.line, shape="title"))
    return [head, *map(_free, below)]


def _free(look: Look) -> Look:
    is_caption = look.has_credit and is_signed_text(look)
    return replace(look, has_credit=False, is_prose=True) if is_caption else look


def _list_reports(looks: Sequence[Look]) -> list[_Report]:
    """Return what stands below each head, the parts of one article as well."""
    names = _find_names(looks)
    reports: list[_Report] = []
    run: list[int] = []  # indexes of the lines since the last paragraph
    above = None  # that paragraph
    for index, look in enumerate(looks):
        if not look.line.text or not _is_paragraph(look):
            run += [index] if look.line.text else []
            continue
        _sign(reports, above, looks[run[0]] if run else None, names)
        start = _find_head(looks, run, index)
        if 0 <= start:
            is_timed = any(_CLOCK.match(mask_figures(looks[one].line.key)) for one in run)
            reports.append(_Report(start, run[-1], look.line.text, is_timed))
        run, above = [], look
    _sign(reports, above, looks[run[0]] if run else None, names)
    return reports


def _find_names(looks: Sequence[Look]) -> frozenset[str]:
    """Return who is named in brackets or behind a dash, as whoever signed is."""
    found = (_read_end(look.line.key) or _read_signature(look.line.key) for look in looks)
    return frozenset(match[match.lastindex or 0] for match in found if match)


def _sign(
    reports: list[_Report], text: Look | None, below: Look | None, names: AbstractSet[str]
) -> None:
    """Put on record of the last report who signed its last paragraph or the line below that."""
    if not reports or not text:
        return
    match = _read_end(text.line.key)
    if not match and below and not below.noise:
        match = _read_signature(below.line.key)
        if below.line.key in names:
            reports[-1] = replace(reports[-1], signed=below.line.key)
            return
    signed = match[match.lastindex or 0] if match else ""
    if signed != reports[-1].signed:  # as of few
        reports[-1] = replace(reports[-1], signed=signed)


def _is_paragraph(look: Look) -> bool:
    return is_body(look) or (not look.noise and is_signed_text(look))


def _find_head(looks: Sequence[Look], run: Sequence[int], text: int) -> int:
    """Return the index of the upper of one or two lines right above a text, or -1.

    They may be parted from the text by a blank line each, but not from one another.
    """
    head = -1
    for index in reversed(run[-2:]):
        if not _may_be_head(looks[index]) or (0 <= head and index + 1 < head):
            break
        head = index
    return head if head < text else -1


def _may_be_head(look: Look) -> bool:
    line = look.line
    if look.noise or look.fact or look.end or look.has_credit or line.shape:
        return False
    if LONGEST_HEADLINE < line.words or _read_signature(line.key):
        return False
    return is_headline_shaped(line) or _is_place(line)


def _is_place(line: Line) -> bool:
    return line.words == 1 and line.text.isupper() and _PLACE_LETTERS <= len(line.text)
