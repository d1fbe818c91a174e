"""Find a writer's name that stands by itself: above or below the date, with no "By" before it.

A name alone may be a place, a section or who wrote a comment. So it is asked for only between the
headline and the text, close to a stamp, and its first word must be a first name that is known.
"""

import re
from collections.abc import Sequence

from sitegen.ingest.blocks import Marked
from sitegen.ingest.bylines import is_post
from sitegen.ingest.doubts import TEXT
from sitegen.ingest.lines import Line, make_line
from sitegen.text.lexicon import is_outlet
from sitegen.text.name_kinds import is_person, is_plain

WRITER = "name of a writer"  # the rule's name in every account
_STAMPS = frozenset({"date stamp", "day in figures", "line with a date", "age"})
_SIGNED = frozenset({"byline", "byline and date"})
_FORMS = frozenset({"label", "above the text", "text above the text", "post of the writer"})
_NEAR = 2  # lines that are no buttons, within which the stamp stands
_MOST_WORDS, _MOST_NAMES = 10, 3
_AND = re.compile(r",? (?:and|&) |, (?=[A-Z]\S+ [A-Z])")
_BEFORE_POST = re.compile(r"(?:,| [-–—|•·]) (.+)$")


def find_writers(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, the first that holds nothing but a writer's name as a fact."""
    found = list(marked)
    if any(mark.rule in _SIGNED for mark in marked):
        return found
    head = _list_head(marked)
    stamps = [place for place, index in enumerate(head) if marked[index].rule in _STAMPS]
    for place, index in enumerate(head):
        mark = marked[index]
        is_near = any(abs(place - stamp) <= _NEAR for stamp in stamps)
        if is_near and mark.rule in _FORMS and read_writer(mark.line):
            found[index] = Marked(mark.line, "fact", WRITER)
            return found
    return found


def _list_head(marked: Sequence[Marked]) -> list[int]:
    """Return the places of the lines between headline and text, without buttons and repetitions."""
    head: list[int] = []
    seen: set[str] = set()
    is_below = False
    for index, mark in enumerate(marked):
        if mark.kind in TEXT and mark.rule not in _FORMS:
            break
        is_below = is_below or mark.kind == "title"
        is_plain_noise = mark.kind == "noise" and mark.rule not in {*_FORMS, *_STAMPS}
        if is_below and not is_plain_noise and mark.kind != "blank" and mark.line.key not in seen:
            head.append(index)
            seen.add(mark.line.key)
    return head


def read_writer(line: Line) -> str:
    """Return the names of a line that holds nothing else but a post, or an empty string.

    >>> read_writer(make_line("Rosa Fell and Oscar Lind"))
    'Rosa Fell and Oscar Lind'
    >>> read_writer(make_line("Rosa Fell, Features Editor"))
    'Rosa Fell'
    >>> read_writer(make_line("Port Ellery")), read_writer(make_line("World News"))
    ('', '')
    """
    if line.is_sentence or _MOST_WORDS < line.words or line.shape not in {"", "link"}:
        return ""
    post = _BEFORE_POST.search(line.text)
    is_with_post = post is not None and is_post(make_line(post[1]))
    text = line.text[: post.start()] if post and is_with_post else line.text
    names = _AND.split(text)
    if _MOST_NAMES < len(names) or not all(_is_name(name) for name in names):
        return ""
    return text


def _is_name(name: str) -> bool:
    """Tell whether words are a first name that is known and one surname, with initials between."""
    words = name.split()
    inner = words[1:-1]
    is_whole = len(words) > 1 and is_person([words[0], words[-1]])
    return is_whole and len(inner) <= 1 and is_plain(inner) and not is_outlet(name)
