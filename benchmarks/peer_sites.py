"""Lay the pages of a site's content/ out for other generators, so that all draw the same."""

import json
import re
import shutil
from collections.abc import Iterator
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
    """Write a site for Hugo: templates of as much HTML, the same tags, stories and feeds."""
    shutil.copytree(_LAYOUTS / "hugo", site)
    tags = {path.stem for path in (content / "tags").iterdir()}
    articles = site / "content" / "articles"
    articles.mkdir(parents=True)
    for page in read_pages(content):
        moment = page.dating.moment or page.first_seen
        day = moment.date()
        year, week, _ = day.isocalendar()
        values = {
            "title": page.title,
            "slug": page.slug,
            "date": moment.isoformat(),
            "tagid": page.id,
            "tags": list(page.tags) if tags else [],
            "stories": [page.story] if page.story else [],
            "sources": [page.agency] if page.agency else [],
            "digest": [day.isoformat(), f"{year}-W{week:02}"],
            "archive": [f"{day:%Y-%m}"],
            "excerpt": page.summary,
            "source": page.agency,
            "words": page.words,
            "related": [
                {"link": f"articles/{one.slug}/", "title": one.title, "reason": one.reason}
                for one in page.related
            ],
            "seeds": [copy.seed for copy in page.seeds],
        }
        # JSON is front matter to Hugo, and the fastest that it reads.
        body = _CONTENT_LINK.sub(r"](/news/tags/\1/)", page.body)
        text = f"{json.dumps(values, ensure_ascii=False, indent=1)}\n\n{body}"
        (articles / f"{page.slug}.md").write_text(text, encoding="utf-8")
