"""Cut running text into sentences."""

import re

from sitegen.text.languages import list_languages, read_language

# A stop, a space, and what can begin a sentence; where a script has no spaces, the stop alone. The
# first sign stands before the choice, so that the search leaps from one to the next.
_END = re.compile(
    r"[.!?…।॥؟۔။។።。！？](?:"
    r"(?<![。！？])([.!?…।॥؟۔။។።]{0,7}[\"'”’“»«)\]]*)\s+"
    r"(?=[\"'“‘„«(\[]?[¿¡]?(?:[^\W\d_a-zß-ÿ]|i[A-Z]|\d))"
    r"|(?<=[。！？])([。！？]{0,7}[」』”）]*)\s*(?=.))"
)
_LANGUAGES = tuple(map(read_language, list_languages()))
_KNOWN = "|".join(sorted({word for one in _LANGUAGES for word in one.abbreviations}))
_ABBREVIATION = re.compile(rf"(?:\b(?:{_KNOWN})|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.$")
# How abbreviations of more than one letter end: most words that a stop follows do not.
_TAILS = frozenset(word[-2:] for one in _LANGUAGES for word in one.abbreviations)
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DAY = re.compile(r"\b\d{1,2}\.$")
_FOLLOWING = re.compile(r"\s+([^\W\d_]+)")
_MONTHS = {month for one in _LANGUAGES if one.code != "en" for month in one.months}
_ABBREVIATION_LENGTH = 20  # no search further back: a line of initials would take for ever
_CLOSERS = "\"'”’“»)]」』）"  # “ closes in German
_STOPS = frozenset(".!?…。！？।॥؟۔։။។።")


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph, with nothing lost but the space between them.

    >>> split_sentences("Mr. Brandt left. “Why?” asked Dr. Osei. Nobody knew.")
    ['Mr. Brandt left.', '“Why?” asked Dr. Osei.', 'Nobody knew.']
    """
    sentences = []
    start = 0
    for match in _END.finditer(text):
        end = match.end(match.lastindex or 1)
        if end == match.start() + 1 and text[end - 1] == "." and _is_inside(text, start, end):
            continue
        sentences.append(text[start:end])
        start = match.end()
    if text[start:]:
        sentences.append(text[start:])
    return sentences


def take_sentences(text: str, longest: int) -> str:
    """Return the first sentences of a paragraph that fit; the first one even if it does not.

    >>> take_sentences("Fog came. The ferry sat down on a bank. Nobody was hurt.", 40)
    'Fog came. The ferry sat down on a bank.'
    """
    end = 0
    for sentence in split_sentences(text):
        further = text.index(sentence, end) + len(sentence)
        if end and longest < further:
            break
        end = further
    return text[:end]


def ends_in_abbreviation(text: str) -> bool:
    """Tell whether the stop at the end of a text belongs to its last word, and ends no sentence.

    >>> ends_in_abbreviation("A talk with Prof."), ends_in_abbreviation("A talk with the mayor.")
    (True, False)
    """
    return text.endswith(".") and _is_inside(text, 0, len(text))


def _is_inside(text: str, start: int, end: int) -> bool:
    """Tell whether a stop belongs to the word before it, and ends no sentence."""
    tail = text[max(start, end - 3) : end - 1]
    if tail.isalpha() and len(tail) > 1 and tail not in _TAILS:  # as most are
        return False
    if tail[-1:] in _CAPITALS and not _is_of_word(text, end - 3):  # the commonest, an initial
        return True
    near = max(start, end - _ABBREVIATION_LENGTH)
    if _ABBREVIATION.search(text, near, end):
        return True
    return tail[-1:].isdigit() and _is_ordinal(text, near, end)


def _is_of_word(text: str, place: int) -> bool:
    """Tell whether a letter, a figure or the like stands at a place, if that is in the text."""
    return place >= 0 and (text[place].isalnum() or text[place] == "_")


def _is_ordinal(text: str, start: int, end: int) -> bool:
    """Tell whether a stop makes a number the day of a month, as in ``3. Juni``."""
    following = _FOLLOWING.match(text, end)
    is_month = following is not None and following[1].casefold() in _MONTHS
    return is_month and _DAY.search(text, start, end) is not None


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does.

    >>> ends_sentence("“We left.”"), ends_sentence("Ferries resume")
    (True, False)

    In French a space stands before the mark that closes a quotation.

    >>> ends_sentence("« Il a neigé. »"), ends_sentence("Le port « en sursis »")
    (True, False)
    """
    return text.removesuffix(" »").rstrip(_CLOSERS)[-1:] in _STOPS
