"""Read a seed: its articles, and a fate for every one of its lines. Start reading the room here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import NamedTuple

from sitegen.ingest.assemble import assemble_article
from sitegen.ingest.blocks import Marked
from sitegen.ingest.charts import drop_charts
from sitegen.ingest.chrome import drop_recurring
from sitegen.ingest.code_listings import join_listings
from sitegen.ingest.document import LONGEST, Document, Facts
from sitegen.ingest.embedded import drop_embedded
from sitegen.ingest.extent import is_dump
from sitegen.ingest.formats import EXPORTS, Reading, read_documents
from sitegen.ingest.interruptions import drop_interruptions
from sitegen.ingest.issue_date import find_first_day, find_issue_date
from sitegen.ingest.joining import join_lines
from sitegen.ingest.labels import drop_labels
from sitegen.ingest.lines import Line, make_lines
from sitegen.ingest.looks import Look, OwnRule, look_at
from sitegen.ingest.marking import Section, is_weighed, mark_pages
from sitegen.ingest.mastheads import drop_mastheads
from sitegen.ingest.monotony import spread_fates, spread_lines
from sitegen.ingest.own_noise import OwnNoise, make_own_noise
from sitegen.ingest.pages import cut_pages
from sitegen.ingest.picture_marks import mark_pictures
from sitegen.ingest.pictured import take_back_headlines
from sitegen.ingest.players import drop_players
from sitegen.ingest.questions import free_headlines
from sitegen.ingest.reasons import FAULT, PREAMBLE, REASONS, TOO_SHORT, TURN
from sitegen.ingest.recipes import mark_recipes
from sitegen.ingest.running_heads import join_over_pages, mark_running
from sitegen.ingest.sides import mark_sides
from sitegen.ingest.specs import mark_specs
from sitegen.ingest.split import split_lines
from sitegen.ingest.steps import mark_steps
from sitegen.ingest.teasers import drop_teasers
from sitegen.ingest.trailing_buttons import cut_trailing_buttons
from sitegen.ingest.twins import drop_twins
from sitegen.ingest.worth import (
    BESIDE,
    FEWEST_WORDS,
    count_text,
    find_lack,
    is_beside,
    is_preamble,
    leave_out,
)
from sitegen.ingest.writers import find_signed
from sitegen.model.article import Article
from sitegen.model.problem import Problem
from sitegen.model.seed import Intake, LineFate, Parsed, SeedFile

GOES_ON = "goes on from line"  # begins the reason of a line that was joined to one above
_TOO_SHORT = (
    f"no article in it: its text has fewer than {FEWEST_WORDS} words; add to it or delete it"
)
_ALL_NOISE = "no article in it: every line is noise; 'sitegen explain' says why"
_NO_RECORD = (
    f"no article: the text has fewer than {FEWEST_WORDS} words or is noise; "
    "add to it or take it out"
)
_TOLD = 100  # records named one by one


def parse_seed(intake: Intake) -> Parsed:
    """Return the articles of a seed file, the fate of each of its lines, and problems.

    Never raises, whatever the bytes (law 1).
    """
    name = intake.seed.name
    reading = read_documents(intake.seed)
    documents = [(make_lines(document.lines), document) for document in reading.documents]
    lines = [line for made, _ in documents for line in made]
    if reading.refusal:
        return _quarantine(name, lines, ("not text", reading.refusal), reading)
    if reason := _refuse(lines):
        return _quarantine(name, lines, reason, reading)
    articles: list[Article] = []
    fates: list[LineFate] = []
    is_export = reading.form in EXPORTS
    empty: list[int] = []
    try:
        for made, document in documents:
            before = len(articles)
            told = _read_document(made, document, intake, articles)
            fates += spread_fates(document.lines, told)
            if is_export and document.is_single and len(articles) == before:
                empty.append(made[0].number)
    except Exception as error:  # noqa: BLE001 # a fault of ours must not cost the other files
        return _quarantine(name, lines, (FAULT, _describe_fault(error)), reading)
    problems = (*reading.problems, *_report_empty(name, empty), *_report_dates(name, articles))
    is_told = any(problem.severity == "quarantined" for problem in problems)
    if not articles and not is_told and not any(fate.rule == "draft" for fate in fates):
        is_short = any(fate.rule == TOO_SHORT for fate in fates)
        problems = (*problems, _report(name, _TOO_SHORT if is_short else _ALL_NOISE))
    return Parsed(name, tuple(articles), tuple(fates), problems, reading.notes)


def read_lines(seed: SeedFile) -> tuple[str, ...]:
    """Return the text of each line of a seed, parallel to ``Parsed.lines``."""
    documents = read_documents(seed).documents
    return tuple(line.text for one in documents for line in make_lines(spread_lines(one.lines)))


def read_joined(seed: SeedFile) -> tuple[tuple[Line, ...], tuple[tuple[Line, ...], ...]]:
    """Return the lines of a seed, and of each document those that the model of lines weighs."""
    raw = [document.lines for document in read_documents(seed).documents]
    whole = tuple(line for lines in raw for line in make_lines(spread_lines(lines)))
    joined = (_join(mark_running(make_lines(lines))) for lines in raw)
    return whole, tuple(tuple(filter(is_weighed, lines)) for lines in joined)


def _join(lines: Sequence[Line]) -> list[Line]:
    marked = mark_recipes(mark_sides(mark_specs(mark_steps(lines))))
    return cut_trailing_buttons(join_lines(join_over_pages(join_listings(marked))))


def _read_document(
    lines: Sequence[Line], document: Document, intake: Intake, articles: list[Article]
) -> Iterator[LineFate]:
    """Add the articles of a document to the others, and yield the fate of each of its lines."""
    name = intake.seed.name
    own = make_own_noise(intake.noise, document.facts.source, name)
    named = own.mark(lines, own.find_reason)
    is_known = all(line.verdict or not line.text for line in named)  # around articles of an export
    if is_known or (document.is_single and sum(line.words for line in lines) < FEWEST_WORDS):
        yield from _tell_verdicts(named, own)
        return
    # Our rules know more of a line than that it is noise, such as that it parts two articles.
    reading = _mark_document(lines, document, own, own.find_new)
    if own.is_kept(lines, chain.from_iterable(reading.told)):
        reading = _mark_document(lines, document, own, own.find_reason)
    told, rest, texts = reading.told, iter(reading.lines), iter(lines)
    lacks = _find_lacks(reading.sections, told)
    is_one = lacks.count("") == 1
    facts = document.facts if is_one else _share_facts(document.facts)
    issue_date = find_issue_date(reading.looks) or facts.issue_date or find_first_day(told)
    if issue_date != facts.issue_date:  # as in few; to replace it costs as much as a rule
        facts = replace(facts, issue_date=issue_date)
    for marked, lack in zip(told, lacks, strict=True):
        if lack:
            left_out = [leave_out(mark, lack) for mark in marked]
            yield from own.name(_account(left_out, rest, 0), texts)
            continue
        ordinal = len(articles) + 1
        articles.append(assemble_article(name, ordinal, marked, facts, intake.language))
        yield from own.name(_account(marked, rest, len(articles)), texts)


class _MarkedDocument(NamedTuple):
    lines: Sequence[Line]
    looks: Sequence[Look]
    sections: Sequence[Sequence[Section]]  # by page
    told: Sequence[Sequence[Marked]]


def _mark_document(
    lines: Sequence[Line], document: Document, own: OwnNoise, find_own: OwnRule
) -> _MarkedDocument:
    """Look at the lines of a document, cut it into sections, and mark what each line is there."""
    lines = mark_running(own.mark(lines, find_own))
    joined = _join(lines)
    looks = take_back_headlines(drop_twins(look_at(joined, find_own)))
    looks = drop_mastheads(mark_pictures(looks))
    looks = free_headlines(find_signed(drop_players(drop_embedded(looks))))
    looks = drop_labels(drop_teasers(drop_charts(drop_interruptions(looks))))
    pages = [[looks]] if document.is_single else [split_lines(page) for page in cut_pages(looks)]
    sections = mark_pages(pages, joined, is_single=document.is_single, is_of_page=is_dump(looks))
    told = drop_recurring([section.marked for page in sections for section in page])
    return _MarkedDocument(lines, looks, sections, told)


def _tell_verdicts(lines: Iterable[Line], own: OwnNoise) -> Iterator[LineFate]:
    """Yield the fates of lines that no rule need look at; one without a verdict is too short."""
    for line in lines:
        if not line.text:
            yield LineFate(line.number, "blank", "blank", 0)
        else:
            rule = line.verdict or TOO_SHORT
            why = own.find_reason(line) or REASONS.get(rule, "")
            yield LineFate(line.number, "noise", rule, 0, why)


def _find_lacks(pages: Sequence[Sequence[Section]], told: Sequence[Sequence[Marked]]) -> list[str]:
    """Return by which rule each section is no article, nothing for one that is."""
    beside = _find_beside(pages, told)
    lacks = [find_lack(marked) for marked in told]
    for place, marked in enumerate(told):
        if lacks[place]:
            continue
        if not place and len(told) > 1 and is_preamble(marked, told[1:]):
            lacks[place] = PREAMBLE
        elif place in beside:
            lacks[place] = BESIDE
    return lacks


def _find_beside(pages: Sequence[Sequence[Section]], told: Sequence[Sequence[Marked]]) -> set[int]:
    """Return the places of the sections that stand beside the article of their page."""
    beside: set[int] = set()
    first = 0
    for page in pages:
        places = range(first, first + len(page))
        first += len(page)
        if 1 < len(page) and is_dump([look for section in page for look in section.looks]):
            longest = max(count_text(told[place]) for place in places)
            beside.update(place for place in places[1:] if is_beside(told[place], longest))
    return beside


def _account(marked: Iterable[Marked], lines: Iterator[Line], article: int) -> Iterator[LineFate]:
    """Yield the fate of each line of the file, in order; ``lines`` are those still to come."""
    for mark in marked:
        why = mark.reason or REASONS.get(mark.rule, "")
        if mark.line.span == 1:
            yield LineFate(next(lines).number, mark.kind, mark.rule, article, why)
            continue
        for line in islice(lines, mark.line.span):
            if not line.text:
                yield LineFate(line.number, "blank", "blank", article)
            elif line.verdict == TURN:
                yield LineFate(line.number, "noise", TURN, article, REASONS[TURN])
            else:
                is_first = line.number == mark.line.number
                reason = why if is_first else f"{GOES_ON} {mark.line.number}"
                yield LineFate(line.number, mark.kind, mark.rule, article, reason)


def _share_facts(facts: Facts) -> Facts:
    """Return what can be said of several articles at once: not a headline, not one's author."""
    return replace(facts, title="", dek="", byline="")


