"""The build that has nothing to do: noted by one that read everything, answered without reading."""

import time
from argparse import Namespace
from dataclasses import asdict

from sitegen.app.build_report import BuildReport, LastBuild, repeat_report, sum_up
from sitegen.app.glance import Glance, look, note, recall
from sitegen.app.site_folder import open_site
from sitegen.model.problem import Problem


def repeat_build(arguments: Namespace) -> BuildReport | None:
    """Return the report of a build that has nothing to do; None if it may have something.

    Raise UsageError.
    """
    started = time.perf_counter()
    if not _may_repeat(arguments):
        return None
    try:
        values = recall(arguments)
        if not isinstance(values, dict):
            return None
        problems = tuple(Problem(**problem) for problem in values.pop("problems"))
        return repeat_report(LastBuild(**values, problems=problems), (), started)
    except (TypeError, KeyError):  # written by somebody else
        return None


def look_before(arguments: Namespace) -> Glance | None:
    """Look at the site before a build that may turn out to have nothing to do."""
    has_cache = (open_site(arguments.source, None, None).cache / "cache.sqlite").exists()
    return look(arguments) if _may_repeat(arguments) and has_cache else None


def note_build(arguments: Namespace, glance: Glance | None, report: BuildReport) -> None:
    """Note the report of a build that has read everything and changed nothing."""
    ingest, output = report.ingest, report.output
    if glance is None or ingest is None or output is None:
        return
    if not (ingest.written or ingest.removed or output.written or output.removed):
        note(arguments, glance, asdict(sum_up(ingest, output, report.problems)))


def _may_repeat(arguments: Namespace) -> bool:
    is_plain = not (arguments.verify or arguments.no_cache or arguments.timings)
    return is_plain and bool(arguments.command == "build")
