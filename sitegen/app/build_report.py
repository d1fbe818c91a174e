"""What a build did, as values."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sitegen.app.files import Mark
from sitegen.model.output import DrawnFile
from sitegen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What the seeds brought, and what became of content/.

    ``new`` and ``updated`` count articles; ``duplicates`` the copies that pages hold beyond the
    first; ``edited`` the pages and digests that stay as a person left them. ``written`` has the
    mark of each file of content/ that was written.
    """

    seeds: int
    articles: int
    new: int
    updated: int
    duplicates: int
    edited: int
    written: Mapping[str, Mark]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class OutputReport:
    """How many files were written, left alone and removed, and which ones are not ours.

    ``drawn`` is what the drafts of the site gave, by their keys: for the next build to know.
    """

    written: int
    unchanged: int
    removed: int
    problems: tuple[Problem, ...]
    drawn: Mapping[bytes, tuple[DrawnFile, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did; a half that did not run is None. Problems are sorted, each told once."""

    ingest: IngestReport | None
    output: OutputReport | None
    problems: tuple[Problem, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What a build that has nothing to do says again."""

    seeds: int
    articles: int
    duplicates: int
    edited: int
    files: int
    problems: tuple[Problem, ...]


def make_report(
    ingest: IngestReport | None,
    output: OutputReport | None,
    problems: Iterable[Problem],
    started: float,
) -> BuildReport:
    """Return the report of work that ends now."""
    seconds = time.perf_counter() - started
    return BuildReport(ingest, output, tuple(sorted(set(problems))), seconds)


def sum_up(ingest: IngestReport, output: OutputReport, problems: tuple[Problem, ...]) -> LastBuild:
    """Return what is to be said if the next build has nothing to do."""
    return LastBuild(
        seeds=ingest.seeds,
        articles=ingest.articles,
        duplicates=ingest.duplicates,
        edited=ingest.edited,
        files=output.written + output.unchanged,
        problems=problems,
    )


def repeat_report(last: LastBuild, notes: Iterable[Problem], started: float) -> BuildReport:
    """Return the report of a build that had nothing to do."""
    ingest = IngestReport(
        seeds=last.seeds,
        articles=last.articles,
        new=0,
        updated=0,
        duplicates=last.duplicates,
        edited=last.edited,
        written={},
        removed=(),
        problems=(),
    )
    output = OutputReport(written=0, unchanged=last.files, removed=0, problems=())
    return make_report(ingest, output, (*last.problems, *notes), started)
