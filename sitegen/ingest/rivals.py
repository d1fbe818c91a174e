"""Tell what speaks against a candidate for a headline: what it is instead.

The lines around a headline look like one: the name of a site or of who publishes, a row of menu
entries, bread crumbs, the subject of a mail, the line that sums an article up.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from sitegen.ingest.bylines import is_post
from sitegen.ingest.cohesion import find_ties, join_ties
from sitegen.ingest.lines import Line, is_titled, make_line, trails_off
from sitegen.ingest.looks import HEAD_FACTS, Look
from sitegen.ingest.noise import begins_with_button, ends_with_button
from sitegen.text.sentences import split_sentences

# What stands above the points by which wires and pages sum a text up.
ANNOUNCING = frozenset(
    {"summary", "key points", "key takeaways", "highlights", "story highlights", "in brief"}
    | {"at a glance", "key facts", "what to know", "the gist", "in summary", "in short"}
    | {"what you need to know", "what we know", "the main points", "what's next"}
)
# How a line begins that says the first point with the words that announce all of them.
ANNOUNCED = ("story highlights ", "key points ", "key takeaways ")
_RIGHTS = ("©", "copyright", "(c)")
_MOST_POINTS, _ABOVE = 6, 24  # lines
_CLOCK, _FEWEST_ENTRIES = re.compile(r"\d{1,2}[:.h]\d\d(?: ?[ap]m)?$"), 3
_ENTRIES = 48  # lines around the heading of an entry, among which those of others are
_FEWEST_TURNS = 2  # sentences of one who speaks
_FIELDS = 3  # lines in a row, from which they are fields
_LABEL = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?: [^\W\d_]+)?: \S")
_LABEL_WORDS = 3
_NAME_WORDS = 5  # few names have more
_MENU_WORDS = 5  # fewer entries make no row
_HEADLINE_WORDS = 5  # few names of sites and few kickers have as many
_CRUMB_WORDS = 4
_FEWEST_SHARED = 2  # words with the text
_CRUMB_MARK = re.compile("([/>»›→|])")
_CRUMBS = 16  # marks and pieces at the end of a line
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_MOST_NUMBERS = 2  # in a headline; results of a company or a match have more
_LABELLED = re.compile(
    r"(?:from|to|sent|source|tags?|topics?|filed (?:under|to)|posted (?:in|under)"
    r"|category|categories|section|authors?|department): |(?:the )?official (?:web ?)?site of "
)
FORWARDED = ("fw:", "fwd:", "re:", "wg:", "tr:", "rv:")  # subjects of mail, seldom headlines
# "[2/3] …", "[12/08/2024, 21:14] Ada: …": a place among others, an entry of a talk.
_NUMBERED = re.compile(r"[\[(]\d{1,4}[/.,]\d")
# "r i BC-Glacier 05-12 0260": how agencies file a report.
_SLUG = re.compile(r"\b\d\d-\d\d \d{3,4}$")
_NAME = r"[A-ZÀ-Þ][\w'’.-]+"
_SIGNED = re.compile(rf"(?:[^\W\d]+ )?[Bb]y {_NAME}(?: {_NAME}){{1,2}}$")
_PERSON = re.compile(rf"{_NAME}(?: {_NAME}){{1,2}}$")
_PARTS = (" | ", " - ", " – ", " — ", " :: ", " • ", " · ")  # before the name of the site
_WEIGHTS = {
    "a subject": 1.0,
    "a label with a value": 2.0,
    "a number among others": 2.0,
    "the slug of an agency": 2.0,
    "a row of entries": 2.0,
    "a name in the text": 1.5,
    "a byline": 1.5,
    "the name of a site": 0.7,
    "crumbs before another": 2.0,
    "entries of a masthead": 0.7,
}


def weigh_against(
    line: Line, others: AbstractSet[str], said: Sequence[Look], *, is_shared: bool
) -> float:
    """Return how much speaks against a line as the headline, from 0.

    ``said`` are the first lines of the text, ``others`` the keys of the candidates that are long
    enough to be a headline; ``is_shared`` tells that the line has any word of the text.
    """
    found = {
        "a subject": line.key.startswith(FORWARDED),
        "a label with a value": bool(_LABELLED.match(line.key)),
        "a number among others": bool(_NUMBERED.match(line.text)),
        "the slug of an agency": bool(_SLUG.search(line.text)),
        "a row of entries": _is_menu(line),
        "a name in the text": _is_name(line, said),
        "a byline": bool(_SIGNED.match(line.text)) or _is_with_post(line),
        "the name of a site": not is_shared and any(part in line.text for part in _PARTS),
        "crumbs before another": _ends_with_another(line, others),
        "entries of a masthead": _is_masthead(line),
    }
    return sum(_WEIGHTS[name] for name, is_found in found.items() if is_found)


def find_footer(section: Sequence[Look]) -> int:
    """Return the last line that ends a page, ``© 2026 The Ledger. All rights reserved.``, or -1."""
    for index in range(len(section) - 1, -1, -1):
        key = section[index].line.key
        if section[index].noise == "legal" and key.startswith(_RIGHTS) and "reserved" in key:
            return index
    return -1


def is_point(section: Sequence[Look], index: int) -> bool:
    """Tell whether a line below byline or stamp is a point of a summary, and no headline.

    Where the first stands behind the words that announce them, ``Story highlights The pier burns``,
    it may stand anywhere.
    """
    if section[index].line.key.startswith(ANNOUNCED):
        return True
    above = [look for look in section[max(0, index - _ABOVE) : index] if look.line.text]
    for place in range(len(above) - 1, max(-1, len(above) - 1 - _MOST_POINTS), -1):
        if above[place].line.key.startswith(ANNOUNCED):
            return True
        if above[place].line.key.strip(" :") in ANNOUNCING:
            return any(look.fact in HEAD_FACTS for look in above[:place])
        if above[place].fact or above[place].noise or above[place].line.words <= _LABEL_WORDS:
            return False
    return False


def is_entry(section: Sequence[Look], index: int) -> bool:
    """Tell whether a line heads an entry of a report as it happened: a clock stands beside each."""
    above = next((i for i in range(index - 1, -1, -1) if section[i].line.text), index)
    below = next((i for i in range(index + 1, len(section)) if section[i].line.text), index)
    if not any(_CLOCK.match(section[place].line.text) for place in (above, below)):
        return False
    near = section[max(0, index - _ENTRIES) : index + _ENTRIES]
    return _FEWEST_ENTRIES <= sum(bool(_CLOCK.match(look.line.text)) for look in near)


def find_turns(section: Sequence[Look], candidates: Iterable[int]) -> frozenset[int]:
    """Return those in which somebody speaks who speaks in other lines, too: ``Brandt: And then?``.

    What stands above headlines alone, such as ``Opinion: ``, says no sentences.
    """
    names = {index: section[index].line.text.partition(": ") for index in candidates}
    names = {index: parts for index, parts in names.items() if parts[1]}
    if not names:
        return frozenset()
    said: dict[str, set[str]] = defaultdict(set)
    for look in section:
        if look.is_prose and ": " in look.line.text:
            said[look.line.text.partition(": ")[0]].add(look.line.key)
    return frozenset(
        index
        for index, (name, _, _) in names.items()
        if name.count(" ") < _NAME_WORDS and _FEWEST_TURNS <= len(said[name])
    )


def is_of_fields(section: Sequence[Look], index: int) -> bool:
    """Tell whether a line has a label, as those around it have, of which one says when."""
    if not _has_label(section[index]):
        return False
    above = takewhile(_has_label, reversed(section[max(0, index - _FIELDS) : index]))
    below = takewhile(_has_label, section[index + 1 : index + 1 + _FIELDS])
    fields = [section[index], *above, *below]
    return _FIELDS <= len(fields) and any(look.fact in HEAD_FACTS for look in fields)


def _has_label(look: Look) -> bool:
    return bool(_LABEL.match(look.line.text))


def is_above_dek(line: Line, after: Line | None) -> bool:
    """Tell whether another candidate stands right below one: it may sum up what the first heads."""
    if after is None or _MOST_NUMBERS < len(_NUMBERS.findall(f"{line.text} {after.text}")):
        return False
    if line.words < _HEADLINE_WORDS or after.words < _HEADLINE_WORDS:
        return False
    if line.shape == "item" or begins_with_button(line) or trails_off(after):
        return False
    return len(split_sentences(line.text)) <= len(split_sentences(after.text))


def heads_dek(line: Line, after: Line, texts: Iterable[Line]) -> bool:
    """Tell whether a line heads what stands right below it: the text is about it as much.

    Of a kicker or a motto above a headline the text says little.
    """
    if line.text.isupper() or line.shape == "quote" or not is_above_dek(line, after):
        return False
    said = join_ties(text.text for text in texts)
    shared, others = (len(said & find_ties(one.text)) for one in (line, after))
    return _FEWEST_SHARED <= shared and others <= shared


def _is_with_post(line: Line) -> bool:
    """Tell whether a line is a name and what somebody is in a newsroom."""
    name, _, post = line.text.partition(", ")
    return bool(post) and bool(_PERSON.match(name)) and is_post(make_line(post))


def _is_menu(line: Line) -> bool:
    """Tell whether a line begins and ends with the words of a button, as a row of entries may."""
    return (
        _MENU_WORDS <= line.words
        and line.text[:1].isupper()
        and line.text.rpartition(" ")[2][:1].isupper()
        and begins_with_button(line)
        and ends_with_button(line)
    )


def _is_masthead(line: Line) -> bool:
    """Tell whether bars part nothing but a few words each: ``The Ledger | Weather: 4 degrees``."""
    parts = line.text.split(" | ")
    return 1 < len(parts) and all(len(part.split()) <= _LABEL_WORDS for part in parts)


def _is_name(line: Line, said: Sequence[Look]) -> bool:
    """Tell whether the text has the words of a line in their order: they name somebody in it."""
    is_name = line.words <= _NAME_WORDS and is_titled(line.text)
    return is_name and any(line.key in look.line.key for look in said)


def list_ends(lines: Iterable[Line]) -> frozenset[str]:
    """Return the keys of the lines that may be the headline at the end of bread crumbs."""
    return frozenset(line.key for line in lines if _CRUMB_WORDS <= line.words)


def _ends_with_another(line: Line, others: AbstractSet[str]) -> bool:
    """Tell whether a line is the way to a page and ends with its headline, another line."""
    if line.words <= _CRUMB_WORDS:
        return False
    # A headline may have marks as well, but not many.
    parts = _CRUMB_MARK.split(line.key.replace(">>", ">"))[1:][-_CRUMBS:]
    return any("".join(parts[place:]).strip() in others for place in range(1, len(parts), 2))
