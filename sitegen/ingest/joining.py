"""Join the lines that a scrape has broken: paragraphs wrapped at a width, links on their own.

A dump of a page breaks a sentence wherever the page had a link or a bold word in it, and mail and
old agencies wrap at a column. Nothing is joined over a blank line, and no line with a shape.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sitegen.ingest.columns import find_columns, find_written, lead_on, take_initials
from sitegen.ingest.document import JOINED
from sitegen.ingest.line_starts import is_of_head, may_follow, opens_report
from sitegen.ingest.lines import Line, compose_line, is_titled
from sitegen.ingest.noise import find_noise, is_slug
from sitegen.ingest.stamps import is_dated
from sitegen.ingest.word_lists import read_words
from sitegen.ingest.wrapping import find_widths, is_full
from sitegen.ingest.writers import find_names
from sitegen.text.detect import detect_language

_FEWEST_ENTRIES, _LONGEST_ENTRY = 2, 8  # of a list below a colon; words
_LINK_WORDS, _FEW_WORDS = 6, 4
_DASHES = ("— ", "– ", "-- ")
_OPEN_ENDS = read_words("joiners")
_CAPTION_LABELS = frozenset({"image caption,", "media caption,", "photo caption,"})
_NO_REST = re.compile(r"by\b|https?://|www\.|[\w.+-]+@")
_OPENING = frozenset("([“‘«（「『【［〈《")
_BOTH_WAYS = frozenset("»”")
_CONTINUATIONS = frozenset(",;:)]}’”»%、。，；：）」』】］〉》")
# A stop, or the ending of "the ferry's fleet"; in Dutch "'s Avonds" begins a sentence.
_BEHIND_WORD = re.compile(r"[.?!](?: |$)|'s (?=[a-z\d(])")
_QUOTES = frozenset("\"'")
_POSSESSIVES = ("'s", "’s")
_PARTS = (" · ", " • ", " | ")
_WHOLE = frozenset({"menu", "breadcrumbs"})  # noise that is not wrapped: "The Ledger · 3 May · 7"
_NOTHING: frozenset[int] = frozenset()
_SPEAKER = re.compile(r"([a-z][\w'’.-]*(?: [a-z][\w'’.-]*){0,2}): ")
# What a page says behind a link to those who do not see it, on a line of its own.
_NEW_TAB = re.compile(r", opens (?:in )?(?:a )?new (?:tab|window)$")
# What ends the sentence of a line that broke behind a link: a stop, and what it closes.
_CLOSING = re.compile(r"[.,;:!?。！？]?[)\]}”’\"'»）」』】］〉》]{0,3}[.,、。，]?")


def join_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with broken ones joined; together they span as many lines as before."""
    lines = take_initials(_fold(lines))
    if not any(one.text and other.text for one, other in pairwise(lines)):
        return lines  # a blank line parts any two
    widths = find_widths(lines)
    begun = _find_spoken(lines) | _find_listed(lines) | find_names(lines)
    columns = find_columns(lines, is_wrapped=any(widths))
    written = find_written(lines)
    joined: list[Line] = []
    group: list[Line] = []
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        is_twice = after is not None and after.key == line.key  # a name, a button, a caption
        is_column = index in columns and may_follow(line)
        if group and (
            is_twice
            or index in begun
            or (len(group) == 1 and _is_whole(group[0]))
            or not (is_column or _continues(group, line, after, widths[index]))
        ):
            joined.append(_merge(group, written))
            group = []
        group.append(line)
    return [*joined, *([_merge(group, written)] if group else [])]


def _is_whole(line: Line) -> bool:
    """Tell whether a line is a menu or the like, which no other line goes on with."""
    is_parted = not line.is_sentence and any(map(line.text.__contains__, _PARTS))
    return is_parted and find_noise(line) in _WHOLE


