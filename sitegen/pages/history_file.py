"""Write what changed in an article as a Markdown file, and read it back.

The law: reading what was written gives the same history, if its slug is the name of the file, its
id is not empty, neighbouring changes differ in moment or hand, and no text is empty.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sitegen.model.content import ContentFile, HistoryRead
from sitegen.model.history import Change, History
from sitegen.model.problem import Problem
from sitegen.pages.content_text import list_mistakes, open_content, warn_of_unknown, write_content
from sitegen.pages.fields import Fields
from sitegen.pages.front_matter import Scalar

_BODY = """\
# What has changed in this article

The page of the article shows these changes.
Take out what it should not show: this file is left alone from then on.
"""


def write_history(history: History) -> str:
    """Return the file of a history, to be stored as UTF-8."""
    rows = tuple(row for change in history.changes for row in _list_rows(change))
    return write_content({"id": history.id, "changes": rows, "text": history.text}, _BODY)


def read_history(file: ContentFile) -> HistoryRead:
    """Return the history that a file of content/changes/ holds; never raise."""
    text = open_content(file)
    if isinstance(text, Problem):
        return HistoryRead(None, (text,))
    fields = text.fields
    id_ = fields.require_text("id", "the id of the article's page")
    rows = [_read_row(row) for row in fields.take_rows("changes")]
    seen = fields.take_texts("text")
    if mistakes := list_mistakes(text):
        return HistoryRead(None, mistakes)
    groups = groupby(rows, key=lambda row: (row.moment, row.is_by_hand))
    changes = tuple(_join(list(group)) for _, group in groups)
    return HistoryRead(
        History(text.stem, id_, changes, seen, text.is_edited), warn_of_unknown(text)
    )


def _list_rows(change: Change) -> Iterator[dict[str, Scalar]]:
    """Yield a row for each sentence."""
    begin: dict[str, Scalar] = {"moment": change.moment}
    begin |= {"by_hand": True} if change.is_by_hand else {}
    if not (change.new or change.gone or change.removed):
        yield begin
    yield from ({**begin, "new": sentence} for sentence in change.new)
    yield from ({**begin, "gone": sentence} for sentence in change.gone)
    yield from ({**begin, "removed": digest} for digest in change.removed)


def _read_row(row: Fields) -> Change:
    return Change(
        moment=row.require_moment("moment", "when it changed, such as 2024-06-14T12:00:00Z"),
        is_by_hand=row.take_bool("by_hand"),
        new=tuple(filter(None, [row.take_text("new")])),
        gone=tuple(filter(None, [row.take_text("gone")])),
        removed=tuple(filter(None, [row.take_text("removed")])),
    )


def _join(rows: Sequence[Change]) -> Change:
    """Return as one change what stands in rows of one sentence each."""
    return replace(
        rows[0],
        new=tuple(sentence for row in rows for sentence in row.new),
        gone=tuple(sentence for row in rows for sentence in row.gone),
        removed=tuple(digest for row in rows for digest in row.removed),
    )
