"""Examine a finished site, by itself and beside the one published before: the door of this room."""

from sitegen.check.site import check_site

__all__ = ["check_site"]
