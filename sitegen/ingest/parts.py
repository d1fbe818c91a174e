"""Look at the marked lines of an article again: what only the whole of it can tell.

A repetition is noise, a sentence under the headline may be the dek, a quotation that the text has
anyway is a pull quote, and a heading wants text below it.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from sitegen.ingest.blocks import BELOW_CREDIT, FRAGMENT, LONE_CREDIT, Marked
from sitegen.ingest.caption_labels import is_captioned
from sitegen.ingest.lines import is_headline_shaped, is_titled
from sitegen.ingest.photographers import read_lone_credit
from sitegen.ingest.questions import find_questions
from sitegen.ingest.repetitions import name_repetitions
from sitegen.ingest.writers import REPORTED, WRITER
from sitegen.text.dateline import split_dateline
from sitegen.text.sentences import split_sentences

_DEK_WORDS = 5
_DEK_LIMIT = 60
_DEK_SENTENCES = 2
_CAPTION_WORDS, _LONGEST_CAPTION = 40, 600  # characters, of which words may have any number
_YEAR = re.compile(r"\b20\d\d\b")
_PICTURE_WORDS = 10  # few leads have no more
# Words of somebody and who spoke them, or a report that ends with its source.
_SAID = re.compile(
    r"[\"“”„«»].*\b(?:said|says|told|asked|added|warned|wrote|announced)\b"
    r"|\b(?:said|says|told|asked|added|warned|wrote|announced)\b.*[\"“”„«»]"
    r"|, [^,]{2,60} (?:said|says|added|warned|announced)(?: on \w+)?\.$"
)
_PULLED_LEAST, _PULLED_MOST = 5, 30  # words
_WINDOW = 12  # paragraphs before and after, among which a pull quote's origin is sought
_PROBE = 12  # characters, few enough for a search to leap
_TEXT = frozenset({"body", "item", "quote", "row"})
_AGENCY_WORDS, _PLACE_WORDS = 4, 3
_NAMED = frozenset({"text", "label", "text above the text", "short line before a paragraph"})
_HEADING_WORDS = 8  # of one that its format marks; whole sentences are set so, too
_PULLED = frozenset({"body", "quote", "heading", "caption"})
_SAYING = _TEXT | _PULLED
_SENTENCE_END = re.compile(r"(?<=[.!?]) ")
_NUMBERED, _NUMBERED_WORDS = re.compile(r"^(\d{1,2})[.)] "), 16
_QUOTES = " \"'“”‘’«»„-–—"
_TRIMMED = ".,!?" + _QUOTES


def refine_parts(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, some with another kind than they had by themselves."""
    # Half of the lines are blank and stay so: none of the rules need ask them.
    printed = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    refined = name_repetitions(marked, printed)
    refined = _name_pull_quotes(refined, printed)
    refined = _find_dek(refined, printed)
    refined = _name_place(_find_captions(refined, printed), printed)
    refined = find_questions(refined, printed)
    refined = _find_numbered_headings(refined, printed)
    return _drop_empty_headings(refined, printed)


def _name_pull_quotes(marked: Sequence[Marked], printed: Sequence[int]) -> list[Marked]:
    """Name as noise what stands apart and only repeats words of a paragraph near it."""
    texts = [(index, marked[index]) for index in printed if marked[index].kind in _SAYING]
    pulled: dict[int, int] = {}
    whole = "\n".join(mark.line.key for _, mark in texts)
    starts = list(accumulate((len(mark.line.key) + 1 for _, mark in texts), initial=0))
    for place, (index, mark) in enumerate(texts):
        if mark.kind == "heading" and _opens_next(mark, texts[place + 1 : place + 2]):
            pulled[index] = texts[place + 1][1].line.number
        if not _may_be_pulled(mark):
            continue
        first, *others = _read_parts(mark.line.key)
        # Most begin as no other line does: to see that in all of them at once is cheapest.
        near = starts[max(0, place - _WINDOW)], starts[min(len(texts), place + _WINDOW)]
        if whole.count(first[:_PROBE], *near) == 1:
            continue
        for other, origin in texts[max(0, place - _WINDOW) : place + _WINDOW]:
            if first not in origin.line.key or origin.kind not in _TEXT or other == index:
                continue  # as nearly every time: what costs least is asked first
            is_longer = mark.line.words < origin.line.words
            if is_longer and all(part in origin.line.key for part in others):
                pulled[index] = origin.line.number
                break
    refined = list(marked)
    for index, number in pulled.items():
        reason = f"repeats words of line {number}"
        refined[index] = Marked(marked[index].line, "noise", "pull quote", reason)
    return refined


