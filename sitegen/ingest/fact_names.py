"""By what names exports state a fact of an article, in front matter and in JSON.

They are those of schema.org (https://schema.org/NewsArticle), of JSON Feed
(https://www.jsonfeed.org/version/1.1/), of NewsAPI, of WordPress, and of scrapers such as
trafilatura and news-please. Of several names for one fact the one that stands first here counts.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

_Value = TypeVar("_Value")

TEXT = "text"  # the only one that is no fact beside the text
_NAMES: Mapping[str, str] = {
    "title": "title headline post_title",
    TEXT: "text content_text content_html content body article_body main_text full_text"
    " article_text story paragraphs post_content content:encoded content_encoded",
    "url": "url link canonical canonical_url source_url permalink",
    "date": "date_gmt post_date_gmt date date_published published published_at publish_date"
    " date_publish pub_date publication_date created_at timestamp date_created post_date",
    "source": "source site site_name publisher publication source_hostname hostname source_domain",
    "lang": "lang language in_language",
    "byline": "byline author authors creator",
    "dek": "dek description subtitle excerpt summary abstract post_excerpt",
}


def plain_name(name: str) -> str:
    """Return a name as it is compared: ``datePublished``, ``date-published``, ``Date Published``.

    >>> {plain_name(name) for name in ("datePublished", "date-published", "Date Published")}
    {'datepublished'}
    """
    return name.casefold().replace("_", "").replace("-", "").replace(" ", "")


_FACTS = {
    plain_name(name): (fact, rank)
    for fact, names in _NAMES.items()
    for rank, name in enumerate(names.split())
}


def find_facts(
    entries: Iterable[tuple[str, _Value]],
) -> Iterator[tuple[str, list[tuple[str, _Value]]]]:
    """Yield each fact that is named with the entries that may state it, the best name first.

    >>> dict(find_facts([("pubDate", 3), ("Published", 2), ("date", 1), ("id", 0)]))
    {'date': [('date', 1), ('Published', 2), ('pubDate', 3)]}
    """
    named: dict[str, list[tuple[int, str, _Value]]] = {}
    for name, value in entries:
        if found := _FACTS.get(plain_name(name)):
            named.setdefault(found[0], []).append((found[1], name, value))
    for fact, ranked in named.items():
        ranked.sort(key=lambda entry: entry[0])
        yield fact, [(name, value) for _, name, value in ranked]
