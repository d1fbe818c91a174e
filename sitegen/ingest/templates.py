"""The forms in which lines are compared that say the same of different things.

A template has a line's numbers left open: ``Updated * hours ago``. A frame has a few words in it
left open: ``Follow * on Blip``.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen.text.normalize import fold

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_OPEN = "\0"  # no line has one
_MOST_WORDS, _MOST_CHARACTERS = 8, 80  # of a line in a frame
_MOST_FREE = 4  # words of it that may differ
_FEWEST_LETTERS = 6  # that must be the same
# Words at the beginning and at the end that must be the same.
_FRAMES = ((1, 2), (2, 1), (3, 0), (0, 3))


@dataclass(frozen=True, slots=True)
class Template:
    """A line whose numbers stand apart. Lines with the same ``key`` differ in numbers at most."""

    key: str
    text: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A beginning and an end; lines with the same ``key`` differ in between.

    ``text`` has a ``*`` there, as a rule has it.
    """

    key: str
    text: str


def make_template(text: str) -> Template:
    """Take a line and its numbers apart.

    >>> make_template("Updated 3 hours ago").numbers
    ('3',)
    """
    text = unicodedata.normalize("NFKC", text)
    return Template(_NUMBER.sub(_OPEN, fold(text)), text, tuple(_NUMBER.findall(text)))


def write_template(template: Template, open_places: Iterable[bool]) -> str:
    """Return the line with ``*`` for those of its numbers that are open.

    >>> write_template(make_template("Vol. 7: updated 3 hours ago"), (False, True))
    'Vol. 7: updated * hours ago'
    """
    places = iter(open_places)
    return _NUMBER.sub(lambda match: "*" if next(places, False) else match[0], template.text)


def make_frames(template: Template) -> Iterator[Frame]:
    """Yield the frames of a short line.

    >>> [frame.text for frame in make_frames(make_template("Follow Ida on Blip"))]
    ['Follow * on Blip', 'Follow Ida * Blip', 'Follow Ida on *', '* Ida on Blip']
    """
    if len(template.text) > _MOST_CHARACTERS:
        return
    keys = template.key.split(" ")
    words = _NUMBER.sub("*", template.text).split(" ")
    if len(keys) != len(words) or len(words) > _MOST_WORDS:
        return
    for head, tail in _FRAMES:
        end = len(words) - tail
        if 1 <= end - head <= _MOST_FREE:
            written = " ".join((*words[:head], "*", *words[end:]))
            key = " ".join((*keys[:head], _OPEN * 2, *keys[end:]))
            if sum(map(str.isalpha, written)) >= _FEWEST_LETTERS:
                yield Frame(key, written)
