"""The sitemap that Google News asks for: what was published in the last two days.

https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from html import escape
from itertools import islice

from sitegen.model.output import OutputFile
from sitegen.model.page import Page
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.publish import urls
from sitegen.publish.plan import has_day
from sitegen.text.normalize import clean_line

NEWS_SITEMAP = "sitemap-news.xml"

_escape = partial(escape, quote=False)
_MOST = 1_000  # articles in one file, says Google
_RECENT = timedelta(days=2)
_NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)
# The two languages that Google writes with a country; all others have their ISO 639 code alone.
_WITH_COUNTRY = ("zh-cn", "zh-tw")


def make_news_sitemap(site: Site) -> Iterator[OutputFile]:
    """Yield the sitemap of the newest articles, none where no article has a date.

    They are those of the two days before the newest, not before today: the same input gives the
    same bytes on a later day, and who reads the sitemap leaves out what has become old.
    """
    told = list(islice(_list_recent(site.pages), _MOST))
    if not told:
        return
    lines = "".join(_write_article(page, moment, site.settings) for page, moment in told)
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<urlset {_NAMESPACES}>\n{lines}</urlset>\n'
    yield OutputFile(path=NEWS_SITEMAP, data=text.encode())


def _list_recent(pages: tuple[Page, ...]) -> Iterator[tuple[Page, datetime]]:
    """Yield articles whose day is known, and their moments, newest first as they stand."""
    known = ((page, page.dating.moment) for page in pages if has_day(page))
    dated = [(page, moment) for page, moment in known if moment]
    yield from ((page, moment) for page, moment in dated if dated[0][1] - _RECENT <= moment)


def _write_article(page: Page, moment: datetime, settings: Settings) -> str:
    url = urls.absolute_url(settings.base_url, urls.article_address(page.slug))
    is_instant = page.dating.precision == "instant"
    published = moment.isoformat() if is_instant else moment.date().isoformat()
    language = (page.lang or settings.language).lower()
    if language not in _WITH_COUNTRY:
        language = language.partition("-")[0]
    return (
        f"<url><loc>{_escape(url)}</loc><news:news><news:publication>"
        f"<news:name>{_escape(clean_line(settings.title))}</news:name>"
        f"<news:language>{_escape(language)}</news:language></news:publication>"
        f"<news:publication_date>{published}</news:publication_date>"
        f"<news:title>{_escape(clean_line(page.title) or url)}</news:title></news:news></url>\n"
    )
