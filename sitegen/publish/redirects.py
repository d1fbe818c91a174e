"""Redirects for hosts that read them from a file, as Netlify and Cloudflare Pages do.

Both read ``FROM TO STATUS`` a line, and paths from the root of the host
(https://docs.netlify.com/routing/redirects/,
https://developers.cloudflare.com/pages/configuration/redirects/).
"""

from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from sitegen.model.output import OutputFile
from sitegen.model.site import Site
from sitegen.publish import urls
from sitegen.publish.heirs import address_of, list_heirs

# What Cloudflare reads of a file; the pages at the other addresses lead on by themselves.
MOST_RULES = 2_000


def make_redirects(site: Site) -> Iterator[OutputFile]:
    """Yield ``_redirects``, with a rule for each former address; none where there is no such."""
    rules = "".join(
        f"{_path(address, site)} {_path(address_of(heir), site)} 301\n"
        for address, heir in islice(list_heirs(site), MOST_RULES)
    )
    if rules:
        yield OutputFile(path="_redirects", data=rules.encode())


def _path(address: str, site: Site) -> str:
    """Return an address as a path from the root of the host."""
    return urlsplit(urls.absolute_url(site.settings.base_url, address)).path
