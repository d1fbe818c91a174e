"""Tell what stands right below a line and says that an article begins there, whatever its form."""

from collections.abc import Sequence
from itertools import takewhile

from sitegen.ingest.cohesion import find_shared, read_ties
from sitegen.ingest.lines import is_titled
from sitegen.ingest.looks import HEAD_FACTS, is_body
from sitegen.ingest.openings import is_part_of_text, leads_on
from sitegen.ingest.outline import Item, is_dated_item, may_be_headline
from sitegen.ingest.separators import LABEL_WORDS
from sitegen.ingest.stamps import is_life

_REACH = 12  # lines of text that tell what an article is about
_NEAR = 4  # lines of text within which a byline or a stamp follows a dek
_NAME_WORDS = 8  # of who wrote it, where and as what


def is_signed_heading(items: Sequence[Item], position: int) -> bool:
    """Tell whether a line in capitals or marked, as headings are, stands right above who wrote."""
    look = items[position].look
    below = items[position + 1].look if position + 1 < len(items) else None
    if below is None or look.line.words < LABEL_WORDS or look.fact:
        return False
    if look.line.shape == "heading":
        return below.fact in HEAD_FACTS
    return look.line.text.isupper() and below.fact in {"byline", "byline and date"}


def is_signed(items: Sequence[Item], position: int) -> bool:
    """Tell whether who wrote is said right below a line, in words that no reader's comment has."""
    return any(after.look.fact == "byline" for after in items[position + 1 : position + 2])


def is_above_stamp(items: Sequence[Item], position: int) -> bool:
    """Tell whether a line stands apart from a stamp whose headline is the line below that."""
    stamp, headline = (*items[position + 1 : position + 3], None, None)[:2]
    if not (stamp and headline) or stamp.look.fact != "date stamp":
        return False
    is_nearer = stamp.gap > 0 and not headline.gap and may_be_headline(headline)
    if not is_nearer:
        return False
    below = [
        item.look for item in items[position + 3 : position + 3 + _REACH] if is_body(item.look)
    ]
    led = (find_shared(read_ties([items[at].look]), below) for at in (position, position + 2))
    line, other = map(len, led)
    return line < other


def is_above_life(items: Sequence[Item], position: int) -> bool:
    """Tell whether a name stands above the days of a life, as at the head of an obituary."""
    if len(items) <= position + 1 or not is_titled(items[position].look.line.text):
        return False
    return is_life(items[position + 1].look.line.key)


def is_run_on(items: Sequence[Item], position: int) -> bool:
    """Tell whether a line stands closely below a text that has blank lines, and apart from its own.

    So a program writes one text behind another.
    """
    if not position or position + 1 == len(items) or items[position].gap:
        return False
    above, below = items[position - 1], items[position + 1]
    if not (above.gap and below.gap and is_body(above.look)):
        return False
    return leads_on(items, position) and not is_part_of_text(items, position)


def has_head_below_dek(items: Sequence[Item], position: int) -> bool:
    """Tell whether byline or stamp follow behind a sentence that sums the article up."""
    for place in range(position + 1, min(position + 3, len(items))):
        if is_body(items[place].look):
            return is_dek(items, place)
    return False


def is_dek(items: Sequence[Item], place: int) -> bool:
    """Tell whether a sentence stands above who wrote and when: it sums up the text to come."""
    below = items[place + 1 : place + _NEAR]
    names = takewhile(lambda item: not is_dated_item(item), below)
    is_near = any(is_dated_item(after) for after in below)
    return is_near and all(item.look.line.words <= _NAME_WORDS for item in names)
