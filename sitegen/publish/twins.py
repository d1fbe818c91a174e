"""Each article once more for machines: as Markdown and as JSON, beside its page.

::

    articles/SLUG/index.md       the text, with its title above and its source below
    articles/SLUG/article.json   all that is known of it, the text in Markdown
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from urllib.parse import quote

from sitegen.model.output import OutputFile
from sitegen.model.page import Page
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.model.value import value
from sitegen.publish import urls
from sitegen.publish.dates import format_date_of, machine_date_of
from sitegen.publish.json_text import write_json
from sitegen.publish.markup import find_address
from sitegen.publish.matter import NO_STAMPS, Maker, Stamps
from sitegen.publish.plan import list_link_targets, rights_of, source_of
from sitegen.text.normalize import drop_controls, encode_shown, is_printable
from sitegen.text.wording import read_wording
from sitegen.text.words import split_words

MARKDOWN = "index.md"
JSON = "article.json"

_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*\.md)(#[^()\s]*)?\)")

# As JSON writes them: what may stand in no page, or a backslash with such a letter behind it.
_ESCAPED_CONTROL = re.compile(r"\\(?:u00|[bfr])")


@value
class Twins:
    """An article for machines: the folder that its files lie in, and what is in them."""

    address: str
    markdown: bytes
    json: bytes


@value
class _Matter:
    """All that shapes the twins: the stamps of the site and the article, and what it leads to.

    ``leads`` are the links of its Markdown that lead to a page, ``related`` the slugs of those
    related articles that are published, with the reasons; ``story`` is empty where it has no page.
    """

    stamps: tuple[bytes, ...]
    leads: tuple[str, ...]
    related: tuple[tuple[str, str], ...]
    story: str


def list_twins(site: Site, stamps: Stamps = NO_STAMPS) -> Iterator[Maker[Twins]]:
    """Yield, for every article, what makes its Markdown and its JSON."""
    addresses = list_link_targets(site)
    slugs = frozenset(page.slug for page in site.pages)
    stories = frozenset(story.slug for story in site.stories)
    for page in site.pages:
        describe = partial(_describe_matter, page, stamps, addresses, slugs, stories)
        yield Maker(partial(_make_twins, page, site, describe), describe)


def write_twins(twins: Twins) -> tuple[OutputFile, ...]:
    """Return the files of an article for machines."""
    return (
        OutputFile(path=twins.address + MARKDOWN, data=twins.markdown),
        OutputFile(path=twins.address + JSON, data=twins.json),
    )


def _describe_matter(
    page: Page,
    stamps: Stamps,
    addresses: frozenset[str],
    slugs: frozenset[str],
    stories: frozenset[str],
) -> _Matter:
    targets = (find_address(target, "articles") for _, target, _ in _LINK.findall(page.body))
    return _Matter(
        stamps=stamps.find(page.id),
        leads=tuple(dict.fromkeys(there for there in targets if there in addresses)),
        related=tuple((one.slug, one.reason) for one in page.related if one.slug in slugs),
        story=page.story if page.story in stories else "",
    )


def _make_twins(page: Page, site: Site, describe: Callable[[], _Matter]) -> Twins:
    matter = describe()
    address = urls.article_address(page.slug)
    text = _place_links(page.body, address, matter.leads).strip("\n")
    described = _describe(page, text, site.settings)
    described["related"] = [
        {"url": _url(urls.article_address(slug), site), "reason": reason}
        for slug, reason in matter.related
    ]
    if matter.story:
        described["story"] = _url(urls.story_address(matter.story), site)
    data = write_json(described)
    if not is_printable(data) or _ESCAPED_CONTROL.search(data):
        data = write_json(_clean(described))
    markdown = _write_markdown(page, text, site.settings)
    return Twins(address, markdown, f"{data}\n".encode())


def _clean(value: object) -> object:
    """Return a value of JSON without the characters that may stand in no page."""
    match value:
        case str():
            return drop_controls(value)
        case list():
            return [_clean(each) for each in value]
        case dict():
            return {name: _clean(each) for name, each in value.items()}
        case _:
            return value


def _url(address: str, site: Site) -> str:
    return urls.absolute_url(site.settings.base_url, address)


def _place_links(body: str, address: str, leads: Collection[str]) -> str:
    """Lead the links between files of content/ to published pages; those to none are words."""

    def place(found: re.Match[str]) -> str:
        words, target, anchor = found.groups(default="")
        there = find_address(target, "articles")
        if there in leads:
            return f"[{words}]({urls.relative_link(address, there)}{anchor})"
        return words if there else found[0]

    return _LINK.sub(place, body)


def _write_markdown(page: Page, text: str, settings: Settings) -> bytes:
    """Return the text of an article as somebody would pass it on."""
    facts = (
        source_of(page),
        page.byline,
        page.place,
        format_date_of(page, settings.timezone, read_wording(settings.language, settings.words)),
    )
    below = [f"<{urls.absolute_url(settings.base_url, urls.article_address(page.slug))}>"]
    rights = rights_of(page, settings)
    below += [rights] if rights else []
    pieces = (
        f"# {escape_markdown(page.title)}",
        f"*{escape_markdown(page.dek)}*" if page.dek else "",
        escape_markdown(" · ".join(filter(None, facts))),
        text,
        "---",
        "  \n".join(below),
    )
    return encode_shown("\n\n".join(filter(None, pieces)) + "\n")


def escape_markdown(text: str) -> str:
    r"""Return a text of which no character means something inside a line of Markdown.

    >>> escape_markdown("Eels] *live* <here>")
    'Eels\\] \\*live\\* \\<here\\>'
    """
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)


def _describe(page: Page, text: str, settings: Settings) -> dict[str, object]:
    """Return what is known of an article and nothing of what is not."""
    url = urls.absolute_url(settings.base_url, urls.article_address(page.slug))
    dating: Mapping[str, str] = {
        "moment": machine_date_of(page),
        "precision": page.dating.precision,
        "evidence": page.dating.evidence,
    }
    facts: dict[str, object] = {
        "id": page.id,
        "url": url,
        "title": page.title,
        "dek": page.dek,
        "language": page.lang or settings.language,
        "date": {name: value for name, value in dating.items() if value},
        "source": source_of(page),
        "byline": page.byline,
        "place": page.place,
        "original": page.url,
        "rights": rights_of(page, settings),
        "first_seen": page.first_seen.isoformat(),
        "updated": page.updated.isoformat(),
        "tags": list(page.tags),
        "summary": page.summary,
        "words": page.words or len(split_words(page.body)),
        "copies": len(page.seeds),
        "is_truncated": page.is_truncated or "",
        "markdown": url + quote(MARKDOWN),
        "text": text,
    }
    return {name: value for name, value in facts.items() if value not in ("", [])}
