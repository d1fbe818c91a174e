"""Find the lines that somebody put between articles, whatever they are made of.

No list of such lines is ever whole, so what counts is how they are used: behind a body and above a
headline with a body of its own, each time; or once, if no sentence could look like that.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import dropwhile, pairwise
from typing import Literal

from sitegen.ingest.belonging import is_of_text_above
from sitegen.ingest.lines import Line, is_headline_shaped, is_titled
from sitegen.ingest.looks import Look, take_as_noise
from sitegen.text.sentences import split_sentences

Side = Literal["above", "behind"]

SEPARATOR = "separator"  # the rule's name in every account
LABEL_WORDS = 3
HEADLINE_WORDS = 5  # from which a line with a blank one above it is no sub-heading
LONGEST_HEADLINE = 24  # words
TWO_SENTENCES = 16  # words; a headline of no more may ask a question behind its sentence
# What posts, signatures and addresses have and headlines have not.
_NO_HEADLINE = re.compile(r"^[-–—@#(/]|https?://|\bpic\.twitter|@\w|\.com\b")
_MOST_WORDS = 8
_BODY_WORDS = 8
_FEWEST_WORDS = 35  # of text behind a headline, which a teaser has not
_REACH, _NEAR = 12, 3  # lines of text
_NOISE = frozenset(
    {"", "lone mark", "end mark", "field", "metadata", "legal"}
)  # that may be separators
_TIED, _LONG_WORDS, _LONG_TIED = 0.2, 8, 0.35  # of the words of a section stand above it too
# Facts that may part articles.
_FORMS = frozenset({"date stamp", "agency credit", "remark in brackets"})
_SMALL = 3  # characters of a mark
_QUOTES = "\"'“”‘’«»„"
_FRAMED = re.compile(rf"^([^\w\s{_QUOTES}][^\w\s]*)\s?\w(?:.*\w)?\s?([^\w\s]*[^\w\s{_QUOTES}])$")
_HEAVY = re.compile(r"[<>]|[^\w\s()\[\]{}.,:;!?]{2}")  # marks that no writer sets around words
_LABEL = re.compile(r"^([^\W\d][^\W\d -]*(?:[ -][^\W\d]+)?):(?:\s|$)")
_DASHES = frozenset("-–—")
_DRESS = re.compile(r"^([*=_#~-]{2,6})(?=\s?\w.*\1$)|^(#{1,6}(?= ))")
_RULER_NAME = r" ?[^\W_][\w .,&'()-]{0,40}"
_NAMED_RULER = re.compile(
    rf"[-=*_~#+]{{4,}}{_RULER_NAME}$|([-=*_~#+])\1{{2,}}{_RULER_NAME} ?\1{{3,}}$"
)
_DIGITS = re.compile(r"\d+")


def may_open(look: Look, *, is_parted: bool, is_dressed: bool) -> bool:
    """Tell whether nothing speaks against a line being the headline of a further article.

    One that ``is_dressed`` as the first of the file may have what sub-headings have.
    """
    line = look.line
    if LONGEST_HEADLINE < line.words or look.fact or look.end or look.has_credit:
        return False
    if look.heading and not is_dressed:
        is_shouted = line.text.isupper() and LABEL_WORDS <= line.words
        if not (is_parted and is_shouted):
            return False
    if line.shape and not (is_parted and _is_headline_with_mark(line)):
        return False
    if not is_headline_shaped(line) or (not is_dressed and _is_no_headline(line.text)):
        return False
    if line.words <= LABEL_WORDS and not is_titled(line.text):
        return False
    return line.words <= TWO_SENTENCES or len(split_sentences(line.text)) == 1


def _is_no_headline(text: str) -> bool:
    may_be_none = not text[0].isalnum() or "@" in text or "http" in text or "." in text
    return may_be_none and bool(_NO_HEADLINE.search(text))


def _is_headline_with_mark(line: Line) -> bool:
    """Tell whether a line of some shape may be a headline: ``# West pier``, ``2. WEST PIER``."""
    return line.shape == "heading" or (line.shape == "item" and line.text.isupper())


def find_dress(looks: Sequence[Look]) -> str:
    """Return how the first line of text of a file is dressed, if it is a headline."""
    first = next((look for look in looks if look.line.text), None)
    return read_dress(first) if first and not first.is_prose and not first.noise else ""


def read_dress(look: Look) -> str:
    """Return what a headline has around it: marks, or that it is in capitals; or nothing."""
    line = look.line
    if line.words + is_titled(line.text) < HEADLINE_WORDS or look.is_own or line.shape:
        return ""
    if marks := _DRESS.match(line.text):
        return marks[0]
    return "capitals" if line.text.isupper() else ""


def find_separators(looks: Sequence[Look]) -> dict[int, Side]:
    """Return the indexes of the lines between articles, and to which article they belong.

    They end the one above them, unless one stands at the head of the file already.
    """
    dress = find_dress(looks)
    texts = [look for look in looks if look.line.text]
    indexes = [index for index, look in enumerate(looks) if look.line.text]
    groups: dict[str, list[int]] = defaultdict(list)
    for place, look in enumerate(texts):
        is_headline = dress != "" and read_dress(look) == dress
        if not is_headline and (key := _read_form(look)):
            groups[key].append(place)
    found: dict[int, Side] = {}
    for places in groups.values():
        if len(places) > 1:
            is_sure = _part_each_time(texts, places, dress)
        else:
            is_sure = _parts_once(looks, indexes[places[0]], texts, places[0], dress)
        if is_sure and _tell_apart(texts, places):
            is_behind = _is_behind_body(texts, places[0])
            found |= {indexes[place]: "behind" if is_behind else "above" for place in places}
    return found


