"""Find the links in people's own texts that lead to no page of the site."""

from collections.abc import Iterator
from datetime import datetime

from sitegen.model.problem import Problem
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.publish.markup import find_targets, render_markdown
from sitegen.publish.plan import list_link_targets, plan_site


def find_dead_links(record: Record, settings: Settings, now: datetime) -> tuple[Problem, ...]:
    """Return a warning for each link to a Markdown file that the site has no page for.

    Such a link is published as plain words. Only texts that a person wrote are looked at: the
    links in ours are made together with what they lead to.
    """
    site = plan_site(record, settings, now)
    known = list_link_targets(site)
    return tuple(
        Problem(
            place=f"content/{folder}/{slug}.md",
            message=f"links to '{target}', which is no page of the site; mend or remove the link",
            severity="warning",
        )
        for folder, slug, body in _list_texts(site)
        for target, address in find_targets(render_markdown(body), folder)
        if address not in known
    )


def _list_texts(site: Site) -> Iterator[tuple[str, str, str]]:
    """Yield folder, name and Markdown of each text that a person wrote."""
    yield from (("articles", page.slug, page.body) for page in site.pages if page.is_edited)
    yield from (("pages", own.slug, own.body) for own in site.own)
