"""The straight line from seeds to the published site. Start reading here.

::

    seeds -> articles -> pages          ingest()
    pages -> site -> output files       publish()

Every stage is a pure function of its whole input: nothing here touches a disk or a clock.
``memo(step, function, value)`` returns ``function(value)``, perhaps from an earlier build;
it is passed along three seams: parse a file, summarize an article, render a piece of the site.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from sitegen.corpus import issue_digests, make_pages, recall_articles, summarize
from sitegen.ingest import parse_seed
from sitegen.model.article import Article
from sitegen.model.output import OutputFile
from sitegen.model.problem import Problem
from sitegen.model.record import Record
from sitegen.model.seed import Intake, Parsed, SeedFile
from sitegen.model.settings import Settings
from sitegen.model.summary import Summary
from sitegen.model.theme import Theme
from sitegen.publish import (
    Renderer,
    Reports,
    compare_reports,
    cut_chunks,
    draw_card,
    index_chunk,
    list_social_cards,
    make_assets,
    make_feeds,
    make_machine_files,
    make_search_files,
    make_twins,
    make_views,
    output_path,
    plan_site,
    render_feed,
    render_markdown,
)

Value = TypeVar("Value")
Result = TypeVar("Result")


class Memo(Protocol):
    """Remember results by content: same step, function and value give the same result."""

    def __call__(self, step: str, function: Callable[[Value], Result], value: Value) -> Result:
        """Return ``function(value)``."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What content/ should hold now, what the seeds said, and what a person should know.

    ``summaries`` stand parallel to ``articles``: all that was read from seeds or from pages.
    """

    record: Record
    parsed: tuple[Parsed, ...]
    articles: tuple[Article, ...]
    summaries: tuple[Summary, ...]
    problems: tuple[Problem, ...]


def ingest(
    seeds: Iterable[SeedFile], record: Record, settings: Settings, now: datetime, memo: Memo
) -> Ingested:
    """Turn seeds into pages, keeping every identity and decision that ``record`` holds."""
    parsed = tuple(memo("parse", parse_seed, Intake(seed, settings.noise)) for seed in seeds)
    held = frozenset(record.held)
    read = tuple(
        article for seed in parsed for article in seed.articles if article.digest not in held
    )
    recalled = recall_articles((*record.pages, *record.merged), read, settings.noise)
    articles = (*read, *recalled)
    summaries = tuple(memo("summarize", summarize, article) for article in articles)
    made, problems = make_pages(articles, summaries, record, settings, now)
    found = tuple(problem for seed in parsed for problem in seed.problems)
    issued = issue_digests(made, settings, now)
    return Ingested(issued, parsed, articles, summaries, problems=found + problems)


def publish(
    record: Record, settings: Settings, theme: Theme, now: datetime, memo: Memo
) -> Iterator[OutputFile]:
    """Draw the whole site from the pages of content/."""
    site = plan_site(record, settings, now)
    written = [(page.id, page.body) for page in site.pages]
    written += [(one.issue.id, one.issue.body) for one in site.digests if one.issue]
    bodies = {name: memo("render body", render_markdown, body) for name, body in written}
    told = {one.slug: Reports(tuple(bodies[page.id] for page in one.pages)) for one in site.stories}
    compared = {slug: memo("compare reports", compare_reports, one) for slug, one in told.items()}
    renderer = Renderer(theme)
    for view in make_views(site, bodies, compared, theme):
        html = memo(f"render {theme.digest}", renderer.render, view)
        yield OutputFile(path=output_path(view.address), data=html)
    for feed in make_feeds(site, bodies):
        yield from memo("render feed", render_feed, feed)
    if settings.search:
        indexes = [memo("index words", index_chunk, chunk) for chunk in cut_chunks(site)]
        yield from make_search_files(site, indexes)
    yield from make_twins(site)
    for card in list_social_cards(site):
        yield OutputFile(path=card.address, data=memo("draw card", draw_card, card.text))
    yield from make_machine_files(site)
    yield from make_assets(theme)
