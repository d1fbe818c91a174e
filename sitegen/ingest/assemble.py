"""Put an article together from the marked lines of its section."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise, takewhile, zip_longest
from typing import NamedTuple

from sitegen.ingest.blocks import BELOW_CREDIT, LONE_CREDIT, WITH_CREDIT, Marked
from sitegen.ingest.bylines import read_agency, read_byline, read_dateline_agency
from sitegen.ingest.credits import split_caption
from sitegen.ingest.document import Facts
from sitegen.ingest.leftovers import ABOVE_TEXT
from sitegen.ingest.letters import SIGNED
from sitegen.ingest.lines import Line, make_line, read_heading
from sitegen.ingest.photographers import name_credit
from sitegen.ingest.run_in_heads import part_run_in_head
from sitegen.ingest.stamped import date_article, list_facts
from sitegen.ingest.titles import make_title, undress
from sitegen.ingest.worth import BLOCKS, TEXT
from sitegen.ingest.writers import REPORTED, WRITER, read_reported, read_writer
from sitegen.model.article import Article, Block, Caption
from sitegen.text.detect import detect_language
from sitegen.text.digests import digest_text
from sitegen.text.normalize import drop_mail_addresses

_HELPED = re.compile(r"[(\[]?(?:additional|with) [a-z]", re.IGNORECASE)
_BREAKS_OFF = ("...", "…", "[...]", "[…]", "(more)")  # how feeds and agencies end a part of a text
_DOTS = " .…[]"
_FINAL = " ♦◆◊■□●•∎✦★"
# "PTI ABC", "(Northern Wire)", "(Reporting by Ivo Brandt)": who wrote for whom, behind the end.
_SIGNED = re.compile(r"(?<=[.!?”\"]) (?:[A-Z]{2,4}(?: [A-Z]{2,4})*|\([A-Z][^()]{1,200}\))$")
# A mail or web address or the number of a telephone, behind which a notice has no stop.
_ENDS_IN_ADDRESS = re.compile(
    r"\S@[\w-]+(?:\.[\w-]+)+$|\b(?:www\.|https?://)\S+$"
    r"|\b[a-z\d-]+\.(?:com|org|net|info|example|[a-z]{2})(?:/\S*)?$"
    r"|(?<![\d,.])(?<!\d )(?:\+\d|\(?0\d|\(\d{3}\)|\d{3}-)[\d ()/-]{3,17}\d$"
)
_ADDRESS = 80  # characters
_NAMED = re.compile(r"([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,2}), ")  # and what they are
_AROUND_CREDIT = " .,|/–—-"


def assemble_article(
    seed: str, ordinal: int, marked: Sequence[Marked], facts: Facts, language: str
) -> Article:
    """Return the article that the marked lines of a section hold; one of them at least is text.

    What the text says of itself counts before what is stated beside it, but for the headline.
    ``language`` is that of the site, which the article is in where nothing tells another.
    """
    marked = [mark for mark in marked if mark.kind != "blank"]
    # The shortest, for the title of a page may have the name of its site behind the headline.
    titles = (mark.line.text for mark in marked if mark.kind == "title")
    headline = facts.title or undress(min(titles, key=len, default=""))
    marked = part_run_in_head(marked, headline)
    blocks = tuple(number_items(_make_block(mark) for mark in marked if mark.kind in BLOCKS))
    texts = [mark for mark in marked if mark.kind in TEXT]
    # Above the first paragraph points may stand that sum the text up.
    lead = next((one for one in texts if one.rule not in ABOVE_TEXT), texts[0]).line.text
    paragraphs = [mark.line.text for mark in texts]
    title = headline or make_title(lead)
    told = [line for mark in marked if mark.kind == "fact" for line in list_facts(mark.line)]
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
        or read_dateline_agency(lead),
        byline=_find_byline(marked, told, drop_mail_addresses(facts.byline)),
        dating=date_article(marked, lead, captions, facts, lang),
        is_truncated=_is_cut(marked),
        dek=_first(mark.line.text for mark in marked if mark.kind == "dek")
        or _leave_repeated(facts.dek, marked),
        place=_first(read_reported(mark.line) for mark in marked if mark.rule == REPORTED),
        source=facts.source,
        url=facts.url,
        lang=lang,
        rights=facts.rights,
    )


def _leave_repeated(dek: str, marked: Sequence[Marked]) -> str:
    """Return what is stated as the line under the headline, but where the text says it itself.

    Sites state the first words of a text so, and three dots behind them.
    """
    if not dek:
        return ""
    said = make_line(dek.rstrip(_DOTS)).key
    shown = (mark.line.key for mark in marked if mark.kind in BLOCKS or mark.kind == "caption")
    is_within = any(said in key for key in shown)
    text = " ".join(mark.line.key for mark in marked if mark.kind in TEXT)
    return "" if is_within or text.startswith(said) else dek


def _find_byline(marked: Sequence[Marked], told: Sequence[Line], stated: str) -> str:
    """Return who wrote: what the text says, else what is stated beside it, else who helped."""
    # A name alone counts where no byline is above the text; behind it stands who edited.
    alone = [mark.line for mark in marked if mark.rule in {WRITER, "byline"}]
    above = takewhile(lambda mark: mark.kind not in TEXT, marked)
    dated = [mark.line for mark in above if mark.rule == "byline and date"]
    alone += [part for line in dated for part in list_facts(line)]
    names = (read_writer(line) for line in alone if not read_byline(line))
    plain = (mark.line.text for mark in marked if mark.rule == WRITER)  # above a post, of any name
    posts = (_NAMED.match(mark.line.text) for mark in marked if mark.rule == "post of the writer")
    named = (match[1] for match in posts if match)
    writers = (read_byline(line) for line in told if not _HELPED.match(line.text))
    helpers = (read_byline(line) for line in told)
    return (
        _first(names)
        or _first(writers)
        or _first(plain)
        or _first(named)
        or stated
        or _first(helpers)
    )


def _find_language(paragraphs: Iterable[str], home: str) -> str:
    """Return the language of a text, as the site calls it if it is that of the site."""
    found = detect_language("\n".join(paragraphs))
    is_home = not found or found == home.split("-", maxsplit=1)[0].lower()
    return home if is_home else found


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
    last = next(mark for mark in reversed(marked) if mark.kind in TEXT and mark.rule != SIGNED)
    if last.kind not in {"body", "quote"}:
        return False
    text = last.line.text.rstrip(_FINAL)  # what magazines end with is no word
    if text[-1:] == ")" or text[-1:].isupper():
        text = _SIGNED.sub("", text)
    is_aside = text.startswith("(") and text.endswith(")")  # what a sum is in another money
    is_whole = is_aside or make_line(text).is_sentence or _ENDS_IN_ADDRESS.search(text[-_ADDRESS:])
    return not is_whole or text.endswith(_BREAKS_OFF)


def _make_captions(printed: Sequence[Marked]) -> dict[Caption, None]:
    """Return the captions once each, in order.

    A credit on its own line is of the caption above it, or else of the one that comes next, if no
    text stands between; without either, or where that has its own, it stands alone, if it is right
    below text: below a byline it may name who took all the pictures.
    """
    captions: list[Caption] = []
    waiting = _Credit("", is_alone=False)
    below_text = {two.line.number for one, two in pairwise(printed) if one.kind in TEXT}
    for group in _group_captions(printed):
        first = len(captions)
        for mark, below in zip_longest(group, group[1:]):
            if mark.rule != LONE_CREDIT:
                caption = split_caption(mark.line.text, is_known=mark.rule != WITH_CREDIT)
                is_signed = below and below.rule == LONE_CREDIT and mark.rule != BELOW_CREDIT
                has_own = caption.credit or is_signed
                captions += waiting.stand_alone() if has_own else ()
                credit = caption.credit or waiting.name * (not has_own)
                captions.append(Caption(caption.text, credit))
                waiting = _Credit("", is_alone=False)
                continue
            credit = name_credit(mark.line)
            if first < len(captions) and not captions[-1].credit:
                captions[-1] = Caption(captions[-1].text, credit)
            else:
                captions += waiting.stand_alone()
                waiting = _Credit(credit, is_alone=mark.line.number in below_text)
        captions += waiting.stand_alone()
        waiting = _Credit("", is_alone=False)
    return dict.fromkeys(_unite_twins(dict.fromkeys(captions)))


def _group_captions(printed: Sequence[Marked]) -> Iterator[list[Marked]]:
    """Yield the captions and credits between which no text stands."""
    for is_text, group in groupby(printed, lambda mark: mark.kind in TEXT):
        found = [] if is_text else [mark for mark in group if mark.kind == "caption"]
        if found:
            yield found


def _unite_twins(captions: Iterable[Caption]) -> Iterator[Caption]:
    """Yield the captions, those that say the same with and without its credit as one.

    Of an alternative text and a caption that goes on from it the longer says more.
    """
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
        rest = one.text[len(short.text) :].strip(_AROUND_CREDIT) if short else ""
        if short and (one.credit or rest):
            is_name = rest and not one.credit and not rest[0].islower()
            yield Caption(short.text, rest) if is_name else one
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


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")
