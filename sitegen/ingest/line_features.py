"""What counts of a line, and of the lines around it, for what it is on its page.

Words say much of a button or a teaser and little of a paragraph, of which the first words and the
last are read; the rest is shape, place, repetition, and the words that a line shares with the
paragraphs near it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from sitegen.ingest.lines import Line

# Characters of a line whose words count by themselves, and of a long paragraph.
_READ, _READ_OF_LONG = 80, 24
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[@£$€%?!:|•·©/]")
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")  # one that may tie a line to a paragraph
_LONGEST_FIGURES = 5
_STEPS = (0, 1, 3, 6, 10, 16, 28)  # words up to which a line is of one length
_FEW = 4  # words of a button, which counts as a whole
_PARAGRAPH = 12  # words of a sentence that is one
_NEAR = 8  # lines around one
_EDGE = 6  # lines by which the ends of a document are told from its middle
_SHAPES = (
    ("QUOTED", re.compile(r"[“”\"«»„]")),
    ("MAIL", re.compile(r"\S@\S")),
    ("URL", re.compile(r"\bwww\.|https?:|\w\.(?:com|org|net|example)\b")),
    ("HOUR", re.compile(r"\d:\d\d")),
    ("YEAR", re.compile(r"\b(?:19|20)\d\d\b")),
)
_BEYOND = ("EDGE",) * 3  # the shapes of the lines above the first and below the last
_CLOSING = "\"”’»)]'"
_ENDS = {".": "S", "!": "S", "?": "?", ":": ":", "…": "…"}


def describe_lines(lines: Sequence[Line]) -> list[list[str]]:
    """Return what counts of each line; no line is blank, and numbers tell where blank ones were."""
    if not lines:
        return []
    shapes = [find_shape(line) for line in lines]
    words = [split_tokens(_read_key(line)) for line in lines]
    prose = [
        _PARAGRAPH <= line.words and shape[1] == "S"
        for line, shape in zip(lines, shapes, strict=True)
    ]
    rows = zip(
        map(_list_own, lines, shapes, words),
        _list_places(lines, shapes, words),
        map(_tell_distance, _list_distances(prose), shapes),
        map(_tell_ties, _list_ties(lines, prose), shapes),
        strict=True,
    )
    return [[*own, *around, *near, *tied] for own, around, near, tied in rows]


def _read_key(line: Line) -> str:
    return line.key[: _READ if line.words <= _STEPS[-1] else _READ_OF_LONG]


def _list_own(line: Line, shape: str, words: Sequence[str]) -> Iterable[str]:
    """Return what a line says by itself."""
    found = {f"w={word}" for word in words}
    found |= {f"b={one} {other}" for one, other in pairwise(words)}
    if words:
        found |= {f"^{words[0]}", f"^{' '.join(words[:2])}", f"${words[-1]}"}
        if len(words) <= _FEW:
            found.add(f"all={' '.join(words)}")
    found |= {f"s={shape}", f"s0={shape[0]}", f"s1={shape[1]}"}
    if line.words <= _STEPS[-1]:
        found |= {name for name, known in _SHAPES if known.search(line.key)}
    return found


def split_tokens(key: str) -> list[str]:
    """Return the words, figures and telling marks of a folded line; figures by how many they are.

    >>> split_tokens("1,204 likes | ann's page")
    ['0', '000', 'likes', '|', "ann's", 'page']
    """
    found = _TOKEN.findall(key.replace("’", "'"))
    return ["0" * min(len(one), _LONGEST_FIGURES) if one[0].isdigit() else one for one in found]


def find_shape(line: Line) -> str:
    """Return three signs: how long a line is, how it ends, and its capitals."""
    text = line.text
    length = sum(step < line.words for step in _STEPS)
    end = _ENDS.get(text.rstrip(_CLOSING)[-1:] or "-", "-")
    case = "t"
    if line.words <= _STEPS[-1]:
        words = text.split()
        capitals = sum([word[:1].isupper() for word in words])
        case = "A" if text.isupper() else "T" if len(words) < 2 * capitals else "t"
    return f"{length}{'…' if text.endswith('...') else end}{case}"


def _list_places(
    lines: Sequence[Line], shapes: Sequence[str], words: Sequence[Sequence[str]]
) -> Iterable[list[str]]:
    counts = Counter([line.key for line in lines])
    seen: set[str] = set()
    around = [*_BEYOND, *shapes, *_BEYOND]
    roughly = [shape[:2] for shape in around]
    heads = [_tell_neighbour(said) for said in words]
    for place, line in enumerate(lines):
        upper, above, own, below, lower = around[place + 1 : place + 6]
        found = [
            f"first={min(_EDGE, place)}",
            f"last={min(len(lines) - 1 - place, _EDGE)}",
            f"n-3={roughly[place]}",
            f"n-2={upper}",
            f"n-1={above}",
            f"n1={below}",
            f"n2={lower}",
            f"n3={roughly[place + 6]}",
            f"c={above}|{own[:2]}|{below}",
            _tell_gap(lines, place),
        ]
        if counts[line.key] > 1:
            found.append("again" if line.key in seen else "first of some")
            seen.add(line.key)
        if place:
            found += [f"above {one}" for one in heads[place - 1]]
        if place + 1 < len(lines):
            found += [f"below {one}" for one in heads[place + 1]]
        yield found


def _tell_neighbour(words: Sequence[str]) -> list[str]:
    """Return what counts of the words of the line above or below one."""
    if not words:
        return []
    return [f"^{words[0]}", " ".join(words)] if len(words) <= _FEW + 1 else [f"^{words[0]}"]


def _tell_gap(lines: Sequence[Line], place: int) -> str:
    """Tell whether a line stands alone above or below."""
    line, last = lines[place], len(lines) - 1
    above = place > 0 and lines[place - 1].number + lines[place - 1].span < line.number
    below = place < last and line.number + line.span < lines[place + 1].number
    return f"gap={above:d}{below:d}"


def _list_distances(prose: Sequence[bool]) -> Iterable[tuple[int, int]]:
    """Yield how far the next paragraphs above and below each line are, at most so far."""

    def count(gone: int, now: int) -> int:
        return 1 if now else min(gone + 1, _NEAR + 1)

    above = accumulate(prose[:-1], count, initial=_NEAR + 1)
    below = [*accumulate(reversed(prose[1:]), count, initial=_NEAR + 1)]
    return zip(above, reversed(below), strict=True)


def _tell_distance(near: tuple[int, int], shape: str) -> list[str]:
    above, below = near
    return [f"up={above}", f"down={below}", f"ud={min(above, 4)}{min(below, 4)}{shape[0]}"]


def _list_ties(lines: Sequence[Line], prose: Sequence[bool]) -> list[float]:
    """Return what share of the long words of each line paragraphs near it have; -1 for none."""
    words = [frozenset(_LONG_WORD.findall(line.key)) for line in lines]
    tied: list[set[str]] = [set() for _ in lines]
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        last: dict[str, int] = {}
        for place in order:
            found = [word for word in words[place] if abs(last.get(word, -99) - place) <= _NEAR]
            tied[place].update(found)
            if prose[place]:
                last.update(dict.fromkeys(words[place], place))
    return [len(some) / len(all_) if all_ else -1.0 for some, all_ in zip(tied, words, strict=True)]


def _tell_ties(tied: float, shape: str) -> list[str]:
    if tied < 0:
        return []
    return [f"tied={int(5 * tied)}", f"tied={int(5 * tied)}{shape[0]}"]
