"""Tell lines that count something, and ages that were true once."""

import re
from itertools import pairwise

from sitegen.ingest.ages import is_since, is_undated
from sitegen.ingest.lines import Line
from sitegen.ingest.word_lists import read_words

_COUNTER = re.compile(r"^[\d\s.,:/|•·+%#()-]+[km]?$|^\[\d{1,3}(?::\d\d){1,2}\]$")
_MINUTES = (
    r"(?:ca\. ?|noin |about )?\d{1,3}(?: ?[-–] ?\d{1,3})?[ -]?"
    r"(?:min(?:ut\w{1,3})?|мин\w*|dk|dakika)\b\.?"
)
_READ = (
    r"(?:(?:de |di |do )?(?:lectura|lecture|leitura|lettura|czytania)"
    r"|lese(?:zeit|dauer|tid)|leestijd|läs(?:tid|ning)|læsetid|lukuaika|okuma(?: süresi)?|чтения)"
)
# "4 Min. Lesezeit", "Tempo di lettura: 3-4 minuti": also beside a date.
READING = (
    rf"{_MINUTES} {_READ}\b"
    rf"|(?:(?:temps|tiempo|tempo|czas|время) )?{_READ} ?:? ?{_MINUTES}"
)
_READING_TIME = re.compile(
    r"^(?:(?:estimated )?(?:reading|read) time:?\s*)?\d+(?: ?[-–] ?\d+)?\s*[- ]?"
    r"(?:min(?:ute)?s?|mins?\.?)(?: (?:read|listen|watch))?$"
    rf"|^(?:{READING})$"
    r"|^(?:écout|ouvi|ascolta|escuch|anhör|luister|lyssna|lytt?|posłuch|słuch|слуш|слух)"
    r"[^\d|·•:(]{0,24}"
    r"[|·•:(-]? ?\d{1,2} ?(?:min(?:ut\w{1,3})?|мин\w*|хв\w*)\.?\)?$"
    r"|^(?!(?!read)\w+ time\b)(?:[^\W\d]+:? ){0,4}[:·•-] ?\d{1,2} ?min(?:ut(?:es?|en|os))?\.?$"
    r"|^(?=[^\d]*(?:^|[ -])(?:read|lect|lett|leit|lese|lees|läs|læs|luku|oku|czyt|чит|чтен))"
    r"(?:[^\W\d]+:? ){1,4}\d{1,2} ?(?:min(?:ut\w{1,3})?|dk|dakika|мин\w*)\.?$"
)
_FIGURES_OF = re.compile(r"\d of \d")  # found in a tenth of the time
_PLACE = re.compile(r"(?<!\S)(\d{1,3}) of (\d{1,3})(?=$| (?![a-z]))")
_FEWEST_SLIDES, _WIDEST = 3, 1_000  # characters of a slide
_CLOCK, _WORD, _PLAYER = re.compile(r"\d:\d\d"), re.compile(r"[^\W\d_]{2}"), 80
_COUNTED = re.compile(
    r"^(?:(?:read|show|view|see) (?=\d))?(?:(?:\d[\d.,]*[km]?|no|one|all) )+\(?"
    r"(?:comments?|shares?|likes?|views?|reads?|replies|reply|retweets|reposts|reactions|photos?"
    r"|images|followers|votes|claps|captures|interactions|responses?"
    r"|(?:viewing|watching|reading) now)\)?"
    r"(?: \(\d[\d.,]* new\))?$|^(?:view|show|see|load|read) \d+ more \w+$"
    r"|^(?:comments?|shares?|likes?|views?|replies|photos?|images?)[: ]*\(?\d[\d.,]*[km]?\)?$"
    r"|^\W*(?:(?:photo|image|slide|page|article|document|story|item|record|part)s? )?#?\d+"
    r" ?(?:of|/) ?\d+\W*$"
    r"|^[\d,]+ (?:users?|members?|people|readers?) (?:likes?|liked) this(?: post)?$"
    r"|^showing (?:results )?\d+ ?(?:-|–|to) ?\d+ of [\d,]+(?: \w+)?$"
    r"|^page \d+ of \d+(?: (?:\d+|first|prev(?:ious)?|next|last|\W+))+$"
    r"|^(?:コメント|댓글|评论|評論) ?\(?\d+\)?(?:件|개|条|則)?$"
)
# "Odsłon: 3 412", "Forum: 12 Postings", "1,1 tys. wyświetleń": by the words of counted.txt.
_NUMBER = r"\(?\d[\d., ]*(?:k|m|mln?|tys|tis|tsd|rb|jt|bin|тыс|тис|万|萬|만)?\.?\)?"
_WITH_NUMBER = re.compile(
    rf"(?:[^\W\d]+: )?{_NUMBER} ?(?P<behind>[^\d:()]+)\)?$|(?P<before>[^\d:()]+)[: ]*{_NUMBER}$"
)
_COUNTED_WORDS = read_words("counted")
_COUNTED_LENGTH = 40  # characters
_NUMBER_WORDS = ("no ", "one ", "all ")
_FIGURELESS = re.compile(r"\D*")
_AGO = re.compile(
    r"^(?:(?:updated|published|posted|edited|last updated|modified):? )?(?:about |over )?"
    r"(?:an?|\d+|one|two|three) ?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?)"
    r"(?: ago)(?: in \w+)?(?: \(\d{1,2}:\d\d ?[ap]m\))?$"
    r"|^\d{1,2}(?:m|h|d|w|mo|yr?)(?: [·•] edited)? ?[·•]\W*$"
    r"|^[^\d·•|]{2,40} [·•|] \d{1,2}(?:m|min|h|hr|d|w|mo|y)$"  # the Ledger · 5d
    r"|^[^\W\d]+(?: [^\W\d]+)? \d{1,2} (?:min(?:ute)?|hour|day|week)s? ago$"
    r"|^(?:just now|(?:yesterday|today)(?: at \d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?)?)$"
    r"|^this (?:article|story|page) is (?:more than |over )?(?:an?|\d+) "
    r"(?:day|month|year)s? old\.?$"
)
# "2h ago · 3 min read", "Yesterday • 1 min".
_READ_AGO = re.compile(
    r"(?:yesterday|today|just now"
    r"|\d{1,2} ?(?:m|h|d|w|min|hrs?|hours?|days?|weeks?|months?)(?: ago)?)"
    rf" ?[·•] ?{_MINUTES}(?: (?:read|listen|watch))?$"
)
_UPDATED = re.compile(
    r"(?:last )?(?:updated|modified|edited):?(?: at)? \d{1,2}[:.]\d\d"
    r"(?: ?[ap]\.?m\.?)?(?: [a-z]{2,5})?(?:,? (?:on )?[a-z]{3,6}day)?$"
)
# "Hier à 19:12", "Heute, 7.30 Uhr", "ayer a las 20:15".
_NEAR_DAYS = frozenset(
    "hier aujourd'hui heute gestern hoy ayer oggi ieri hoje ontem vandaag gisteren".split()
)
_NEAR_DAY = re.compile(
    r"[^\W\d]\S+ (?:(?:à|um|a las|alle|ore|às|om|kl|klo)\.? )?\d{1,2} ?[:.h] ?\d\d(?: ?(?:uhr|h))?$"
)
# Above each post of a forum: 03-11-2024, 10:41 PM #332.
_POSTED = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4},? \d{1,2}:\d\d(?: ?[ap]m)? #\d+$")
# As portals of Japan date what they publish: 5/14(火) 11:20配信.
_YEARLESS = re.compile(r"\d{1,2}/\d{1,2}\([月火水木金土日]\) \d{1,2}:\d\d(?:配信|更新|公開)?$")
_AGO_LETTERS = frozenset("jyt")  # how "just now", "yesterday" and "this page is …" begin
_PAGE_REFERENCES = re.compile(r"^(?:[^.:;,]{2,30}[:,]? (?:on )?pages? ?[a-z]?\d+[.;,]? ?){1,8}$")


