"""Every page of the site as a value: all that its template may see, as finished text.

::

    front_views    /  /page/N/  /undated/     article_views  /articles/SLUG/
    tag_views      /tags/  /tags/NAME/        story_views    /stories/  /stories/SLUG/
    digest_views   /digest/  /digest/DAY/     archive_views  /archive/  /archive/YYYY/MM/
    source_views   /sources/  /sources/NAME/
    other_views    /feeds/  /about/made/  /404.html
    search_view    /search/

A view is its own list of dependencies: two equal views in one theme give the same bytes. So are
those of an article whose matter is equal (:mod:`sitegen.publish.matter`).
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from sitegen.model.site import Site
from sitegen.model.story import Story
from sitegen.model.theme import Theme
from sitegen.publish.archive_views import ArchiveView, MonthView, make_archive_views
from sitegen.publish.article_views import ArticleView, make_article_views
from sitegen.publish.comparison import Comparison
from sitegen.publish.digest_views import DigestsView, DigestView, make_digest_views
from sitegen.publish.edition import make_edition
from sitegen.publish.front_views import FrontView, ListView, make_front_views
from sitegen.publish.matter import NO_STAMPS, Maker, Stamps
from sitegen.publish.moved_views import GoneView, MovedView, make_moved_views
from sitegen.publish.other_views import (
    AboutView,
    FeedsView,
    NotFoundView,
    OwnPageView,
    make_other_views,
)
from sitegen.publish.search_view import SearchView, make_search_view
from sitegen.publish.source_views import SourcesView, SourceView, make_source_views
from sitegen.publish.story_views import StoriesView, StoryView, make_story_views
from sitegen.publish.tag_views import TagsView, TagView, make_tag_views

View = (
    FrontView
    | ListView
    | ArticleView
    | TagView
    | TagsView
    | SourceView
    | SourcesView
    | StoryView
    | StoriesView
    | DigestView
    | DigestsView
    | ArchiveView
    | MonthView
    | FeedsView
    | AboutView
    | OwnPageView
    | MovedView
    | GoneView
    | NotFoundView
    | SearchView
)


def list_views(
    site: Site,
    bodies: Mapping[str, str],
    compare: Callable[[Story], Comparison],
    theme: Theme,
    stamps: Stamps = NO_STAMPS,
) -> Iterator[Maker[View]]:
    """Yield a maker of every page of the site, so that few exist at a time.

    ``bodies`` is the rendered text of each article and each issued digest by its id, ``stamps``
    are theirs; ``compare`` tells what the reports of a story say beside one another.
    """
    edition = make_edition(site, bodies, theme, stamps)
    yield from map(Maker, make_front_views(edition))
    yield from make_article_views(edition)
    yield from make_tag_views(edition)
    yield from make_source_views(edition)
    yield from make_story_views(edition, compare)
    yield from make_digest_views(edition)
    yield from map(Maker, make_archive_views(edition))
    yield from map(Maker, make_moved_views(edition))
    yield from map(Maker, make_other_views(edition))
    if edition.search_script:
        yield Maker(partial(make_search_view, edition))
