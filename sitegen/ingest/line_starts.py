"""Tell whether a line could go on with the sentence above it, for all that it says itself."""

import re

from sitegen.ingest.lines import Line
from sitegen.ingest.stamps import is_dated
from sitegen.text.dateline import split_dateline
from sitegen.text.english import STOPWORDS

_SIGNS = re.compile(r"by\b|(?:text|words|photos?): ")
_STARS = frozenset("★☆⭐")  # how good a thing is
_HEAD_WORDS = 5
# "By" in some language before two or three names; a day, in one word or two, before a clock; the
# address of a site; "oprac. (KJ)": what somebody did whose initials stand there.
_HEAD = re.compile(
    r"(?:di|da|de|von|par|por|av|af|door|przez|oprac\.|D[ie]|Von|P[ao]r|A[vf]|Door)"
    r"(?: [A-ZÀ-Þ][\w'’-]+){2,3}$"
    r"|[a-zß-ÿ]+(?: [a-zß-ÿ]+)?,? \d{1,2}[:.]\d\d$|[a-z\d-]+(?:\.[a-z\d-]+)+$"
    r"|[a-zß-ÿ]+\.? \([A-ZÀ-Þ]{2,4}\)$"
)


def may_follow(line: Line) -> bool:
    """Tell whether a line could go on with a sentence, for all that it says itself."""
    if line.text[0] in _STARS or _SIGNS.match(line.key):
        return False
    if is_dated(line) or is_of_head(line) or _begins_large(line):
        return False
    return line.text[0] != "(" or not (line.text[-1] == ")" or opens_report(line))


def opens_report(line: Line) -> bool:
    """Tell whether a line begins with a place line, which only the first one of a report does.

    >>> from sitegen.ingest.lines import make_line
    >>> [opens_report(make_line(text)) for text in ("ORLE (nwd) – Die Fähre", "the ferry – a")]
    [True, False]
    """
    return not line.text[0].islower() and bool(split_dateline(line.text)[0])


def is_of_head(line: Line) -> bool:
    """Tell whether a line is what stands below a headline in any language: who wrote, or when.

    >>> from sitegen.ingest.lines import make_line
    >>> [is_of_head(make_line(text)) for text in ("di Ada Sorano", "gisteren, 16:40", "a pier")]
    [True, True, False]
    """
    return line.words <= _HEAD_WORDS and bool(_HEAD.match(line.text))


def _begins_large(line: Line) -> bool:
    """Tell whether a text begins with a small word in capitals, as papers set the first one.

    >>> from sitegen.ingest.lines import make_line
    >>> [_begins_large(make_line(text)) for text in ("WE met at noon.", "NATO met.", "WE MET")]
    [True, False, False]
    """
    word, _, rest = line.text.partition(" ")
    return 1 < len(word) and word.isupper() and word.lower() in STOPWORDS and not rest.isupper()
