"""Find the headline of a section."""

from collections import Counter
from collections.abc import Sequence

from sitegen.ingest.lines import HEADLINE_LIMIT, Line, is_headline_shaped
from sitegen.ingest.looks import Look
from sitegen.text.english import STOPWORDS
from sitegen.text.words import split_words

_LABEL_WORDS = 3
_LEAD_LINES = 12
_PARTS = (" | ", " - ", " – ", " — ", " :: ", " • ", " · ")  # before the name of the site


def find_anchor(section: Sequence[Look], counts: Counter[str]) -> int:
    """Return the index of the line that is surely the headline, -1 where none is.

    Sure is what the format calls so, and what the title of a page in its first lines says too:
    ``Ferry Runs Aground | The Ledger`` and, later, ``Ferry Runs Aground``.
    """
    first = [look.line.key for look in section[:_LEAD_LINES] if look.line.text]
    heads = {key.split(part)[0] for key in first for part in _PARTS if part in key} | {
        key for key in first if counts[key] > 1
    }
    for index, look in enumerate(section):
        if look.line.shape == "title":
            return index
    found = -1
    for index, look in enumerate(section):
        line = look.line
        is_head = line.key in heads and line.words > _LABEL_WORDS
        if is_head and not look.noise and not look.has_credit:
            heads = {line.key}
            found = index
    return found


def find_title(
    section: Sequence[Look], counts: Counter[str], begin: int, anchor: int, *, is_page: bool
) -> Line | None:
    """Return the headline, one of the lines above the text that have its shape.

    The first that is repeated wins, else the first that is longer than a label, else the first;
    on a page with its menus, the one that shares the most words with the text.
    """
    if 0 <= anchor < begin and (is_page or section[anchor].line.shape == "title"):
        return section[anchor].line
    candidates = [look.line for look in section[:begin] if _is_candidate(look, counts)]
    if is_page and len(candidates) > 1:
        return _choose_by_words(candidates, section[begin : begin + _LEAD_LINES])
    repeated = [line for line in candidates if counts[line.key] > 1]
    longer = [line for line in candidates if line.words > _LABEL_WORDS]
    return next(iter((*repeated, *longer, *candidates)), None)


def _is_candidate(look: Look, counts: Counter[str]) -> bool:
    line = look.line
    if not line.text or look.noise or look.fact or look.has_credit or look.is_own:
        return False
    return is_headline_shaped(line) or (counts[line.key] > 1 and len(line.text) <= HEADLINE_LIMIT)


def _choose_by_words(candidates: Sequence[Line], lead: Sequence[Look]) -> Line:
    """Return the candidate that says most of what the text begins with; of equals, the last."""
    said = {word for look in lead for word in split_words(look.line.text)} - STOPWORDS

    def weigh(pair: tuple[int, Line]) -> tuple[float, int]:
        words = set(split_words(pair[1].text)) - STOPWORDS
        share = len(words & said) / (len(words) + 2)
        return (share if len(words) > 1 else 0.0, pair[0])

    return max(enumerate(candidates), key=weigh)[1]
