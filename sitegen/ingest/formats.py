"""Open a seed file by its format: bytes to documents of raw lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Literal

from sitegen.ingest.compressed import unpack_gzip
from sitegen.ingest.cutting import cut_glued
from sitegen.ingest.decode import Decoded, decode
from sitegen.ingest.document import Document, Facts, RawLine, renumber
from sitegen.ingest.exports import cut_export
from sitegen.ingest.facts import fill_facts
from sitegen.ingest.fields import read_fields
from sitegen.ingest.html_file import find_declared, is_page, read_page, split_pages
from sitegen.ingest.json_file import read_json_file
from sitegen.ingest.json_lines import read_json_lines
from sitegen.ingest.line_ends import MOST_LINES, count_line_ends, find_page_breaks
from sitegen.ingest.link_numbers import drop_link_numbers
from sitegen.ingest.markdown_documents import read_markdown_documents
from sitegen.ingest.mojibake import mend_documents
from sitegen.ingest.monotony import gather_monotony
from sitegen.ingest.newsletters import cut_newsletter
from sitegen.ingest.post_names import read_post_name
from sitegen.ingest.posts import cut_posts
from sitegen.ingest.reasons import TURN
from sitegen.ingest.shapes import find_shapes
from sitegen.ingest.sidecar import read_sidecar
from sitegen.ingest.signatures import drop_signatures
from sitegen.ingest.sniffing import begins_as_page, sniff_format
from sitegen.model.problem import Problem
from sitegen.model.seed import SeedFile

Format = Literal["", "text", "markdown", "html", "json", "json lines"]
# Formats of objects that are one article each.
EXPORTS: frozenset[Format] = frozenset({"json", "json lines"})

_FORMATS: dict[str, Format] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "json lines",
}
_PACKED = ".gz"
_MOST_PAGES = 2_000
_NAMES = {"html": "HTML", "json": "JSON", "markdown": "Markdown"}


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents of a file, in order; together they hold every line of it.

    ``refusal`` says why a file as a whole cannot be read, in words for the user, and is mostly
    empty; ``problems`` tell what is wrong with parts of it; ``notes`` what was done to its bytes.
    ``form`` is the format that it was read in, whatever its name says.
    """

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    refusal: str = ""
    form: Format = "text"


def find_format(name: str) -> Format:
    """Return the format that the name of a file states, empty for one that is no seed.

    >>> find_format("wire/0606.HTM.gz"), find_format("notes.doc")
    ('html', '')
    """
    name = name.lower().removesuffix(_PACKED)
    return _FORMATS.get(name[name.rfind(".") :], "") if "." in name else ""


def read_documents(seed: SeedFile) -> Reading:
    """Return what a seed file holds, in the format that its name states; never raises.

    What is named as plain text is read as what it is: a page saved as ``.txt`` is a page.
    """
    reading = _unpack(seed)
    mended = mend_documents(() if reading.refusal else reading.documents)
    if mended.note:
        problem = Problem(f"seeds/{seed.name}", mended.note, "note")
        reading = replace(
            reading,
            documents=mended.documents,
            problems=(*reading.problems, problem),
            notes=(*reading.notes, mended.note),
        )
    return _fill(_add_sidecar(seed, reading), read_post_name(seed.name))


def _fill(reading: Reading, facts: Facts) -> Reading:
    """Return what was read with the day that the name of the file states, if nothing else does."""
    if not facts.date or len(reading.documents) != 1 or reading.documents[0].facts.date:
        return reading
    (document,) = reading.documents
    filled = replace(document, facts=fill_facts(document.facts, facts))
    return replace(reading, documents=(filled,))


def _add_sidecar(seed: SeedFile, reading: Reading) -> Reading:
    if not seed.sidecar_name:
        return reading
    stated = read_sidecar(seed)
    # An object speaks of itself alone, so it knows better than what is said of the whole file.
    is_nearer = reading.form in EXPORTS
    documents = tuple(
        replace(
            document,
            facts=fill_facts(document.facts, stated.facts)
            if is_nearer
            else fill_facts(stated.facts, document.facts),
        )
        for document in reading.documents
    )
    return replace(reading, documents=documents, problems=(*stated.problems, *reading.problems))


def _unpack(seed: SeedFile) -> Reading:
    if not seed.name.lower().endswith(_PACKED):
        return _read(seed, seed.data)
    unpacked = unpack_gzip(seed.data)
    if unpacked.fault:
        return Reading((), refusal=unpacked.fault)
    return _read(seed, unpacked.data)


