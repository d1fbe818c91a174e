"""Cut a seed file where one article ends and the next begins."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from sitegen.ingest.above_heads import (
    count_unlinked,
    find_first_fetched,
    find_template,
    find_top,
    is_advert,
    is_below_box,
    is_below_pointer,
    is_entry,
    is_live,
    is_point,
    is_slide,
)
from sitegen.ingest.below_heads import (
    has_head_below_dek,
    is_above_life,
    is_above_stamp,
    is_run_on,
    is_signed,
    is_signed_heading,
)
from sitegen.ingest.extent import is_dump
from sitegen.ingest.lines import is_headline_shaped, is_small, is_titled
from sitegen.ingest.listed_heads import find_head_below, is_said_at_once
from sitegen.ingest.looks import Look, is_body
from sitegen.ingest.openings import (
    TEASER_WORDS,
    breaks_off,
    find_furniture,
    has_address,
    has_body,
    has_furniture,
    has_head,
    has_own_body,
    is_behind_article,
    is_behind_comment,
    is_fetched,
    is_led,
    is_part_of_text,
    is_placed,
    is_wired,
    leads_on,
    stands_alone,
    tells_of_another,
    waits,
)
from sitegen.ingest.outline import GAP, Item, asks_in_turn, may_be_headline, outline
from sitegen.ingest.picture_marks import find_first_picture
from sitegen.ingest.recurring_heads import (
    ANNOUNCED,
    add_marked,
    find_announced,
    find_first_head,
    find_texts,
    is_alike,
    is_repeated,
    is_surely_alike,
    opens_twice,
    says_twice,
)
from sitegen.ingest.separators import (
    HEADLINE_WORDS,
    LABEL_WORDS,
    LONGEST_HEADLINE,
    find_named_rulers,
    find_separators,
    is_paragraph,
    mark_separators,
)
from sitegen.ingest.series import find_series
from sitegen.ingest.signed_briefs import find_signed_briefs, is_signed_text, part_reports
from sitegen.ingest.stamps import is_dated

_TOP = 1  # blank lines above a headline of the first level
_FEWEST_WORDS = 12  # of text, which any article has
_PAGE_WORDS = 120  # of text, which a whole article has and a list of links has not
_LEAST_ALONE = 3  # paragraphs without a blank line, above a headline that has one
_SHORT_WORDS = 60  # of text, which a short article has and a teaser or a comment seldom


@dataclass(frozen=True, slots=True)
class _File:
    """What the whole of a file tells: paragraphs, the first head, whether a page, or live."""

    texts: frozenset[str]
    furniture: frozenset[str]
    head: frozenset[str]
    counts: Mapping[str, int]
    template: AbstractSet[int]
    is_page: bool
    is_live: bool
    is_doubled: bool


def split_lines(looks: Sequence[Look]) -> list[Sequence[Look]]:
    """Return the sections of a file, in order; together they hold every line.

    A section begins at a headline: a line of that shape, after a body, that is repeated soon,
    stands apart by a ruled line or by more blank lines than paragraphs have, has what only the
    head of an article has, or is about a text of its own; and a body comes after it. On a page
    with its menus blank lines part nothing, and a head must be about the text below it.
    What stands before the first headline belongs to the first section.
    """
    if not may_hold_several(looks):
        return [looks] if looks else []
    is_page = is_dump(looks)
    separators = find_named_rulers(looks) | ({} if is_page else find_separators(looks))
    marked = mark_separators(looks, separators)
    items = outline(marked, separators, is_page=is_page)
    found = _find_starts(items, is_page=is_page)
    found = [*find_first_fetched(looks, found), *found]
    starts = [0, *(find_first_picture(marked, start) for start in found), len(looks)]
    briefs = find_signed_briefs(looks)
    if len(starts) <= len(briefs):  # they are more than the articles that were found
        return [part for part in (looks[: briefs[0]], *part_reports(looks, briefs)) if part]
    return [marked[start:end] for start, end in pairwise(starts) if start < end]


def may_hold_several(looks: Sequence[Look]) -> bool:
    """Tell whether a line below the first paragraph may be a headline, or several come again.

    Where neither is, as in many a file of one article, nothing begins a further one, no line parts
    two, and none need be asked.
    """
    texts = [look for look in looks if look.line.text]
    bodies = (i for i, look in enumerate(texts) if is_paragraph(look) or is_signed_text(look))
    begin = next(bodies, len(texts))
    if any(_may_begin(look) or is_placed(look) for look in texts[begin + 1 :]):
        return True
    keys = [look.line.key for look in texts]
    return len(set(keys)) + ANNOUNCED <= len(keys)


def _may_begin(look: Look) -> bool:
    """Tell whether a line has the form that each rule wants of a headline, and nothing else."""
    is_plain = not (look.noise or look.fact or look.end or look.has_credit)
    return is_plain and look.line.words <= LONGEST_HEADLINE and is_headline_shaped(look.line)


def _find_starts(items: Sequence[Item], *, is_page: bool) -> list[int]:
    """Return the indexes in the file at which a further article begins."""
    file = _File(
        texts=find_texts(items),
        furniture=find_furniture(items),
        head=find_first_head(items),
        counts=count_unlinked(items),
        template=find_template(items),
        is_page=is_page,
        is_live=is_live(items),
        is_doubled=says_twice(items),
    )
    starts: list[int] = []  # positions
    announced = find_announced(items)
    series = {at for at in find_series(items, is_page=is_page) if not asks_in_turn(items, at)}
    paragraphs = usual_gap = 0
    words = 0  # of text above the first of a series; a greeting has few
    for position, item in enumerate(items):
        if not starts and is_body(item.look):
            words += item.look.line.words
        is_next = False
        # Most items are too long to begin anything.
        if not words and position in series:
            is_next = True
        elif paragraphs and not is_slide(items, position):
            is_in_series = position in series and (bool(starts) or TEASER_WORDS <= words)
            is_next = is_in_series or position in announced or is_wired(items, position)
            is_next = is_next or _begins_article(items, position, usual_gap, file)
            is_next = is_next or (
                not is_page
                and _LEAST_ALONE <= paragraphs
                and not is_below_pointer(item)
                and stands_alone(items, position, usual_gap)
            )
        if is_next:
            starts.append(position)
            paragraphs = usual_gap = 0
        elif item.look.line.key in file.texts:
            usual_gap = max(usual_gap, item.gap) if paragraphs else 0
            paragraphs += 1
    return [items[find_top(items, position)].first for position in add_marked(items, starts)]


def _begins_article(items: Sequence[Item], position: int, usual_gap: int, file: _File) -> bool:
    item = items[position]
    if LONGEST_HEADLINE < item.look.line.words or position in file.template or is_advert(item):
        return False
    if (file.is_live and is_entry(items, position)) or is_above_stamp(items, position):
        return False
    is_head = may_be_headline(item)
    if not (is_head or is_said_at_once(items, position) or is_signed_heading(items, position)):
        return False
    if is_head and file.is_doubled and opens_twice(items, position, file.head):
        return True
    begins = _begins_on_page if file.is_page else _begins_in_text
    if not begins(items, position, usual_gap, file):
        return False
    head = find_head_below(items, position)
    return head < 0 or not _begins_article(items, head, usual_gap, file)


def _begins_on_page(items: Sequence[Item], position: int, _: int, file: _File) -> bool:
    """Tell whether an article begins amid the menus and boxes of a page."""
    if items[position].is_parted:
        return has_body(items, position, TEASER_WORDS)
    is_label = items[position].look.line.words <= LABEL_WORDS
    if is_label and not (is_signed_heading(items, position) or is_above_life(items, position)):
        return False
    if is_repeated(items, position, file.texts) and has_body(items, position, _PAGE_WORDS):
        return is_led(items, position)  # a box for a film says its title twice as well
    if is_fetched(items, position):
        return True
    if not is_signed(items, position) and is_behind_comment(items, position, file.texts):
        return False
    return _is_opening(items, position, file) or _is_of_its_own(items, position)


def _begins_in_text(items: Sequence[Item], position: int, usual_gap: int, file: _File) -> bool:
    """Tell whether an article begins where there is little but text."""
    item = items[position]
    if is_repeated(items, position, file.texts):
        return True
    # Between paragraphs that have blank lines themselves, two are no great distance.
    if item.is_parted or (GAP <= item.gap and usual_gap + bool(usual_gap) < item.gap):
        # A line in capitals heads more than a part of the text above it, or no article.
        is_heading = item.look.heading and not item.dress and is_part_of_text(items, position)
        if is_heading and not leads_on(items, position):
            return False
        if asks_in_turn(items, position):
            return False
        return has_body(items, position, _FEWEST_WORDS)
    if _is_opening(items, position, file):
        return True
    if item.look.line.words + is_titled(item.look.line.text) < HEADLINE_WORDS:
        return False
    if _is_of_its_own(items, position):
        return True
    if is_run_on(items, position):
        return has_body(items, position, TEASER_WORDS)
    widest = _TOP if item.dress == "#" else max(GAP, usual_gap + 1)
    is_apart = widest <= item.gap and not is_part_of_text(items, position)
    is_headline = is_apart or _has_plain_head(items, position)
    return is_headline and has_body(items, position, TEASER_WORDS)


def _has_plain_head(items: Sequence[Item], position: int) -> bool:
    """Tell whether byline or stamp follow, and no other line is more of a headline."""
    is_head = has_head(items, position) and not is_point(items, position)
    return is_head and not breaks_off(items, position) and not waits(items, position)


def _is_of_its_own(items: Sequence[Item], position: int) -> bool:
    """Tell whether a text between two others has nothing to do with the first of them."""
    return (
        is_behind_article(items, position)
        and not is_below_box(items, position)
        and has_body(items, position, _SHORT_WORDS)
        and tells_of_another(items, position)
    )


def _is_opening(items: Sequence[Item], position: int, file: _File) -> bool:
    """Tell whether a line stands above what only a head has, and is about the text below it."""
    is_plain = not is_small(items[position].look.line)  # speakers, and what stands for pictures
    if is_plain and _has_same_head(items, position, file):
        return True
    is_headed = has_head(items, position) or has_head_below_dek(items, position)
    is_marked = is_headed or has_address(items, position)
    # What costs most is asked last.
    if not is_marked and not has_furniture(items, position, file.furniture):
        return False
    if is_dated(items[position].look.line) or not is_behind_article(items, position):
        return False
    least = TEASER_WORDS if is_signed_heading(items, position) else _SHORT_WORDS
    if not has_own_body(items, position, least, is_live=file.is_live):
        return False
    if not leads_on(items, position):
        return False
    return is_marked or not (is_below_pointer(items[position]) or is_part_of_text(items, position))


def _has_same_head(items: Sequence[Item], position: int, file: _File) -> bool:
    """Tell whether the lines below a headline are those below the first one of the file.

    Then it may head an article that is no longer than a report in brief.
    """
    if not is_alike(items, position, file.head, file.counts) or is_dated(items[position].look.line):
        return False
    if not is_behind_article(items, position, TEASER_WORDS) or waits(items, position):
        return False
    if not has_own_body(items, position, TEASER_WORDS):
        return False
    return is_surely_alike(items, position, file.head) or leads_on(items, position)
