"""Layouts of plain text: how a site's page, a database or a mailing list sets an article."""

import re
import textwrap
from collections.abc import Callable

from tests.quality.labelled.seedbook import SeedBook
from tests.quality.labelled.sources import Article, Block

Layout = Callable[[SeedBook, list[Article]], None]
NAMES = re.compile(r"(?<=[a-z,] )([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)")
MONTHS = "January February March April May June July August September October November December"


def long_date(stamp: str) -> str:
    year, month, day = stamp.split("-")
    return f"{int(day)} {MONTHS.split()[int(month) - 1]} {year}"


def american_date(stamp: str) -> str:
    year, month, day = stamp.split("-")
    return f"{MONTHS.split()[int(month) - 1]} {int(day)}, {year}"


def body(book: SeedBook, article: Article, *, gap: int = 1, row: str = " | ") -> None:
    """Set the body one line a block, with blank lines between; rows of tables stay together."""
    last: Block | None = None
    for block in article.blocks:
        if last is not None and not (block.is_row and last.is_row):
            book.blank(gap)
        if block.heading:
            book.heading(block)
        elif block.is_row:
            book.paragraph(block, row.join(block.cells))
        else:
            book.paragraph(block)
        last = block


def doubled(book: SeedBook, articles: list[Article]) -> None:
    for number, article in enumerate(articles):
        if number:
            book.blank(3)
        book.begin(article)
        for again in (False, True):
            book.title(article.title)
            book.blank()
            for text, tail in article.captions:
                book.caption(text, tail, f"{text} ({tail.strip('()')})")
                book.caption(text, tail, f"{text} ({tail.strip('()')})")
            if not again:
                book.noise("TT")
                if number % 2:
                    book.noise("20")
            book.blank()
        body(book, article, gap=1 - number % 2)


def plain(book: SeedBook, articles: list[Article]) -> None:
    for number, article in enumerate(articles):
        if number:
            book.blank(3)
        book.begin(article)
        book.title(article.title)
        book.blank()
        book.dek(article)
        if article.by:
            book.facts(f"By {article.by}", byline=article.by)
        for text, tail in article.captions:
            book.blank()
            book.caption(text, tail, f"{text} {tail}")
        book.blank()
        body(book, article)


def ruled(rule: str) -> Layout:
    """Return a layout with this line between articles (and, for END or -30-, after each)."""

    def lay(book: SeedBook, articles: list[Article]) -> None:
        after_each = rule in ("END", "-30-", "###")
        for number, article in enumerate(articles):
            if number and not after_each:
                book.rest(rule, "")
            book.begin(article)
            book.title(article.title)
            if article.date:
                book.facts(american_date(article.date), date=article.date)
            book.blank()
            body(book, article)
            book.blank()
            if after_each:
                book.rest(rule, "", "")

    return lay


def tight(book: SeedBook, articles: list[Article]) -> None:
    for number, article in enumerate(articles):
        if number:
            book.blank()
        book.begin(article)
        book.title(article.title)
        body(book, article, gap=0, row="\t")


def double_spaced(book: SeedBook, articles: list[Article]) -> None:
    for number, article in enumerate(articles):
        if number:
            book.blank(6)
        book.begin(article)
        book.title(article.title)
        book.blank(2)
        if article.by and article.date:
            line = f"{article.by}  |  {long_date(article.date)}"
            book.facts(line, byline=article.by, date=article.date)
            book.blank(2)
        for text, tail in article.captions:
            book.caption(text, tail, f"{text} [{tail.strip('()')}]")
            book.blank(2)
        body(book, article, gap=2)


def wrapped(book: SeedBook, articles: list[Article]) -> None:
    """Lines of 72 columns, as old terminals and mailing lists have them."""
    for number, article in enumerate(articles):
        if number:
            book.blank()
            book.rest("  " + "~ " * 12, "")
        book.begin(article)
        first, *others = textwrap.wrap(article.title, 72)
        book.title(first)
        for line in others:
            book.put(line, "T")
            book.roles[-1] += "+"
        book.blank()
        for block in article.blocks:
            if block.heading:
                book.heading(block)
            elif block.is_row:
                book.paragraph(block, " | ".join(block.cells))
            else:
                book.paragraph(block, *textwrap.wrap(block.raw, 72, break_on_hyphens=False))
            book.blank()


def broken(book: SeedBook, articles: list[Article]) -> None:
    """Text pulled out of a page with a line break at every link: sentences in pieces."""
    for number, article in enumerate(articles):
        if number:
            book.blank(4)
        book.rest("Kessar Telegraph", "Jump to story", "Sign out", "")
        book.begin(article)
        book.title(article.title)
        if article.by:
            book.noise("Words")
            book.facts(article.by, byline=article.by)
        if article.date:
            book.facts(american_date(article.date), date=article.date)
        book.noise("Gift this story", "Aa")
        for text, tail in article.captions:
            book.caption(text, tail, text)
            book.put(tail.strip("()"), "K")
        for block in article.blocks:
            book.blank()
            if block.heading:
                book.heading(block)
            else:
                book.paragraph(block, *_in_pieces(block.raw))
        book.blank()
        book.noise("More from this reporter", "Back to top ↑")


def _in_pieces(raw: str) -> list[str]:
    found = NAMES.search(raw)
    if found is None or raw.startswith("|"):
        return [raw]
    pieces = [raw[: found.start()].rstrip(), found.group(), raw[found.end() :].strip()]
    return [piece for piece in pieces if piece]


def reader_mode(book: SeedBook, articles: list[Article]) -> None:
    for number, article in enumerate(articles):
        if number:
            book.blank(2)
        book.begin(article)
        book.facts("tidelines.example")
        book.title(article.title)
        if article.by:
            book.facts(article.by, byline=article.by)
        words = sum(len(block.text.split()) for block in article.blocks)
        book.noise(f"{max(1, words // 240)}–{max(2, words // 180)} minutes")
        book.blank()
        book.dek(article)
        for text, tail in article.captions:
            book.caption(text, tail, f"{text} {tail}")
            book.blank()
        body(book, article)
