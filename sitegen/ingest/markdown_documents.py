"""Cut a Markdown file into its documents, which have a front matter each."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sitegen.ingest.document import Document, renumber
from sitegen.ingest.markdown_file import read_markdown
from sitegen.ingest.markdown_front import find_further_fronts
from sitegen.model.problem import Problem


def read_markdown_documents(
    lines: Sequence[str], place: str
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return the documents of a file: each further front matter with a title begins one."""
    starts = [0, *find_further_fronts(lines)]
    documents: list[Document] = []
    problems: list[Problem] = []
    for start, end in pairwise([*starts, len(lines)]):
        document, faults = read_markdown(lines[start:end], place)
        moved = (renumber(line, line.number + start) for line in document.lines)
        documents.append(replace(document, lines=tuple(moved)) if start else document)
        problems += faults
    return tuple(documents), tuple(problems)
