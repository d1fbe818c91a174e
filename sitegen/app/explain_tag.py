"""Answer what a tag is: how many articles have it, and what stands at its address."""

from collections.abc import Iterator
from typing import Any

from sitegen.app.tags import describe_tags
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from sitegen.text.normalize import fold
from sitegen.text.slug import make_slug

Values = dict[str, Any]


def explain_tag(name: str, slug: str, record: Record, settings: Settings) -> Values | None:
    """Return what is known of a tag by its name or its slug, None where there is none such.

    A name that is an alias, or is never to be a tag, is known as well.
    """
    rows = {row["tag"]: row for row in describe_tags(record)}
    files = {tag.title: tag for tag in record.tags}
    means = {fold(written): meant for written, meant in settings.tag_aliases}
    aliases = (written for written, _ in settings.tag_aliases)
    titles = tuple(dict.fromkeys((*rows, *files, *aliases, *settings.tag_stop)))
    slugs = {title: files[title].slug if title in files else make_slug(title) for title in titles}
    named = [title for title in titles if fold(title) == fold(name)]
    # Whose address it is comes before a tag that would have the same one if it had a page.
    named += sorted((t for t in titles if slugs[t] == slug), key=lambda t: t not in files)
    if not named:
        return None
    title = named[0]
    address = f"tags/{slugs[title]}/"
    published = {one.path for part in record.addresses for one in part.addresses}
    row = rows.get(title, {"articles": 0, "first": None, "last": None, "with": []})
    has_page = title in files and settings.tag_minimum <= row["articles"]
    return {
        **row,
        "tag": title,
        "minimum": settings.tag_minimum,
        "file": f"content/tags/{slugs[title]}.md" if title in files else None,
        "address": address if has_page or address in published else None,
        "has_page": has_page,
        "left": len(files[title].entries) if title in files else 0,
        "meant": means.get(fold(title)),
        "stopped": fold(title) in map(fold, settings.tag_stop),
    }


def write_tag(tag: Values) -> Iterator[str]:
    """Yield the lines that tell people what :func:`explain_tag` found."""
    yield tag["file"] or tag["tag"]
    yield f"  tag      {tag['tag']}"
    yield f"  articles {_write_articles(tag)}"
    if tag["with"]:
        beside = (f"{one['tag']} ({one['articles']})" for one in tag["with"])
        yield f"  with     {', '.join(beside)}"
    if tag["meant"]:
        yield f"  means    {tag['meant']}, by [tags.aliases] in sitegen.toml"
    if tag["stopped"]:
        yield "  stopped  by 'stop' under [tags] in sitegen.toml"
    if tag["address"]:
        yield f"  address  {tag['address']}{_write_answer(tag)}"


def _write_articles(tag: Values) -> str:
    number = tag["articles"]
    if not number:
        stays = "; its file stays, for it has been public" if tag["file"] and tag["address"] else ""
        return f"none has it{stays}"
    days = dict.fromkeys((tag["first"], tag["last"]))
    thin = "" if tag["minimum"] <= number else f"; for a page it takes {tag['minimum']}"
    return f"{number}, {' to '.join(days)}{thin}"


def _write_answer(tag: Values) -> str:
    """Return what stands at the address of a tag that has no page any more."""
    if tag["has_page"]:
        return ""
    if tag["meant"]:
        return f" has been public and leads to {tag['meant']}, if that has a page"
    left = f"lists what is left, {tag['left']} of its articles" if tag["left"] else "says so"
    return f" has been public and {left}"