def _fold(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without those whose words their format has put into the line above."""
    if not any(line.verdict for line in lines):
        return list(lines)
    folded: list[Line] = []
    for line in lines:
        if folded and line.verdict == JOINED:
            folded[-1] = replace(folded[-1], span=folded[-1].span + 1)
        else:
            folded.append(line)
    return folded


def _find_spoken(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of lines that begin with who speaks, in small letters and not only once.

    What was said before has ended each time but perhaps the first, which is below a headline.

    >>> from sitegen.ingest.lines import make_line
    >>> talk = ["Talk", "host: Which one?", "ida: The red one.", "host: Why?", "note: it is late."]
    >>> sorted(_find_spoken([make_line(text) for text in talk]))
    [1, 3]
    """
    speakers = {
        index: match[1]
        for index, line in enumerate(lines)
        if ": " in line.text and (match := _SPEAKER.match(line.text))
    }
    if not speakers:
        return _NOTHING
    counts = Counter(speakers.values())
    before = {index: lines[index - 1].text.rstrip(",")[-1:] for index in speakers if index}
    amid = Counter(speakers[index] for index, end in before.items() if end.isalnum())
    return frozenset(
        index for index, speaker in speakers.items() if amid[speaker] <= 1 < counts[speaker]
    )


def _find_listed(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of short lines in small letters below one that announces them.

    A sentence that was wrapped behind a colon comes to an end in such a line.
    """
    listed: set[int] = set()
    for head, line in enumerate(lines):
        if not line.text.endswith(":") or line.shape or _LONGEST_ENTRY < line.words:
            continue
        end = head + 1
        while end < len(lines) and _may_be_entry(lines[end]):
            end += 1
        below = lines[end].text[:1] if end < len(lines) else ""
        if head + 1 + _FEWEST_ENTRIES <= end and not below.islower():
            listed.update(range(head + 1, end))
    return frozenset(listed)


def _may_be_entry(line: Line) -> bool:
    is_bare = not line.shape and not line.is_sentence and line.words <= _LONGEST_ENTRY
    return is_bare and line.text[:1].islower() and line.text[-1] != ":"


def _continues(group: Sequence[Line], line: Line, after: Line | None, width: int) -> bool:
    """Tell whether a line goes on with what the group says."""
    last = group[-1]
    if not last.text or not line.text or last.shape or line.shape:
        return False
    if last.verdict or line.verdict or ("bc-" in last.key and is_slug(last)):
        return False
    if line.key == last.key:  # a headline that is said twice
        return False
    is_head = 1 < line.words and line.text.isupper() and not last.text.isupper()
    is_wrapped = 0 < width and is_full(last, line, width) and not is_head
    # A ruler fills its line, too.
    is_wrapped = is_wrapped and any(map(str.isalnum, last.text))
    is_wrapped = is_wrapped and not (opens_report(line) or is_of_head(line))
    if not is_wrapped and not _is_broken(group, line, after):
        return False
    # Asked last, because it takes longest: a button is no part of a sentence.
    if not _CLOSING.fullmatch(line.text) and find_noise(line):
        return False
    is_label = last.key in _CAPTION_LABELS
    return is_wrapped or len(group) > 1 or is_label or not find_noise(last)


def _is_broken(group: Sequence[Line], line: Line, after: Line | None) -> bool:
    """Tell whether the break between two lines stands inside a sentence."""
    last = group[-1]
    first = line.text[0]
    if last.is_sentence and not first.isalnum() and _CLOSING.fullmatch(line.text):
        return False
    if _goes_on(line.text):
        return True
    if last.key in _CAPTION_LABELS:
        return True
    if last.is_sentence or is_dated(last):
        return False
    if not may_follow(line) and not (1 < len(group) and _ends_small(line)):
        return False
    if first.islower():
        return True
    if _is_open(last, line) or (last.text.isupper() and line.text.startswith(_DASHES)):
        return True  # the second is the place line of a text
    return _is_link(group, line, after)


def _ends_small(line: Line) -> bool:
    """Tell whether a line is the rest of a sentence: no byline in small letters has a stop.

    >>> from sitegen.ingest.lines import make_line
    >>> [_ends_small(make_line(text)) for text in ("by Easter.", "by Ida Fellgate", "By Easter.")]
    [True, False, False]
    """
    return line.text.startswith("by ") and line.text[-1] == "."


def _is_open(line: Line, after: Line) -> bool:
    """Tell whether a line ends where no sentence and no headline does, in English at least."""
    ending = line.text[-1]
    if ending in _OPENING or _opens_quote(line.text):
        return True
    word = line.text.rpartition(" ")[2]
    if word in _OPEN_ENDS:
        return 1 < line.words and detect_language(f"{line.text} {after.text}") in {"", "en"}
    return ending == "," and _LINK_WORDS < line.words


def _opens_quote(text: str) -> bool:
    """Tell whether a text ends with a mark that opens a quotation: not with the second of two."""
    return text.endswith(' "') and text.count('"') % 2 == 1 and not text[-3:-2].isdigit()


def _is_link(group: Sequence[Line], line: Line, after: Line | None) -> bool:
    """Tell whether a line holds the words of a link amid a sentence that goes on behind it."""
    if after is None or not after.text or after.shape or _LINK_WORDS < line.words:
        return False
    if (
        _NO_REST.match(after.key) or not may_follow(after) or group[0].key.startswith(line.key)
    ):  # or a headline said again
        return False
    is_inside = 1 < len(group) or ". " in group[0].text or ", " in group[0].text
    is_inside = is_inside or (_LINK_WORDS < group[0].words and not is_titled(group[0].text))
    is_inside = is_inside or group[0].text.endswith(_POSSESSIVES)
    if _FEW_WORDS <= group[0].words and not is_titled(group[0].text):
        is_inside = is_inside or after.text[0] in _CONTINUATIONS
    return is_inside and (after.text[0].islower() or _goes_on(after.text))


def _goes_on(text: str) -> bool:
    """Tell whether a line begins with what only stands behind a word."""
    first = text[0]
    if first.isalnum():  # as in most lines
        return False
    if first in _BOTH_WAYS and text[1:2].isalnum():  # in German », in Swedish ” opens
        return False
    is_closing = first not in _QUOTES and bool(_CLOSING.fullmatch(text))
    return first in _CONTINUATIONS or is_closing or bool(_BEHIND_WORD.match(text))


def _merge(group: Sequence[Line], written: frozenset[str]) -> Line:
    first = group[0]
    if len(group) == 1:
        return first
    said = [line.text for line in group if not _NEW_TAB.match(line.key)]
    text = "".join(_glue(said, written))
    return compose_line(text, first.number, first.shape, "", sum(line.span for line in group))


def _glue(texts: Sequence[str], written: frozenset[str]) -> Iterator[str]:
    """Yield the texts with the spaces between them: none before a comma, none inside brackets."""
    for above, below in pairwise(texts):
        is_tight = _goes_on(below) or above[-1] in _OPENING or _opens_quote(above)
        yield above if is_tight else lead_on(above, below, written)
    yield texts[-1]
