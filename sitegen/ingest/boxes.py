"""Name as noise the boxes of a page: lines that stand together, noise among them, apart from all.

An invitation is seldom one line. Where blank lines part paragraphs, what stands in one block with
a button or an offer, is short and says nothing of the matter belongs to it. So does, behind the
text, the note on the writer.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, islice

from sitegen.ingest.blocks import Marked
from sitegen.ingest.bylines import is_post, read_byline
from sitegen.ingest.cohesion import count_ties, join_ties
from sitegen.ingest.heads import read_head
from sitegen.ingest.lines import Line, make_line
from sitegen.text.normalize import fold

_MOST_LINES = 8
_MOST_WORDS = 18
_TIMES = 3  # as many words as the box must be in the rest of the text
_TIED = 0.25  # of a line's words are said in the rest of the text too
_NOTE_WORDS, _NAME_WORDS = 40, 4
_LAST = 4  # lines of text at the end, which may be such notes
_ABOUT_LINES = 3  # below the heading, at most
_ABOUT = re.compile(r"(?:About|Über|Sobre|À propos de)(?: the)? ([A-ZÀ-Þ][\w&'’.-]*)(?: \S+){0,5}$")
# "The Ledger reports that the bridge is shut": how papers tell what they found out.
_FINDS = ("reports that ", "gathered that ", "understands that ", "learnt that ", "can report ")
_TO_READERS = frozenset({"you", "your", "us", "our", "we"})
_PLAIN = frozenset(
    {
        "lone mark",
        "mark",
        "table ruler",
        "end mark",
        "separator",
        "counter",
        "address",
        "reading time",
        "repeated headline",
        "repeated caption",
        "repeated fact",
        "label",
        "above the headline",
        "above the text",
        "pull quote",
        "legal",
        "image",
        "link target",
        "turned page",
        "stage direction",
    }
)  # fmt: skip - noise that stands with text as often as with its like
_TEXT = frozenset({"body", "item", "quote", "row"})
_SAID = _TEXT | {"heading"}
_DOUBTED = frozenset({"body", "heading"})
_QUOTES = frozenset('"“”«»„')


def drop_boxes(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, those of boxes and of notes on the writer as noise."""
    settled = list(marked)
    has_noise = any(mark.kind == "noise" for mark in marked)
    blocks = _find_blocks(marked) if has_noise else ()
    suspected = [block for block in blocks if _may_be_box(marked, block)]
    text = [mark.line for mark in marked if mark.kind in _TEXT] if suspected else []
    ties, words = count_ties(line.text for line in text), sum(line.words for line in text)
    for block in suspected:
        if _stands_apart([marked[index] for index in block], ties, words):
            for index in block:
                if marked[index].kind in _DOUBTED:
                    reason = "stands in one block with noise, and says nothing of the text"
                    settled[index] = Marked(marked[index].line, "noise", "box", reason)
    for index in _find_about(settled):
        reason = "tells of who publishes, behind the text"
        settled[index] = Marked(marked[index].line, "noise", "about the publisher", reason)
    for index in _find_notes(settled):
        reason = "tells of the writer, behind the text"
        settled[index] = Marked(marked[index].line, "noise", "note on the writer", reason)
    return settled


def _find_blocks(marked: Sequence[Marked]) -> Iterator[list[int]]:
    """Yield the indexes of each run of lines without a blank one."""
    for is_blank, group in groupby(range(len(marked)), lambda index: marked[index].kind == "blank"):
        block = list(group)
        if not is_blank and 1 < len(block) <= _MOST_LINES:
            yield block


def _may_be_box(marked: Sequence[Marked], block: Sequence[int]) -> bool:
    """Tell whether short lines stand in one block with noise."""
    kinds = [marked[index].kind for index in block]
    if "title" in kinds or "noise" not in kinds or _DOUBTED.isdisjoint(kinds):
        return False
    if all(marked[i].kind != "noise" or marked[i].rule in _PLAIN for i in block):
        return False
    doubted = [marked[index].line for index in block if marked[index].kind in _DOUBTED]
    if any(_MOST_WORDS < line.words or line.text[0] in _QUOTES for line in doubted):
        return False
    # A single sentence above a button may be the last of the text.
    return not (len(doubted) == 1 and doubted[0].is_sentence)


