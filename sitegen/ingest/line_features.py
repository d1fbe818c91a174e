"""What counts of a line, and of the lines around it, for what it is on its page.

Words say much of a button or a teaser and little of a paragraph, of which the first words and the
last are read; the rest is shape, place, repetition, and the words that a line shares with the
paragraphs near it.

What a line's words say are features by themselves. The rest is described in parts: a part is a
template of features and what was seen for it, and :func:`list_features` fills it in. Shapes and
places come again with most lines, so a model asks once for what they have in common.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, repeat

from sitegen.ingest.lines import Line
from sitegen.model.value import value

Part = tuple[str | int, ...]

# Characters of a line whose words count by themselves, and of a long paragraph.
_READ, _READ_OF_LONG = 80, 24
# Letters of any script, and those of a line in ASCII, which are found in half of the time.
_LETTERS = (r"[^\W\d_]", "[A-Za-z]")
_TOKENS, _ASCII_TOKENS = (
    re.compile(rf"{letter}+(?:'{letter}+)?|\d+|[@£$€%?!:|•·©/]") for letter in _LETTERS
)
# Words that may tie a line to a paragraph.
_LONG_WORDS, _ASCII_LONG_WORDS = (re.compile(letter + "{5,}") for letter in _LETTERS)
_LONGEST_FIGURES = 5
_STEPS = (0, 1, 3, 6, 10, 16, 28)  # words up to which a line is of one length
_FEW = 4  # words of a button, which counts as a whole
_PARAGRAPH = 12  # words of a sentence that is one
_NEAR = 8  # lines around one
_FIFTHS = 5  # in which the share of words that tie a line is told
_EDGE = 6  # lines by which the ends of a document are told from its middle
_QUOTE = re.compile(r"[“”\"«»„]")
_MAIL = re.compile(r"\S@\S")
_URL = re.compile(r"\bwww\.|https?:|\w\.(?:com|org|net|example)\b")
_URL_SIGNS = ("www.", "http", ".com", ".org", ".net", ".example")  # of which any has one
_HOUR = re.compile(r"\d:\d\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BEYOND = ("EDGE",) * 3  # the shapes of the lines above the first and below the last
_CLOSING = "\"”’»)]'"
_ENDS = {".": "S", "!": "S", "?": "?", ":": ":", "…": "…"}

# Templates: features, parted by tabs, with places for what is seen.
_OF_SHAPES = "s={1}\ts0={1[0]}\ts1={1[1]}\tn-1={0}\tn1={2}\tc={0}|{1:.2}|{2}"
_OF_UPPER = "n-3={}\tn-2={}"
_OF_LOWER = "n2={}\tn3={}"
_OF_PLACE = "first={}\tlast={}\tgap={:d}{:d}"
_OF_PARAGRAPHS = "up={0}\tdown={1}\tud={2}{3}{4}"
_OF_TIED = f"{_OF_PARAGRAPHS}\ttied={{5}}\ttied={{5}}{{4}}"
_FAR = 4  # lines to a paragraph above and one below, as they count together


@value
class Described:
    """What counts of a line: features of its words by their names, and parts."""

    said: Iterable[str]
    parts: Sequence[Part]


def list_features(described: Described) -> list[str]:
    r"""Return the names of all features of a line.

    >>> list_features(Described(["w=share"], [("n2={}\tn3={}", "1-T", "5S")]))
    ['w=share', 'n2=1-T', 'n3=5S']
    """
    return [*described.said, *[name for part in described.parts for name in fill_in(part)]]


def fill_in(part: Part) -> list[str]:
    """Return the names of the features that a part stands for."""
    template, *seen = part
    return str(template).format(*seen).split("\t")


def describe_lines(lines: Sequence[Line]) -> list[Described]:
    """Return what counts of each line; no line is blank, and numbers tell where blank ones were."""
    if not lines:
        return []
    shapes = [find_shape(line) for line in lines]
    said = _list_said(lines, [split_tokens(_read_key(line)) for line in lines])
    prose = [
        _PARAGRAPH <= line.words and shape[1] == "S"
        for line, shape in zip(lines, shapes, strict=True)
    ]
    parts = zip(
        *_see_shapes(shapes),
        _see_places(lines),
        _see_paragraphs(prose, shapes, _list_ties(lines, prose)),
        strict=True,
    )
    return list(map(Described, said, parts))


def _read_key(line: Line) -> str:
    return line.key[: _READ if line.words <= _STEPS[-1] else _READ_OF_LONG]


def split_tokens(key: str) -> list[str]:
    """Return the words, figures and telling marks of a folded line; figures by how many they are.

    >>> split_tokens("1,204 likes | ann's page")
    ['0', '000', 'likes', '|', "ann's", 'page']
    """
    key = key.replace("’", "'")
    found = (_ASCII_TOKENS if key.isascii() else _TOKENS).findall(key)
    return ["0" * min(len(one), _LONGEST_FIGURES) if one[0].isdigit() else one for one in found]


def find_shape(line: Line) -> str:
    """Return three signs: how long a line is, how it ends, and its capitals."""
    text = line.text
    end = _ENDS.get(text.rstrip(_CLOSING)[-1:] or "-", "-")
    case = "t"
    if line.words <= _STEPS[-1]:
        words = text.split()
        capitals = sum([word[0].isupper() for word in words])
        case = "A" if text.isupper() else "T" if len(words) < 2 * capitals else "t"
    return f"{bisect_left(_STEPS, line.words)}{'…' if text.endswith('...') else end}{case}"


def _list_said(lines: Sequence[Line], words: Sequence[Sequence[str]]) -> Iterator[set[str]]:
    """Yield what the words of each line say, and those of the lines beside it."""
    counts = Counter([line.key for line in lines])
    seen: set[str] = set()
    heads = [[], *map(_tell_neighbour, words), []]
    for place, line in enumerate(lines):
        said = _list_own(line, words[place])
        said.update([f"above {one}" for one in heads[place]])
        said.update([f"below {one}" for one in heads[place + 2]])
        if counts[line.key] > 1:
            said.add("again" if line.key in seen else "first of some")
            seen.add(line.key)
        yield said


def _list_own(line: Line, words: Sequence[str]) -> set[str]:
    """Return what the words and marks of a line say by themselves."""
    said = {f"w={word}" for word in words}
    said.update([f"b={one} {other}" for one, other in pairwise(words)])
    if words:
        said |= {f"^{words[0]}", f"^{' '.join(words[:2])}", f"${words[-1]}"}
        if len(words) <= _FEW:
            said.add(f"all={' '.join(words)}")
    if line.words <= _STEPS[-1]:
        said.update(_list_marks(line.key))
    return said


def _list_marks(key: str) -> Iterator[str]:
    """Yield what else stands in a short line."""
    if ('"' in key or not key.isascii()) and _QUOTE.search(key):
        yield "QUOTED"
    if "@" in key and _MAIL.search(key):
        yield "MAIL"
    if any(map(key.__contains__, _URL_SIGNS)) and _URL.search(key):
        yield "URL"
    if ":" in key and _HOUR.search(key):
        yield "HOUR"
    if ("19" in key or "20" in key) and _YEAR.search(key):
        yield "YEAR"


def _tell_neighbour(words: Sequence[str]) -> list[str]:
    """Return what counts of the words of the line above or below one."""
    if not words:
        return []
    return [f"^{words[0]}", " ".join(words)] if len(words) <= _FEW + 1 else [f"^{words[0]}"]


def _see_shapes(shapes: Sequence[str]) -> tuple[Iterable[Part], Iterable[Part], Iterable[Part]]:
    """Return three parts of each line: the shapes at it, and those further up and down."""
    around = [*_BEYOND, *shapes, *_BEYOND]
    roughly = [shape[:2] for shape in around]
    return (
        zip(repeat(_OF_SHAPES), around[2:], shapes, around[4:], strict=False),
        zip(repeat(_OF_UPPER), roughly, around[1:-5], strict=False),
        zip(repeat(_OF_LOWER), around[5:], roughly[6:], strict=False),
    )


def _see_places(lines: Sequence[Line]) -> Iterable[Part]:
    """Return how far the ends of the document are, and whether a line stands alone."""
    firsts = [min(_EDGE, place) for place in range(len(lines))]
    gaps = [one.number + one.span < other.number for one, other in pairwise(lines)]
    return zip(
        repeat(_OF_PLACE), firsts, reversed(firsts), [False, *gaps], [*gaps, False], strict=False
    )


def _see_paragraphs(
    prose: Sequence[bool], shapes: Sequence[str], ties: Sequence[int]
) -> Iterator[Part]:
    """Yield how far the paragraphs around each line are, and how much it shares with them."""
    for (above, below), shape, tied in zip(_list_distances(prose), shapes, ties, strict=True):
        far = (above, below, min(above, _FAR), min(below, _FAR), shape[0])
        yield (_OF_PARAGRAPHS, *far) if tied < 0 else (_OF_TIED, *far, tied)


def _list_distances(prose: Sequence[bool]) -> Iterable[tuple[int, int]]:
    """Yield how far the next paragraphs above and below each line are, at most so far."""

    def count(gone: int, now: int) -> int:
        return 1 if now else min(gone + 1, _NEAR + 1)

    above = accumulate(prose[:-1], count, initial=_NEAR + 1)
    below = [*accumulate(reversed(prose[1:]), count, initial=_NEAR + 1)]
    return zip(above, reversed(below), strict=True)


def _list_ties(lines: Sequence[Line], prose: Sequence[bool]) -> list[int]:
    """Return what share of the long words of each line paragraphs near it have; -1 for none."""
    words = [_find_long_words(line.key) for line in lines]
    tied: list[set[str]] = [set() for _ in lines]
    shared = _find_shared(words, prose)
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        last: dict[str, int] = {}
        for place in order:
            if known := shared[place]:
                near = [one for one in known if abs(last.get(one, -99) - place) <= _NEAR]
                tied[place].update(near)
            if prose[place]:
                last.update(dict.fromkeys(words[place], place))
    return [
        int(_FIFTHS * (len(some) / len(all_))) if all_ else -1
        for some, all_ in zip(tied, words, strict=True)
    ]


def _find_long_words(key: str) -> frozenset[str]:
    return frozenset((_ASCII_LONG_WORDS if key.isascii() else _LONG_WORDS).findall(key))


def _find_shared(words: Sequence[frozenset[str]], prose: Sequence[bool]) -> list[frozenset[str]]:
    """Return those words of each line that some paragraph has, another one if it is one itself."""
    once: set[str] = set()
    again: set[str] = set()
    for said, is_prose in zip(words, prose, strict=True):
        if is_prose:
            again |= once & said
            once |= said
    return [
        said & (again if is_prose else once) for said, is_prose in zip(words, prose, strict=True)
    ]
