"""What each command does, from parsed arguments to an answer."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from sitegen.app.answer import Answer
from sitegen.app.build import (
    BuildReport,
    examine_site,
    run_build,
    run_ingest,
    run_publish,
    verify_build,
)
from sitegen.app.clock import read_clock
from sitegen.app.config import find_config, override_base_url, read_settings
from sitegen.app.error_text import explain_error
from sitegen.app.files import Mark
from sitegen.app.lock import BusyError
from sitegen.app.overrule import Overruling, merge_pages, split_page
from sitegen.app.overrule_text import describe_overruling, write_overruling
from sitegen.app.progress import Progress
from sitegen.app.report import (
    describe_build,
    find_exit_status,
    write_problems,
    write_summary,
)
from sitegen.app.site_folder import open_site
from sitegen.app.survey import Job
from sitegen.errors import SitegenError, UsageError

Run = Callable[[Job, Progress], BuildReport]
_PAUSE_SECONDS = 0.5
Settled = Mapping[str, Mark] | None


def init(arguments: argparse.Namespace) -> Answer:
    """Begin a new site. Raise UsageError."""
    from sitegen.app.init import begin_site, describe_begun, write_begun

    begun = begin_site(arguments.folder, arguments.base_url)
    return Answer(0, write_begun(begun), (), describe_begun(begun))


def build(arguments: argparse.Namespace) -> Answer:
    """Ingest, then publish."""
    return _answer(arguments, run_build)


def ingest(arguments: argparse.Namespace) -> Answer:
    """Turn seeds into pages of content/."""
    return _answer(arguments, run_ingest)


def publish(arguments: argparse.Namespace) -> Answer:
    """Draw the site from content/."""
    return _answer(arguments, run_publish)


def check(arguments: argparse.Namespace) -> Answer:
    """Examine the finished site."""
    from sitegen.app.check import check_output, describe_check, find_check_status, write_check

    checked = check_output(open_job(arguments), arguments.against)
    status = find_check_status(checked, is_strict=arguments.strict)
    return Answer(status, write_check(checked), (), describe_check(checked))


def doctor(arguments: argparse.Namespace) -> Answer:
    """Say what will go wrong with the site."""
    from sitegen.app.doctor import describe_diagnosis, diagnose
    from sitegen.app.doctor_text import write_diagnosis

    job = open_job(arguments)
    diagnosis = diagnose(job, examine_site(job, _make_progress(arguments)))
    return Answer(
        int(diagnosis.is_ill), write_diagnosis(diagnosis), (), describe_diagnosis(diagnosis)
    )


def explain(arguments: argparse.Namespace) -> Answer:
    """Say what became of a seed, or why a page is as it is."""
    from sitegen.app.explain import explain_name
    from sitegen.app.explain_text import write_explanation

    job = open_job(arguments)
    values = explain_name(arguments.name, job, examine_site(job, _make_progress(arguments)))
    return Answer(0, write_explanation(values), (), values)


def merge(arguments: argparse.Namespace) -> Answer:
    """Make two pages one article, durably."""
    names = (arguments.page, arguments.other)
    return _overrule(arguments, lambda *given: merge_pages(names, *given))


def split(arguments: argparse.Namespace) -> Answer:
    """Make a copy an article of its own, durably."""
    return _overrule(arguments, lambda *given: split_page(arguments.page, arguments.seed, *given))


def stats(arguments: argparse.Namespace) -> Answer:
    """Say what the site holds."""
    from sitegen.app.stats import count_site, write_stats

    counted = count_site(examine_site(open_job(arguments), _make_progress(arguments)))
    return Answer(0, write_stats(counted), (), counted)


def noise(arguments: argparse.Namespace) -> Answer:
    """Say what is taken for noise, or what else may be noise."""
    from sitegen.app.noise import list_rules, suggest_rules
    from sitegen.app.noise_text import write_proposals, write_rules

    job = open_job(arguments)
    survey = examine_site(job, _make_progress(arguments))
    if arguments.suggest:
        values = suggest_rules(survey, job.settings.noise)
        return Answer(0, write_proposals(values), (), values)
    values = list_rules(survey, job.settings.noise)
    return Answer(0, write_rules(values), (), values)


def tags(arguments: argparse.Namespace) -> Answer:
    """Say which tags there are, and which names may be one."""
    from sitegen.app.tags import list_tags
    from sitegen.app.tags_text import write_tags

    job = open_job(arguments)
    survey = examine_site(job, _make_progress(arguments))
    values = list_tags(survey.after.record, job.settings)
    return Answer(0, write_tags(values), (), values)


def watch(arguments: argparse.Namespace) -> NoReturn:
    """Build again and again until interrupted. Raise UsageError, ConfigError at the start only."""
    from sitegen.app.watch import watch_site

    for name in ("json", "strict", "verify"):
        if getattr(arguments, name):
            raise UsageError(f"--{name}: says something about one build; leave out --watch")
    site = open_job(arguments).site
    config = Path(arguments.config) if arguments.config else None
    watch_site(site, config, lambda settled: _build_again(arguments, settled))


ANSWERS: dict[str, Callable[[argparse.Namespace], Answer]] = {
    "init": init,
    "build": build,
    "ingest": ingest,
    "publish": publish,
    "check": check,
    "doctor": doctor,
    "explain": explain,
    "merge": merge,
    "split": split,
    "stats": stats,
    "noise": noise,
    "tags": tags,
}


def open_job(arguments: argparse.Namespace, settled: Settled = None) -> Job:
    """Return what the arguments ask to work on. Raise UsageError, ConfigError."""
    source = Path(arguments.source)
    config = Path(arguments.config) if arguments.config else find_config(source)
    settings = read_settings(config)
    if arguments.base_url is not None:
        settings = override_base_url(settings, arguments.base_url)
    return Job(
        site=open_site(arguments.source, arguments.output, config),
        settings=replace(settings, drafts=arguments.drafts, future=arguments.future),
        now=read_clock(arguments.as_of, os.environ),
        is_remembering=not arguments.no_cache,
        settled=settled,
    )


def _answer(arguments: argparse.Namespace, run: Run) -> Answer:
    progress = _make_progress(arguments)
    job = open_job(arguments)
    try:
        report = run(job, progress)
        if arguments.verify:
            verify_build(job, progress)
    finally:
        progress.clear()
    return Answer(
        exit_status=find_exit_status(report.problems, is_strict=arguments.strict),
        text="" if arguments.quiet else _summarize(arguments, report),
        remarks=_list_remarks(arguments, report),
        values=describe_build(report),
    )


def _summarize(arguments: argparse.Namespace, report: BuildReport) -> str:
    summary = write_summary(report, with_notes=arguments.verbose)
    return f"{summary}\nverified: a clean build gives the same" if arguments.verify else summary


def _overrule(arguments: argparse.Namespace, run: Callable[[Job, Progress], Overruling]) -> Answer:
    progress = _make_progress(arguments)
    try:
        done = run(open_job(arguments), progress)
    finally:
        progress.clear()
    return Answer(
        exit_status=find_exit_status(done.report.problems, is_strict=False),
        text="" if arguments.quiet else write_overruling(arguments.command, done),
        remarks=_list_remarks(arguments, done.report),
        values=describe_overruling(arguments.command, done),
    )


def _build_again(arguments: argparse.Namespace, settled: Settled) -> BuildReport | None:
    """Build and tell; where that fails tell why, return None and leave the last good site."""
    progress = _make_progress(arguments)
    try:
        report = _run_when_free(open_job(arguments, settled), progress)
    except (SitegenError, OSError) as error:
        progress.clear()
        print(f"sitegen: {explain_error(error)}", file=sys.stderr)
        return None
    progress.clear()
    for line in _list_remarks(arguments, report):
        print(line, file=sys.stderr)
    if not arguments.quiet:
        print(write_summary(report, with_notes=arguments.verbose), flush=True)
    return report


def _run_when_free(job: Job, progress: Progress) -> BuildReport:
    """Build once no other process works on the site.

    Seeds that change meanwhile no longer have the marks of the job and wait for the next build.
    """
    while True:
        try:
            return run_build(job, progress)
        except BusyError:
            time.sleep(_PAUSE_SECONDS)


def _list_remarks(arguments: argparse.Namespace, report: BuildReport) -> tuple[str, ...]:
    return tuple(write_problems(report.problems, with_notes=arguments.verbose))


def _make_progress(arguments: argparse.Namespace) -> Progress:
    is_shown = sys.stderr.isatty() and not arguments.quiet and not arguments.json
    return Progress(sys.stderr if is_shown else None)
