"""Make the pages of content/: copies merged, names kept, tags, stories and links in place.

Nothing here reads a clock or forgets: what ``record`` holds is kept, what is new is minted, and
composing again from the result gives the result.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sitegen.corpus.dedupe import find_matches
from sitegen.corpus.drafting import draft_page
from sitegen.corpus.identity import Mint
from sitegen.corpus.merge import Candidate, choose_best, group_copies
from sitegen.corpus.prose import write_prose
from sitegen.corpus.recall import recall_digest
from sitegen.corpus.related import choose_related, measure_likeness
from sitegen.corpus.stories import name_stories
from sitegen.corpus.tags import Vocabulary, choose_tags, make_tag_pages, make_vocabulary
from sitegen.model.article import Article
from sitegen.model.page import Page, Record, TagPage
from sitegen.model.problem import Problem
from sitegen.model.settings import Settings
from sitegen.model.summary import Summary


@dataclass(frozen=True, slots=True)
class _Draft:
    """A page before its tags, story and relations are known, with the text it is made from."""

    page: Page
    article: Article
    summary: Summary


def make_pages(
    articles: Sequence[Article],
    summaries: Sequence[Summary],
    record: Record,
    settings: Settings,
    now: datetime,
) -> tuple[Record, tuple[Problem, ...]]:
    """Return what content/ should hold, and what a person should know about it.

    ``articles`` are those of the seeds and those recalled from the record; ``summaries`` stand
    parallel to them. Pages that a person has changed are kept as they are (law 3).
    """
    drafts = _draft_pages(articles, summaries, record, settings, now)
    vocabulary = _settle_names(drafts, settings)
    pages = _connect(drafts, vocabulary)
    newest = sorted(pages, key=lambda page: (page.dating.moment or page.first_seen, page.id))
    tags = make_tag_pages(newest[::-1], record.tags, settings.tag_minimum)
    linked = [
        page if page.is_edited else replace(page, body=_write_body(page, draft, tags, vocabulary))
        for page, draft in zip(pages, drafts, strict=True)
    ]
    linked.sort(key=lambda page: page.slug)
    problems = tuple(_report_edited(page) for page in linked if page.is_edited)
    return Record(pages=tuple(linked), tags=tags, own=record.own), problems


def _draft_pages(
    articles: Sequence[Article],
    summaries: Sequence[Summary],
    record: Record,
    settings: Settings,
    now: datetime,
) -> list[_Draft]:
    """Merge the copies and give each article its page, old or new."""
    owners = {copy.digest: page for page in record.pages for copy in page.seeds}
    owners |= {recall_digest(page): page for page in record.pages}
    candidates = [
        Candidate(article=article, page=owners.get(article.digest), is_kept=not article.seed)
        for article in articles
    ]
    mint = Mint(record.pages, settings.base_url, now)
    drafts = []
    for group in group_copies(candidates, find_matches(summaries, articles.__getitem__)):
        best = choose_best([candidates[index] for index in group])
        index = next(index for index in group if candidates[index] is best)
        copies = [candidates[index] for index in group]
        page = draft_page(best, copies, summaries[index], mint, settings.language)
        drafts.append(_Draft(page=page, article=best.article, summary=summaries[index]))
    return drafts


def _settle_names(drafts: Sequence[_Draft], settings: Settings) -> Vocabulary:
    return make_vocabulary(
        [draft.summary.topics for draft in drafts if not draft.page.is_edited],
        [draft.page for draft in drafts if draft.page.is_edited],
        settings,
    )


def _connect(drafts: Sequence[_Draft], vocabulary: Vocabulary) -> list[Page]:
    """Give every page that is ours its tags, its story and its related pages."""
    summaries = [draft.summary for draft in drafts]
    likeness = measure_likeness(summaries)
    pages = [draft.page for draft in drafts]
    stories = name_stories(pages, likeness)
    connected = []
    for index, (page, summary) in enumerate(zip(pages, summaries, strict=True)):
        if page.is_edited:
            connected.append(page)
            continue
        connected.append(
            replace(
                page,
                tags=choose_tags(summary.topics, vocabulary),
                story=stories[index],
                related=choose_related(index, pages, summaries, likeness),
            )
        )
    return connected


def _write_body(page: Page, draft: _Draft, tags: Sequence[TagPage], vocabulary: Vocabulary) -> str:
    """Return the text as Markdown, with the first mention of each tag that has a page linked."""
    slugs = {tag.title: tag.slug for tag in tags}
    text = "\n".join(block.text for block in draft.article.blocks if block.kind == "paragraph")
    forms: Mapping[str, list[str]] = {tag: [tag] for tag in page.tags if tag in slugs}
    for mention in draft.summary.mentions:
        forms.get(vocabulary.name(mention.name), []).extend(mention.forms)
    links = {}
    for tag, written in forms.items():
        said = next((form for form in written if form in text), None)
        if said:
            links[said] = f"../tags/{slugs[tag]}.md"
    return write_prose(draft.article.blocks, links)


def _report_edited(page: Page) -> Problem:
    return Problem(
        place=f"content/articles/{page.slug}.md",
        message="edited by hand, so it is kept as it is; delete it to have it made anew",
        severity="note",
    )
