"""Find the date that a page states of itself in its meta tags; nothing is guessed from its text."""

import re
from dataclasses import dataclass
from typing import Any

# In the order of trust: names of meta tags, as news sites use them.
_NAMES = (
    "article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
)
_LINKED_DATA = re.compile(r"\"datePublished\"\s*:\s*\"([^\"\\]{4,40})\"")


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as the page writes it, and where; both empty where it states none."""

    text: str
    origin: str


def find_date(tree: Any) -> StatedDate:  # noqa: ANN401 # an element of any library
    """Return the day of publication that a page states."""
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            name = (meta.get(key) or "").strip().lower()
            if name in _NAMES and (meta.get("content") or "").strip():
                stated.setdefault(name, meta.get("content").strip())
    first = next((name for name in _NAMES if name in stated), "")
    if first in _NAMES[:4]:
        return StatedDate(stated[first], f"stated in the page's {first}")
    for script in tree.iter("script"):
        is_data = (script.get("type") or "").strip().lower() == "application/ld+json"
        if is_data and (found := _LINKED_DATA.search(script.text or "")):
            return StatedDate(found[1], "stated in the page's datePublished")
    times = [time for time in tree.iter("time") if time.get("datetime")]
    marked = [one for one in times if (one.get("itemprop") or "").lower() == "datepublished"]
    marked += [one for one in times if one.get("pubdate") is not None]
    if marked:
        return StatedDate(marked[0].get("datetime").strip(), "stated in the page's datePublished")
    if first:
        return StatedDate(stated[first], f"stated in the page's {first}")
    if len({time.get("datetime") for time in times}) == 1:
        return StatedDate(times[0].get("datetime").strip(), "stated in the page's only time tag")
    return StatedDate("", "")
