"""What many views share, worked out once for the whole site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sitegen.model.history import History
from sitegen.model.page import Page
from sitegen.model.site import Site, Source, Tag
from sitegen.model.story import Story
from sitegen.model.theme import Theme
from sitegen.publish import urls
from sitegen.publish.assets import asset_address
from sitegen.publish.dates import format_clock_of, format_date_of, machine_date_of
from sitegen.publish.language import foreign_direction, foreign_language
from sitegen.publish.markup import Html, place_html
from sitegen.publish.matter import NO_STAMPS, Stamps
from sitegen.publish.parts import Card, Link
from sitegen.publish.plan import day_of, is_dated, list_link_targets, source_of
from sitegen.publish.social_cards import find_social_cards
from sitegen.text.sentences import take_sentences
from sitegen.text.wording import Wording, read_wording

# Characters of a summary that a list shows: a sentence, or two short ones.
OPENING = 160


@dataclass(frozen=True, slots=True)
class Edition:
    """A site with its cards made and its names looked up. Nothing here changes while it is drawn.

    ``bodies``, ``cards``, ``days`` (on which a page is listed) and ``places`` (in its story, from
    0) are by page id, ``stories`` by slug, ``tags`` by title, ``sources`` by name, and so are the
    links to them; ``addresses`` are those that a link in a text may lead to. ``search_script`` is
    empty where the site has no search, ``copy_script`` where its theme has none. ``pictures`` are
    the addresses of social cards by page id, the site's under the empty string. ``last_dated_day``
    means nothing where no article is dated. ``histories`` are what has changed in articles, by
    page id. ``stamps`` stand for the texts where it is told what a page is made from.
    """

    site: Site
    words: Wording
    bodies: Mapping[str, str]
    cards: Mapping[str, Card]
    days: Mapping[str, date]
    last_day: date
    last_dated_day: date
    stories: Mapping[str, Story]
    places: Mapping[str, int]
    story_links: Mapping[str, Link]
    tags: Mapping[str, Tag]
    tag_links: Mapping[str, Link]
    sources: Mapping[str, Source]
    addresses: frozenset[str]
    stylesheet: str
    icon: str
    search_script: str
    copy_script: str
    pictures: Mapping[str, str]
    histories: Mapping[str, Sequence[History]]
    stamps: Stamps


def make_edition(
    site: Site, bodies: Mapping[str, str], theme: Theme, stamps: Stamps = NO_STAMPS
) -> Edition:
    """Work out what the views of a site share."""
    words = read_wording(site.settings.language, site.settings.words)
    histories: dict[str, list[History]] = {}
    for history in site.histories:
        histories.setdefault(history.id, []).append(history)
    days = {page.id: day_of(page, site.settings.timezone) for page in site.pages}
    return Edition(
        site=site,
        words=words,
        bodies=bodies,
        cards={page.id: _make_card(page, site, words) for page in site.pages},
        days=days,
        last_day=max(days.values(), default=date.min),
        last_dated_day=max(
            (days[page.id] for page in site.pages if is_dated(page)), default=date.max
        ),
        stories={story.slug: story for story in site.stories},
        places={page.id: place for story in site.stories for place, page in enumerate(story.pages)},
        story_links={story.slug: _link_story(story, words) for story in site.stories},
        tags={tag.title: tag for tag in site.tags},
        tag_links={tag.title: Link(text=tag.title, path=tag_path(tag)) for tag in site.tags},
        sources={source.name: source for source in site.sources},
        addresses=list_link_targets(site),
        stylesheet=asset_address(theme, "site.css"),
        icon=asset_address(theme, "icon.svg"),
        search_script=asset_address(theme, "search.js") if site.settings.search else "",
        copy_script=asset_address(theme, "copy.js"),
        pictures=find_social_cards(site),
        histories=histories,
        stamps=stamps,
    )


def source_path(page: Page, edition: Edition) -> str:
    """Return the path of the page of whom a report comes from, empty where it has none."""
    source = edition.sources.get(source_of(page))
    return urls.link_path(urls.source_address(source.slug)) if source else ""


def link_tags(page: Page, edition: Edition) -> tuple[Link, ...]:
    """Return a page's tags, first those that lead on; those without a page have no path."""
    made = (edition.tag_links.get(title) or Link(text=title, path="") for title in page.tags)
    return tuple(sorted(made, key=lambda link: not link.path))


def tag_path(tag: Tag) -> str:
    """Return the path of a tag's page."""
    return urls.link_path(urls.tag_address(tag.slug))


def link_story(page: Page, edition: Edition) -> Link | None:
    """Return the way to the story that a page is part of."""
    return edition.story_links.get(page.story)


def _link_story(story: Story, words: Wording) -> Link:
    path = urls.link_path(urls.story_address(story.slug))
    note = words.ngettext(
        "The whole story in %(number)s report",
        "The whole story in %(number)s reports",
        len(story.pages),
    )
    return Link(text=story.title, path=path, note=note)


def place_body(html: str, folder: str, address: str, edition: Edition) -> Html:
    """Return the body of a file in a folder of content/ for the page at an address."""

    def link(target: str) -> str:
        return urls.relative_link(address, target) if target in edition.addresses else ""

    return place_html(html, folder, link, edition.words.gettext("Table"))


def _open(page: Page) -> str:
    """Return what a list says below a headline: the article's own line for that, if it has one.

    A summary that a person may have written stands as it is.
    """
    return page.summary if page.is_edited else take_sentences(page.dek or page.summary, OPENING)


def _make_card(page: Page, site: Site, words: Wording) -> Card:
    settings = site.settings
    language = page.lang or settings.language
    return Card(
        title=page.title,
        path=urls.link_path(urls.article_address(page.slug)),
        date=format_date_of(page, settings.timezone, words),
        clock=format_clock_of(page, settings.timezone, words),
        moment=machine_date_of(page),
        source=source_of(page),
        summary=page.summary,
        opening=_open(page),
        language=foreign_language(language, words.language),
        direction=foreign_direction(language, words.language),
    )
