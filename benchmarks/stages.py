"""Tell which stage of a build takes which part of its processor time.

Run as a program on a site, it builds that with a stopwatch at each door between the rooms. Unlike
a profiler this slows nothing down: a build goes through some thousand doors, not million calls.
"""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from inspect import isgeneratorfunction
from pathlib import Path
from time import process_time

from benchmarks.measure import CHECKOUT
from sitegen import pipeline
from sitegen.app import build, cli, survey
from sitegen.publish import Renderer

# Where each door is called, and its name there. None of these calls another one.
_DOORS: tuple[tuple[str, object, tuple[str, ...]], ...] = (
    ("read seeds and templates", survey, ("read_seeds",)),
    ("read seeds and templates", build, ("read_theme",)),
    ("ingest: split, clean, mark, assemble", pipeline, ("parse_seed",)),
    ("corpus: summarize each article", pipeline, ("summarize",)),
    ("corpus: compare, merge, tag, relate", pipeline, ("make_pages", "recall_articles")),
    ("pages: read and write content/", survey, ("read_content", "read_record", "plan_changes")),
    ("pages: read and write content/", build, ("apply_changes",)),
    ("publish: plan and views", pipeline, ("plan_site", "list_views")),
    ("publish: Markdown", pipeline, ("render_quickly", "render_markdown")),
    ("publish: templates", Renderer, ("render",)),
    ("publish: feeds, sitemap", pipeline, ("list_feeds", "render_feed", "make_machine_files")),
)
Door = Callable[..., object]
_REST = "start, memo, output/"


def time_stages(site: Path) -> Mapping[str, float]:
    """Build a site in a process of its own and return the CPU seconds of each stage."""
    command = (sys.executable, "-m", "benchmarks.stages", str(site))
    run = subprocess.run(command, check=True, cwd=CHECKOUT, stdout=subprocess.PIPE)
    seconds: dict[str, float] = json.loads(run.stdout)
    return seconds


def main() -> None:
    """Build the site that the first argument names and print the seconds as JSON."""
    seconds: defaultdict[str, float] = defaultdict(float)
    for stage, owner, names in _DOORS:
        for name in names:
            setattr(owner, name, _watch(getattr(owner, name), stage, seconds))
    status = cli.main(["build", "--quiet", "--source", sys.argv[1]])
    stages = {stage: round(seconds[stage], 3) for stage, _, _ in _DOORS}
    print(json.dumps(stages | {_REST: round(process_time() - sum(seconds.values()), 3)}))
    sys.exit(status)


def _watch(function: Door, stage: str, seconds: defaultdict[str, float]) -> Door:
    """Return a function that does the same and adds its CPU seconds to those of its stage."""

    @wraps(function)
    def call(*values: object, **named: object) -> object:
        started = process_time()
        try:
            return function(*values, **named)
        finally:
            seconds[stage] += process_time() - started

    if not isgeneratorfunction(function):
        return call

    @wraps(function)
    def generate(*values: object, **named: object) -> Iterator[object]:
        yield from iter(_watch(function(*values, **named).__next__, stage, seconds), None)

    return generate


if __name__ == "__main__":
    main()
