"""What each command does, from parsed arguments to an answer."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from sitegen.app.answer import Answer, answer_build, list_remarks
from sitegen.app.build import (
    examine_site,
    finish_build,
    run_build,
    run_ingest,
    run_publish,
    verify_build,
)
from sitegen.app.build_report import BuildReport
from sitegen.app.config import DEFAULTS, override_base_url
from sitegen.app.job import Job, open_job
from sitegen.app.named_urls import find_address
from sitegen.app.overrule import Overruling, merge_pages, split_page
from sitegen.app.overrule_story import (
    StoryOverruling,
    describe_story_overruling,
    merge_stories,
    split_story,
    write_story_overruling,
)
from sitegen.app.overrule_text import describe_overruling, write_overruling
from sitegen.app.progress import Progress, make_progress
from sitegen.app.report import find_exit_status
from sitegen.app.story_names import is_story_name
from sitegen.app.unchanged import look_before, note_build
from sitegen.errors import UsageError

Run = Callable[[Job, Progress], BuildReport]
Done = TypeVar("Done")


def init(arguments: argparse.Namespace) -> Answer:
    """Begin a new site. Raise UsageError."""
    from sitegen.app.init import begin_site, describe_begun, write_begun

    base_url = arguments.base_url
    if base_url is not None:
        base_url = override_base_url(DEFAULTS, base_url).base_url
    begun = begin_site(arguments.folder, base_url)
    return Answer(0, write_begun(begun), (), describe_begun(begun))


def build(arguments: argparse.Namespace) -> Answer:
    """Ingest, then publish."""
    glance = look_before(arguments)
    return _answer(arguments, run_build, lambda report: note_build(arguments, glance, report))


def ingest(arguments: argparse.Namespace) -> Answer:
    """Turn seeds into pages of content/."""
    return _answer(arguments, run_ingest)


def publish(arguments: argparse.Namespace) -> Answer:
    """Draw the site from content/."""
    return _answer(arguments, run_publish)


def check(arguments: argparse.Namespace) -> Answer:
    """Examine the finished site."""
    from sitegen.app.check import check_output, describe_check, find_check_status, write_check

    job = open_job(arguments)
    finish_build(job, make_progress(arguments))
    checked = check_output(job, arguments.against)
    status = find_check_status(checked, is_strict=arguments.strict)
    return Answer(status, write_check(checked), (), describe_check(checked))


def ping(arguments: argparse.Namespace) -> Answer:
    """Tell the WebSub hub that the feeds may have news."""
    from sitegen.app.ping import describe_ping, ping_hub, write_ping

    told = ping_hub(open_job(arguments))
    return Answer(0, write_ping(told), (), describe_ping(told))


def doctor(arguments: argparse.Namespace) -> Answer:
    """Say what will go wrong with the site."""
    from sitegen.app.doctor import describe_diagnosis, diagnose
    from sitegen.app.doctor_text import write_diagnosis

    job = open_job(arguments)
    diagnosis = diagnose(job, examine_site(job, make_progress(arguments)))
    is_ill = any(problem.severity == "error" for problem in diagnosis.problems)
    return Answer(int(is_ill), write_diagnosis(diagnosis), (), describe_diagnosis(diagnosis))


def explain(arguments: argparse.Namespace) -> Answer:
    """Say what became of a seed, or why a page is as it is."""
    from sitegen.app.explain import explain_name
    from sitegen.app.explain_text import write_explanation

    job = open_job(arguments)
    name = find_address(arguments.name, job.settings.base_url)
    values = explain_name(name, job, examine_site(job, make_progress(arguments)))
    return Answer(0, write_explanation(values), (), values)


def merge(arguments: argparse.Namespace) -> Answer:
    """Make two pages one article, or two stories one, durably."""
    job = open_job(arguments)
    base_url = job.settings.base_url
    names = (find_address(arguments.page, base_url), find_address(arguments.other, base_url))
    if any(map(is_story_name, names)):
        return _overrule_story(arguments, lambda progress: merge_stories(names, job, progress))
    return _overrule(arguments, lambda progress: merge_pages(names, job, progress))


def split(arguments: argparse.Namespace) -> Answer:
    """Make a copy an article of its own, or reports a story of their own, durably."""
    job = open_job(arguments)
    name, *parts = (
        find_address(given, job.settings.base_url) for given in (arguments.page, *arguments.parts)
    )
    if is_story_name(name):
        return _overrule_story(arguments, lambda progress: split_story(name, parts, job, progress))
    if len(parts) > 1:
        raise UsageError(f"{parts[1]!r} is one copy too many; split them off one by one")
    return _overrule(arguments, lambda progress: split_page(name, parts[0], job, progress))


def stats(arguments: argparse.Namespace) -> Answer:
    """Say what the site holds."""
    from sitegen.app.stats import count_site, write_stats

    counted = count_site(examine_site(open_job(arguments), make_progress(arguments)))
    return Answer(0, write_stats(counted), (), counted)


def noise(arguments: argparse.Namespace) -> Answer:
    """Say what is taken for noise, or what else may be noise."""
    from sitegen.app.noise import list_rules, suggest_rules
    from sitegen.app.noise_text import write_proposals, write_rules

    job = open_job(arguments)
    survey = examine_site(job, make_progress(arguments))
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
    survey = examine_site(job, make_progress(arguments))
    values = list_tags(survey.after.record, job.settings)
    return Answer(0, write_tags(values), (), values)


def words(arguments: argparse.Namespace) -> Answer:
    """Give the catalogue of the site's own words to fill in."""
    from sitegen.app.words import extend_catalogue, write_words

    values = extend_catalogue(open_job(arguments), arguments.language)
    return Answer(0, write_words(values), (), values)