def find_named_rulers(looks: Sequence[Look]) -> dict[int, Side]:
    """Return the indexes of rulers that say what follows: ``==== the Ledger``, ``--- forum ---``.

    What follows is no sentence: a heading between marks stands above its text.
    """
    texts = [index for index, look in enumerate(looks) if look.line.text]
    first = next((index for index in texts if is_paragraph(looks[index])), len(looks))
    return {
        index: "behind"
        for index, below in pairwise(texts)
        if first < index
        and _NAMED_RULER.match(looks[index].line.text)
        and not (looks[index].is_own or looks[index].fact)
        and not (looks[below].is_prose or looks[below].line.shape)
    }


def mark_separators(looks: Sequence[Look], found: Mapping[int, Side]) -> Sequence[Look]:
    """Return the looks, those of separators as noise unless they tell a fact."""
    taken = {index for index in found if not looks[index].fact}
    return take_as_noise(looks, taken, SEPARATOR, "stands between two articles")


def mask_figures(key: str) -> str:
    """Return a line with each number as a zero: numbered lines of one kind are the same then."""
    return _DIGITS.sub("0", key)


def _read_form(look: Look) -> str:
    """Return what separators of one kind have in common, or nothing for any other line."""
    line = look.line
    is_long = _MOST_WORDS < line.words and look.noise != "lone mark"
    if is_long or look.has_credit or look.is_own:
        return ""
    if line.shape not in {"", "field"} or line.verdict or look.end:
        return ""
    is_framed = bool(_FRAMED.match(line.text))
    if look.noise not in _NOISE and not (is_framed and look.noise == "button"):
        return ""
    if look.fact:
        return look.fact if look.fact in _FORMS else ""
    if not any(character.isalnum() for character in line.key):
        return line.key[:1]
    if is_framed:
        return mask_figures(line.key)
    if label := _LABEL.match(line.key):
        return label[0]
    # Steps and parts of one article are numbered, too, so that no figure is left out here; and
    # who writes for a live report signs behind a dash.
    return "" if look.is_prose or line.key[0] in _DASHES else line.key


def _part_each_time(texts: Sequence[Look], places: Sequence[int], dress: str) -> bool:
    """Tell whether lines of one kind stand nowhere but above, between and behind articles."""
    between = 0
    for place in places:
        is_behind = _is_behind_body(texts, place)
        is_above = _is_above_article(texts, place, dress)
        between += is_behind and is_above
        is_first = place == 0
        is_last = place + 1 == len(texts)
        if not (is_behind or (is_first and is_above)) or not (is_above or is_last):
            return False
    return between > 0


def _parts_once(
    looks: Sequence[Look], index: int, texts: Sequence[Look], place: int, dress: str
) -> bool:
    """Tell whether a single line parts: of marks alone, or between them, amid blank lines."""
    line = looks[index].line
    around = (*looks[max(0, index - 1) : index], *looks[index + 1 : index + 2])
    if any(look.line.text for look in around) or looks[index].fact:
        return False
    framed = _FRAMED.match(line.text)
    has_words = any(character.isalnum() for character in line.key)
    if has_words and not (framed and _HEAVY.search(framed[1]) and _HEAVY.search(framed[2])):
        return False
    return _is_behind_body(texts, place) and _is_above_article(texts, place, dress)


def _tell_apart(texts: Sequence[Look], places: Sequence[int]) -> bool:
    """Tell whether most of what lines of one kind part has nothing to do with one another.

    That is asked of small marks alone, with which sections of one article are parted too.
    """
    mark = texts[places[0]].line.key.replace(" ", "")
    if _SMALL < len(mark) or any(character.isalnum() for character in mark):
        return True
    inner = [place for place in places if 0 < place < len(texts) - 1]
    return 2 * sum(_is_of_text_above(texts, place) for place in inner) < len(inner)


def _is_of_text_above(texts: Sequence[Look], place: int) -> bool:
    headline, *below = (look.line for look in texts[place + 1 : place + 2 + _NEAR])
    return is_of_text_above(
        headline.text,
        (line.text for line in below),
        (look.line.text for look in texts[max(0, place - _REACH) : place]),
        _TIED if headline.words < _LONG_WORDS else _LONG_TIED,
    )


def _is_behind_body(texts: Sequence[Look], place: int) -> bool:
    return any(map(is_paragraph, texts[max(0, place - _NEAR) : place]))


def is_paragraph(look: Look) -> bool:
    """Tell whether a line is such a sentence as articles have, be it a caption or not."""
    return look.is_prose and _BODY_WORDS <= look.line.words


def _is_filed(look: Look) -> bool:
    """Tell whether a line files a report above its headline: a slug, ``URGENT``."""
    return look.noise == "slug" or (look.noise == "button" and look.line.words == 1)


def _is_above_article(texts: Sequence[Look], place: int, dress: str) -> bool:
    """Tell whether a headline follows that is no sentence, and enough of a text below it."""
    below = list(dropwhile(_is_filed, texts[place + 1 : place + 2 + _REACH]))
    if not below or below[0].noise:
        return False
    is_dressed = dress != "" and read_dress(below[0]) == dress
    if not may_open(below[0], is_parted=True, is_dressed=is_dressed):
        return False
    line = below[0].line
    if line.is_sentence or line.words + is_titled(line.text) < HEADLINE_WORDS:
        return False
    return _FEWEST_WORDS <= sum(look.line.words for look in below[1:] if look.is_prose)
