"""Read the front matter of a Markdown file: a small, tolerant reader of ``key: value`` lines.

Scrapers write it in many ways, not all of them YAML; what cannot be read is passed over.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from sitegen.ingest.document import Facts
from sitegen.ingest.fact_names import TEXT, find_facts
from sitegen.ingest.facts import choose_statements, leave_marks
from sitegen.ingest.markdown_code import find_code

_Raw = TypeVar("_Raw")

_FENCE = "---"
_ENDS = frozenset({_FENCE, "..."})
YES, NO = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
LONGEST_FRONT = 200  # lines; whatever ends further down is no front matter
_NAMED = frozenset({"byline", "source"})
_PROSE = frozenset({"title", "dek"})  # which scrapers write without the quotes that # asks for
_QUOTED = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')"""
# Of a person with keys of his own, one to a line or all in one: "{name: Ida, url: ...}".
_NAME = re.compile(rf"(?:^|[{{,]\s*)name:\s+({_QUOTED}|[^\s,}}#][^,}}#]*)")
_ITEM = re.compile(rf"\s*(?:({_QUOTED})\s*(?=,|$)|([^,]+))(?:,|$)")  # of a list in one line
# A link to a page of one's own notes, as Obsidian writes names: its words, or the end of its path.
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*[|/])?([^\[\]|/]+)\]\]")
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
    inner = lines[1:LONGEST_FRONT]
    last = next((place for place, line in enumerate(inner) if line.rstrip() in _ENDS), None)
    if last is None or not any(_ENTRY.match(line) for line in inner[:last]):
        return 0
    return last + 2


def find_further_fronts(lines: Sequence[str]) -> list[int]:
    """Return the places behind the first at which a front matter with a title begins.

    A rule may stand anywhere in a text, so every line below it must be an entry, and none is code.

    >>> find_further_fronts(["Text.", "---", "title: Ferry late", "date: 2024-06-14", "---"])
    [1]
    >>> find_further_fronts(["Text.", "---", "title: Ferry late", "It ran aground.", "---"])
    []
    """
    starts: list[int] = []
    done = count_front_lines(lines)
    first = max(done, 1)
    rules = [place for place in range(first, len(lines)) if lines[place].rstrip() == _FENCE]
    code = find_code(lines) if rules else frozenset()  # most files have no rule
    for place in rules:
        if place < done or place in code:
            continue
        count = _count_entries(lines[place + 1 : place + LONGEST_FRONT])
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
    return state_facts(list_entries(lines), read_texts)


def state_facts(
    entries: Iterable[tuple[str, _Raw]], read: Callable[[str, _Raw], Sequence[str]]
) -> Facts:
    """Return what entries state; ``read`` gives the texts of one, which may be a list.

    What is said by yes or no is no date: ``published: true`` is Jekyll's word for no draft.
    """
    stated: dict[str, list[str]] = {}
    for fact, named in find_facts(entries):
        between = ", " if fact == "byline" else " "
        texts = [between.join(filter(None, read(fact, raw))).strip() for _, raw in named]
        told = (text for text in texts if text and not (fact == "date" and is_answer(text)))
        stated[fact] = [leave_marks(text) for text in told]
    stated.pop(TEXT, None)
    return Facts(**choose_statements(stated), date_origin="stated in the front matter")


def is_answer(text: str) -> bool:
    """Tell whether a text says yes or no, as YAML writes it."""
    return text.casefold() in YES | NO


def list_entries(lines: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Return keys with what stands beside them, and with the lines indented below."""
    entries: list[tuple[str, list[str]]] = []
    for line in lines:
        if entry := _ENTRY.match(line):
            entries.append((entry[1], [(entry[2] or "").strip()]))
        elif entries and line[:1] in {" ", "\t", "-"}:
            entries[-1][1].append(line.strip().removeprefix("-").strip())
    return entries


def read_texts(fact: str, raw: Sequence[str]) -> list[str]:
    """Return the texts of an entry; of people and publishers with keys of their own the names.

    >>> read_texts("byline", ["", "name: Ida # chief", "url: https://a.example/", "name: 'Ole'"])
    ['Ida', 'Ole']
    >>> read_texts("byline", ["{name: Ida, age: 7}"]), read_texts("byline", ['["Lund, K.", Tom]'])
    (['Ida'], ['Lund, K.', 'Tom'])
    >>> read_texts("byline", ["", '"[[Ida Fellgate]]"', '"[[people/ole|Ole]]"'])
    ['', 'Ida Fellgate', 'Ole']
    >>> read_texts("draft", ["true # until Monday"]), read_texts("title", ["Ferry # 4 is late"])
    (['true'], ['Ferry # 4 is late'])
    """
    first, *others = (_WIKI_LINK.sub(r"\1", text) for text in raw)
    if fact in _NAMED and (
        names := [name for text in (first, *others) for name in _NAME.findall(text)]
    ):
        return [_unquote(name) for name in names]
    if first in {"|", ">", "|-", ">-", "null", "~"}:
        return [_unquote(text) for text in others]
    if first.startswith("[") and first.endswith("]"):
        items = _ITEM.findall(first[1:-1])
        return [_unquote(quoted or plain) for quoted, plain in items]
    if commented := _COMMENTED.fullmatch(first):
        first = commented[1]
    elif fact not in _PROSE and first[:1] not in {'"', "'"}:
        first = first.partition(" # ")[0]
    return [_unquote(text) for text in (first, *others)]


def _unquote(text: str) -> str:
    text = text.strip()
    if len(text) < len("''") or text[0] != text[-1] or text[0] not in "\"'":
        return text
    inner = text[1:-1]
    return inner.replace("''", "'") if text[0] == "'" else inner.replace('\\"', '"')
