"""Read a file of templates/, with a message that names it where it cannot be read.

Apart from the seeds, because whoever only waits for changes reads no seed.
"""

from sitegen.app.files import FoundFile, read_file
from sitegen.errors import TemplateError

# Where the words of a site's own stand, and what editors of such files leave beside them.
WORDS = "locale/"
PUT, ALLOW = "put the file itself here", "check its permissions, and that it is a file"


def read_template(found: FoundFile) -> bytes:
    """Return the bytes of a file of templates/. Raise TemplateError, with its place."""
    place = f"templates/{found.name}".rstrip("/")
    if found.kind == "link":
        raise TemplateError(f"{place}: is a link, and links are not followed; {PUT}")
    if found.kind == "unreadable":
        raise TemplateError(f"{place}: cannot be read; {ALLOW}")
    try:
        return read_file(found.path)[0]
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise TemplateError(f"{place}: cannot be read ({reason}); check its permissions") from error
