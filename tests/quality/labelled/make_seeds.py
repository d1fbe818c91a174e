"""Make ``seeds/``, ``labels.jsonl`` and ``files.jsonl`` anew from articles, layouts and hand files.

python -m tests.quality.labelled.make_seeds [FOLDER]
"""

import gzip
import json
import sys
from pathlib import Path

import tests.quality.labelled.layouts_feeds as feeds
import tests.quality.labelled.layouts_text as text
import tests.quality.labelled.layouts_web as web
from tests.quality.labelled import pages
from tests.quality.labelled.hand_files import read_hand_file
from tests.quality.labelled.plan import PLAN
from tests.quality.labelled.seedbook import SeedBook
from tests.quality.labelled.sources import Article, altered, read_articles

HERE = Path(__file__).parent


def main(target: Path) -> None:
    articles = read_articles(HERE / "articles")
    books = [_make(name, layout, items, articles) for name, layout, items in PLAN]
    books += [read_hand_file(path, articles) for path in sorted((HERE / "hand").glob("*.txt"))]
    labels: list[str] = []
    records: list[str] = []
    for book in sorted(books, key=lambda book: book.name):
        book.finish()
        _write(target / "seeds" / book.name, book.text())
        labels += [json.dumps(label, ensure_ascii=False) for label in book.labels]
        records.append(book.record())
    (target / "labels.jsonl").write_text("\n".join(labels) + "\n", "utf-8")
    (target / "files.jsonl").write_text("\n".join(records) + "\n", "utf-8")


def _make(name: str, layout: str, items: str, articles: dict[str, Article]) -> SeedBook:
    book = SeedBook(name, layout)
    chosen = []
    for item in items.split():
        group, _, kind = item.partition(":")
        chosen.append(altered(articles[group], kind or "base"))
    _layout(layout)(book, chosen)
    return book


def _layout(name: str) -> text.Layout:
    if name.startswith("ruled "):
        return text.ruled(name.removeprefix("ruled "))
    for module in (text, feeds, web, pages):
        if hasattr(module, name):
            found: text.Layout = getattr(module, name)
            return found
    message = f"no layout {name}"
    raise ValueError(message)


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(content.encode("utf-8"), mtime=0))
    else:
        path.write_text(content, "utf-8", newline="")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
