"""Look ahead: what will go wrong with a site if it goes on like this, and what to do about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sitegen.app.config import DEFAULTS
from sitegen.app.diagnoses import (
    diagnose_ids,
    diagnose_noise,
    diagnose_pages,
    diagnose_tags,
    diagnose_templates,
)
from sitegen.app.init import WORKFLOW
from sitegen.app.inputs import find_package_templates, read_theme
from sitegen.app.job import Job
from sitegen.app.output_tree import list_visible, read_tree
from sitegen.app.report import describe_problems
from sitegen.app.survey import Survey
from sitegen.app.words import diagnose_words
from sitegen.model.page import Page
from sitegen.model.problem import Problem

# https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits and
# https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits
SITE_BYTES = 1024**3
FILE_BYTES = 100 * 1024**2
DEPLOY_MINUTES = 10
# What readers of feeds take without trouble.
FEED_BYTES = 512 * 1024

# Enough days to see how a site grows, and not the flood of its beginning.
_DAYS = 30
_YEAR = 365
_NEARLY = 0.7
_MOST_NAMED = 3
_UNSET = "0" * 40


@dataclass(frozen=True, slots=True)
class Figures:
    """How large a site is and how it grows.

    ``days_left`` until it has more than GitHub Pages takes; None where it is too young to tell,
    or does not grow.
    """

    articles: int
    files: int
    size: int
    largest: str
    largest_size: int
    articles_a_day: float | None
    days_left: int | None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Figures, and what a person should do something about, sorted."""

    figures: Figures
    problems: tuple[Problem, ...]

    @property
    def is_ill(self) -> bool:
        """Whether a limit is passed."""
        return any(problem.severity == "error" for problem in self.problems)


def diagnose(job: Job, survey: Survey) -> Diagnosis:
    """Return what is wrong with a site, or will be; nothing is changed."""
    tree = read_tree(job.site.output)
    sizes = {path: tree.sizes[path] for path in list_visible(tree)}
    record = survey.after.record
    theme = read_theme(job.site.templates)
    figures = measure(sizes, record.pages, job.now)
    problems = (
        *job.problems,
        *_diagnose_size(job.site.output_name, figures, sizes),
        *_diagnose_feeds(job.site.output_name, sizes),
        *_diagnose_settings(job),
        *diagnose_pages(record, job.settings, job.now),
        *diagnose_tags(record, job.settings),
        *diagnose_noise(survey, job.settings),
        *diagnose_ids(record, job.settings),
        *diagnose_templates(theme, read_theme(find_package_templates())),
        *diagnose_words(job),
    )
    return Diagnosis(figures, tuple(sorted(problems)))


def describe_diagnosis(diagnosis: Diagnosis) -> dict[str, Any]:
    """Return the diagnosis as values for JSON; sizes in bytes."""
    figures = diagnosis.figures
    return {
        "articles": figures.articles,
        "files": figures.files,
        "size": figures.size,
        "largest_file": {"path": figures.largest, "size": figures.largest_size},
        "articles_a_day": figures.articles_a_day,
        "days_left": figures.days_left,
        "limits": {"size": SITE_BYTES, "file": FILE_BYTES, "deploy_minutes": DEPLOY_MINUTES},
        "problems": describe_problems(diagnosis.problems),
    }


def measure(sizes: Mapping[str, int], pages: tuple[Page, ...], now: datetime) -> Figures:
    """Return how large a site is and how it grows, given the bytes of its files by path."""
    size = sum(sizes.values())
    largest = max(sorted(sizes), key=sizes.__getitem__, default="")
    rate = _find_rate(pages, now)
    days_left = None
    if rate and size:
        days_left = max(0, int((SITE_BYTES - size) / (rate * size / len(pages))))
    return Figures(
        articles=len(pages),
        files=len(sizes),
        size=size,
        largest=largest,
        largest_size=sizes.get(largest, 0),
        articles_a_day=rate,
        days_left=days_left,
    )


def _find_rate(pages: tuple[Page, ...], now: datetime) -> float | None:
    """Return how many articles came in a day of late, None where the site is too young to tell."""
    start = now - timedelta(days=_DAYS)
    if not any(page.first_seen < start for page in pages):
        return None
    return sum(start <= page.first_seen for page in pages) / _DAYS


def _diagnose_size(output: str, figures: Figures, sizes: Mapping[str, int]) -> Iterator[Problem]:
    ways_out = "choose excerpts under [feeds], raise minimum under [tags], or take another host"
    if not sizes:
        message = "there is no site yet, so its size was not looked at; run 'sitegen build' first"
        yield Problem(output, message, "note")
    if SITE_BYTES < figures.size:
        message = f"has {_megabytes(figures.size)}, more than GitHub Pages takes; {ways_out}"
        yield Problem(output, message, "error")
    elif _NEARLY * SITE_BYTES < figures.size:
        message = (
            f"has {_megabytes(figures.size)} of the 1024 MB that GitHub Pages takes, and a "
            f"deployment of more than {DEPLOY_MINUTES} minutes is stopped; {ways_out}"
        )
        yield Problem(output, message, "warning")
    elif figures.days_left is not None and figures.days_left < _YEAR:
        message = (
            f"will have more than GitHub Pages takes in about {figures.days_left} days, "
            f"at {figures.articles_a_day:.1f} articles a day; {ways_out}"
        )
        yield Problem(output, message, "warning")
    for path, size in sizes.items():
        if FILE_BYTES < size:
            message = f"has {_megabytes(size)}, and GitHub refuses files of more than 100 MB"
            yield Problem(f"{output}/{path}", message, "error")


def _diagnose_feeds(output: str, sizes: Mapping[str, int]) -> Iterator[Problem]:
    names = ("rss.xml", "atom.xml", "feed.json")
    large = [path for path in sorted(sizes) if path.endswith(names) and FEED_BYTES < sizes[path]]
    if large:
        named = ", ".join(f"{path} ({sizes[path] // 1024} KB)" for path in large[:_MOST_NAMED])
        message = (
            f"{len(large)} feeds have more than {FEED_BYTES // 1024} KB, among them {named}; "
            "lower items or choose excerpts under [feeds]"
        )
        yield Problem(output, message, "warning")


def _diagnose_settings(job: Job) -> Iterator[Problem]:
    if job.settings.base_url == DEFAULTS.base_url:
        message = "base_url is not set; feeds and lasting ids need it, so set it under [site]"
        yield Problem("sitegen.toml", message, "warning")
    workflow = job.site.root / WORKFLOW
    if workflow.is_file() and _UNSET in workflow.read_text(encoding="utf-8", errors="replace"):
        message = "does not say where sitegen comes from; fill in repository and commit"
        yield Problem(WORKFLOW, message, "warning")


def _megabytes(size: int) -> str:
    return f"{size / 1024**2:.0f} MB"
