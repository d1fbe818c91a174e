"""The sample site as GitHub Pages would serve it, at a root and in a folder, link by link."""

import json
import re
import shutil
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from lxml import etree

from sitegen.app.cli import main
from tests.conformance.pages_host import GENERIC, PagesHost

ROOT = Path(__file__).parents[2]
HOST = "https://skarrow.example"


@pytest.fixture(scope="module", params=["/", "/repo/", "/~mira/åland/"])
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> PagesHost:
    """The sample site, published at a base path."""
    source = tmp_path_factory.mktemp("site")
    for part in ("seeds", "content", "templates"):
        shutil.copytree(ROOT / part, source / part)
    shutil.copyfile(ROOT / "sitegen.toml", source / "sitegen.toml")
    base_url = HOST + str(request.param).replace("å", "%C3%A5")
    assert main(["build", "-q", "-s", str(source), "-b", base_url, "--as-of", "2024-07-01"]) == 0
    output = source / "output"
    files = {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    return PagesHost(files, request.param)


def list_links(url: str, media_type: str, data: bytes) -> Iterator[str]:
    """Yield the addresses that an answer leads to, whole."""
    if media_type.startswith("text/html"):
        root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
        found = [str(link) for link in root.xpath("//@href | //@src")]  # type: ignore[union-attr]
    elif url.endswith("feed.json"):
        feed = json.loads(data)
        found = [feed["home_page_url"], feed["feed_url"], *(item["url"] for item in feed["items"])]
        for item in feed["items"]:
            found += re.findall(r'href="([^"]*)"', item.get("content_html", ""))
    elif url.endswith((".xml", ".opml")):
        root = etree.fromstring(data)
        found = [str(link) for link in root.xpath("//@href | //@xmlUrl | //@htmlUrl")]  # type: ignore[union-attr]
        found += [
            (element.text or "").strip()
            for element in root.iter("{*}loc", "link")
            if element.text and element.text.strip()
        ]
    else:
        found = []
    yield from (urldefrag(urljoin(url, link))[0] for link in found)


def crawl(host: PagesHost, *starts: str) -> dict[str, int]:
    """Follow every link of the site from some paths on; return the status of each path."""
    statuses: dict[str, int] = {}
    waiting = deque(starts)
    while waiting:
        path = waiting.popleft()
        if path in statuses:
            continue
        answer = host.get(path)
        statuses[path] = answer.status
        for link in list_links(HOST + path, answer.media_type, answer.data):
            parts = urlsplit(link)
            if f"{parts.scheme}://{parts.netloc}" == HOST:
                waiting.append(parts.path)
    return statuses


def test_no_link_is_dead_and_none_takes_a_detour(host: PagesHost) -> None:
    statuses = crawl(
        host, host.base_path, f"{host.base_path}sitemap.xml", f"{host.base_path}feeds.opml"
    )

    assert {path: status for path, status in statuses.items() if status != 200} == {}
    assert len(host.files) < len(statuses)  # a page has two addresses, with index.html and without


def test_a_page_that_is_missing_is_noticed(host: PagesHost) -> None:
    files = {path: data for path, data in host.files.items() if path != "tags/index.html"}

    statuses = crawl(replace(host, files=files), host.base_path)

    assert {status for path, status in statuses.items() if "/tags/" not in path} == {200}
    assert statuses[f"{host.base_path}tags/index.html"] == 404


def test_the_404_page_leads_back_from_any_depth(host: PagesHost) -> None:
    answer = host.get(f"{host.base_path}articles/no/such/thing")
    links = list(
        list_links(f"{HOST}{host.base_path}articles/no/such/thing", "text/html", answer.data)
    )

    assert answer.status == 404
    assert answer.data == host.files["404.html"]
    paths = {urlsplit(link).path for link in links if link.startswith(HOST)}
    assert {
        host.get(path).status for path in paths - {f"{host.base_path}articles/no/such/thing"}
    } == {200}


def test_a_typed_address_without_its_slash_arrives(host: PagesHost) -> None:
    answer = host.get(f"{host.base_path}tags")

    assert (answer.status, answer.location) == (301, f"{host.base_path}tags/")
    assert host.get(answer.location).status == 200


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("", "text/html; charset=utf-8"),
        ("rss.xml", "application/xml"),
        ("atom.xml", "application/xml"),
        ("feed.json", "application/json; charset=utf-8"),
        ("sitemap.xml", "application/xml"),
        ("robots.txt", "text/plain; charset=utf-8"),
    ],
)
def test_each_file_is_served_as_what_readers_expect(
    host: PagesHost, name: str, media_type: str
) -> None:
    assert host.get(host.base_path + name).media_type == media_type


FILES = {"index.html": b"front", "a.html": b"a", "b/index.html": b"b", "404.html": b"lost"}


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/repo/", 200, b"front"),
        ("/repo", 301, "/repo/"),
        ("/repo/index.html?x=1#y", 200, b"front"),
        ("/repo/a.html", 200, b"a"),
        ("/repo/a", 200, b"a"),
        ("/repo/a/", 404, b"lost"),
        ("/repo/a.html/", 404, b"lost"),
        ("/repo/b", 301, "/repo/b/"),
        ("/repo/b/", 200, b"b"),
        ("/repo/b/c", 404, b"lost"),
        ("/other/", 404, GENERIC),
        ("/", 404, GENERIC),
    ],
)
def test_the_emulator_answers_as_github_pages_does(path: str, status: int, told: object) -> None:
    answer = PagesHost(FILES, "/repo/").get(path)

    assert answer.status == status
    assert told in (answer.data, answer.location)
