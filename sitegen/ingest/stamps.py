"""Tell lines that hold nothing but dates and times, in whatever order a page has them.

What is left of a line without its dates, times, zones and the few words that stand between them
tells: of a stamp nothing is.
"""

import re
from datetime import date
from functools import lru_cache

from sitegen.ingest.counters import READING
from sitegen.ingest.day_figures import DAYS_IN_FIGURES, SHORT_DAYS_IN_FIGURES, read_days
from sitegen.ingest.lines import Line
from sitegen.ingest.named_months import (
    CALENDAR,
    FULL_DATE,
    NAME,
    STAMP_MONTHS,
    find_named,
    part_at,
    replace_named,
)
from sitegen.text.english import WEEKDAYS
from sitegen.text.languages import list_languages, read_language
from sitegen.text.months import MONTHS
from sitegen.text.normalize import fold

_LONGEST = 160  # characters
_DATED_WORDS, _BESIDE_WORDS = 16, 6
_PAIR, _LIFE = 2, 5  # days of birth and death, and years between them at least
_YEAR = re.compile(r"(?:19|20)\d\d")
_MAY_DATE = re.compile(rf"{_YEAR.pattern}|\d-[^\W\d]{{3,9}}-\d\d ")
_DATED = re.compile(rf"\b{FULL_DATE}(?!\w)")
_TIME = re.compile(
    r"(?<![\d.:])(?:\d{1,2}(?:[:.]| ?h ?)\d{2}(?::\d{2})?(?![\d:])"
    r"(?:\s*(?:[ap]\.?m|h(?:rs?|s|oras)?|min)\b\.?)?"
    r"|\d{1,2}\s*[ap]\.?m\b\.?|\d{1,2} ?[時时点點시](?: ?\d{1,2} ?[分분])?)"
)
_ENDS_TIME = re.compile(r"\d ?(?:h|hrs?|[ap]\.m)\.$")  # "07:00h.", which ends no sentence
DAYS = "|".join(day[:3] + f"(?:{day[3:]})?" for day in WEEKDAYS)
_ZONES = (
    "gmt|utc|[ewc]est|[ewc]et|bst|ist|msk|[ecmp][sd]?t|a[ecw][sd]t|nz[sd]t|jst|kst|hkt|sgt|pkt|wat"
    "|eat|sast|uhr"
)
# The same in the languages of Europe, of the Near East, India and East Asia.
_OTHERS = (
    "veröffentlicht|aktualisiert|publiziert|verfasst|geändert|stand|am|um|zuletzt|erstellt|letzte|aktualisierung|datum|vom"
    "|publiée?|postée?|publication|mise?|à|a|jour|le|modifiée?|dernière|publicad[oa]|cread[oa]|actualizad[oa]"
    "|actualización|última|fecha|el|las|los|pubblicat[oa]|aggiornat[oa]|aggiornamento|ultimo"
    "|il|alle|ore|atualizad[oa]|atualização|postado|em|às"
    "|giriş|tarihi|son|güncelleme|güncellenme|yayın|yayınlanma|opublikowano|data|publikacji"
    "|aktualizacja|ostatnia|dodano|haber|girişi|gepubliceerd|bijgewerkt|geplaatst|op|om|uur"
    "|laatste update|laatst|gewijzigd|publicerad|uppdaterad"
    "|publisert|oppdatert|publiceret|opdateret|sist|senast|kl|julkaistu|päivitetty|klo"
    "|publikováno|aktualizováno|zveřejněno|publikované|aktualizované|közzétéve|frissítve"
    "|megjelent|publicată?|actualizată?|ultima|actualizare|objavljeno|ažurirano|zadnja|izmjena"
    "|δημοσίευση|δημοσιεύθηκε|ενημέρωση|ενημερώθηκε|τελευταία|ώρα|στις"
    "|опубликовано|обновлено|дата|публикации|опубліковано|оновлено|публікації|публикувано"
    "|обновен[ао]|в|о|на|г|года|року"
    "|نشر|نشرت|تاريخ|النشر|آخر|تحديث|تم|في|الساعة|بتوقيت|غرينتش|جرينتش|مكة|المكرمة|القاهرة"
    "|صباحا|مساء|م|ص|انتشار|ساعت|प्रकाशित|अपडेटेड|अपडेट|पर|को"
    "|diterbitkan|dipublikasikan|diperbarui|pukul|wi[bt]|wita|đăng|cập|nhật|lúc|ngày"
    "|(?:最終|初)?(?:公開|掲載|配信|発行|発表|更新|投稿)(?:日時?)?|(?:发布|更新)(?:时间|日期)?|發[布佈]"
    "|午前|午後|上午|下午|기사입력|최종수정|입력|수정|등록|승인|오전|오후"
)
_WEEKDAYS = "|".join(
    sorted(
        {name for code in list_languages() for name in read_language(code).weekdays}
        | {name for names in CALENDAR["weekday"] for name in names}
    )
)
_WORDS = re.compile(
    rf"\b(?:(?:{_ZONES})\b(?:[+-]\d{{1,2}}(?::?\d{{2}})?)?"
    rf"|(?:{DAYS}|{_WEEKDAYS})\b|(?:first|last|originally|published|posted|updated|modified|created|issued"
    rf"|edited|(?:for )?release|date|time|on|at|{_OTHERS})\b)"
)
# "09.30 BSTLast modified on": two elements of a page without a space between them.
_GLUED = re.compile(
    rf"(\b(?:{_ZONES})(?:[+-]\d{{1,2}})?)(?=(?:first|last|updated|published|modified)\b)"
)
# "June 12, 20243:45 PM", "10 Apr 202410 Apr 2024", "5:14amWednesday 10 Apr 2024".
_GLUED_YEAR = re.compile(
    rf"(\b(?:19|20)\d\d|\d[ap]m)(?=\d{{1,2}}:\d\d|\d{{1,2}} (?P<month>{NAME})\b|(?:{DAYS}) \d)"
)
# "2024/06/14", "2024. 6. 14." and, beside a clock, "2024/6/14"; "2024.6.14" alone is a version.
_YEAR_FIRST = re.compile(
    r"(?<![\w./-])((?:19|20)\d\d)([/.])(?:(\d\d)\2(\d\d)| (\d{1,2})\2 (\d{1,2}))\.?(?![\d/-])"
)
_SHORT_YEAR_FIRST = re.compile(
    r"(?<![\w./-])((?:19|20)\d\d)([/.])(\d{1,2})\2(\d{1,2})(?=\.?[ ,(].*\d[:時시])"
)
_DAY_NAMES = frozenset(
    {name for code in list_languages() for name in read_language(code).weekdays}
    | {day for name in WEEKDAYS for day in (name, name[:3])}
)
_SURE_DAYS = frozenset(name for name in _DAY_NAMES if len(name) > len("sun"))
_DAY_WORD = re.compile(r"\w+")
_IN_DAYS = re.compile(
    rf"\d{{1,4}}(?:st|nd|rd|th|[ap]m)?|to|and|until|from|at|bis|und|um|le|de|del|{_ZONES}"
)
_DAY_SIGN = re.compile(
    r"[(（](?:[月火水木金土日월화수목금토일]|[月火水木金土日]曜)[)）]"
    r"|[月火水木金土日]曜日?|(?:星期|周|週)[一二三四五六日天]|[월화수목금토일]요일"
)
_TWO_NAMES = re.compile(rf"\b(?P<month>{NAME}) ?/ ?(?P<other>{NAME})(?!\w)")
# Each is found where a costlier pattern may find something.
_YEAR_BEFORE_NAME = re.compile(r"\d\d\d\d\.? [^\W\d]")
_DAY_BEFORE_NAME = re.compile(r"\d[./-][^\W\d]")
_YEAR_BEFORE_SIGN = re.compile(r"\d\d\d\d[/.]")
_MAY_GLUE = re.compile(r"\d(?:\d\d\d|[ap]m)\w")
_YEAR_AND_NAME = re.compile(
    rf"(?<!\w)((?:19|20)\d\d)\.? (?:m\. )?(?P<month>{NAME}) (\d{{1,2}})(?!\w)"
)
_JOINED_NAME = re.compile(
    rf"(?<![\w./-])(\d{{1,2}})([./-])(?P<month>{NAME})"
    r"\2((?:19|20)\d\d|\d\d(?= \d\d?[:.]\d\d))(?![\w-])"
)
_BEHIND_DAY = re.compile(r"(?<=\d[日일])(?=[^\s日일])")
# What stands beside a date and tells nothing that lasts.
_BESIDE = re.compile(
    r"\b(?:(?:\d{1,3}|an?) (?:min(?:ute)?|hour|hr|day|week)s? ago|by (?:admin|staff)"
    r"|há \d{1,3} (?:(?:minuto|hora|dia|semana|ano)s?|m[eê]s(?:es)?)"
    r"|hace \d{1,3} (?:(?:minuto|hora|día|semana|año)s?|mes(?:es)?)"
    r"|il y a \d{1,3} (?:(?:minute|heure|jour|semaine|an)s?|mois)"
    r"|vor \d{1,3} (?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)"
    r"|\d{1,3}(?:[-–]\d{1,3})?[ -]min(?:ute)?s? (?:read|listen|watch))\b"
    rf"|\b(?:last )?(?:updated|modified):? (?P<month>{NAME})\.? \d{{1,2}}$|\b(?:{READING})"
)


