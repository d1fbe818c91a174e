"""Put an article together from the marked lines of its section."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from sitegen.ingest.blocks import LONE_CREDIT, Marked
from sitegen.ingest.credits import (
    read_agency,
    read_byline,
    read_dateline_agency,
    read_lone_credit,
    split_caption,
)
from sitegen.ingest.dates import choose_dating, read_dateline, read_stamp, read_stated_date
from sitegen.ingest.document import Facts
from sitegen.ingest.heads import read_head
from sitegen.ingest.lines import Line, make_line, read_heading
from sitegen.ingest.worth import BLOCKS, TEXT
from sitegen.model.article import Article, Block, Caption
from sitegen.model.dating import Dating
from sitegen.text.sentences import split_sentences

_TITLE_WORDS = 14


def assemble_article(seed: str, ordinal: int, marked: Sequence[Marked], facts: Facts) -> Article:
    """Return the article that the marked lines of a section hold; one of them at least is text.

    What the text says of itself counts before what is stated beside it, but for the headline.
    """
    blocks = tuple(_make_block(mark) for mark in marked if mark.kind in BLOCKS)
    paragraphs = [mark.line.text for mark in marked if mark.kind in TEXT]
    # The shortest, for the title of a page may have the name of its site behind the headline.
    titles = (mark.line.text for mark in marked if mark.kind == "title")
    title = facts.title or min(titles, key=len, default="") or _make_title(paragraphs[0])
    told = [line for mark in marked if mark.kind == "fact" for line in _list_facts(mark.line)]
    captions = tuple(_make_captions(marked))
    return Article(
        seed=seed,
        ordinal=ordinal,
        digest=_digest(title, blocks),
        title=title,
        blocks=blocks,
        captions=captions,
        agency=_first(map(read_agency, told)) or read_dateline_agency(paragraphs[0]),
        byline=_first(map(read_byline, told)) or facts.byline,
        dating=_date(told, paragraphs[0], captions, facts),
        is_truncated=_is_cut(marked),
        dek=_first(mark.line.text for mark in marked if mark.kind == "dek") or facts.dek,
        source=facts.source,
        url=facts.url,
        lang=facts.lang,
        rights=facts.rights,
    )


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
    return Block(BLOCKS[mark.kind], text)


def _is_cut(marked: Sequence[Marked]) -> bool:
    """Tell whether the text breaks off: its last paragraph ends no sentence."""
    last = next(mark for mark in reversed(marked) if mark.kind in TEXT)
    return last.kind in {"body", "quote"} and not last.line.is_sentence


def _make_captions(marked: Sequence[Marked]) -> dict[Caption, None]:
    """Return the captions once each, in order.

    A credit on its own line is of the caption above it, or else of the one that comes next.
    """
    captions: list[Caption] = []
    waiting = ""
    for mark in marked:
        if mark.kind != "caption":
            continue
        if mark.rule != LONE_CREDIT:
            caption = split_caption(mark.line.text)
            captions.append(Caption(caption.text, caption.credit or waiting))
            waiting = ""
        elif captions and not captions[-1].credit:
            captions[-1] = Caption(captions[-1].text, read_lone_credit(mark.line) or mark.line.text)
        else:
            waiting = read_lone_credit(mark.line)
    return dict.fromkeys(captions)


def _date(told: list[Line], lead: str, captions: tuple[Caption, ...], facts: Facts) -> Dating:
    """Return the date that the text itself states, else the one that is stated beside it."""
    stamps = [dating for line in told if (dating := read_stamp(line))]
    found = choose_dating(stamps, read_dateline(lead, [caption.text for caption in captions]))
    if found.moment or not facts.date:
        return found
    return read_stated_date(facts.date, facts.date_origin) or found


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")


def _make_title(lead: str) -> str:
    """Make a headline for an article that has none: its first sentence, or the start of it."""
    words = split_sentences(lead)[0].rstrip(".").split()
    return " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")


def _digest(title: str, blocks: tuple[Block, ...]) -> str:
    text = "\n".join((title, *(block.text for block in blocks)))
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
