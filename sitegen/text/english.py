"""English, for the rules that know no other language: its tables under their own names."""

from sitegen.text.languages import read_language
from sitegen.text.package_data import read_kinds

_ENGLISH = read_language("en")
_ROWS = read_kinds(__package__, "en/grammar.txt")

MONTHS = frozenset(_ENGLISH.months)
MONTH_NAMES = tuple(row[0] for row in _ROWS["month"])
WEEKDAYS = tuple(row[0] for row in _ROWS["weekday"])
STOPWORDS = _ENGLISH.stop
# Words that stand before a person's name and are not part of it; longer titles with small words.
TITLES = frozenset(word for row in _ROWS["rank"] for word in row)
LONG_TITLES = tuple(" ".join(row) for row in _ROWS["office"])
