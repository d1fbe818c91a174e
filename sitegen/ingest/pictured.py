"""Tell a headline with a little picture in front, as newsletters have, from a button with one."""

from collections.abc import Sequence

from sitegen.ingest.cohesion import is_tied
from sitegen.ingest.looks import Look, is_body

_RULE = "pictogram"
_FEWEST_WORDS = 4
_REACH = 8  # lines, of which some are blank
_ANY = 0.01  # one of its words is enough


def take_back_headlines(looks: Sequence[Look]) -> Sequence[Look]:
    """Take no line for noise that says what the paragraphs right below it are about."""
    taken = {
        index
        for index, look in enumerate(looks)
        if look.noise == _RULE and _FEWEST_WORDS <= look.line.words and _heads(looks, index)
    }
    if not taken:
        return looks
    return [
        look._replace(noise="", reason="") if index in taken else look
        for index, look in enumerate(looks)
    ]


def _heads(looks: Sequence[Look], index: int) -> bool:
    below = [look for look in looks[index + 1 : index + 1 + _REACH] if look.line.text]
    if not below or not is_body(below[0]):
        return False
    return is_tied(looks[index], filter(is_body, below), _ANY)
