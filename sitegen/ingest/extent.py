"""Find where the running text of a page begins and ends.

The text is the run of lines with the largest sum of scores: sentences count for it, menus and
link lists against it. That is maximum subsequence segmentation (Pasternack and Roth, "Extracting
Article Text from the Web with Maximum Subsequence Segmentation", WWW 2009), with rules about the
shape of lines in place of a trained model; it takes one pass.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sitegen.ingest.charts import CHART
from sitegen.ingest.document import MENU, OUTSIDE
from sitegen.ingest.embedded import POST
from sitegen.ingest.lines import Line, is_titled, is_unstopped
from sitegen.ingest.listings import find_amounts, find_listings
from sitegen.ingest.looks import HEAD_FACTS, Look
from sitegen.ingest.pages import is_place
from sitegen.ingest.players import FILM
from sitegen.ingest.sides import find_sides
from sitegen.ingest.specs import find_specs

_LONGEST = 120  # words; a longer paragraph proves no more than this
_LABEL_WORDS, _POINTER_WORDS, _HEADLINE_WORDS = 4, 6, 16  # "Most read in The Ledger"
_PENALTIES = {"links": -24.0, "comments": -90.0}
_LABEL, _HEADLINE, _NOISE, _COMMENT, _PHRASE, _MARK = 4.0, 15.0, 10.0, 24.0, 6.0, 2.0
_UNENDED, _PHRASE_WORDS = 0.3, 3
# A clock or a date in figures beside other words: an entry of a ticker, the head of a comment.
_STAMPED = re.compile(r"\b\d{1,2}[:.]\d\d\b(?!\.?\d)|\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b")
_CLOCK = re.compile(
    r"^\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?(?:,? \d{1,2} [a-z]{3,9})?$", re.IGNORECASE
)
_FEWEST_SLIDES = 3
_FEWEST_CLOCKS = 3  # of a report that was written as it happened
_UPDATED = re.compile(r"(?:updated|posted|published)(?: at)? \d{1,2}[:.]\d\d", re.IGNORECASE)
_STAMPS = frozenset({"date stamp", "day in figures"})
_COMMENT_NOISE = frozenset({"age", "counter"})
_AMID = frozenset({CHART, FILM, POST})  # what a page sets amid a text as often as behind it
_NEAR = 14  # lines of text below the headline in which a text should begin
_BONUS = 50.0
_HEAD = 3  # lines below a headline, among which byline or stamp stand
_DUMP_LINES = 20  # short or noisy lines, from which a file may be a dump of a whole page
_FURNITURE = frozenset({"", "item", "link"})  # shapes
_OF_PAGE = frozenset({"", MENU})  # verdicts, of which all others take what formats have, too
_PIECE_NOISE, _PIECE_LINES = 5, 12  # of a section of a dump
_DUMP_NOISE = 2  # of them, which are noise for sure
_TWICE, _FEWEST_PROSE = 2, 10  # words; a shorter sentence does not begin the text of a page


class Extent(NamedTuple):
    """The indexes of the first line of text and of the line after the last."""

    begin: int
    end: int


def is_dump(looks: Sequence[Look]) -> bool:
    """Tell whether lines look like a whole page: more furniture than text.

    Each piece of furniture counts once: headlines and captions that are said twice make no page.
    The lines of a list amid a text are none, and a page has buttons and the like for sure.
    """
    return _has_furniture(looks, _DUMP_NOISE, _DUMP_LINES)


def is_piece(looks: Sequence[Look]) -> bool:
    """Tell whether lines cut out of the dump of a page have its furniture, if not so much of it."""
    return _has_furniture(looks, _PIECE_NOISE, _PIECE_LINES)


def _has_furniture(looks: Sequence[Look], least_noise: int, least: int) -> bool:
    noise = {look.line.key for look in looks if look.noise and look.line.verdict in _OF_PAGE}
    if len(noise) < least_noise:
        return False
    furniture = {index: look.line.key for index, look in enumerate(looks) if _is_furniture(look)}
    if len(set(furniture.values())) < least:
        return False
    listed = find_listings(looks)
    prose = sum(look.is_prose for index, look in enumerate(looks) if index not in listed)
    rest = {key for index, key in furniture.items() if index not in listed}
    return max(least, prose) <= len(rest)


def _is_furniture(look: Look) -> bool:
    line = look.line
    if not line.text or line.verdict not in _OF_PAGE or line.shape not in _FURNITURE:
        return False
    most = _LABEL_WORDS if line.shape == "item" else _HEADLINE_WORDS
    is_short = not line.is_sentence and line.words <= most
    return look.noise != "slug" and (bool(look.noise) or (is_short and not look.heading))


def find_extent(looks: Sequence[Look], anchor: int, *, is_page: bool) -> Extent:
    """Return the run of lines that is most likely the text; empty where there is none.

    ``anchor`` is the index of the line that is surely the headline, -1 where none is sure.
    """
    best = total = 0.0
    begin = best_begin = best_end = 0
    bonus = _place_bonus(looks, anchor)
    in_comments = is_behind = False  # behind what may head them, where each has a stamp
    in_box = has_twin = False
    listed = find_listings(looks) | find_amounts(looks) | _find_entry_marks(looks)
    lines = [look.line for look in looks]
    listed |= _find_slide_marks(looks) | find_specs(lines) | find_sides(lines)
    for index, look in enumerate(looks):
        if not look.line.text:
            continue
        in_box = not look.is_prose and (in_box or is_taken_back(look))
        # A caption behind the first paragraphs; pages of teasers say many lines twice.
        is_again = 0.0 < best and not has_twin and _is_twice(looks, index)
        has_twin = has_twin or is_again
        score = (
            0.0
            if (in_box and not is_page) or index in listed or is_again
            else _score(look, in_comments=in_comments, is_page=is_page)
        )
        score = max(score, -_LABEL) if in_box and score == -_HEADLINE else score
        score += _BONUS if index == bonus else 0.0
        score -= _COMMENT if is_behind and look.fact in _STAMPS else 0.0
        is_behind = is_behind or (is_page and look.end == "comments" and 0.0 < best)
        in_comments = in_comments or (look.end == "comments" and _FEWEST_PROSE * 4 < best)
        if total <= 0.0:
            total, begin = 0.0, index
            score = 0.0 if 0.0 < score and _may_be_headline(looks, index) else score
        total += score
        if best < total:
            best, best_begin, best_end = total, begin, index + 1
    return Extent(best_begin, best_end)


def _find_entry_marks(looks: Sequence[Look]) -> set[int]:
    """Return the indexes of what stands below each entry of a live report: ``Share``, an update."""
    timed = [look.line.text for look in looks if look.line.text[:1].isdigit()]
    if sum(bool(_CLOCK.match(text)) for text in timed) < _FEWEST_CLOCKS:
        return set()
    return {
        index
        for index, look in enumerate(looks)
        if look.noise == "button" or _UPDATED.match(look.line.text)
    }


def _find_slide_marks(looks: Sequence[Look]) -> set[int]:
    """Return the indexes of what stands between the paragraphs of slides: ``2 of 5``, a button.

    Who took the picture, what it shows and the heading of a slide belong to it as well.
    """
    places = [index for index, look in enumerate(looks) if is_place(look.line)]
    if len(places) < _FEWEST_SLIDES:
        return set()
    last = next((i for i in range(places[-1], len(looks)) if looks[i].is_prose), places[-1])
    inside = range(places[0], last + 1)
    return {i for i in inside if not looks[i].is_prose and looks[i].noise != "list heading"}


def _is_twice(looks: Sequence[Look], index: int) -> bool:
    """Tell whether a line says for the second time, and not more often, what a caption says."""
    key = looks[index].line.key
    around = looks[max(0, index - 2) : index + 2]
    is_below = index > 0 and looks[index - 1].line.key == key
    return is_below and sum(look.line.key == key for look in around) == _TWICE


def _may_be_headline(looks: Sequence[Look], index: int) -> bool:
    """Tell whether a line that ends no sentence stands closely above byline or stamp."""
    if looks[index].is_prose or looks[index].line.shape:
        return False
    below = [look for look in looks[index + 1 : index + 1 + 2 * _HEAD] if look.line.text]
    return any(look.fact in HEAD_FACTS for look in below[:_HEAD])


def _place_bonus(looks: Sequence[Look], anchor: int) -> int:
    """Return the index of the first paragraph soon behind the headline, -1 where there is none."""
    seen = 0
    for index in range(anchor + 1, len(looks)) if 0 <= anchor else ():
        look = looks[index]
        seen += bool(look.line.text)
        if _NEAR < seen:
            break
        if look.is_prose and _FEWEST_PROSE <= look.line.words:
            return index
    return -1


def is_taken_back(look: Look) -> bool:
    """Tell whether a line heads links behind which the text is known to go on."""
    is_pointer = look.noise == "teaser" and look.line.words <= _POINTER_WORDS
    return (look.noise == "list heading" or is_pointer) and not look.end


def _score(look: Look, *, in_comments: bool, is_page: bool) -> float:
    line = look.line
    if not line.text or look.fact or look.is_own or line.shape in {"title", "heading"}:
        return 0.0
    if look.has_credit and not look.is_prose:
        return 0.0
    if look.end:
        return _PENALTIES[look.end]
    if line.verdict:  # other verdicts take marks of the format, which stand in texts too
        return -_HEADLINE if line.verdict == OUTSIDE else 0.0
    if look.is_prose:
        words = float(min(line.words, _LONGEST))
        return words / 2 if in_comments else words
    if _CLOCK.match(line.text) and not in_comments:
        return -1.0  # the time of an entry in a report that was written as it happened
    if look.noise in _AMID:
        return 0.0
    if look.noise == "lone mark":  # between links, and in a listing of code
        return -_MARK
    if look.noise:
        return -_COMMENT if look.noise in _COMMENT_NOISE and in_comments else -_NOISE
    return _score_unproven(line, is_page=is_page)


def _score_unproven(line: Line, *, is_page: bool) -> float:
    """Score a line that is no paragraph for sure, and nothing else."""
    if line.is_sentence and line.words <= _PHRASE_WORDS:
        return -_PHRASE
    if line.shape == "link":
        return -_HEADLINE
    is_lead = is_page and line.text.endswith(":") and _FEWEST_PROSE <= line.words
    if is_lead and not is_titled(line.text):
        return line.words / 2  # leads to a list
    if not is_page and _FEWEST_PROSE <= line.words and is_unstopped(line.text):
        return min(line.words, _LONGEST) * _UNENDED  # it may be a sentence
    # The entries of a menu begin with capitals, those of a list in a text often do not.
    is_entry = is_page and line.shape == "item" and not line.text[0].islower()
    if line.shape and not is_entry:
        return min(line.words, _LONGEST) / 2
    if is_page and _STAMPED.search(line.text):
        return -_COMMENT
    return _score_fragment(line.words)


def _score_fragment(words: int) -> float:
    """Score a line that ends no sentence: a label, a headline, or a paragraph cut off."""
    if words <= _LABEL_WORDS:
        return -_LABEL
    if words <= _HEADLINE_WORDS:
        return -_HEADLINE
    return min(words, _LONGEST) * _UNENDED
