"""Name the noise of a scraped page: a table of small rules about one line, asked in order.

A rule is a function of one line, a row in ``NOISE_RULES``, and a case file of the rule's name in
``tests/cases/noise/``. Rules of shape stand before word lists; what takes a line because of the
lines around it is in ``blocks.py``. A rule must never take a sentence of an article.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from sitegen.ingest.counters import (
    counts_something,
    is_age,
    is_counter,
    is_gallery,
    is_reading_time,
)
from sitegen.ingest.lines import Line, make_line
from sitegen.ingest.openers import PROSE, SENTENCE_WORDS, TRIMMED, find_opener
from sitegen.ingest.photographers import is_photographer
from sitegen.ingest.word_lists import read_named, read_words

_BUTTONS, _ENDERS = read_words("buttons"), read_named("enders")
_LONGEST_ENDER = max(words.count(" ") for words in _ENDERS) + 3  # words, with a count beside them

_ROW_WORDS, _BUTTON_WORDS = 16, 4  # of a row of buttons, and of one of them
_FIRST_BUTTONS = frozenset(words.partition(" ")[0] for words in _BUTTONS)
_WORD_OF_ROW = re.compile(r"\d+:\d\d|[\w'&-]+")
_CONSENT_LIMIT = 700  # characters; lawyers write longer lines than others
_ALPHANUMERIC = re.compile(r"[^\W_]")
_SIGNLESS = re.compile(r"(?!www\.|javascript:)[a-z0-9][a-z0-9 ,.:;!?'\"()&$%-]*")
_CRUMB = r"[^\W_][\w &'.,-]{0,40}"
_BREADCRUMBS = re.compile(
    rf"^(?:you are here:? ?)?{_CRUMB}(?:(?: ?(?:>{{1,2}}|[»›→]) ?| / ){_CRUMB}){{1,6}}$"
)
_PIPED = re.compile(r"^[^|•·]{1,40}(?: ?[|•·] ?[^|•·]{1,40}){2,}$")
_BOXED = re.compile(r"(?:\[[^\[\]]{1,40}\] ?){3,}$")
_ADDRESS = re.compile(
    r"^(?:(?:https?://|www\.)\S+$|[\w.+-]+@[\w-]+\.[\w.-]+$|\S{0,20} ?javascript:(?:[;#/]|\w+\()"
    r"|[@#]\w[\w.]*(?: [@#]\w[\w.]*)*$|[^.:!?]{2,60}: https?://\S+$"
    r"|https?://\S+(?: \|)? \d{1,3} ?/ ?\d{1,3}$)"  # at the foot of a page that a browser prints
)
_CRUMB_MARKS, _MENU_MARKS = frozenset(">»›→/"), frozenset("|•·")
_PREFER = ("add ", "prefer ", "choose ", "follow ", "make ", "set ")
_PREFERENCE = re.compile(r"\w+ (?:\S+ ){1,8}(?:on|in) google(?: news| search| discover)?[.!]?$")
# "$59 at Oxbow Home", "SHOP AT OXBOW HOME": where a thing that was tested is sold.
_OFFER = re.compile(
    r"(?i:from )?[$£€] ?\d[\d.,]* (?:at|bei|chez) (?=[A-ZÀ-Þ])[^.!?:]{2,30}$"
    r"|(?i:shop|buy|buy it|see it|get it) (?i:now )?(?i:at|from) (?=[A-ZÀ-Þ])[^.!?:]{2,30}$"
)
_LEGAL = re.compile(
    r"©|(?:purchase|acquire|buy|request|obtain) (?:\w+ ){0,3}"
    r"(?:rights?|licen[cs]e|reprints?)\b|^\(?(?:c|©)\)? ?(?:19|20)\d\d\b"
)
# "BC-Orle--Ferry,3rd Ld-Writethru,1st Add", "1/26/25, 4:07 PM Ferry aground - The Orle Post".
_SLUG = re.compile(
    r"zczc(?: [a-z]{2,4}\d{3,5})?$|[a-z]{2,4}(?:/[a-z]{2,4}){1,3}$"
    r"|(?:\w{1,8} ){0,6}bc-\w+[-\w]*(?:--|,|.{0,60} \d\d-\d\d \d{4}$)"
    r"|[^.]{4,80}\b(?:writethru|\d(?:st|nd|rd|th) (?:add|ld))\b"
    r"|\d{1,2}/\d{1,2}/\d\d, \d{1,2}:\d\d [ap]m\b.{0,3} \S.* [-–|] "
)
_PICTURE_FILE = re.compile(r"(?=.{12})[a-z]{2,20}(?:-[a-z\d]{1,20}){3,9}$")
_SLUG_SIGNS = ("/", "zczc", "bc-", "writethru", " add", " ld")  # of which any has one
_LINKED = re.compile(r"([^.\[(<]{2,40}?) ?[\[(<] ?https?://\S+ ?[\])>]$")
_SCISSORS = re.compile(r"^[-_ ]{2,}(?:8<|>8)[-_ ]{2,}$")
_AGENCY_MARK = re.compile(
    r"^(?:[-–—(\[] ?)?(?:end|ends(?: \d{2,4}(?: ?w(?:or)?ds)?)?|-30-|30)(?: ?[-–—)\]])?$"
    r"|^# ?# ?#$|^nnnn$"
)
_MARK_WORDS, _PICTURED_WORDS, _FEW_WORDS, _SIGN_WORDS = 3, 12, 6, 5
_SIGN = "[\u2190-\u21ff\u25a0-\u25c9\u25cc-\u25ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff‹›]"
_PICTOGRAM = re.compile(rf"^{_SIGN}|{_SIGN}\ufe0f?\W*$")
_PICTURE = re.compile("[\U0001f300-\U0001faff]")
_NAMED_SIGN = re.compile(r"(?:[A-ZÀ-Þ][\w'’&.-]* (?:(?:and|of|the|for) )*){1,5}(?:logo|icon)$")
_END_SIGNS, _STOPS = frozenset("♦◆■▪◼∎●"), (".", "!", "?", ".”", '."')  # at a magazine's last word
_MENU_WORDS, _OTHERS = 4, 0.4  # of a menu, and the share of them that are no buttons
_JOINING = frozenset({"&", "and", "e", "y", "et", "und", "og", "en", "i"})


@dataclass(frozen=True, slots=True)
class NoiseRule:
    """A rule's name, the reason that the account of a seed gives, and what it matches.

    ``needs_sign`` tells that it matches no line of plain words, figures and punctuation.
    """

    name: str
    reason: str
    matches: Callable[[Line], bool]
    needs_sign: bool = False


def is_lone_mark(line: Line) -> bool:
    """Match lines without a letter: rules, bullets, stray punctuation."""
    return not _ALPHANUMERIC.search(line.key) or bool(_SCISSORS.match(line.key))


def is_button(line: Line) -> bool:
    """Match the text of a lone button, menu entry or label, and no last words of a sentence."""
    if line.text[0].islower() and line.text.endswith("."):
        return False
    return line.key in _BUTTONS or line.key.strip(TRIMMED) in _BUTTONS


def is_button_row(line: Line) -> bool:
    """Match a line of nothing but buttons: ``Share Save Print``, ``Reply Quote Report``.

    Of the entries of a menu, ``News Sport Notices Pictures``, some may be known to nobody.
    """
    if line.is_sentence or not 1 < line.words <= _ROW_WORDS:
        return False
    first = _WORD_OF_ROW.search(line.key)
    if not first or not (first[0] in _FIRST_BUTTONS or first[0].isdigit()):
        return False
    words = _WORD_OF_ROW.findall(line.key)
    place = others = 0
    most_others = _OTHERS * len(words) if _MENU_WORDS <= len(words) and _is_capped(line) else 0
    found: set[str] = set()
    while place < len(words):
        size = next(
            (n for n in range(_BUTTON_WORDS, 0, -1) if _is_button(words[place : place + n])), 0
        )
        others += not size
        if others > most_others:
            return False
        if size:
            found.add(" ".join(words[place : place + size]))
        place += size or 1
    return len(found) > (2 if others else 1)


def _is_capped(line: Line) -> bool:
    """Tell whether each word of a line begins with a capital, or joins two: entries of a menu."""
    words = line.text.split()
    return all(word[0].isupper() or word in _JOINING for word in words) and line.text[-1].isalnum()


def _is_button(words: list[str]) -> bool:
    name = " ".join(words)
    # "2:23" is how long a recording is.
    return name in _BUTTONS or name.replace(":", "").isdigit() or counts_something(name)


def begins_with_button(line: Line) -> bool:
    """Tell whether the first words of a line are those of a button."""
    words = _WORD_OF_ROW.findall(line.key)
    return any(" ".join(words[:n]) in _BUTTONS for n in range(1, _BUTTON_WORDS + 1))


def ends_with_button(line: Line) -> bool:
    """Tell whether the last words of a line are those of a button."""
    words = _WORD_OF_ROW.findall(line.key)
    return any(" ".join(words[-n:]) in _BUTTONS for n in range(1, _BUTTON_WORDS + 1))


def is_breadcrumbs(line: Line) -> bool:
    """Match the way to a page: ``Home > News > World``."""
    is_parted = not _CRUMB_MARKS.isdisjoint(line.key) and not line.is_sentence
    return is_parted and bool(_BREADCRUMBS.match(line.key)) and not is_photographer(line.text)


def is_menu(line: Line) -> bool:
    """Match short entries side by side: ``Home | News | Sport``, ``[Home] [News] [Sport]``."""
    if line.text[0] == "[":
        return bool(_BOXED.match(line.text))
    is_parted = not _MENU_MARKS.isdisjoint(line.key) and not line.is_sentence
    return is_parted and bool(_PIPED.match(line.key)) and not is_photographer(line.text)


def is_address(line: Line) -> bool:
    """Match a lone web address, mail address, handle or row of hash tags."""
    return bool(_ADDRESS.match(line.key))


def is_end_mark(line: Line) -> bool:
    """Match what agencies put under a report: ``-30-``, ``ENDS``."""
    return line.words <= _MARK_WORDS and bool(_AGENCY_MARK.match(line.key))


def is_pictogram(line: Line) -> bool:
    """Match a short line with an arrow or an emoji at its start or end, or amid few words."""
    is_long = line.words > _PICTURED_WORDS and not line.text.endswith(" →")
    if line.text.isascii() or is_long or line.text.endswith("."):
        return False
    if line.text[-1] in _END_SIGNS and line.text[:-2].endswith(_STOPS):
        return False
    is_amid = line.words <= _FEW_WORDS and bool(_PICTURE.search(line.text))
    is_amid = is_amid or (line.text.endswith(" »") and "«" not in line.text)
    return is_amid or bool(_PICTOGRAM.search(line.text))


def is_sign(line: Line) -> bool:
    """Match what stands for a picture of a page's own: ``The Orle Ledger logo``, ``Mail icon``."""
    is_short = line.words <= _SIGN_WORDS and line.key.endswith((" logo", " icon"))
    return is_short and bool(_NAMED_SIGN.match(line.text))


