"""Cut runs of capitals into names, by the model first and by what is known of their words then."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sitegen.text.common_words import is_common
from sitegen.text.lexicon import mark_word, read_lexicon
from sitegen.text.name_edges import (
    DIRECTIONS,
    count_fields,
    count_office,
    count_titles,
    is_before,
    is_behind,
    is_glued,
    is_opener,
    is_strong,
)
from sitegen.text.name_joins import Cut, Whole, join_cuts
from sitegen.text.name_kinds import BODIES, Guess, is_person, is_plain, judge_kind
from sitegen.text.name_runs import is_capital

POSSESSIVES = frozenset({"'s", "’s"})

_SMALL = frozenset({"of", "in", "on", "for", "at", "with", "to", "and"})
_ENOUGH = 2  # words in the name of a person
_CITIES = frozenset("AB")


class Piece(NamedTuple):
    """Words of a run that are a name of some kind, or capitals that the model takes for none.

    They are those of the run from ``start`` to ``end``; ``is_opening`` tells that the first may be
    capital only because it begins a sentence. ``text`` is what they are in the text with single
    spaces; it is empty where they alone do not tell, because signs stand between them.
    """

    words: tuple[str, ...]
    start: int
    end: int
    kind: Guess
    is_opening: bool
    text: str


@lru_cache(maxsize=50_000)
def cut_pieces(
    words: tuple[str, ...],
    labels: tuple[str, ...],
    *,
    opens: bool,
    is_before_number: bool,
    is_way: bool = False,
    is_ship: bool = False,
) -> tuple[Piece, ...]:
    """Return the names of a run by the model's labels, and the capitals that it takes for none.

    ``opens`` tells that the run begins a sentence, ``is_before_number`` that a number follows,
    ``is_way`` that "from" stands before it: then "to" stands between two names; ``is_ship`` that
    a word for a ship does: then a title is part of the ship's name.
    """
    whole = Whole(words, opens, is_before_number, is_ship)
    border = words.index("to") if is_way and "to" in words else 0
    labelled = _part(_read_labels(words, labels), border)
    cuts: list[Cut] = []
    for cut in (part for one in labelled for part in _cut(words, one)):
        if cuts and (joined := join_cuts(whole, cuts[-1], cut)):
            cuts[-1] = joined
        else:
            cuts.append(cut)
    return tuple([piece for cut in cuts if (piece := _trim(whole, cut))])


def _read_labels(words: Sequence[str], labels: Sequence[str]) -> Iterator[Cut]:
    start = 0
    while start < len(labels):
        kind = _read_kind(labels[start])
        is_piece = kind or is_capital(words[start])
        end = start + 1
        while is_piece and end < len(labels) and _goes_on(kind, labels[end], words[end]):
            end += 1
        if is_piece:
            yield Cut(start, end, kind)
        start = end


def _part(cuts: Iterable[Cut], place: int) -> Iterator[Cut]:
    """Part the piece that has a word inside, if one has, into what stands on either side."""
    for cut in cuts:
        is_parted = cut.start < place < cut.end
        yield from (cut._replace(end=place), cut._replace(start=place + 1)) if is_parted else (cut,)


def _read_kind(label: str) -> Guess:
    match label[2:]:
        case "person" | "place" | "organisation" | "other" as kind:
            return kind
        case _:
            return ""


def _goes_on(kind: Guess, label: str, word: str) -> bool:
    """Tell whether a word belongs to the name, or to the capitals without one, before it."""
    return label == f"I-{kind}" if kind else label == "O" and is_capital(word)


def _cut(words: Sequence[str], labelled: Cut) -> Iterator[Cut]:
    """Part what the model takes for one name and is two.

    ``Orle's Harbour Party`` and ``Ivo Brandt of Orle`` are two names each, ``Lloyd's Register`` is
    one, and so is ``Bank of Orle``.
    """
    start, end, kind = labelled
    for place in range(start, end):
        after = words[place + 1 : end]
        if _is_cut(words[start:place], words[place], after, kind):
            yield Cut(start, place, "person" if is_person(words[start:place]) else kind)
            start = place
            kind = "place" if words[place] == "of" and kind == "organisation" else kind
    yield Cut(start, end, kind)


def _is_cut(before: Sequence[str], word: str, after: Sequence[str], kind: Guess) -> bool:
    """Tell whether a small word parts two names."""
    text = " ".join(before)
    if word in POSSESSIVES:
        if text in read_lexicon().kinds or text in DIRECTIONS or _is_city(text):
            return True
        is_other = kind != "organisation" and 1 < len(after) and is_plain(after)
        return is_other or (1 < len(before) and (kind == "person" or 1 < len(after)))
    if word == "and":
        return any("t" in mark_word(one) for one in before)
    if word == "of" and kind == "organisation" and _is_at_home(before, after):
        return True
    is_named = kind == "person" and 1 < len(before) and is_plain(before)
    return word in _SMALL and (is_named or is_person(before))


def _is_at_home(before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether a company has its place behind it: ``Castell Minerals of Orle``.

    ``Bank of Orle`` has a word of bodies, and so it does of what: it is named after that.
    """
    is_body = any(not BODIES.isdisjoint(mark_word(word)) for word in (*before, *after))
    is_company = 1 < len(before) and not is_body and all(map(is_capital, before))
    return is_company and len(after) == 1 and not is_common(after[0])


def _is_city(word: str) -> bool:
    """Tell whether a word is the name of a city and of nobody."""
    marks = mark_word(word)
    return not _CITIES.isdisjoint(marks) and "1" not in marks


def _trim(whole: Whole, cut: Cut) -> Piece | None:
    """Take from a name what is none of it: articles, titles, small words at its ends."""
    words, opens, _, is_ship = whole
    start, end, kind = _trim_office(whole, cut)
    if start == 0 and opens and 1 < end and is_opener(words[0]):
        start = next(place for place in range(1, end) if is_strong(words[place]))
    titles = count_titles(words[start:end]) if kind else 0
    if titles and is_ship and start == 0:
        kind = "other"
    elif titles:
        kind = "person"
        start += titles
    if kind == "person" and _ENOUGH < end - start and is_before(*words[start : start + 2]):
        start += 1
    while start < end - 1 and is_behind(words[start:end], kind):
        end -= 1
    if opens and start == 0 and end == 1 and is_opener(words[0]):
        kind = ""
    name = words[start:end]
    if not name or is_glued(name):
        return None
    is_opening = opens and start == 0
    return Piece(name, start, end, judge_kind(name, kind), is_opening, _write(name))


def _trim_office(whole: Whole, cut: Cut) -> Cut:
    """Take small words from a name, and the office that somebody has who is named in it."""
    words = whole.words
    start, end, kind = cut
    while start < end and not is_strong(words[start]):
        start += 1
    while start < end and not is_strong(words[end - 1]):
        end -= 1
    end -= count_fields(words[start:end], words[end : end + 1])
    office = count_office(words[:start], words[start:end])
    return Cut(start + office, end, "person" if office else kind)


def _write(words: Sequence[str]) -> str:
    """Return words as a text has them that has single spaces, if they alone can tell."""
    is_spaced = all(word[0].isalnum() and word[-1].isalnum() for word in words)
    return " ".join(words) if is_spaced or len(words) == 1 else ""
