"""Look at each line once: what the rules about a single line say of it."""

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sitegen.ingest.bylines import is_remark, read_agency, read_byline
from sitegen.ingest.caption_labels import is_captioned
from sitegen.ingest.credits import has_credit
from sitegen.ingest.dates import read_stamp
from sitegen.ingest.heads import read_head
from sitegen.ingest.lines import Line, is_prose, make_line, read_heading
from sitegen.ingest.noise import REASONS, find_end, find_noise
from sitegen.ingest.photographers import is_given, is_photographer, read_lone_credit
from sitegen.ingest.stamps import is_numbered_day
from sitegen.model.value import value

# The facts that stand below a headline; an agency's name also stands below a text.
HEAD_FACTS = frozenset({"byline", "date stamp", "byline and date", "place, date and agency"})
_FIGURE = re.compile(r"\d")  # without which there is no date
# "Lindbach (ots)", "LINDBACH, 12 May (EPN)": place, day and agency on a line of their own. Small
# words in the name of a place are short; "Workers leave the harbour (AP)" is a caption.
_PLACED = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]+(?:, [A-ZÀ-Þ]\w+)?, "
    r"(?:\d{1,2} [A-ZÀ-Þ]\w{2,8}|[A-ZÀ-Þ]\w{2,8}\.? \d{1,2})"
    r" \([A-ZÀ-Þ]{2,6}\)$|"
    r"(?=.{3,42} \()(?![a-zß-ÿ])[^\W\d_][\w./-]+(?: (?:(?![a-zß-ÿ])[\w./-]+|[\w.]{1,3}))*"
    r"(?<![a-z]{3}\.) \((?:ots|dpa(?:/\w+)?|APA|sda|AFP|afp|epd|KNA|SID|EFE|Lusa"
    r"|ANSA|PAP|TASS|ANP|Belga|NTB|TT|Ritzau|AP|Reuters)\)$"
)
_NOTHING = ("", "", "", "", "", False, False, False)  # all that is said of a blank line
_PARAGRAPH = 16  # words; no byline, stamp or heading that is a sentence has more
_BODY_WORDS = 8
_FACT_LIMIT = 200  # characters; a longer line is no stamp and no byline


@value
class Look:
    """A line and what it looks like by itself.

    ``noise`` and ``fact`` name the rule that takes it as noise or as a fact about the article;
    ``end`` says what it begins that stands behind articles: ``links``, ``comments`` or nothing.
    ``is_own`` marks a rule of a person, which overrules all others.
    """

    line: Line
    noise: str
    reason: str
    fact: str
    end: str
    heading: str
    has_credit: bool
    is_prose: bool
    is_own: bool


def is_body(look: Look) -> bool:
    """Tell whether a line is a paragraph of an article, and no caption."""
    return look.is_prose and _BODY_WORDS <= look.line.words and not look.has_credit


def find_above(looks: Sequence[Look], index: int) -> Look | None:
    """Return the next line above that is not blank, without a copy of all above."""
    return next((looks[i] for i in range(index - 1, -1, -1) if looks[i].line.text), None)


def find_below(looks: Sequence[Look], index: int) -> Look | None:
    """Return the next line below that is not blank."""
    return next((looks[i] for i in range(index + 1, len(looks)) if looks[i].line.text), None)


def take_as_noise(
    looks: Sequence[Look], taken: AbstractSet[int], rule: str, reason: str
) -> Sequence[Look]:
    """Return the looks, those at some indexes as noise by a rule, and as nothing else."""
    if not taken:
        return looks
    return [
        replace(look, noise=rule, reason=reason, fact="", heading="", is_prose=False)
        if index in taken
        else look
        for index, look in enumerate(looks)
    ]


def count_prose(looks: Iterable[Look]) -> int:
    """Return how many words of sentences lines have."""
    return sum(look.line.words for look in looks if look.is_prose)


OwnRule = Callable[[Line], str]


def look_at(lines: Iterable[Line], find_own: OwnRule) -> list[Look]:
    """Return the looks of the lines; ``find_own`` gives a person's rule for a line, or nothing.

    What was said of a line holds for each that is the same, as buttons and bylines of a page are.
    """
    known: dict[tuple[str, str, str, bool], Look] = {}
    looks: list[Look] = []
    for line in lines:
        if not line.text:
            looks.append(Look(line, *_NOTHING))
        elif own := find_own(line):
            looks.append(Look(line, "named noise", own, "", "", "", False, False, True))  # noqa: FBT003 - a table row
        else:
            same = (line.text, line.shape, line.verdict, line.is_sentence)
            look = known.get(same)
            if look is None:
                look = known[same] = _look(line)
            looks.append(look if look.line is line else _repeat(look, line))
    return looks


