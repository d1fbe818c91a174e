"""What the pages of a finished site weigh, and how far each is from the front page."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from lxml import html

_ROOT = "http://site.example/"


@dataclass(frozen=True, slots=True)
class Weights:
    """The heaviest of each, in bytes after gzip or in elements; ``clicks`` from the front page.

    ``furniture`` is what an article weighs beside its text. ``unreached`` are pages that no link
    leads to, ``dead`` are links that lead to no file.
    """

    article: int
    furniture: int
    page: int
    elements: int
    clicks: int
    unreached: tuple[str, ...]
    dead: tuple[str, ...]
    style: int
    script: int


def weigh_site(output: Path) -> Weights:
    """Read every page of a site."""
    names = sorted(path.relative_to(output).as_posix() for path in output.rglob("*.html"))
    sizes, furniture, elements, links = {}, [0], [], {}
    for name in names:
        data = (output / name).read_bytes()
        tree = html.document_fromstring(data)
        sizes[name] = len(gzip.compress(data))
        elements.append(sum(1 for _ in tree.iter()))
        links[name] = _list_links(name, tree)
        if name.startswith("articles/"):
            texts = b"".join(html.tostring(text) for text in tree.iterfind(".//div[@class='text']"))
            furniture.append(sizes[name] - len(gzip.compress(texts)))
    steps = _count_clicks(links)
    # Nothing leads to the page for lost addresses, nor to those that have moved.
    unreached = tuple(name for name in names if name not in steps and _is_framed(output / name))
    return Weights(
        article=max(
            (size for name, size in sizes.items() if name.startswith("articles/")), default=0
        ),
        furniture=max(furniture),
        page=max(sizes.values()),
        elements=max(elements),
        clicks=max(steps.values()),
        unreached=tuple(name for name in unreached if name != "404.html"),
        dead=tuple(
            f"{name} to {link}"
            for name, targets in links.items()
            for link in sorted(targets)
            if not (output / link).is_file()
        ),
        style=sum(
            len(gzip.compress(path.read_bytes())) for path in output.glob("assets/site.*.css")
        ),
        script=max(len(gzip.compress(path.read_bytes())) for path in output.glob("assets/*.js")),
    )


def _is_framed(path: Path) -> bool:
    return b'name="robots"' not in path.read_bytes()


def _list_links(name: str, tree: html.HtmlElement) -> set[str]:
    hrefs = (urldefrag(urljoin(_ROOT + name, link)).url for link in tree.xpath("//a/@href"))
    return {unquote(href.removeprefix(_ROOT)) for href in hrefs if href.startswith(_ROOT)}


def _count_clicks(links: Mapping[str, set[str]]) -> Mapping[str, int]:
    steps = {"index.html": 0}
    waiting = ["index.html"]
    for name in waiting:
        for target in sorted(links.get(name, ())):
            if target in links and target not in steps:
                steps[target] = steps[name] + 1
                waiting.append(target)
    return steps
