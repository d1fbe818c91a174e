"""Outline a file: its lines of text, and how each stands apart from the one before it."""

import re
from collections.abc import Mapping, Sequence

from sitegen.ingest.lines import is_titled
from sitegen.ingest.looks import HEAD_FACTS, Look, is_body
from sitegen.ingest.separators import (
    HEADLINE_WORDS,
    Side,
    find_dress,
    mask_figures,
    may_open,
    read_dress,
)
from sitegen.ingest.stamps import is_dated
from sitegen.model.value import value

ADDRESSES = ("http://", "https://", "www.")  # how a web address begins
_PARTING = (*ADDRESSES, "url:")  # how a line begins that is the address of the article below it
_TURN_WORDS = 12
_HEAD, _DEK_WORDS = 3, 35  # headline, dek and byline; a text that is signed has more words
GAP = 2  # blank lines that part articles rather than paragraphs
_RULER = re.compile(r"^([-=*_#~─━═—–])(?: ?\1){4,}$")
_TURN = re.compile(r"^(?:page \d+ (?:of|/) \d+|(?:continued from|from) .{0,8}page \d+\b.{0,20})$")
_MARK = re.compile(
    r"^[-=*_#~+.•·◆■]{3,}$|^([-=*_#~+•·◆■o])(?: \1){2,}$|^\*$|^[-_ ]*(?:8<|>8)[-_ ]*$"
)

_FEWEST_QUESTIONS = 3
_SIGNED = re.compile(r"\bby [A-Z]")
_NEAR = 4  # lines of text within which byline and stamp follow a headline
_HEADED, _FULL_NAME = 3, range(2, 4)  # lines: headline, name and stamp; words of a name
_NOTHING: frozenset[str] = frozenset()


@value
class Item:
    """A line of text, and how it stands apart from the one before it.

    ``gap`` is the most blank lines in a row between them, ``first`` the index of the line that
    follows those: noise and lone words such as bread crumbs belong to the headline below them.
    ``is_parted`` tells that a ruled line, an end mark or an address stands between; ``is_turned``
    that a printed page ends and the text goes on with the next one. ``dress`` says what it has
    around it if the first line of the file has the same; ``left_out`` holds the keys of the noise
    and the lone words between them.
    """

    look: Look
    gap: int
    first: int
    is_parted: bool
    is_turned: bool
    dress: str
    left_out: frozenset[str]


def outline(looks: Sequence[Look], separators: Mapping[int, Side], *, is_page: bool) -> list[Item]:
    """Leave out blank lines, noise and lone words, but remember how the rest stands apart.

    On a page with its menus only a ruled line parts; other marks, numbers and addresses are many.
    """
    items = []
    worn = "" if is_page else find_dress(looks)
    gap = blanks = first = 0
    is_parted = is_turned = False
    left_out: list[str] = []
    for index, look in enumerate(looks):
        line = look.line
        if not line.text:
            blanks += 1
            continue
        is_turned = is_turned or (line.words <= _TURN_WORDS and _is_turn(look))
        if gap < blanks:
            gap, first = blanks, index
        blanks = 0
        side = separators.get(index, "") if separators else ""
        # What has words and ends as a sentence is no mark: most lines need not be asked.
        is_ruled = not look.is_prose and (
            bool(_RULER.match(line.key)) or (not is_page and _is_mark(look))
        )
        if side == "behind" or is_ruled:
            gap, first, is_parted, is_turned = max(gap, GAP), index + 1, True, False
        elif side == "above" or (not is_page and line.key.startswith(_PARTING)):
            first, is_parted = first if is_parted else index, True
        elif not look.noise and (1 < line.words or line.is_sentence):
            begin = first if GAP <= gap or is_parted else index
            dress = worn if worn and read_dress(look) == worn else ""
            between = frozenset(left_out) if left_out else _NOTHING
            items.append(Item(look, gap, begin, is_parted, is_turned, dress, between))
            gap = first = 0
            is_parted = is_turned = False
            left_out.clear()
        else:
            left_out.append(name_form(look))
    return items


OLD = "this article is more than"  # "… 4 years old", below a headline and nowhere else


def name_form(look: Look) -> str:
    """Return what two lines have in common that a page puts around each of its articles."""
    if look.noise == "age":
        return OLD if look.line.key.startswith(OLD) else look.noise
    words = look.line.key.partition("http")[0].rstrip(" <[(") if look.noise else ""
    return mask_figures(words or look.line.key)


# "Ida Fellgate, Communications Office": whom to ask, below a release.
_CONTACT = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,2}, (?:[\w&]+ ){0,3}"
    r"(?i:communications?|press|media|public relations|newsroom|marketing)\b(?: \w+){0,2}$"
)


def may_be_headline(item: Item) -> bool:
    """Tell whether nothing speaks against a line being the headline of a further article."""
    text = item.look.line.text
    if ", " in text and _CONTACT.match(text):
        return False
    return not item.is_turned and may_open(
        item.look, is_parted=item.is_parted, is_dressed=item.dress != ""
    )


def asks_in_turn(items: Sequence[Item], position: int) -> bool:
    """Tell whether a line is one of several questions in capitals, each below a ruled line.

    So agencies part the answers of one report.
    """
    if not _is_parted_question(items[position]):
        return False
    return _FEWEST_QUESTIONS <= sum(map(_is_parted_question, items))


def _is_parted_question(item: Item) -> bool:
    text = item.look.line.text
    return item.is_parted and text.endswith("?") and text.isupper()


def is_below_byline(items: Sequence[Item], position: int) -> bool:
    """Tell whether headline, dek and byline stand above a line: then it is of their head, too."""
    if position < _HEAD or items[position - 1].look.fact != "byline":
        return False
    head, dek = items[position - _HEAD].look, items[position - 2].look
    return is_body(dek) and dek.line.words < _DEK_WORDS and not (is_body(head) or head.fact)


def _is_turn(look: Look) -> bool:
    """Tell whether a line says that the text goes on with the next page, or on another."""
    return "page " in look.line.key and bool(_TURN.match(look.line.key))


def _is_mark(look: Look) -> bool:
    """Tell whether a line is a small ruled line, or what an agency ends a report with."""
    is_mark = look.noise == "end mark" or bool(_MARK.match(look.line.key))
    return is_mark and look.line.verdict != "table ruler"


def is_signed_and_dated(items: Sequence[Item], position: int) -> bool:
    """Tell whether who wrote and when stand below a line, and above the text."""
    found = set()
    for after in items[position + 1 : position + 1 + _NEAR]:
        if is_body(after.look):
            break
        found.add(after.look.fact or ("date stamp" if is_dated(after.look.line) else ""))
        found.add("byline" if _SIGNED.search(after.look.line.text) else "")
    if _has_name(items[position : position + _HEADED]):
        found.add("byline")
    return "byline and date" in found or {"byline", "date stamp"} <= found


def _has_name(near: Sequence[Item]) -> bool:
    """Tell whether between a headline and a stamp nothing stands but what may be a name."""
    if len(near) < _HEADED or near[0].look.line.words < HEADLINE_WORDS:
        return False
    line = near[1].look.line
    return line.words in _FULL_NAME and is_titled(line.text) and is_dated_item(near[2])


def is_dated_item(item: Item) -> bool:
    """Tell whether a line is a byline or a stamp, or ends with a date."""
    return item.look.fact in HEAD_FACTS or is_dated(item.look.line)
