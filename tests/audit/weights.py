"""What the pages of a finished site weigh, and how far each is from the front page."""

import gzip
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from lxml import html

_ROOT = "http://site.example/"


@dataclass(frozen=True, slots=True)
class Weights:
    """The heaviest of each, in bytes after gzip or in elements; ``clicks`` from the front page.

    ``furniture`` is what an article weighs beside its text; ``files`` and ``cold`` are what a first
    visit to one asks for. ``unreached`` are pages that no link leads to, ``dead`` are links that
    lead to no file, or to no place on its page.
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
    search_script: int
    files: int
    cold: int


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a page weighs, where its links lead (file and place there), and what it loads."""

    size: int
    furniture: int
    elements: int
    links: frozenset[tuple[str, str]]
    places: frozenset[str]
    loads: frozenset[str]


def weigh_site(output: Path) -> Weights:
    """Read every page of a site."""
    names = sorted(path.relative_to(output).as_posix() for path in output.rglob("*.html"))
    facts = {name: _read_page(name, (output / name).read_bytes()) for name in names}
    articles = [facts[name] for name in names if name.startswith("articles/")]
    steps = _count_clicks(facts)
    # Nothing leads to the page for lost addresses, nor to those that have moved.
    unreached = tuple(name for name in names if name not in steps and _is_framed(output / name))
    weigh = {
        path.relative_to(output).as_posix(): len(gzip.compress(path.read_bytes()))
        for path in output.glob("assets/*")
    }
    scripts = {name: size for name, size in weigh.items() if name.endswith(".js")}
    return Weights(
        article=max((page.size for page in articles), default=0),
        furniture=max((page.furniture for page in articles), default=0),
        page=max(page.size for page in facts.values()),
        elements=max(page.elements for page in facts.values()),
        clicks=max(steps.values()),
        unreached=tuple(name for name in unreached if name != "404.html"),
        dead=tuple(_list_dead(output, facts)),
        style=sum(size for name, size in weigh.items() if name.startswith("assets/site.")),
        script=max(size for name, size in scripts.items() if "/search." not in name),
        search_script=max(size for name, size in scripts.items() if "/search." in name),
        files=max((1 + len(page.loads) for page in articles), default=0),
        cold=max(
            (page.size + sum(weigh[name] for name in page.loads) for page in articles), default=0
        ),
    )


def _read_page(name: str, data: bytes) -> _Facts:
    tree = html.document_fromstring(data)
    size = len(gzip.compress(data))
    texts = b"".join(html.tostring(text) for text in tree.iterfind(".//div[@class='text']"))
    styles = (link for link in tree.iter("link") if link.get("rel") in {"stylesheet", "icon"})
    loads = (*_read_all("href", styles), *_read_all("src", tree.iter("script", "img")))
    return _Facts(
        size=size,
        furniture=size - len(gzip.compress(texts)),
        elements=sum(1 for _ in tree.iter()),
        links=frozenset(_find_targets(name, _read_all("href", tree.iter("a")))),
        places=frozenset(_read_all("id", tree.iter())),
        loads=frozenset(target for target, _ in _find_targets(name, loads)),
    )


def _read_all(attribute: str, elements: Iterable[html.HtmlElement]) -> Iterator[str]:
    return (value for element in elements if (value := element.get(attribute)))


def _is_framed(path: Path) -> bool:
    return b'name="robots"' not in path.read_bytes()


def _find_targets(name: str, links: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the files of the site that links of a page lead to, each with the place there."""
    for link in links:
        url, place = urldefrag(urljoin(_ROOT + name, link))
        if url.startswith(_ROOT):
            yield unquote(url.removeprefix(_ROOT)), unquote(place)


def _list_dead(output: Path, facts: Mapping[str, _Facts]) -> Iterator[str]:
    for name, page in facts.items():
        for target, place in sorted(page.links):
            if not (output / target).is_file():
                yield f"{name} to {target}"
            elif place and target in facts and place not in facts[target].places:
                yield f"{name} to {target}#{place}"


def _count_clicks(facts: Mapping[str, _Facts]) -> Mapping[str, int]:
    steps = {"index.html": 0}
    waiting = ["index.html"]
    for name in waiting:
        for target, _ in sorted(facts[name].links):
            if target in facts and target not in steps:
                steps[target] = steps[name] + 1
                waiting.append(target)
    return steps
