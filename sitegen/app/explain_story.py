"""Answer why a story is as it is: what holds its reports together, and what keeps others out.

When a story ended is on record nowhere: a page says of which it was part, and git knows since when.
"""

from collections.abc import Iterator
from typing import Any

from sitegen.app.job import Job
from sitegen.app.story_names import read_story_slug
from sitegen.app.survey import Survey
from sitegen.corpus import Bond, find_texts, give_story_account
from sitegen.model.record import Record
from sitegen.publish import address_of, list_heirs, plan_site

Values = dict[str, Any]

_NEAREST = 3  # bonds that are told of each report
_PASSED_OVER = 5


def explain_story(slug: str, survey: Survey) -> Values:
    """Return what is known of a story that some page of the record is part of."""
    read = survey.ingested
    texts = find_texts(survey.after.record.pages, read.articles, read.summaries)
    account = give_story_account(slug, texts)
    pages = [member.page for member in account.members]
    return {
        "slug": slug,
        "address": f"stories/{slug}/",
        "title": pages[0].title if pages else "",
        "former": sorted({former for page in pages for former in page.former_stories}),
        "threshold": account.threshold,
        "reports": [
            {
                "slug": member.page.slug,
                "title": member.page.title,
                "date": member.page.dating.moment and member.page.dating.moment.isoformat(),
                "date_precision": member.page.dating.precision,
                "by_hand": member.is_decided,
                "stays_by": member.stays_by,
                "former": list(member.page.former_stories),
                "strength": member.strength,
                "bonds": [_describe_bond(bond) for bond in member.bonds],
            }
            for member in account.members
        ],
        "passed_over": [
            {
                "slug": one.page.slug,
                "story": one.page.story,
                "strength": one.strength,
                "reason": one.reason,
                "nearest": {"report": one.nearest, **_describe_bond(one.bond)},
            }
            for one in account.outsiders
        ],
    }


def explain_former_story(name: str, record: Record, job: Job) -> Values | None:
    """Return what is known of the address of a story that is none any more, None for others.

    A story that has become part of another is that one's matter.
    """
    slug = read_story_slug(name)
    address = f"stories/{slug}/"
    reports = [page for page in record.pages if slug in {page.story, *page.former_stories}]
    published = {one.path for part in record.addresses for one in part.addresses}
    if any(page.story for page in reports) or not (reports or address in published):
        return None
    heirs = dict(list_heirs(plan_site(record, job.settings, job.now)))
    return {
        "slug": slug,
        "address": address,
        "leads_to": address_of(heirs[address]) if address in heirs else None,
        "reports": sorted(page.slug for page in reports),
    }


def _describe_bond(bond: Bond) -> Values:
    return {
        "slug": bond.slug,
        "strength": bond.strength,
        "cosine": bond.cosine,
        "days": bond.days,
        "tags": list(bond.tags),
        "words": list(bond.words),
        "signs": list(bond.signs),
    }


def write_former_story(story: Values) -> Iterator[str]:
    """Yield the lines that tell people what :func:`explain_former_story` found."""
    yield f"{story['address']} (a story that is none any more)"
    for slug in story["reports"]:
        yield f"  report   {slug} was part of it, and is of no story now"
    if not story["reports"]:
        yield "  report   none is left"
    yield f"  leads    to {story['leads_to'] or 'a page that says so'}"
    if story["reports"]:
        yield "  since    not on record; where content/ is in git, when it came into former_stories"


def write_story(story: Values) -> Iterator[str]:
    """Yield the lines that tell people what :func:`explain_story` found."""
    reports = story["reports"]
    yield story["address"]
    yield f"  title    {story['title']}"
    yield f"  reports  {len(reports)}; from {story['threshold']} on average they tell one event"
    for former in story["former"]:
        yield f"  former   stories/{former}/, of which a report was part before"
    for report in reports:
        date = report["date"][:10] if report["date"] else "date unknown"
        placed = ", placed by hand" if report["by_hand"] else ""
        told = f"{report['slug']} ({date}{placed}): {report['strength']:.2f} on average"
        if report["stays_by"]:
            told += f"; stays in its story, for it is like {report['stays_by']}"
        yield f"  report   {told}"
        for bond in report["bonds"][:_NEAREST]:
            yield f"    {bond['strength']:.2f}   {bond['slug']}: {_write_bond(bond)}"
    for one in story["passed_over"][:_PASSED_OVER]:
        of = f" of stories/{one['story']}/" if one["story"] else ""
        yield f"  passed   {one['slug']}{of}: {one['strength']:.2f} on average, {one['reason']}"
        nearest = one["nearest"]
        yield f"    {nearest['strength']:.2f}   {nearest['report']}: {_write_bond(nearest)}"


def _write_bond(bond: Values) -> str:
    """Return in words what the strength of a bond is made of."""
    cosine = bond["cosine"]
    parts = [f"likeness {cosine:.2f}" if cosine else "too little in common to count"]
    parts.append(_write_days(bond["days"]))
    parts.extend(bond["signs"])
    if bond["tags"]:
        parts.append(f"few others have {' and '.join(bond['tags'])}")
    if bond["words"]:
        parts.append(f"both say {', '.join(bond['words'])}")
    return "; ".join(parts)


def _write_days(days: float | None) -> str:
    """Return how far two reports are apart in time.

    >>> _write_days(None), _write_days(0.3), _write_days(1.2)
    ('a day is unknown', 'of one day', '1 day apart')
    """
    if days is None:
        return "a day is unknown"
    if days < 1:
        return "of one day"
    return f"{days:.0f} day{'s' * (round(days) != 1)} apart"
