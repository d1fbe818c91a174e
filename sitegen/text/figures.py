"""Find where reports of one event count the same things differently, in their own words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from sitegen.text.counting import Counting, read_counting
from sitegen.text.languages import read_language
from sitegen.text.statements import Statement, read_content

# Beside the thing, two sentences must have some part of the shorter one's words in common, and the
# more of them the less alike the numbers are: so many words up to so many times the number.
_OVERLAP, _OVERLAP_OF_FEW = 0.25, 0.5  # "two states" are any: of few things more must be shared
_FEW = 10
_NEAR_ENOUGH = ((2, 1.5), (3, 2.0))
_NEAR_ENOUGH_OF_TOLLS = ((2, 1.5), (3, 3.0))  # tolls rise; of homes half as many are others
_FARTHEST = max(ratio for _, ratio in _NEAR_ENOUGH_OF_TOLLS)
# Large numbers so near are of one thing whatever else is said, where each report has but one.
_MANY, _ALMOST = 100, 1.05
_ROUNDED = 1.1  # "about 300" and "312" do not differ
_BEFORE, _BEHIND = 5, 5  # words around the number in a quotation
_FURTHER = 5  # more of them at most, where it would end with a word that says nothing
_MOST = 6  # things that are told of one event
_MOST_COUNTED = 100  # times that a report counts one thing; each is compared with all of others
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


@dataclass(frozen=True)  # without slots, so that what few are asked for is worked out once, late
class _Count:
    """A number with what it counts, in a sentence in small letters; at ``reach`` another ended.

    In front of it may stand how many of these are told of: "four of its twelve masts".
    """

    report: int
    statement: Statement
    match: re.Match[str]
    reach: int
    rules: Counting

    @cached_property
    def amount(self) -> float:
        """The number that is written in figures or in words, with its scale."""
        return self.rules.read_number(self.match["value"], self.match["scale"])

    @cached_property
    def amounts(self) -> frozenset[float]:
        """The number, and that of the part of it that is told of."""
        match, is_of_things = self.match, self.match.re is self.rules.things
        if is_of_things and match["part"]:
            part = self.rules.read_number(match["part"], match["part_scale"])
            return frozenset({self.amount, part})
        return frozenset({self.amount})

    @cached_property
    def start(self) -> int:
        """Where the words that belong to the number begin: they may say that it is not exact."""
        start = self.match.start()
        about = self.rules.about.search(self.match.string, self.reach, start)
        return about.start() if about else start

    @property
    def is_about(self) -> bool:
        return self.start < self.match.start()

    @cached_property
    def quote(self) -> str:
        return _cut_quote(self.statement.text, self.start, self.match.end(), self.rules.stop)

    @cached_property
    def is_of_rest(self) -> bool:
        """Whether the quotation tells of what is left or a part: "still without power"."""
        return self.rules.rest.search(self.quote.lower()) is not None

    @cached_property
    def places(self) -> frozenset[str]:
        """Where the quotation says that they are, by the names behind what is counted."""
        return frozenset(self.rules.where.findall(self.quote))

    @cached_property
    def context(self) -> frozenset[str]:
        """The words of the sentence beside the number and what it counts."""
        counted = self.statement.text[self.start : self.match.end()]
        return self.statement.words - read_content(counted, self.rules.stop)

    @cached_property
    def fates(self) -> frozenset[str]:
        """Which fates the quotation tells of, or that it tells of any."""
        fates = self.rules.fates
        told = frozenset(name for name, fate in fates.items() if fate.search(self.quote))
        return told or frozenset(fates)


# What is counted, with its numbers by report.
_Counts = defaultdict[str, defaultdict[int, list[_Count]]]


def find_differences(
    reports: Sequence[Sequence[Statement]], language: str = "en"
) -> tuple[Difference, ...]:
    """Return what reports, in order of time, count differently.

    Nothing is found in a ``language`` of which it is not known how it counts.

    Two reports differ about a thing if neither has the other's number of it anywhere, the
    sentences share words beside it, and the numbers are near enough to be of the same.

    >>> from sitegen.text.statements import read_statements
    >>> found = find_differences([
    ...     read_statements(["The ferry ran aground with 312 people aboard."]),
    ...     read_statements(["The ferry ran aground with 290 people."])])
    >>> [(one.thing, [quote.text for quote in one.quotes]) for one in found]
    [('people', ['The ferry ran aground with 312 people aboard',
                 'The ferry ran aground with 290 people'])]
    """
    rules = read_counting(read_language(language).code)
    if rules is None:
        return ()
    things: _Counts = defaultdict(lambda: defaultdict(list))
    people: _Counts = defaultdict(lambda: defaultdict(list))
    for report, statements in enumerate(reports):
        for statement in statements:
            text = statement.text.replace("İ", "i").lower()  # "İ" alone would grow longer
            for match, reach in _find_numbers(text, rules, rules.things):
                if rules.is_counted(match):
                    count = _Count(report, statement, match, reach, rules)
                    things[match["thing"]][report].append(count)
            if rules.fate.search(text):
                for match, reach in _find_numbers(text, rules, rules.people):
                    count = _Count(report, statement, match, reach, rules)
                    people[rules.read_fate(match, reach)][report].append(count)
    # What happened to people, then what else is counted: whoever is not told of already.
    tolls = list(_find_tolls(people))
    told = {_tell_numbers(pair) for _, pair in tolls}
    others = (
        (thing, _find_pair(counts, _gather(counts)))
        for thing, counts in things.items()
        if len(counts) > 1
    )
    new = [(thing, pair) for thing, pair in others if pair and _tell_numbers(pair) not in told]
    found = (
        Difference(thing, tuple(Quote(count.report, count.quote) for count in pair))
        for thing, pair in (*tolls, *new)
    )
    return tuple(found)[:_MOST]


def _find_numbers(
    text: str, rules: Counting, pattern: re.Pattern[str]
) -> Iterator[tuple[re.Match[str], int]]:
    """Yield what a pattern of the rules takes at each number of a sentence in small letters.

    Beside it is where the one before ended.
    """
    reach = 0
    for found in rules.start.finditer(f"\n{text}"):
        start = found.start()  # in the text without the line break
        match = pattern.match(text, start) if reach <= start else None
        if match:
            yield match, reach
            reach = match.end()


def _find_tolls(people: _Counts) -> Iterator[tuple[str, tuple[_Count, _Count]]]:
    """Yield each fate with two counts that differ; any number beside a fate may be of the same."""
    if not any(fate and len(counts) > 1 for fate, counts in people.items()):
        return
    amounts: dict[int, set[float]] = defaultdict(set)
    for counts in people.values():
        for report, gathered in _gather(counts).items():
            amounts[report] |= gathered
    for fate, counts in people.items():
        pair = _find_pair(counts, amounts) if fate else None
        if pair:
            yield fate, pair


def _tell_numbers(pair: tuple[_Count, _Count]) -> frozenset[tuple[int, float]]:
    return frozenset((count.report, count.amount) for count in pair)


def _gather(counts: Mapping[int, Sequence[_Count]]) -> dict[int, set[float]]:
    """Return all numbers that each report has."""
    return {
        report: {amount for count in told for amount in count.amounts}
        for report, told in counts.items()
    }


def _cut_quote(sentence: str, start: int, end: int, stop: AbstractSet[str]) -> str:
    """Return some words around a number, exactly as they stand, within their clause.

    They end with no word of ``stop``, unless the clause does.

    >>> _cut_quote("When she struck, with 312 people aboard, it was dark.", 22, 32, set())
    'with 312 people aboard'
    >>> _cut_quote("Some 312 people had been in Orle with the others.", 5, 15, {"with", "the"})
    'Some 312 people had been in Orle with the others'
    """
    before = _CLAUSE_END.split(sentence[:start])[-1].split(" ")
    behind = _CLAUSE_END.split(sentence[end:])[0].split(" ")
    reach = _BEHIND + 1
    while reach < min(len(behind), _BEHIND + _FURTHER) and behind[reach - 1].lower() in stop:
        reach += 1
    words = " ".join(before[-_BEFORE - 1 :]), " ".join(behind[:reach])
    return f"{words[0]}{sentence[start:end]}{words[1]}".strip()


def _find_pair(
    by_report: Mapping[int, Sequence[_Count]], amounts: Mapping[int, set[float]]
) -> tuple[_Count, _Count] | None:
    """Return the two counts whose sentences are most alike, of those that may be of one thing."""
    single = {report for report, counts in by_report.items() if len(counts) == 1}
    told = [count for counts in by_report.values() for count in counts[:_MOST_COUNTED]]
    pairs = [
        (one, other)
        for one, other in combinations(told, 2)
        if one.amount <= _FARTHEST * other.amount and other.amount <= _FARTHEST * one.amount  # few
        if one.amount not in amounts[other.report] and other.amount not in amounts[one.report]
        if _are_of_one_thing(one, other, is_alone=single.issuperset((one.report, other.report)))
    ]
    return max(pairs, key=lambda pair: len(pair[0].context & pair[1].context), default=None)


def _are_of_one_thing(one: _Count, other: _Count, *, is_alone: bool) -> bool:
    """Tell whether sentences have enough in common, and numbers are near enough, to be compared.

    ``is_alone`` tells that neither report has another number of what is counted.
    """
    small, large = min(one.amount, other.amount), max(one.amount, other.amount)
    is_almost = is_alone and _MANY <= small and large <= _ALMOST * small
    if not is_almost and not _share_enough(one, other, large / small if small else large):
        return False
    if one.fates.isdisjoint(other.fates) or one.is_of_rest != other.is_of_rest:
        return False
    if one.places and other.places and one.places.isdisjoint(other.places):
        return False
    return large > _ROUNDED * small or not (one.is_about or other.is_about)


def _share_enough(one: _Count, other: _Count, ratio: float) -> bool:
    """Tell whether two sentences have words enough in common for numbers of some ratio."""
    is_thing = one.match.re is one.rules.things
    bounds = _NEAR_ENOUGH if is_thing else _NEAR_ENOUGH_OF_TOLLS
    needed = [least for least, most in bounds if ratio <= most]
    if not needed:
        return False
    shared = len(one.context & other.context)
    overlap = _OVERLAP_OF_FEW if max(one.amount, other.amount) < _FEW else _OVERLAP
    return shared >= max(min(needed), overlap * min(len(one.context), len(other.context)))