def is_counter(line: Line) -> bool:
    """Match lone numbers: shares, positions, page numbers, and where to find what on paper."""
    # Most lines begin with a letter, and those that count anything have a number or say none.
    if not line.key[:1].isalpha() and _COUNTER.match(line.key):
        return True
    if ":" in line.key and _is_player(line.key):
        return True
    if counts_something(line.key):
        return True
    return "page" in line.key and bool(_PAGE_REFERENCES.match(line.key))


def _is_player(key: str) -> bool:
    """Tell whether a line shows how far a recording has played: ``00:00 ——o—— 31:47 1x``."""
    has_clocks = len(key) <= _PLAYER and 1 < len(_CLOCK.findall(key))
    return has_clocks and not _WORD.search(key)


def is_reading_time(line: Line) -> bool:
    """Match ``3 min read`` and its like in languages of Europe."""
    may_be_one = "min" in line.key or " dk" in line.key or not line.key.isascii()
    return may_be_one and bool(_READING_TIME.match(line.key.strip("()")))


def is_age(line: Line) -> bool:
    """Match ``2 hours ago``: a date that says nothing once the page is stored."""
    may_be_one = " ago" in line.key or line.key[:1] in _AGO_LETTERS
    is_parted = "·" in line.key or "•" in line.key
    if (may_be_one or is_parted) and _AGO.match(line.key):
        return True
    if is_parted and _READ_AGO.match(line.key):
        return True
    has_figure = not _FIGURELESS.fullmatch(line.key)
    if has_figure and (is_since(line.key) or is_undated(line.key)):
        return True
    if "d" in line.key[:9] and _UPDATED.match(line.key):  # without its day a clock tells nothing
        return True
    is_figure = line.key[:1].isdigit()
    return is_figure and bool(_YEARLESS.match(line.key) or _POSTED.match(line.key))


