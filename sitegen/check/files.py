"""Examine each file of a site by itself: what it is, and what it says for the others to answer."""

from dataclasses import dataclass
from datetime import datetime

from sitegen.check import atom, feeds, json_feed, lists, pages, rss, styles
from sitegen.check.addresses import seek_target
from sitegen.check.facts import FeedFacts, Link, ListFacts, PageFacts
from sitegen.check.findings import MEND, error, shorten
from sitegen.check.pictures import examine_picture
from sitegen.check.trees import NotWellFormedError, XmlFile, name_of, read_xml
from sitegen.model.output import OutputFile
from sitegen.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Examined:
    """What one file says, and what is wrong with it by itself.

    ``facts`` are None for a file that says nothing about others, or cannot be read. ``links`` are
    those beyond the facts' own.
    """

    facts: PageFacts | FeedFacts | ListFacts | None
    links: tuple[Link, ...]
    problems: tuple[Problem, ...]


_NOTHING = Examined(None, (), ())


def examine_file(file: OutputFile, base_url: str, now: datetime) -> Examined:
    """Examine a file by what its name says that it is."""
    _, _, ending = file.path.rpartition(".")
    if ending == "html":
        facts, problems = pages.examine_page(file, base_url)
        return Examined(facts, (), problems)
    if ending in {"xml", "opml"}:
        return _examine_xml(file, base_url, now)
    if ending == "json":
        return _examine_json(file, base_url, now)
    if ending == "svg":
        return Examined(None, (), tuple(examine_picture(file)))
    if ending == "css":
        links, problems = styles.examine_style(file, base_url)
        return Examined(None, links, problems)
    if file.path == "robots.txt":
        return Examined(None, (), tuple(lists.examine_robots(file, base_url)))
    return _NOTHING


def _examine_xml(file: OutputFile, base_url: str, now: datetime) -> Examined:
    path = file.path
    try:
        xml = read_xml(file.data)
    except NotWellFormedError as fault:
        problem = error(f"{path}:{fault.line}", f"is not XML: {shorten(fault.reason)}; {MEND}")
        return Examined(None, (), (problem,))
    outer, links = _examine_outside(file, xml, base_url)
    kind = name_of(xml.root)
    if kind == "rss":
        feed, found = rss.read_rss(path, xml.root), tuple(rss.examine_rss(path, xml.root))
    elif kind == f"{rss.ATOM}feed":
        feed, found = atom.read_atom(path, xml.root), tuple(atom.examine_atom(path, xml.root))
    elif kind == "opml":
        listed, found = lists.examine_opml(path, xml.root, base_url)
        return Examined(listed, links, outer + found)
    elif kind.startswith(lists.SITEMAP):
        listed, found = lists.examine_sitemap(path, xml.root, base_url, now)
        return Examined(listed, links, outer + found)
    else:
        found = (error(f"{path}:1", f"begins with <{shorten(kind)}>, which is no kind of ours"),)
        return Examined(None, links, outer + found)
    found += tuple(feeds.examine_feed(file, feed, base_url, now))
    return Examined(feed, (*links, *feeds.list_links(feed, base_url)), outer + found)


def _examine_outside(
    file: OutputFile, xml: XmlFile, base_url: str
) -> tuple[tuple[Problem, ...], tuple[Link, ...]]:
    """Return what is wrong before the root of an XML file, and the style sheets that it names."""
    place = f"{file.path}:1"
    problems: list[Problem] = []
    links: list[Link] = []
    if xml.has_doctype:
        problems.append(
            error(place, f"has a DOCTYPE, by which a reader can be made to hang; {MEND}")
        )
    if xml.encoding not in {"UTF-8", "US-ASCII"}:
        problems.append(error(place, f"is in {shorten(xml.encoding)}, not in UTF-8; {MEND}"))
    for href, media_type in xml.stylesheets:
        target = seek_target(file.path, href, base_url)
        if media_type != "text/css":
            problems.append(
                error(place, f"has a style sheet of another type than text/css; {MEND}")
            )
        if target is None:
            problems.append(error(place, f"loads '{shorten(href)}' from another host; {MEND}"))
        else:
            links.append(Link(place, target))
    return tuple(problems), tuple(links)


def _examine_json(file: OutputFile, base_url: str, now: datetime) -> Examined:
    try:
        values = json_feed.load_json(file.data)
    except json_feed.NoJsonError as fault:
        problem = error(
            f"{file.path}:{fault.line}", f"is not JSON: {shorten(fault.reason)}; {MEND}"
        )
        return Examined(None, (), (problem,))
    is_feed = file.path.rpartition("/")[2] == "feed.json"
    if not isinstance(values, dict):
        problem = error(f"{file.path}:1", f"is a feed and no JSON object; {MEND}")
        return Examined(None, (), (problem,)) if is_feed else _NOTHING
    if not is_feed and "jsonfeed.org" not in str(values.get("version")):
        return _NOTHING
    feed = json_feed.read_json_feed(file.path, values)
    problems = (
        *json_feed.examine_json_feed(file.path, values),
        *feeds.examine_feed(file, feed, base_url, now),
    )
    return Examined(feed, tuple(feeds.list_links(feed, base_url)), problems)
