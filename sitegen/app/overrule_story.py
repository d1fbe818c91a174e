"""Carry out ``merge`` and ``split`` for stories, and tell what they did."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.app.build_report import BuildReport
from sitegen.app.job import Job
from sitegen.app.overrule import carry_out, get_page
from sitegen.app.progress import Progress
from sitegen.app.report import describe_build
from sitegen.app.story_names import find_story, is_story_name, read_story_slug
from sitegen.app.survey import Survey
from sitegen.corpus import (
    StoryDecision,
    decide_story_join,
    decide_story_merge,
    decide_story_split,
    find_brought,
    find_reports,
)
from sitegen.errors import UsageError
from sitegen.model.page import Page


@dataclass(frozen=True, slots=True)
class StoryOverruling:
    """Which two stories a decision is about, by slug, and the reports of each after it.

    ``other`` is empty where a single article became a report of the story.
    """

    kept: str
    other: str
    reports: tuple[Page, ...]
    others: tuple[Page, ...]
    report: BuildReport


def merge_stories(names: tuple[str, str], job: Job, progress: Progress) -> StoryOverruling:
    """Make the second, a story or an article, a part of the story that is named first.

    Raise UsageError where that cannot be.
    """
    if not is_story_name(names[0]):
        raise UsageError(
            f"{names[0]}: is an article, and a story is part of none; name the story first to add "
            "the article to it"
        )

    def decide(survey: Survey) -> StoryDecision:
        record = survey.after.record
        kept = find_story(names[0], record)
        if is_story_name(names[1]):
            return decide_story_merge(record, kept, find_story(names[1], record))
        return decide_story_join(record, kept, get_page(names[1], survey))

    return _overrule(decide, job, progress)


def split_story(name: str, parts: Sequence[str], job: Job, progress: Progress) -> StoryOverruling:
    """Make reports of a story another one. Raise UsageError where that cannot be.

    ``parts`` name the reports, or a story that became part of this one.
    """

    def decide(survey: Survey) -> StoryDecision:
        record = survey.after.record
        story = find_story(name, record)
        leaving = [page for part in parts for page in _find_leaving(part, story, survey)]
        return decide_story_split(record, story, tuple(dict.fromkeys(leaving)))

    return _overrule(decide, job, progress)


def _overrule(
    decide: Callable[[Survey], StoryDecision], job: Job, progress: Progress
) -> StoryOverruling:
    decision, record, report = carry_out(decide, job, progress)
    return StoryOverruling(
        kept=decision.kept,
        other=decision.other,
        reports=find_reports(record, decision.kept),
        others=find_reports(record, decision.other) if decision.other else (),
        report=report,
    )


def _find_leaving(part: str, story: str, survey: Survey) -> tuple[Page, ...]:
    if not is_story_name(part):
        return (get_page(part, survey),)
    former = read_story_slug(part)
    brought = find_brought(survey.after.record, story, former)
    if not brought:
        raise UsageError(f"{part}: is no story that became part of stories/{story}; name articles")
    return brought


def write_story_overruling(command: str, done: StoryOverruling) -> str:
    """Return what was done and what to do next, for people."""
    kept, other = f"stories/{done.kept}", f"stories/{done.other}"
    if not done.other:
        lines = [f"{kept} has {len(done.reports)} reports now"]
    elif command == "merge":
        lines = [f"{other} is part of {kept} now; its address leads there"]
    else:
        lines = [f"{other} is a story of its own now; it is kept apart from {kept}"]
    told = ((kept, done.reports), (other, done.others))
    lines += [
        f"note: {name} has one report, so it has no page before another comes"
        for name, reports in told
        if len(reports) == 1
    ]
    count = len(done.report.ingest.written) if done.report.ingest else 0
    files = "1 file" if count == 1 else f"{count} files"
    return "\n".join((*lines, f"{files} of content/ written; run 'sitegen build' to publish"))


def describe_story_overruling(command: str, done: StoryOverruling) -> dict[str, Any]:
    """Return what was done as values for JSON."""
    named = "merged" if command == "merge" else "split"
    told = {"kept": _describe_story(done.kept, done.reports)}
    if done.other:
        told[named] = _describe_story(done.other, done.others)
    return {command: told} | describe_build(done.report)


def _describe_story(slug: str, reports: Sequence[Page]) -> dict[str, object]:
    return {"story": slug, "reports": [page.slug for page in reports]}
