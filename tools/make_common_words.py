"""Derive the table of common words from two labelled sets that may be shared.

``python -m tools.make_common_words WIKIGOLD MEANTIME`` takes the files ``wikigold.conll.txt.gz``
and ``meantime_wikinews_ccby.jsonl.gz``, both under CC BY 4.0, and writes the table to standard
output.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.corpus.terms import list_terms
from sitegen.text.english import STOPWORDS
from sitegen.text.words import split_words

_TOKEN = re.compile(r"<token[^>]*>([^<]*)</token>")
_RAREST = 0.01  # share of articles from which a word is told apart from one never seen
_HEAD = """\
# Common words and in how many of a thousand articles each is: in the encyclopaedia or in the
# news, whichever has it less, so that what one of them is about is not common.
# Plurals are folded, and stop words left out.
# Derived by tools/make_common_words.py from two sets under CC BY 4.0,
# https://creativecommons.org/licenses/by/4.0/:
# WikiGold, 145 articles of Wikipedia (Balasuriya et al. 2009, https://aclanthology.org/W09-3302/),
# MEANTIME, 86 articles of Wikinews (Minard et al. 2016, https://aclanthology.org/L16-1699/).
"""


def main() -> None:
    """Write the table."""
    wikigold, meantime = map(Path, sys.argv[1:])
    one = _measure_shares(_read_wikigold(wikigold))
    other = _measure_shares(_read_meantime(meantime))
    shares = {word: min(one[word], other[word]) for word in one.keys() & other.keys()}
    print(_HEAD, end="")
    for word in sorted(shares):
        if _RAREST <= shares[word]:
            print(word, round(1000 * shares[word]))


def _read_wikigold(path: Path) -> Iterator[str]:
    for article in gzip.decompress(path.read_bytes()).decode().split("-DOCSTART- O\n"):
        yield " ".join(row.split()[0] for row in article.splitlines() if row)


def _read_meantime(path: Path) -> Iterator[str]:
    for line in gzip.decompress(path.read_bytes()).decode().splitlines():
        yield " ".join(_TOKEN.findall(json.loads(line)["xml"]))


def _measure_shares(articles: Iterable[str]) -> dict[str, float]:
    """Return the share of the articles that each word is in."""
    lists = [set(list_terms(split_words(article), STOPWORDS)) for article in articles]
    counts = Counter(word for words in lists for word in words)
    return {word: count / len(lists) for word, count in counts.items()}


if __name__ == "__main__":
    main()
