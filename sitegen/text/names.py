"""Find the names in running text: people, places and organisations, in its own words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from sitegen.text.common_words import is_common
from sitegen.text.english import STOPWORDS
from sitegen.text.languages import read_language
from sitegen.text.lexicon import mark_word, read_lexicon
from sitegen.text.name_kinds import SpanKind, cut_article, is_plain
from sitegen.text.name_spans import find_forms
from sitegen.text.names_by_shape import find_capitals
from sitegen.text.spellings import fold_spelling

NameKind = Literal["person", "place", "organisation", "other"]

_ENGLISH = 0.2  # share of small words that are English ones; other languages have a tenth at most
# Whose short form a name may be: what it is when it stands alone is often not told.
_OWNERS: dict[str, tuple[NameKind, ...]] = {
    "other": ("person", "organisation", "other"),
    "organisation": ("organisation", "other"),
}
_FEW = 5  # small words, too few to tell a language
_LONGEST = 8  # words in a name
_SEVERAL = 2
_SOON = 8  # mentions from a short form to the full name that it is of
_SHORTEST_PLACE = 5  # letters; shorter words and their endings make other words
_PEOPLE_ENDINGS = tuple(one + many for one in ("n", "an", "ian", "er") for many in ("", "s"))
_COMPANY = frozenset("inc ltd co corp corporation company plc llc group limited".split())
_SUFFIXES = frozenset("jr sr ii iii".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name, what it names, how often the text says it in any form, and its forms there.

    A country is called by its name, whether the text says it or speaks of its people; any other
    name is the fullest of its forms, the first. ``other`` are things that have names, and every
    name in a language that we have no tables of.
    """

    text: str
    kind: NameKind
    count: int
    forms: tuple[str, ...]


def find_names(paragraphs: Sequence[str], language: str = "") -> tuple[Name, ...]:
    """Return the names in order of first mention, short forms joined to full ones.

    ``language`` is the tag of the text's language, if it is told; many pages say that they are
    English and are not.

    >>> text = ["Mayor Åsa Lindqvær met Ivo Brandt in Paris. Lindqvær's plan pleased Brandt."]
    >>> [(name.text, name.kind, name.count) for name in find_names(text)]
    [('Åsa Lindqvær', 'person', 2), ('Ivo Brandt', 'person', 2), ('Paris', 'place', 1)]
    """
    if read_language(language).code != "en" or not is_english(paragraphs):
        return _count_forms(find_capitals(paragraphs, language))
    return _join_forms(_join_peoples(list(_read_mentions(find_forms(paragraphs)))))


def _count_forms(mentions: Iterable[tuple[str, str]]) -> tuple[Name, ...]:
    """Count names of unknown kind, each with its forms, in order of first mention."""
    counts: Counter[str] = Counter()
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for name, form in mentions:
        counts[name] += 1
        forms[name][form] = None
    return tuple(
        Name(text, "other", count, _sort_forms(text, forms[text])) for text, count in counts.items()
    )


def is_english(paragraphs: Sequence[str]) -> bool:
    """Tell by its small words whether a text is English; one with few may be if it is ASCII."""
    return _is_english(" ".join(paragraphs))


@lru_cache(maxsize=2)  # who asks for the phrases of a text has asked for its names
def _is_english(text: str) -> bool:
    small = list(filter(str.islower, text.split()))
    if len(small) < _FEW and text.isascii():
        return True
    return _ENGLISH * len(small) <= sum(map(STOPWORDS.__contains__, small))


class _Mention(NamedTuple):
    """One mention: what the text says, and the name that stands for it."""

    form: str
    name: str
    kind: NameKind


def _read_mentions(forms: Iterable[tuple[str, SpanKind]]) -> Iterator[_Mention]:
    countries = read_lexicon().countries
    for form, kind in forms:
        if kind in {"people", "place"} and form in countries:
            yield _Mention(form, countries[form], "place")
        elif kind != "people" and form.count(" ") < _LONGEST:
            yield _Mention(form, form, kind)


def _join_peoples(mentions: Sequence[_Mention]) -> Sequence[_Mention]:
    """Take ``Tresnian`` for Tresnia where the text names both, as it does a country's people."""
    places = {one.name: one.kind for one in mentions if one.kind != "person"}
    homes = {
        f"{name}{ending}": name
        for name in places
        if _SHORTEST_PLACE <= len(name) and " " not in name
        for ending in _PEOPLE_ENDINGS
    }
    if homes.keys().isdisjoint([one.name for one in mentions]):
        return mentions
    return [
        one._replace(name=homes[one.name], kind=places[homes[one.name]])
        if one.kind != "person" and one.name in homes
        else one
        for one in mentions
    ]


def _join_spellings(mentions: Sequence[_Mention]) -> Sequence[_Mention]:
    """Take ``Kim Jong-un`` for ``Kim Jong Un`` where the text says that first."""
    spellings: dict[str, str] = {}
    names = {}
    for one in mentions:
        if one.name not in names:
            names[one.name] = spellings.setdefault(fold_spelling(one.name), one.name)
    if len(names) == len(spellings):
        return mentions
    return [one._replace(name=names[one.name]) for one in mentions]


