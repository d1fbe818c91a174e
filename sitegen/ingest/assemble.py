"""Put the articles of a seed together from its marked lines, and account for every line."""

from collections.abc import Iterator
from hashlib import blake2b

from sitegen.ingest.blocks import Marked, mark_lines
from sitegen.ingest.credits import (
    read_agency,
    read_byline,
    read_dateline_agency,
    split_caption,
)
from sitegen.ingest.dates import choose_dating, read_dateline, read_stamp
from sitegen.ingest.document import Facts
from sitegen.ingest.formats import read_documents
from sitegen.ingest.lines import Line, make_lines, read_heading
from sitegen.ingest.own_noise import make_own_noise
from sitegen.ingest.split import split_lines
from sitegen.model.article import Article, Block, Caption
from sitegen.model.dating import Dating
from sitegen.model.problem import Problem
from sitegen.model.seed import Intake, LineFate, Parsed, SeedFile
from sitegen.text.sentences import ends_sentence, split_sentences

LONGEST_LINE = 200_000  # characters; a whole book chapter on one line is no article
_FEWEST_WORDS = 12
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
    lines = tuple(line for made, _ in documents for line in made)
    if reading.refusal:
        return _quarantine(name, lines, "not text", reading.refusal)
    if reason := _refuse(lines):
        return _quarantine(name, lines, *reason)
    articles: list[Article] = []
    fates: list[LineFate] = []
    for made, document in documents:
        own = make_own_noise(intake.noise, document.facts.source, name)
        marked = own.mark(made)
        told: list[LineFate] = []
        for section in (marked,) if document.is_single else split_lines(marked):
            told += _read_section(name, section, document.facts, articles)
        fates += own.give_reasons(told, made)
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


def _read_section(
    name: str, section: tuple[Line, ...], facts: Facts, articles: list[Article]
) -> Iterator[LineFate]:
    """Add the article of a section to the others, and yield what became of each line."""
    marked = mark_lines(section)
    if _count_body_words(marked) < _FEWEST_WORDS:
        yield from map(_leave_out, marked)
        return
    articles.append(_assemble(name, len(articles) + 1, marked, facts))
    for mark in marked:
        yield LineFate(mark.line.number, mark.kind, mark.rule, len(articles), mark.reason)


def _refuse(lines: tuple[Line, ...]) -> tuple[str, str] | None:
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


def _quarantine(name: str, lines: tuple[Line, ...], rule: str, message: str) -> Parsed:
    fates = (
        LineFate(line.number, "noise" if line.text else "blank", rule if line.text else "blank", 0)
        for line in lines
    )
    return Parsed(name, (), tuple(fates), (_report(name, message),))


def _report(name: str, message: str) -> Problem:
    return Problem(place=f"seeds/{name}", message=message, severity="quarantined")


def _leave_out(mark: Marked) -> LineFate:
    """Account for a line of a section that is too short to be an article."""
    if mark.kind in {"blank", "noise"}:
        return LineFate(mark.line.number, mark.kind, mark.rule, 0)
    return LineFate(mark.line.number, "noise", "too short" if mark.kind == "body" else "no text", 0)


def _count_body_words(marked: tuple[Marked, ...]) -> int:
    return sum(mark.line.words for mark in marked if mark.kind == "body")


def _assemble(seed: str, ordinal: int, marked: tuple[Marked, ...], facts: Facts) -> Article:
    blocks = tuple(_make_block(mark) for mark in marked if mark.kind in _BLOCKS)
    paragraphs = [block.text for block in blocks if block.kind == "paragraph"]
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
        is_truncated=not ends_sentence(paragraphs[-1]),
        source=facts.source,
        url=facts.url,
        lang=facts.lang,
    )


_BLOCKS = {"body": "paragraph", "heading": "heading", "correction": "correction"}


def _make_block(mark: Marked) -> Block:
    if mark.kind == "heading":
        return Block("heading", read_heading(mark.line) or mark.line.text)
    return Block("correction" if mark.kind == "correction" else "paragraph", mark.line.text)


def _make_captions(marked: tuple[Marked, ...]) -> dict[Caption, None]:
    """Return the captions once each, in order."""
    texts = (mark.line.text for mark in marked if mark.kind == "caption")
    return dict.fromkeys(split_caption(text) for text in texts)


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