def _repeat(look: Look, line: Line) -> Look:
    """Return the look of one line for another: many times as fast as to replace a field."""
    return Look(
        line,
        look.noise,
        look.reason,
        look.fact,
        look.end,
        look.heading,
        look.has_credit,
        look.is_prose,
        look.is_own,
    )


def _look(line: Line) -> Look:
    if _PARAGRAPH < line.words and line.is_sentence and not line.shape and not line.verdict:
        return _look_at_paragraph(line)
    noise = line.verdict or _find_noise(line)
    credit = read_lone_credit(line)
    fact = "" if line.verdict else _find_fact(line, credit)
    return Look(
        line,
        "" if fact else noise,
        REASONS.get(noise, ""),
        fact,
        "" if line.verdict or line.shape not in _ENDING_SHAPES else find_end(line),
        "" if noise or fact or _names_photographer(line) else read_heading(line),
        not fact and (line.shape == "caption" or has_credit(line) or bool(credit)),
        is_prose(line) and not noise and not fact,
        is_own=False,
    )


def _look_at_paragraph(line: Line) -> Look:
    """Look at a sentence too long to be a fact, a heading or the head of a list; most lines are."""
    noise = find_noise(line)
    return Look(
        line, noise, REASONS.get(noise, ""), "", "", "", has_credit(line), not noise, is_own=False
    )


def is_noise(line: Line) -> bool:
    """Tell whether a rule of ours takes a line, whatever stands around it."""
    return bool(line.verdict or _find_noise(line))


def _names_photographer(line: Line) -> bool:
    text = line.text
    return (" / " in text or "|" in text or " via " in text) and is_photographer(text)


def _find_noise(line: Line) -> str:
    """Name the rule that takes a line, were it not for its shape."""
    if line.shape == "row":
        return _find_label(line)
    if line.shape in _SAFE_SHAPES or is_captioned(line) or is_given(line):
        return ""
    noise = find_noise(line)
    if noise == "breadcrumbs" and is_photographer(line.text):
        return ""
    if line.shape == "item" and noise in _NUMBERS:
        return ""
    return "field" if line.shape == "field" and not noise else noise


def _find_label(line: Line) -> str:
    """Name the rule that takes a button beside a headline: ``Watch | Ferry Runs Aground Again``."""
    label, _, rest = line.text.partition(" | ")
    is_pair = _HEADLINE_WORDS <= rest.count(" ") + 1 and " | " not in rest
    return "teaser" if is_pair and find_noise(make_line(label)) in _LABELS else ""


_LABELS = frozenset({"button", "teaser", "list heading", "invitation"})
_HEADLINE_WORDS = 4
# An entry such as "1862." is a number in the answers to a quiz.
_NUMBERS = frozenset({"counter", "lone mark", "age"})
_ENDING_SHAPES = frozenset({"", "heading"})  # of what may stand above links and comments
_SAFE_SHAPES = frozenset({"title", "heading"})


def _find_fact(line: Line, credit: str) -> str:
    """Name the rule by which a line tells a fact about the article rather than its text.

    ``credit`` is that of a picture, if the line holds nothing else.
    """
    if _FACT_LIMIT < len(line.text) or line.shape in {"title", "item", "row", "quote"}:
        return ""
    has_figure = bool(_FIGURE.search(line.text))
    if read_byline(line) or (not has_figure and read_head(line)):
        return "byline"
    if credit or is_captioned(line):
        return ""
    if line.text.endswith(")") and _PLACED.match(line.text):
        return "place, date and agency"
    if not has_figure:
        return _find_bracketed(line)
    if read_stamp(line):
        return "date stamp"
    if is_numbered_day(line.key):
        return "day in figures"
    if read_head(line):
        return "byline and date"
    if line.text.endswith(")") and read_head(make_line(line.text.rpartition(" (")[0])):
        return "place, date and agency"
    return _find_bracketed(line)


def _find_bracketed(line: Line) -> str:
    if read_agency(line):
        return "agency credit"
    return "remark in brackets" if is_remark(line) else ""
