"""Notice the articles that were published and are no more, so that their addresses say so (law 5).

What was published, the manifest of output/ tells; that it is gone is written into content/, for
output/ may be thrown away.
"""

import re
from pathlib import Path

from sitegen.app.content_files import ARTICLES, ContentFolder
from sitegen.app.manifest import read_own_manifest
from sitegen.model.page import OwnPage
from sitegen.model.record import Record

_ARTICLE = re.compile(rf"{ARTICLES}/([^/]+)/index\.html")
_TITLE = "This article is gone"
_BODY = "It was published here, and is not any more."


def note_gone(record: Record, content: ContentFolder, output: Path) -> tuple[OwnPage, ...]:
    """Return what stands where articles were: what is on record, and a note for each new gap.

    An article of which there is a file is not gone, even if it is a draft or cannot be read.
    """
    manifest = read_own_manifest(output)
    paths = manifest.hashes if manifest else ()
    published = {found[1] for path in paths if (found := _ARTICLE.fullmatch(path))}
    published -= {page.slug for page in record.gone}
    for page in (*record.pages, *record.merged):
        published.difference_update((page.slug, *page.aliases))
    files = (*(file.path for file in content.files), *content.taken)
    published -= {Path(path).stem for path in files if path.startswith(f"{ARTICLES}/")}
    return (*record.gone, *(OwnPage(_TITLE, slug, _BODY) for slug in sorted(published)))
