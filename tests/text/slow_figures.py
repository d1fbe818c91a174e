"""Tell slowly and plainly where reports count differently: what the fast search is held against."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from sitegen.text import figures
from sitegen.text.figures import Difference, Quote
from sitegen.text.languages import read_language
from sitegen.text.number_words import make_number_words
from sitegen.text.package_data import read_kinds
from sitegen.text.statements import Statement, read_content, read_statements

_TABLE = read_kinds("sitegen.text", "en/counting.txt")
_WORDS = {kind: [word for line in lines for word in line] for kind, lines in _TABLE.items()}
_NUMBERS = make_number_words(_WORDS)
_STOP = read_language("en").stop
_SCALES = {word: 10.0 ** int(power) for word, power in _TABLE["scale"]}
_ABOUT = "|".join(" ".join(line) for line in _TABLE["about"])
_PART = "|".join(" ".join(line) for line in _TABLE["part"])
_NUMBER = rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+(?:\.[0-9]+)?|{_NUMBERS.pattern}"
_COUNT = re.compile(
    rf"(?P<about>\b(?:{_ABOUT}) )?(?<![\w.,$€£-])(?<!\. )"
    rf"(?:(?P<part>{_NUMBER})(?: (?P<part_scale>{'|'.join(_SCALES)}))? (?:{_PART}) )?"
    rf"(?P<value>{_NUMBER})"
    rf"(?: (?P<scale>{'|'.join(_SCALES)}))? (?P<between>(?:[a-z-]+ ){{0,2}}?)"
    rf"(?P<thing>(?:{'|'.join(_WORDS['amount'])}) of [a-z]{{3,}}"
    rf"|{'|'.join(_WORDS['thing'])}|[a-z]{{3,}}s)\b"
)
_MANY = (
    rf"(?<![\w.,$€£-])(?<!\. )(?P<value>{_NUMBER})(?: (?P<scale>{'|'.join(_SCALES)}))?"
    rf"(?: (?:[a-z-]+ ){{0,2}}?(?:{'|'.join(_WORDS['person'])}))?"
)
_PEOPLE = re.compile(rf"(?P<about>\b(?:{_ABOUT}) )?{_MANY}\b")
_FATE = rf"(?P<fate>(?:{'|'.join(_WORDS['fate'])})[a-z]*)"
_VICTIMS = re.compile(
    rf"{_MANY}(?: (?:{'|'.join(_WORDS['befell'])}))* {_FATE}\b"
    rf"(?! (?:{'|'.join(_WORDS['object'])})\b)"
)
_TOLL = re.compile(rf"\b{_FATE} (?:(?:{'|'.join(_WORDS['reached'])}) ){{0,6}}(?:(?:{_ABOUT}) )?$")
_YEAR = re.compile(r"(?:19|20)\d\d")


class _Count(NamedTuple):
    report: int
    amount: float
    part: float
    is_about: bool
    quote: str
    context: frozenset[str]
    fates: set[int]
    is_thing: bool


class _Found(NamedTuple):
    difference: Difference
    numbers: set[tuple[int, float]]


def find_differences_slowly(reports: list[list[str]]) -> tuple[Difference, ...]:
    """Return what English reports, given as their paragraphs, count differently."""
    counts: dict[str, list[_Count]] = defaultdict(list)
    people: dict[str, list[_Count]] = defaultdict(list)
    for report, paragraphs in enumerate(reports):
        for statement in read_statements(paragraphs):
            for thing, count in _read_counts(report, statement):
                counts[thing].append(count)
            for fate, count in _read_people(report, statement):
                people[fate].append(count)
    beside = [count for told in people.values() for count in told]
    tolls = [_compare(fate, told, beside) for fate, told in people.items() if fate]
    things = [_compare(thing, told, told) for thing, told in counts.items()]
    told = [found.numbers for found in tolls if found]
    kept = [found for found in things if found and found.numbers not in told]
    return tuple(found.difference for found in (*tolls, *kept) if found)[:6]


def _read_counts(report: int, statement: Statement) -> Iterator[tuple[str, _Count]]:
    stop = read_language("en").stop
    for match in _COUNT.finditer(statement.text.replace("İ", "i").lower()):
        thing, value, between = match["thing"], match["value"], {*match["between"].split()}
        if thing in _WORDS["measure"] or _YEAR.fullmatch(value) or between & {*_WORDS["apart"]}:
            continue
        quote = figures._cut_quote(statement.text, match.start(), match.end(), _STOP)
        context = statement.words - read_content(match[0], stop)
        amount = _read_number(value, match["scale"])
        part = _read_number(match["part"], match["part_scale"]) if match["part"] else amount
        is_about = bool(match["about"])
        fates = _fates(quote)
        yield (
            thing,
            _Count(report, amount, part, is_about, quote, context, fates, is_thing=True),
        )


def _read_people(report: int, statement: Statement) -> Iterator[tuple[str, _Count]]:
    """Yield each number of a sentence that tells what happened to people, if to so many."""
    text = statement.text.replace("İ", "i").lower()
    if not any(f" {word}" in text for word in _WORDS["fate"]):
        return
    reach = 0
    for match in _PEOPLE.finditer(text):
        quote = figures._cut_quote(statement.text, match.start(), match.end(), _STOP)
        context = statement.words - read_content(match[0], read_language("en").stop)
        amount = _read_number(match["value"], match["scale"])
        about = bool(match["about"])
        fates = _fates(quote)
        count = _Count(report, amount, amount, about, quote, context, fates, is_thing=False)
        yield _read_fate(text, match, reach), count
        reach = match.end()


def _read_fate(text: str, match: re.Match[str], reach: int) -> str:
    start = match.start("value")
    thing = _COUNT.match(text, start)
    is_of_thing = thing is not None and not {*thing["between"].split()} & {*_WORDS["apart"]}
    what = thing["thing"] if thing and is_of_thing else ""
    if what and what not in _WORDS["person"] and not _name_fate(what):
        return ""
    told = _VICTIMS.match(text, start) or _TOLL.search(text, max(reach, start - 80), start)
    return _name_fate(told["fate"]) if told and not _YEAR.fullmatch(match["value"]) else ""


def _name_fate(word: str) -> str:
    return next((one[0] for one in _TABLE["fate"] if word.startswith(tuple(one))), "")


def _read_number(value: str, scale: str | None) -> float:
    number = float(value.replace(",", "")) if value[0].isdigit() else _NUMBERS.read(value)
    return number * (_SCALES[scale] if scale else 1.0)


def _fates(quote: str) -> set[int]:
    lines = list(enumerate(_TABLE["fate"]))
    told = {number for number, line in lines if re.search(rf"\b(?:{'|'.join(line)})", quote)}
    return told or {number for number, _ in lines}


def _compare(thing: str, counts: list[_Count], beside: list[_Count]) -> _Found | None:
    amounts = {(count.report, number) for count in beside for number in (count.amount, count.part)}
    of_report = [count.report for count in counts]
    pairs = [
        pair
        for pair in combinations(counts, 2)
        if (pair[1].report, pair[0].amount) not in amounts
        if (pair[0].report, pair[1].amount) not in amounts
        if _may_be_one(*pair, is_alone=all(of_report.count(one.report) == 1 for one in pair))
    ]
    if not pairs:
        return None
    best = max(pairs, key=lambda pair: len(pair[0].context & pair[1].context))
    quotes = tuple(Quote(count.report, count.quote) for count in best)
    return _Found(Difference(thing, quotes), {(count.report, count.amount) for count in best})


def _may_be_one(one: _Count, other: _Count, *, is_alone: bool) -> bool:
    shared = len(one.context & other.context)
    small, large = sorted((one.amount, other.amount))
    is_rounded = large <= 1.1 * small and (one.is_about or other.is_about)
    farthest = 2.0 if one.is_thing else 3.0
    overlap = (0.5 if large < 10 else 0.25) * min(len(one.context), len(other.context))
    near = (shared >= 2 and large <= 1.5 * small) or (shared >= 3 and large <= farthest * small)
    is_almost = is_alone and small >= 100 and large <= 1.05 * small
    places, others = _find_places(one.quote), _find_places(other.quote)
    return (
        ((near and shared >= overlap) or is_almost)
        and not one.fates.isdisjoint(other.fates)
        and not is_rounded
        and _tells_rest(one.quote) == _tells_rest(other.quote)
        and (not places or not others or bool(places & others))
    )


def _tells_rest(quote: str) -> bool:
    words = re.findall(r"\w+", quote.lower())
    return any(word in _WORDS["rest"] for word in words)


def _find_places(quote: str) -> set[str]:
    known = read_language("en")
    days = {*known.weekdays, *known.months}
    found = re.findall(rf"\b(?:{'|'.join(_WORDS['where'])}) (?:(?:the|[a-z]+ of) )*(\w+)", quote)
    return {word for word in found if word[0].isupper() and word.lower() not in days}
