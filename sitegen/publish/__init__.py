"""From the pages of content/ to the finished files of the site: the door of this room."""

from sitegen.publish.assets import make_assets
from sitegen.publish.bodies import Bodies
from sitegen.publish.books import bind_book, list_books
from sitegen.publish.comparison import Comparison, Reports, compare_reports
from sitegen.publish.dead_links import find_dead_links
from sitegen.publish.feeds import HUB_FOLDERS, list_feeds, render_feed
from sitegen.publish.heirs import address_of, list_heirs
from sitegen.publish.markup import render_markdown
from sitegen.publish.matter import Maker, make_stamps
from sitegen.publish.pictures import find_pictures
from sitegen.publish.plan import day_of, list_addresses, list_withheld, plan_site, rights_of
from sitegen.publish.render import Renderer, list_words
from sitegen.publish.renewal import find_late_updates
from sitegen.publish.search import cut_chunks, cut_words, join_parts, make_search_files
from sitegen.publish.search_index import index_chunk
from sitegen.publish.sitemap import make_machine_files
from sitegen.publish.social_cards import SocialCard, draw_social_card, list_social_cards
from sitegen.publish.twins import list_twins, write_twins
from sitegen.publish.urls import absolute_url, output_path
from sitegen.publish.views import View, list_views

__all__ = [
    "HUB_FOLDERS",
    "Bodies",
    "Comparison",
    "Maker",
    "Renderer",
    "Reports",
    "SocialCard",
    "View",
    "absolute_url",
    "address_of",
    "bind_book",
    "compare_reports",
    "cut_chunks",
    "cut_words",
    "day_of",
    "draw_social_card",
    "find_dead_links",
    "find_late_updates",
    "find_pictures",
    "index_chunk",
    "join_parts",
    "list_addresses",
    "list_books",
    "list_feeds",
    "list_heirs",
    "list_social_cards",
    "list_twins",
    "list_views",
    "list_withheld",
    "list_words",
    "make_assets",
    "make_machine_files",
    "make_search_files",
    "make_stamps",
    "output_path",
    "plan_site",
    "render_feed",
    "render_markdown",
    "rights_of",
    "write_twins",
]
