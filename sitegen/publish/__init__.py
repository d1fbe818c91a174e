"""From the pages of content/ to the finished files of the site: the door of this room."""

from sitegen.publish.assets import make_assets
from sitegen.publish.comparison import Reports, compare_reports
from sitegen.publish.dead_links import find_dead_links
from sitegen.publish.feeds import make_feeds, render_feed
from sitegen.publish.markup import render_markdown
from sitegen.publish.plan import list_withheld, plan_site
from sitegen.publish.render import Renderer
from sitegen.publish.search import cut_chunks, make_search_files
from sitegen.publish.search_index import index_chunk
from sitegen.publish.sitemap import make_machine_files
from sitegen.publish.social_card_image import draw_card
from sitegen.publish.social_cards import list_social_cards
from sitegen.publish.twins import make_twins
from sitegen.publish.urls import output_path
from sitegen.publish.views import make_views

__all__ = [
    "Renderer",
    "Reports",
    "compare_reports",
    "cut_chunks",
    "draw_card",
    "find_dead_links",
    "index_chunk",
    "list_social_cards",
    "list_withheld",
    "make_assets",
    "make_feeds",
    "make_machine_files",
    "make_search_files",
    "make_twins",
    "make_views",
    "output_path",
    "plan_site",
    "render_feed",
    "render_markdown",
]
