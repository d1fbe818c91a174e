"""Name the noise of a scraped page: a table of small rules, asked in order.

A rule is a function of one line and its surroundings, a row in ``NOISE_RULES``, and a case file in
``tests/cases/noise/``. General rules stand before word lists. A rule must never take a sentence.
"""

import re
from collections.abc import Callable

from sitegen.ingest.lines import Line

_BUTTON_TEXTS = """
tt | a a a | a- | a+ | aa | text size | font size | enlarge | expand | zoom
share | share this | share this article | share on facebook | share on x | share on twitter
print | email | e-mail | save | bookmark | gift | give this article | copy link | link copied
listen | listen to article | listen to this article | play | pause | watch | live | video
photos | gallery | next | previous | back | top | back to top
follow | follow us | follow us on google news | add us on google | add to favourites
subscribe | newsletter | sign up | sign in | log in | login | register | get the app
download the app | menu | search | close | home | skip to content | accept | accept all
accept cookies | comments | comment | reply | like | tweet | facebook | twitter | x | whatsapp
telegram | linkedin | reddit | pinterest | instagram | youtube | messenger
more | read more | show more | load more | see more | view all | trending | breaking
opinion | advertisement | ad | sponsored | promoted | send tip | report an error
"""
_BUTTONS = frozenset(text.strip() for text in _BUTTON_TEXTS.replace("\n", "|").split("|"))
_COUNTER = re.compile(r"^[\d\s.,:/|•·+%#()-]+[km]?$")
_READING_TIME = re.compile(
    r"^(?:reading time:?\s*)?\d+\s*[- ]?(?:min(?:ute)?s?|mins?\.?)(?: (?:read|listen|watch))?$"
)
_COUNTED = re.compile(
    r"^\d[\d.,]*k?\s+(?:comments?|shares?|likes?|views?|reads?|replies|retweets|reactions|photos?)$"
)
_TEASER = re.compile(
    r"^(?:read (?:more|also|next)|see also|also read|more on this|related(?: (?:articles?|stories|"
    r"news|topics|links))?|you may also like|you might also like|recommended(?: for you)?|"
    r"more from [^.]{1,60}|most (?:read|popular|viewed)|watch|listen|in pictures|in photos|"
    r"keep reading|don't miss|editor's picks?)\b\s*(?::.*|$)"
)
_INVITATION = re.compile(
    r"^(?:subscribe (?:to|now|today)|sign up (?:for|to|now)|follow (?:us|@)|join (?:us|our)|"
    r"get (?:the|our) (?:app|newsletter|latest)|download (?:the|our) app|click here|tap here|"
    r"share (?:this|on|via)|like us on|we use cookies|this (?:site|website) uses cookies|"
    r"by (?:continuing|subscribing|signing)|enable (?:javascript|notifications)|"
    r"already a (?:subscriber|member)|support (?:our|independent) journalism|"
    r"(?:our|sign up for our) (?:daily|weekly) newsletter|"
    r"(?:was|did you find) this (?:article|story|page|content) (?:helpful|useful|interesting))\b"
)
_LEGAL = re.compile(
    r"^(?:©|\(c\)|copyright\b|all rights reserved|our standards:|terms (?:of|and)\b|privacy policy"
    r"|cookie (?:policy|settings)|reproduction (?:without|is)|not for (?:re)?publication)"
    r"|all rights reserved\.?$"
    r"|^(?:purchase|acquire|buy|request|obtain) (?:\w+ ){0,3}(?:rights?|licen[cs]e|reprints?)\b"
)
_CRUMB = r"[^\W_][\w &'-]{0,24}"
_BREADCRUMBS = re.compile(rf"^{_CRUMB}(?: ?[>»›→] ?{_CRUMB}){{1,6}}$")
_INVITATION_LIMIT = 160  # characters; longer lines are somebody's prose


def is_button(line: Line) -> bool:
    """Match the text of a lone button or label."""
    return line.key.strip(" .:!|•·›»>") in _BUTTONS


def is_counter(line: Line) -> bool:
    """Match lone numbers: shares, positions, page numbers."""
    return bool(_COUNTER.match(line.key) or _COUNTED.match(line.key))


def is_reading_time(line: Line) -> bool:
    """Match ``3 min read`` and its like."""
    return bool(_READING_TIME.match(line.key))


def is_lone_mark(line: Line) -> bool:
    """Match lines without a letter: rules, bullets, stray punctuation."""
    return not any(character.isalnum() for character in line.key)


def is_breadcrumbs(line: Line) -> bool:
    """Match the way to a page: ``Home > News > World``."""
    return bool(_BREADCRUMBS.match(line.key))


def is_teaser(line: Line) -> bool:
    """Match ``Read more: …`` and the headings of link lists."""
    return len(line.text) <= _INVITATION_LIMIT and bool(_TEASER.match(line.key))


def is_invitation(line: Line) -> bool:
    """Match invitations to subscribe, share, follow or accept."""
    return len(line.text) <= _INVITATION_LIMIT and bool(_INVITATION.match(line.key))


def is_legal(line: Line) -> bool:
    """Match copyright lines and licensing offers that stand alone."""
    return len(line.text) <= _INVITATION_LIMIT and bool(_LEGAL.search(line.key))


NOISE_RULES: tuple[tuple[str, Callable[[Line], bool]], ...] = (
    ("lone mark", is_lone_mark),
    ("counter", is_counter),
    ("reading time", is_reading_time),
    ("button", is_button),
    ("breadcrumbs", is_breadcrumbs),
    ("teaser", is_teaser),
    ("invitation", is_invitation),
    ("legal", is_legal),
)


def find_noise(line: Line) -> str:
    """Return the name of the first rule that takes the line, or an empty string.

    >>> from sitegen.ingest.lines import make_line
    >>> [find_noise(make_line(text)) for text in ("TT", "20", "3 min read", "Ferries resume")]
    ['button', 'counter', 'reading time', '']
    """
    return line.verdict or next((name for name, matches in NOISE_RULES if matches(line)), "")
