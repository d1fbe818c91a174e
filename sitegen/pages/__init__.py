"""Between pages as values and the Markdown files of content/."""

from sitegen.pages.address_file import read_addresses, write_addresses
from sitegen.pages.amend import amend_page
from sitegen.pages.archive_file import read_archive, write_archive
from sitegen.pages.history_file import read_history, write_history
from sitegen.pages.inline import escape_inline
from sitegen.pages.issue_file import read_issue, write_issue
from sitegen.pages.own_file import read_gone, read_own, write_gone
from sitegen.pages.page_file import read_page, write_page
from sitegen.pages.tag_file import read_tag, write_tag

__all__ = [
    "amend_page",
    "escape_inline",
    "read_addresses",
    "read_archive",
    "read_gone",
    "read_history",
    "read_issue",
    "read_own",
    "read_page",
    "read_tag",
    "write_addresses",
    "write_archive",
    "write_gone",
    "write_history",
    "write_issue",
    "write_page",
    "write_tag",
]
