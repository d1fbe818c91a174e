"""Say of each line of a section what it is: title, caption, heading, body or named noise.

Two zones: above the body a line is furniture unless shown otherwise, from the body on it is text
unless shown otherwise. Nothing is dropped: every line gets a kind and the rule that decided it.
"""

import re
from collections import Counter
from dataclasses import dataclass

from sitegen.ingest.credits import has_credit, read_agency, read_byline
from sitegen.ingest.dates import read_stamp
from sitegen.ingest.lines import HEADLINE_LIMIT, Line, is_headline_shaped, is_prose, read_heading
from sitegen.ingest.noise import find_noise
from sitegen.model.seed import LineKind

_CORRECTION = re.compile(
    r"^(?:this (?:version|story|article|report) (?:corrects|has been|was) |"
    r"\(?(?:correction|corrects|clarification|editor's note)\b[^.]{0,40}:)"
)
_LABEL_WORDS = 3
_HEADING_WORDS = 10
_REPEATED_WORDS = 8  # a shorter sentence may well be said twice


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with its kind, the name of the rule that decided it, and the reason in words."""

    line: Line
    kind: LineKind
    rule: str
    reason: str = ""


def mark_lines(section: tuple[Line, ...]) -> tuple[Marked, ...]:
    """Return every line of the section, in order, marked."""
    counts = Counter(line.key for line in section if line.text)
    title = _find_title(section, counts)
    body = _find_body(section, counts, title)
    above = [_mark_above(line, counts, title) for line in section[:body]]
    return _name_repetitions((*above, *_mark_below(section[body:], title, above)))


def _find_title(section: tuple[Line, ...], counts: Counter[str]) -> Line | None:
    """Return the headline, one of the lines above the prose that have its shape.

    The first that is repeated wins, else the first that is longer than a label, else the first.
    """
    candidates: list[Line] = []
    for line in section:
        if not line.text or find_noise(line) or _find_fact(line) or has_credit(line):
            continue
        is_repeated = counts[line.key] > 1
        if is_headline_shaped(line) or (
            is_repeated and not candidates and len(line.text) <= HEADLINE_LIMIT
        ):
            candidates.append(line)
        elif is_prose(line) and not is_repeated:
            break
    repeated = [line for line in candidates if counts[line.key] > 1]
    longer = [line for line in candidates if line.words > _LABEL_WORDS]
    return next(iter((*repeated, *longer, *candidates)), None)


def _find_body(section: tuple[Line, ...], counts: Counter[str], title: Line | None) -> int:
    """Return the index of the first line of running text, the section's length if it has none."""
    fallback = len(section)
    for index, line in enumerate(section):
        is_other = line.text and counts[line.key] == 1 and line is not title
        if not is_other or find_noise(line) or _find_fact(line) or has_credit(line):
            continue
        if is_prose(line):
            return index
        if title and line.number > title.number and line.words > _HEADING_WORDS:
            fallback = min(fallback, index)
    return fallback


def _find_fact(line: Line) -> str:
    """Name the rule by which a line tells a fact about the article rather than its text."""
    if line.verdict:
        return ""
    if read_stamp(line):
        return "date stamp"
    if read_byline(line):
        return "byline"
    return "agency credit" if read_agency(line) else ""


def _mark_above(line: Line, counts: Counter[str], title: Line | None) -> Marked:
    """Mark a line above the body, where repetition means a headline or a caption."""
    if not line.text:
        return Marked(line, "blank", "blank")
    if title and line.key == title.key:
        return Marked(line, "title", "headline")
    if rule := _find_fact(line):
        return Marked(line, "fact", rule)
    if rule := find_noise(line):
        return Marked(line, "noise", rule)
    if has_credit(line):
        return Marked(line, "caption", "caption with credit")
    if counts[line.key] > 1:
        return Marked(line, "caption", "line repeated above the text")
    if line.words <= _LABEL_WORDS and not line.is_sentence:
        return Marked(line, "noise", "label")
    return Marked(line, "body", "text above the text")


def _mark_below(lines: tuple[Line, ...], title: Line | None, above: list[Marked]) -> list[Marked]:
    """Mark the lines from the body on, where a line is text unless a rule says otherwise."""
    texts = [line for line in lines if line.text]
    following = dict(zip((line.number for line in texts), texts[1:], strict=False))
    last_prose = max((line.number for line in texts if _is_text(line)), default=0)
    furniture = {mark.line.key for mark in above if mark.kind == "caption"}
    marked: list[Marked] = []
    in_list = False
    for line in lines:
        after = following.get(line.number)
        if not line.text:
            mark = Marked(line, "blank", "blank")
        elif line.verdict:
            mark = Marked(line, "noise", line.verdict)
        elif title and line.key == title.key:
            mark = Marked(line, "title", "headline")
        elif line.key in furniture or (after and after.key == line.key and not is_prose(line)):
            mark = Marked(line, "caption", "caption repeated in the text")
            furniture.add(line.key)
        elif line.number > last_prose:
            mark = _mark_tail(line, in_list=in_list)
        else:
            mark = _mark_text(line, after, in_list=in_list)
        in_list = mark.rule in {"teaser", "link list"} or (in_list and mark.kind == "blank")
        marked.append(mark)
    return marked


def _is_text(line: Line) -> bool:
    return is_prose(line) and not find_noise(line) and not _find_fact(line)


def _mark_text(line: Line, following: Line | None, *, in_list: bool) -> Marked:
    """Mark a line between the first and the last sentence of the body."""
    if rule := _find_fact(line):
        return Marked(line, "fact", rule)
    if rule := find_noise(line):
        return Marked(line, "noise", rule)
    if in_list and is_headline_shaped(line) and not is_prose(line):
        return Marked(line, "noise", "link list")
    if _CORRECTION.match(line.key):
        return Marked(line, "correction", "correction")
    if read_heading(line):
        return Marked(line, "heading", "capitals or dashes")
    if not is_prose(line) and has_credit(line):
        return Marked(line, "caption", "caption with credit")
    if _is_plain_heading(line, following):
        return Marked(line, "heading", "short line before a paragraph")
    return Marked(line, "body", "text")


def _mark_tail(line: Line, *, in_list: bool) -> Marked:
    """Mark a line after the last sentence: a cut-off paragraph is text, labels are not."""
    mark = _mark_text(line, None, in_list=in_list)
    if mark.kind == "heading":
        return Marked(line, "noise", "heading without text")
    is_label = line.words <= _LABEL_WORDS and not line.is_sentence
    return Marked(line, "noise", "label") if mark.kind == "body" and is_label else mark


def _is_plain_heading(line: Line, following: Line | None) -> bool:
    """Tell whether a short line without a full stop introduces the paragraph below it."""
    if not following or not is_prose(following) or line.is_sentence:
        return False
    return line.words <= _HEADING_WORDS and line.text[0].isupper()


def _name_repetitions(marked: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """Keep the first of each headline, caption and long paragraph; name the others as noise."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for mark in marked:
        identity = (mark.kind, mark.line.key)
        if identity in seen and _may_not_repeat(mark):
            kept.append(Marked(mark.line, "noise", f"repeated {_NAMES[mark.kind]}"))
        else:
            kept.append(mark)
        seen.add(identity)
    return tuple(kept)


_NAMES = {"title": "headline", "caption": "caption", "body": "paragraph", "fact": "fact"}


def _may_not_repeat(mark: Marked) -> bool:
    if mark.kind == "body":
        return mark.line.words >= _REPEATED_WORDS
    return mark.kind in _NAMES
