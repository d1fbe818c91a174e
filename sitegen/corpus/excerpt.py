"""Choose the sentence or two that stand for an article in lists, digests and feeds.

Reporters say first what they report, so it is the opening, unless a sentence soon after says far
more of what the article is about; then the next one that says enough. Only whole sentences that
can stand alone are taken, and they keep their order.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, repeat

from sitegen.corpus.terms import list_terms, measure_anywhere
from sitegen.model.summary import Terms
from sitegen.text.languages import Language, read_language
from sitegen.text.quotations import is_in_quotation, leave_quotations
from sitegen.text.sentences import ends_sentence, split_sentences
from sitegen.text.words import split_words

LONGEST = 400  # characters of an excerpt; a sentence alone may have twice as many
_LOOKED_AT = 8  # sentences from the beginning
_OPENING = 5  # of these the first may be passed over for a later one
_ENOUGH_TO_OPEN = 0.7  # what an opening must say of the article, as a share of the best one
_ENOUGH_TO_FOLLOW = 0.35
_REPEATED = 0.7  # share of its words from which a sentence says another again
_QUOTED = 0.5  # what the words of a quotation count in an opening
_SOON = 6  # words
_MANY = 6  # commas of a list
_MOST_CAPITALS = 0.5  # share of the words of a list of names
_PERSONAL = 3  # sentences
_TO_READERS = "speaks to the reader"
_UNSPACED_ENDS = ("。", "！", "？", "」", "』")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# A small letter where a sentence begins: something is lost. "eBay" and "al-Orle" may begin one.
_BROKEN = re.compile(r"[a-zß-öø-ÿ]+(?=[\s,])")


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence that was looked at, what it says of the article, and why it was taken or not.

    ``weight`` is from 0 to 1, the best of the sentences has 1; ``fault`` says why it cannot stand
    alone, in words, or nothing.
    """

    text: str
    weight: float
    fault: str
    is_chosen: bool


def make_excerpt(paragraphs: Sequence[str], terms: Terms, language: str = "en") -> str:
    """Return whole sentences in the order of the text, at most :data:`LONGEST` characters.

    ``terms`` are those of the article, ``language`` the tag of its language. A single sentence that
    is longer stands alone, and only one of more than twice as many characters is cut, between two
    words, and shows it.

    >>> nothing = Terms("", b"")
    >>> make_excerpt(["Who knew? A ferry ran aground in fog. Everyone is safe."], nothing)
    'A ferry ran aground in fog. Everyone is safe.'
    """
    judged = judge_sentences(paragraphs, terms, language)
    chosen = _join([one.text for one in judged if one.is_chosen])
    if len(chosen) <= 2 * LONGEST:
        return chosen
    head = chosen[: 2 * LONGEST]
    return f"{head[: head.rfind(' ')] if ' ' in head else head}…"


def _join(sentences: Iterable[str]) -> str:
    """Join sentences with a space between, unless their script has none."""
    text = ""
    for sentence in sentences:
        text += sentence if not text or text.endswith(_UNSPACED_ENDS) else f" {sentence}"
    return text


def judge_sentences(paragraphs: Sequence[str], terms: Terms, language: str = "en") -> list[Judged]:
    """Return the first sentences of a text, each with its weight and whether it was chosen."""
    words = read_language(language)
    weights = {
        term: weight * measure_anywhere(term)
        for term, weight in zip(terms.words.split(), terms.weights, strict=True)
    }
    sentences = list(_take_sentences(paragraphs))
    raw = [_weigh(sentence, weights, words.stop) for sentence in sentences]
    best = max(raw, default=0.0)
    faults = _find_faults(sentences, words.readers)
    judged = [
        Judged(text, round(weight / best, 2) if best else 1.0, fault, is_chosen=False)
        for text, weight, fault in zip(sentences, raw, faults, strict=True)
    ]
    chosen = _choose(judged, words)
    return [replace(one, is_chosen=place in chosen) for place, one in enumerate(judged)]


def _take_sentences(paragraphs: Sequence[str]) -> list[str]:
    """Return the first sentences; what somebody says in several stays in one piece."""
    sentences: list[str] = []
    for paragraph in paragraphs:
        opened = ""
        for sentence in split_sentences(paragraph):
            whole = f"{opened} {sentence}".strip()
            opened = whole if is_in_quotation(whole) and len(whole) < LONGEST else ""
            if not opened:
                sentences.append(whole)
        if opened:
            sentences.append(opened)
        if _LOOKED_AT <= len(sentences):
            break
    return sentences[:_LOOKED_AT]


def _weigh(sentence: str, weights: Mapping[str, float], stop: frozenset[str]) -> float:
    """Return what a sentence says of the article: of its telling words, for its own length.

    Summed exactly, for the order of a set is another in every process (law 8).
    """
    terms = set(list_terms(split_words(sentence), stop))
    return math.fsum(weights.get(term, 0.0) for term in terms) / math.sqrt(len(terms) or 1)


