"""Find where the names of an English text stand, and what each of them names."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.text.common_words import is_common
from sitegen.text.lexicon import mark_word, read_lexicon
from sitegen.text.name_features import gather_evidence
from sitegen.text.name_kinds import (
    BODIES,
    Guess,
    SpanKind,
    cut_article,
    is_number,
    is_of_any_town,
    is_people,
    is_person,
    is_plain,
)
from sitegen.text.name_model import Labeller, label_words
from sitegen.text.name_pieces import POSSESSIVES, Piece, cut_pieces
from sitegen.text.name_runs import (
    Run,
    Sentence,
    drop_score,
    find_runs,
    is_capital,
    locate_words,
)

_UNSURE = frozenset({"other", "organisation"})
_UNKNOWN = _UNSURE | {""}
_ALONE = frozenset({"other", "person"})
_LENGTHS = range(2, 4)  # words of most names of people
_REASONS = frozenset("xmtopsvdD")  # marks of words that may be capital without being a name
_PERSONAL = frozenset("12")  # marks of first names and surnames
_SHORTEST = 3
_PAIR = 2


class Span(NamedTuple):
    """A name in a paragraph, from one character to another, and what it names."""

    paragraph: int
    start: int
    end: int
    text: str
    kind: SpanKind


def find_forms(paragraphs: Sequence[str]) -> Iterator[tuple[str, SpanKind]]:
    """Yield the names of a text in order, with single spaces inside, and their kinds.

    >>> list(find_forms(["President Ivo Brandt met officials of the European  Union."]))
    [('Ivo Brandt', 'person'), ('European Union', 'organisation')]
    """
    locator = _Locator()
    for run, piece, kind in _find_pieces(paragraphs, label_words):
        yield piece.text or locator.read_text(run, piece), kind


def find_spans(paragraphs: Sequence[str], label: Labeller = label_words) -> list[Span]:
    """Return where the names of a text are, in order, and their kinds; ``label`` is the model.

    >>> [span[1:] for span in find_spans(["President Ivo Brandt met officials in Paris."])]
    [(10, 20, 'Ivo Brandt', 'person'), (38, 43, 'Paris', 'place')]
    """
    spans = []
    locator = _Locator()
    for run, piece, kind in _find_pieces(paragraphs, label):
        number = run.sentence.paragraph
        start, end = locator.locate(run, piece)
        spans.append(Span(number, start, end, paragraphs[number][start:end], kind))
    return spans


def _find_pieces(
    paragraphs: Sequence[str], label: Labeller
) -> Iterator[tuple[Run, Piece, SpanKind]]:
    ships = read_lexicon().lists["ship"]
    runs, small = find_runs(paragraphs)
    evidence = gather_evidence(runs, small)
    pieces = [
        (run, piece)
        for run in runs
        for words in (drop_score(run),)
        for piece in cut_pieces(
            words,
            label(run, evidence)[: len(words)],
            opens=run.inside.opens,
            is_before_number=run.after[:1].isdigit(),
            is_way=run.before == "from",
            is_ship=run.before in ships,
        )
    ]
    for run, piece, kind in _settle_kinds(pieces, small):
        if kind:
            yield run, piece, kind


class _Locator:
    """Tell where pieces stand; of those in order a sentence is searched once for all of it."""

    def __init__(self) -> None:
        self._sentence: Sentence | None = None
        self._places: Sequence[tuple[int, int]] = ()

    def locate(self, run: Run, piece: Piece) -> tuple[int, int]:
        """Return where a piece begins and ends in its paragraph."""
        if run.sentence is not self._sentence:
            self._sentence, self._places = run.sentence, locate_words(run.sentence)
        first, last = run.place + piece.start, run.place + piece.end - 1
        return self._places[first][0], self._places[last][1]

    def read_text(self, run: Run, piece: Piece) -> str:
        """Return a piece as the text has it, with single spaces."""
        start, end = (place - run.sentence.start for place in self.locate(run, piece))
        return " ".join(run.sentence.text[start:end].split())


def _settle_kinds(
    pieces: Sequence[tuple[Run, Piece]], small: Container[str]
) -> Iterator[tuple[Run, Piece, Guess]]:
    """Let the text speak: a surname is the person's, a name is of one kind throughout.

    What nothing is known of is a name where only that can explain its capital letter.
    """
    votes: dict[tuple[str, ...], dict[SpanKind, int]] = defaultdict(dict)
    for run, piece in pieces:
        words, kind = piece.words, piece.kind
        if kind in _UNKNOWN and not piece.start and _is_called(run, words):
            kind = "person"
        if kind:
            told = votes[words]
            told[kind] = told.get(kind, 0) + 1
        elif _is_bare(run, piece, small):
            votes[words].setdefault("person" if is_person(words) else "other", 0)
    kinds = {words: _choose_kind(told) for words, told in votes.items()}
    pairs = [words for words, kind in kinds.items() if kind in _UNSURE and len(words) == _PAIR]
    for words in pairs:
        if is_person(words) and kinds.get(words[1:], "place") in _ALONE:
            kinds[words] = "person"  # a first name and a surname that the text says alone, too
    kinds |= dict.fromkeys(_find_of_peoples(pairs, pieces, small), "people")
    people = [words for words, kind in kinds.items() if kind == "person"]
    firsts = {words[0] for words in people if 1 < len(words)}
    lasts = {words[-1] for words in people if _can_end(words)}
    alone = lasts.union(map(cut_article, lasts))
    settled: dict[tuple[str, ...], Guess] = {}
    for run, piece in pieces:
        words = piece.words
        if words not in settled:
            known = alone if len(words) == 1 else lasts
            settled[words] = _settle(words, kinds.get(words, ""), firsts, known)
        yield run, piece, settled[words]


def _is_called(run: Run, words: Sequence[str]) -> bool:
    """Tell whether a title in small letters stands before words: ``the mayor, Ivo Brandt,``."""
    sentence = run.sentence.words
    is_beside = run.before == "," == run.after and 1 < run.place
    before = sentence[run.place - 2] if is_beside else run.before
    is_title = before.islower() and "t" in mark_word(before)
    return is_title and len(words) in _LENGTHS and is_plain(words)


def _find_of_peoples(
    pairs: Iterable[tuple[str, ...]],
    pieces: Iterable[tuple[Run, Piece]],
    small: Container[str],
) -> list[tuple[str, ...]]:
    """Return the pairs of words that are no name, for the text says them small as well.

    ``Nordic Jobs`` is none where it speaks of Nordic jobs.
    """
    doubtful = [words for words in pairs if words[1].lower() in small and is_people(words[:1])]
    if not doubtful:  # as in most texts
        return []
    said = {(run.inside.words[-1], run.after) for run, _ in pieces}
    return [words for words in doubtful if (words[0], words[1].lower()) in said]


def _choose_kind(told: Mapping[SpanKind, int]) -> SpanKind:
    """Return the kind that is told most often, of equals the one that sorts first."""
    return max(sorted(told), key=told.__getitem__) if len(told) != 1 else next(iter(told))


def _can_end(words: Sequence[str]) -> bool:
    """Tell whether the last word of a person's name is the person's also when it stands alone.

    A weekday is not, and a country is so only behind a first name that is known: Michael Jordan.
    """
    marks = mark_word(words[-1])
    if "m" in marks and _PERSONAL.isdisjoint(marks):
        return False
    is_place = words[-1] in read_lexicon().kinds or "N" in marks
    return not is_place or (1 < len(words) and "1" in mark_word(words[0]))


def _settle(
    words: tuple[str, ...], kind: Guess, firsts: Container[str], lasts: Container[str]
) -> Guess:
    """Return the kind that the text as a whole tells of a name.

    Jordan is a person where Ivo Jordan is; Israel is a country also where Israel Brandt is.
    """
    if len(words) == 1:
        is_known = kind == "place" and words[0] in read_lexicon().kinds
        is_person = words[0] in lasts or (words[0] in firsts and not is_known)
        return "person" if is_person and kind != "people" and 1 < len(words[0]) else kind
    is_person = kind in _UNSURE and is_plain(words) and words[-1] in lasts
    return "person" if is_person else kind


def _is_bare(run: Run, piece: Piece, small: Container[str]) -> bool:
    """Tell whether words have capital letters for no reason that we know.

    Of several inside a sentence all but the first may be words of the text: ``Orle Copper``.
    """
    words, whole = piece.words, run.inside.words
    beside = (*whole[: piece.start][-1:], *whole[piece.end :][:1])
    if run.inside.is_headline or is_number(words) or is_of_any_town(words):
        return False
    if any(map(is_capital, beside)):
        return False
    first, *others = words
    if not others:
        is_told = not piece.is_opening or run.after in POSSESSIVES
        return is_told and not is_common(first) and _is_strange(first, _REASONS, small)
    known = small if piece.is_opening else ()
    reasons = _REASONS - BODIES
    return _is_strange(first, reasons, small) and all(
        _is_strange(one, reasons, known) for one in others
    )


def _is_strange(word: str, reasons: frozenset[str], small: Container[str]) -> bool:
    """Tell whether the text says a word only so, and no reason for its capital is known."""
    is_long = _SHORTEST <= len(word) and not any(map(str.isdigit, word))
    return is_long and word.lower() not in small and reasons.isdisjoint(mark_word(word))
