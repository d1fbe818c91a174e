"""Look at a site's seeds and content/ and decide what should change, without changing it."""

from dataclasses import dataclass
from pathlib import Path

from sitegen import pipeline
from sitegen.app.content_files import ARTICLES, ContentFolder, read_content
from sitegen.app.content_folder import (
    ContentChanges,
    RecordRead,
    plan_changes,
    preview_changes,
    read_record,
)
from sitegen.app.inputs import SeedFolder, read_seeds
from sitegen.app.job import Job
from sitegen.corpus import note_gone
from sitegen.model.content import ContentFile, PageRead
from sitegen.model.problem import Problem
from sitegen.text.wording import read_wording


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found, what it means for content/, and how content/ will read after that."""

    seeds: SeedFolder
    found: ContentFolder
    before: RecordRead
    ingested: pipeline.Ingested
    changes: ContentChanges
    after: RecordRead
    tag_aliases: tuple[tuple[str, str], ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that a person should know, in no order."""
        return (
            *self.seeds.problems,
            *self.ingested.problems,
            *self.changes.problems,
            *self.after.problems,
        )


def survey_site(job: Job, memo: pipeline.Memo) -> Survey:
    """Read seeds and content/ and run the first half of the line on them.

    Raise SitegenError where content/ cannot be read.
    """
    seeds = read_seeds(job.site.seeds, job.settled)
    return survey_sources(job, seeds, read_content(job.site.content), memo)


def survey_sources(
    job: Job, seeds: SeedFolder, found: ContentFolder, memo: pipeline.Memo
) -> Survey:
    """Run the first half of the line on what has been read."""
    known: dict[ContentFile, PageRead] = {}
    before = read_record(found, memo, known)
    ingested = pipeline.ingest(seeds.seeds, before.record, job.settings, job.now, memo)
    names = (file.path for file in found.files)
    articles = (path for path in (*names, *found.taken) if path.startswith(f"{ARTICLES}/"))
    words = read_wording(job.settings.language, job.settings.words)
    wanted = note_gone(ingested.record, (Path(path).stem for path in articles), words)
    changes = plan_changes(found, before, wanted)
    content = preview_changes(found, changes)
    # What is published is what the files say, so that build and ingest + publish are the same.
    after = before if content == found else read_record(content, memo, known)
    return Survey(seeds, found, before, ingested, changes, after, job.settings.tag_aliases)
