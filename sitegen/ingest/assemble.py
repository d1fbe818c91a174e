"""Put the articles of a seed together from its marked lines, and account for every line."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice

from sitegen.ingest.blocks import Marked, mark_lines
from sitegen.ingest.credits import (
    read_agency,
    read_byline,
    read_dateline_agency,
    read_lone_credit,
    split_caption,
)
from sitegen.ingest.dates import choose_dating, read_dateline, read_stamp
from sitegen.ingest.document import Facts
from sitegen.ingest.formats import read_documents
from sitegen.ingest.joining import join_lines
from sitegen.ingest.lines import Line, make_lines, read_heading
from sitegen.ingest.looks import Look, look_at
from sitegen.ingest.pages import cut_pages
from sitegen.ingest.parts import refine_parts
from sitegen.ingest.split import split_lines
from sitegen.model.article import Article, Block, BlockKind, Caption
from sitegen.model.dating import Dating
from sitegen.model.problem import Problem
from sitegen.model.seed import Intake, LineFate, LineKind, Parsed, SeedFile
from sitegen.text.sentences import split_sentences

LONGEST_LINE = 200_000  # characters; a whole book chapter on one line is no article
_FEWEST_WORDS = 12
_LONG_WORDS = 20  # of a paragraph, which no teaser has
_FEWEST_HEADINGS = 4
_HEADING_WORDS = range(4, 17)
_TOO_SHORT = (
    f"no article in it: its text has fewer than {_FEWEST_WORDS} words; add to it or delete it"
)
_TITLE_WORDS = 14


def parse_seed(intake: Intake) -> Parsed:
    """Return the articles of a seed file, the fate of each of its lines, and problems.

    Never raises, whatever the bytes (law 1).
    """
    name = intake.seed.name
    reading = read_documents(intake.seed)
    documents = [(make_lines(document.lines), document) for document in reading.documents]
    lines = [line for made, _ in documents for line in made]
    if reading.refusal:
        return _quarantine(name, lines, "not text", reading.refusal)
    if reason := _refuse(lines):
        return _quarantine(name, lines, *reason)
    articles: list[Article] = []
    fates: list[LineFate] = []
    for made, document in documents:
        looks = look_at(join_lines(made), lambda _: "")
        numbers = iter(made)
        for section in (looks,) if document.is_single else _cut(looks):
            marked = _read_section(name, section, document.facts, articles)
            fates += _account(marked, numbers, len(articles))
    problems = reading.problems
    if not articles:
        is_short = any(fate.rule == "too short" for fate in fates)
        message = _TOO_SHORT if is_short else "no article in it: every line is noise"
        problems = (*problems, _report(name, message))
    return Parsed(name, tuple(articles), tuple(fates), problems, reading.notes)


def read_lines(seed: SeedFile) -> tuple[str, ...]:
    """Return the text of each line of a seed, parallel to ``Parsed.lines``."""
    documents = read_documents(seed).documents
    return tuple(line.text for one in documents for line in make_lines(one.lines))


def _cut(looks: Sequence[Look]) -> Iterator[Sequence[Look]]:
    return (section for page in cut_pages(looks) for section in split_lines(page))


def _read_section(
    name: str, section: Sequence[Look], facts: Facts, articles: list[Article]
) -> list[Marked]:
    """Add the article of a section to the others, and return what each line is."""
    marked = refine_parts(mark_lines(section))
    if _count_body_words(marked) < _FEWEST_WORDS:
        return [_leave_out(mark, "too short") for mark in marked]
    if _is_list(marked):
        return [_leave_out(mark, "list of headlines") for mark in marked]
    articles.append(_assemble(name, len(articles) + 1, marked, facts))
    return marked


def _account(marked: Iterable[Marked], lines: Iterator[Line], article: int) -> Iterator[LineFate]:
    """Yield the fate of each line of the file, in order; ``lines`` are those still to come."""
    for mark in marked:
        ordinal = 0 if mark.rule in _LEFT_OUT else article
        for line in islice(lines, mark.line.span):
            is_first = line.number == mark.line.number
            reason = mark.reason if is_first else f"goes on from line {mark.line.number}"
            yield LineFate(line.number, mark.kind, mark.rule, ordinal, reason)


def _refuse(lines: Sequence[Line]) -> tuple[str, str] | None:
    """Return a rule name and a message for a file that cannot hold an article."""
    if not any(line.text for line in lines):
        return "blank", "empty; fill it or delete it"
    longest = max(lines, key=lambda line: len(line.text))
    if len(longest.text) > LONGEST_LINE:
        return "line too long", (
            f"line {longest.number} has {len(longest.text):,} characters, the limit is "
            f"{LONGEST_LINE:,}; break it into paragraphs"
        )
    return None


def _quarantine(name: str, lines: Sequence[Line], rule: str, message: str) -> Parsed:
    fates = (
        LineFate(line.number, "noise" if line.text else "blank", rule if line.text else "blank", 0)
        for line in lines
    )
    return Parsed(name, (), tuple(fates), (_report(name, message),))


def _report(name: str, message: str) -> Problem:
    return Problem(place=f"seeds/{name}", message=message, severity="quarantined")


_LEFT_OUT = {
    "too short": "with too few words to be an article",
    "list of headlines": "among headlines, teasers and buttons without an article",
    "no text": "belongs to no text",
}


def _leave_out(mark: Marked, rule: str) -> Marked:
    """Account for a line of a section that is no article."""
    if mark.kind in {"blank", "noise"}:
        return mark
    rule = rule if mark.kind in _BLOCKS else "no text"
    return Marked(mark.line, "noise", rule, _LEFT_OUT[rule])


def _is_list(marked: Sequence[Marked]) -> bool:
    """Tell whether a section holds headlines with teasers: each short sentence has its heading."""
    texts = [mark.line for mark in marked if mark.kind in _TEXT]
    sentences = [line.words for line in texts if line.is_sentence]
    headings = sum(mark.kind in {"heading", "title"} for mark in marked)
    headings += sum(line.words in _HEADING_WORDS and not line.is_sentence for line in texts)
    is_short = max(sentences, default=0) < _LONG_WORDS
    return is_short and _FEWEST_HEADINGS <= headings and len(sentences) <= headings


def _count_body_words(marked: Sequence[Marked]) -> int:
    return sum(mark.line.words for mark in marked if mark.kind in _TEXT)


def _assemble(seed: str, ordinal: int, marked: Sequence[Marked], facts: Facts) -> Article:
    blocks = tuple(_make_block(mark) for mark in marked if mark.kind in _BLOCKS)
    paragraphs = [mark.line.text for mark in marked if mark.kind in _TEXT]
    title = next((mark.line.text for mark in marked if mark.kind == "title"), "")
    title = title or _make_title(paragraphs[0])
    told = [mark.line for mark in marked if mark.kind == "fact"]
    captions = tuple(_make_captions(marked))
    return Article(
        seed=seed,
        ordinal=ordinal,
        digest=_digest(title, blocks),
        title=title,
        blocks=blocks,
        captions=captions,
        agency=_first(map(read_agency, told)) or read_dateline_agency(paragraphs[0]),
        byline=_first(map(read_byline, told)),
        dating=_date(told, paragraphs[0], captions),
        is_truncated=_is_cut(marked),
        dek=next((mark.line.text for mark in marked if mark.kind == "dek"), ""),
        source=facts.source,
        url=facts.url,
        lang=facts.lang,
    )


_BLOCKS: dict[LineKind, BlockKind] = {
    "body": "paragraph",
    "heading": "heading",
    "item": "item",
    "quote": "quote",
    "row": "row",
    "correction": "correction",
}
_TEXT = frozenset({"body", "item", "quote", "row"})


def _make_block(mark: Marked) -> Block:
    text = mark.line.text
    if mark.kind == "heading":
        text = read_heading(mark.line) or text
    return Block(_BLOCKS[mark.kind], text)


def _is_cut(marked: Sequence[Marked]) -> bool:
    """Tell whether the text breaks off: its last paragraph ends no sentence."""
    last = next(mark for mark in reversed(marked) if mark.kind in _TEXT)
    return last.kind in {"body", "quote"} and not last.line.is_sentence


def _make_captions(marked: Sequence[Marked]) -> dict[Caption, None]:
    """Return the captions once each, in order; a credit on its own line is of the one above it."""
    captions: list[Caption] = []
    for mark in marked:
        if mark.kind != "caption":
            continue
        credit = read_lone_credit(mark.line)
        if mark.rule != "credit on its own line":
            captions.append(split_caption(mark.line.text))
        elif captions and not captions[-1].credit:
            captions[-1] = Caption(captions[-1].text, credit)
    return dict.fromkeys(captions)


def _date(facts: list[Line], lead: str, captions: tuple[Caption, ...]) -> Dating:
    stamps = [dating for line in facts if (dating := read_stamp(line))]
    return choose_dating(stamps, read_dateline(lead, [caption.text for caption in captions]))


def _first(texts: "map[str]") -> str:
    return next(filter(None, texts), "")


def _make_title(lead: str) -> str:
    """Make a headline for an article that has none: its first sentence, or the start of it."""
    words = split_sentences(lead)[0].rstrip(".").split()
    return " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")


def _digest(title: str, blocks: tuple[Block, ...]) -> str:
    text = "\n".join((title, *(block.text for block in blocks)))
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