def _opens_next(mark: Marked, below: Sequence[tuple[int, Marked]]) -> bool:
    """Tell whether the line below opens with the words of this one as a sentence of their own."""
    return any(one.line.key.startswith(mark.line.key.rstrip(".") + ". ") for _, one in below)


def _read_parts(key: str) -> list[str]:
    """Return the sentences of a pull quote: in the text, ``he said`` may stand between them."""
    whole = key.strip(_QUOTES)
    if not (". " in whole or "? " in whole or "! " in whole):
        return [whole.rstrip(_TRIMMED)]
    parts = _SENTENCE_END.split(whole)
    if len(parts) == 1 or any(" " not in part for part in parts):
        return [whole.rstrip(_TRIMMED)]
    return [part.rstrip(_TRIMMED) for part in parts]


def _may_be_pulled(mark: Marked) -> bool:
    """Tell whether a line could be a pull quote; a heading with marks of its own is a heading."""
    is_long = _PULLED_LEAST <= mark.line.words <= _PULLED_MOST
    is_marked = mark.rule == "marked as a heading" and mark.line.words <= _HEADING_WORDS
    is_heading = is_marked or mark.rule == "capitals or dashes"
    return is_long and mark.kind in _PULLED and not is_heading


def _find_dek(marked: Sequence[Marked], printed: Sequence[int]) -> list[Marked]:
    """Name the line that stands under the headline and above byline, stamp or picture.

    Without such a line between, only what has not the form of a sentence is a dek: a sentence is
    the first of the text.
    """
    refined = list(marked)
    lines = [index for index in printed if marked[index].kind != "noise"]
    for place, index in enumerate(lines[:-1]):
        if marked[index].kind == "title":
            if marked[lines[place + 1]].rule == WRITER:  # a name between headline and dek
                del lines[place + 1]
            below = lines[place + 1]
            after = [i for i in lines[place + 2 :] if marked[i].kind != "caption"][:1]
            line = marked[below].line
            if marked[below].kind not in {"body", "heading"} or line.shape not in {"", "heading"}:
                return refined
            is_above_head = any(marked[one].kind == "fact" for one in after)
            is_short = _DEK_WORDS <= line.words <= _DEK_LIMIT
            is_short = is_short and len(split_sentences(line.text)) <= _DEK_SENTENCES
            has_text = any(_is_sentence(marked[one]) for one in lines[place + 2 :])
            if is_short and has_text and (is_above_head or is_headline_shaped(line)):
                refined[below] = Marked(line, "dek", "line under the headline")
            return refined
    return refined


def _name_place(marked: list[Marked], printed: Sequence[int]) -> list[Marked]:
    """Take a name with a colon above the text for its place line, if the text says it as well.

    A caption without a credit may stand above it.
    """
    bodies = 0
    for place, index in enumerate(printed):
        mark = marked[index]
        bodies += mark.kind == "body"
        if 1 < bodies:
            break
        name = mark.line.text[:-1]
        is_name = mark.kind == "heading" and mark.line.text[-1] == ":" and is_titled(name)
        if not is_name or _PLACE_WORDS < mark.line.words:
            continue
        heads_text = any(_is_sentence(marked[one]) for one in printed[place + 1 : place + 2])
        # Inside a sentence only a name has a capital.
        if heads_text and any(f" {name}" in marked[one].line.text for one in printed):
            marked[index] = Marked(mark.line, "fact", REPORTED)
            break
    return marked


def _find_captions(marked: Sequence[Marked], printed: Sequence[int]) -> list[Marked]:
    """Name what stands right above a lone credit: it says what the picture shows.

    A paragraph may stand there, too, where no blank lines part them: it stays, and the credit is
    a caption of its own.
    """
    refined = list(marked)
    has_text = False
    for index in (place + 1 for place in printed if place + 1 < len(marked)):
        above, mark = marked[index - 1], marked[index]
        may_be = above.kind in {"body", "dek", "heading"} or above.rule == FRAGMENT
        if may_be and mark.kind != "blank":
            is_credit = (
                mark.rule == LONE_CREDIT
                or _is_credit_again(mark)
                or _is_agency_below(marked, index)
            )
            below = marked[index + 1 : index + 2]
            is_credit = is_credit and not any(_is_below_credit(one) for one in below)
            is_apart = is_credit and _is_block(marked, index)
            most = 2 if has_text and mark.line.shape == "credit" else 1  # sentences
            if is_credit and _may_caption(above, most, is_apart=is_apart, has_text=has_text):
                refined[index - 1] = Marked(above.line, "caption", "stands above a credit")
                refined[index] = Marked(mark.line, "caption", LONE_CREDIT)
        has_text = has_text or above.kind == "body"
    return refined


