"""Tell headlines from what has their form: buttons with a little picture, pointers to pages.

Newsletters have a picture in front of a headline; ``Watch: …`` and ``In pictures: …`` lead to other
pages, and head articles of their own above byline or date. ``Transcript: …`` labels what stands
below it, and heads it as the first line of all or above byline or date.
"""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.ingest.cohesion import is_tied
from sitegen.ingest.looks import HEAD_FACTS, Look, is_body

_TEASER = "teaser"
_RULES = frozenset({"pictogram", _TEASER, "metadata"})
_TRANSCRIPT = "transcript: "
_FEWEST_WORDS = 4
_REACH = 8  # lines, of which some are blank
_GALLERY = 40  # lines, with the pictures that stand above a text
_HEAD = 2  # lines, of which one is byline or date
_ANY, _SOME = 0.01, 0.25  # of its words: one is enough, or some


def take_back_headlines(looks: Sequence[Look]) -> Sequence[Look]:
    """Take no line for noise that says what the paragraphs right below it are about."""
    taken = {
        index
        for index, look in enumerate(looks)
        if look.noise in _RULES and _FEWEST_WORDS <= look.line.words and _heads(looks, index)
    }
    if not taken:
        return looks
    return [
        replace(look, noise="", reason="", has_credit=False) if index in taken else look
        for index, look in enumerate(looks)
    ]


def _heads(looks: Sequence[Look], index: int) -> bool:
    below = [look for look in looks[index + 1 : index + 1 + _REACH] if look.line.text]
    is_headed = any(look.fact in HEAD_FACTS for look in below[:_HEAD])
    if looks[index].line.key.startswith(_TRANSCRIPT):
        is_first = not any(look.line.text for look in looks[:index])
        return bool(below) and (is_first or is_headed)
    if looks[index].noise == "metadata":
        return False
    if looks[index].noise == _TEASER:
        is_gallery = any(look.noise == "counter" for look in below[:_HEAD])
        reach = _GALLERY if is_gallery else _REACH
        texts = filter(is_body, looks[index + 1 : index + 1 + reach])
        return is_headed and is_tied(looks[index], texts, _SOME)
    if not below or not is_body(below[0]):
        return False
    return is_tied(looks[index], filter(is_body, below), _ANY)
