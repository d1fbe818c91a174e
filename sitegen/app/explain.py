"""Answer what became of a seed, and why a page is as it is."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sitegen.app.explain_copies import explain_copies
from sitegen.app.explain_digest import explain_digest, read_digest_slug
from sitegen.app.explain_own import explain_gone, explain_own, find_former
from sitegen.app.explain_story import explain_former_story, explain_story
from sitegen.app.explain_tag import explain_tag
from sitegen.app.files import show_name
from sitegen.app.job import Job
from sitegen.app.nearest import find_nearest
from sitegen.app.report import describe_problems
from sitegen.app.story_names import find_story, is_story_name
from sitegen.app.survey import Survey
from sitegen.corpus import (
    Account,
    Closeness,
    correct_kinds,
    explain_tags,
    find_kinds,
    find_merged,
    find_survivors,
    find_texts,
    give_account,
    list_names,
    name_copy,
)
from sitegen.errors import UsageError
from sitegen.ingest import read_lines
from sitegen.model.article import Article
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.model.seed import Parsed, SeedFile
from sitegen.publish import day_of, list_withheld

Values = dict[str, Any]

_NAMES = (
    "seeds/ or of content/articles/, stories/NAME, digest/DAY or a tag, as "
    "'sitegen tags' lists them"
)
# Where the pages lie that have a slug, in content/ or on the site.
_ROOMS = ("articles", "gone", "pages", "tags")


def explain_name(name: str, job: Job, survey: Survey) -> Values:
    """Return what is known of whatever has this name.

    A seed goes by its path below seeds/ or on disk, a page by its slug, its file, its address or
    its URL, and so does an article that is gone, a person's own page and a tag, the last by its
    name as well; a story and a digest by all of these but the slug. Raise UsageError, with the
    nearest known names, for anything else.
    """
    parsed = {parsed.seed: parsed for parsed in survey.ingested.parsed}
    for seed_name in list_seed_names(name, job.site.seeds):
        if seed_name in parsed:
            seeds = {seed.name: seed for seed in survey.seeds.seeds}
            return _explain_seed(parsed[seed_name], seeds[seed_name], job, survey)
    record = survey.after.record
    if is_story_name(name):
        if former := explain_former_story(name, record, job):
            return {"former_story": former}
        return {"story": explain_story(find_story(name, record), survey)}
    if period := read_digest_slug(name):
        return {"digest": explain_digest(period, job, survey)}
    room, slug = _read_name(name)
    if room in {"", "articles", "gone"}:
        page = find_page(name, record.pages) or find_former(slug, record)
        if page:
            return {"page": _explain_page(page, job, survey)}
    refuse_quarantined(name, survey)
    _refuse_seed(name, job.site.seeds, survey)
    others = (
        ({"", "articles", "gone"}, "gone", explain_gone(slug, record)),
        ({"", "pages"}, "own", explain_own(slug, record)),
        ({"", "tags"}, "tag", explain_tag(name, slug, record, job.settings)),
    )
    for rooms, kind, found in others:
        if room in rooms and found:
            return {kind: found}
    known = [*parsed, *(page.slug for page in record.pages)]
    known += [*(own.slug for own in record.own), *(tag.slug for tag in record.tags)]
    what = "no seed, no page and no tag has this name"
    raise UsageError(describe_unknown(name, known, what, _NAMES))


def find_page(name: str, pages: Iterable[Page]) -> Page | None:
    """Return the page that a slug, file, address or URL means; its present name comes first."""
    _, slug = _read_name(name)
    every = tuple(pages)
    named = [page for page in every if slug == page.slug]
    return next(iter((*named, *(page for page in every if slug in page.aliases))), None)


def refuse_quarantined(name: str, survey: Survey) -> None:
    """Raise UsageError for a page whose file is quarantined: say why, for it is not unknown."""
    room, slug = _read_name(name)
    files = {f"content/{one}/{slug}.md" for one in ([room] if room else _ROOMS)}
    for problem in survey.problems:
        if problem.severity == "quarantined" and problem.place.partition(":")[0] in files:
            raise UsageError(f"{problem.place}: is quarantined: {problem.message}")


def _refuse_seed(name: str, seeds: Path, survey: Survey) -> None:
    """Raise UsageError for a seed that is quarantined before it was read, as a build says it."""
    places = {show_name(f"seeds/{seed}") for seed in list_seed_names(name, seeds)}
    for problem in survey.problems:
        if problem.severity == "quarantined" and problem.place in places:
            raise UsageError(f"{problem.place}: is quarantined: {problem.message}")


def list_seed_names(name: str, seeds: Path) -> list[str]:
    """Return the names that a seed may have in the record.

    A shell completes a path from where the user stands, which need not be the site's folder.
    """
    path = Path(name).absolute()
    below = [path.relative_to(seeds).as_posix()] if path.is_relative_to(seeds) else []
    return [*below, name.removeprefix("./").removeprefix("seeds/")]


def _read_name(name: str) -> tuple[str, str]:
    """Return the folder and the slug in any of the names of a page; the folder may be unsaid.

    >>> _read_name("https://example.org/news/articles/ferry-late/index.html")
    ('articles', 'ferry-late')
    >>> _read_name("content/tags/mira.md"), _read_name("ferry-late"), _read_name("about/")
    (('tags', 'mira'), ('', 'ferry-late'), ('', 'about'))
    """
    parts = [part for part in unquote(urlsplit(name).path).split("/") if part]
    if parts[1:] and parts[-1] == "index.html":
        parts.pop()
    room = next((part for part in parts[:-1] if part in _ROOMS), "")
    slug = parts[parts.index(room) + 1] if room else "".join(parts[-1:])
    return room, slug.removesuffix(".md")


def describe_unknown(name: str, known: Iterable[str], what: str, folders: str) -> str:
    """Return what is wrong with a name, and the known ones that look like it, or where to look."""
    (_, slug), names = _read_name(name), tuple(known)
    nearest = find_nearest(slug, names, 3) or find_nearest(name.removeprefix("seeds/"), names, 3)
    listed = ", ".join(repr(item) for item in nearest)
    hint = f"did you mean {listed}?" if listed else f"give a file of {folders}"
    shown = name or "/"  # the front page has no name
    return f"{shown}: {what}; {hint}"


def _explain_seed(parsed: Parsed, seed: SeedFile, job: Job, survey: Survey) -> Values:
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
            "articles": [_explain_article(item, job, survey) for item in parsed.articles],
            "notes": list(parsed.notes),
            "problems": describe_problems(parsed.problems),
        }
    }


def _explain_article(article: Article, job: Job, survey: Survey) -> Values:
    page = _find_page_of(article, survey.after.record)
    return {
        "ordinal": article.ordinal,
        "title": article.title,
        "digest": article.digest,
        "truncated": article.is_truncated,
        "held": article.digest in survey.after.record.held,
        "page": page and _explain_page(page, job, survey),
    }


def _explain_choices(page: Page, account: Account) -> Values:
    """Return what was taken for the summary and the related pages, and what was passed over."""
    close = {one.slug: one for one in account.close}
    related = {item.slug for item in page.related}
    return {
        "summary": page.summary,
        "sentences": [
            {"text": one.text, "weight": one.weight, "fault": one.fault, "chosen": one.is_chosen}
            for one in account.sentences
        ],
        "related": [
            {
                "slug": item.slug,
                "title": item.title,
                "reason": item.reason,
                **_explain_closeness(close.get(item.slug)),
            }
            for item in page.related
        ],
        "passed_over": [
            {"slug": one.slug, **_explain_closeness(one)}
            for one in account.close
            if one.slug not in related
        ],
    }


def _explain_closeness(closeness: Closeness | None) -> Values:
    """Return the figures by which pages are related; those of a person's own list have none."""
    if closeness is None:
        return {"score": None, "cosine": None, "nearness": None}
    return {
        "score": closeness.score,
        "cosine": closeness.cosine,
        "nearness": closeness.nearness,
    }


