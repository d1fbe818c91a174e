"""Layouts of feeds: press databases, editing systems, agencies, mailing lists."""

from tests.quality.labelled.layouts_text import american_date, body, long_date
from tests.quality.labelled.seedbook import SeedBook
from tests.quality.labelled.sources import Article


def database(book: SeedBook, articles: list[Article]) -> None:
    for number, article in enumerate(articles, 1):
        book.rest(f"Article {number} of {len(articles)}", "")
        book.begin(article)
        book.title(article.title)
        book.blank()
        agency = article.agency or "Unknown"
        book.facts(agency, agency=article.agency)
        if article.date:
            book.facts(f"{american_date(article.date)} 06:12 GMT", date=article.date)
        book.noise("SECTION: NEWS; Pg. " + str(number + 3))
        words = sum(len(block.text.split()) for block in article.blocks)
        book.noise(f"LENGTH: {words} words")
        if article.by:
            book.facts(f"BYLINE: {article.by}", byline=article.by)
        book.blank()
        body(book, article)
        book.blank()
        book.noise("LANGUAGE: ENGLISH")
        book.noise(f"(c) {agency}. Reproduced under licence by Clerestory Press Index")
        book.blank(2)


def with_address(book: SeedBook, articles: list[Article]) -> None:
    for number, article in enumerate(articles):
        if number:
            book.blank(2)
        book.begin(article)
        year, month, _ = (article.date or "2025-01-01").split("-")
        book.facts(f"https://www.halyardnews.example/{year}/{month}/{article.name}.html")
        book.title(article.title)
        book.dek(article)
        for text, tail in article.captions:
            book.caption(text, tail, f"{text} | {tail}")
        body(book, article, gap=0)


def key_value(book: SeedBook, articles: list[Article]) -> None:
    for number, article in enumerate(articles):
        if number:
            book.blank()
        book.begin(article)
        book.title(f"Title: {article.title}")
        if article.by:
            book.facts(f"Author: {article.by}", byline=article.by)
        if article.date:
            book.facts(f"Date: {article.date}T09:30:00Z", date=article.date)
        if article.agency:
            book.facts(f"Source: {article.agency}", agency=article.agency)
        book.noise("Body:")
        body(book, article)


def wire(book: SeedBook, articles: list[Article]) -> None:
    """As an agency's own feed: slug, advisory line, sign-off."""
    for article in articles:
        book.rest(f"BC-{article.name.upper()[:18]}, 1st Ld")
        book.begin(article)
        book.title(article.title)
        book.noise("Eds: UPDATES with reaction. ADDS byline. Photos moving.")
        if article.by:
            book.facts(f"By {article.by.upper()}", byline=article.by)
        for block in article.blocks:
            if block.heading:
                book.heading(block)
            elif block.is_row:
                book.paragraph(block, "   " + "   |   ".join(block.cells))
            else:
                book.paragraph(block, "    " + block.raw)
        if article.by:
            book.facts(f"(Reporting by {article.by}; Editing by Wendel Oake)")
        book.rest("ENDS", "")


def digest(book: SeedBook, articles: list[Article]) -> None:
    """A mailing list's digest: a table of contents, then messages with headers."""
    book.rest(
        "Skarrow-Press Digest, Vol 41, Issue 7",
        "",
        "Send submissions to skarrow-press@lists.example",
        "To be taken off the list, write to the same address with the word OUT.",
        "",
        "Today's Topics:",
        "",
    )
    for number, article in enumerate(articles, 1):
        book.rest(f"   {number}. {article.title} ({article.by or article.agency})")
    book.rest("", "-" * 70, "")
    for number, article in enumerate(articles, 1):
        book.rest(f"Message: {number}")
        book.begin(article)
        if article.date:
            book.facts(f"Date: {long_date(article.date)} 08:14 +0000", date=article.date)
        book.facts(f"From: {article.by or article.agency} <desk@lists.example>", byline=article.by)
        book.title(f"Subject: {article.title}")
        book.blank()
        body(book, article)
        book.blank()
        book.rest("", "-" * 30, "")
    book.rest(
        "_" * 47, "skarrow-press mailing list", "End of Skarrow-Press Digest, Vol 41, Issue 7"
    )
