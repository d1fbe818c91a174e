"""Name what interrupts a text and is none of it: turned pages, running heads, what was heard.

A printed page says where a text goes on, and the next one where it came from, below its name, its
date and its number. Agencies do the same between two parts, and transcripts say who laughed.
"""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sitegen.ingest.lines import Line
from sitegen.ingest.looks import Look
from sitegen.ingest.reasons import REASONS, TURN

_HEARD = "stage direction"
_HEARD_REASON = "says in brackets what was heard"
_MOST_WORDS = 12
_NAME_WORDS = 6  # of a paper, or of the word by which a text is found again
_JUMP = re.compile(
    r"^(?:please )?(?:see|turn to|continue[sd]? (?:on|from)|from)"
    r" (?:\S+,? ){0,3}page [a-z]?\d+[a-z]?$"
    r"|^\(more\)$|^[a-z]{2,4}-[\w-]+,? (?:1st|2nd|3rd|\dth) add$"
)
_ENDS = frozenset("0123456789abcdefgh)")  # how the number of a page ends, or "(more)"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PAGE_NUMBER = re.compile(r"\s[•|·—–-] ?(?:page )?[a-z]?\d{1,3}[a-z]?$")  # behind the year
_NUMBER_LENGTH = 20  # characters of that, at most
_PAGE_HEAD = re.compile(
    r"(?P<before>[A-Z]?\d{1,3}[A-Z]? )?(?:[A-Z&][A-Z&.'’-]* ){2,6}"
    r"(?:[A-Z][a-z]+day,? )?(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+),? (?:19|20)\d\d"
    r"(?P<behind> [A-Z]?\d{1,3}[A-Z]?)?$"
)
_YEAR_END = re.compile(r"[a-z] (?:19|20)\d\d$")
_DIRECTION = re.compile(r"^\((?=[^()]{4,60}\)$)[^a-z()]*[A-Z]{3}[^a-z()]*\)$")
_FRAME = re.compile(r"list \d{1,2} of \d{1,2}$")  # as a page reads its links out, one by one
_SOUND = re.compile(r"^\[[a-z][a-z ,'’-]{2,40}\]$")
_SOUNDS = frozenset(
    "applause beep booing bell cheering cheers chatter chuckles clapping coughing coughs crosstalk"
    " crying gasps inaudible laughing laughs laughter music pause ringing rings screaming screams"
    " shouting sighs silence singing sobbing static unintelligible whispering whispers".split()
)


def drop_interruptions(looks: Sequence[Look]) -> Sequence[Look]:
    """Take no line as noise but those of a turned page, and what was heard, in brackets."""
    texts = [index for index, look in enumerate(looks) if look.line.text]
    places = [place for place, i in enumerate(texts) if not looks[i].line.is_sentence]
    running = _find_running(looks)
    turned = [
        place
        for place in places
        if _is_turn(looks[texts[place]]) or looks[texts[place]].line.key in running
    ]
    taken = {texts[place]: (TURN, REASONS[TURN]) for place in turned}
    for place in turned:
        for near in (place - 1, place + 1):
            if 0 < near < len(texts) and _is_name(looks[texts[near]]):
                taken[texts[near]] = (TURN, REASONS[TURN])
    for place in places:
        if _FRAME.match(looks[texts[place]].line.key):
            framed = texts[place : place + 2]
            taken |= dict.fromkeys(framed, ("link list", "a headline below a pointer to others"))
        if looks[texts[place]].line.text[0] in "([" and _is_heard(looks, texts, place):
            taken[texts[place]] = (_HEARD, _HEARD_REASON)
    if not taken:
        return looks
    return [
        replace(look, noise=taken[index][0], reason=taken[index][1], fact="", heading="")
        if index in taken
        else look
        for index, look in enumerate(looks)
    ]


def _find_running(looks: Sequence[Look]) -> AbstractSet[str]:
    """Return what stands at the head of several pages: a name in capitals with a year."""
    heads = [look.line.key for look in looks if look.line.text and _is_dated_name(look.line)]
    return {key for key, count in Counter(heads).items() if count > 1}


def _is_dated_name(line: Line) -> bool:
    return line.text.isupper() and line.words <= _MOST_WORDS and bool(_YEAR_END.search(line.key))


def _is_turn(look: Look) -> bool:
    return look.line.shape != "row" and is_turn(look.line)


def is_turn(line: Line) -> bool:
    """Tell whether a line says where a text goes on, or is the head of a page with its number.

    >>> from sitegen.ingest.lines import make_line
    >>> [is_turn(make_line(text)) for text in ("See CLOCK, Page 6", "The clock of 1961 is late")]
    [True, False]
    """
    if _MOST_WORDS < line.words or line.key[-1:] not in _ENDS:
        return False
    return bool(_JUMP.match(line.key)) or _is_numbered_day(line.key) or is_page_head(line)


def _is_numbered_day(key: str) -> bool:
    """Tell whether a page's number ends a line and a year stands before it.

    They are looked for apart: the few words of a line may be a megabyte of years.
    """
    number = _PAGE_NUMBER.search(key, max(0, len(key) - _NUMBER_LENGTH))
    return number is not None and bool(_YEAR.search(key, 0, number.start()))


def is_page_head(line: Line) -> bool:
    """Tell whether a line is a paper's name in capitals with a day, and a page's number beside.

    >>> from sitegen.ingest.lines import make_line
    >>> heads = ("4 THE ORLE LEDGER Thursday, June 13, 2019", "ORLE LEDGER June 13, 2019 A9")
    >>> [is_page_head(make_line(text)) for text in (*heads, "FERRY SINKS June 13, 2019")]
    [True, True, False]
    """
    may_be_one = line.words <= _MOST_WORDS and ("19" in line.text or "20" in line.text)
    match = _PAGE_HEAD.match(line.text) if may_be_one else None
    return match is not None and bool(match["before"] or match["behind"])


def _is_heard(looks: Sequence[Look], texts: Sequence[int], place: int) -> bool:
    """Tell whether a line is in brackets, above a paragraph and, if in capitals, below one too.

    In square brackets and small letters it may also stand below the headline: ``[music]``.
    """
    if not 0 < place < len(texts) - 1:
        return False
    text = looks[texts[place]].line.text
    sound = text.lower()
    if _SOUND.match(sound) and not _SOUNDS.isdisjoint(sound[1:-1].replace(",", "").split()):
        return looks[texts[place + 1]].is_prose
    is_between = looks[texts[place - 1]].is_prose and looks[texts[place + 1]].is_prose
    return is_between and bool(_DIRECTION.match(text))


def _is_name(look: Look) -> bool:
    """Tell whether a line in capitals may be the name of the paper, or a text's word and page."""
    line = look.line
    is_plain = not (look.fact or look.has_credit or line.is_sentence)
    return is_plain and line.words <= _NAME_WORDS and line.text.isupper()
