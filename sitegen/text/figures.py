"""Find where reports of one event count the same things differently, in their own words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from sitegen.text.additions import read_content
from sitegen.text.languages import list_languages, read_language
from sitegen.text.number_words import NumberWords, make_number_words
from sitegen.text.package_data import read_kinds
from sitegen.text.sentences import split_sentences

_TABLE = "counting.txt"
_YEAR = re.compile(r"(?:19|20)\d\d")
# Beside the thing, two sentences must have some part of the shorter one's words in common, and the
# more of them the less alike the numbers are: so many words up to so many times the number.
_OVERLAP, _OVERLAP_OF_FEW = 0.25, 0.5  # "two states" are any: of few things more must be shared
_FEW = 10
_NEAR_ENOUGH = ((2, 1.5), (3, 3.0))
_ROUNDED = 1.1  # "about 300" and "312" do not differ
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
class _Counting:
    """How a language counts: the pattern of a number with what it counts, and its tables."""

    pattern: re.Pattern[str]
    stop: frozenset[str]
    words: NumberWords
    scales: Mapping[str, float]
    apart: frozenset[str]
    measures: frozenset[str]
    fates: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Count:
    report: int
    amount: float
    is_about: bool
    text: str
    context: frozenset[str]


def find_differences(
    reports: Sequence[Sequence[str]], language: str = "en"
) -> tuple[Difference, ...]:
    """Return what reports, in order of time and each given as its paragraphs, count differently.

    Nothing is found in a ``language`` of which it is not known how it counts.

    Two reports differ about a thing if neither has the other's number of it anywhere, the
    sentences share words beside it, and the numbers are near enough to be of the same.

    >>> found = find_differences([["The ferry ran aground with 312 people aboard."],
    ...                           ["The ferry ran aground with 290 people."]])
    >>> [(one.thing, [quote.text for quote in one.quotes]) for one in found]
    [('people', ['The ferry ran aground with 312 people aboard',
                 'The ferry ran aground with 290 people'])]
    """
    rules = _read_counting(read_language(language).code)
    if rules is None:
        return ()
    counts: dict[str, dict[int, list[_Count]]] = defaultdict(lambda: defaultdict(list))
    for report, paragraphs in enumerate(reports):
        for paragraph in paragraphs:
            for sentence in split_sentences(paragraph):
                for thing, count in _read_counts(report, sentence, rules):
                    counts[thing][report].append(count)
    found = (_compare(thing, by_report, rules.fates) for thing, by_report in counts.items())
    return tuple(one for one in found if one)[:_MOST]


@cache
def _read_counting(code: str) -> _Counting | None:
    """Return how a language counts, if it has a table of it."""
    if code not in list_languages(_TABLE):
        return None
    rows = read_kinds(__package__, f"{code}/{_TABLE}")
    words = {kind: [word for line in lines for word in line] for kind, lines in rows.items()}
    numbers = make_number_words(words)
    scales = {word: 10.0 ** int(power) for word, power in rows["scale"]}
    about = "|".join(" ".join(line) for line in rows["about"])
    # "312 people", "more than 1,200 delighted islanders": a number, and the first plural near it.
    pattern = re.compile(
        rf"(?P<about>\b(?:{about}) )?(?<![\w.,$€£-])(?<!\. )"
        rf"(?P<value>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{numbers.pattern})"
        rf"(?: (?P<scale>{'|'.join(scales)}))? (?P<between>(?:[a-z-]+ ){{0,2}}?)"
        rf"(?P<thing>{'|'.join(words['thing'])}|[a-z]{{3,}}s)\b",
        re.IGNORECASE,
    )
    fates = tuple(re.compile(rf"\b(?:{'|'.join(line)})") for line in rows["fate"])
    apart, measures = frozenset(words["apart"]), frozenset(words["measure"])
    stop = read_language(code).stop
    return _Counting(pattern, stop, numbers, scales, apart, measures, fates)


def _read_counts(report: int, sentence: str, rules: _Counting) -> Iterator[tuple[str, _Count]]:
    matches = list(rules.pattern.finditer(sentence))
    said = read_content(sentence, rules.stop) if matches else frozenset()
    for match in matches:
        thing = match["thing"].lower()
        if thing in rules.measures or _YEAR.fullmatch(match["value"]):
            continue
        if not rules.apart.isdisjoint(match["between"].lower().split()):
            continue
        yield (
            thing,
            _Count(
                report=report,
                amount=_read_amount(match["value"], match["scale"], rules),
                is_about=bool(match["about"]),
                text=_cut_quote(sentence, match.start(), match.end()),
                context=said - read_content(match[0], rules.stop),
            ),
        )


def _read_amount(written: str, scale: str | None, rules: _Counting) -> float:
    """Return the number that is written in figures or in words, with its scale."""
    in_figures = written[:1].isdecimal()
    number = float(written.replace(",", "")) if in_figures else rules.words.read(written.lower())
    return number * (rules.scales[scale.lower()] if scale else 1.0)


def _cut_quote(sentence: str, start: int, end: int) -> str:
    """Return some words around a number, exactly as they stand, within their clause.

    >>> _cut_quote("When she struck, with 312 people aboard, it was dark.", 22, 32)
    'with 312 people aboard'
    """
    before = _CLAUSE_END.split(sentence[:start])[-1].split(" ")
    behind = _CLAUSE_END.split(sentence[end:])[0].split(" ")
    words = " ".join(before[-_BEFORE - 1 :]), " ".join(behind[: _BEHIND + 1])
    return f"{words[0]}{sentence[start:end]}{words[1]}".strip()


def _compare(
    thing: str, by_report: Mapping[int, Sequence[_Count]], fates: Sequence[re.Pattern[str]]
) -> Difference | None:
    """Return the two counts whose sentences are most alike, of those that may be of one thing."""
    amounts = {report: {count.amount for count in counts} for report, counts in by_report.items()}
    pairs = [
        (one, other)
        for one, other in combinations([c for counts in by_report.values() for c in counts], 2)
        if one.amount not in amounts[other.report] and other.amount not in amounts[one.report]
        if _are_of_one_thing(one, other, fates)
    ]
    if not pairs:
        return None
    best = max(pairs, key=lambda pair: len(pair[0].context & pair[1].context))
    return Difference(thing, tuple(Quote(count.report, count.text) for count in best))


def _are_of_one_thing(one: _Count, other: _Count, fates: Sequence[re.Pattern[str]]) -> bool:
    """Tell whether sentences have enough in common, and numbers are near enough, to be compared."""
    shared = len(one.context & other.context)
    small, large = sorted((one.amount, other.amount))
    overlap = _OVERLAP_OF_FEW if large < _FEW else _OVERLAP
    if shared < overlap * min(len(one.context), len(other.context)):
        return False
    if _read_fates(one.text, fates).isdisjoint(_read_fates(other.text, fates)):
        return False
    if large <= _ROUNDED * small and (one.is_about or other.is_about):
        return False
    return any(least <= shared and large <= ratio * small for least, ratio in _NEAR_ENOUGH)


def _read_fates(quote: str, fates: Sequence[re.Pattern[str]]) -> set[int]:
    """Return which fates a quotation tells of, or that it tells of any."""
    told = {number for number, fate in enumerate(fates) if fate.search(quote)}
    return told or set(range(len(fates)))
