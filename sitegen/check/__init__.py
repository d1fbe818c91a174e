"""Examine a finished site, by itself and beside the one published before: the door of this room."""

from sitegen.check.published import (
    Published,
    find_base_url,
    list_archives,
    list_named,
    take_published,
)
from sitegen.check.site import check_site

__all__ = [
    "Published",
    "check_site",
    "find_base_url",
    "list_archives",
    "list_named",
    "take_published",
]
