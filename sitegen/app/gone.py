"""Notice the articles that were published and are no more, so that their addresses say so (law 5).

What was published, the manifest of output/ tells; that it is gone is written into content/, for
output/ may be thrown away.
"""

import json
import re
from pathlib import Path

from sitegen.app.content_files import ARTICLES, ContentFolder
from sitegen.app.files import read_or_nothing
from sitegen.app.manifest import read_own_manifest
from sitegen.model.page import OwnPage, Page
from sitegen.model.record import Record
from sitegen.pages import escape_inline
from sitegen.publish import JSON_TWIN
from sitegen.text.wording import Wording

_ARTICLE = re.compile(rf"{ARTICLES}/([^/]+)/index\.html")


def note_gone(
    record: Record, content: ContentFolder, output: Path, words: Wording
) -> tuple[OwnPage, ...]:
    """Return what stands where articles were: what is on record, and a note for each new gap.

    An article of which there is a file is not gone, even if it is a draft or cannot be read.
    """
    manifest = read_own_manifest(output)
    paths = manifest.hashes if manifest else ()
    published = {found[1] for path in paths if (found := _ARTICLE.fullmatch(path))}
    published -= {page.slug for page in record.gone}
    for page in (*record.pages, *record.merged):
        published.difference_update((page.slug, *page.aliases))
    pages = {page.id: page for page in record.pages}
    files = (*(file.path for file in content.files), *content.taken)
    published -= {Path(path).stem for path in files if path.startswith(f"{ARTICLES}/")}
    notes = (_note(slug, pages.get(_read_id(output, slug)), words) for slug in sorted(published))
    return (*record.gone, *notes)


def _note(slug: str, heir: Page | None, words: Wording) -> OwnPage:
    """Return what stands at an address; ``heir`` is the article if it has another one now."""
    if heir is None:
        body = words.gettext("It was published here, and is not any more.")
        return OwnPage(words.gettext("This article is gone"), slug, body)
    link = f"[{escape_inline(heir.title)}](../{ARTICLES}/{heir.slug}.md)"
    title = words.gettext("This article has moved")
    return OwnPage(title, slug, words.gettext("It is here now: %(link)s", link=link))


def _read_id(output: Path, slug: str) -> str:
    """Return the id of the article that was published under a slug, as far as output/ tells."""
    try:
        twin = json.loads(read_or_nothing(output / ARTICLES / slug / JSON_TWIN) or b"{}")
    except ValueError:
        return ""
    return str(twin.get("id", "")) if isinstance(twin, dict) else ""
