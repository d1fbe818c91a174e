"""From the pages of content/ to the finished files of the site: the door of this room."""

from sitegen.publish.assets import make_assets
from sitegen.publish.comparison import Comparison, Reports, compare_reports
from sitegen.publish.dead_links import find_dead_links
from sitegen.publish.feeds import list_feeds, render_feed
from sitegen.publish.markup import render_markdown, render_quickly
from sitegen.publish.plan import list_withheld, plan_site
from sitegen.publish.render import Renderer
from sitegen.publish.sitemap import make_machine_files
from sitegen.publish.urls import output_path
from sitegen.publish.views import View, list_views

__all__ = [
    "Comparison",
    "Renderer",
    "Reports",
    "View",
    "compare_reports",
    "find_dead_links",
    "list_feeds",
    "list_views",
    "list_withheld",
    "make_assets",
    "make_machine_files",
    "output_path",
    "plan_site",
    "render_feed",
    "render_markdown",
    "render_quickly",
]