def _is_below_credit(mark: Marked) -> bool:
    """Tell whether a credit stands above its caption: known, or the caption says what it is."""
    return mark.rule == BELOW_CREDIT or (mark.kind == "caption" and is_captioned(mark.line))


def _is_credit_again(mark: Marked) -> bool:
    """Tell whether a line is a credit that stood alone before: who took two of the pictures."""
    is_credit = mark.line.shape == "credit" or bool(read_lone_credit(mark.line))
    return mark.rule == "repeated caption" and is_credit


def _is_block(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether no text touches the line and the one above it."""
    around = (*marked[max(0, index - 2) : index - 1], *marked[index + 1 : index + 2])
    return all(mark.kind not in _TEXT for mark in around)


def _may_caption(mark: Marked, most: int, *, is_apart: bool, has_text: bool) -> bool:
    """Tell whether a line above a credit is no paragraph: a short sentence that tells no news.

    The first line of a text without blank lines is its lead as likely as a caption, and so is a
    long one anywhere above the text: unless it tells the year, as leads do not.
    """
    line = mark.line
    if _LONGEST_CAPTION < len(line.text):
        return False
    may_be_long = is_apart and (has_text or bool(_YEAR.search(line.text)))
    if (_CAPTION_WORDS if may_be_long else _CAPTION_WORDS // 2) < line.words:
        return False
    if len(split_sentences(line.text)) > most or split_dateline(line.text)[0]:
        return False
    if _SAID.search(line.key):
        return False
    return is_apart or has_text or not line.is_sentence or line.words <= _PICTURE_WORDS


def _is_agency_below(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether a short name stands right below the first sentence and apart from the next."""
    above, mark = marked[index - 1], marked[index]
    line = mark.line
    is_name = line.words <= _AGENCY_WORDS and not line.is_sentence and is_titled(line.text)
    if not is_name or mark.kind not in {"body", "heading", "noise"} or mark.rule not in _NAMED:
        return False
    is_first = not any(one.kind == "body" for one in marked[: index - 1])
    below = marked[index + 1 : index + 3]
    is_apart = len(below) > 1 and below[0].kind == "blank" and below[1].kind == "body"
    return is_first and is_apart and above.line.is_sentence


def _find_numbered_headings(marked: list[Marked], printed: Sequence[int]) -> list[Marked]:
    """Name the short lines that go on the numbers of headings: ``3. Who gains``."""
    numbered = [
        (index, int(match[1]))
        for index in printed
        if (line := marked[index].line).words <= _NUMBERED_WORDS
        if marked[index].kind in {"body", "heading"} and not line.text.endswith(".")
        if (match := _NUMBERED.match(line.text))
    ]
    if not numbered:
        return marked
    numbers = [number for _, number in numbered]
    headings = sum(marked[index].kind == "heading" for index, _ in numbered)
    refined = list(marked)
    if numbers == list(range(1, len(numbers) + 1)) and len(numbers) / 2 <= headings:
        for index, _ in numbered:
            refined[index] = Marked(marked[index].line, "heading", "numbered like the headings")
    return refined


def _is_sentence(mark: Marked) -> bool:
    return mark.kind == "body" and mark.line.is_sentence


def _drop_empty_headings(marked: list[Marked], printed: Sequence[int]) -> list[Marked]:
    """Name as noise a heading below which there is no text, or only a box's scraps of it."""
    if not any(marked[index].kind == "heading" for index in printed):
        return marked
    refined = list(marked)
    has_text = is_above_scraps = False
    below = ""  # the kind of the next line that is no noise
    for index in reversed(printed):
        mark = marked[index]
        is_bare = not has_text or (is_above_scraps and below == "heading")
        if mark.kind == "heading" and is_bare:
            reason = "no text of the article follows"
            refined[index] = Marked(mark.line, "noise", "heading without text", reason)
        elif mark.kind == "noise":
            is_above_scraps |= mark.rule == "fragment"
        else:
            below, is_above_scraps = mark.kind, False
        has_text = has_text or mark.kind in _TEXT
    return refined
