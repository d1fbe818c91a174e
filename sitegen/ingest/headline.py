"""Find the headline of a section."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from sitegen.ingest.cohesion import find_shared, read_ties
from sitegen.ingest.lines import HEADLINE_LIMIT, Line, is_headline_shaped, is_titled
from sitegen.ingest.looks import HEAD_FACTS, Look, count_prose, find_above, find_below
from sitegen.ingest.pages import is_ordinal
from sitegen.ingest.photographers import read_lone_credit
from sitegen.ingest.rivals import (
    FORWARDED,
    find_footer,
    find_turns,
    is_above_dek,
    is_entry,
    is_of_fields,
    is_point,
    list_ends,
    weigh_against,
)
from sitegen.ingest.stamps import is_dated, is_life
from sitegen.text.sentences import split_sentences
from sitegen.text.words import split_words

_LABEL_WORDS, _TWICE, _MOST_SHARED = 3, 2, 5
_TITLE_TAIL = 6  # words behind a headline in the title of a page
_NAME_WORDS, _MASTHEAD_WORDS = 4, 6  # few names of sites have more
_FIGURE = re.compile(r"\d")
# "Orle 2-1 Grayle": two sides and how they ended.
_SIDE = r"([^\W\d_][\w .'’&-]{1,40})"
_SCORE = re.compile(rf"{_SIDE} \d{{1,3}} ?[-–:] ?\d{{1,3}} {_SIDE}")
_YEAR = re.compile(r"\b(?:19|20)\d\d$")
_LONG_WORDS, _LONGEST = 16, 24  # few headlines have more, and none
_LEAD_LINES, _BELOW = 12, 24  # of a section; below a headline, in which its text begins
# Lines above the text, above which a menu or a list stands as likely as its headline; what each
# further one weighs, and how many of them count.
_FAR, _FARTHER, _MOST_FARTHER = 12, 0.03, 50
_LONG_PAGE = 30  # lines above a text, among which menus are
_NEAR = 5  # lines of text below a headline among which its byline or stamp stands
_LINK_MARKS = frozenset(">＞›»→•·")
_BELOW_HEADLINES = frozenset({"", "reading time"})  # of noise; other stands above, too
_BUTTONS = frozenset({"button", "row of buttons"})
_PARTS = (" | ", " - ", " – ", " — ", " :: ", " • ", " · ")  # before the name of the site


def find_anchor(section: Sequence[Look], counts: Counter[str]) -> int:
    """Return the index of the line that is surely the headline, -1 where none is.

    Sure is what the format calls so, and what the title of a page in its first lines says too:
    ``Ferry Runs Aground | The Ledger`` and, later, ``Ferry Runs Aground``. Where it is said
    several times, the one counts that has most text below it: a list of links may say it, too.
    """
    for index, look in enumerate(section):
        if look.line.shape == "title":
            return index
    first = [look.line.key for look in section[:_LEAD_LINES] if look.line.text]
    heads = {key.split(part)[0] for key in first for part in _PARTS if part in key}
    heads |= {key.rpartition("|")[2] for key in first if "|" in key and " | " not in key}
    heads = heads & counts.keys() or heads | {key for key in first if counts[key] > 1}
    if not heads:
        return -1
    found, most, captions = -1, -1, set[str]()
    for index, look in enumerate(section):
        line = look.line
        is_running = line.text.isupper() and bool(_YEAR.search(line.text))  # the head of a page
        is_head = line.key in heads and line.words > _LABEL_WORDS and not is_running
        if not is_head or look.noise or look.has_credit:
            continue
        if _stands_above_credit(section, index):
            captions.add(line.key)  # what is said again without the credit is a caption, too
        elif line.key not in captions:
            heads = {line.key}
            words = count_prose(section[index + 1 : index + 1 + _BELOW])
            between = section[found + 1 : index] if 0 <= found > index - 2 * _BELOW else ()
            if most <= words and not any(look.fact in HEAD_FACTS for look in between):
                found, most = index, words
    return found


def find_title(section: Sequence[Look], counts: Counter[str], begin: int, anchor: int) -> int:
    """Return the index of the headline, -1 where there is none; ``begin`` is that of the text.

    Of the lines above the text that have its shape the one wins for which most speaks: that it
    is said again and is no date, that it is the first longer than a label, that byline or stamp
    stand below it but no picture's credit, and that it shares its words with the text.
    """
    candidates = [i for i in range(begin) if _is_candidate(section[i], counts)]
    if 0 <= anchor <= begin and anchor not in candidates and _ends_page_title(section, anchor):
        candidates = sorted((*candidates, anchor))
    if 0 <= anchor <= begin and section[anchor].line.shape == "title":
        if not _is_subject(section, anchor):
            return anchor
        candidates = [i for i in candidates if anchor < i and _stands_above_facts(section, i)]
        if not candidates:
            return anchor
    candidates = _leave_out_others(section, candidates)
    if len({section[index].line.key for index in candidates}) < 2:  # noqa: PLR2004 - nothing to choose
        return candidates[0] if candidates else _find_doubled(section, begin)
    lead = section[begin : begin + _LEAD_LINES]
    said = [look for look in lead if counts[look.line.key] == 1]
    longer = [i for i in candidates if section[i].line.words > _LABEL_WORDS]
    first = _find_first(section, longer or candidates, said, is_sure=0 <= anchor)
    top = _find_top(section)
    nearest = _find_nearest(section, longer, begin)
    are_masts = all(_may_be_masthead(section[i].line) for i in longer)
    above = [0, *accumulate(bool(look.line.text) for look in section[:begin])]
    ends = list_ends(section[i].line for i in candidates)
    below = {
        one: section[other].line
        for one, other in pairwise(candidates)
        if not any(look.line.text and look.noise != "age" for look in section[one + 1 : other])
    }

    def weigh(index: int) -> tuple[float, int]:
        line = section[index].line
        words = read_ties(section[index : index + 1])
        shared = len(find_shared(words, said))
        weight = 2.0 * shared / (len(words) + 1) + 0.1 * min(shared, _MOST_SHARED)
        weight -= 1.5 * is_dated(line) + 0.8 * _begins_late(line)
        weight -= weigh_against(line, ends, said, is_shared=shared > 0)
        is_sure = shared > 0 or (index == first and _stands_above_facts(section, index))
        weight += 0.9 * (anchor < 0 and is_sure and is_above_dek(line, below.get(index)))
        weight += 0.4 * (index == top)
        is_again = counts[line.key] > 1 < line.words and not _may_be_masthead(line)
        is_again = is_again and not (counts[line.key] > _TWICE and line.words <= _LABEL_WORDS)
        weight += 1.0 * is_again + 1.3 * (index == anchor)
        weight += 0.8 * (index == first) + 0.5 * (line.words > _LABEL_WORDS)
        weight += 0.3 * (index == nearest) + 0.4 * is_titled(line.text)
        weight -= 0.5 * (" | " in line.text) + 0.4 * (line.words > _LONG_WORDS)
        weight += 0.5 * _stands_above_facts(section, index)
        weight += 0.4 * (_LONG_PAGE <= begin and _stands_above_date(section, index))
        weight -= 1.0 * _stands_above_credit(section, index)
        weight -= 0.6 * (bool(longer) and _is_among_buttons(section, index))
        weight -= 1.0 * (_may_be_masthead(line) and not are_masts)
        weight -= _FARTHER * min(_MOST_FARTHER, max(0, above[begin] - above[index] - _FAR))
        return weight, -index

    return max(candidates, key=weigh)


def _find_doubled(section: Sequence[Look], begin: int) -> int:
    """Return the first line above a text that is said again at once, else -1.

    Without another headline it is that, whatever it looks like: ``Ferries wait in the U.S.``.
    """
    texts = [i for i in range(min(len(section), begin + _NEAR)) if section[i].line.text]
    if len({section[i].line.key for i in texts}) == 1:
        return -1  # nothing but one sentence
    for one, other in pairwise(texts):
        look = section[one]
        is_plain = not (look.noise or look.fact or look.has_credit or look.line.shape)
        is_long = _LABEL_WORDS < look.line.words <= _LONGEST
        if look.line.key == section[other].line.key and is_plain and is_long:
            return one
    return -1


def _leave_out_others(section: Sequence[Look], candidates: list[int]) -> list[int]:
    """Return the candidates that are of no list, nor said, nor above a footer; all, if all are."""
    foot = find_footer(section[: max(candidates, default=0)])
    candidates = [i for i in candidates if foot < i]
    turns = find_turns(section, candidates)
    candidates = [i for i in candidates if i not in turns] or candidates
    for is_other in (is_entry, is_point, is_of_fields):
        candidates = [i for i in candidates if not is_other(section, i)] or candidates
    return candidates


def _ends_page_title(section: Sequence[Look], anchor: int) -> bool:
    """Tell whether a line ends the title of the page: ``Orle|Ferries Run. Nobody Cheers.``."""
    ending = f"|{section[anchor].line.key}"
    return any(look.line.key.endswith(ending) for look in section[:_LEAD_LINES])


def _begins_late(line: Line) -> bool:
    """Tell whether a line begins as no headline does: with a small letter or the mark of a link."""
    return line.text[0].islower() or line.text[0] in _LINK_MARKS


def _is_subject(section: Sequence[Look], anchor: int) -> bool:
    """Tell whether a title is that of a mail, which may hand on an article with its headline."""
    if section[anchor].line.key.startswith(FORWARDED):
        return True
    near = section[max(0, anchor - _NEAR) : anchor + _NEAR]
    return any(look.line.key.startswith(("from:", "to:")) for look in near)


def _find_first(
    section: Sequence[Look], candidates: Sequence[int], said: Sequence[Look], *, is_sure: bool
) -> int:
    """Return the first candidate, or behind buttons and numbers the first that the text is about.

    What stands above those is the name of a site as likely as a headline, and so are a few words
    that begin with capitals above other lines, unless one is surely the headline.
    """
    first = candidates[0]
    for index in candidates:
        if find_shared(read_ties(section[index : index + 1]), said):
            between = section[first + 1 : index]
            is_apart = any(look.noise not in _BELOW_HEADLINES or look.fact for look in between)
            line = section[first].line
            is_name = line.words <= _NAME_WORDS and is_titled(line.text)
            is_below = any(look.line.text and not look.has_credit for look in between)
            is_apart |= is_name and is_below and not is_sure
            return index if is_apart else first
    return first


def _find_top(section: Sequence[Look]) -> int:
    """Return the index of the first line if it may be a headline, and not the name of a site."""
    for index, look in enumerate(section):
        if look.line.text:
            is_bare = not any(part in look.line.text for part in _PARTS)
            return index if is_bare and _NAME_WORDS < look.line.words else -1
    return -1


def _may_be_masthead(line: Line) -> bool:
    """Tell whether a line may be the name of a paper: a few words in capitals, perhaps with a year.

    As the head of each page it comes again.
    """
    is_plain = not _FIGURE.search(_YEAR.sub("", line.text))
    return line.words <= _MASTHEAD_WORDS and line.text.isupper() and is_plain


def _find_nearest(section: Sequence[Look], candidates: Sequence[int], begin: int) -> int:
    """Return the candidate closest above the last byline or stamp of the head, -1 for none."""
    facts = [i for i in range(begin) if section[i].fact in HEAD_FACTS]
    return max((i for i in candidates if facts and i < facts[-1]), default=-1)


def _stands_above_facts(section: Sequence[Look], index: int) -> bool:
    below = [look for look in section[index + 1 : index + 1 + 2 * _NEAR] if look.line.text]
    return any(look.fact in HEAD_FACTS for look in below[:_NEAR])


def _stands_above_date(section: Sequence[Look], index: int) -> bool:
    """Tell whether byline or stamp are the next line, as below few entries of a menu."""
    below = next((look for look in section[index + 1 : index + 1 + _NEAR] if look.line.text), None)
    return below is not None and (below.fact in HEAD_FACTS or is_dated(below.line))


def _is_among_buttons(section: Sequence[Look], index: int) -> bool:
    """Tell whether a few words stand between two buttons, as the entries of a menu do."""
    if section[index].line.words > _NAME_WORDS:
        return False
    around = (find_above(section, index), find_below(section, index))
    return all(one is not None and one.noise in _BUTTONS for one in around)


def _stands_above_credit(section: Sequence[Look], index: int) -> bool:
    below = section[index + 1 : index + 2]
    return any(look.has_credit and bool(read_lone_credit(look.line)) for look in below)


def _is_candidate(look: Look, counts: Counter[str]) -> bool:
    line = look.line
    if not line.text or look.noise or look.fact or look.has_credit or look.is_own:
        return False
    if is_ordinal(look) or is_life(line.key):
        return False
    is_said_again = counts[line.key] > 1 and len(line.text) <= HEADLINE_LIMIT
    return is_headline_shaped(line) or is_said_again or _is_titled_sentence(line)


def _is_titled_sentence(line: Line) -> bool:
    """Tell whether a line is of sentences with capitals: ``They Sold the Pier. Nobody Noticed.``.

    One such sentence alone may be the name of a site, or what a page says of itself.
    """
    is_long = _LABEL_WORDS < line.words <= _LONG_WORDS
    return is_long and is_titled(line.text) and 1 < len(split_sentences(line.text))


def is_headline_again(line: Line, title: Line) -> bool:
    """Tell whether a line says the headline, with or without the name of the site behind it."""
    if not line.key.startswith(title.key):
        return False
    return line.key == title.key or (
        title.words > _LABEL_WORDS
        and line.words <= title.words + _TITLE_TAIL
        and line.key[len(title.key) :].lstrip()[:1] in "-|–—·•:"
    )


def tells_score(line: Line, title: Line) -> bool:
    """Tell whether a line is how the match ended that the headline tells of.

    >>> from sitegen.ingest.lines import make_line
    >>> title = make_line("Orle edge past Grayle in the rain")
    >>> [tells_score(make_line(text), title) for text in ("Orle 2-1 Grayle", "Saltrey 0-0 Ostrand")]
    [True, False]
    """
    match = _SCORE.fullmatch(line.text)
    sides = split_words(f"{match[1]} {match[2]}") if match else ()
    return bool(sides) and not {*sides}.isdisjoint(split_words(title.text))
