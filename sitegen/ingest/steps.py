"""Find the headings of steps: ``1. Turn it off``, ``Step 2: Open the valve``, in any language.

Each stands above what is to be done. One by one they look like headlines, captions or the entries
of a menu; that they count tells what they are. So are the reasons, places and tips of a list.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from sitegen.ingest.headings import HEADING_WORDS
from sitegen.ingest.lines import Line

# With or without a word before the number, in any language: "Étape 3 : fermer le robinet".
_NUMBERED = re.compile(
    r"(?:([^\W\d_]{3,12}) )?(\d{1,2})(?:([.)])| ?([:–—-])) (?=[^\W\d_]|[\"'“‘«„])"
)
_FEWEST, _FEWEST_NAMED = 3, 2  # in a row; "Step 1:" says more than "1."
_PARAGRAPH = 5  # words of a sentence that says what is to be done


def mark_steps(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, the headings of steps as such, and what lists them above as links."""
    steps = find_steps(lines)
    if not steps:
        return list(lines)
    keys = {lines[index].key for index in steps}
    marked, first = list(lines), min(steps)
    for index, line in enumerate(lines):
        if line.key not in keys or line.shape or line.verdict:
            continue
        if index in steps or index < first:
            marked[index] = replace(line, shape="heading" if index in steps else "link")
    return marked


def find_steps(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the headings of steps, which count from one, each above a paragraph."""
    forms: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for index, line in enumerate(lines):
        if (number := _read_number(line)) and _is_above_paragraph(lines, index):
            word, figure, mark, dash = number.groups(default="")
            forms[word.casefold(), mark or dash].append((int(figure), index))
    return frozenset(
        index
        for (word, _), numbered in forms.items()
        for run in _list_runs(numbered)
        if (_FEWEST_NAMED if word else _FEWEST) <= len(run)
        for index in run
    )


def _read_number(line: Line) -> re.Match[str] | None:
    is_short = line.words <= HEADING_WORDS and not line.is_sentence
    return _NUMBERED.match(line.text) if is_short and line.text else None


def _is_above_paragraph(lines: Sequence[Line], index: int) -> bool:
    below = next((line for line in islice(lines, index + 1, None) if line.text), None)
    return below is not None and below.is_sentence and _PARAGRAPH <= below.words


def _list_runs(numbered: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the indexes of lines that count from one, each run by itself."""
    run: list[int] = []
    for number, index in numbered:
        if number != len(run) + 1:
            yield run
            run = []
        if number == len(run) + 1:
            run.append(index)
    yield run
