"""Make the items of feeds: an article, a digest, or what an archive tells of an article."""

import re
from datetime import datetime, timedelta
from html import escape, unescape
from urllib.parse import urljoin

from sitegen.model.digest import Issue
from sitegen.model.feed import Archived, FeedItem
from sitegen.model.page import Page
from sitegen.model.settings import Settings
from sitegen.publish import urls
from sitegen.publish.channels import EPOCH
from sitegen.publish.language import foreign_language
from sitegen.publish.markup import resolve_links
from sitegen.publish.plan import moment_of_issue, rights_of
from sitegen.publish.renewal import moment_of
from sitegen.text.normalize import clean_line, drop_mail_addresses, is_printable

# What some readers take for markup where the format says that there is none: the W3C validator
# warns of it in titles, however it is escaped.
_LIKE_MARKUP = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_MORNING = 11 * 60 * 60  # seconds
_UNSEEN = "\u2060"  # a word joiner

# What XML 1.0 has no way to write (https://www.w3.org/TR/xml/#charsets).
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HREF = re.compile(r'href="(?!https?:|mailto:)([^"]*)"')


def make_page_item(
    page: Page, body: str, addresses: frozenset[str], settings: Settings
) -> FeedItem:
    """Return the item of an article; ``addresses`` are those that its links may lead to."""
    url = urls.absolute_url(settings.base_url, urls.article_address(page.slug))
    published = _place_in_feeds(moment_of(page))
    is_full = settings.feed_content == "full"
    return FeedItem(
        id=clean_line(page.id),
        url=url,
        title=show_literally(page.title) or url,
        published=published,
        updated=max(published, _place_in_feeds(page.updated)),
        author=name_author(page.agency or page.byline or settings.author),
        summary=clean_line(page.summary),
        content_html=_resolve(body, "articles", url, addresses, settings) if is_full else "",
        tags=tuple(tag for tag in map(clean_line, page.tags) if tag),
        rights=clean_line(rights_of(page, settings)),
        language=_name_language(page.lang, settings),
    )


def make_issue_item(
    issue: Issue, body: str, addresses: frozenset[str], settings: Settings
) -> FeedItem:
    """Return the item of a digest: it came when its period was over."""
    url = urls.absolute_url(settings.base_url, urls.digest_address(issue.slug))
    published = _place_in_feeds(moment_of_issue(issue, settings.timezone))
    return FeedItem(
        id=clean_line(issue.id),
        url=url,
        title=show_literally(issue.title) or url,
        published=published,
        updated=published,
        author=name_author(settings.author),
        summary=clean_line(issue.summary),
        content_html=_resolve(body, "digests", url, addresses, settings),
        tags=(),
    )


def show_literally(text: str) -> str:
    r"""Return a line that no reader takes for markup: what looks like it is broken up, unseen.

    >>> show_literally("The end of </p> & of &amp;").encode("ascii", "backslashreplace").decode()
    'The end of <\\u2060/p> & of &\\u2060amp;'
    """
    return _LIKE_MARKUP.sub(lambda found: found[0] + _UNSEEN, clean_line(text))


def _place_in_feeds(moment: datetime) -> datetime:
    """Return the moment that feeds tell: the W3C validator takes one before 1970 for a mistake.

    What is older stands in the first morning of that year, in its order, and digests of weeks a
    second behind those of days as ever.
    """
    if EPOCH <= moment:
        return moment
    part = moment.toordinal() / EPOCH.toordinal()
    return EPOCH + timedelta(seconds=2 * int(_MORNING * part / 2) + moment.second % 2)


def name_author(text: str) -> str:
    """Return the name of who wrote, without a mail address: spammers read feeds, too."""
    return show_literally(drop_mail_addresses(text))


def _name_language(language: str, settings: Settings) -> str:
    """Return the language of a text where the feed has another."""
    return clean_line(foreign_language(language or settings.language, settings.language))


def _resolve(
    body: str, folder: str, url: str, addresses: frozenset[str], settings: Settings
) -> str:
    """Return HTML for XML whose links are absolute: feeds are read far from the site."""

    def link(address: str) -> str:
        return urls.absolute_url(settings.base_url, address) if address in addresses else ""

    def make_absolute(found: re.Match[str]) -> str:
        try:
            return f'href="{escape(urljoin(url, unescape(found[1])))}"'
        except ValueError:  # what looks like a host is none, such as //[
            return f'href="{escape(url)}"'

    html = _HREF.sub(make_absolute, resolve_links(body, folder, link))
    # All that is forbidden is not printable, and to look for that takes a tenth of the time.
    return html if is_printable(html) else _FORBIDDEN.sub("", html)


def make_archived_item(article: Archived, settings: Settings) -> FeedItem:
    """Return what the archive of the main feed tells of an article: an excerpt."""
    url = urls.absolute_url(settings.base_url, urls.article_address(article.slug))
    return FeedItem(
        id=clean_line(article.id),
        url=url,
        title=show_literally(article.title) or url,
        published=_place_in_feeds(article.published),
        updated=_place_in_feeds(article.updated),
        author=name_author(article.author or settings.author),
        summary=clean_line(article.summary or article.title),
        content_html="",
        tags=(),
        language=_name_language(article.language, settings),
    )
