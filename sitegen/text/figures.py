"""Find where reports of one event count the same things differently, in their own words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sitegen.text.additions import read_content
from sitegen.text.number_words import NUMBER_WORDS, read_number_words
from sitegen.text.sentences import split_sentences

_SCALED = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
# "312 people", "more than 1,200 delighted islanders": a number, and the first plural near it.
_COUNTED = re.compile(
    r"(?P<about>\b(?:about|around|some|nearly|almost|roughly|more than|over|at least|up to"
    r"|fewer than|less than|as many as|an estimated|approximately) )?(?<![\w.,$€£-])(?<!\. )"
    rf"(?P<value>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{NUMBER_WORDS})"
    rf"(?: (?P<scale>{'|'.join(_SCALED)}))? (?P<between>(?:[a-z-]+ ){{0,2}}?)"
    r"(?P<thing>people|children|men|women|dead|injured|wounded|missing|[a-z]{3,}s)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOT_BETWEEN = frozenset("of in on at to for from and or by with the a an his her its".split())
# What measures rather than counts, and is of many things in one text; and what is no plural.
_MEASURES = frozenset(
    """
    seconds minutes hours days weeks months years decades times things centimetres metres meters
    miles kilometres kilometers feet inches knots degrees grams kilos tonnes tons pounds dollars
    euros pence cents points lines pages series others counts was has does less its stars goals
    """.split()
)
# Beside the thing, two sentences must have some part of the shorter one's words in common, and the
# more of them the less alike the numbers are: so many words up to so many times the number.
_OVERLAP, _OVERLAP_OF_FEW = 0.25, 0.5  # "two states" are any: of few things more must be shared
_FEW = 10
_NEAR_ENOUGH = ((2, 1.5), (3, 3.0))
_ROUNDED = 1.1  # "about 300" and "312" do not differ
# What happened to people, near the number: who was killed is not compared with who was hurt.
_FATES = (
    re.compile(r"\b(?:kill|dead|die|death|murder|slain)"),
    re.compile(r"\b(?:injur|wound|hurt)"),
)
_BEFORE, _BEHIND = 5, 5  # words around the number in a quotation
_MOST = 6  # things that are told of one event
_CLAUSE_END = re.compile(r"[,;:()“”\"]| [–—-] |[.!?](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of one report around a number; ``report`` is its place in order of time."""

    report: int
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A thing that two reports count differently, and what each of them says."""

    thing: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class _Count:
    report: int
    amount: float
    is_about: bool
    text: str
    context: frozenset[str]


def find_differences(reports: Sequence[Sequence[str]]) -> tuple[Difference, ...]:
    """Return what reports, in order of time and each given as its paragraphs, count differently.

    Two reports differ about a thing if neither has the other's number of it anywhere, the
    sentences share words beside it, and the numbers are near enough to be of the same.

    >>> found = find_differences([["The ferry ran aground with 312 people aboard."],
    ...                           ["The ferry ran aground with 290 people."]])
    >>> [(one.thing, [quote.text for quote in one.quotes]) for one in found]
    [('people', ['The ferry ran aground with 312 people aboard',
                 'The ferry ran aground with 290 people'])]
    """
    counts: dict[str, dict[int, list[_Count]]] = defaultdict(lambda: defaultdict(list))
    for report, paragraphs in enumerate(reports):
        for paragraph in paragraphs:
            for sentence in split_sentences(paragraph):
                for thing, count in _read_counts(report, sentence):
                    counts[thing][report].append(count)
    found = (_compare(thing, by_report) for thing, by_report in counts.items())
    return tuple(one for one in found if one)[:_MOST]


def _read_counts(report: int, sentence: str) -> Iterator[tuple[str, _Count]]:
    matches = list(_COUNTED.finditer(sentence))
    said = read_content(sentence) if matches else frozenset()
    for match in matches:
        thing = match["thing"].lower()
        if thing in _MEASURES or _YEAR.fullmatch(match["value"]):
            continue
        if not _NOT_BETWEEN.isdisjoint(match["between"].lower().split()):
            continue
        yield (
            thing,
            _Count(
                report=report,
                amount=_read_amount(match["value"].lower(), match["scale"]),
                is_about=bool(match["about"]),
                text=_cut_quote(sentence, match.start(), match.end()),
                context=said - read_content(match[0]),
            ),
        )


def _read_amount(written: str, scale: str | None) -> float:
    """Return the number that is written in figures or as a word, with its scale.

    >>> _read_amount("1,204", None), _read_amount("two", "million")
    (1204.0, 2000000.0)
    """
    in_figures = written[:1].isdecimal()
    number = float(written.replace(",", "")) if in_figures else read_number_words(written)
    return number * (_SCALED[scale.lower()] if scale else 1)


def _cut_quote(sentence: str, start: int, end: int) -> str:
    """Return some words around a number, exactly as they stand, within their clause.

    >>> _cut_quote("When she struck, with 312 people aboard, it was dark.", 22, 32)
    'with 312 people aboard'
    """
    before = _CLAUSE_END.split(sentence[:start])[-1].split(" ")
    behind = _CLAUSE_END.split(sentence[end:])[0].split(" ")
    words = " ".join(before[-_BEFORE - 1 :]), " ".join(behind[: _BEHIND + 1])
    return f"{words[0]}{sentence[start:end]}{words[1]}".strip()


def _compare(thing: str, by_report: Mapping[int, Sequence[_Count]]) -> Difference | None:
    """Return the two counts whose sentences are most alike, of those that may be of one thing."""
    amounts = {report: {count.amount for count in counts} for report, counts in by_report.items()}
    pairs = [
        (one, other)
        for one, other in combinations([c for counts in by_report.values() for c in counts], 2)
        if one.amount not in amounts[other.report] and other.amount not in amounts[one.report]
        if _are_of_one_thing(one, other)
    ]
    if not pairs:
        return None
    best = max(pairs, key=lambda pair: len(pair[0].context & pair[1].context))
    return Difference(thing, tuple(Quote(count.report, count.text) for count in best))


def _are_of_one_thing(one: _Count, other: _Count) -> bool:
    """Tell whether sentences have enough in common, and numbers are near enough, to be compared."""
    shared = len(one.context & other.context)
    small, large = sorted((one.amount, other.amount))
    overlap = _OVERLAP_OF_FEW if large < _FEW else _OVERLAP
    if shared < overlap * min(len(one.context), len(other.context)):
        return False
    if _read_fates(one.text).isdisjoint(_read_fates(other.text)):
        return False
    if large <= _ROUNDED * small and (one.is_about or other.is_about):
        return False
    return any(least <= shared and large <= ratio * small for least, ratio in _NEAR_ENOUGH)


def _read_fates(quote: str) -> set[int]:
    """Return which fates a quotation tells of, or that it tells of any."""
    told = {number for number, fate in enumerate(_FATES) if fate.search(quote)}
    return told or set(range(len(_FATES)))
