"""Know a story by any of its names."""

from urllib.parse import unquote, urlsplit

from sitegen.app.nearest import find_nearest
from sitegen.errors import UsageError
from sitegen.model.record import Record


def is_story_name(name: str) -> bool:
    """Tell whether a name is that of a story: an address, a URL or a file below ``stories/``."""
    return read_story_slug(name) != ""


def read_story_slug(name: str) -> str:
    """Return the slug in a name of a story, an empty text where the name is of something else.

    >>> read_story_slug("https://example.org/news/stories/ferry-late/index.html")
    'ferry-late'
    >>> read_story_slug("stories/ferry-late"), read_story_slug("ferry-late")
    ('ferry-late', '')
    """
    parts = [part for part in unquote(urlsplit(name).path).split("/") if part]
    return parts[parts.index("stories") + 1] if "stories" in parts[:-1] else ""


def find_story(name: str, record: Record) -> str:
    """Return the slug of the story that a name means. Raise UsageError, with the nearest ones.

    The name of a story that has become part of others leads to no single one.
    """
    slug = read_story_slug(name)
    known = {page.story for page in record.pages if page.story}
    if slug in known:
        return slug
    heirs = {page.story for page in record.pages if page.story and slug in page.former_stories}
    if heirs:
        way = " or ".join(f"stories/{heir}" for heir in sorted(heirs))
        raise UsageError(f"{name}: is part of {way} now; name that")
    nearest = [f"'stories/{one}'" for one in find_nearest(slug, known, 3)]
    hint = (
        f"did you mean {', '.join(nearest)}?" if nearest else "see the page 'stories/' of the site"
    )
    raise UsageError(f"{name}: no story has this name; {hint}")
