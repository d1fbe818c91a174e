"""What a command has to say."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.app.build_report import BuildReport
from sitegen.app.report import (
    describe_build,
    describe_timings,
    find_exit_status,
    write_briefly,
    write_summary,
    write_timings,
)
from sitegen.app.stopwatch import Timing


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say: ``text`` and ``remarks`` to people, ``values`` to machines."""

    exit_status: int
    text: str
    remarks: tuple[str, ...]
    values: dict[str, object]


def answer_build(
    arguments: Namespace, report: BuildReport, timings: Sequence[Timing] = ()
) -> Answer:
    """Return what to say of a build."""
    lines = [] if arguments.quiet else [write_summary(report, with_notes=arguments.verbose)]
    if arguments.verify and not arguments.quiet:
        lines.append(_write_verified(report))
    return Answer(
        exit_status=find_exit_status(report.problems, is_strict=arguments.strict),
        text="\n".join([*lines, *write_timings(timings)]),
        remarks=list_remarks(arguments, report),
        values=describe_build(report) | describe_timings(timings),
    )


def _write_verified(report: BuildReport) -> str:
    """Say what was compared: what is kept in place of our files has been named, and is not."""
    kept = len(report.output.problems) if report.output else 0
    but = f", but for {kept} of output/ that {'is' if kept == 1 else 'are'} kept" if kept else ""
    return f"verified: a clean build gives the same{but}"


def list_remarks(arguments: Namespace, report: BuildReport) -> tuple[str, ...]:
    """Return a line for each problem that should be told."""
    return tuple(write_briefly(report.problems, is_verbose=arguments.verbose))