@lru_cache(maxsize=256)
def find_dates(key: str) -> tuple[re.Match[str], ...]:
    """Return the dates of a folded line that holds nothing but dates and times, or nothing.

    >>> [one[0] for one in find_dates("posted at 9:30 a.m., june 10, 2024")]
    ['june 10, 2024']
    >>> [one[0] for one in find_dates("june 12, 20243:45 pm gmt+2updated 5 hours ago")]
    ['june 12, 2024']
    >>> [one[0] for one in find_dates("posted: nov 15, 2024 1:20 pm | last updated: november 16")]
    ['nov 15, 2024']
    >>> find_dates("the ferry of june 10, 2024"), find_dates("june 10 - june 12, 2024")
    ((), ())
    """
    if _LONGEST < len(key) or not _MAY_DATE.search(key):
        return ()
    key = _part_year(spell_date(key))
    found = tuple(find_named(_DATED, key, STAMP_MONTHS))
    return found if found and not _strip(" ".join(part_at(found, key))) else ()


@lru_cache(maxsize=256)  # several rules ask for it of the same line
def spell_date(key: str) -> str:
    """Return a folded line with the dates of other parts of the world as other rules know them.

    >>> spell_date("2024. június 14."), spell_date("9 مارس/آذار 2025")
    ('14 június 2024.', '9 مارس 2025')
    >>> spell_date("2024/06/14 09:30"), spell_date("2024. 6. 14."), spell_date("2024.6.14")
    ('2024-06-14 09:30', '2024-6-14', '2024.6.14')
    >>> spell_date("wednesday, 12-mar-2024")
    'wednesday, 12 mar 2024'
    >>> spell_date("2024年6月14日(金)18時30分")
    '2024年6月14日 18時30分'
    """
    if "/" in key and not key.isascii():
        key = replace_named(_TWO_NAMES, _take_first, key)
    if _YEAR_BEFORE_NAME.search(key):
        key = replace_named(_YEAR_AND_NAME, lambda one: f"{one[3]} {one[2]} {one[1]}", key)
    if _DAY_BEFORE_NAME.search(key):
        key = replace_named(_JOINED_NAME, _part_day, key, STAMP_MONTHS)
    if _YEAR_BEFORE_SIGN.search(key):
        key = _YEAR_FIRST.sub(lambda one: f"{one[1]}-{one[3] or one[5]}-{one[4] or one[6]}", key)
        key = _SHORT_YEAR_FIRST.sub(r"\1-\3-\4", key)
    return _part_signs(key)