def is_preference(line: Line) -> bool:
    """Match what asks a reader to prefer a site: ``Add The Orle Ledger on Google``."""
    return line.key.startswith(_PREFER) and bool(_PREFERENCE.match(line.key))


def is_offer(line: Line) -> bool:
    """Match where a thing is sold, with or without its price: ``$59 at Oxbow Home``."""
    return bool(_OFFER.match(line.text))


def is_legal(line: Line) -> bool:
    """Match copyright lines and licensing offers that stand alone."""
    return _states_rights(line) or find_opener(line) == "legal"


def _states_rights(line: Line) -> bool:
    if line.key.startswith("the post ") and " appeared first on " in line.key:  # as feeds end
        return True
    return line.key.rstrip(".").endswith("all rights reserved") or bool(_LEGAL.match(line.key))


def is_slug(line: Line) -> bool:
    """Match how an agency names a report to its desks, and how a browser heads a printed page.

    The file of a picture is named so as well: ``swan-on-its-nest``.
    """
    if "-" in line.key and _PICTURE_FILE.match(line.text):  # in small letters, as no name is
        return True
    return any(map(line.key.__contains__, _SLUG_SIGNS)) and bool(_SLUG.match(line.key))


def _is_end(line: Line) -> bool:
    return bool(find_end(line))


