"""Keep the lists of a whole page's text, whose lines look like what a page leaves there.

A line without a sentence amid the text of a page is a fragment, mostly a label or a link. Several
in a row that count or weigh something are a list: ingredients, results, what things cost; so are
those below a line that announces them. Where they are numbered and text stands between them, they
are its headings. Lines without a stop between headline and text are points that sum it up.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from sitegen.ingest.blocks import FRAGMENT, Marked
from sitegen.ingest.headings import HEADING_WORDS
from sitegen.ingest.lines import Line, is_prose
from sitegen.ingest.rivals import ANNOUNCING
from sitegen.model.seed import LineKind

_FIGURE = re.compile(r"\d")
_FEWEST = 4  # lines of a list that nothing announces
_FEWEST_ANNOUNCED = 3
_NUMBERED = re.compile(r"#?(\d{1,2})[.):]? +(?=[^\W\d_])")
_TRIMMED = " :?"
_FREE = "text above the text"
_POINT = "point above the text"
ABOVE_TEXT = frozenset({_FREE, _POINT})  # the rules of lines above the first paragraph
_POINT_WORDS = 24
_PLAIN = frozenset({FRAGMENT, "text", "short line before a paragraph"})
_FEWEST_NUMBERED = 3  # headings
_COUNTING = 0.6  # share of the lines with a figure


def keep_lists(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, with the fragments that are a list as its items, below their heading."""
    kept = list(marked)
    for index in _find_numbered(marked):
        kept[index] = Marked(marked[index].line, "heading", "numbered, above text")
    for index in _find_points(marked):
        kept[index] = Marked(marked[index].line, "item", _POINT)
    for index in _find_announced(marked):
        kept[index] = Marked(marked[index].line, "item", _POINT)
        if marked[index].line.key.strip(_TRIMMED) in ANNOUNCING:
            kept[index] = Marked(marked[index].line, "heading", _POINT)
    for run in _find_runs(kept):
        first = marked[run[0]].line
        is_led = _is_led_to(kept, run)
        has_head = not is_led and not _FIGURE.search(first.text)
        rows = run[1:] if has_head else run
        counting = sum(bool(_FIGURE.search(marked[index].line.text)) for index in rows)
        is_announced = is_led or (first.text.endswith(":") and _FEWEST_ANNOUNCED <= len(rows))
        if is_announced or (_FEWEST <= len(rows) and _COUNTING * len(rows) <= counting):
            for index in rows:
                kept[index] = Marked(marked[index].line, "item", "list amid the text")
            if has_head:
                kind: LineKind = "body" if first.text.endswith(":") else "heading"
                kept[run[0]] = Marked(first, kind, "above a list amid the text")
    return kept


def _is_led_to(marked: Sequence[Marked], run: Sequence[int]) -> bool:
    """Tell whether a paragraph leads to the lines of a run, which go on with its sentence."""
    lines = (marked[index] for index in range(run[0] - 1, -1, -1))
    above = next((mark for mark in lines if mark.kind != "blank"), None)
    if above is None or above.kind != "body" or not above.line.text.endswith(":"):
        return False
    return all(marked[index].line.text[0].islower() for index in run)


def _find_numbered(marked: Sequence[Marked]) -> list[int]:
    """Return the places of lines that are numbered in order, up or down, each above a sentence."""
    places: list[int] = []
    numbers: list[int] = []
    for place, mark in enumerate(marked):
        is_plain = not mark.line.is_sentence or mark.line.text.endswith("?")
        is_short = mark.rule in _PLAIN and is_plain
        match = _NUMBERED.match(mark.line.text) if is_short else None
        if match and mark.line.words <= HEADING_WORDS:
            places.append(place)
            numbers.append(int(match[1]))
    counted = list(range(1, len(numbers) + 1))
    if len(numbers) < _FEWEST_NUMBERED or numbers not in (counted, counted[::-1]):
        return []
    return places if all(_heads_paragraph(marked, place) for place in places) else []


def _heads_paragraph(marked: Sequence[Marked], place: int) -> bool:
    lines = (marked[index] for index in range(place + 1, len(marked)))
    below = next(filter(_tells, lines), None)
    return below is not None and _is_paragraph(below.line)


def _find_points(marked: Sequence[Marked]) -> list[int]:
    """Return the places of the points by which wires sum a text up, above it: two if announced."""
    printed = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    first = next((i for i, one in enumerate(printed) if marked[one].rule == _FREE), None)
    if first is None:
        return []
    points = list(takewhile(lambda index: _is_point(marked[index]), printed[first:]))
    below = printed[first + len(points) :][:1]
    counting = sum(bool(_FIGURE.search(marked[index].line.text)) for index in points)
    if not below or not is_prose(marked[below[0]].line) or _COUNTING * len(points) <= counting:
        return []
    is_announced = first > 0 and marked[printed[first - 1]].line.key.strip(":") in ANNOUNCING
    return points if (2 if is_announced else _FEWEST_ANNOUNCED) <= len(points) else []


def _find_announced(marked: Sequence[Marked]) -> list[int]:
    """Return the places of sentences above the text of a page that a line announces, and its own.

    ``In short:`` and the points below it stand between headline and text, above buttons.
    """
    printed = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    found: list[int] = []
    for place, index in enumerate(printed):
        mark = marked[index]
        if mark.kind in {"body", "item"}:
            break
        if mark.kind == "noise" and mark.line.key.strip(_TRIMMED) in ANNOUNCING:
            run = list(takewhile(lambda one: _is_left_above(marked[one]), printed[place + 1 :]))
            if _FEWEST_ANNOUNCED <= 1 + len(run) and marked[run[0]].line.is_sentence:
                found += [index, *run]
    return found


def _is_left_above(mark: Marked) -> bool:
    """Tell whether a line above the text of a page is a sentence, or asks what comes."""
    is_left = mark.rule == "above the text"
    return is_left and (mark.line.is_sentence or mark.line.text[-1] == "?")


def _is_point(mark: Marked) -> bool:
    is_bare = not mark.line.shape and not mark.line.is_sentence
    return mark.rule == _FREE and is_bare and mark.line.words <= _POINT_WORDS


def _is_paragraph(line: Line) -> bool:
    return line.is_sentence or HEADING_WORDS < line.words


def _tells(mark: Marked) -> bool:
    return mark.kind not in {"blank", "caption"} and (mark.kind != "noise" or mark.rule == FRAGMENT)


def _find_runs(marked: Sequence[Marked]) -> Iterator[list[int]]:
    """Yield the places of fragments with nothing but blank lines between them.

    A line without a figure that stands apart, as those above it do not, heads those below it.
    """
    run: list[int] = []
    for index, mark in enumerate(marked):
        if mark.rule == FRAGMENT:
            if run and _heads(marked, index) and not _stands_apart(marked, run[-1]):
                yield run
                run = []
            run.append(index)
        elif mark.kind != "blank" and run:
            yield run
            run = []
    if run:
        yield run


def _heads(marked: Sequence[Marked], index: int) -> bool:
    return _stands_apart(marked, index) and not _FIGURE.search(marked[index].line.text)


def _stands_apart(marked: Sequence[Marked], index: int) -> bool:
    return 0 < index and marked[index - 1].kind == "blank"
