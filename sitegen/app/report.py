"""Tell what a build did: as text for people, as one JSON object for machines."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sitegen.app.build_report import BuildReport, IngestReport, OutputReport
from sitegen.app.stopwatch import Timing
from sitegen.model.problem import Problem, Severity
from sitegen.text.normalize import show_controls

NUMBER = re.compile(r"[0-9]+")
_VALUE = re.compile(r"""'[^']*'|"[^"]*"|[0-9]+""")  # what a file has in its own way
_LINE = re.compile(r":[0-9]{1,18}$")
_SHOWN = 1_000  # characters of a message
_MOST_PLACES = 20  # that are told of one finding
_SEVERITIES: tuple[Severity, ...] = ("error", "quarantined", "warning", "note")


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
    for problem in sort_problems(problems):
        if with_notes or problem.severity != "note":
            told = f"{problem.place}: {problem.severity}: {problem.message}"
            yield show_controls(_shorten(told))


def write_briefly(problems: Iterable[Problem], *, is_verbose: bool) -> Iterator[str]:
    """Yield what a build has to tell: without ``-v`` no notes, and the first of many alike."""
    if is_verbose:
        return write_problems(problems, with_notes=True)
    return write_problems(
        cut_repetitions(problems, _MOST_PLACES, "shown with -v", _VALUE), with_notes=False
    )


def cut_repetitions(
    problems: Iterable[Problem], most: int, where: str, open_: re.Pattern[str]
) -> Iterator[Problem]:
    """Yield the first places of each finding, so many at ``most``.

    The last of them says how many more there are, and ``where`` they are told. One wrong line in a
    template is in ten thousand pages, and what a scraper forgets is missing from all of its files.
    Findings are one that differ in what ``open_`` matches.
    """
    problems = sort_problems(problems)
    keys = [(problem.severity, open_.sub("0", problem.message)) for problem in problems]
    counts = Counter(keys)
    shown: Counter[tuple[Severity, str]] = Counter()
    for key, problem in zip(keys, problems, strict=True):
        shown[key] += 1
        more = counts[key] - most
        if shown[key] == most and more:
            note = f"{problem.message} (and {count(more, 'more place')}, {where})"
            yield replace(problem, message=note)
        elif shown[key] <= most:
            yield problem


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems the gravest first, then by their files, then by lines."""
    return sorted(problems, key=_order)


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
            f"{count(report.output.written, 'file')} written, "
            f"{report.output.unchanged} unchanged, {report.output.removed} removed"
        )
    notes = sum(problem.severity == "note" for problem in report.problems)
    hint = f" ({count(notes, 'note')}, shown with -v)" if notes and not with_notes else ""
    return f"{'; '.join(parts)}; {report.seconds:.1f} s{hint}"


def write_timings(timings: Iterable[Timing]) -> Iterator[str]:
    r"""Yield a line for each part of a build that took time, and the sum.

    >>> timings = [Timing("reading files", 0.25, 1), Timing("reading seeds", 1, 27)]
    >>> print("\n".join(write_timings(timings)))
       0.250 s  reading files
       1.000 s  reading seeds (27)
       1.250 s  in all
    """
    total = 0.0
    for timing in timings:
        total += timing.seconds
        often = f" ({timing.count:,})" if timing.count > 1 else ""
        yield f"{timing.seconds:8.3f} s  {timing.name}{often}"
    if total:
        yield f"{total:8.3f} s  in all"


def describe_timings(timings: Iterable[Timing]) -> dict[str, Any]:
    """Return timings as values for JSON; nothing where nobody asked for them."""
    rows = [
        {"name": timing.name, "seconds": round(timing.seconds, 6), "count": timing.count}
        for timing in timings
    ]
    return {"timings": rows} if rows else {}


def _write_ingest(ingest: IngestReport, problems: Iterable[Problem]) -> str:
    quarantined = {
        _LINE.sub("", problem.place) for problem in problems if problem.severity == "quarantined"
    }
    edited = f", {count(ingest.edited, 'edited page')} kept" if ingest.edited else ""
    return (
        f"{count(ingest.articles, 'article')} in {count(ingest.seeds, 'seed')}: "
        f"{ingest.new} new, {ingest.updated} updated, "
        f"{count(ingest.duplicates, 'duplicate')} merged, {len(quarantined)} quarantined{edited}"
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


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "seed"), count(2, "seed")
    ('1 seed', '2 seeds')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
