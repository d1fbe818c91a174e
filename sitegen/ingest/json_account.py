"""Account for every line of a file of JSON, whose articles stand in some of them."""

from collections.abc import Sequence

from sitegen.ingest.document import Document, RawLine
from sitegen.ingest.json_article import JsonArticle, JsonFault, make_document
from sitegen.ingest.monotony import gather_verdicts
from sitegen.model.problem import Problem, Severity

_TOLD = 100  # bad objects named one by one; a file with more is bad throughout
_SHOWN = 200  # characters of a line that is no article which are kept
_REST = "rest of JSON"  # the verdict on lines that only belong to what another one has begun


class Account:
    """Documents that together hold every line of a file, in order."""

    def __init__(self, lines: Sequence[str], place: str) -> None:
        """Begin above the first line; ``place`` names the file for the user."""
        self._lines = lines
        self._place = place
        self._told = 0  # lines accounted for
        self._faults = self._warned = 0
        self._unread: list[RawLine] = []  # those since the last article, which are read as one
        self._documents: list[Document] = []
        self._problems: list[Problem] = []

    @property
    def names_faults(self) -> bool:
        """Whether the next fault is named: of files that are bad throughout the first ones are."""
        return self._faults < _TOLD

    def add(self, found: JsonArticle | JsonFault, first: int, last: int) -> None:
        """Account for an article, or what is none, and the lines from the first to the last."""
        if self._told < first - 1:
            self._pass(first - 1)
        if isinstance(found, JsonArticle):
            self._part()
            self._documents.append(make_document(found, self._place, first))
            self._warned += bool(found.problems)
            self._problems += found.problems if self._warned <= _TOLD else ()
        else:
            if self._told < first:
                self._unread.append(RawLine(first, self._show(first), "", found.rule))
            if self.names_faults:
                where = f"{self._place}:{first}"
                self._problems.append(Problem(where, found.message, "quarantined"))
            self._faults += 1
        self._told = max(self._told, first)
        if self._told < last:
            self._pass(last)

    def close(self) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
        """Return the documents and the problems, once all is added."""
        self._pass(len(self._lines))
        self._part()
        if _TOLD < self._faults:
            message = f"{self._faults - _TOLD:,} more objects cannot be read either"
            self._report(f"{message}; mend what wrote the file", "quarantined")
        if _TOLD < self._warned:
            message = f"{self._warned - _TOLD:,} more objects have fields that cannot be used"
            self._report(f"{message}; mend what wrote the file", "warning")
        return tuple(self._documents), tuple(self._problems)

    def _pass(self, last: int) -> None:
        """Account for the lines up to one, in which nothing begins."""
        for number in range(self._told + 1, last + 1):
            text = self._show(number)
            self._unread.append(RawLine(number, text, verdict=_REST if text else ""))
        self._told = max(self._told, last)

    def _part(self) -> None:
        if self._unread:
            self._documents.append(Document(tuple(gather_verdicts(self._unread))))
        self._unread = []

    def _show(self, number: int) -> str:
        line = self._lines[number - 1].strip()
        return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"

    def _report(self, message: str, severity: Severity) -> None:
        self._problems.append(Problem(self._place, message, severity))
