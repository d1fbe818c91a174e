"""Mark the lines of a document: each section by the rules, and then by what its lines weigh."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sitegen.ingest.bios import drop_boxes_on_writers, drop_note
from sitegen.ingest.blocks import Marked, mark_lines
from sitegen.ingest.boxes import drop_boxes
from sitegen.ingest.described import find_described
from sitegen.ingest.doubts import settle_doubts
from sitegen.ingest.last_links import drop_last_links
from sitegen.ingest.leftovers import keep_lists
from sitegen.ingest.letters import keep_signatures
from sitegen.ingest.line_model import weigh_lines
from sitegen.ingest.lines import Line
from sitegen.ingest.looks import Look
from sitegen.ingest.page_talk import drop_page_talk
from sitegen.ingest.parts import refine_parts
from sitegen.ingest.picture_blocks import find_picture_blocks
from sitegen.ingest.second_opinion import (
    Opinions,
    find_headline,
    find_missed,
    name_captions,
    shows_page,
    take_second_opinion,
)
from sitegen.ingest.slides import name_slides
from sitegen.ingest.top_lines import mark_top
from sitegen.ingest.unsigned import find_unsigned
from sitegen.ingest.writers import drop_bio, find_writers
from sitegen.model.value import value

# To weigh a line takes some fifty microseconds; a file of more lines is read by the rules alone.
_MOST_LINES = 20_000
_LABEL_WORDS = 3


@value
class Section:
    """The lines of one article, or of none, as they look and as they are marked.

    ``is_of_page``: the file that it is cut out of is the dump of whole pages.
    """

    looks: Sequence[Look]
    marked: Sequence[Marked]
    is_of_page: bool


def mark_pages(
    pages: Iterable[Iterable[Sequence[Look]]],
    lines: Sequence[Line],
    *,
    is_single: bool,
    is_of_page: bool,
) -> list[list[Section]]:
    """Return the sections of each page, marked; one of which an article was missed is cut there.

    Lines are weighed where there is a page around a text; most texts have none.
    """
    told = [[_mark(looks, is_of_page) for looks in page] for page in pages]
    sections = [section for page in told for section in page]
    is_bounded = len(lines) <= _MOST_LINES
    if not is_bounded or not shows_page(mark for one in sections for mark in one.marked):
        return [[_refine(section) for section in page] for page in told]
    opinions = _weigh(lines)
    if not is_single:
        told = [[part for one in page for part in _cut_missed(one, opinions)] for page in told]
    return [[_correct(section, opinions) for section in page] for page in told]


def _mark(looks: Sequence[Look], is_of_page: bool, headline: int = -1) -> Section:  # noqa: FBT001
    marked = mark_lines(mark_top(looks), headline, is_of_page=is_of_page)
    marked = find_described(keep_signatures(keep_lists(find_writers(marked))))
    marked = drop_last_links(drop_boxes(drop_page_talk(settle_doubts(marked))))
    marked = drop_bio(name_slides(find_unsigned(find_picture_blocks(marked))))
    return Section(looks, drop_note(marked), is_of_page)


def _cut_missed(section: Section, opinions: Opinions) -> Iterator[Section]:
    """Yield the parts of a section, cut where an article in it was missed."""
    places = find_missed(section.marked, opinions)
    if not places:
        yield section
        return
    for start, end in pairwise([0, *places, len(section.looks)]):
        yield _mark(section.looks[start:end], section.is_of_page)


def _correct(section: Section, opinions: Opinions) -> Section:
    headline = -1 if _is_doubled(section.marked) else find_headline(section.marked, opinions)
    if 0 <= headline:
        section = _mark(section.looks, section.is_of_page, headline)
    marked = take_second_opinion(section.marked, opinions)
    refined = _refine(replace(section, marked=marked))
    return replace(refined, marked=name_captions(refined.marked, opinions))


def _is_doubled(marked: Iterable[Marked]) -> bool:
    """Tell whether the headline is said again at once, as many pages do: then it is sure."""
    printed = (mark for mark in marked if mark.kind != "blank")
    return any(
        one.kind == other.kind == "title" and _LABEL_WORDS < one.line.words
        for one, other in pairwise(printed)
    )


def _refine(section: Section) -> Section:
    return replace(section, marked=refine_parts(drop_boxes_on_writers(section.marked)))


def _weigh(lines: Iterable[Line]) -> Opinions:
    weighed = [line for line in lines if is_weighed(line)]
    odds = weigh_lines(weighed)
    return {(line.number, line.text): one for line, one in zip(weighed, odds, strict=True)}


def is_weighed(line: Line) -> bool:
    """Tell whether the format leaves open what a line is."""
    return bool(line.text) and not line.verdict
