"""A plain list of what the site holds, for language models and whoever reads plain text.

The form is that of https://llmstxt.org: a title, a quotation that sums up, and lists of links.
"""

import re
from collections.abc import Iterable, Iterator

from sitegen.model.output import OutputFile
from sitegen.model.page import Page
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.publish import urls
from sitegen.publish.dates import count, format_date_of
from sitegen.publish.twins import JSON, MARKDOWN
from sitegen.text.normalize import drop_controls

# The newest of each; the sitemap lists all.
ARTICLES = 50
STORIES = 20
TAGS = 40

_SPACE = re.compile(r"\s+")


def make_llms_file(site: Site) -> OutputFile:
    """Return ``llms.txt``."""
    settings = site.settings
    about = f"> {_plain(settings.description)}\n\n" if settings.description else ""
    head = (
        f"# {_plain(settings.title)}\n\n{about}"
        f"{count(len(site.pages), 'article')}. Each page `articles/SLUG/` has its text in Markdown "
        f"beside it as `{MARKDOWN}` and all that is known of it as `{JSON}`.\n"
    )
    largest = sorted(site.tags, key=lambda tag: (-len(tag.pages), tag.title))[:TAGS]
    stories = site.stories[:STORIES]
    sections = (
        ("Latest", (_list_article(page, settings) for page in site.pages[:ARTICLES])),
        (
            "Stories",
            (
                _link(one.title, urls.story_address(one.slug), settings, _reports(one.pages))
                for one in stories
            ),
        ),
        (
            "Tags",
            (
                _link(tag.title, urls.tag_address(tag.slug), settings, _articles(tag.pages))
                for tag in largest
            ),
        ),
        ("Optional", _list_rest(settings)),
    )
    text = head + "".join(_write_section(title, lines) for title, lines in sections)
    return OutputFile(path="llms.txt", data=drop_controls(text).encode())


def _reports(pages: tuple[Page, ...]) -> str:
    return count(len(pages), "report")


def _articles(pages: tuple[Page, ...]) -> str:
    return count(len(pages), "article")


def _write_section(title: str, lines: Iterable[str]) -> str:
    listed = "".join(lines)
    return f"\n## {title}\n\n{listed}" if listed else ""


def _list_article(page: Page, settings: Settings) -> str:
    note = f"{format_date_of(page, settings.timezone)}. {page.summary}"
    return _link(page.title, urls.article_address(page.slug) + MARKDOWN, settings, note)


def _list_rest(settings: Settings) -> Iterator[str]:
    yield _link("Feed", "feed.json", settings, "the newest articles as JSON Feed")
    yield _link("Sitemap", "sitemap.xml", settings, "every page")
    yield _link("Archive", "archive/", settings, "every article by month")


def _link(words: str, address: str, settings: Settings, note: str) -> str:
    url = urls.absolute_url(settings.base_url, address)
    return f"- [{_plain(words)}]({url}): {_plain(note)}\n"


def _plain(text: str) -> str:
    """Return a text on one line, without what would end the words of a link."""
    return _SPACE.sub(" ", text).replace("[", "(").replace("]", ")").strip()