def _find_faults(sentences: Sequence[str], readers: frozenset[str]) -> list[str]:
    """Return why each of the sentences cannot stand for an article; nothing for those that can.

    Where most of them speak to the reader the article does, and its opening is as good as any.
    """
    faults = [_find_fault(sentence, readers) for sentence in sentences]
    if max(_PERSONAL, len(faults) / 2 + 1) <= faults.count(_TO_READERS):
        return [_find_fault(sentence, frozenset()) for sentence in sentences]
    return faults


def _find_fault(sentence: str, readers: frozenset[str]) -> str:
    """Return why a sentence cannot stand for an article, if so."""
    if not ends_sentence(sentence):
        return "is no whole sentence"
    bare = sentence.rstrip("\"'”’»)")
    if bare.endswith(("?", "？", "؟")):
        return "is a question"
    if bare.endswith(("...", "…")):
        return "is cut off"
    if _BROKEN.match(sentence):
        return "begins amid a sentence"
    if is_in_quotation(sentence):
        return "is a part of a quotation"
    words = _WORD.findall(leave_quotations(sentence).casefold())
    if not words:
        return "is a quotation"
    if not readers.isdisjoint(words):
        return _TO_READERS
    if _lists_names(sentence):
        return "is a list of names"
    return ""


def _lists_names(sentence: str) -> bool:
    """Tell whether a sentence mostly names, one after another."""
    if sentence.count(",") < _MANY or sentence.isupper():
        return False
    words: list[str] = _WORD.findall(sentence)
    return _MOST_CAPITALS * len(words) < sum(word[0].isupper() for word in words)


def _needs_before(sentence: str, known: Language, *, is_first: bool) -> bool:
    """Tell whether a sentence means what stands before it: ``It's late``, ``Since this quarrel``.

    The first of a text has nothing before it: "this town" and "it is" there mean what follows.
    """
    words = _read_head(sentence)
    if is_first:
        return not (known.leaning - known.pointing).isdisjoint(words[:1])
    leans = not known.leaning.isdisjoint(words[:1])
    return leans or any(map(_points, words, words[1:], repeat(known)))


def _points(word: str, after: str, known: Language) -> bool:
    """Tell whether a word means a thing that was named: ``this quarrel``, not ``this week``."""
    return word in known.pointing and after not in known.stop


def _means_others(sentence: str, known: Language) -> bool:
    """Tell whether a sentence soon says ``they`` or the like, who may be in one left out."""
    words = _read_head(sentence)
    return words[:1] != [] and (words[0] in known.leaning or not known.persons.isdisjoint(words))


def _read_head(sentence: str) -> list[str]:
    """Return the first words, small and without what is drawn together with them: ``it's``."""
    words = (found[0].casefold() for found in islice(_WORD.finditer(sentence), _SOON))
    return [word.replace("’", "'").partition("'")[0] for word in words]


def _choose(judged: Sequence[Judged], known: Language) -> list[int]:
    """Return the places of the one or two sentences to take, in order."""
    sound = [place for place, one in enumerate(judged) if not one.fault]
    fitting = [place for place in sound if len(judged[place].text) <= LONGEST]
    if not fitting:
        return (sound or list(range(len(judged))))[:1]
    opening = _find_opening(judged, fitting, known)
    first = judged[opening].text
    for place in fitting[fitting.index(opening) + 1 :]:
        one = judged[place]
        goes_on = place == opening + 1 or not _means_others(one.text, known)
        if (
            goes_on
            and _ENOUGH_TO_FOLLOW <= one.weight
            and not _repeats(one.text, first, known.stop)
        ):
            fits = len(first) + 1 + len(one.text) <= LONGEST
            return [opening, place] if fits else [opening]
    return [opening]


def _repeats(sentence: str, other: str, stop: frozenset[str]) -> bool:
    """Tell whether a sentence says hardly a word that the other does not."""
    words, others = (set(list_terms(split_words(text), stop)) for text in (sentence, other))
    return _REPEATED * len(words) <= len(words & others)


def _find_opening(judged: Sequence[Judged], fitting: Sequence[int], known: Language) -> int:
    """Return the first sentence that says enough of the article and needs nothing before it."""
    able = [
        place
        for place in fitting
        if not _needs_before(judged[place].text, known, is_first=place == 0)
    ] or fitting[:1]
    near = [place for place in able if place < _OPENING] or able[:1]
    told = {place: judged[place].weight * _tell_share(judged[place].text) for place in near}
    enough = _ENOUGH_TO_OPEN * max(told.values())
    return next(place for place in near if enough <= told[place])


def _tell_share(sentence: str) -> float:
    """Return how much of a sentence counts where the news is wanted: what somebody says, less.

    >>> _tell_share("Ferries ran."), _tell_share("“Fog and rain,” she said.")
    (1.0, 0.7)
    """
    words = len(_WORD.findall(sentence)) or 1
    return _QUOTED + (1 - _QUOTED) * len(_WORD.findall(leave_quotations(sentence))) / words