def _join_forms(mentions: Sequence[_Mention]) -> tuple[Name, ...]:
    """Count each name with its short forms, as far as these are of one longer name only."""
    mentions = _join_spellings(mentions)
    kinds = {mention.name: mention.kind for mention in mentions}
    first: dict[str, int] = {}
    for place, mention in enumerate(mentions):
        first.setdefault(mention.name, place)
    owners: dict[tuple[NameKind, str], list[str]] = defaultdict(list)
    for name, kind in kinds.items():
        for form in _list_short_forms(name, kind):
            owners[kind, form].append(name)
    short = {form for _, form in owners}
    begun: dict[str, list[str]] = defaultdict(list)
    for name in kinds:
        begun[name.split()[0]].append(name)
    full: dict[str, str] = {}
    for name in sorted(kinds, key=lambda name: (-name.count(" "), -len(name), name)):
        if name not in short:  # as most
            full[name] = name
            continue
        wanted = _OWNERS.get(kinds[name], (kinds[name],))
        ahead = {
            full[owner]: first[owner] - first[name]
            for kind in wanted
            for owner in owners.get((kind, name), ())
            if full[owner] and _can_follow(name, kind, first[owner] - first[name])
        }
        is_shared = _is_shared(owners.get(("person", name), ()), begun[name])
        full[name] = "" if is_shared else _choose_full(name, ahead)
    counts: Counter[str] = Counter()
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for mention in mentions:
        if name := full[mention.name]:
            counts[name] += 1
            forms[name][mention.form] = None
    return tuple(
        Name(name, kinds[name], count, _sort_forms(name, forms[name]))
        for name, count in counts.items()
    )


def _is_shared(owners: Iterable[str], begun: Sequence[str]) -> bool:
    """Tell whether the first word of a person's name begins another name in the text as well.

    Kim is not Kim Hong-kyun in a text that knows a Kim Il Sung Square.
    """
    return any(
        owner in begun and not all(other in owner or owner in other for other in begun)
        for owner in owners
    )


def _can_follow(name: str, kind: NameKind, ahead: int) -> bool:
    """Tell whether a full name that far ahead of a short form can be what is meant.

    The full name comes first, but reports may open with a surname that everybody knows and say
    soon whose it is; who is never told is not the daughter that is named at the end.
    """
    if kind == "person":
        return ahead <= _SOON
    return ahead < 0 or name.isupper()


def _choose_full(name: str, ahead: Mapping[str, int]) -> str:
    """Return the full name of a short one, itself if it has none, nothing if it has several.

    Of several it is none if it was there before them all.
    """
    if len(ahead) == 1:
        return next(iter(ahead))
    return name if all(0 < distance for distance in ahead.values()) else ""


def _sort_forms(name: str, forms: Iterable[str]) -> tuple[str, ...]:
    """Return the forms in order of first mention, the name itself first."""
    return tuple(sorted(forms, key=lambda form: form != name))


def _list_short_forms(name: str, kind: NameKind) -> set[str]:
    """Return what a text may call a full name elsewhere."""
    words = [word for word in name.split() if word.lower().rstrip(".") not in _SUFFIXES]
    if len(words) < _SEVERAL:
        return set()
    if kind == "person" and len(words) < len(name.split()):
        return {words[0], words[-1]}  # Ivo Brandt is the father of Ivo Brandt Jr.
    if kind == "person":
        return _shorten_person(words) - {name}
    if kind == "organisation":
        forms = _abbreviate(words)
        if words[-1].lower().rstrip(".") in _COMPANY:
            forms.add(" ".join(words[:-1]))
        if _is_short(words[0]):
            forms.add(words[0])
        if len(words) == _SEVERAL and is_plain(words) and not is_common(words[1]):
            forms.add(words[1])  # a club's, as in Ostrand Eagles; a stranger looks like one
        return forms - {name}
    if kind == "other" and _SEVERAL < len(words):
        return _abbreviate(words)
    return {words[-1]} if kind == "other" and len(words) == _SEVERAL else set()


def _is_short(word: str) -> bool:
    """Tell whether the first word of a body's name may stand for it.

    Capitals are an abbreviation, and a body of their own: ``OBC`` is not ``OBC Sounds``.
    """
    is_own = 1 < len(word) and word.isupper()
    return not is_own and "o" not in mark_word(word) and word.lower() not in STOPWORDS


def _abbreviate(words: Sequence[str]) -> set[str]:
    """Return how a name is abbreviated, with its small words or without: ``DJ`` and ``DOJ``."""
    capitals = [word[0] for word in words if word[0].isupper()]
    letters = "".join(word[0].upper() for word in words)
    return {"".join(capitals), ".".join(capitals) + ".", letters}


def _shorten_person(words: Sequence[str]) -> set[str]:
    """Return the forms of a person's name: ``Ivo T. Brandt`` is Ivo Brandt, I. Brandt, Brandt."""
    first, *_, last = words
    plain = [word for word in words if 1 < len(word.rstrip("."))]
    forms = {first, last, f"{first[0]}. {last}", " ".join(words), " ".join(plain)}
    if "-" in last:
        forms |= {cut_article(last), f"{first} {cut_article(last)}"}
    if _SEVERAL < len(plain):  # a name in the middle may be left out, and so may the first or last
        forms |= {f"{plain[0]} {plain[-1]}", " ".join(plain[1:]), " ".join(plain[:-1])}
    return {form for form in forms if 1 < len(form.rstrip("."))}