def _stands_apart(block: Sequence[Marked], ties: Mapping[str, int], words: int) -> bool:
    """Tell whether a block says little, and little of what the other lines say.

    ``ties`` counts the lines of the text that have each word, those of the block among them;
    ``words`` is how many words these lines have.
    """
    own = count_ties(mark.line.text for mark in block if mark.kind in _TEXT)
    others = words - sum(mark.line.words for mark in block if mark.kind in _TEXT)
    doubted = [mark.line for mark in block if mark.kind in _DOUBTED]
    asked = join_ties(line.text for line in doubted)
    shared = sum(own[tie] < ties.get(tie, 0) for tie in asked)
    is_small = _TIMES * sum(line.words for line in doubted) <= others
    return is_small and shared < _TIED * max(1, len(asked))


def _find_about(marked: Sequence[Marked]) -> Iterator[int]:
    """Yield the last lines from a heading such as ``About Northern Ferries`` on.

    What stands below it must say the name, and be no more than a paragraph or two.
    """
    behind = (index for index in reversed(range(len(marked))) if marked[index].kind in _SAID)
    texts = list(islice(behind, _ABOUT_LINES + 3))[::-1]
    for place in range(2, len(texts) - 1):
        line = marked[texts[place]].line
        name = _ABOUT.match(line.text)
        below = [marked[index].line.key for index in texts[place + 1 :]]
        if name and not line.is_sentence and any(name[1].casefold() in key for key in below):
            yield from texts[place:]
            return


def _find_notes(marked: Sequence[Marked]) -> Iterator[int]:
    """Yield the last lines that begin with the name that stands alone above the text.

    Whom the text itself names, such as a paper that asked for papers, is part of its matter, unless
    the line speaks to the reader.
    """
    texts = [index for index, mark in enumerate(marked) if mark.kind in _TEXT]
    if not texts:
        return
    names = {name for mark in marked[: texts[0]] for name in _list_names(mark)}
    facts = (mark for mark in marked[: texts[0]] if mark.kind == "fact")
    signed = {name for mark in facts for name in _list_names(mark)}
    notes: dict[int, str] = {}
    for index in reversed(texts[1:][-_LAST:]):
        line = marked[index].line
        is_short = line.words <= _NOTE_WORDS and _QUOTES.isdisjoint(line.text)
        name = _find_name(marked[:index], line, names, signed) if is_short else ""
        if not name:
            break
        notes |= dict.fromkeys((index, *_list_above(marked, index, name)), name)
    said = [marked[index].line.key for index in texts if index not in notes]
    for index, name in notes.items():
        is_talk = not _TO_READERS.isdisjoint(marked[index].line.key.split())
        if is_talk or not any(name in key for key in said):
            yield index


def _list_above(marked: Sequence[Marked], index: int, name: str) -> Iterator[int]:
    """Yield the indexes of a writer's name and post right above a note, if both stand there."""
    found: list[int] = []
    for place in range(index - 1, max(-1, index - 1 - _LAST), -1):
        if marked[place].kind == "blank":
            continue
        found.append(place)
        if marked[place].line.key == name:
            yield from (one for one in found if marked[one].kind in _DOUBTED)
        if not is_post(marked[place].line):
            return


def _list_names(mark: Marked) -> Iterator[str]:
    """Yield whom a line above the text may name: alone, behind ``By``, or beside a date."""
    if mark.rule == "byline and date":
        yield from (fold(read_byline(make_line(one)) or one) for one in read_head(mark.line))
    elif mark.kind == "fact" and (name := read_byline(mark.line)):
        yield fold(name)
    elif mark.kind in {"fact", "noise"} and 1 < mark.line.words <= _NAME_WORDS:
        yield mark.line.key


def _find_name(
    above: Sequence[Marked], line: Line, names: AbstractSet[str], signed: AbstractSet[str]
) -> str:
    """Return with which of the names a line begins, or goes on from the line above it.

    So agencies sign: ``IDA FELLGATE``, and below it ``Fellgate covers rivers for the Ledger``.
    """
    lines = (mark.line for mark in reversed(above) if mark.kind != "blank")
    last = next((one.key for one in lines if not is_post(one)), "")
    if last in names:
        called = last.split() if last in signed else last.split()[-1:]
        if line.key.partition(" ")[0] in called:
            return last
    own = (one for one in sorted(names) if line.key.startswith((f"{one} ", f"{one}'s ")))
    name = next(own, "")
    return "" if line.key[len(name) :].lstrip().startswith(_FINDS) else name
