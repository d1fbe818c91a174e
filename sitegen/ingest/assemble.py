"""Put an article together from the marked lines of its section."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise, zip_longest
from typing import NamedTuple

from sitegen.ingest.address_date import read_address_date
from sitegen.ingest.blocks import LONE_CREDIT, Marked
from sitegen.ingest.bylines import read_agency, read_byline, read_dateline_agency
from sitegen.ingest.credits import read_lone_credit, split_caption
from sitegen.ingest.dates import (
    choose_stamp,
    read_dateline,
    read_stamp,
    read_stated_date,
    tells_update,
)
from sitegen.ingest.dating import settle_date
from sitegen.ingest.described import BELOW_CREDIT
from sitegen.ingest.document import Facts
from sitegen.ingest.heads import read_head
from sitegen.ingest.lines import Line, make_line, read_heading
from sitegen.ingest.shown import read_shown_date
from sitegen.ingest.stamps import is_numbered_day
from sitegen.ingest.titles import make_title, undress
from sitegen.ingest.worth import BLOCKS, TEXT
from sitegen.ingest.writers import WRITER, read_writer
from sitegen.model.article import Article, Block, Caption
from sitegen.model.dating import Dating
from sitegen.text.detect import detect_language
from sitegen.text.digests import digest_text
from sitegen.text.normalize import drop_mail_addresses

_BREAKS_OFF = ("...", "…", "[...]", "[…]", "(more)")  # how feeds and agencies end a part of a text
_AROUND_CREDIT = " .,|/–—-"
_HEAD_LINES = 3  # below a dek, among which the byline stands
_SIGNED = frozenset({"byline", "byline and date", "post of the writer", WRITER})


def assemble_article(
    seed: str, ordinal: int, marked: Sequence[Marked], facts: Facts, language: str
) -> Article:
    """Return the article that the marked lines of a section hold; one of them at least is text.

    What the text says of itself counts before what is stated beside it, but for the headline.
    ``language`` is that of the site, which the article is in where nothing tells another.
    """
    marked = [mark for mark in marked if mark.kind != "blank"]
    blocks = tuple(number_items(_make_block(mark) for mark in marked if mark.kind in BLOCKS))
    paragraphs = [mark.line.text for mark in marked if mark.kind in TEXT]
    # The shortest, for the title of a page may have the name of its site behind the headline.
    titles = (mark.line.text for mark in marked if mark.kind == "title")
    title = facts.title or undress(min(titles, key=len, default="")) or make_title(paragraphs[0])
    told = [line for mark in marked if mark.kind == "fact" for line in _list_facts(mark.line)]
    captions = tuple(_make_captions(marked))
    lang = facts.lang or _find_language(paragraphs, language)
    return Article(
        seed=seed,
        ordinal=ordinal,
        digest=digest_text((title, *(block.text for block in blocks))),
        title=title,
        blocks=blocks,
        captions=captions,
        agency=_first(read_agency(line) for line in told if not read_byline(line))
        or read_dateline_agency(paragraphs[0]),
        byline=_find_byline(marked, told) or drop_mail_addresses(facts.byline),
        dating=_date(marked, paragraphs, captions, facts, lang),
        is_truncated=_is_cut(marked),
        dek=_first(mark.line.text for mark in marked if mark.kind == "dek") or facts.dek,
        source=facts.source,
        url=facts.url,
        lang=lang,
        rights=facts.rights,
    )


def _find_byline(marked: Iterable[Marked], told: Iterable[Line]) -> str:
    # A name alone counts where no byline is above the text; behind it stands who edited.
    alone = [mark.line for mark in marked if mark.rule in {WRITER, "byline"}]
    names = (read_writer(line) for line in alone if not read_byline(line))
    return _first(names) or _first(map(read_byline, told))


def _find_language(paragraphs: Iterable[str], home: str) -> str:
    """Return the language of a text, as the site calls it if it is that of the site."""
    found = detect_language("\n".join(paragraphs))
    is_home = not found or found == home.split("-", maxsplit=1)[0].lower()
    return home if is_home else found


def _list_facts(line: Line) -> list[Line]:
    """Return the facts of a line each on its own: ``By Ivo Brandt | 24 May 2025`` holds two."""
    if read_stamp(line) or read_byline(line) or read_agency(line):
        return [line]
    parts = read_head(line)
    if not parts and line.text.endswith(")"):
        head, _, agency = line.text.rpartition(" (")
        parts = (*read_head(make_line(head)), f"({agency}")
    return [make_line(part, line.number) for part in parts] or [line]


def _make_block(mark: Marked) -> Block:
    text = mark.line.text
    if mark.kind == "heading":
        text = read_heading(mark.line) or text
    number = mark.line.mark if mark.kind == "item" else ""
    return Block(BLOCKS[mark.kind], text, number)


def number_items(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks; the numbers of lists that do not count on by one as words of their items.

    >>> [one.text for one in number_items([Block("item", "a", "1"), Block("item", "b", "3")])]
    ['1. a', '3. b']
    >>> [one.number for one in number_items([Block("item", "a", "2"), Block("item", "b", "3")])]
    ['2', '3']
    """
    for is_item, group in groupby(blocks, key=lambda block: block.kind == "item"):
        run = list(group)
        numbers = [int(block.number or -1) for block in run] if is_item else []
        if not is_item or numbers == list(range(numbers[0], numbers[0] + len(run))):
            yield from run
            continue
        for block in run:
            text = f"{block.number}. {block.text}" if block.number else block.text
            yield Block(block.kind, text)


