"""Cut text into the words that the search knows.

The script of the search page (templates/assets/search.js) does the same in the reader's browser:
what is changed here is changed there, and tests/browser/test_search.py compares the two. So words
are made by rules that both languages have: NFKD, lower case, no combining marks, and a list of
characters that part words. Scripts without spaces are cut into pairs of characters.
"""

import re
import unicodedata

# Longer ones are addresses and accidents.
LONGEST_WORD = 32

# The two character classes below are written alike in Python and in JavaScript.
SEPARATORS = (
    r"\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b9-\u02ff\u055a-\u055f"
    r"\u0589\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u060d\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965"
    r"\u1680\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3003\u3008-\u303f\u30fb"
    r"\ufe00-\ufe1f\ufe30-\ufe6f\ufeff\uffe0-\uffff"
)
UNSPACED = r"\u0e00-\u0e7f\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

_MARKS = re.compile(r"[\u0300-\u036f]")
_WORD = re.compile(f"[{UNSPACED}]+|[^{SEPARATORS}{UNSPACED}]+")
_UNSPACED_RUN = re.compile(f"[{UNSPACED}]{{2,}}")
# The same for plain letters, which most texts are made of, in a third of the time.
_PLAIN_WORD = re.compile("[a-z0-9]+")


def split_search_words(text: str) -> list[str]:
    """Return the words of a text in order, as the search compares them.

    >>> split_search_words("Zoë’s ﬁsh-and-chips, 霧の港")
    ['zoe', 's', 'fish', 'and', 'chips', '霧の', 'の港']
    """
    if text.isascii():
        words = _PLAIN_WORD.findall(text.lower())
    else:
        bare = _MARKS.sub("", unicodedata.normalize("NFKD", text).lower())
        words = _WORD.findall(bare)
        if _UNSPACED_RUN.search(bare):
            words = [piece for run in words for piece in _cut_run(run)]
    if LONGEST_WORD < max(map(len, words), default=0):
        words = [word[:LONGEST_WORD] for word in words]
    return words


def _cut_run(run: str) -> list[str]:
    if _UNSPACED_RUN.fullmatch(run):
        return [run[start : start + 2] for start in range(len(run) - 1)]
    return [run]
