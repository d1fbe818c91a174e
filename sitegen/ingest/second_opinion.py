"""Take back, by the model of lines, what the rules surely took, left or ran together wrongly.

Rules say why, and know what somebody looked at; the model weighs all that counts of a line with
the lines around it. So the rules go first, and where the model is sure of the contrary it is asked
last: an article whose text was left out behind another begins at its headline, noise that is text
becomes text, and text that is noise, or a caption, that, where it came with its page.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice, pairwise

from sitegen.ingest.blocks import WITH_CREDIT, Marked
from sitegen.ingest.cohesion import join_ties
from sitegen.ingest.doubts import QUOTES, TEXT, is_noisy, list_below
from sitegen.ingest.line_model import LABELS, Odds
from sitegen.ingest.lines import Line
from sitegen.ingest.page_talk import SAID
from sitegen.ingest.picture_marks import PICTURED
from sitegen.ingest.recipes import heads_list
from sitegen.ingest.rivals import ANNOUNCED, heads_dek
from sitegen.ingest.sides import heads_side

TAKEN, GIVEN, SHOWN = "voice of the page", "weighed as text", "weighed as caption"
_PARAGRAPH, _NOISE, _TITLE, _FACT, _CAPTION = (LABELS.index(label) for label in "PNTFC")
_SURE_TEXT = 3000
_PAGE = 2  # lines of noise from which on a text came with its page
_FEWEST_LINES = 2  # of text, of which none goes
_SURE_CAPTION = 3500
_DOUBTED = frozenset({"body", "quote", "heading"})
_NEAR = 6  # lines from the rest of the text
_TIED = 0.15  # of the words of lines further away that the rest of the text has, too
_FACTS_BELOW = 4  # lines below a headline, one of which tells who wrote or when
_WORDS = 3  # of a line of noise that may be text
_SURE_HEADLINE = 800
_HEADLINE_WORDS = 5  # few sub-headings have as many
_ARTICLE_WORDS = 40  # of paragraphs below a headline
_DENSE = 0.3  # of all words down to the last paragraph; a sentence here and there is a box's
_FEW_WORDS = 20  # of those above it, which some doubt may be about
_ALIKE = 0.15  # of the words of two texts, from which on they may be of one matter
_NO_HEADLINES = frozenset({WITH_CREDIT, "breadcrumbs"})  # rules
_NONE = (0,) * len(LABELS)
# Rules that go by where a line stands; what other rules know by its words is no matter of weight.
_BY_PLACE = frozenset(
    {
        "above the headline",
        "above the text",
        "address to the reader",
        "behind the text",
        "box",
        "fragment",
    }
)
# What must speak for noise: a longer sentence may be of a kind that the model has not met.
_SURE_PHRASE, _SURE_SENTENCE, _SURE_LONG_SENTENCE = 2000, 4000, 6500
_SURE_HEADING = 4000
_PHRASE_WORDS = 9
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_FEW_FIGURES = 1  # of a line that may be the page's: more are a table's or a result's

# Odds of lines by number and text: all lines of a record, or of a glued line, have one number.
Opinions = Mapping[tuple[int, str], Odds]


def shows_page(marked: Iterable[Marked]) -> bool:
    """Tell whether some lines came with a page, by the rules alone."""
    return len(list(islice(filter(is_noisy, marked), _PAGE))) == _PAGE


def find_missed(marked: Sequence[Marked], opinions: Opinions) -> list[int]:
    """Return the places at which a section is to be cut, as an article in it was missed.

    A headline with paragraphs below it, most of which were left out, begins one, and the headline
    behind these ends it. So does a sure headline that is of the matter of the paragraphs below it
    where these are not of that above, and one that was taken for text and has facts below it.
    """
    borders = list(pairwise([*_find_starts(marked, opinions), len(marked)]))
    texts = [_list_sure(marked[start:end], opinions) for start, end in borders]
    cuts: set[int] = set()
    for number, (start, end) in enumerate(borders):
        words = _count_words(texts[number])
        if words < max(_ARTICLE_WORDS, _DENSE * _count_words(_reach(marked[start:end], opinions))):
            continue
        if words <= 2 * _count_words(mark for mark in texts[number] if _is_left(mark)):
            cuts |= {start, end}
        elif _is_signed(marked[start:end], opinions) or (
            number and _is_other(marked[start], texts[number - 1], texts[number], opinions)
        ):
            cuts.add(start)
    has_text = [mark.kind in TEXT or _is_sure(mark, opinions) for mark in marked]
    return [place for place in sorted(cuts) if any(has_text[:place]) and any(has_text[place:])]


def _is_other(
    headline: Marked, above: Sequence[Marked], below: Sequence[Marked], opinions: Opinions
) -> bool:
    """Tell whether a sure headline parts two texts of which it is the second's.

    A sub-heading has few words, and one of them in the text below it by chance.
    """
    if _weigh(headline, opinions)[_TITLE] < _SURE_HEADLINE or _count_words(above) < _FEW_WORDS:
        return False
    said, before, after = (
        join_ties(mark.line.text for mark in marks) for marks in ([headline], above, below)
    )
    is_alike = _ALIKE * min(len(before), len(after)) <= len(before & after)
    is_short = headline.line.words < _HEADLINE_WORDS and len(said & after) <= 1
    return not (is_alike or is_short) and len(said & before) < len(said & after)


def _is_signed(marked: Sequence[Marked], opinions: Opinions) -> bool:
    """Tell whether a headline that was taken for text has facts, such as a byline, below it."""
    if marked[0].kind not in TEXT:
        return False
    below = (mark for mark in marked[1:] if mark.kind != "blank")
    for mark in islice(below, _FACTS_BELOW):
        odds = _weigh(mark, opinions)
        if 0 < odds[_FACT] or 0 < odds[_PARAGRAPH]:
            return 0 < odds[_FACT]
    return False


def _reach(marked: Sequence[Marked], opinions: Opinions) -> Sequence[Marked]:
    """Return the lines of a section down to the last one that surely is text."""
    last = max((place for place, mark in enumerate(marked) if _is_sure(mark, opinions)), default=-1)
    return marked[: last + 1]


def _list_sure(marked: Iterable[Marked], opinions: Opinions) -> list[Marked]:
    return [mark for mark in marked if _is_sure(mark, opinions)]


def _count_words(marked: Iterable[Marked]) -> int:
    return sum(mark.line.words for mark in marked)


def _find_starts(marked: Sequence[Marked], opinions: Opinions) -> Iterator[int]:
    """Yield the places of headlines, of several without a paragraph between them the first."""
    is_open = True
    for place, mark in enumerate(marked):
        if is_open and _may_head(mark) and 0 < _weigh(mark, opinions)[_TITLE]:
            is_open = False
            yield place
        elif 0 < _weigh(mark, opinions)[_PARAGRAPH]:
            is_open = True


def _may_head(mark: Marked) -> bool:
    """Tell whether the rules leave open that a line is a headline: no credit stands in one."""
    is_named = mark.rule in _NO_HEADLINES or mark.line.key.startswith(ANNOUNCED)
    return not is_named and mark.line.shape not in PICTURED


def find_headline(marked: Sequence[Marked], opinions: Opinions) -> int:
    """Return the place of the line that surely is the headline and was not taken for it, or -1.

    It stands above most of the text, and what was taken for it surely is none. Right below a line
    that the text is about as much, it is the dek of that.
    """
    taken = [_weigh(mark, opinions)[_TITLE] for mark in marked if mark.kind == "title"]
    if any(-_SURE_HEADLINE < odds for odds in taken):
        return -1
    texts = _list_sure(marked, opinions)
    words = _count_words(texts)
    above = 0
    before: Marked | None = None
    for place, mark in enumerate(marked):
        is_sure = _SURE_HEADLINE < _weigh(mark, opinions)[_TITLE]
        if is_sure and mark.kind != "title" and _may_head(mark):
            if before and before.kind == "title":
                is_dek = heads_dek(before.line, mark.line, (one.line for one in texts))
                return -1 if is_dek else place
            return place
        before = before if mark.kind == "blank" or mark.rule == "age" else mark
        above += mark.line.words * _is_sure(mark, opinions)
        if words < 2 * above:
            break
    return -1


def take_second_opinion(marked: Sequence[Marked], opinions: Opinions) -> list[Marked]:
    """Return the lines, corrected; ``opinions`` has the odds of lines."""
    settled = _give(marked, opinions)
    noise = sum(_is_of_page(mark, opinions) for mark in settled)
    texts = sum(mark.kind in TEXT for mark in settled)
    if noise < _PAGE or texts <= _FEWEST_LINES:
        return settled
    return [
        mark if mark.kind == "heading" and _is_text(below, opinions) else _take(mark, opinions)
        for mark, below in zip(settled, list_below(settled), strict=True)
    ]


def _is_text(mark: Marked | None, opinions: Opinions) -> bool:
    """Tell whether a line is text by the rules and by its weight, so that it may have a heading."""
    return mark is not None and mark.kind in TEXT and 0 < _weigh(mark, opinions)[_PARAGRAPH]


def name_captions(marked: Sequence[Marked], opinions: Opinions) -> list[Marked]:
    """Return the lines, those of text that surely are captions as such."""
    return [
        Marked(mark.line, "caption", SHOWN, "in words, and at a place, of captions")
        if mark.kind in _DOUBTED and _SURE_CAPTION <= _weigh(mark, opinions)[_CAPTION]
        else mark
        for mark in marked
    ]


def _give(marked: Sequence[Marked], opinions: Opinions) -> list[Marked]:
    """Return the lines, those of noise that are text as text: near the rest of it, or of its words.

    What stands beyond another headline is of that.
    """
    settled = list(marked)
    places = [place for place, mark in enumerate(marked) if mark.kind != "blank"]
    lines = [marked[place] for place in places]
    texts = [one for one, mark in enumerate(lines) if mark.kind in TEXT]
    if not texts:
        return settled
    near = {one for text in texts for one in range(text - _NEAR, text + _NEAR + 1)}
    for block in _list_blocks(lines, opinions, _find_reach(lines, texts, opinions)):
        if not near.isdisjoint(block) or _are_tied(lines, block, texts):
            for one in block:
                mark = lines[one]
                reason = f"'{mark.rule}' by itself, and text where it stands"
                settled[places[one]] = Marked(mark.line, "body", GIVEN, reason)
    return settled


def _are_tied(lines: Sequence[Marked], block: Iterable[int], texts: Iterable[int]) -> bool:
    """Tell whether lines share their words with those of the text."""
    words, ties = (join_ties(lines[one].line.text for one in some) for some in (block, texts))
    return _TIED * len(words) <= len(words & ties)


def _is_of_page(mark: Marked, opinions: Opinions) -> bool:
    """Tell whether a line is noise by the rules and by its weight."""
    return is_noisy(mark) and 0 < _weigh(mark, opinions)[_NOISE]


def _find_reach(
    lines: Sequence[Marked], texts: Sequence[int], opinions: Opinions
) -> tuple[int, int]:
    """Return between which lines nothing stands below the headline of another text."""
    others = [
        place
        for place, mark in enumerate(lines)
        if mark.kind != "title" and 0 < _weigh(mark, opinions)[_TITLE]
    ]
    first = max((place + 1 for place in others if place < texts[0]), default=0)
    last = min((place for place in others if texts[-1] < place), default=len(lines))
    return first, last


def _list_blocks(
    lines: Sequence[Marked], opinions: Opinions, reach: tuple[int, int]
) -> Iterator[list[int]]:
    """Yield the places of lines that were left out and are surely text, those in a row together."""
    left = (one for one in range(*reach) if _is_left(lines[one]) and _is_sure(lines[one], opinions))
    for _, block in groupby(enumerate(left), lambda pair: pair[1] - pair[0]):
        yield [place for _, place in block]


def _weigh(mark: Marked, opinions: Opinions) -> Odds:
    return opinions.get((mark.line.number, mark.line.text), _NONE)


def _is_left(mark: Marked) -> bool:
    is_open = mark.kind == "noise" and mark.rule in _BY_PLACE
    return is_open and _WORDS <= mark.line.words


def _is_sure(mark: Marked, opinions: Opinions) -> bool:
    return _SURE_TEXT <= _weigh(mark, opinions)[_PARAGRAPH]


def _take(mark: Marked, opinions: Opinions) -> Marked:
    """Return a line of text, as noise where it surely is some."""
    if mark.kind not in _DOUBTED or mark.rule == GIVEN:
        return mark
    if heads_list(mark.line) or heads_side(mark.line):
        return mark
    if _weigh(mark, opinions)[_NOISE] < _find_least(mark) or _is_told(mark.line):
        return mark
    return Marked(mark.line, "noise", TAKEN, "in words, and at a place, that are those of pages")


def _find_least(mark: Marked) -> int:
    """Return how much must speak for noise that a line of text be some."""
    if not mark.line.is_sentence:
        return _SURE_HEADING if mark.kind == "heading" else _SURE_PHRASE
    return _SURE_SENTENCE if mark.line.words <= _PHRASE_WORDS else _SURE_LONG_SENTENCE


def _is_told(line: Line) -> bool:
    """Tell whether a line is quoted, said, or full of figures, which buttons are not."""
    if not QUOTES.isdisjoint(line.text) or SAID.search(line.key):
        return True
    return _FEW_FIGURES < len(_FIGURE.findall(line.text))
