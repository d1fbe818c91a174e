"""Find heads of articles by what a file does again and again: contents, marks, lines of a head.

One line proves little. But what a file announces at its top comes below; what stands above most of
its articles stands above all of them; and a page that has two buttons and a stamp between its
first headline and the text has them below the next headline too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise, takewhile

from sitegen.ingest.belonging import is_of_text_above
from sitegen.ingest.below_heads import is_dek
from sitegen.ingest.lines import is_headline_shaped, is_small
from sitegen.ingest.looks import HEAD_FACTS, is_body
from sitegen.ingest.openings import has_body, has_own_body, leads_on
from sitegen.ingest.outline import ADDRESSES, Item, is_dated_item, may_be_headline, name_form

ANNOUNCED = 2  # lines of contents that come again, from which it is one
_FEWEST_WORDS = 12  # of text below a line that was announced
_TEASER_WORDS = 35  # of text, which a teaser below a headline has not
_MARKED, _SHARE = 2, 0.6  # heads below marks of one kind, and their part of all such marks
_REACH = 24  # lines above, which tell what the text there is about
_REPEATED = 12  # lines of text within which a page repeats its headline above the body
_NEAR = 3  # lines within which the headline stands below a mark
_HEAD_LINES = 8  # between a headline and its text
_ALIKE, _SURELY_ALIKE = 2, 3  # of them that two heads have in common
_GREETING = 12  # lines from the first paragraph on, below which contents may stand
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_LABEL = re.compile(r"[^\W\d_]+ ?: ")
_NAME_WORDS = 3  # few names of sites have more
_FIELD_WORDS = 6  # "Ref: BDC/26/14", "Text: Ida Fellgate"
_CLOCK_WORDS = 4  # "gisteren, 16:40": a day in whatever language


def find_announced(items: Sequence[Item]) -> frozenset[int]:
    """Return the positions of the lines that the contents at the top of a file announce."""
    begin = next((index for index, item in enumerate(items) if is_body(item.look)), 0)
    found = _find_listed(items, {item.look.line.key for item in items[:begin]}, begin)
    if found:
        return found
    begin, listed = _find_contents(items, begin)
    return _find_listed(items, listed, begin)


def _find_contents(items: Sequence[Item], begin: int) -> tuple[int, set[str]]:
    """Return where contents below a greeting end, and what they announce; nothing without any."""
    counts = Counter(item.look.line.key for item in items)
    run: list[str] = []
    for position in range(begin, min(begin + _GREETING, len(items))):
        key = items[position].look.line.key
        if counts[key] > 1 and not is_body(items[position].look) and key not in run:
            run.append(key)
        elif ANNOUNCED < len(run):
            return position, set(run)
        else:
            run = []
    return 0, set()


def _find_listed(items: Sequence[Item], listed: AbstractSet[str], begin: int) -> frozenset[int]:
    """Return the positions behind contents of what these list, if most of it heads a text."""
    if len(listed) <= ANNOUNCED:
        return frozenset()
    found = [
        position
        for position in range(begin, len(items))
        if items[position].look.line.key in listed
        and not items[position].look.fact
        and any(is_body(after.look) for after in items[position + 1 : position + 2])
        and has_body(items, position, _FEWEST_WORDS)
    ]
    keys = {items[position].look.line.key for position in found}
    if not ANNOUNCED <= len(keys) == len(found):
        return frozenset()
    own = sum(not _is_of_text_above(items, position) for position in found)
    return frozenset(found) if _SHARE * len(found) <= own else frozenset()


def _is_of_text_above(items: Sequence[Item], position: int) -> bool:
    """Tell whether an announced line heads a part of the text above it, and no article."""
    below, above = items[position + 1 : position + 1 + _NEAR], items[:position]
    return is_of_text_above(
        items[position].look.line.text,
        (item.look.line.text for item in below if is_body(item.look)),
        (item.look.line.text for item in above[-_REACH:] if is_body(item.look)),
    )


def add_marked(items: Sequence[Item], heads: Iterable[int]) -> list[int]:
    """Return the positions of heads, with those below marks that stand above most of the others."""
    known = sorted(heads)
    if not known:  # as in most files, which hold one article
        return known
    begin = next((index for index, item in enumerate(items) if is_body(item.look)), len(items))
    by_mark: dict[str, set[int]] = defaultdict(set)
    for position in range(begin + 1, len(items)):
        for form in items[position].left_out:
            if _is_mark(form):
                by_mark[form].add(position)
    for mark, places in by_mark.items():
        marked = places.intersection(known)
        first = mark in items[0].left_out
        if _MARKED <= len(marked) + first and _SHARE * (len(places) + first) <= len(marked) + first:
            ends = [*sorted(places)[1:], len(items)]
            known += [
                place
                for place, end in zip(sorted(places), ends, strict=True)
                if place not in marked and _may_open(items[place:end])
            ]
    return sorted({*known, *_find_dated(items, known, begin)})


def _find_dated(items: Sequence[Item], known: Sequence[int], begin: int) -> Iterator[int]:
    """Yield the lines above a stamp that stand behind a button behind which known heads stand so.

    A site closes each of its pages with the same one: ``Was this page helpful?``.
    """
    behind: dict[str, list[int]] = defaultdict(list)
    for position in range(begin + 1, len(items) - 1):
        if items[position + 1].look.fact in HEAD_FACTS:
            for form in items[position].left_out:
                behind[form].append(position)
    for places in behind.values():
        if _MARKED <= len(set(known).intersection(places)):
            for place in places:
                item = items[place]
                if may_be_headline(item) and has_own_body(items, place, _TEASER_WORDS):
                    yield place


def _is_mark(form: str) -> bool:
    """Tell whether a form is a number or made of marks alone; buttons stand amid texts as well."""
    return not any(character.isalpha() for character in form)


def _may_open(items: Sequence[Item]) -> bool:
    """Tell whether what stands between two marks is a headline with a text of its own."""
    near = list(takewhile(lambda item: not is_body(item.look), items[:_NEAR]))
    is_headed = any(is_headline_shaped(item.look.line) for item in near)
    return is_headed and has_body(items, 0, _TEASER_WORDS)


def read_head_forms(items: Sequence[Item], position: int) -> frozenset[str]:
    """Return what the lines between a headline and its text have in common with those of others."""
    forms: set[str] = set()
    for place, item in enumerate(items[position + 1 : position + 1 + _HEAD_LINES], position + 1):
        forms |= item.left_out
        if is_body(item.look):
            # A dek stands right below the headline, and right above who wrote or when.
            is_above_head = any(map(is_dated_item, items[place + 1 : place + 2]))
            if place == position + 1 and is_above_head:
                continue
            return frozenset(forms)
        forms.update(_name_forms(item))
    return frozenset()


def _name_forms(item: Item) -> Iterator[str]:
    look = item.look
    key = look.line.key
    label = _LABEL.match(key) if look.line.words <= _FIELD_WORDS else None
    if label:
        yield label[0]
    if look.fact:
        yield f"fact: {look.fact}"
    elif look.line.words <= _CLOCK_WORDS and _CLOCK.search(key):
        yield "a clock"
    elif not label:
        yield name_form(look)


def find_first_head(items: Sequence[Item]) -> frozenset[str]:
    """Return the forms of the lines that stand above the first paragraph, but for addresses.

    A sentence above byline and stamp sums the text up, and the head goes on below it.
    """
    begin = next((index for index, item in enumerate(items) if is_body(item.look)), 0)
    forms = read_head_forms(items, max(-1, begin - _HEAD_LINES)) if begin else frozenset[str]()
    if begin and is_dek(items, begin):
        forms |= read_head_forms(items, begin)
    return frozenset(form for form in forms if not form.startswith(ADDRESSES))


def is_alike(
    items: Sequence[Item], position: int, first: AbstractSet[str], counts: Mapping[str, int]
) -> bool:
    """Tell whether the lines between a line and its text are those of the first head.

    ``counts`` tell how often each line stands in the file: what comes again itself is written below
    each article, and above the headline of the next.
    """
    if len(first) < _ALIKE or _count_alike(items, position, first) < _ALIKE:
        return False
    if not may_be_headline(items[position]):
        return False
    return counts[items[position].look.line.key] <= 1 + _is_said_twice(items, position)


def _is_said_twice(items: Sequence[Item], position: int) -> bool:
    """Tell whether a line stands twice in a row, as pages say their headline to two readers."""
    key = items[position].look.line.key
    return any(below.look.line.key == key for below in items[position + 1 : position + 2])


def is_surely_alike(items: Sequence[Item], position: int, first: AbstractSet[str]) -> bool:
    """Tell whether so many of them are that no more need be asked."""
    return _count_alike(items, position, first) >= _SURELY_ALIKE


def _count_alike(items: Sequence[Item], position: int, first: AbstractSet[str]) -> int:
    return len(read_head_forms(items, position) & first)


def find_texts(items: Sequence[Item]) -> frozenset[str]:
    """Return what is said in paragraphs, and not in a headline or a caption of one sentence.

    Those are said again at the head of the page; a paragraph is so only in a copy of its article,
    and then the one below it is, too.
    """
    keys = [item.look.line.key for item in items]
    bodies = [item.look.line.key if is_body(item.look) else "" for item in items]
    if len(set(keys)) == len(keys):  # nothing is said twice
        return frozenset(filter(None, bodies))
    counts = Counter(keys)
    pairs = Counter((one, other) for one, other in pairwise(bodies) if one != other)
    copied = {key for pair, count in pairs.items() if count > 1 and all(pair) for key in pair}
    return frozenset(key for key in bodies if key and (counts[key] == 1 or key in copied))


def is_repeated(items: Sequence[Item], position: int, texts: frozenset[str]) -> bool:
    """Tell whether a page says its headline again before its text begins, and has a text.

    Twice in a row without distance is a caption inside the text; a headline's second appearance
    comes after something else.
    """
    item = items[position]
    if is_small(item.look.line):
        return False
    key = item.look.line.key
    following = items[position + 1 : position + 1 + _REPEATED]
    head = takewhile(lambda one: one.look.line.key not in texts, following)
    is_again = any(
        one.look.line.key == key and (place or _is_beyond_noise(item, one))
        for place, one in enumerate(head)
    )
    return is_again and any(is_body(one.look) for one in following)


def says_twice(items: Sequence[Item]) -> bool:
    """Tell whether the first headline of a file stands there twice, as on all pages of its site.

    Above it may stand what the page says to its visitors.
    """
    bodies = [index for index, item in enumerate(items) if is_body(item.look)]
    head = items[: bodies[1]] if 1 < len(bodies) else ()
    shaped = (at for at, one in enumerate(head) if _NAME_WORDS < one.look.line.words)
    first = next((at for at in shaped if is_headline_shaped(head[at].look.line)), None)
    return first is not None and _is_doubled(head, first)


def opens_twice(items: Sequence[Item], position: int, first: AbstractSet[str]) -> bool:
    """Tell whether a line stands twice as a headline does, and above it no other since the text.

    Above a caption amid a text nothing stands but that, and below it nothing of what heads have.
    """
    if not _is_doubled(items, position):
        return False
    above = takewhile(lambda item: not is_body(item.look), reversed(items[:position]))
    keys = [item.look.line.key for item in above]
    if len(set(keys)) < len(keys) or items[position].look.line.key in keys:
        return False
    has_forms = bool(first & read_head_forms(items, position + 1))
    is_apart = bool(items[position].left_out) and leads_on(items, position)
    return (has_forms or is_apart) and has_own_body(items, position, _TEASER_WORDS)


def _is_doubled(items: Sequence[Item], position: int) -> bool:
    line = items[position].look.line
    following = items[position + 1 : position + 1 + _NEAR]
    head = takewhile(lambda one: not is_body(one.look), following)
    return not is_small(line) and any(one.look.line.key == line.key for one in head)


def _is_beyond_noise(item: Item, after: Item) -> bool:
    """Tell whether more than blank lines stand between two lines of text: a button, a number."""
    between = after.look.line.number - item.look.line.number - item.look.line.span
    return after.gap < between
