"""Write the list of all feeds, for people who take several at once."""

from xml.sax.saxutils import escape, quoteattr

from sitegen.model.output import OutputFile
from sitegen.model.site import Site
from sitegen.publish.channels import Channel, list_channels
from sitegen.publish.urls import FEED_LIST, absolute_url
from sitegen.text.normalize import clean_line


def make_opml(site: Site) -> OutputFile:
    """Return ``feeds.opml`` (http://opml.org/spec2.opml), the main feed first."""
    base_url = site.settings.base_url
    outlines = "".join(_write_outline(channel, base_url) for channel in list_channels(site))
    title = escape(clean_line(site.settings.title))
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<opml version="2.0">\n<head><title>{title}</title></head>\n'
        f"<body>\n{outlines}</body>\n</opml>\n"
    )
    return OutputFile(path=FEED_LIST, data=text.encode())


def _write_outline(channel: Channel, base_url: str) -> str:
    title = quoteattr(clean_line(channel.title))
    feed = quoteattr(absolute_url(base_url, f"{channel.address}atom.xml"))
    home = quoteattr(absolute_url(base_url, channel.address))
    return f'<outline type="rss" text={title} title={title} xmlUrl={feed} htmlUrl={home}/>\n'
