from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sitegen.app.build import run_build
from sitegen.app.config import DEFAULTS
from sitegen.app.content_files import read_content
from sitegen.app.inputs import read_seeds, read_theme
from sitegen.app.job import Job
from sitegen.app.last_build import stamp_build, stamp_sources
from sitegen.app.progress import Progress
from sitegen.app.site_folder import SiteFolder

SILENT = Progress(None)
Change = Callable[[Path], object]


def plan(site: Path) -> Job:
    folder = SiteFolder(site, site / "output")
    now = datetime(2024, 6, 20, 9, tzinfo=UTC)
    return Job(folder, DEFAULTS, now, is_remembering=True, settled=None)


def stamp(job: Job) -> str:
    seeds, content = read_seeds(job.site.seeds), read_content(job.site.content)
    sources = stamp_sources(job, seeds, content, read_theme(job.site.templates))
    return stamp_build(sources, job.site)


def find(site: Path, pattern: str) -> Path:
    return min(site.glob(pattern))


def write_template(site: Path) -> None:
    (site / "templates").mkdir()
    (site / "templates" / "base.html").write_text("<p>Mine</p>")


CHANGES: dict[str, Change] = {
    "a seed is edited": lambda site: (site / "seeds/ferry.txt").write_text("Other words"),
    "a seed is renamed": lambda site: (site / "seeds/ferry.txt").rename(site / "seeds/f.txt"),
    "a seed is removed": lambda site: (site / "seeds/ferry.txt").unlink(),
    "a sidecar appears": lambda site: (site / "seeds/ferry.toml").write_text("date = 2024-06-01"),
    "an unreadable seed appears": lambda site: (site / "seeds/a.txt").symlink_to("ferry.txt"),
    "a page is edited": lambda site: find(site, "content/articles/*").write_text("Mine"),
    "a page is removed": lambda site: find(site, "content/articles/*").unlink(),
    "a template is written": write_template,
    "a published file is removed": lambda site: (site / "output/index.html").unlink(),
    "a published file is cut off": lambda site: (site / "output/rss.xml").write_bytes(b""),
    "a strange file is published": lambda site: (site / "output/mine.txt").write_text("Mine"),
    "the manifest is lost": lambda site: (site / "output/.sitegen-manifest").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_a_build_reads_or_wrote_makes_another_stamp(site: Path, change: Change) -> None:
    run_build(plan(site), SILENT)
    before = stamp(plan(site))

    change(site)

    assert stamp(plan(site)) != before


def test_another_day_and_other_settings_make_another_stamp_but_not_another_hour(
    site: Path,
) -> None:
    job = plan(site)
    before = stamp(job)

    assert stamp(replace(job, now=job.now + timedelta(hours=3))) == before
    assert stamp(replace(job, now=job.now + timedelta(days=1))) != before
    assert stamp(replace(job, settings=replace(DEFAULTS, drafts=True))) != before


def test_a_build_with_nothing_to_do_reports_what_a_whole_one_would(site: Path) -> None:
    (site / "seeds" / "empty.txt").touch()
    run_build(plan(site), SILENT)

    whole = run_build(replace(plan(site), is_remembering=False), SILENT)
    short = run_build(plan(site), SILENT)

    assert replace(short, seconds=0) == replace(whole, seconds=0)
    assert [problem.place for problem in short.problems if problem.severity == "quarantined"] == [
        "seeds/empty.txt"
    ]
