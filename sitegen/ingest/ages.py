"""Tell how long ago something was, and stamps without a year, in the languages that we know.

``vor 2 Stunden``, ``Publié hier à 13 h 51``: what tells nothing of a page that was stored.
"""

import re
from collections.abc import Mapping, Sequence

from sitegen.text.package_data import read_kinds

_CALENDAR: Mapping[str, Sequence[Sequence[str]]] = read_kinds(
    "sitegen.ingest", "words/calendar.txt"
)


def _join(kind: str) -> str:
    words = (word.replace("_", " ") for row in _CALENDAR[kind] for word in row)
    return "|".join(sorted(words, key=len, reverse=True))


_UNITS, _BEFORE, _BEHIND, _TODAY = map(_join, ("unit", "before", "behind", "today"))
_MOST_WORDS = 12
_SIGNS = "秒|分|分钟|分鐘|時間|小时|小時|日|天|週間|周|か月|个月|個月|분|시간|일|주|개월"
_SINCE = re.compile(
    rf"(?:[^\W\d_]+(?: [àa](?: jour)?| am)?:? )?(?:{_BEFORE}) \d{{1,3}} ?(?:{_UNITS})$"
    rf"|(?:[^\W\d_]+:? )?\d{{1,3}} ?(?:{_UNITS}) (?:{_BEHIND})$"
    rf"|\d{{1,3}} ?(?:{_SIGNS}) ?[前전]$"
)
_CLOCK = (
    r"(?:(?:à|um|a las?|alle|ore|às|om|klo?\.?|o|о|в|at|saat|pukul) )?"
    r"\d{1,2} ?[:.h] ?\d\d(?: ?(?:uhr|hs?|uur))?(?: [a-z]{2,4})?"
)
_DAY = rf"(?:{_TODAY}|(?:(?:le|den|el|il|em|op|am) )?\d{{1,2}}\.? (?:de )?[^\W\d_]{{3,9}}\.?)"
_MADE = rf"(?:{_join('made')})[^\W\d]*(?: à jour| am| le| el| il| em| op)*:?"
_UNDATED = re.compile(rf"{_MADE} (?:{_DAY},? )?{_CLOCK}$")
_FIRST = re.compile(rf"(?:{_TODAY}),? {_CLOCK}$")
_BETWEEN = re.compile(r" [•|·–-] ")


def is_since(key: str) -> bool:
    """Tell whether a folded line says nothing but how long ago something was.

    >>> [is_since(key) for key in ("atualizado há 1 dia", "2 godziny temu", "vor 20 jahren")]
    [True, True, False]
    """
    return bool(_SINCE.match(key.rstrip(".")))


def is_undated(key: str) -> bool:
    """Tell whether a folded line says when a page was published or changed, but for the year.

    >>> [is_undated(key) for key in ("publié le 3 mai à 16 h 08", "vandaag, 07:15", "3 mai, 9.30")]
    [True, False, False]
    >>> is_undated("vandaag, 07:15 • aangepast vandaag, 09:02")
    True
    """
    if _MOST_WORDS < key.count(" "):
        return False
    first, *rest = _BETWEEN.split(key)
    if rest and _FIRST.match(first):
        return all(map(_UNDATED.match, rest))
    return all(map(_UNDATED.match, (first, *rest)))
