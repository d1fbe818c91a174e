"""Write the list of all feeds, for people who take several at once."""

from html import escape

from sitegen.model.output import OutputFile
from sitegen.model.site import Site
from sitegen.publish.channels import Channel, list_channels
from sitegen.publish.urls import FEED_LIST, absolute_url
from sitegen.text.normalize import clean_line


def make_opml(site: Site) -> OutputFile:
    """Return ``feeds.opml`` (http://opml.org/spec2.opml), the main feed first."""
    base_url = site.settings.base_url
    outlines = "".join(_write_outline(channel, base_url) for channel in list_channels(site))
    title = escape(clean_line(site.settings.title), quote=False)
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<opml version="2.0">\n<head><title>{title}</title></head>\n'
        f"<body>\n{outlines}</body>\n</opml>\n"
    )
    return OutputFile(path=FEED_LIST, data=text.encode())


def _write_outline(channel: Channel, base_url: str) -> str:
    title = _quote(clean_line(channel.title))
    feed = _quote(absolute_url(base_url, f"{channel.address}atom.xml"))
    home = _quote(absolute_url(base_url, channel.address))
    return f'<outline type="rss" text={title} title={title} xmlUrl={feed} htmlUrl={home}/>\n'


def _quote(line: str) -> str:
    """Return a line as the value of an attribute.

    That of the standard library imports all that is needed to fetch a page.
    """
    return '"' + escape(line, quote=False).replace('"', "&quot;") + '"'