ANSWERS: dict[str, Callable[[argparse.Namespace], Answer]] = {
    "init": init,
    "build": build,
    "ingest": ingest,
    "publish": publish,
    "check": check,
    "ping": ping,
    "doctor": doctor,
    "explain": explain,
    "merge": merge,
    "split": split,
    "stats": stats,
    "noise": noise,
    "tags": tags,
    "words": words,
}


def _answer(
    arguments: argparse.Namespace, run: Run, use: Callable[[BuildReport], object] = bool
) -> Answer:
    progress = make_progress(arguments)
    job = open_job(arguments)
    try:
        report = run(job, progress)
        timings = progress.stop()
        if arguments.verify:
            verify_build(job, progress)
    finally:
        progress.clear()
    use(report)
    return answer_build(arguments, report, timings)


def _overrule(arguments: argparse.Namespace, run: Callable[[Progress], Overruling]) -> Answer:
    done = _run_cleared(arguments, run)
    return _answer_overruling(
        arguments,
        done.report,
        write_overruling(arguments.command, done),
        describe_overruling(arguments.command, done),
    )


def _overrule_story(
    arguments: argparse.Namespace, run: Callable[[Progress], StoryOverruling]
) -> Answer:
    done = _run_cleared(arguments, run)
    return _answer_overruling(
        arguments,
        done.report,
        write_story_overruling(arguments.command, done),
        describe_story_overruling(arguments.command, done),
    )


def _run_cleared(arguments: argparse.Namespace, run: Callable[[Progress], Done]) -> Done:
    progress = make_progress(arguments)
    try:
        return run(progress)
    finally:
        progress.clear()


def _answer_overruling(
    arguments: argparse.Namespace, report: BuildReport, text: str, values: dict[str, object]
) -> Answer:
    # What is wrong with seeds a build tells, and with many of them nobody would see the rest.
    told = replace(
        report,
        problems=tuple(one for one in report.problems if not one.place.startswith("seeds/")),
    )
    return Answer(
        exit_status=find_exit_status(told.problems, is_strict=False),
        text="" if arguments.quiet else text,
        remarks=list_remarks(arguments, told),
        values=values,
    )
