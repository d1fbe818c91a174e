"""Find the links in people's own texts that lead to no page of the site."""

from collections.abc import Iterator
from datetime import datetime

from sitegen.model.digest import Issue
from sitegen.model.problem import Problem
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.publish.markup import find_targets, render_markdown
from sitegen.publish.own_texts import list_own_texts
from sitegen.publish.plan import list_link_targets, list_withheld, plan_site
from sitegen.publish.urls import article_address


def find_dead_links(record: Record, settings: Settings, now: datetime) -> tuple[Problem, ...]:
    """Return a warning for each link to a Markdown file that the site has no page for.

    Such a link is published as plain words. Only texts that a person wrote are looked at: the
    links in ours are made together with what they lead to. Only a digest outlives that: where an
    article is withdrawn, the digests still tell of it; one whose page cannot be read now, or that
    is dated after ``now``, is not.
    In an edited article a link to a tag that has no articles left is ours, and needs no mending.
    """
    site = plan_site(record, settings, now)
    known = list_link_targets(site)
    waiting = {*record.held_slugs, *(page.slug for page in list_withheld(record, settings, now))}
    former = {one.address for one in site.former if one.address.startswith("tags/")}
    told = (
        Problem(
            place=f"content/digests/{issue.slug}.md",
            message=f"tells of '{slug}', which is no article of the site any more; take it out "
            "there too, delete the digest, or put the article back",
            severity="warning",
        )
        for issue in _list_issues(site)
        if not issue.is_edited
        for slug in issue.linked
        if article_address(slug) not in known and slug not in waiting
    )
    texts = list_own_texts(site.pages, site.own, site.gone, _list_issues(site))
    return tuple(told) + tuple(
        Problem(
            place=f"content/{folder}/{slug}.md",
            message=f"links to '{target}', which is no page of the site; mend or remove the link",
            severity="warning",
        )
        for folder, slug, body in texts
        for target, address in find_targets(render_markdown(body), folder)
        if address not in known and not (folder == "articles" and address in former)
    )


def _list_issues(site: Site) -> Iterator[Issue]:
    return (digest.issue for digest in site.digests if digest.issue)