def _is_cut(marked: Sequence[Marked]) -> bool:
    """Tell whether the text breaks off: its last paragraph ends no sentence, or says so."""
    last = next(mark for mark in reversed(marked) if mark.kind in TEXT)
    if last.kind not in {"body", "quote"}:
        return False
    return not last.line.is_sentence or last.line.text.endswith(_BREAKS_OFF)


def _make_captions(printed: Sequence[Marked]) -> dict[Caption, None]:
    """Return the captions once each, in order.

    A credit on its own line is of the caption above it, or else of the one that comes next;
    without either, or where that has its own, it stands alone, if it is right below text: below a
    byline it may name who took all the pictures.
    """
    captions: list[Caption] = []
    waiting = _Credit("", is_alone=False)
    found = [mark for mark in printed if mark.kind == "caption"]
    if not found:
        return {}
    below_text = {two.line.number for one, two in pairwise(printed) if one.kind in TEXT}
    for mark, below in zip_longest(found, found[1:]):
        if mark.rule != LONE_CREDIT:
            caption = split_caption(mark.line.text)
            is_signed = below and below.rule == LONE_CREDIT and mark.rule != BELOW_CREDIT
            has_own = caption.credit or is_signed
            captions += waiting.stand_alone() if has_own else ()
            captions.append(Caption(caption.text, caption.credit or waiting.name * (not has_own)))
            waiting = _Credit("", is_alone=False)
            continue
        credit = read_lone_credit(mark.line) or mark.line.text
        if captions and not captions[-1].credit:
            captions[-1] = Caption(captions[-1].text, credit)
        else:
            captions += waiting.stand_alone()
            waiting = _Credit(credit, is_alone=mark.line.number in below_text)
    return dict.fromkeys(_unite_twins(dict.fromkeys([*captions, *waiting.stand_alone()])))


def _unite_twins(captions: Iterable[Caption]) -> Iterator[Caption]:
    """Yield the captions, those that say the same with and without its credit as one."""
    captions = list(captions)
    by_text: dict[str, list[Caption]] = defaultdict(list)
    for one in captions:
        by_text[one.text].append(one)
    texts = sorted(by_text)
    lengths = sorted({len(text) for text in texts if text})
    for one in captions:
        if not one.text:
            yield one
            continue
        short = _find_beginning(one, by_text, lengths)
        credit = one.credit or (one.text[len(short.text) :].strip(_AROUND_CREDIT) if short else "")
        if short and credit:
            yield Caption(short.text, credit)
            continue
        # What begins with a text stands right behind it in order.
        place = bisect_right(texts, one.text)
        is_begun = place < len(texts) and texts[place].startswith(one.text)
        if len(by_text[one.text]) == 1 and not is_begun:
            yield one


def _find_beginning(
    one: Caption, by_text: Mapping[str, Sequence[Caption]], lengths: Sequence[int]
) -> Caption | None:
    """Return the shortest other caption that the text of one begins with."""
    for length in lengths[: bisect_right(lengths, len(one.text))]:
        for two in by_text.get(one.text[:length], ()):
            if two != one:
                return two
    return None


class _Credit(NamedTuple):
    """A credit that waits for the caption it may be of."""

    name: str
    is_alone: bool

    def stand_alone(self) -> tuple[Caption, ...]:
        return (Caption("", self.name),) if self.is_alone else ()


def _list_stamps(printed: Sequence[Marked]) -> list[Dating]:
    """Return the dates that stand above the text, or else those that stand behind it.

    Within a text a date is that of a post or of a document that the text shows. A line or two of
    text above a stamp may be the dek, if the byline stands there, too.
    """
    texts = [place for place, mark in enumerate(printed) if mark.kind in TEXT]
    head = next((i for i in texts if printed[i].rule != "text above the text"), texts[-1])
    for place in range(head + 1, min(head + 1 + _HEAD_LINES, len(printed))):
        if printed[place].rule in _SIGNED:
            head = place + _HEAD_LINES
            break
        if printed[place].kind in TEXT:
            break
    behind = [
        mark
        for above, mark in pairwise(printed[texts[-1] :])
        if "@" not in above.line.text  # under the name of who wrote a post
    ]
    above = [
        line for mark in printed[:head] if mark.kind == "fact" for line in _list_facts(mark.line)
    ]
    # A source with its date, as at the end of a list of sources, is signed by nobody.
    below = [line for mark in behind if mark.kind == "fact" for line in _list_signed(mark.line)]
    for lines in (above, below):
        if datings := [dating for line in lines if (dating := read_stamp(line))]:
            return datings
    return []


def _list_signed(line: Line) -> list[Line]:
    """Return the facts of a line if one of them says who wrote it, else the line itself.

    A day in figures behind a text is mostly that of what a reader wrote.
    """
    if is_numbered_day(line.key):
        return []
    facts = _list_facts(line)
    return facts if any(map(read_byline, facts)) else [line]


def _date(
    marked: Sequence[Marked],
    paragraphs: Sequence[str],
    captions: Sequence[Caption],
    facts: Facts,
    language: str,
) -> Dating:
    """Return the date that the text itself states, else the one beside it, else what it shows."""
    shown = [caption.text for caption in captions]
    beside = read_stated_date(facts.date, facts.date_origin) if facts.date else None
    stamps = _list_stamps(marked)
    stated = (
        choose_stamp(stamp for stamp in stamps if not tells_update(stamp)),
        read_dateline(paragraphs[0], shown, beside),
        beside,
        read_address_date(facts.url),
    )
    # The day of an update counts, and contradicts, only where nothing tells of the publication.
    updated = choose_stamp(stamps) if not any(stated) else None
    lines = [mark.line.text for mark in marked]
    seen = read_shown_date(paragraphs, captions, lines, language)
    return settle_date((*stated, updated, seen))


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")
