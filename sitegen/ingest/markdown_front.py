"""Read the front matter of a Markdown file: a small, tolerant reader of ``key: value`` lines.

Scrapers write it in many ways, not all of them YAML; what cannot be read is passed over.
"""

import re
from collections.abc import Sequence

from sitegen.ingest.document import Facts
from sitegen.ingest.fact_names import TEXT, find_facts
from sitegen.ingest.facts import choose_statements

_FENCE = "---"
_ENDS = frozenset({_FENCE, "..."})
_LONGEST = 200  # lines; whatever ends further down is no front matter
_NAME = re.compile(r"name:\s+(.+)$")
_QUOTED = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')"""
_PART = re.compile(rf"(?:{_QUOTED}|[^,\s])(?:{_QUOTED}|[^,])*")  # of a list in one line
_COMMENTED = re.compile(rf"({_QUOTED})\s+#.*")
_ENTRY = re.compile(r"([A-Za-z][\w.-]{0,40})\s*:(?:\s+(.*))?$")


def count_front_lines(lines: Sequence[str]) -> int:
    """Return how many lines the front matter takes, its rules counted; 0 where there is none.

    >>> count_front_lines(["---", "title: Ferry late", "---", "Text."])
    3
    >>> count_front_lines(["---", "A ferry ran aground.", "---"])
    0
    """
    if not lines or lines[0].strip("\ufeff \t") != _FENCE:
        return 0
    inner = lines[1:_LONGEST]
    last = next((place for place, line in enumerate(inner) if line.rstrip() in _ENDS), None)
    if last is None or not any(_ENTRY.match(line) for line in inner[:last]):
        return 0
    return last + 2


def find_further_fronts(lines: Sequence[str]) -> list[int]:
    """Return the places behind the first at which a front matter with a title begins.

    A rule may stand anywhere in a text, so every line below it must be an entry.

    >>> find_further_fronts(["Text.", "---", "title: Ferry late", "date: 2024-06-14", "---"])
    [1]
    >>> find_further_fronts(["Text.", "---", "title: Ferry late", "It ran aground.", "---"])
    []
    """
    starts = []
    done = count_front_lines(lines)
    for place, line in enumerate(lines):
        if place < max(done, 1) or line.rstrip() != _FENCE:
            continue
        count = _count_entries(lines[place + 1 : place + _LONGEST])
        inner = lines[place + 1 : place + 1 + count]
        after = lines[place + 1 + count] if place + 1 + count < len(lines) else ""
        if after.rstrip() in _ENDS and read_front_matter(inner).title:
            starts.append(place)
            done = place + count + 2
    return starts


def _count_entries(lines: Sequence[str]) -> int:
    """Return how many of the first lines are entries, or go on with one."""
    for count, line in enumerate(lines):
        goes_on = count > 0 and line[:1] in {" ", "\t", "-"} and line.rstrip() != _FENCE
        if not goes_on and not _ENTRY.match(line):
            return count
    return len(lines)


def read_front_matter(lines: Sequence[str]) -> Facts:
    """Return what the lines of a front matter state.

    >>> facts = read_front_matter(["title: 'Ferry: late'", "authors:", "- Ida", "- Ole"])
    >>> facts.title, facts.byline
    ('Ferry: late', 'Ida, Ole')
    """
    stated: dict[str, list[str]] = {}
    for fact, entries in find_facts(_list_entries(lines)):
        between = ", " if fact == "byline" else " "
        texts = (between.join(filter(None, _find_names(values))).strip() for _, values in entries)
        stated[fact] = list(filter(None, texts))
    stated.pop(TEXT, None)
    return Facts(**choose_statements(stated), date_origin="stated in the front matter")


def _find_names(values: Sequence[str]) -> Sequence[str]:
    """Return the names of people or publishers that have keys of their own, else the values.

    >>> _find_names(["name: Ida", "url: https://a.example/", "name: Ole"]), _find_names(["Ida"])
    (['Ida', 'Ole'], ['Ida'])
    """
    names = [_unquote(match[1]) for value in values if (match := _NAME.match(value))]
    return names or values


def _list_entries(lines: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Return keys with the texts of their values: those beside them and those indented below."""
    entries: list[tuple[str, list[str]]] = []
    for line in lines:
        if entry := _ENTRY.match(line):
            entries.append((entry[1], _read_value(entry[2] or "")))
        elif entries and line[:1] in {" ", "\t", "-"}:
            entries[-1][1].append(_unquote(line.strip().removeprefix("-")))
    return entries


def _read_value(text: str) -> list[str]:
    text = text.strip()
    if text in {"|", ">", "|-", ">-", "null", "~"}:
        return []
    if text.startswith("[") and text.endswith("]"):
        return [_unquote(part) for part in _PART.findall(text[1:-1])]
    if text.startswith("{") and text.endswith("}"):
        return [_unquote(part) for part in _PART.findall(text[1:-1])]
    quoted = _COMMENTED.fullmatch(text)
    return [_unquote(quoted[1] if quoted else text)]


def _unquote(text: str) -> str:
    text = text.strip()
    if len(text) < len("''") or text[0] != text[-1] or text[0] not in "\"'":
        return text
    inner = text[1:-1]
    return inner.replace("''", "'") if text[0] == "'" else inner.replace('\\"', '"')