def _take_first(months: re.Match[str]) -> str:
    """Return the first of two names of a month."""
    return months["month"] if months["other"] in MONTHS else months[0]


def _part_day(day: re.Match[str]) -> str:
    """Return a day with spaces between its parts, and with the century of its year."""
    return f"{day[1]} {day[3]} {day[4] if day[4][2:] else '20' + day[4]}"


def _part_year(key: str) -> str:
    """Return a line with a space behind a year that another element of the page stands against."""
    is_glued = _MAY_GLUE.search(key)
    return replace_named(_GLUED_YEAR, lambda one: f"{one[1]} ", key) if is_glued else key


def _part_signs(key: str) -> str:
    """Return a line without the signs of weekdays, and with a space behind that of the day."""
    return key if key.isascii() else _BEHIND_DAY.sub(" ", _DAY_SIGN.sub(" ", key)).strip()


def is_numbered_day(key: str) -> bool:
    """Tell whether a line holds nothing but a day in figures, whichever of them is the month.

    >>> is_numbered_day("updated: 10/06/2024 - 09:30"), is_numbered_day("3.5 tons")
    (True, False)
    >>> is_numbered_day("updated: 06-10-24 09:30 am"), is_numbered_day("06-10-24")
    (True, False)
    >>> is_numbered_day("laatste update: 14-11-2026, 11:02"), is_numbered_day("555-01-2024-7")
    (True, False)
    """
    if _LONGEST < len(key) or not ("/" in key or "." in key or "-" in key):
        return False
    if DAYS_IN_FIGURES.search(key):
        return not _strip(DAYS_IN_FIGURES.sub(" ", key))
    rest, count = SHORT_DAYS_IN_FIGURES.subn(" ", key)
    return count > 0 and bool(_TIME.search(rest)) and not _strip(rest)


