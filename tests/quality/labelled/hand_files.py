"""Hand-written seeds: the file as it is, with a mark before every line that is no paragraph.

``~A group kind=base event=x`` opens an article and is no line of the seed; so are ``~M key=value``
(a fact that the label states), ``~L layout`` and ``~I group:kind`` (the body of an article;
``tight`` after it: without blank lines).
``~T ~D ~H ~C ~K ~F ~N ~B ~X ~Q`` and ``~P`` give a line's role; ``~T+ ~P+`` go on with the one
before; ``~J`` is a credit that stands above its caption. A line without a mark is a paragraph.
``‖`` ends a caption's words. What stands between ``⸨`` and ``⸩`` is in the seed and in no label:
the number of a link, the hyphen of a broken word.
In a page of HTML a line without a mark is bare markup.
"""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

from tests.quality.labelled import pages
from tests.quality.labelled.layouts_text import body
from tests.quality.labelled.seedbook import LISTS, SeedBook, squash
from tests.quality.labelled.sources import Article, Block, altered, bare_credit

MARKED = re.compile(r"~([A-Z])(\+?)(?: (.*))?$")
_UNSAID = re.compile("⸨[^⸩]*⸩")
_BRACKETS = str.maketrans("", "", "⸨⸩")


def read_hand_file(path: Path, articles: dict[str, Article]) -> SeedBook:
    """Read a marked file; its name without ``.txt`` ends in the seed's own ending if it has one."""
    name = path.name
    if name.endswith((".html.txt", ".md.txt", ".jsonl.txt")):
        name = name.removesuffix(".txt")
    book = SeedBook(name, path.stem, origin="hand", words=_words_for(name))
    for line in path.read_text("utf-8").rstrip("\n").split("\n"):
        if not line.strip():
            book.blank()
            continue
        found = MARKED.match(line)
        if found is None and name.endswith((".html", ".jsonl")):
            book.lines.append(line)
        elif found is None:
            _put(book, "P", line)
        else:
            _take(book, found[1], found[2], found[3] or "", articles)
    book.lines = [line.translate(_BRACKETS) for line in book.lines]
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
        item, _, tight = line.partition(" ")
        group, _, kind = item.partition(":")
        article = altered(articles[group], kind or "base")
        book.label["truncated"] = article.truncated
        _include(book, article, gap=0 if tight else 1)
    elif more:
        _go_on(book, mark, line)
    else:
        _put(book, mark, line)


def _words_for(name: str) -> Callable[[str], str]:
    if name.endswith(".html"):
        return pages.words_of_html
    return pages.words_of_markdown if name.endswith(".md") else _squash_said


def _squash_said(line: str) -> str:
    return squash(_UNSAID.sub("", line))


def _include(book: SeedBook, article: Article, gap: int) -> None:
    if book.name.endswith(".txt"):
        body(book, article, gap=gap)
        return
    markup = pages.html_of_block if book.name.endswith(".html") else pages.markdown_of_block
    for block in article.blocks:
        line = markup(block)
        if book.name.endswith(".md"):
            book.blank()
        if block.heading:
            book.heading(block, line)
        else:
            book.paragraph(block, line)


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
    word = book.words(line)
    is_close = re.match(r"[,.;:?!)’”]", word) or book.lines[-1].endswith("-⸩")
    space = "" if is_close else " "
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
        book.paragraph(Block(book.words(line)), line)
    elif mark == "H":
        book.heading(Block(book.words(line), heading=True), line)
    elif mark == "B":
        book.rest(line)
    elif mark == "C":
        text, _, tail = line.partition("‖")
        book.caption(book.words(text), book.words(tail) or book.above, line.replace("‖", ""))
        book.above = ""
    elif mark == "J":
        book.above = book.words(line)
        book.put(line, "K")
    elif mark in "NF":
        (book.noise if mark == "N" else book.facts)(line)
    else:
        _put_single(book, mark, line)


def _put_single(book: SeedBook, mark: str, line: str) -> None:
    words = book.words(line)
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
        book.label["caption_credits"][-1] = bare_credit(words)
        book.put(line, "K")
