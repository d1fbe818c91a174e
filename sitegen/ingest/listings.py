"""Find the lists that stand inside a text: results, names, what a recipe needs.

To a rule about single lines they look like the menu of a page. What tells them apart is where
they stand: between paragraphs, and no noise is among them; or each begins with how much there is.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise, takewhile

from sitegen.ingest.cohesion import read_ties
from sitegen.ingest.headings import HEADING_WORDS
from sitegen.ingest.lines import is_titled
from sitegen.ingest.looks import Look
from sitegen.ingest.recipes import find_recipes

_PARAGRAPH = 10  # words of a sentence that may stand next to a list
_HEADLINE = 5  # words from which a line may be a headline
_NEAR = 3  # paragraphs below a list, which have to do with what was said above it
_LONGEST_ITEM, _LONGEST_LINE = 16, 7  # words; without a mark, longer ones may be headlines
_FEWEST, _ALIKE = 6, 0.8
_NOISY = 4  # lines of noise, with which a file may be a page with menus
# "180 g flour", "1 1/2 tsp salt", "Yield: 4 jars", and no clock or number of a line.
_AMOUNT = re.compile(
    r"(?:[^\W\d][\w ]{1,20}: )?(?:\d{1,4}(?:[.,/]\d+)?(?: \d/\d)?|[½¼¾⅓⅔⅛])"
    r" ?(?![\d:.)/-])(?=.*[^\W\d_])"
)
# "Greens 34%", as results stand below one another.
_RESULT = re.compile(r"[^\W\d][\w .&'’-]{1,30}:? \d{1,3}(?:[.,]\d{1,2})?(?: ?%| points?| pts)$")
_PAIR, _ROWS = 2, 3  # lines of figures under a heading with a colon, and without one
_FIGURE, _NUMBER = re.compile(r"\d"), re.compile(r"\d[\d.,]*")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d\b")  # before an entry of a ticker
_FEWEST_AMOUNTS, _LONGEST_AMOUNT = 4, 10
_FIGURES = frozenset({"counter", "lone mark", "age", "mark", "table ruler"})  # stand in lists too


def count_figures(looks: Sequence[Look]) -> int:
    """Return how many lines from the first are figures under their heading: ``Key numbers:``.

    Without a colon there must be more of them, each with two numbers, and no clock before them.
    """
    begin = next((i for i, look in enumerate(looks) if look.line.text), len(looks))
    head = looks[begin].line if begin < len(looks) else None
    if head is None or looks[begin].noise or looks[begin].end or HEADING_WORDS < head.words:
        return 0
    is_announced = head.text.endswith(":")
    listed = list(takewhile(_is_figure if is_announced else _is_row, looks[begin + 1 :]))
    return begin + 1 + len(listed) if (_PAIR if is_announced else _ROWS) <= len(listed) else 0


def _is_figure(look: Look) -> bool:
    line = look.line
    has_figure = bool(_FIGURE.search(line.text)) and line.words <= HEADING_WORDS
    return has_figure and not (look.noise or look.fact or look.has_credit or look.end)


def _is_row(look: Look) -> bool:
    is_row = _is_figure(look) and 1 < len(_NUMBER.findall(look.line.text))
    return is_row and not _CLOCK.match(look.line.text)


def find_listings(looks: Sequence[Look]) -> frozenset[int]:
    """Return the indexes of the lines of lists with paragraphs of one text on both sides."""
    texts = [i for i, look in enumerate(looks) if look.line.text]
    paragraphs = [place for place, i in enumerate(texts) if _is_paragraph(looks[i])]
    lists = [
        (count, between)
        for count, (above, below) in enumerate(pairwise(paragraphs))
        if above + 2 < below and _may_be_list(looks, between := texts[above + 1 : below])
    ]
    if not lists:
        return frozenset()
    found: set[int] = set()
    said: set[str] = set()
    read = 0
    # On a page with buttons short lines between paragraphs are menus and boxes.
    is_quiet = sum(bool(look.noise) for look in looks) < _NOISY
    for count, lines in lists:
        if _has_shape(looks, lines) or _is_alike(looks, lines):
            found.update(lines)
        elif is_quiet:
            told = (looks[i] for i in texts[read : paragraphs[count] + 1])
            said |= read_ties(look for look in told if _tells(look))
            read = paragraphs[count] + 1
            after = [looks[texts[p]] for p in paragraphs[count + 1 : count + 1 + _NEAR]]
            if said & read_ties(after):
                found.update(lines)
    return frozenset(found)


def find_amounts(looks: Sequence[Look]) -> set[int]:
    """Return the indexes of lines in a row that each begin with an amount: what a recipe needs.

    Or end with a share or points: results. Those that begin with one, two and three are numbered.
    """
    texts = [index for index, look in enumerate(looks) if look.line.text]
    amounts = {index for index in texts if _is_amount(looks[index])}
    found = find_recipes(looks)
    if len(amounts) < _FEWEST_AMOUNTS:
        return found
    # "A walnut of butter" amid them is one as well.
    between = zip(texts, texts[1:], texts[2:], strict=False)
    amounts |= {
        index
        for above, index, below in between
        if above in amounts and below in amounts and _is_plain(looks[index])
    }
    for is_amount, group in groupby(texts, key=amounts.__contains__):
        run = list(group)
        if is_amount and _FEWEST_AMOUNTS <= len(run):
            firsts = [looks[index].line.text.split(maxsplit=1)[0] for index in run]
            if firsts != [str(number) for number in range(1, len(run) + 1)]:
                found.update(run)
    return found


def _is_plain(look: Look) -> bool:
    line = look.line
    is_plain = not (look.noise or look.fact or look.end or line.is_sentence)
    return is_plain and line.words <= _LONGEST_AMOUNT


def _is_amount(look: Look) -> bool:
    line = look.line
    is_short = _is_plain(look)
    is_result = is_short and bool(_RESULT.match(line.text))
    return is_result or (is_short and bool(_AMOUNT.match(line.text)) and not is_titled(line.text))


def _may_be_list(looks: Sequence[Look], between: Sequence[int]) -> bool:
    return all(_may_be_listed(looks[index]) for index in between)


def _is_paragraph(look: Look) -> bool:
    return look.is_prose and _PARAGRAPH <= look.line.words


def _tells(look: Look) -> bool:
    """Tell whether a line says what the text is about: a sentence, a headline."""
    return not look.noise and _HEADLINE <= look.line.words


def _may_be_listed(look: Look) -> bool:
    line = look.line
    if look.end or look.fact or look.is_own or line.shape in {"link", "title"}:
        return False
    is_plain = not look.noise or look.noise in _FIGURES
    return is_plain and line.words <= (_LONGEST_ITEM if line.shape else _LONGEST_LINE)


def _has_shape(looks: Sequence[Look], between: Sequence[int]) -> bool:
    """Tell whether most lines are marked as those of a list or a table."""
    shaped = sum(looks[index].line.shape in {"item", "row"} for index in between)
    return len(between) < 2 * shaped


def _is_alike(looks: Sequence[Look], between: Sequence[int]) -> bool:
    """Tell whether most lines have as many words: names, results; the entries of menus vary.

    The last has, too: what differs there may be the headline of the text below.
    """
    words = [looks[index].line.words for index in between]
    (usual, count), *_ = Counter(words).most_common(1)
    return 1 < usual == words[-1] and _FEWEST <= count and _ALIKE * len(words) <= count