def is_life(key: str) -> bool:
    """Tell whether a folded line holds nothing but two days that are years apart: of a life.

    >>> is_life("may 3, 1938 - november 1, 2026"), is_life("3 may 2025, updated 5 may 2025")
    (True, False)
    """
    years = [int(year) for year in _YEAR.findall(key)] if len(key) <= _LONGEST else []
    if len(years) != _PAIR or years[1] - years[0] < _LIFE:
        return False
    return len(find_dates(key)) == _PAIR


def names_day(text: str) -> bool:
    """Tell whether a text holds nothing but days, with or without their year.

    >>> [names_day(text) for text in ("Tuesday, 18 March", "March 2025", "Monday to Friday")]
    [True, True, True]
    >>> [names_day(text) for text in ("April May", "Sun", "The Mail on Sunday", "AP, 2025")]
    [False, False, False, False]
    """
    words = _DAY_WORD.findall(fold(text))
    is_day = any(word[0].isdigit() or word in _SURE_DAYS for word in words)
    return is_day and all(
        word in MONTHS or word in _DAY_NAMES or _IN_DAYS.fullmatch(word) for word in words
    )


def find_numbered_day(key: str, *, is_day_first: bool = False) -> date | None:
    """Return the day of a folded line that holds nothing but a day in figures, if it is certain.

    Of several it is the first. Between dots the day comes first everywhere; between strokes a
    number over twelve is the day, or the first one in languages that put the day first.

    >>> find_numbered_day("19.3.2025, 17:20 uhr"), find_numbered_day("06/14/2024")
    (datetime.date(2025, 3, 19), datetime.date(2024, 6, 14))
    >>> find_numbered_day("10/06/2024") is None
    True
    >>> find_numbered_day("10/06/2024", is_day_first=True)
    datetime.date(2024, 6, 10)
    """
    return read_days(key, is_day_first=is_day_first) if is_numbered_day(key) else None


def is_dated(line: Line) -> bool:
    """Tell whether a line says when something was published, with some words beside it.

    >>> from sitegen.ingest.lines import make_line
    >>> is_dated(make_line("Samari Times, Jul 7, 2025, 10.05 PM IST"))
    True
    >>> is_dated(make_line("On Jul 7, 2025 the ferry ran onto a bank off Samari."))
    False
    """
    if _DATED_WORDS < line.words or not _YEAR.search(line.key):
        return False
    if line.is_sentence and not _ENDS_TIME.search(line.key):
        return False
    found, rest = take_dates(line.key)
    return bool(found) and len(rest.split()) <= _BESIDE_WORDS


@lru_cache(maxsize=256)
def take_dates(line_key: str) -> tuple[tuple[str, ...], str]:
    """Return the dates of a folded line, and what is left without times and words beside dates."""
    # Years first in figures are no date beside words: "Part No. 2019/11/05 Recalled".
    key = _part_year(_part_signs(line_key))
    if not (found := tuple(find_named(_DATED, key, STAMP_MONTHS))):
        key = line_key
        found = tuple(DAYS_IN_FIGURES.finditer(key))
    rest = " ".join(part_at(found, key))
    return tuple(match[0] for match in found), _WORDS.sub(" ", _TIME.sub(" ", rest))


def _strip(rest: str) -> str:
    """Return the letters and figures of a line without times, zones and the words between."""
    if not any(map(str.isalnum, rest)):
        return ""
    # A function, because for a template the whole of such a long pattern is hashed each time.
    rest = _GLUED.sub(lambda one: f"{one[1]} ", rest)
    rest = " ".join(part_at(find_named(_BESIDE, rest), rest))
    rest = _WORDS.sub(" ", _TIME.sub(" ", rest))
    return "".join(character for character in rest if character.isalnum())
