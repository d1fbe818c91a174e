"""Answer what became of a seed, and why a page is as it is."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sitegen.app.nearest import find_nearest
from sitegen.app.report import describe_problems
from sitegen.app.survey import Job, Survey
from sitegen.errors import UsageError
from sitegen.ingest import read_lines
from sitegen.model.article import Article
from sitegen.model.page import Page
from sitegen.model.seed import Parsed, SeedFile

Values = dict[str, Any]


def explain_name(name: str, job: Job, survey: Survey) -> Values:
    """Return what is known of a seed or a page, by any of its names.

    A seed goes by its path below seeds/ or on disk, a page by its slug, its file, its address or
    its URL. Raise UsageError, with the nearest known names, for anything else.
    """
    parsed = {parsed.seed: parsed for parsed in survey.ingested.parsed}
    for seed_name in _list_seed_names(name, job.site.seeds):
        if seed_name in parsed:
            seeds = {seed.name: seed for seed in survey.seeds.seeds}
            return _explain_seed(parsed[seed_name], seeds[seed_name], survey)
    pages = {page.slug: page for page in survey.after.record.pages}
    slug = _find_slug(name)
    for page in pages.values():
        if slug == page.slug or slug in page.aliases:
            return {"page": _explain_page(page)}
    raise UsageError(_describe_unknown(name, slug, [*parsed, *pages]))


def _list_seed_names(name: str, seeds: Path) -> list[str]:
    """Return the names that a seed may have in the record.

    A shell completes a path from where the user stands, which need not be the site's folder.
    """
    path = Path(name).absolute()
    below = [path.relative_to(seeds).as_posix()] if path.is_relative_to(seeds) else []
    return [*below, name.removeprefix("./").removeprefix("seeds/")]


def _find_slug(name: str) -> str:
    """Return the slug in any of the names of a page.

    >>> _find_slug("https://example.org/news/articles/ferry-late/index.html")
    'ferry-late'
    >>> _find_slug("content/articles/ferry-late.md"), _find_slug("ferry-late")
    ('ferry-late', 'ferry-late')
    """
    parts = [part for part in unquote(urlsplit(name).path).split("/") if part]
    if "articles" in parts[:-1]:
        parts = parts[parts.index("articles") + 1 :][:1]
    return parts[-1].removesuffix(".md") if parts else ""


def _describe_unknown(name: str, slug: str, known: Iterable[str]) -> str:
    names = tuple(known)
    nearest = find_nearest(slug, names, 3) or find_nearest(name.removeprefix("seeds/"), names, 3)
    listed = ", ".join(repr(item) for item in nearest)
    hint = f"did you mean {listed}?" if listed else "give a file of seeds/ or of content/articles/"
    return f"{name}: no seed and no page has this name; {hint}"


def _explain_seed(parsed: Parsed, seed: SeedFile, survey: Survey) -> Values:
    texts = read_lines(seed)
    return {
        "seed": {
            "name": parsed.seed,
            "lines": [
                {
                    "number": fate.number,
                    "kind": fate.kind,
                    "rule": fate.rule,
                    "reason": fate.reason,
                    "article": fate.article,
                    "text": text,
                }
                for fate, text in zip(parsed.lines, texts, strict=True)
            ],
            "articles": [_explain_article(item, survey) for item in parsed.articles],
            "notes": list(parsed.notes),
            "problems": describe_problems(parsed.problems),
        }
    }


def _explain_article(article: Article, survey: Survey) -> Values:
    pages = survey.after.record.pages
    page = next((page for page in pages if _is_copy(article, page)), None)
    return {
        "ordinal": article.ordinal,
        "title": article.title,
        "digest": article.digest,
        "truncated": article.is_truncated,
        "page": page and _explain_page(page),
    }


def _is_copy(article: Article, page: Page) -> bool:
    """Tell whether the page records this text: the same digest is the same, letter for letter."""
    return any(copy.digest == article.digest for copy in page.seeds)


def _explain_page(page: Page) -> Values:
    return {
        "id": page.id,
        "slug": page.slug,
        "file": f"content/articles/{page.slug}.md",
        "title": page.title,
        "date": page.dating.moment and page.dating.moment.isoformat(),
        "date_precision": page.dating.precision,
        "date_evidence": page.dating.evidence,
        "first_seen": page.first_seen.isoformat(),
        "draft": page.draft,
        "edited": page.is_edited,
        "tags": list(page.tags),
        "story": page.story,
        "related": [
            {"slug": item.slug, "title": item.title, "reason": item.reason} for item in page.related
        ],
        "versions": [
            {"slug": item.slug, "title": item.title, "score": item.score} for item in page.versions
        ],
        "copies": [
            {
                "seed": copy.seed,
                "digest": copy.digest,
                "words": copy.words,
                "score": copy.score,
                "reason": copy.reason,
                "differences": copy.differences,
            }
            for copy in page.seeds
        ],
    }
