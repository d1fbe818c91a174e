"""How a language counts: what a number looks like in a sentence, and what it is a number of."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sitegen.text.languages import list_languages, read_language
from sitegen.text.number_words import NumberWords, make_number_words
from sitegen.text.package_data import read_kinds

_TABLE = "counting.txt"
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 80  # characters before a number in which it may be said what happened to so many


@dataclass(frozen=True, slots=True)
class Counting:
    """The patterns and tables of a language, all for text in small letters.

    ``start`` finds where a number with what it counts may begin: to look for that first takes a
    quarter of the time. ``things`` is a number with a thing, ``people`` a number with those whose
    number it is, if they are named, and ``victims`` that with what happened to them. ``about`` is
    what may stand before a number, ``toll`` what there says what happened to so many, and ``fate``
    any word that says it. ``rest`` finds what says that a number is of a part or of what is left,
    ``where`` the name of a place, in a text with its capitals.
    """

    start: re.Pattern[str]
    things: re.Pattern[str]
    people: re.Pattern[str]
    victims: re.Pattern[str]
    about: re.Pattern[str]
    toll: re.Pattern[str]
    fate: re.Pattern[str]
    rest: re.Pattern[str]
    where: re.Pattern[str]
    stop: frozenset[str]
    words: NumberWords
    scales: Mapping[str, float]
    apart: frozenset[str]
    measures: frozenset[str]
    persons: frozenset[str]
    fates: Mapping[str, re.Pattern[str]]

    def read_number(self, written: str, scale: str | None) -> float:
        """Return a number that is written in figures or in words, times its scale."""
        in_figures = written[:1].isdecimal()
        number = float(written.replace(",", "")) if in_figures else self.words.read(written)
        return number * (self.scales[scale] if scale else 1.0)

    def is_counted(self, match: re.Match[str]) -> bool:
        """Tell whether what ``things`` matched counts things, and is no measure and no year."""
        is_thing = match["thing"] not in self.measures and not _YEAR.fullmatch(match["value"])
        return is_thing and self.apart.isdisjoint(match["between"].split())

    def read_fate(self, match: re.Match[str], reach: int) -> str:
        """Return what happened to so many as ``people`` matched, or nothing; see the table.

        Three died; killing at least three; a toll of three. Before ``reach`` another number ended.
        """
        text, start = match.string, match.start()
        if _YEAR.fullmatch(match["value"]) or self._counts_others(self.things.match(text, start)):
            return ""
        told = self.victims.match(text, start)
        told = told or self.toll.search(text, max(reach, start - _REACH), start)
        return self._name_fate(told["fate"]) if told else ""

    def _counts_others(self, match: re.Match[str] | None) -> bool:
        """Tell whether a number is of what is no people: three dogs, three years."""
        if match is None or not self.apart.isdisjoint(match["between"].split()):
            return False
        return match["thing"] not in self.persons and not self._name_fate(match["thing"])

    def _name_fate(self, words: str) -> str:
        return next((name for name, fate in self.fates.items() if fate.match(words)), "")


@cache
def read_counting(code: str) -> Counting | None:
    """Return how a language counts, if it has a table of it."""
    if code not in list_languages(_TABLE):
        return None
    rows = read_kinds(__package__, f"{code}/{_TABLE}")
    words = {kind: [word for line in lines for word in line] for kind, lines in rows.items()}
    numbers = make_number_words(words)
    scales = {word: 10.0 ** int(power) for word, power in rows["scale"]}
    known = read_language(code)
    return Counting(
        **_compile(rows, words, numbers.pattern, scales, (*known.weekdays, *known.months)),
        stop=known.stop,
        words=numbers,
        scales=scales,
        apart=frozenset(words["apart"]),
        measures=frozenset(words["measure"]),
        persons=frozenset(words["person"]),
        fates={line[0]: re.compile(rf"\b(?:{'|'.join(line)})") for line in rows["fate"]},
    )


def _compile(
    rows: Mapping[str, Sequence[Sequence[str]]],
    words: Mapping[str, Sequence[str]],
    numbers: str,
    scales: Iterable[str],
    days: Iterable[str],
) -> dict[str, re.Pattern[str]]:
    one_of = {kind: "|".join(listed) for kind, listed in words.items()}
    about, parts = ("|".join(" ".join(line) for line in rows[kind]) for kind in ("about", "part"))
    scale = "|".join(scales)
    number = rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+(?:\.[0-9]+)?|{numbers}"
    begin = r"(?<![\w.,$€£-])(?<!\. )"
    value = rf"(?P<value>{number})(?: (?P<scale>{scale}))?"
    people = rf"{value}(?: (?:[a-z-]+ ){{0,2}}?(?:{one_of['person']}))?"
    fate = rf"(?P<fate>(?:{one_of['fate']})[a-z]*)"
    patterns = {
        "start": rf"[^a-z0-9_.,$€£-](?=[0-9]|{one_of['unit']}|{one_of['teen']}|{one_of['ten']})",
        # "312 people", "1,200 delighted islanders": a number, and the first plural near it;
        # "900 tonnes of fuel": what a measure is of.
        "things": rf"{begin}(?:(?P<part>{number})(?: (?P<part_scale>{scale}))? (?:{parts}) )?"
        rf"{value} (?P<between>(?:[a-z-]+ ){{0,2}}?)(?P<thing>(?:{one_of['amount']}) of [a-z]{{3,}}"
        rf"|{one_of['thing']}|[a-z]{{3,}}s)\b",
        "people": rf"{begin}{people}\b",
        # "three people were killed", but not "two officers killed a man"
        "victims": rf"{begin}{people}(?: (?:{one_of['befell']}))* {fate}\b"
        rf"(?! (?:{one_of['object']})\b)",
        "about": rf"\b(?:{about}) $",
        "fate": rf" (?:{one_of['fate']})",
        "rest": rf"\b(?:{one_of['rest']})\b",
        "where": rf"\b(?:{one_of['where']}) (?:(?:the|[a-z]+ of) )*"
        rf"(?!(?i:{'|'.join(days)})\b)([^\W\d_a-z][^\W\d_]+)",
        "toll": rf"\b{fate} (?:(?:{one_of['reached']}) ){{0,6}}(?:(?:{about}) )?$",
    }
    return {name: re.compile(pattern) for name, pattern in patterns.items()}
