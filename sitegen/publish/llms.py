"""A plain list of what the site holds, for language models and whoever reads plain text.

The form is that of https://llmstxt.org: a title, a quotation that sums up, and lists of links.
"""

import re
from collections.abc import Iterable, Iterator

from sitegen.model.output import OutputFile
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.publish import urls
from sitegen.publish.dates import count_articles, format_date_of
from sitegen.publish.twins import JSON, MARKDOWN, escape_markdown
from sitegen.text.normalize import encode_shown
from sitegen.text.wording import Wording, read_wording

# The newest of each; the sitemap lists all.
ARTICLES = 50
STORIES = 20
TAGS = 40

_SPACE = re.compile(r"\s+")


def make_llms_file(site: Site) -> OutputFile:
    """Return ``llms.txt``."""
    settings, words = site.settings, read_wording(site.settings.language, site.settings.words)
    about = f"> {_plain(settings.description)}\n\n" if settings.description else ""
    told = words.gettext(
        "%(articles)s. Each page `articles/SLUG/` has its text in Markdown beside it as "
        "`%(markdown)s` and all that is known of it as `%(json)s`.",
        articles=count_articles(len(site.pages), words),
        markdown=MARKDOWN,
        json=JSON,
    )
    head = f"# {_plain(settings.title)}\n\n{about}{told}\n"
    sections = (
        (words.gettext("Latest"), _list_articles(site, words)),
        (words.gettext("Stories"), _list_stories(site, words)),
        (words.gettext("Tags"), _list_tags(site, words)),
        ("Optional", _list_rest(settings, words)),  # a name that the form has a meaning for
    )
    text = head + "".join(_write_section(title, lines) for title, lines in sections)
    return OutputFile(path="llms.txt", data=encode_shown(text))


def _list_articles(site: Site, words: Wording) -> Iterator[str]:
    settings = site.settings
    for page in site.pages[:ARTICLES]:
        note = f"{format_date_of(page, settings.timezone, words)}. {page.summary}"
        yield _link(page.title, urls.article_address(page.slug) + MARKDOWN, settings, note)


def _list_stories(site: Site, words: Wording) -> Iterator[str]:
    for story in site.stories[:STORIES]:
        note = words.ngettext("%(number)s report", "%(number)s reports", len(story.pages))
        yield _link(story.title, urls.story_address(story.slug), site.settings, note)


def _list_tags(site: Site, words: Wording) -> Iterator[str]:
    for tag in sorted(site.tags, key=lambda tag: (-len(tag.pages), tag.title))[:TAGS]:
        note = count_articles(len(tag.pages), words)
        yield _link(tag.title, urls.tag_address(tag.slug), site.settings, note)


def _write_section(title: str, lines: Iterable[str]) -> str:
    listed = "".join(lines)
    return f"\n## {title}\n\n{listed}" if listed else ""


def _list_rest(settings: Settings, words: Wording) -> Iterator[str]:
    feed, pages = words.gettext("the newest articles as JSON Feed"), words.gettext("every page")
    yield _link(words.gettext("Feed"), "feed.json", settings, feed)
    yield _link(words.gettext("Sitemap"), "sitemap.xml", settings, pages)
    months = words.gettext("every article by month")
    yield _link(words.gettext("Archive"), "archive/", settings, months)


def _link(title: str, address: str, settings: Settings, note: str) -> str:
    url = urls.absolute_url(settings.base_url, address)
    return f"- [{_plain(title)}]({url}): {_plain(note)}\n"


def _plain(text: str) -> str:
    """Return a text on one line, of which no character means something in Markdown."""
    return escape_markdown(_SPACE.sub(" ", text).strip())
