"""Lay the pages of a site's content/ out for other generators, so that all draw the same."""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sitegen.model.content import ContentFile
from sitegen.model.page import Page
from sitegen.pages import read_page

_LAYOUTS = Path(__file__).parent
_CONTENT_LINK = re.compile(r"\]\(\.\./tags/([^)/]+)\.md\)")


def read_pages(content: Path) -> Iterator[Page]:
    """Yield the articles of a folder that sitegen has filled."""
    for path in sorted((content / "articles").iterdir()):
        page = read_page(ContentFile(f"articles/{path.name}", path.read_bytes())).page
        if page:
            yield page


def lay_out_for_hugo(content: Path, site: Path) -> None:
    """Write a site for Hugo: templates of as much HTML, the same twins, lists and feeds."""
    shutil.copytree(_LAYOUTS / "hugo", site)
    tags = {path.stem for path in (content / "tags").iterdir()}
    articles = site / "content" / "articles"
    articles.mkdir(parents=True)
    for page in read_pages(content):
        day = _moment_of(page).date()
        year, week, _ = day.isocalendar()
        values = {
            **_describe(page),
            "date": _moment_of(page).isoformat(),
            "tags": list(page.tags) if tags else [],
            "stories": [page.story] if page.story else [],
            "sources": [page.agency] if page.agency else [],
            "digest": [day.isoformat(), f"{year}-W{week:02}"],
            "archive": [f"{day:%Y-%m}"],
        }
        # JSON is front matter to Hugo, and the fastest that it reads.
        text = f"{json.dumps(values, ensure_ascii=False, indent=1)}\n\n{_link_tags(page)}"
        (articles / f"{page.slug}.md").write_text(text, encoding="utf-8")


def lay_out_for_eleventy(content: Path, site: Path) -> None:
    """Write a site for Eleventy: templates of as much HTML, the same twins, lists and feeds."""
    shutil.copytree(_LAYOUTS / "eleventy", site)
    articles = site / "articles"
    articles.mkdir()
    for page in read_pages(content):
        values = {
            **_describe(page),
            "date": f"{_moment_of(page).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            "layout": "article.njk",
            "permalink": f"articles/{page.slug}/index.html",
            # Eleventy makes a collection of each of its own tags.
            "tagsOf": page.tags,
            "storiesOf": [page.story] if page.story else [],
            "sourcesOf": [page.agency] if page.agency else [],
        }
        text = f"---json\n{json.dumps(values, ensure_ascii=False)}\n---\n{_link_tags(page)}"
        (articles / f"{page.slug}.md").write_text(text, encoding="utf-8")


def _describe(page: Page) -> dict[str, object]:
    return {
        "title": page.title,
        "slug": page.slug,
        "tagid": page.id,
        "excerpt": page.summary,
        "source": page.agency,
        "words": page.words,
        "related": [
            {"link": f"articles/{one.slug}/", "title": one.title, "reason": one.reason}
            for one in page.related
        ],
        "seeds": [copy.seed for copy in page.seeds],
    }


def _moment_of(page: Page) -> datetime:
    return page.dating.moment or page.first_seen


def _link_tags(page: Page) -> str:
    """Return the body of a page with its links to tags as the site has them."""
    return _CONTENT_LINK.sub(r"](/news/tags/\1/)", page.body)


def lay_out_for_pelican(content: Path, site: Path) -> None:
    """Write a site for Pelican: templates of as much HTML, the same tags, stories as categories."""
    shutil.copytree(_LAYOUTS / "pelican", site)
    articles = site / "content" / "articles"
    articles.mkdir(parents=True)
    for page in read_pages(content):
        head = {
            "Title": page.title,
            "Slug": page.slug,
            "Date": _moment_of(page).isoformat(),
            "Tags": "; ".join(page.tags),
            "Category": page.story or "alone",
            "Excerpt": page.summary,
            "Source": page.agency,
            "Words": str(page.words),
        }
        lines = (f"{key}: {' '.join(value.split())}\n" for key, value in head.items() if value)
        (articles / f"{page.slug}.md").write_text(
            f"{''.join(lines)}\n{_link_tags(page)}", encoding="utf-8"
        )


def lay_out_for_nikola(content: Path, site: Path) -> None:
    """Write a site for Nikola, in its own plainest theme, with stories as categories."""
    shutil.copytree(_LAYOUTS / "nikola", site)
    articles = site / "articles"
    articles.mkdir()
    for page in read_pages(content):
        head = {
            "title": page.title,
            "slug": page.slug,
            "date": f"{_moment_of(page):%Y-%m-%d %H:%M:%S} UTC",
            "tags": ", ".join(page.tags),
            "category": page.story,
            "description": page.summary,
        }
        teaser, gap, rest = _link_tags(page).lstrip("\n").partition("\n\n")
        lines = (f".. {key}: {' '.join(value.split())}\n" for key, value in head.items() if value)
        text = f"<!--\n{''.join(lines)}-->\n\n{teaser}\n\n<!-- TEASER_END -->{gap}{rest}"
        (articles / f"{page.slug}.md").write_text(text, encoding="utf-8")
