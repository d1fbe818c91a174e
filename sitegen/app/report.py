"""Tell what a build did: as text for people, as one JSON object for machines."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.app.build import BuildReport, IngestReport
from sitegen.app.output import OutputReport
from sitegen.model.problem import Problem, Severity
from sitegen.text.normalize import show_controls

_LINE = re.compile(r":[0-9]{1,18}$")
_SHOWN = 1_000  # characters of a message
_SEVERITIES: tuple[Severity, ...] = ("quarantined", "warning", "note")


def find_exit_status(problems: Iterable[Problem], *, is_strict: bool) -> int:
    """Return 0 for a clean build, 3 where something was quarantined.

    A strict build gives 1 for that, and for a warning.
    """
    severities = {problem.severity for problem in problems}
    if is_strict:
        return int(bool(severities & {"quarantined", "warning"}))
    return 3 if "quarantined" in severities else 0


def describe_build(report: BuildReport) -> dict[str, Any]:
    """Return the report as values for JSON."""
    return {
        "ingest": report.ingest and _describe_ingest(report.ingest),
        "publish": report.output and _describe_output(report.output),
        "problems": describe_problems(report.problems),
        "seconds": round(report.seconds, 3),
    }


def describe_problems(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Return problems as values for JSON."""
    return [
        {"place": problem.place, "severity": problem.severity, "message": problem.message}
        for problem in problems
    ]


def rank(names: Iterable[str]) -> dict[str, int]:
    """Return how often each name comes, the most frequent first.

    >>> rank(["b", "a", "b", "c"])
    {'b': 2, 'a': 1, 'c': 1}
    """
    counts = Counter(names)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _shorten(text: str) -> str:
    """Return a text that fits a screen; what is left out is in the middle, as the end tells most.

    >>> len(_shorten("a" * 5_000_000))
    1001
    """
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN // 2]}…{text[-_SHOWN // 2 :]}"


def write_problems(problems: Iterable[Problem], *, with_notes: bool) -> Iterator[str]:
    """Yield a line for each problem, the gravest first."""
    for problem in sorted(problems, key=_order):
        if with_notes or problem.severity != "note":
            told = f"{problem.place}: {problem.severity}: {problem.message}"
            yield show_controls(_shorten(told))


def _order(problem: Problem) -> tuple[int, str, int, Problem]:
    """Return what problems are sorted by: within a file, by the number of the line."""
    line = _LINE.search(problem.place)
    number = int(line[0][1:]) if line else 0
    return _SEVERITIES.index(problem.severity), _LINE.sub("", problem.place), number, problem


def write_summary(report: BuildReport, *, with_notes: bool) -> str:
    """Return the one line that says what came in and what went out.

    Where the notes are not shown, it says that there are some.
    """
    parts = []
    if report.ingest:
        parts.append(_write_ingest(report.ingest, report.problems))
    if report.output:
        parts.append(
            f"{_count(report.output.written, 'file')} written, "
            f"{report.output.unchanged} unchanged, {report.output.removed} removed"
        )
    notes = sum(problem.severity == "note" for problem in report.problems)
    hint = f" ({_count(notes, 'note')}, shown with -v)" if notes and not with_notes else ""
    return f"{'; '.join(parts)}; {report.seconds:.1f} s{hint}"


def _write_ingest(ingest: IngestReport, problems: Iterable[Problem]) -> str:
    quarantined = {
        _LINE.sub("", problem.place) for problem in problems if problem.severity == "quarantined"
    }
    edited = f", {_count(ingest.edited, 'edited page')} kept" if ingest.edited else ""
    return (
        f"{_count(ingest.articles, 'article')} in {_count(ingest.seeds, 'seed')}: "
        f"{ingest.new} new, {ingest.updated} updated, "
        f"{_count(ingest.duplicates, 'duplicate')} merged, {len(quarantined)} quarantined{edited}"
    )


def _describe_ingest(ingest: IngestReport) -> Mapping[str, object]:
    return {
        "seeds": ingest.seeds,
        "articles": ingest.articles,
        "new": ingest.new,
        "updated": ingest.updated,
        "duplicates": ingest.duplicates,
        "edited": ingest.edited,
        "written": sorted(ingest.written),
        "removed": list(ingest.removed),
    }


def _describe_output(output: OutputReport) -> Mapping[str, int]:
    return {
        "files": output.written + output.unchanged,
        "written": output.written,
        "unchanged": output.unchanged,
        "removed": output.removed,
    }


def _count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> _count(1, "seed"), _count(2, "seed")
    ('1 seed', '2 seeds')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
