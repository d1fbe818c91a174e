"""The kinds of pages of a site, and where one of each is."""

from pathlib import Path

# By what finds them in the output.
KINDS = {
    "front": "index.html",
    "article": "articles/*/index.html",
    "story": "stories/*/index.html",
    "stories": "stories/index.html",
    "tag": "tags/*/index.html",
    "tags": "tags/index.html",
    "source": "sources/*/index.html",
    "sources": "sources/index.html",
    "day": "digest/????-??-??/index.html",
    "week": "digest/????-W??/index.html",
    "digests": "digest/index.html",
    "year": "archive/index.html",
    "month": "archive/????/??/index.html",
    "undated": "undated/index.html",
    "search": "search/index.html",
    "feeds": "feeds/index.html",
    "about": "about/made/index.html",
    "own": "boats/index.html",
}


def find_page(kind: str, output: Path) -> Path:
    """Return the largest page of a kind; what is no kind is the name of an article."""
    pattern = KINDS.get(kind) or f"articles/{kind}/index.html"
    return min(output.glob(pattern), key=lambda path: (-path.stat().st_size, path))
