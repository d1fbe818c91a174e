"""Carry out ``merge`` and ``split``: decide, write what was decided, then ingest as ever.

What is said here of articles, ``sitegen/app/overrule_story.py`` says of stories.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from sitegen.app.build import list_notes, open_site_memo, write_survey
from sitegen.app.build_report import BuildReport, make_report
from sitegen.app.content_folder import ContentChanges, preview_changes
from sitegen.app.explain import describe_unknown, find_page, list_seed_names, refuse_quarantined
from sitegen.app.job import Job
from sitegen.app.progress import Progress
from sitegen.app.survey import Survey, survey_site, survey_sources
from sitegen.corpus import Decision, decide_merge, decide_split, make_mint
from sitegen.errors import UsageError
from sitegen.model.content import ContentFile
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.pages import amend_page, write_page


class Decided(Protocol):
    """A decision: pages to write, in this order."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages, with what was decided in their front matter."""


Made = TypeVar("Made", bound=Decided)


@dataclass(frozen=True, slots=True)
class Overruling:
    """What was decided, of which two pages, and what became of content/ by that."""

    kept: Page
    other: Page
    remarks: tuple[str, ...]
    report: BuildReport


def merge_pages(names: tuple[str, str], job: Job, progress: Progress) -> Overruling:
    """Make the second page a part of the first. Raise UsageError where that cannot be."""

    def decide(survey: Survey) -> Decision:
        record = survey.after.record
        kept, other = (get_page(name, survey) for name in names)
        return decide_merge(record, kept, other)

    return _overrule(decide, job, progress)


def split_page(name: str, seed: str, job: Job, progress: Progress) -> Overruling:
    """Make a copy an article of its own. Raise UsageError where that cannot be."""

    def decide(survey: Survey) -> Decision:
        record = survey.after.record
        page = get_page(name, survey)
        articles = [item for parsed in survey.ingested.parsed for item in parsed.articles]
        mint = make_mint(record, job.settings, job.now)
        return decide_split(record, page, list_seed_names(seed, job.site.seeds)[0], articles, mint)

    return _overrule(decide, job, progress)


def _overrule(decide: Callable[[Survey], Decision], job: Job, progress: Progress) -> Overruling:
    decision, record, report = carry_out(decide, job, progress)
    pages = {page.id: page for page in (*record.pages, *record.merged)}
    return Overruling(pages[decision.kept], pages[decision.other], decision.remarks, report)


def carry_out(
    decide: Callable[[Survey], Made], job: Job, progress: Progress
) -> tuple[Made, Record, BuildReport]:
    """Decide on what a survey finds, write it and what follows from it into content/.

    Return the decision, what content/ holds then, and the report of that ingest.
    """
    started = time.perf_counter()
    with open_site_memo(job, progress) as memo:
        watched = progress.watch(memo)
        survey = survey_site(job, watched)
        decision = decide(survey)
        files = _write_decision(decision.pages, survey)
        decided = preview_changes(
            preview_changes(survey.found, survey.changes), ContentChanges(files, (), ())
        )
        again = survey_sources(job, survey.seeds, decided, watched)
        after = preview_changes(decided, again.changes)
        # What was decided comes first: by itself it makes the next build do the rest.
        known = {file.path: file.data for file in survey.found.files}
        order = [file.path for file in files]
        made = sorted(after.files, key=lambda file: (*order, file.path).index(file.path))
        writes = [file for file in made if file.data != known.get(file.path)]
        gone = known.keys() - {file.path for file in after.files}
        changes = ContentChanges(tuple(writes), tuple(sorted(gone)), again.changes.problems)
        whole = replace(again, found=survey.found, before=survey.before, changes=changes)
        ingest = write_survey(job, whole)
    notes = list_notes(job, memo, is_first=False)
    report = make_report(ingest, None, (*again.problems, *ingest.problems, *notes), started)
    return decision, again.after.record, report


def get_page(name: str, survey: Survey) -> Page:
    """Return the page of a name. Raise UsageError, with the nearest names."""
    record = survey.after.record
    every = (*record.merged, *record.pages)
    page = find_page(name, every)
    if page is None:
        refuse_quarantined(name, survey)
        slugs = [page.slug for page in every]
        what = "no page has this name"
        raise UsageError(describe_unknown(name, slugs, what, "content/articles/"))
    return page


def _write_decision(pages: Sequence[Page], survey: Survey) -> tuple[ContentFile, ...]:
    """Return the files of the pages; in those that a person keeps, the decision alone is new."""
    read = {file.path: file for file in survey.found.files}
    files = []
    for page in pages:
        path = f"articles/{page.slug}.md"
        if not page.is_edited:
            files.append(ContentFile(path, write_page(page).encode()))
            continue
        amended = amend_page(read[path], page)
        if amended is None:
            raise UsageError(_describe_unamended(page))
        files.append(amended)
    return tuple(files)


def _describe_unamended(page: Page) -> str:
    if page.merged_into:
        line = f"merged_into: {page.merged_into}"
    elif page.is_story_by_hand and not page.apart:
        line = f"story: {page.story}"
    else:
        ids = ", ".join(row.id for row in page.apart)
        line = f"apart: with an item 'id: ID' for each of {ids}, and no line 'merged_into:'"
    return (
        f"content/articles/{page.slug}.md: is edited by hand and its front matter is written in a "
        f"way that cannot be changed safely; add the line yourself: {line}"
    )
