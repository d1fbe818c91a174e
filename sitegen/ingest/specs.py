"""Find the fields of a text: ``Engine: 90 kW``, ``Salary: 29,000 a year``, ``Verdict: 9/10``.

Notices, tests and travel pieces say so what a thing is, costs or needs. To a rule about single
lines each looks like a label of the page; that several stand below one another, each of another
name, and that a name comes again, tells what they are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.ingest.bylines import read_byline
from sitegen.ingest.lines import Line
from sitegen.ingest.stamps import is_dated
from sitegen.ingest.word_lists import read_named, read_words

_FIELD = re.compile(r"(?=[^\W\d_])(?![a-zß-ÿ])([^\W\d_][\w'’ -]{1,23}?)(?:: | : )(?=\S)")
_FIELD_WORDS = 12
_FEWEST, _OFTEN = 2, 2  # below one another, and times that they do so
_OF_PAGE = frozenset(read_named("openers")) | {*read_named("fields")} | read_words("export_fields")


def mark_specs(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, the fields of a text as items of a list."""
    specs = find_specs(lines)
    return [
        replace(line, shape="item") if index in specs and not line.shape else line
        for index, line in enumerate(lines)
    ]


def find_specs(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the fields of a text, and of single ones of the same name."""
    parted = [index for index, line in enumerate(lines) if ": " in line.text]
    labels = {index: label for index in parted if (label := _read_label(lines[index]))}
    if len(labels) < _FEWEST * _OFTEN:
        return frozenset()
    runs = [
        run
        for run in _list_runs(lines, labels)
        if _FEWEST <= sum(not _is_of_page(labels[index]) for index in run)
        and not any(_is_of_head(lines[index]) for index in run)
    ]
    told = {lines[index].key: labels[index] for run in runs for index in run}
    counts = Counter(told.values())  # what a page says in the same words each time is of the page
    return frozenset(index for index, label in labels.items() if _OFTEN <= counts[label])


def _read_label(line: Line) -> str:
    """Return the name of a field, or nothing for a line that is none."""
    if line.is_sentence or line.verdict or line.shape not in {"", "item"}:
        return ""
    match = _FIELD.match(line.text) if line.words <= _FIELD_WORDS else None
    return match[1].strip().casefold() if match else ""


def _is_of_page(label: str) -> bool:
    """Tell whether a field is known as one of pages or of exports."""
    return label in _OF_PAGE or f"{label}:" in _OF_PAGE


def _is_of_head(line: Line) -> bool:
    return is_dated(line) or bool(read_byline(line))


def _list_runs(lines: Sequence[Line], labels: dict[int, str]) -> Iterator[list[int]]:
    """Yield the fields that stand below one another, each with a name of its own."""
    run: list[int] = []
    named: set[str] = set()
    for index, line in enumerate(lines):
        label = labels.get(index, "")
        if label and label not in named:
            run.append(index)
            named.add(label)
        elif line.text:
            yield run
            run, named = ([index], {label}) if label else ([], set())
    yield run