def _find_page_of(article: Article, record: Record) -> Page | None:
    """Return the page that records this text, first the one that names this very copy of it.

    The same digest is the same text, letter for letter; two pages have it only after a split.
    A page edited by hand does not record the copies of what was merged into it.
    """
    every = (*record.pages, *record.merged)
    survivors, known = find_survivors(every), {page.id: page for page in every}
    pages = [
        (copy.seed != name_copy(article), known[survivors[page.id]])
        for page in every
        for copy in page.seeds
        if copy.digest == article.digest
    ]
    return min(pages, key=lambda pair: (pair[0], pair[1].slug), default=(True, None))[1]


def _explain_page(page: Page, job: Job, survey: Survey) -> Values:
    record, read = survey.after.record, survey.ingested
    account = give_account(page, find_texts(record.pages, read.articles, read.summaries))
    kinds = find_kinds(summary.mentions for summary in read.summaries)
    merged = find_merged(page, record)
    united = {page.id, *(item.id for item in merged)}
    waits = page in list_withheld(record, job.settings, job.now)
    return {
        "id": page.id,
        "slug": page.slug,
        "file": f"content/articles/{page.slug}.md",
        "title": page.title,
        "date": page.dating.moment and page.dating.moment.isoformat(),
        "date_precision": page.dating.precision,
        "date_evidence": page.dating.evidence,
        "date_basis": page.dating.basis if page.dating.moment else "",
        "date_contrary": page.dating.contrary,
        "first_seen": page.first_seen.isoformat(),
        "draft": page.draft,
        "waits_until": day_of(page, job.settings.timezone).isoformat() if waits else None,
        "edited": page.is_edited,
        "tags": list(page.tags),
        "tag_reasons": [
            {"tag": one.tag, "kind": one.kind, "weight": one.weight, "articles": one.articles}
            for one in explain_tags(page, record.pages, survey.tag_aliases, kinds)
        ],
        "names": [
            {
                "name": mention.name,
                "kind": mention.kind,
                "count": mention.count,
                "forms": list(mention.forms),
            }
            for mention in correct_kinds(list_names(page, kinds), kinds)
        ],
        "story": page.story,
        "story_by_hand": page.is_story_by_hand,
        **_explain_choices(page, account),
        "merged": [
            {"id": item.id, "slug": item.slug, "file": f"content/articles/{item.slug}.md"}
            for item in merged
        ],
        "apart": [{"id": row.id, "slug": row.slug} for row in page.apart if row.id not in united],
        "versions": [
            {"slug": item.slug, "title": item.title, "score": item.score} for item in page.versions
        ],
        "copies": explain_copies(page, survey),
    }