def _matches(rule: str) -> Callable[[Line], bool]:
    return lambda line: find_opener(line) == rule


NOISE_RULES: tuple[NoiseRule, ...] = (
    NoiseRule("end mark", "what an agency ends a report with", is_end_mark),
    NoiseRule("lone mark", "no letter or number in it", is_lone_mark, needs_sign=True),
    NoiseRule("list heading", "heads links to other pages, or readers' comments", _is_end),
    NoiseRule("counter", "a number that a page counts or numbers with", is_counter),
    NoiseRule("gallery", "captions of a gallery, run together", is_gallery),
    NoiseRule("reading time", "says how long reading takes", is_reading_time),
    NoiseRule("age", "an age that was true once", is_age),
    NoiseRule("button", "the words of a button, a menu or a label", is_button),
    NoiseRule("address", "a lone address, handle or tag", is_address, needs_sign=True),
    NoiseRule("breadcrumbs", "the way to the page", is_breadcrumbs, needs_sign=True),
    NoiseRule("menu", "short entries side by side", is_menu, needs_sign=True),
    NoiseRule("row of buttons", "nothing but the words of buttons", is_button_row),
    NoiseRule("preferred source", "asks to be preferred where news is searched", is_preference),
    NoiseRule("pictogram", "a sign of a page beside few words", is_pictogram, needs_sign=True),
    NoiseRule("offer", "where a thing is sold", is_offer),
    NoiseRule("sign", "stands for a picture that is the page's own", is_sign),
    NoiseRule("legal", "rights and terms", is_legal),
    NoiseRule("teaser", "points to another page", _matches("teaser")),
    NoiseRule("invitation", "invites to subscribe, share or follow", _matches("invitation")),
    NoiseRule("consent", "cookies, privacy, what a browser must do", _matches("consent")),
    NoiseRule("slug", "names a report to desks, or a page to its printer", is_slug),
    NoiseRule("metadata", "labels the page rather than telling anything", _matches("metadata")),
)
_OPENER_RULES = frozenset({"legal", "teaser", "invitation", "consent", "metadata"})  # asked at once
_BY_SHAPE = [rule for rule in NOISE_RULES if rule.name not in _OPENER_RULES]
_SHAPE_RULES = [(rule.matches, rule.name) for rule in _BY_SHAPE]
_WORD_RULES = [(rule.matches, rule.name) for rule in _BY_SHAPE if not rule.needs_sign]
REASONS = {rule.name: rule.reason for rule in NOISE_RULES}


