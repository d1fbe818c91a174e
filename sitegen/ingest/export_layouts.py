"""The layouts in which newspaper databases export articles, as files from their users have them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.ingest.document import RawLine
from sitegen.ingest.word_lists import read_words

ROLES = {
    **dict.fromkeys(("headline", "hd"), "title"),
    **dict.fromkeys(("byline", "by", "author", "authors"), "byline"),
    **dict.fromkeys(("pd", "publication date"), "date"),
    **dict.fromkeys(("sn", "publication title"), "source"),
    **dict.fromkeys(("abstract", "highlight"), "dek"),
}
_FIELDS = read_words("export_fields")
_LABEL = re.compile(r"^ {0,3}([A-Za-z][A-Za-z /-]{1,30}?): *(.*)$")
_CODE = re.compile(r"^ {0,3}([A-Z]{2,3})(?:  +|\t+)(.*)$")


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines by which an export is known; ``text`` begins the text, with its rest as group 1.

    An article begins at ``first`` or behind ``last``; what is ``behind`` its text begins the tail.
    Above the day stand headline and newspaper if ``is_day_below``, else the headline alone.
    """

    text: re.Pattern[str]
    behind: re.Pattern[str]
    first: re.Pattern[str] | None = None
    last: re.Pattern[str] | None = None
    label: re.Pattern[str] = _LABEL
    is_day_below: bool = False

    @property
    def is_coded(self) -> bool:
        """Whether its fields are named by codes of two letters."""
        return self.label is _CODE

    def find_borders(self, lines: Sequence[RawLine]) -> list[int]:
        """Return the places of the lines at which articles begin or behind which they do."""
        border = self.first or self.last
        return [i for i, line in enumerate(lines) if border and border.match(line.text)]

    def read_label(self, text: str) -> tuple[str, str] | None:
        """Return the name of a field and its value, None for a line that has none.

        A headline may have a colon as well, so that only names that databases use count.
        """
        match = self.label.match(text)
        name = match[1].casefold() if match else ""
        is_known = self.label is _CODE or name in _FIELDS
        return (name, match[2].strip()) if match and is_known else None


LAYOUTS = (
    Layout(  # LexisNexis since 2018
        text=re.compile(r"^Body()$"),
        behind=re.compile(r"^(?:Classification|Graphic|Notes|Load-Date: .*)$"),
        last=re.compile(r"^End of Document$"),
        is_day_below=True,
    ),
    Layout(  # LexisNexis before
        text=re.compile(r"^ *BODY: *(.*)$"),
        behind=re.compile(
            r"^ *(?:LOAD-DATE|LANGUAGE|GRAPHIC|NOTES|PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE"
            r"|ACC-NO|SUBJECT):"
        ),
        first=re.compile(r"^ *(?:Document )?\d+ of \d+ DOCUMENTS?$"),
        is_day_below=True,
    ),
    Layout(  # Factiva with its codes
        text=re.compile(r"^ *LP(?:  +|\t+)(.*)$"),
        behind=re.compile(r"^ *(?:CO|IN|NS|RE|IPC|IPD|PUB|ART|AN)(?:  +|\t+)"),
        first=re.compile(r"^ *HD(?:  +|\t+)"),
        label=_CODE,
    ),
    Layout(  # Factiva with its codes on lines of their own
        text=re.compile(r"^ *LP()$"),
        behind=re.compile(r"^ *(?:CO|IN|NS|RE|IPC|IPD|PUB|ART|AN)$"),
        first=re.compile(r"^ *HD$"),
    ),
    Layout(  # ProQuest
        text=re.compile(r"^ *Full text: *(.*)$", re.IGNORECASE),
        behind=re.compile(
            r"^ *(?:Subject|Business indexing term|Location|People|Company / organization"
            r"|Classification|Publication title|Credit):"
        ),
        first=re.compile(r"^Document \d+ of \d+$"),
    ),
    Layout(  # Factiva as it is read
        text=re.compile(r"^(?:Copyright|\([cC]\)|©) ?()(?:.*\d{4}.*|, .*)$"),
        behind=re.compile(r"^Document [A-Z0-9]{6,}\d{6}[a-z0-9]+$"),
        last=re.compile(r"^Document [A-Z0-9]{6,}\d{6}[a-z0-9]+$"),
    ),
)
