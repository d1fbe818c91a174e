"""Tell dates of the matter, ``Valid: 1 April 2025 to 30 April 2025``, from those of publication.

A line with a date above a text says mostly when and in what it was published, and no field takes
that. What speaks of a life, a term or a meeting is text, and is lost if it is taken for the other.
"""

import re
from collections.abc import Iterable

from sitegen.ingest.lines import Line
from sitegen.ingest.named_months import FULL_DATE, find_named
from sitegen.ingest.stamps import DAYS
from sitegen.ingest.word_lists import read_words

# What stands before a colon, other than a place in capitals or who wrote for whom.
_LABEL = re.compile(
    r"(?!(?i:by|from|source|author|photo|picture|credit|reporter|writer|section|volume|version"
    r"|quelle|foto|autor|von|par|por)\b)[A-ZÀ-Þ][a-zß-ÿ]+(?: [a-zß-ÿ]+){0,2}: "
)
_DATE = re.compile(rf"\b{FULL_DATE}(?!\w)", re.IGNORECASE)
_WORD_BEFORE = re.compile(
    rf"(?<![^\s(])(?!(?:from|the|last|first|den|vom|del)\b)[a-zß-ÿ]{{3,}} (?:(?:{DAYS}),? )?"
    rf"(?i:{FULL_DATE})(?!\w)"
)


def _find_forms(entries: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern that finds any of the entries; a star stands for how the word goes on."""
    rests: dict[str, list[str]] = {}
    for entry in sorted(entries):
        word = entry.strip("*")
        first = re.escape(word[0])
        before = "" if entry.startswith("*") else rf"(?<!\w{first})"
        behind = "" if entry.endswith("*") else r"\b"
        rests.setdefault(first, []).append(before + re.escape(word[1:]) + behind)
    # Behind a first letter that is written out a search leaps from one of them to the next.
    return re.compile("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items()))


_PUBLISHED = _find_forms(read_words("published"))


def is_of_matter(line: Line) -> bool:
    """Tell whether a line with a date speaks of something else than its publication.

    It has two days, or a label, or a word in small letters right before the day.

    >>> from sitegen.ingest.lines import make_line
    >>> told = ("Born 4 May 1931; died 2 March 2025", "Valid: from 6am on Sun 30 March 2025")
    >>> [is_of_matter(make_line(text)) for text in (*told, "Period ended December 31, 1986")]
    [True, True, True]
    >>> published = ("The Orle Ledger, 4 May 2025", "Posted: 4 May 2025, updated 5 May 2025")
    >>> [is_of_matter(make_line(text)) for text in (*published, "ORLE: 4 May 2025")]
    [False, False, False]
    """
    if _PUBLISHED.search(line.key):
        return False
    days = {match[0].casefold() for match in find_named(_DATE, line.text)}
    if 1 < len(days) or _LABEL.match(line.text):
        return True
    return any(find_named(_WORD_BEFORE, line.text))