def find_noise(line: Line) -> str:
    """Return the name of the first rule that takes the line, or an empty string.

    >>> from sitegen.ingest.lines import make_line
    >>> [find_noise(make_line(text)) for text in ("TT", "20", "3 min read", "Ferries resume")]
    ['button', 'counter', 'reading time', '']
    """
    if _CONSENT_LIMIT < len(line.text):
        return "gallery" if is_gallery(line) else ""
    if "http" in line.key and (linked := _LINKED.match(line.text)):  # as mail has its buttons
        line = make_line(linked[1], line.number)
    if PROSE < len(line.text) or (line.is_sentence and SENTENCE_WORDS < line.words):
        is_rule = line.text[0] == "." and is_lone_mark(line)  # ". . . . ."
        shape = "lone mark" if is_rule else "gallery" if is_gallery(line) else ""
        return shape or find_opener(line)
    # Most headlines hold nothing but words, and five of the rules need not be asked about them.
    for matches, name in _WORD_RULES if _SIGNLESS.fullmatch(line.key) else _SHAPE_RULES:
        if matches(line):
            return name
    return "legal" if _states_rights(line) else find_opener(line)


def find_end(line: Line) -> str:
    """Return what a line begins that stands behind an article: ``links``, ``comments`` or nothing.

    >>> from sitegen.ingest.lines import make_line
    >>> [find_end(make_line(text)) for text in ("Most read:", "12 Comments", "Most read it.")]
    ['links', 'comments', '']
    """
    if _LONGEST_ENDER < line.words:
        return ""
    return _ENDERS.get(line.key) or _ENDERS.get(line.key.strip(TRIMMED), "")
