"""Find captions that are said twice in a row: once alone, and once with who took the picture.

So pages say what a picture shows to those who cannot see it. Alone it looks like a headline.
"""

import re
from collections.abc import Sequence

from sitegen.ingest.lines import Line, is_prose
from sitegen.ingest.looks import Look, is_body, take_as_noise

_RULE, _REASON = "repeated caption", "says without its credit what stands beside it"
_TWIN_WORDS, _CREDIT_WORDS = 5, 8  # of a caption that is said twice, and of its credit
_REACH = 14  # lines
_TWICE, _CAPTION_WORDS = 2, 24
# Somebody speaks, or something has happened: a picture shows what goes on in it.
_TELLS = re.compile(
    r"^[\"'“‘«„]|\b(?:[a-z]+ed|was|were|had|has|have|did|will|would|could|says?|said|told|i|we)\b"
)


def drop_twins(looks: Sequence[Look]) -> Sequence[Look]:
    """Take no line as noise but one that a caption with a credit says again, right beside it.

    The first line above any text may be a headline that a picture has for its caption.
    """
    texts = [index for index, look in enumerate(looks) if look.line.text]
    taken: set[int] = set()
    for place, index in enumerate(texts):
        look = looks[index]
        if not look.has_credit or look.line.words < _TWIN_WORDS:
            continue
        for near in (place - 1, place + 1):
            beside = looks[texts[near]] if 0 <= near < len(texts) else None
            if beside is None or beside.noise or beside.fact or beside.has_credit:
                continue
            if is_without_credit(beside.line, look.line) and _is_below_head(looks, texts, near):
                taken.add(texts[near])
    return take_as_noise(looks, taken, _RULE, _REASON)


def _is_below_head(looks: Sequence[Look], texts: Sequence[int], place: int) -> bool:
    """Tell whether a line that may be a headline, or a text, stands above a line."""
    above = (looks[index] for index in texts[max(0, place - _REACH) : place])
    return any(
        is_body(look) or (not look.noise and not look.fact and _TWIN_WORDS <= look.line.words)
        for look in above
    )


def is_said_twice(looks: Sequence[Look], place: int, *, is_amid: bool) -> bool:
    """Tell whether a line is said again at once, as the captions of a page are.

    It is no sentence; or it is a short one amid a text, which does not tell what happened, and is
    said twice and not more often.

    >>> from sitegen.ingest.lines import make_line
    >>> from sitegen.ingest.looks import look_at
    >>> lines = [make_line(text) for text in ("Rain fell.", *["Boats wait for the tide."] * 2)]
    >>> looks = look_at(lines, lambda _: "")
    >>> is_said_twice(looks, 1, is_amid=True), is_said_twice(looks, 1, is_amid=False)
    (True, False)
    """
    line = looks[place].line
    if len(looks) <= place + 1 or looks[place + 1].line.key != line.key:
        return False
    near = looks[max(0, place - 1) : place + 3]
    is_only_twice = sum(look.line.key == line.key for look in near) == _TWICE
    is_short = line.words <= _CAPTION_WORDS and not _TELLS.search(line.key)
    return not is_prose(line) or (is_amid and is_short and is_only_twice)


def is_without_credit(short: Line, long: Line) -> bool:
    """Tell whether a line has the words of another, which has a name behind them: the credit.

    >>> from sitegen.ingest.lines import make_line
    >>> short, long = "The swan on its nest at Orle", "The swan on its nest at Orle — Ivo Brandt"
    >>> is_without_credit(make_line(short), make_line(long))
    True
    """
    if short.words < _TWIN_WORDS or not 0 < long.words - short.words <= _CREDIT_WORDS:
        return False
    if long.is_sentence or not long.key.startswith(short.key.rstrip(".")):
        return False
    return long.text[len(short.text) :].lstrip(" .|,–—-(©")[:1].isupper()