def _refuse(lines: Sequence[Line]) -> tuple[str, str] | None:
    """Return a rule name and a message for a file that cannot hold an article."""
    if not any(line.text for line in lines):
        return "blank", "empty; fill it or delete it"
    if any(len(line.text) > LONGEST for line in lines):
        longest = max(lines, key=lambda line: len(line.text))
        return "line too long", (
            f"line {longest.number} has {len(longest.text):,} characters, the limit is "
            f"{LONGEST:,}; break it into paragraphs"
        )
    return None


def _describe_fault(error: Exception) -> str:
    return (
        f"sitegen has a fault that this text shows ({type(error).__name__}: {error}); the other "
        "files are read; please report it with the text"
    )


def _quarantine(
    name: str, lines: Sequence[Line], reason: tuple[str, str], reading: Reading
) -> Parsed:
    rule, message = reason
    why = REASONS.get(rule, "")
    fates = (
        LineFate(line.number, "noise", rule, 0, why)
        if line.text
        else LineFate(line.number, "blank", "blank", 0)
        for line in lines
    )
    problems = (*reading.problems, _report(name, message))
    raw = (line for one in reading.documents for line in one.lines)
    return Parsed(name, (), tuple(spread_fates(raw, fates)), problems, reading.notes)


def _report_empty(name: str, numbers: Sequence[int]) -> Iterator[Problem]:
    """Yield a warning for each record without an article; of very many, for the first ones."""
    for number in numbers[:_TOLD]:
        yield Problem(f"seeds/{name}:{number}", f"holds {_NO_RECORD}", "warning")
    if _TOLD < len(numbers):
        message = f"{len(numbers) - _TOLD:,} more hold {_NO_RECORD}"
        yield Problem(f"seeds/{name}", message, "warning")


def _report_dates(name: str, articles: Iterable[Article]) -> Iterator[Problem]:
    """Yield a warning for each article with two dates; of very many, for the first ones."""
    doubtful = [article for article in articles if article.dating.contrary]
    for article in doubtful[:_TOLD]:
        kept, other = article.dating.evidence, article.dating.contrary
        message = (
            f"article {article.ordinal} has two dates: '{kept}' counts and '{other}' does not; "
            "correct the one that is wrong"
        )
        yield Problem(f"seeds/{name}", message, "warning")
    if _TOLD < len(doubtful):
        message = f"{len(doubtful) - _TOLD:,} more articles have two dates; correct the wrong ones"
        yield Problem(f"seeds/{name}", message, "warning")


def _report(name: str, message: str) -> Problem:
    return Problem(place=f"seeds/{name}", message=message, severity="quarantined")
