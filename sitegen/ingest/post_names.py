"""Read the day in the name of a post of Jekyll, which is the day that Jekyll publishes it under.

A name is no evidence elsewhere: people name files after the day on which they saved them. In a
folder ``_posts`` the day is the file's part of the address
(https://jekyllrb.com/docs/posts/#creating-posts); Hugo takes none from a name unless it is told to.
"""

import re

from sitegen.ingest.dates import read_stated_date
from sitegen.ingest.document import Facts

_POST = re.compile(
    r"(?:^|/)_posts/(?:[^/]+/)*([0-9]{4}(?:-[0-9]{1,2}){2})-[^/]+\.(?:md|markdown|html)(?:\.gz)?$"
)


def read_post_name(name: str) -> Facts:
    """Return the day that the name of a post states, no fact where it is none.

    >>> read_post_name("blog/_posts/2014-01-29-late-ferry.md").date
    '2014-01-29'
    >>> read_post_name("blog/2014-01-29-late-ferry.md") == Facts()
    True
    """
    post = _POST.search(name)
    if not post:
        return Facts()
    year, month, day = post[1].split("-")
    date = f"{year}-{int(month):02}-{int(day):02}"
    if not read_stated_date(date, ""):
        return Facts()
    return Facts(date=date, date_origin="stated in the name of the file")
