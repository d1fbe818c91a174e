"""Write about tags for people to read in a terminal."""

from collections.abc import Iterator, Sequence
from typing import Any

from sitegen.text.toml_text import quote_text

Values = dict[str, Any]

_MOST_SHOWN = 40


def write_tags(values: Values) -> str:
    """Return the text of what :func:`sitegen.app.tags.list_tags` found."""
    return "\n".join(_write_tags(values))


def _write_tags(values: Values) -> Iterator[str]:
    yield f"tags with a page ({len(values['tags'])})"
    yield from _write_rows(values["tags"])
    yield ""
    yield f"thin tags ({len(values['thin'])}): on articles, fewer than {values['minimum']} of them"
    yield from _write_rows(values["thin"])
    yield ""
    yield from _write_proposals(values["proposals"])


def _write_rows(rows: Sequence[Values]) -> Iterator[str]:
    for row in rows[:_MOST_SHOWN]:
        span = row["first"] if row["first"] == row["last"] else f"{row['first']} to {row['last']}"
        beside = ", ".join(other["tag"] for other in row["with"])
        yield f"{row['articles']:6}  {row['tag']}  ({span}{beside and f'; with {beside}'})"
    if _MOST_SHOWN < len(rows):
        yield f"        and {len(rows) - _MOST_SHOWN} more, shown with --json"


def _write_proposals(proposals: Sequence[Values]) -> Iterator[str]:
    if not proposals:
        yield "no two names look like one"
        return
    yield f"names that may be one ({len(proposals)})"
    for one in proposals[:_MOST_SHOWN]:
        written, meant = one["articles"]
        yield f"  {one['written']} ({written}) may be {one['meant']} ({meant}): {one['reason']}"
    if _MOST_SHOWN < len(proposals):
        yield f"  and {len(proposals) - _MOST_SHOWN} more, shown with --json"
    yield ""
    yield "Nothing was changed. What is one, and nothing else, paste into sitegen.toml:"
    yield ""
    yield "[tags.aliases]"
    for one in proposals[:_MOST_SHOWN]:
        yield f"{quote_text(one['written'])} = {quote_text(one['meant'])}"