def _read(seed: SeedFile, data: bytes) -> Reading:
    named = find_format(seed.name)
    may_be_page = named == "html" or (named == "text" and begins_as_page(data))
    decoded = decode(data, find_declared(data) if may_be_page else "")
    may_be_long = decoded.is_text and MOST_LINES < len(decoded.text)
    ends = count_line_ends(decoded.text) if may_be_long else 0
    if MOST_LINES < ends:
        message = f"has {ends:,} lines, the limit is {MOST_LINES:,}; split it into smaller files"
        return Reading((), refusal=message)
    if not decoded.is_text:
        return Reading((_number(decoded),), refusal=decoded.doubt)
    sniffed = sniff_format(decoded.text) if named == "text" else ""
    place = f"seeds/{seed.name}"
    reading = _read_text(decoded, sniffed or named, place)
    if sniffed == "json" and reading.problems:
        lines = _read_text(decoded, "text", place)
        if _count_titles(reading) < _count_titles(lines):
            reading, sniffed = lines, ""
    problems = (Problem(place, decoded.doubt, "warning"),) if decoded.doubt else ()
    notes = (f"read as {decoded.label}",) if decoded.label else ()
    if sniffed:
        notes = (*notes, f"read as {_NAMES[sniffed]}, for that is what its text is")
    return replace(reading, problems=(*problems, *reading.problems), notes=notes)


def _read_text(decoded: Decoded, form: Format, place: str) -> Reading:
    match form:
        case "json" | "json lines":
            read = read_json_file if form == "json" else read_json_lines
            found, problems = read(decoded.text, place)
            return Reading(tuple(map(_shape, found)), problems, form=form)
        case "markdown":
            found, problems = _read_markdown(decoded, place)
            return Reading(tuple(map(_shape, found)), problems, form=form)
        case "html" if is_page(decoded.text):
            return _read_pages(split_pages(decoded.text), place)
        case _:
            parts = cut_export(_number(decoded))
            for cut in (cut_newsletter, cut_posts):
                parts = cut(parts[0]) if len(parts) == 1 else parts
            return Reading(tuple(map(_shape, parts)))


def _read_markdown(
    decoded: Decoded, place: str
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    lines = gather_monotony(list(map(RawLine, count(1), decoded.lines)))
    found, problems = read_markdown_documents(["" if one.run else one.text for one in lines], place)
    if len(lines) == len(decoded.lines):  # as nearly always
        return found, problems
    return tuple(_put_back(document, lines) for document in found), problems


def _put_back(document: Document, lines: Sequence[RawLine]) -> Document:
    """Return a document of lines that were counted without those of runs, with these again."""
    places = ((one, lines[one.number - 1]) for one in document.lines)
    whole = (line if line.run else renumber(one, line.number) for one, line in places)
    return replace(document, lines=tuple(whole))


def _count_titles(reading: Reading) -> int:
    return sum(line.shape == "title" for one in reading.documents for line in one.lines)


def _read_pages(texts: list[str], place: str) -> Reading:
    """Return a document for each page; the blocks of all are counted through."""
    if _MOST_PAGES < len(texts):  # as it costs milliseconds to search each
        message = f"has {len(texts):,} pages, the limit is {_MOST_PAGES:,}; split it into files"
        return Reading((), refusal=message, form="html")
    documents: list[Document] = []
    problems: list[Problem] = []
    before = 0
    for ordinal, text in enumerate(texts, start=1):
        page = read_page(text, place)
        problems += page.problems
        if page.refusal and len(texts) == 1:
            return Reading((page.document,), page.problems, refusal=page.refusal, form="html")
        if page.refusal:
            message = f"page {ordinal} of {len(texts)} {page.refusal}"
            problems.append(Problem(place, message, "warning"))
        lines = page.document.lines
        moved = [renumber(line, line.number + before) for line in lines] if before else lines
        documents.append(replace(page.document, lines=tuple(gather_monotony(moved))))
        before += len(lines)
    return Reading(tuple(documents), tuple(problems), form="html")


def _shape(document: Document) -> Document:
    """Return a document with what the marks of plain text say of the lines without a shape."""
    lines = tuple(cut_glued(find_shapes(drop_signatures(drop_link_numbers(document.lines)))))
    return replace(document, lines=lines if document.is_single else read_fields(lines))


def _number(decoded: Decoded) -> Document:
    lines = list(map(RawLine, count(1), decoded.lines))
    for index in find_page_breaks(decoded.text):
        if not lines[index].text:
            lines[index] = replace(lines[index], verdict=TURN)
    return Document(tuple(gather_monotony(lines)))
