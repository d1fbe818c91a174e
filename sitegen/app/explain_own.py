"""Answer what pages are that are no reports: a person's own, and what stands where an article was.

When an article went is on record nowhere: a file has no date of its own, and git knows.
"""

from collections.abc import Iterator
from typing import Any

from sitegen.corpus import list_former
from sitegen.model.page import Page
from sitegen.model.record import Record

Values = dict[str, Any]


def explain_own(slug: str, record: Record) -> Values | None:
    """Return what is known of a person's own page, None where none has, or had, this name."""
    named = [page for page in record.own if page.slug == slug]
    named += [page for page in record.own if slug in page.aliases]
    if not named:
        return None
    own = named[0]
    return {
        "slug": own.slug,
        "file": f"content/pages/{own.slug}.md",
        "title": own.title,
        "address": f"{own.slug}/",
        "others": [f"{alias}/" for alias in own.aliases],
    }


def find_former(slug: str, record: Record) -> Page | None:
    """Return the page of the article that had this address once, as the lists of these tell."""
    path = f"articles/{slug}/"
    ids = {one.id for part in record.addresses for one in part.addresses if one.path == path}
    return next((page for page in record.pages if page.id in ids), None)


def explain_gone(slug: str, record: Record) -> Values | None:
    """Return what is known of an address where an article was, None where none has gone."""
    note = next((page for page in record.gone if page.slug == slug), None)
    if note is None:
        return None
    former = next((one for one in list_former(record) if slug in {one.slug, *one.aliases}), None)
    led = (former.slug, *former.aliases) if former else ()
    return {
        "slug": slug,
        "file": f"content/gone/{slug}.md",
        "title": note.title,
        "address": f"articles/{slug}/",
        "id": former and former.id,
        "date": former and former.date and former.date.isoformat(),
        "first_seen": former and former.first_seen.isoformat(),
        "changed": former and former.changed and former.changed.isoformat(),
        "others": [f"articles/{one}/" for one in led if one != slug],
    }


def write_own(own: Values) -> Iterator[str]:
    """Yield the lines that tell people what :func:`explain_own` found."""
    yield own["file"]
    yield f"  title    {own['title']}"
    yield f"  address  {own['address']}"
    yield from (f"  address  {other}, which leads there" for other in own["others"])
    yield "  own      a page of your own, published as it stands; no feed and no digest has it"


def write_gone(gone: Values) -> Iterator[str]:
    """Yield the lines that tell people what :func:`explain_gone` found."""
    yield f"{gone['file']} (the article is gone)"
    yield f"  says     {gone['title']}"
    yield f"  address  {gone['address']}"
    yield from (f"  address  {other}, which led to it, is gone, too" for other in gone["others"])
    if not gone["id"]:
        yield "  was      not on record: no list in content/addresses/ has the address"
        return
    yield f"  was      {gone['id']}"
    yield f"  date     {gone['date'] or 'unknown'}, first seen {gone['first_seen']}"
    if gone["changed"]:
        yield f"  changed  {gone['changed']}, for the last time"
    yield "  since    not on record; where content/ is in git, when this file came"
