"""The words of a line of HTML or Markdown, and rows of JSON lines."""

import html
import json
import re

from tests.quality.labelled.seedbook import SeedBook
from tests.quality.labelled.sources import Article, Block

TAG = re.compile(r"<[^>]*>")
IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def words_of_html(line: str) -> str:
    return " ".join(html.unescape(TAG.sub("", line)).split())


def words_of_markdown(line: str) -> str:
    """Drop what marks headings, quotes, list items, emphasis and links."""
    plain = LINK.sub(r"\1", IMAGE.sub("", line))
    plain = re.sub(r"\*\*|(?<!\w)[_*](?=\S)|(?<=\S)[_*](?!\w)|\\(?=[*_#])", "", plain)
    return " ".join(re.sub(r"^\s*(?:#+|>|[-*+]|\d+\.)\s+", "", plain).split())


def html_of_block(block: Block) -> str:
    text = html.escape(block.text, quote=False)
    if block.heading:
        return f"<h2>{text}</h2>"
    if block.is_row:
        cells = "".join(f"<td>{html.escape(cell, quote=False)}</td>" for cell in block.cells)
        return f"<table><tr>{cells}</tr></table>"
    if block.raw.startswith("> "):
        return f"<blockquote><p>{text}</p></blockquote>"
    if block.raw.startswith(("- ", "* ", "• ")):
        return f"<ul><li>{text}</li></ul>"
    return f"<p>{text}</p>"


def markdown_of_block(block: Block) -> str:
    if block.heading:
        return f"## {block.text}"
    if block.is_row:
        return f"| {' | '.join(block.cells)} |"
    if block.raw.startswith(("* ", "• ")):
        return f"- {block.text}"
    return block.raw


def json_rows(book: SeedBook, articles: list[Article]) -> None:
    """One row an article; odd rows have their body without blank lines, some lack a field."""
    for number, article in enumerate(articles):
        book.begin(article)
        label = book.label
        known = {"date": article.date, "byline": article.by, "agency": article.agency}
        lines = []
        for block in article.blocks:
            name = "headings" if block.heading else "paragraphs"
            label[name].append(block.text)
            lines.append(" | ".join(block.cells) if block.is_row else block.raw)
        row = {
            "title": article.title,
            "text": ("\n", "\n\n")[number % 2].join(lines),
            "url": f"https://news.example/{article.name}",
            "date": article.date,
            "source": article.agency,
            "lang": "en",
        }
        label.update({key: value for key, value in known.items() if key != "byline" and value})
        if number % 3 == 2:
            del row["lang"]
        book.lines.append(json.dumps(row, ensure_ascii=number % 2 == 1))


def json_rows_with_faults(book: SeedBook, articles: list[Article]) -> None:
    """Rows among which some lines are no article: cut off, without text, of another type."""
    book.lines.append('{"title": "Ferry dues to rise", "text": "The harbour board said on Tu')
    json_rows(book, articles)
    book.lines += [
        '{"title": "No text at all", "url": "https://news.example/none", "date": "2025-02-30"}',
        '{"title": null, "text": "", "url": 17, "date": "yesterday", "source": [], "lang": "en"}',
        "[1, 2, 3]",
        "",
    ]
