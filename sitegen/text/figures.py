"""Find where reports of one event count the same things differently, in their own words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations

from sitegen.text.languages import list_languages, read_language
from sitegen.text.number_words import NumberWords, make_number_words
from sitegen.text.package_data import read_kinds
from sitegen.text.statements import Statement, read_content

_TABLE = "counting.txt"
_YEAR = re.compile(r"(?:19|20)\d\d")
# Beside the thing, two sentences must have some part of the shorter one's words in common, and the
# more of them the less alike the numbers are: so many words up to so many times the number.
_OVERLAP, _OVERLAP_OF_FEW = 0.25, 0.5  # "two states" are any: of few things more must be shared
_FEW = 10
_NEAR_ENOUGH = ((2, 1.5), (3, 3.0))
_FARTHEST = max(ratio for _, ratio in _NEAR_ENOUGH)
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
    """How a language counts: the pattern of a number with what it counts, and its tables.

    All is for text in small letters. ``start`` finds where such a number may begin: to look for
    that first takes a quarter of the time. ``about`` is what may stand before the number.
    """

    start: re.Pattern[str]
    pattern: re.Pattern[str]
    about: re.Pattern[str]
    stop: frozenset[str]
    words: NumberWords
    scales: Mapping[str, float]
    apart: frozenset[str]
    measures: frozenset[str]
    fates: tuple[re.Pattern[str], ...]


@dataclass(frozen=True)  # without slots, so that what few are asked for is worked out once, late
class _Count:
    """A number with what it counts, in a sentence in small letters; at ``reach`` another ended.

    In front of it may stand how many of these are told of: "four of its twelve masts".
    """

    report: int
    statement: Statement
    match: re.Match[str]
    reach: int
    rules: _Counting

    @cached_property
    def amount(self) -> float:
        """The number that is written in figures or in words, with its scale."""
        return self._read(self.match["value"], self.match["scale"])

    @cached_property
    def amounts(self) -> frozenset[float]:
        """The number, and that of the part of it that is told of."""
        part = self.match["part"]
        parts = {self._read(part, self.match["part_scale"])} if part else set()
        return frozenset({self.amount, *parts})

    def _read(self, written: str, scale: str | None) -> float:
        in_figures = written[:1].isdecimal()
        words = self.rules.words
        number = float(written.replace(",", "")) if in_figures else words.read(written)
        return number * (self.rules.scales[scale] if scale else 1.0)

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
        return _cut_quote(self.statement.text, self.start, self.match.end())

    @cached_property
    def context(self) -> frozenset[str]:
        """The words of the sentence beside the number and what it counts."""
        counted = self.statement.text[self.start : self.match.end()]
        return self.statement.words - read_content(counted, self.rules.stop)

    @cached_property
    def fates(self) -> frozenset[int]:
        """Which fates the quotation tells of, or that it tells of any."""
        fates = self.rules.fates
        told = frozenset(number for number, fate in enumerate(fates) if fate.search(self.quote))
        return told or frozenset(range(len(fates)))


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
    rules = _read_counting(read_language(language).code)
    if rules is None:
        return ()
    counts: dict[str, dict[int, list[_Count]]] = defaultdict(lambda: defaultdict(list))
    for report, statements in enumerate(reports):
        for statement in statements:
            for thing, count in _read_counts(report, statement, rules):
                counts[thing][report].append(count)
    told = ((thing, by_report) for thing, by_report in counts.items() if len(by_report) > 1)
    found = (_compare(thing, by_report) for thing, by_report in told)
    return tuple(one for one in found if one)[:_MOST]


@cache
def _read_counting(code: str) -> _Counting | None:
    """Return how a language counts, if it has a table of it."""
    if code not in list_languages(_TABLE):
        return None
    rows = read_kinds(__package__, f"{code}/{_TABLE}")
    words = {kind: [word for line in lines for word in line] for kind, lines in rows.items()}
    numbers = make_number_words(words)
    first_words = "|".join((*words["unit"], *words["teen"], *words["ten"]))
    scales = {word: 10.0 ** int(power) for word, power in rows["scale"]}
    about, parts = ("|".join(" ".join(line) for line in rows[kind]) for kind in ("about", "part"))
    number = rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+(?:\.[0-9]+)?|{numbers.pattern}"
    # "312 people", "1,200 delighted islanders": a number, and the first plural near it;
    # "900 tonnes of fuel": what a measure is of.
    pattern = re.compile(
        rf"(?<![\w.,$€£-])(?<!\. )"
        rf"(?:(?P<part>{number})(?: (?P<part_scale>{'|'.join(scales)}))? (?:{parts}) )?"
        rf"(?P<value>{number})(?: (?P<scale>{'|'.join(scales)}))? (?P<between>(?:[a-z-]+ ){{0,2}}?)"
        rf"(?P<thing>(?:{'|'.join(words['amount'])}) of [a-z]{{3,}}"
        rf"|{'|'.join(words['thing'])}|[a-z]{{3,}}s)\b"
    )
    return _Counting(
        start=re.compile(rf"[^a-z0-9_.,$€£-](?=[0-9]|{first_words})"),
        pattern=pattern,
        about=re.compile(rf"\b(?:{about}) $"),
        stop=read_language(code).stop,
        words=numbers,
        scales=scales,
        apart=frozenset(words["apart"]),
        measures=frozenset(words["measure"]),
        fates=tuple(re.compile(rf"\b(?:{'|'.join(line)})") for line in rows["fate"]),
    )


def _read_counts(
    report: int, statement: Statement, rules: _Counting
) -> Iterator[tuple[str, _Count]]:
    text = statement.text.replace("İ", "i").lower()  # "İ" alone would grow longer
    reach = 0
    for found in rules.start.finditer(f"\n{text}"):
        start = found.start()  # in the text without the line break
        match = rules.pattern.match(text, start) if reach <= start else None
        if match is None:
            continue
        thing = match["thing"]
        is_thing = thing not in rules.measures and not _YEAR.fullmatch(match["value"])
        if is_thing and rules.apart.isdisjoint(match["between"].split()):
            yield thing, _Count(report, statement, match, reach, rules)
        reach = match.end()


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
    amounts = {
        report: {amount for count in counts for amount in count.amounts}
        for report, counts in by_report.items()
    }
    pairs = [
        (one, other)
        for one, other in combinations([c for counts in by_report.values() for c in counts], 2)
        if one.amount <= _FARTHEST * other.amount and other.amount <= _FARTHEST * one.amount  # few
        if one.amount not in amounts[other.report] and other.amount not in amounts[one.report]
        if _are_of_one_thing(one, other)
    ]
    if not pairs:
        return None
    best = max(pairs, key=lambda pair: len(pair[0].context & pair[1].context))
    return Difference(thing, tuple(Quote(count.report, count.quote) for count in best))


def _are_of_one_thing(one: _Count, other: _Count) -> bool:
    """Tell whether sentences have enough in common, and numbers are near enough, to be compared."""
    small, large = min(one.amount, other.amount), max(one.amount, other.amount)
    needed = [least for least, ratio in _NEAR_ENOUGH if large <= ratio * small]
    shared = len(one.context & other.context)
    overlap = _OVERLAP_OF_FEW if large < _FEW else _OVERLAP
    if shared < max(min(needed), overlap * min(len(one.context), len(other.context))):
        return False
    if one.fates.isdisjoint(other.fates):
        return False
    return large > _ROUNDED * small or not (one.is_about or other.is_about)
