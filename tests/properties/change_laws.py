"""What one more article may change on a site, and what else was touched."""

import json
import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

# Lists that each article is in, and what machines read of the whole site.
LISTS = re.compile(
    r"(index\.html|page/\d+/index\.html|(tags|sources|stories|digest|archive|feeds)/index\.html"
    r"|archive/\d+/\d+/index\.html|(digest/)?(rss\.xml|atom\.xml|feed\.json)|feeds\.opml"
    r"|feeds/archive/.*|sitemap\.xml|llms\.txt|search/.*|\.sitegen-manifest|404\.html)"
)

Stamps = Mapping[str, tuple[int, bytes]]


def stamp_tree(folder: Path) -> Stamps:
    """Return the time and the bytes of each file."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in files
    }


def list_touched(before: Stamps, after: Stamps) -> set[str]:
    """Return the files that are new, gone, or have other bytes or another time."""
    return {path for path in {*before, *after} if before.get(path) != after.get(path)}


def list_unasked(before: Stamps, after: Stamps) -> list[str]:
    """Return the files that changed and have nothing to do with the articles that are new.

    An article is a neighbour if its page leads to a new one, or has one of its tags: with one
    more article a tag may have a page that had none.
    """
    new = [
        json.loads(data)
        for path, (_, data) in after.items()
        if path.startswith("articles/") and path.endswith("/article.json") and path not in before
    ]
    slugs = {article["url"].rstrip("/").rpartition("/")[2] for article in new}
    names = {name for article in new for name in _list_names(article)}
    # The page of a new day or month stands between two others.
    names |= {path.split("/")[-2] for path in after.keys() - before if path.count("/") > 1}
    return sorted(
        path
        for path in list_touched(before, after)
        if not LISTS.fullmatch(path)
        and not _is_about(path, slugs)
        # The newest few hundred have cards, so one falls out where one comes.
        and not (path.endswith("/card.png") and path not in after)
        and not _says(after.get(path, (0, b""))[1], {*slugs, *names})
    )


def _list_names(article: Mapping[str, object]) -> Iterable[str]:
    tags = article.get("tags")
    yield from (str(tag) for tag in tags) if isinstance(tags, list) else ()


def _is_about(path: str, slugs: set[str]) -> bool:
    return any(f"/{slug}/" in path or f"/{slug}." in path for slug in slugs)


def _says(data: bytes, words: set[str]) -> bool:
    """Tell whether a file says one of some words; of a book, one of the files in it."""
    if data.startswith(b"PK"):
        with ZipFile(BytesIO(data)) as book:
            return any(_says(book.read(name), words) for name in book.namelist())
    return any(word.encode() in data for word in words)
