"""Hand-written seeds: the file as it is, with a mark before every line that is no paragraph.

``~A group kind=base event=x`` opens an article and is no line of the seed; so are ``~M key=value``
(a fact that the label states), ``~L layout`` and ``~I group:kind`` (the body of an article).
``~T ~D ~H ~C ~K ~F ~N ~B ~X ~Q`` and ``~P`` give a line's role; ``~T+ ~P+`` go on with the one
before. A line without a mark is a paragraph. ``‖`` ends a caption's words.
"""

import re
import shlex
from pathlib import Path

from tests.quality.labelled.layouts_text import body
from tests.quality.labelled.seedbook import LISTS, SeedBook
from tests.quality.labelled.sources import Article, Block, altered, bare_credit

MARKED = re.compile(r"~([A-Z])(\+?)(?: (.*))?$")


def read_hand_file(path: Path, articles: dict[str, Article]) -> SeedBook:
    """Read a marked file; its name without ``.txt`` ends in the seed's own ending if it has one."""
    book = SeedBook(path.name, path.stem, origin="hand")
    for line in path.read_text("utf-8").rstrip("\n").split("\n"):
        if not line.strip():
            book.blank()
            continue
        found = MARKED.match(line)
        if found is None:
            book.paragraph(Block(line))
        else:
            _take(book, found[1], found[2], found[3] or "", articles)
    return book


def _take(book: SeedBook, mark: str, more: str, line: str, articles: dict[str, Article]) -> None:
    if mark == "L":
        book.layout = line
    elif mark == "A":
        _open(book, line)
    elif mark == "M":
        key, _, value = line.partition("=")
        book.label[key] = value == "true" if key == "truncated" else value
    elif mark == "I":
        group, _, kind = line.partition(":")
        article = altered(articles[group], kind or "base")
        book.label["truncated"] = article.truncated
        body(book, article)
    elif more:
        _go_on(book, mark, line)
    else:
        _put(book, mark, line)


def _open(book: SeedBook, line: str) -> None:
    name, *options = shlex.split(line)
    known = dict(option.split("=", 1) for option in options)
    book.begin(
        Article(
            name,
            "",
            (),
            kind=known.get("kind", "base"),
            event=known.get("event"),
            version=known.get("version"),
        )
    )


def _go_on(book: SeedBook, mark: str, line: str) -> None:
    """Join a line to the item before it: with a space, save before closing punctuation."""
    word = line.strip()
    space = "" if re.match(r"[,.;:?!)’”]", word) else " "
    if mark == "T":
        book.label["title"] += space + word
    elif mark == "C":
        book.label["captions"][-1] += space + word
    else:
        book.label[LISTS[mark]][-1] += space + word
    book.put(line, mark)
    book.roles[-1] += "+"


def _put(book: SeedBook, mark: str, line: str) -> None:
    if mark == "P":
        book.paragraph(Block(line))
    elif mark == "H":
        book.heading(Block(line, heading=True))
    elif mark == "B":
        book.rest(line)
    elif mark == "C":
        text, _, tail = line.partition("‖")
        book.caption(text.strip(), tail, line.replace("‖", ""))
    elif mark in "NF":
        (book.noise if mark == "N" else book.facts)(line)
    else:
        _put_single(book, mark, line)


def _put_single(book: SeedBook, mark: str, line: str) -> None:
    words = " ".join(line.split())
    if mark == "T":
        if not book.label["title"]:
            book.label["title"] = words
        book.title(line)
    elif mark == "D":
        book.label["dek"] = words
        book.put(line, "D")
    elif mark == "X":
        book.label["correction"] = words
        book.put(line, "X")
    elif mark == "Q":
        book.label["pull_quotes"].append(words)
        book.put(line, "Q")
    else:
        book.label["caption_credits"][-1] = bare_credit(line)
        book.put(line, "K")
