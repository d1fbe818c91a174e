"""Tell what ``merge`` and ``split`` did."""

from typing import Any

from sitegen.app.overrule import Overruling
from sitegen.app.report import describe_build
from sitegen.model.page import Page


def write_overruling(command: str, done: Overruling) -> str:
    """Return what was done and what to do next, for people."""
    kept, other = _file(done.kept), _file(done.other)
    if command == "merge":
        first = f"{other} is part of {kept} now; its address leads there"
    else:
        first = f"{other} is an article of its own now; it is kept apart from {kept}"
    count = len(done.report.ingest.written) if done.report.ingest else 0
    files = "1 file" if count == 1 else f"{count} files"
    last = f"{files} of content/ written; run 'sitegen build' to publish"
    return "\n".join((first, *(f"note: {remark}" for remark in done.remarks), last))


def describe_overruling(command: str, done: Overruling) -> dict[str, Any]:
    """Return what was done as values for JSON."""
    names = ("kept", "merged") if command == "merge" else ("kept", "split")
    pages = dict(zip(names, map(_describe_page, (done.kept, done.other)), strict=True))
    return {command: pages | {"remarks": list(done.remarks)}} | describe_build(done.report)


def _describe_page(page: Page) -> dict[str, str]:
    return {"id": page.id, "slug": page.slug, "file": _file(page), "title": page.title}


def _file(page: Page) -> str:
    return f"content/articles/{page.slug}.md"