def is_near_day(line: Line) -> bool:
    """Match a clock of today or yesterday beside a byline, in languages of Europe.

    >>> from sitegen.ingest.lines import make_line
    >>> is_near_day(make_line("Hier à 19:12")), is_near_day(make_line("Heute um 19 Uhr"))
    (True, False)
    """
    is_near = line.key.partition(" ")[0].strip(",") in _NEAR_DAYS
    return is_near and _NEAR_DAY.match(line.key) is not None


def counts_something(key: str) -> bool:
    """Tell whether a folded text is a number of comments, shares, pictures and the like.

    >>> [counts_something(key) for key in ("12 comments", "コメント12件", "12 boats")]
    [True, True, False]
    """
    if not key.startswith(_NUMBER_WORDS) and _FIGURELESS.fullmatch(key):
        return False
    return bool(_COUNTED.match(key)) or _counts_by_word(key)


def _counts_by_word(key: str) -> bool:
    match = _WITH_NUMBER.match(key.lstrip("([")) if len(key) <= _COUNTED_LENGTH else None
    return match is not None and (match["behind"] or match["before"]).strip(" !") in _COUNTED_WORDS


def is_gallery(line: Line) -> bool:
    """Match the captions of a gallery in one line, each with its place: ``The pier. 1 of 22 …``.

    What no slide holds may be text that ran into the line, so it is left.
    """
    if line.text.count(" of ") < _FEWEST_SLIDES or not _FIGURES_OF.search(line.text):
        return False
    places = list(_PLACE.finditer(line.text))
    own = [place for place in places if place[2] == places[0][2]]
    numbers = [int(place[1]) for place in own]
    if len(own) < _FEWEST_SLIDES or numbers != [*range(numbers[0], numbers[0] + len(own))]:
        return False
    ends = [0, *(place.end() for place in own), len(line.text)]
    return numbers[-1] <= int(own[0][2]) and all(
        after - end <= _WIDEST for end, after in pairwise(ends)
    )
