"""The straight line from seeds to the published site. Start reading here.

::

    seeds -> articles -> pages          ingest()
    pages -> site -> output files       publish()

Every stage is a pure function of its whole input: nothing here touches a disk or a clock.
``memo(step, function, value)`` returns ``function(value)``, perhaps from an earlier build, and
``memo.map`` that of many, perhaps by several processes;
it is passed along the seams: parse a file, summarize an article, write its body, compare the
reports of a story.
The comparison of all articles goes on from the last one.
Of a file of the site it gives the key alone: what has the key of the last build is not drawn.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar

from sitegen.corpus import (
    Aids,
    Likeness,
    archive_articles,
    compare_articles,
    issue_digests,
    make_pages,
    note_changes,
    note_published,
    place_days,
    read_likeness,
    recall_articles,
    share_words,
    summarize,
    write_body,
)
from sitegen.ingest import parse_seed
from sitegen.model.article import Article
from sitegen.model.output import Draft, OutputFile, Piece
from sitegen.model.problem import Problem
from sitegen.model.record import Record
from sitegen.model.seed import Intake, Parsed, SeedFile
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.model.story import Story
from sitegen.model.summary import Summary
from sitegen.model.theme import Theme
from sitegen.publish import (
    Bodies,
    Comparison,
    Maker,
    Renderer,
    Reports,
    SocialCard,
    View,
    bind_book,
    compare_reports,
    cut_chunks,
    cut_words,
    draw_social_card,
    index_chunk,
    join_parts,
    list_addresses,
    list_books,
    list_feeds,
    list_social_cards,
    list_twins,
    list_views,
    make_assets,
    make_machine_files,
    make_search_files,
    make_stamps,
    output_path,
    plan_site,
    render_feed,
    render_markdown,
    write_twins,
)
from sitegen.text.wording import digest_words, read_wording, select_words

Value = TypeVar("Value")
Result = TypeVar("Result")


class Memo(Protocol):
    """Remember results by content: same step, function and value give the same result."""

    def __call__(self, step: str, function: Callable[[Value], Result], value: Value) -> Result:
        """Return ``function(value)``."""

    def map(
        self, step: str, function: Callable[[Value], Result], values: Sequence[Value]
    ) -> Iterable[Result]:
        """Return the function of each value, in their order."""

    def revise(
        self, step: str, function: Callable[[Value, Result | None], Result], value: Value
    ) -> Result:
        """Return ``function(value, last)``, where ``last`` is what it gave in an earlier build.

        Another value and another ``last``, or None, must change nothing but the time.
        """

    def key(self, step: str, function: Callable[..., object], value: object) -> bytes | None:
        """Return a digest of all that a function's result depends on, None if it has none."""

    def digest(self, value: object) -> bytes:
        """Return a digest that can stand for a value in others, empty if it has none."""


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
    intakes = [Intake(seed, settings.noise, settings.language) for seed in seeds]
    parsed = tuple(memo.map("parse", parse_seed, intakes))
    record = place_days(record, settings.timezone, now)
    held = frozenset(record.held)
    read = tuple(
        article for seed in parsed for article in seed.articles if article.digest not in held
    )
    recalled = recall_articles((*record.pages, *record.merged), read, settings.noise)
    articles = (*read, *recalled)
    summaries = tuple(memo.map("summarize", summarize, articles))

    def compare(texts: tuple[Summary, ...]) -> Likeness:
        return read_likeness(memo.revise("compare articles", compare_articles, texts), texts)

    aids = Aids(
        compare=compare,
        share=partial(memo, "share words", share_words),
        write=partial(memo, "write body", write_body),
    )
    made, problems = make_pages(articles, summaries, record, settings, now, aids)
    found = tuple(problem for seed in parsed for problem in seed.problems)
    known = {page.id for page in record.pages}
    changed = note_changes(record, made, read, now)
    issued = archive_articles(issue_digests(changed, settings, now), settings, now, known)
    public = replace(settings, drafts=False, future=False)
    noted = note_published(issued, list_addresses(plan_site(issued, public, now)), summaries)
    return Ingested(noted, parsed, articles, summaries, problems=found + problems)


def publish(
    record: Record, settings: Settings, theme: Theme, now: datetime, memo: Memo
) -> Iterator[Piece]:
    """Plan the whole site from the pages of content/; yield the pieces to be drawn."""
    site = plan_site(record, settings, now)
    written = [(page.id, page.body) for page in site.pages]
    written += [(one.issue.id, one.issue.body) for one in site.digests if one.issue]
    bodies = Bodies((name, memo("render body", render_markdown, body)) for name, body in written)

    stamps = make_stamps(site, bodies, memo.digest)

    def compare(story: Story) -> Comparison:
        told = tuple(bodies[page.id] for page in story.pages)
        return memo("compare reports", compare_reports, Reports(told, story.pages[0].lang))

    words = read_wording(settings.language, settings.words)
    spoken = select_words(words.language, settings.words)
    renderer = Renderer(theme, spoken)
    dress = f"render {theme.digest} {digest_words(spoken)}"
    if settings.search:  # first, for it takes longest, and others may draw the rest meanwhile
        yield partial(_draft_search, site, memo)
    for view in list_views(site, bodies, compare, theme, stamps):
        yield partial(_draft_page, view, renderer, dress, memo)
    for feed in list_feeds(site, bodies, theme, stamps):
        yield partial(_draft, feed, "render feed", render_feed, memo)
    for twins in list_twins(site, stamps):
        yield partial(_draft, twins, "write twins", write_twins, memo)
    for book in list_books(site, bodies, stamps):
        yield partial(_draft, book, "bind book", bind_book, memo)
    for card in list_social_cards(site):
        yield partial(_draft_card, card, memo)
    yield partial(Draft, None, partial(make_machine_files, site))
    yield partial(Draft, None, partial(make_assets, theme, words))


def _draft_page(maker: Maker[View], renderer: Renderer, dress: str, memo: Memo) -> Draft:
    matter, make = maker.prepare()

    def draw() -> Iterator[OutputFile]:
        view = make()
        yield OutputFile(path=output_path(view.address), data=renderer.render(view))

    return Draft(memo.key(dress, renderer.render, matter), draw)


def _draft(
    maker: Maker[Value], step: str, draw: Callable[[Value], Iterable[OutputFile]], memo: Memo
) -> Draft:
    matter, make = maker.prepare()
    return Draft(memo.key(step, draw, matter), lambda: draw(make()))


def _draft_card(card: SocialCard, memo: Memo) -> Draft:
    return Draft(memo.key("draw card", draw_social_card, card), partial(draw_social_card, card))


def _draft_search(site: Site, memo: Memo) -> Draft:
    indexes = [memo("index words", index_chunk, chunk) for chunk in cut_chunks(site)]
    parts = [memo("index part", cut_words, part) for part in join_parts(site, indexes)]
    return Draft(None, partial(make_search_files, site, parts))
