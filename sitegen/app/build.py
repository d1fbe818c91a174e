"""Run a build from start to end: survey, write content/, draw the site, write output/."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sitegen import pipeline
from sitegen.app.build_report import (
    BuildReport,
    IngestReport,
    LastBuild,
    OutputReport,
    make_report,
    repeat_report,
    sum_up,
)
from sitegen.app.change import finish_change
from sitegen.app.config import DEFAULTS
from sitegen.app.content_files import ContentFolder, read_content
from sitegen.app.content_folder import apply_changes, preview_changes, read_record
from sitegen.app.crew import count_workers
from sitegen.app.diagnoses import diagnose_templates
from sitegen.app.drawing import Drawing, Place, draw_pieces
from sitegen.app.inputs import SeedFolder, find_package_templates, read_seeds, read_theme
from sitegen.app.job import Job
from sitegen.app.last_build import stamp_build, stamp_sources
from sitegen.app.lock import hold_lock
from sitegen.app.memo import Forgetful, Memo, open_memo
from sitegen.app.output import claim_output, compare_output, write_output
from sitegen.app.output_tree import check_output_folder
from sitegen.app.progress import Progress
from sitegen.app.stage import STAGE_NAME, Stage
from sitegen.app.survey import Survey, survey_site, survey_sources
from sitegen.app.workers import draw_shared, freeze_planned
from sitegen.errors import SitegenError
from sitegen.model.output import DrawnFile, Piece
from sitegen.model.problem import Problem
from sitegen.model.record import Record
from sitegen.model.theme import Theme
from sitegen.publish import find_dead_links, find_late_updates, find_pictures, list_withheld

_STEP, _DRAWN = "build", "drawn"
_MEMO_NAME = "cache.sqlite"
_LOCK_NAME = "lock"
_MOST_NAMED = 5
# Below this a process that draws costs more than it saves: it takes as long as a few dozen pieces.
_PIECES_THAT_PAY = 500


@dataclass(frozen=True, slots=True)
class _Decided:
    """What is left of a survey once content/ is written: all that drawing and reporting need."""

    ingest: IngestReport
    record: Record
    problems: tuple[Problem, ...]
    sources: bytes
    is_first: bool


def run_build(job: Job, progress: Progress) -> BuildReport:
    """Ingest, then publish what content/ holds after that."""
    started = time.perf_counter()
    check_output_folder(job.site)
    progress.begin("opening the cache")
    with open_site_memo(job, progress) as memo:
        progress.begin("reading files")
        seeds = read_seeds(job.site.seeds, job.settled)
        content = read_content(job.site.content)
        theme = read_theme(job.site.templates)
        progress.begin("looking for changes")
        stamp = stamp_build(stamp_sources(job, seeds, content, theme), job.site)
        last = memo.recall(_STEP, stamp, LastBuild)
        if last:
            return repeat_report(last, list_notes(job, memo, is_first=False), started)
        progress.expect("parse", len(seeds.seeds))
        progress.expect("read", len(content.files))
        decided = _decide(job, seeds, content, theme, progress, memo)
        # A site is drawn from content/ alone: the texts of the seeds make room for it.
        del seeds, content
        progress.begin("planning, drawing and writing output/")
        pieces = _draw(job, decided.record, theme, progress.watch(memo))
        output = _write(job, pieces, memo)
        found = (*decided.problems, *_examine(job, decided.record), *_find_idle(theme))
        if not decided.ingest.problems and not output.problems:
            progress.begin("noting the build")
            last = sum_up(decided.ingest, output, found)
            memo.keep(_STEP, stamp_build(decided.sources, job.site), last)
    notes = list_notes(job, memo, is_first=decided.is_first)
    problems = (*found, *decided.ingest.problems, *output.problems, *notes)
    return make_report(decided.ingest, output, problems, started)


def _decide(
    job: Job,
    seeds: SeedFolder,
    content: ContentFolder,
    theme: Theme,
    progress: Progress,
    memo: Memo | Forgetful,
) -> _Decided:
    """Work out what content/ should hold and write it."""
    progress.begin("deciding what the pages are")
    survey = survey_sources(job, seeds, content, progress.watch(memo))
    progress.begin("writing content/")
    claim_output(job.site.output)
    return _Decided(
        ingest=write_survey(job, survey),
        record=survey.after.record,
        problems=survey.problems,
        sources=stamp_sources(job, seeds, preview_changes(content, survey.changes), theme),
        is_first=_is_first(survey),
    )


def run_ingest(job: Job, progress: Progress) -> BuildReport:
    """Turn seeds into pages of content/."""
    started = time.perf_counter()
    progress.begin("deciding what the pages are")
    with open_site_memo(job, progress) as memo:
        survey = survey_site(job, progress.watch(memo))
        progress.begin("writing content/")
        ingest = write_survey(job, survey)
    notes = list_notes(job, memo, is_first=_is_first(survey))
    problems = (*survey.problems, *ingest.problems, *notes)
    return make_report(ingest, None, problems, started)


def run_publish(job: Job, progress: Progress) -> BuildReport:
    """Draw the site from the pages of content/."""
    started = time.perf_counter()
    check_output_folder(job.site)
    with open_site_memo(job, progress) as memo:
        watched = progress.watch(memo)
        progress.begin("reading files")
        read = read_record(read_content(job.site.content), watched)
        progress.begin("planning, drawing and writing output/")
        pieces = _draw(job, read.record, read_theme(job.site.templates), watched)
        output = _write(job, pieces, memo)
    notes = (*_examine(job, read.record), *list_notes(job, memo, is_first=False))
    problems = (*read.problems, *output.problems, *notes)
    return make_report(None, output, problems, started)


def examine_site(job: Job, progress: Progress) -> Survey:
    """Find out everything about seeds and content/ and change nothing but the memo."""
    with open_site_memo(job, progress) as memo:
        survey = survey_site(job, progress.watch(memo))
    progress.clear()
    return survey


def verify_build(job: Job, progress: Progress) -> None:
    """Build once more without the memo, in memory, and compare byte for byte.

    Raise SitegenError with the paths that differ, each of which is a fault of sitegen, or with what
    lies in place of the site's files.
    """
    memo = progress.watch(Forgetful(""))
    with hold_lock(job.site.cache / _LOCK_NAME, progress.tell):
        survey = survey_site(job, memo)
        content = [f"content/{file.path}" for file in survey.changes.writes]
        pieces = _draw(job, survey.after.record, read_theme(job.site.templates), memo)
        output = compare_output(job.site.output, pieces)
    differing = (
        *content,
        *survey.changes.removals,
        *(f"output/{path}" for path in output.differing),
    )
    if differing:
        raise SitegenError(
            f"{differing[0]}: differs from a clean build, {len(differing)} files in all "
            f"({', '.join(differing[:_MOST_NAMED])}); delete .sitegen/, build again and report this"
        )
    for problem in output.blocked:
        raise SitegenError(f"{problem.place}: {problem.message}")


@contextmanager
def open_site_memo(job: Job, progress: Progress) -> Iterator[Memo | Forgetful]:
    """Give the memo of a site, alone with it and with what was begun there finished."""
    with hold_lock(job.site.cache / _LOCK_NAME, progress.tell):
        for folder in (job.site.content, job.site.output):
            finish_change(folder)
        if not job.is_remembering:
            yield Forgetful("")
            return
        with open_memo(job.site.cache / _MEMO_NAME, job.jobs) as memo:
            yield memo


def finish_build(job: Job, progress: Progress) -> None:
    """Finish what a run of before began in output/, if anything. Raise BusyError, OSError."""
    if (job.site.output / STAGE_NAME).exists():
        with hold_lock(job.site.cache / _LOCK_NAME, progress.tell):
            finish_change(job.site.output)


def write_survey(job: Job, survey: Survey) -> IngestReport:
    """Make content/ what the survey found that it should be."""
    written, problems = apply_changes(job.site.content, survey.found, survey.changes)
    before = survey.before.record
    known = {page.id for page in (*before.pages, *before.merged)}
    after = survey.after.record.pages
    new = sum(page.id not in known for page in after)
    articles_written = sum(path.startswith("articles/") for path in written)
    return IngestReport(
        seeds=len(survey.seeds.seeds),
        articles=sum(len(parsed.articles) for parsed in survey.ingested.parsed),
        new=new,
        updated=articles_written - new,
        duplicates=sum(max(0, len(page.seeds) - 1) for page in after),
        edited=sum(page.is_edited for page in after)
        + sum(issue.is_edited for issue in survey.after.record.issues),
        written=written,
        removed=survey.changes.removals,
        problems=problems,
    )


def _draw(job: Job, record: Record, theme: Theme, memo: pipeline.Memo) -> Iterator[Piece]:
    return pipeline.publish(record, job.settings, theme, job.now, memo)


def _write(job: Job, pieces: Iterable[Piece], memo: Memo | Forgetful) -> OutputReport:
    """Write output/, and note for the next build what each draft gave."""
    known = memo.recall(_DRAWN, str(job.site.output), dict[bytes, tuple[DrawnFile, ...]]) or {}
    planned = list(pieces)
    workers = 1 if known else count_workers(job.jobs, len(planned), least=_PIECES_THAT_PAY)

    def draw(place: Place, folder: Path) -> list[Drawing]:
        if workers > 1:
            return draw_shared(planned, place, folder, workers, memo)
        with freeze_planned():
            return list(draw_pieces(planned, known, place, Stage(folder)))

    report = write_output(job.site.output, draw)
    if report.drawn != known:
        memo.keep(_DRAWN, str(job.site.output), report.drawn)
    return report


def _is_first(survey: Survey) -> bool:
    """Tell whether the site gets its first pages, and with them the first lasting ids."""
    return bool(survey.after.record.pages) and not survey.before.record.pages


def _examine(job: Job, record: Record) -> Iterator[Problem]:
    """Yield what a person should know of the pages that are, or are not, published."""
    yield from find_dead_links(record, job.settings, job.now)
    yield from find_pictures(record)
    yield from find_late_updates(record, job.now)
    for slug in record.held_slugs:
        message = (
            "its article is not on the site until the page can be read; mend it or put it back"
        )
        yield Problem(f"content/articles/{slug}.md", message, "warning")
    for page in list_withheld(record, job.settings, job.now):
        message = "is dated after today, so it is not published yet; --future shows it"
        yield Problem(f"content/articles/{page.slug}.md", message, "note")


def _find_idle(theme: Theme) -> Iterator[Problem]:
    """Yield the files of templates/ that change nothing, as one at the wrong place does."""
    return diagnose_templates(theme, read_theme(find_package_templates()))


def list_notes(job: Job, memo: Memo | Forgetful, *, is_first: bool) -> Iterator[Problem]:
    """Yield what a person should know of the cache, the configuration and words of their own."""
    yield from job.problems
    if memo.note:
        yield Problem(f".sitegen/{_MEMO_NAME}", memo.note, "note")
    if job.settings.base_url == DEFAULTS.base_url:
        message = "base_url is not set; feeds and lasting ids need it, so set it under [site] first"
        yield Problem("sitegen.toml", message, "warning" if is_first else "note")
